// The layout of a whole text: wrapped or one line a paragraph, right edge, indents, blank lines.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/text/lines.hpp"

namespace analyze {

struct Layout {
    /// The column that wrapped lines do not pass, 0 where no line continues in the next one.
    std::uint32_t width = 0;
    bool wrapped = false;           ///< body paragraphs are hard-wrapped
    bool blank_separated = false;   ///< blank lines stand between paragraphs
    std::uint32_t body_indent = 0;  ///< columns before body lines
    std::uint32_t first_indent =
        0;  ///< columns before the first line of a paragraph; 0: as body_indent

    /// Whether `next` could not have stood on the line before it: that line was filled.
    [[nodiscard]] bool full(std::string_view text, const Line& line, const Line& next) const;
};

/// Reads the layout from all lines. Linear.
[[nodiscard]] Layout read_layout(std::string_view text, const std::vector<Line>& lines);

}  // namespace analyze
