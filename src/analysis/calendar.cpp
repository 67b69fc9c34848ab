// The civil (proleptic Gregorian) calendar: days, weekdays, ISO weeks and Easter.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/calendar.hpp"

#include <array>

namespace analyze {
namespace {

bool is_leap(std::int32_t year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

}  // namespace

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
    constexpr std::array<std::int32_t, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap(year) ? 1 : 0);
}

bool is_date(std::int32_t year, std::int32_t month, std::int32_t day) {
    return year >= -9999 && year <= 9999 && day >= 1 && day <= days_in_month(year, month);
}

// Years begin in March here, so that the leap day comes last; an era has 400 years.
std::int32_t day_number(CivilDay day) {
    const std::int32_t year = day.year - (day.month <= 2 ? 1 : 0);
    const std::int32_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int32_t of_era = year - era * 400;
    const std::int32_t of_year =
        (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

CivilDay civil_day(std::int32_t number) {
    const std::int32_t shifted = number + 719468;
    const std::int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const std::int32_t of_era = shifted - era * 146097;
    const std::int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const std::int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
    const std::int32_t month = (5 * of_year + 2) / 153;
    CivilDay day;
    day.day = of_year - (153 * month + 2) / 5 + 1;
    day.month = month < 10 ? month + 3 : month - 9;
    day.year = year + era * 400 + (day.month <= 2 ? 1 : 0);
    return day;
}

std::int32_t weekday_of(std::int32_t number) {
    const std::int32_t rest = (number + 3) % 7;  // 1970-01-01 was a Thursday
    return (rest < 0 ? rest + 7 : rest) + 1;
}

IsoWeek iso_week(std::int32_t number) {
    const std::int32_t thursday = number - weekday_of(number) + 4;
    const std::int32_t year = civil_day(thursday).year;
    return {year, (thursday - day_number({year, 1, 1})) / 7 + 1};
}

std::int32_t monday_of(IsoWeek week) {
    const std::int32_t fourth = day_number({week.year, 1, 4});
    return fourth - weekday_of(fourth) + 1 + (week.week - 1) * 7;
}

CivilDay easter_sunday(std::int32_t year) {
    const std::int32_t a = year % 19, b = year / 100, c = year % 100;
    const std::int32_t d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const std::int32_t e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const std::int32_t f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return {year, f / 31, f % 31 + 1};
}

std::optional<CivilDay> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    std::array<std::int32_t, 3> parts{};
    std::size_t part = 0;
    for (const char c : text) {
        if (c == '-') {
            ++part;
            if (part > 2) return std::nullopt;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        parts[part] = parts[part] * 10 + (c - '0');
    }
    if (!is_date(parts[0], parts[1], parts[2])) return std::nullopt;
    return CivilDay{parts[0], parts[1], parts[2]};
}

}  // namespace analyze
