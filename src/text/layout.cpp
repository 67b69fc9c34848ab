// The layout of a whole text: wrapped or one line a paragraph, right edge, indents, blank lines.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/layout.hpp"

#include <algorithm>
#include <array>

#include "analyze/base/ascii.hpp"
#include "byte_search.hpp"

namespace analyze {
namespace {

constexpr std::uint32_t kWidest = 140;     // nobody wraps at more columns
constexpr std::uint32_t kNarrow = 56;      // columns of lines that may be verse
constexpr std::uint32_t kVerseWidth = 42;  // hardly any prose is wrapped at fewer columns
constexpr std::uint32_t kIndents = 32;

std::uint32_t first_word_columns(std::string_view text, const Line& line) {
    std::uint32_t columns = 0;
    for (const char c : slice(text, line.span)) {
        if (ascii::is_blank(c) || columns > kWidest) break;
        columns += (c & 0xC0) != 0x80;
    }
    return columns;
}

/// A wrapped line ends with a word or a comma; lines of programs mostly do not.
bool prose_end(std::string_view text, const Line& line) {
    const char c = text[line.span.end - 1];
    return ascii::is_alphanumeric(c) || c == ',' || c == '-' || c == '"' || c == '.' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool starts_lower(std::string_view text, const Line& line) {
    const char c = text[line.span.begin];
    return ascii::is_lower(c) && line.span.size() > 1 && text[line.span.begin + 1] != ' ';
}

/// Whether lines mostly left no room for the first word of the next one. Those of verse end where
/// they like. Prose of ordinary width may have short lines with a capital in the next.
bool mostly_full(std::string_view text, const std::vector<Line>& lines, const Layout& layout) {
    std::size_t full = 0, all = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i + 1].blanks > 0 ||
            (layout.width >= kVerseWidth && !starts_lower(text, lines[i + 1])))
            continue;
        ++all;
        full += layout.full(text, lines[i], lines[i + 1]);
    }
    return full * 4 >= all * 3;
}

}  // namespace

bool Layout::full(std::string_view text, const Line& line, const Line& next) const {
    return width > 0 && line.columns <= width + 2 &&
           line.columns + 1 + first_word_columns(text, next) > width;
}

Layout read_layout(std::string_view text, const std::vector<Line>& lines) {
    Layout layout;
    std::array<std::uint32_t, kWidest + 1> lengths{};
    std::array<std::uint32_t, kIndents> first_indents{};
    std::array<std::uint64_t, kIndents> indents{};  // columns of text at each indent
    std::uint32_t continued = 0, adjacent = 0, separated = 0, long_lines = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (line.columns > kWidest) ++long_lines;
        if (line.indent < kIndents) indents[line.indent] += line.columns;
        if (i + 1 == lines.size()) break;
        const Line& next = lines[i + 1];
        if (next.blanks > 0) {
            ++separated;
            continue;
        }
        ++adjacent;
        if (line.columns > kWidest || line.columns < 30 || !starts_lower(text, next)) continue;
        if (!prose_end(text, line)) continue;
        ++continued;
        ++lengths[line.columns];
        if (line.indent > next.indent && line.indent - next.indent < 12 && line.indent < kIndents)
            ++first_indents[line.indent];
    }
    if (continued > 0) {
        // The right edge: the longest lines, less a few that may be tables or slips.
        std::uint32_t left = (continued + 8) / 24, column = kWidest;
        while (column > 0 && lengths[column] <= left) left -= lengths[column--];
        layout.width = column;
        if (column < kNarrow && !mostly_full(text, lines, layout)) layout.width = continued = 0;
    }
    const auto count = static_cast<std::uint32_t>(lines.size());
    layout.wrapped = continued >= 2 && continued * 8 >= count && long_lines * 4 < continued;
    layout.blank_separated = separated * 5 >= count;
    // The body stands at the least indent that has its share; code and quotations stand further in.
    const auto most = std::max_element(indents.begin(), indents.end());
    const auto least = [&] {
        return std::find_if(indents.begin(), indents.end(),
                            [most](std::uint64_t columns) { return columns * 4 >= *most; });
    };
    auto body = least();
    if (body != most) {  // perhaps only for lines with columns: page headers
        for (const Line& line : lines)
            if (line.indent < most - indents.begin() && has_three<Gap>(slice(text, line.span)))
                indents[line.indent] -= line.columns;
        body = least();
    }
    layout.body_indent = static_cast<std::uint32_t>(body - indents.begin());
    const auto first = std::max_element(first_indents.begin(), first_indents.end());
    if (layout.wrapped && *first >= 2 && *first * 12 >= continued)
        layout.first_indent = static_cast<std::uint32_t>(first - first_indents.begin());
    return layout;
}

}  // namespace analyze
