// The civil (proleptic Gregorian) calendar: days, weekdays, ISO weeks and Easter.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/calendar.hpp"

#include <array>

#include "analyze/base/ascii.hpp"

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

std::optional<DayRange> days_of(std::string_view timex) {
    timex = timex.substr(0, timex.find('T'));  // times: their day
    std::int32_t year = 0;
    std::size_t digits = 0;
    while (digits < timex.size() && ascii::is_digit(timex[digits]) && digits < 5)
        year = year * 10 + (timex[digits++] - '0');
    const std::string_view rest = timex.substr(digits);
    const auto months = [&](std::int32_t first, std::int32_t count) {
        const std::int32_t end = first - 1 + count;
        const CivilDay after{year + end / 12, end % 12 + 1, 1};
        return DayRange{day_number({year, first, 1}), day_number(after) - 1};
    };
    if ((digits == 2 || digits == 3) && rest.empty()) {
        const std::int32_t years = digits == 2 ? 100 : 10;
        year *= years;
        if (year == 0) return std::nullopt;
        return months(1, 12 * years);
    }
    if (digits != 4 || year == 0) return std::nullopt;
    if (rest.empty()) return months(1, 12);
    if (rest.size() < 3 || rest[0] != '-') return std::nullopt;
    const auto number = [](std::string_view text) {
        const bool two = text.size() == 2 && ascii::is_digit(text[0]) && ascii::is_digit(text[1]);
        return two ? (text[0] - '0') * 10 + (text[1] - '0') : 0;
    };
    const std::string_view part = rest.substr(1);
    constexpr std::string_view kSeasons = "SPSUFAWI";
    if (part.size() == 2) {
        if (part[0] == 'Q' && part[1] >= '1' && part[1] <= '4')
            return months((part[1] - '1') * 3 + 1, 3);
        if (part[0] == 'H' && (part[1] == '1' || part[1] == '2'))
            return months((part[1] - '1') * 6 + 1, 6);
        const std::size_t season = kSeasons.find(part);
        if (season != std::string_view::npos && season % 2 == 0)
            return months(static_cast<std::int32_t>(season / 2) * 3 + 3, 3);
        const std::int32_t month = number(part);
        if (month >= 1 && month <= 12) return months(month, 1);
        return std::nullopt;
    }
    if (part[0] == 'W') {
        const std::int32_t week = number(part.substr(1, 2));
        const std::int32_t monday = monday_of({year, week});
        if (week == 0 || iso_week(monday).year != year) return std::nullopt;
        if (part.size() == 3) return DayRange{monday, monday + 6};
        if (part.substr(3) == "-WE") return DayRange{monday + 5, monday + 6};
        return std::nullopt;
    }
    const auto day = parse_day(timex);
    if (!day) return std::nullopt;
    return DayRange{day_number(*day), day_number(*day)};
}

}  // namespace analyze
