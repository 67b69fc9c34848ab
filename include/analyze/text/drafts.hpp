// Drafts: the lines of a text grouped by layout and marks, before it is decided what each group is.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/text/blocks.hpp"
#include "analyze/text/layout.hpp"
#include "analyze/text/numbering.hpp"

namespace analyze {

/// How a heading is marked in the text itself.
enum class Mark : std::uint8_t { none, hashes, equals, bold, underline, overline };

struct Draft {
    Block block;  ///< kind as far as the lines alone tell; prose is `paragraph`
    std::uint32_t first_line = 0, end_line = 0;  ///< lines [first, end)
    Mark mark = Mark::none;
    std::uint8_t mark_rank = 0;  ///< count of # or =; the character of an underline
    Numbering number;            ///< of the content
    std::uint32_t indent = 0;
    bool blank_before = false, blank_after = false;
    bool rule = false;  ///< a line of nothing but punctuation: * * *
    Shape shape;        ///< of the content, for groups of up to 3 lines; else of its first line
};

/// Groups all lines. Front matter, fenced and indented code, tables, quotes, list items and marked
/// headings have their kind; the rest is prose. Linear.
[[nodiscard]] std::vector<Draft> group_lines(std::string_view text, const std::vector<Line>& lines,
                                             const Layout& layout);

/// Decides what the drafts are: metadata, titles and headings with levels, captions, pull quotes,
/// boilerplate. Splits a metadata opening off its paragraph. Linear.
void decide(std::string_view text, const std::vector<Line>& lines, const Layout& layout,
            std::vector<Draft>& drafts);

}  // namespace analyze
