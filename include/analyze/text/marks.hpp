// Marks that make one line a heading: # x, == x ==, * x, **x**, *** x ***, <h2>x</h2>, \section{x}.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "analyze/base/span.hpp"

namespace analyze {

/// How a heading is marked in the text itself.
enum class Mark : std::uint8_t {
    none,
    ranked,     ///< the mark says the level: count of # = *, number of <h2>, name of \section
    bold,       ///< emphasis alone, which paragraphs have as well
    frame,      ///< the same run of signs on both sides
    underline,  ///< a line of signs below
    overline    ///< and one above
};

struct MarkedLine {
    Mark mark = Mark::none;
    std::uint8_t rank = 0;  ///< of ranked, 0 for a title; of frame the sign
    Span content;           ///< within the line, without the mark; may have outer white space
};

/// Reads the mark of a line without outer white space. `stars`: lines that begin with asterisks and
/// a blank are headings of an outline (Org), not list items.
[[nodiscard]] std::optional<MarkedLine> read_mark(std::string_view line, bool stars);

/// Whether a line is one that only an outline with stars has: "** x" or "#+TITLE: x".
[[nodiscard]] bool is_outline_line(std::string_view line);

}  // namespace analyze
