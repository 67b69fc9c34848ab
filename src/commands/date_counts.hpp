// Dates gathered by day, month or year: each with how often a text mentions it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyze/analysis/temporal.hpp"

namespace analyze {

/// Whether an expression says when something happened: a date or time whose days are known and
/// settled, outside metadata and furniture.
[[nodiscard]] bool is_dated(const Document& document, const Expression& expression);

/// The block that an expression stands in. O(log n).
[[nodiscard]] const Block& block_of(const Document& document, const Expression& expression);

struct DateCount {
    std::string value;
    std::string text;  ///< of the first mention, white space as single blanks
    std::uint64_t count;
    DayRange days;
};

/// The dates (not the times) of a text that is_dated() accepts, in the order of time; of those that
/// begin on the same day the longest first.
[[nodiscard]] std::vector<DateCount> count_dates(const Document& document,
                                                 const std::vector<Expression>& expressions);

}  // namespace analyze
