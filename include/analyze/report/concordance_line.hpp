// One line of a concordance for a terminal: nodes below each other, contexts left and right.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analyze/report/writer.hpp"

namespace analyze {

/// Columns of a terminal. The node begins at label + left.
struct ConcordanceLayout {
    std::size_t label = 0;  ///< for the name of the text, the gap behind it included; 0: none
    std::size_t left = 0;
    std::size_t right = 0;  ///< 0: what `width` leaves
    std::size_t width = 0;  ///< of the whole line; 0: no bound
};

/// The layout that fills a terminal's width (80 where there is none): as much on the left as on the
/// right of a word of twelve letters.
[[nodiscard]] ConcordanceLayout fitted_layout(const Style& style, std::size_t label);

/// Appends the line and LF. The texts may hold any bytes; controls are made visible. Where one has
/// letters written from right to left, each part is isolated (U+2068, U+2069), so that in terminals
/// that reorder such text, too, what comes before the node stands left of it.
void append_concordance_line(std::string& out, const Style& style, const ConcordanceLayout& layout,
                             std::string_view label, std::string_view left, std::string_view node,
                             std::string_view right);

}  // namespace analyze
