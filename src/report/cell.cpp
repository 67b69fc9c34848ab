// How a value becomes the text of a cell: exact for programs, readable and harmless for people.
// SPDX-License-Identifier: Apache-2.0
#include "cell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "analyze/base/ascii.hpp"

namespace analyze {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr char32_t kInvalid = 0xFFFFFFFF;

struct CodePoint {
    char32_t value;    ///< kInvalid: `size` bytes that are no UTF-8
    std::size_t size;  ///< at least 1
};

/// The character at text[at]. The second byte's range depends on the first (Unicode, table 3-7).
CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(at);
    if (first < 0x80) return {first, 1};
    if (first < 0xC2 || first > 0xF4) return {kInvalid, 1};
    const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    char32_t value = first & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if (at + i == text.size() || byte(at + i) < low || byte(at + i) > high)
            return {kInvalid, i};
        value = value << 6 | (byte(at + i) & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    return {value, size};
}

bool is_line_end(char32_t c) {
    return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

/// U+202A–202E and U+2066–2069: what they start goes on past the end of a cell.
bool reorders_neighbours(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// The picture of a C0 control or DEL (U+2400 block).
std::string picture(char32_t c) {
    const char32_t code = c == 0x7F ? 0x2421 : 0x2400 + c;
    return {'\xE2', static_cast<char>(0x80 | (code >> 6 & 0x3F)),
            static_cast<char>(0x80 | (code & 0x3F))};
}

/// The strings of a list with a separator between them.
std::string joined(const List& list, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < list.size(); ++i)
        out.append(i > 0 ? separator : std::string_view()).append(list[i]);
    return out;
}

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace

std::string valid_utf8(std::string_view text) {
    const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(text.begin(), text.end(), ascii)) return std::string(text);
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        out += c.value == kInvalid ? kReplacement : text.substr(at, c.size);
        at += c.size;
    }
    return out;
}

bool undefined(const Value& value) {
    const double* number = std::get_if<double>(&value);
    return std::holds_alternative<std::monostate>(value) || (number && !std::isfinite(*number));
}

std::string exact(const Value& value) {
    if (undefined(value)) return {};
    return std::visit(
        Overloaded{[](std::monostate) { return std::string(); },
                   [](bool flag) { return std::string(flag ? "true" : "false"); },
                   [](const std::string& text) { return valid_utf8(text); },
                   [](const List& list) { return valid_utf8(joined(list, "|")); },
                   // The shortest digits that read back as the same number, without
                   // an exponent where people would write none: 200000, not 2e+05.
                   [](double number) {
                       const double size = std::abs(number);
                       const bool plain = size == 0 || (size >= 1e-4 && size < 1e15);
                       std::array<char, 32> digits;
                       const auto end = std::to_chars(
                           digits.data(), digits.data() + digits.size(), number,
                           plain ? std::chars_format::fixed : std::chars_format::scientific);
                       return std::string(digits.data(), end.ptr);
                   },
                   [](std::int64_t number) {
                       std::array<char, 32> digits;
                       const auto end =
                           std::to_chars(digits.data(), digits.data() + digits.size(), number);
                       return std::string(digits.data(), end.ptr);
                   }},
        value);
}

std::string visible(std::string_view text, bool unicode) {
    const auto plain = [](char c) { return c >= 0x20 && c < 0x7F; };
    if (std::all_of(text.begin(), text.end(), plain)) return std::string(text);
    std::string out;
    out.reserve(text.size());
    bool after_line_end = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        if (is_line_end(c.value)) {
            if (!after_line_end) {
                while (!out.empty() && out.back() == ' ') out.pop_back();
                out += ' ';
            }
            after_line_end = true;
        } else if (c.value == ' ' || c.value == '\t') {
            if (!after_line_end) out += ' ';
        } else if (!reorders_neighbours(c.value)) {
            after_line_end = false;
            if (c.value < 0x20 || c.value == 0x7F)
                out += unicode ? picture(c.value) : "?";
            else if (c.value == kInvalid || (c.value >= 0x80 && c.value < 0xA0))
                out += unicode ? kReplacement : "?";
            else
                out += text.substr(at, c.size);
        }
        at += c.size;
    }
    return out;
}

int decimals_for(double largest) {
    if (largest >= 100) return largest >= 1000 ? 0 : 1;
    return largest >= 1 ? 2 : largest >= 0.1 ? 3 : 4;
}

std::string readable(const Value& value, int decimals, bool unicode) {
    if (const auto* text = std::get_if<std::string>(&value)) return visible(*text, unicode);
    if (const auto* list = std::get_if<List>(&value)) return visible(joined(*list, ", "), unicode);
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "yes" : "no";
    const auto* number = std::get_if<double>(&value);
    return number && !undefined(value) ? fmt::format("{:.{}f}", *number, decimals) : exact(value);
}

std::string label_of(std::string_view name, bool unicode) {
    std::string label = visible(name, unicode);
    std::replace(label.begin(), label.end(), '_', ' ');
    constexpr std::string_view kKey = "ngram";  // a key has no hyphens
    const std::size_t at = label.find(kKey);
    if (at != std::string::npos && (at == 0 || label[at - 1] == ' ')) label.insert(at + 1, 1, '-');
    if (!label.empty()) label[0] = ascii::upper(label[0]);
    return label;
}

}  // namespace analyze
