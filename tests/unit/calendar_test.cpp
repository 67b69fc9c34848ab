// Tests of the civil calendar against a day-by-day reference and known dates.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/calendar.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

TEST_CASE("days are numbered without gaps over four hundred years") {
    CivilDay day{1799, 12, 31};
    std::int32_t number = day_number(day);
    std::int32_t weekday = weekday_of(number);
    while (day.year < 2201) {
        if (++day.day > days_in_month(day.year, day.month)) {
            day.day = 1;
            if (++day.month > 12) {
                day.month = 1;
                ++day.year;
            }
        }
        ++number;
        weekday = weekday % 7 + 1;
        if (day_number(day) != number || civil_day(number) != day || weekday_of(number) != weekday)
            FAIL("wrong at day " << number);
    }
    CHECK(day_number({1970, 1, 1}) == 0);
    CHECK(weekday_of(day_number({2024, 3, 15})) == 5);
    CHECK(civil_day(day_number({-44, 3, 15})) == CivilDay{-44, 3, 15});
}

TEST_CASE("weeks are those of ISO 8601") {
    const auto week = [](CivilDay day) {
        const IsoWeek w = iso_week(day_number(day));
        return std::pair(w.year, w.week);
    };
    CHECK(week({2008, 12, 29}) == std::pair(2009, 1));
    CHECK(week({2010, 1, 3}) == std::pair(2009, 53));
    CHECK(week({2024, 3, 15}) == std::pair(2024, 11));
    for (std::int32_t n = day_number({1999, 1, 1}); n < day_number({2030, 1, 1}); ++n) {
        const std::int32_t monday = monday_of(iso_week(n));
        if (weekday_of(monday) != 1 || monday > n || n - monday > 6) FAIL("wrong at day " << n);
    }
}

TEST_CASE("Easter, impossible dates and the form of a day") {
    CHECK(easter_sunday(2018) == CivilDay{2018, 4, 1});
    CHECK(easter_sunday(2019) == CivilDay{2019, 4, 21});
    CHECK(easter_sunday(2000) == CivilDay{2000, 4, 23});
    CHECK_FALSE(is_date(2023, 2, 29));
    CHECK(is_date(2024, 2, 29));
    CHECK_FALSE(is_date(2024, 13, 1));
    CHECK(parse_day("2024-03-15") == CivilDay{2024, 3, 15});
    for (const char* bad :
         {"", "2024-02-30", "2024-3-15", "15-03-2024", "2024-03-1x", "2024-03-15T", "20240315--"})
        CHECK_FALSE(parse_day(bad));
}

TEST_CASE("the days that a date covers") {
    const auto range = [](std::string_view timex) -> std::string {
        const auto days = days_of(timex);
        if (!days) return "none";
        const CivilDay a = civil_day(days->first), b = civil_day(days->last);
        const auto text = [](CivilDay d) {
            return std::to_string(d.year) + '-' + std::to_string(d.month) + '-' +
                   std::to_string(d.day);
        };
        return text(a) + ".." + text(b);
    };
    CHECK(range("2024-03-15") == "2024-3-15..2024-3-15");
    CHECK(range("2024-03-15T18:40Z") == "2024-3-15..2024-3-15");
    CHECK(range("2024-02") == "2024-2-1..2024-2-29");
    CHECK(range("2024-12") == "2024-12-1..2024-12-31");
    CHECK(range("2024") == "2024-1-1..2024-12-31");
    CHECK(range("199") == "1990-1-1..1999-12-31");
    CHECK(range("18") == "1800-1-1..1899-12-31");
    CHECK(range("2011-SP") == "2011-3-1..2011-5-31");
    CHECK(range("2011-WI") == "2011-12-1..2012-2-29");
    CHECK(range("2009-Q4") == "2009-10-1..2009-12-31");
    CHECK(range("2009-H2") == "2009-7-1..2009-12-31");
    CHECK(range("2009-W01") == "2008-12-29..2009-1-4");
    CHECK(range("2024-W11-WE") == "2024-3-16..2024-3-17");
    CHECK(range("9999") == "9999-1-1..9999-12-31");
    for (const char* bad :
         {"",         "XXXX-03-15", "PAST_REF", "P2W",     "XXXX-WXX-5",  "2024-02-30", "2024-13",
          "2024-00",  "0000",       "00",       "000",     "20240",       "2024-",      "2024-W00",
          "2023-W53", "2024-W09-X", "2024-Q5",  "2024-PU", "-0044-03-15", "2024-3",     "T18:40",
          "2024x",    "2024x03"})
        CHECK(range(bad) == "none");
}
