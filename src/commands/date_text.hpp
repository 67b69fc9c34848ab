// Dates, times, durations and sets as people write them, from their TIMEX3 values.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "analyze/analysis/temporal.hpp"

namespace analyze {

/// The value of a date or time for people; days and months stay as ISO 8601 writes them: "197" is
/// "1970s", "18" "19th century", "2018-SU" "summer 2018", "2024-W12" "week 12 of 2024",
/// "2009-Q1" "Q1 2009", "2024-03-15T18:40Z" "2024-03-15 18:40 UTC", "XXXX-WXX-5" "Friday, week open",
/// "PAST_REF" "past". What it does not know stays as it is.
[[nodiscard]] std::string date_text(std::string_view timex);

/// "P3W" is "3 weeks", "PT1H30M" "1 hour 30 minutes", "PXY" "some years". What it does not know
/// stays as it is.
[[nodiscard]] std::string duration_text(std::string_view timex);

/// A date, time, duration or set with its mod: "start of 2024", "at least 3 weeks", "every Monday",
/// "3 times per week".
[[nodiscard]] std::string time_text(const Expression& expression);

}  // namespace analyze
