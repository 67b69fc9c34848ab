// Where web addresses, e-mail addresses and tags end: rules on segments, above the word boundaries.
// SPDX-License-Identifier: Apache-2.0
#include "addresses.hpp"

#include <algorithm>
#include <array>

#include "analyze/base/ascii.hpp"

namespace analyze {
namespace {

bool is_ascii(char c) {
    return static_cast<signed char>(c) >= 0;
}

bool equal_ignoring_case(std::string_view word, std::string_view lower_case) {
    return std::equal(word.begin(), word.end(), lower_case.begin(), lower_case.end(),
                      [](char a, char b) { return ascii::lower(a) == b; });
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(),
                       [word](std::string_view other) { return equal_ignoring_case(word, other); });
}

/// UAX #29 keeps "see:example.com" whole; the host is what stands after the colon.
std::string_view after_colon(std::string_view word) {
    return word.substr(word.rfind(':') + 1);
}

/// A host name (ASCII, at least two labels) whose last labels are beyond doubt.
bool is_well_known_host(std::string_view host) {
    constexpr std::array<std::string_view, 8> kTop{"com", "org", "net",  "edu",
                                                   "gov", "mil", "info", "biz"};
    constexpr std::array<std::string_view, 6> kCountry{"uk", "au", "nz", "za", "jp", "in"};
    constexpr std::array<std::string_view, 7> kSecond{"co", "com", "org", "net",
                                                      "ac", "edu", "gov"};
    if (!std::all_of(host.begin(), host.end(),
                     [](char c) { return ascii::is_alphanumeric(c) || c == '.'; }))
        return false;
    const std::size_t dot = host.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return false;
    const std::string_view top = host.substr(dot + 1), rest = host.substr(0, dot);
    if (is_one_of(top, kTop)) return true;
    const std::size_t second = rest.rfind('.');
    return second != std::string_view::npos && second != 0 && is_one_of(top, kCountry) &&
           is_one_of(rest.substr(second + 1), kSecond);
}

}  // namespace

std::size_t url_end(const SegmentedText& text, std::size_t first) {
    constexpr std::string_view kInside = ".,;:!?'*~_";  // in an address, but not at its end
    constexpr std::string_view kAnywhere = "-/#@$&+=%";
    std::size_t end = first;
    std::size_t end_outside = first;  // before the outermost bracket that is still open
    std::size_t depth = 0;
    constexpr std::size_t kFarthest =
        256;  // segments to look for a closing bracket: keeps it linear
    for (std::size_t i = first; i < text.size(); ++i) {
        if (depth != 0 && i - end_outside > kFarthest) break;
        const std::string_view segment = text.at(i);
        if (text.is_word(i)) {
            const bool touches_word = i > first && text.is_word(i - 1);
            if (touches_word && !is_ascii(segment[0]) && is_ascii(text.text[text.begin(i) - 1]))
                break;
            end = i + 1;
            continue;
        }
        const char c = segment[0];
        if (text.segments[i].kind == SegmentClass::space) break;
        if (c == '(' || c == '[') {
            if (depth++ == 0) end_outside = end;
        } else if (c == ')' || c == ']') {
            if (depth == 0) break;
            --depth;
            end = i + 1;
        } else if (kAnywhere.find(c) != std::string_view::npos) {
            end = i + 1;
        } else if (kInside.find(c) == std::string_view::npos) {
            break;
        }
    }
    return depth == 0 ? end : end_outside;
}

std::size_t bare_url_end(const SegmentedText& text, std::size_t first) {
    const std::string_view host = after_colon(text.at(first));
    if (host.size() > 4 && equal_ignoring_case(host.substr(0, 4), "www."))
        return url_end(text, first);
    if (!is_well_known_host(host)) return first;
    if (text.is(first + 1, "/")) return url_end(text, first);
    const bool has_capital =
        std::any_of(host.begin(), host.end(), [](char c) { return c != ascii::lower(c); });
    return has_capital ? first : first + 1;
}

std::size_t mail_host_end(const SegmentedText& text, std::size_t first) {
    if (!text.is_word(first)) return first;
    std::size_t end = first + 1;
    while ((text.is(end, ".") || text.is(end, "-")) && text.is_word(end + 1)) end += 2;
    const std::string_view host =
        text.text.substr(text.begin(first), text.end(end - 1) - text.begin(first));
    const std::size_t dot = host.rfind('.');
    if (dot == std::string_view::npos || host.size() - dot < 3) return first;
    return ascii::is_digit(host[dot + 1]) ? first : end;
}

std::size_t hashtag_end(const SegmentedText& text, std::size_t first) {
    bool has_letter = false;
    std::size_t end = first;
    for (; text.is_word(end) || (end < text.size() && text.at(end)[0] == '_'); ++end)
        has_letter = has_letter || text.segments[end].kind == SegmentClass::letter;
    return has_letter ? end : first;
}

bool ends_with_scheme(std::string_view word) {
    constexpr std::array<std::string_view, 3> kSchemes{"https", "http", "ftp"};
    return is_one_of(after_colon(word), kSchemes);
}

}  // namespace analyze
