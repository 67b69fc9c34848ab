// Changes from one text to another as rows for programs and as a summary for people.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "analyze/report/table.hpp"
#include "analyze/report/writer.hpp"
#include "text_changes.hpp"

namespace analyze {

/// The table of the machine formats, without rows.
[[nodiscard]] Table change_table();
/// Adds up to `top` (0: all) of each kind of change; `words`: of all the text before and after.
void add_change_rows(Table& table, const std::vector<TextChange>& changes, std::uint64_t top,
                     const std::array<std::uint64_t, 2>& words);
/// The changes of one kind for people; nothing where there are none. Words and names that are far
/// too long for a line are cut.
void add_change_text(Result& result, Kind kind, const std::vector<TextChange>& changes,
                     std::uint64_t top, const Style& style);

}  // namespace analyze
