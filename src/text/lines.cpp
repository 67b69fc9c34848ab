// The line table: where the lines of a text stand, how far they are indented, what surrounds them.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/lines.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "analyze/base/ascii.hpp"

#include "ascii_shape.hpp"
#include "byte_search.hpp"
#include "edges.hpp"

namespace analyze {
namespace {

constexpr std::size_t kShapeBytes = 420;  // a longer block is no heading whatever it looks like
constexpr std::size_t kGlance = 48;       // so of those only this much is read

/// The character that begins at `at`, which moves past it. The text is valid UTF-8.
UChar32 next_char(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<UChar32>(static_cast<unsigned char>(text[i]));
    };
    const UChar32 c = byte(at++);
    if (c < 0x80) return c;
    const int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
    UChar32 value = c & (0x3F >> more);
    for (int i = 0; i < more && at < text.size(); ++i) value = (value << 6) | (byte(at++) & 0x3F);
    return value;
}

UChar32 last_char(std::string_view text, std::size_t& end) {
    std::size_t at = end - 1;
    while (at > 0 && (text[at] & 0xC0) == 0x80) --at;
    end = at;
    return next_char(text, at);
}

bool wide_space(UChar32 c) {
    return c == 0xFEFF || (c > 0x7F && u_isUWhiteSpace(c));
}

Edge edge_of(UChar32 c) {
    if (c < 0x80) return ascii_edge_of(static_cast<char>(c));
    switch (c) {
        case 0x3002:
        case 0xFF0E:
            return Edge::stop;
        case 0xFF1F:
            return Edge::question;
        case 0xFF01:
            return Edge::exclamation;
        case 0xFF1A:
            return Edge::colon;
        case 0x2026:
            return Edge::ellipsis;
        case 0x2018:
        case 0x2019:
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0xAB:
        case 0xBB:
            return Edge::quote;
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
            return Edge::dash;
        default:
            break;
    }
    if (u_isupper(c) || u_istitle(c)) return Edge::upper;
    if (u_islower(c)) return Edge::lower;
    if (u_isdigit(c)) return Edge::digit;
    return u_isalpha(c) ? Edge::upper
                        : Edge::other;  // letters without case open a line like capitals
}

/// All of a shape but `last` and `closed_quote`, one character after another.
Shape read_shape(std::string_view line) {
    Shape shape;
    bool word_start = true;
    std::uint32_t word_letters = 0, spaces = 0;
    bool word_capital = false, word_cased = false, stop = false;
    const auto end_word = [&] {
        if (word_cased) {
            ++shape.cased_words;
            if (word_capital)
                ++shape.capital_words;
            else if (word_letters <= 4 && shape.cased_words > 1)
                ++shape.minor_words;
        }
        word_start = true, word_cased = false, word_letters = 0;
    };
    std::size_t at = 0;
    while (at < line.size()) {
        const UChar32 c = next_char(line, at);
        ++shape.chars;
        if (ascii::is_blank(c) || wide_space(c) || c == '\n' || c == '\r') {
            if (!word_start) end_word();
            ++spaces;
            if (c == '\t' || spaces == 3) ++shape.gaps;
            continue;
        }
        const Edge edge = edge_of(c);
        if (word_start) {
            ++shape.words;
            if (stop && spaces > 0 && edge == Edge::upper) shape.inner_stop = true;
            if (shape.first == Edge::none) shape.first = edge;
            word_start = false;
        }
        spaces = 0;
        // "Mrs. Holm", "J. Lind": the stop of a short capitalised word ends nothing.
        if (edge == Edge::stop)
            stop = !(word_cased && word_capital && word_letters <= 3);
        else if (edge != Edge::quote)
            stop = edge == Edge::question || edge == Edge::exclamation;
        if (edge == Edge::upper || edge == Edge::lower) {
            ++shape.letters;
            if (word_letters++ == 0) word_cased = true, word_capital = edge == Edge::upper;
            if (edge == Edge::lower)
                ++shape.lower;
            else if (c < 0x80 || u_isupper(c) || u_istitle(c))
                ++shape.upper;
        } else if (edge == Edge::digit) {
            ++shape.digits;
        } else if (c < 0x80 && std::string_view("{}[]<>=_\\|$;()/`").find(static_cast<char>(c)) !=
                                   std::string_view::npos) {
            ++shape.symbols;
        }
    }
    if (!word_start) end_word();
    return shape;
}

}  // namespace

std::uint32_t space_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) return ascii::is_white(text[at]) ? 1 : 0;
    if (c != 0xC2 && c != 0xE1 && c != 0xE2 && c != 0xE3 && c != 0xEF) return 0;
    std::size_t end = at;
    return wide_space(next_char(text, end)) ? static_cast<std::uint32_t>(end - at) : 0;
}

std::uint32_t space_before(std::string_view text, std::size_t end) {
    if (end == 0) return 0;
    if (static_cast<unsigned char>(text[end - 1]) < 0x80)
        return ascii::is_white(text[end - 1]) ? 1 : 0;
    std::size_t at = end;
    return wide_space(last_char(text, at)) ? static_cast<std::uint32_t>(end - at) : 0;
}

Span trim(std::string_view text, Span span) {
    while (!span.empty()) {
        const std::uint32_t n = space_at(text, span.begin);
        if (n == 0) break;
        span.begin += n;
    }
    while (!span.empty()) {
        const std::uint32_t n = space_before(text, span.end);
        if (n == 0) break;
        span.end -= n;
    }
    return span;
}

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    lines.reserve(text.size() / 64 + 4);
    std::uint32_t blanks = 0;
    bool page = false;
    std::size_t at = 0;
    while (at < text.size()) {
        std::uint32_t indent = 0;
        std::size_t begin = at;
        while (begin < text.size()) {
            const char c = text[begin];
            if (c == ' ') {
                ++indent, ++begin;
            } else if (c == '\t') {
                indent = (indent / 8 + 1) * 8, ++begin;
            } else if (static_cast<unsigned char>(c) >= 0x80) {
                const std::uint32_t n = space_at(text, begin);
                if (n == 0) break;
                ++indent, begin += n;
            } else {
                break;
            }
        }
        const std::size_t end = find_byte<LineEnd>(text, begin, text.size());
        const Span span =
            trim(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        if (span.empty()) {
            ++blanks;
        } else {
            const std::uint32_t columns =
                indent + (span.size() > 1000 ? span.size() : count_code_points(slice(text, span)));
            lines.push_back({span, indent, columns, lines.empty() ? 0 : blanks, page});
            blanks = 0, page = false;
        }
        at = end;
        if (at < text.size()) {
            if (text[at] == '\f') page = true;
            at += text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
        }
    }
    return lines;
}

Shape shape_of(std::string_view text, Span span) {
    const std::string_view line = slice(text, span);
    std::size_t limit = line.size() > kShapeBytes ? kGlance : line.size();
    while (limit < line.size() && (line[limit] & 0xC0) == 0x80) ++limit;
    Shape shape;
    if (!read_ascii_shape(line.substr(0, limit), text.size() - span.begin, shape))
        shape = read_shape(line.substr(0, limit));
    if (limit < line.size()) shape.chars += static_cast<std::uint32_t>(line.size() - limit);
    std::size_t end = line.size();
    bool reference = false;  // inside [12], which stands behind the stop
    while (end > 0) {
        const UChar32 c = last_char(line, end);
        if (c == ']') {
            reference = true;
            continue;
        }
        if (reference && (c == '[' || c == ' ' || ascii::is_digit(c))) {
            continue;
        }
        shape.last = edge_of(c);
        if (shape.last == Edge::quote)
            shape.closed_quote = true;
        else if (c != ')')
            break;
    }
    if (line.size() >= 3 && line.substr(line.size() - 3) == "...") shape.last = Edge::ellipsis;
    return shape;
}

}  // namespace analyze
