// One line for a terminal: pieces in colours at given columns, never wider than the terminal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/report/writer.hpp"

namespace analyze {

/// How many bytes of `text` (any bytes), to a character's end, take up at most `columns`. The cost
/// depends on what fits, not on the whole text.
[[nodiscard]] std::size_t fitting_bytes(std::string_view text, std::size_t columns);

/// The text, or as much of its beginning as leaves room for an ellipsis ("…", "..." without
/// unicode) in `columns`.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns, bool unicode);

/// The lines of a paragraph, each at most `columns` wide (or one character that is wider): broken
/// at blanks, which are left out there; a word that is longer than a line behind its last slash,
/// hyphen or underscore that fits, else anywhere. `columns` 0: one line. At least one line.
[[nodiscard]] std::vector<std::string_view> wrapped(std::string_view text, std::size_t columns);

/// Bold, dim, … as the parameter of an SGR escape sequence; empty: as the terminal has it.
using Paint = std::string_view;
inline constexpr Paint kPlain;
inline constexpr Paint kBold = "1";
inline constexpr Paint kDim = "2";
inline constexpr Paint kBar = "36";

class TextLine {
public:
    explicit TextLine(const Style& style) : style_(style) {}

    /// Appends what still fits; a text that does not fit ends in an ellipsis.
    void add(std::string_view text, Paint paint = kPlain);
    /// Continues at a column (counted from 0); where the line is longer already, after two blanks.
    void move_to(std::size_t column);
    /// Where the next piece starts.
    [[nodiscard]] std::size_t column() const { return column_ + gap_; }
    /// Appends the line and LF to `out`, without a gap that nothing followed, and starts anew.
    void end(std::string& out);

private:
    const Style& style_;
    std::string bytes_;
    std::size_t column_ = 0;  ///< where bytes_ ends
    std::size_t gap_ = 0;     ///< blanks that wait for the next piece
};

}  // namespace analyze
