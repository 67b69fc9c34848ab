// A table laid out for people: columns by display width, trees, bars scaled to the room.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analyze/report/table.hpp"
#include "analyze/report/writer.hpp"

namespace analyze {

/// Appends the header (unless no shown column has a name) and the rows, `margin` columns from the
/// left. With a width, long cells are shortened or wrapped and bars take the room that is left.
/// Without one (a pipe) every cell is whole; a column is aligned up to 60 wide, so that one long
/// cell costs its own length and not that much in every row. Linear in the size of the table.
void append_table(std::string& out, const Table& table, const Style& style, std::size_t margin);

}  // namespace analyze
