// The civil (proleptic Gregorian) calendar: days, weekdays, ISO weeks and Easter.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace analyze {

/// A day. Valid when is_date(year, month, day); years are astronomical (0 is 1 BC).
struct CivilDay {
    std::int32_t year = 0;
    std::int32_t month = 1;
    std::int32_t day = 1;
    friend bool operator==(const CivilDay&, const CivilDay&) = default;
};

/// Days in a month; 0 for a month that is none.
[[nodiscard]] std::int32_t days_in_month(std::int32_t year, std::int32_t month);
/// Whether there is such a day in years -9999 to 9999.
[[nodiscard]] bool is_date(std::int32_t year, std::int32_t month, std::int32_t day);

/// Days since 1970-01-01, and back. O(1).
[[nodiscard]] std::int32_t day_number(CivilDay day);
[[nodiscard]] CivilDay civil_day(std::int32_t number);

/// 1 (Monday) to 7 (Sunday).
[[nodiscard]] std::int32_t weekday_of(std::int32_t number);

/// A week of ISO 8601: week 1 holds the year's first Thursday.
struct IsoWeek {
    std::int32_t year = 0;
    std::int32_t week = 1;
};
[[nodiscard]] IsoWeek iso_week(std::int32_t number);
/// The Monday of a week; weeks may be counted past the year's end.
[[nodiscard]] std::int32_t monday_of(IsoWeek week);

/// Western Easter Sunday (the anonymous Gregorian algorithm).
[[nodiscard]] CivilDay easter_sunday(std::int32_t year);

/// Reads "2024-03-15"; nothing else is a day here. Impossible days give nothing.
[[nodiscard]] std::optional<CivilDay> parse_day(std::string_view text);

}  // namespace analyze
