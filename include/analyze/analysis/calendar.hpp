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

/// Days as numbers, both ends inside.
struct DayRange {
    std::int32_t first = 0;
    std::int32_t last = 0;
    friend bool operator==(const DayRange&, const DayRange&) = default;
};
/// The days that a TIMEX3 date or time covers: "2024-03-15", "2024-03-15T18:40", "2024-W09",
/// "2024-W09-WE", "2011-SP", "2009-Q1", "2009-H2", "2024-03", "2024", "199" (a decade), "18" (1800
/// to 1899); years 1 to 9999. A season is its three whole months, winter from December of its year.
/// Nothing for placeholders (XXXX-03-15), for PAST_REF and for all else.
[[nodiscard]] std::optional<DayRange> days_of(std::string_view timex);

}  // namespace analyze
