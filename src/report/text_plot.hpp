// A plot on two logarithmic axes, drawn with characters.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analyze/report/table.hpp"
#include "analyze/report/writer.hpp"

namespace analyze {

/// Appends the axes with their decades and the points, in dots of braille or, without unicode, in
/// asterisks. As wide as the style allows, at most 100 columns; 72 without a width. Linear in the
/// number of points.
void append_plot(std::string& out, const Plot& plot, const Style& style);

}  // namespace analyze
