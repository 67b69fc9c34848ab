// Tests of dates, times, durations and sets as people read them.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <utility>

#include "../../src/commands/date_text.hpp"

using namespace analyze;

TEST_CASE("dates and times for people") {
    const std::pair<const char*, const char*> cases[] = {
        {"1961", "1961"},
        {"-0044", "44 BC"},
        {"2024-03-15", "2024-03-15"},
        {"2023-07", "2023-07"},
        {"197", "1970s"},
        {"18", "19th century"},
        {"20", "21st century"},
        {"10", "11th century"},
        {"-04", "5th century BC"},
        {"2018-SU", "summer 2018"},
        {"2022-WI", "winter 2022"},
        {"2024-W12", "week 12 of 2024"},
        {"2024-W12-WE", "weekend of week 12 of 2024"},
        {"2009-Q1", "Q1 2009"},
        {"2009-H2", "second half of 2009"},
        {"2024-03-15T18:40", "2024-03-15 18:40"},
        {"2024-03-15T18:40Z", "2024-03-15 18:40 UTC"},
        {"2024-03-15T18:40-05:00", "2024-03-15 18:40 -05:00"},
        {"2024-03-15TMO", "2024-03-15 morning"},
        {"2024-03-15TXX:XX", "2024-03-15 hour open"},
        {"XXXX-XX-XXT21:00", "21:00"},
        {"T12:00", "12:00"},
        {"PAST_REF", "past"},
        {"PRESENT_REF", "now"},
        {"XXXX", "year open"},
        {"XXXX-XX-XX", "day open"},
        {"XXXX-03", "March, year open"},
        {"XXXX-03-14", "14 March, year open"},
        {"XXXX-XX-21", "day 21, month open"},
        {"XXXX-SU", "summer, year open"},
        {"XXXX-WXX-5", "Friday, week open"},
        // what is none of these stays
        {"", ""},
        {"XXXX-13", "XXXX-13"},
        {"XXXX-WXX-8", "XXXX-WXX-8"},
        {"2024-W1", "2024-W1"},
        {"2024-QX", "2024-QX"},
        {"nonsense", "nonsense"},
    };
    for (const auto& [timex, text] : cases) CHECK(date_text(timex) == text);
}

TEST_CASE("durations for people") {
    const std::pair<const char*, const char*> cases[] = {
        {"P3W", "3 weeks"},
        {"P1D", "1 day"},
        {"PT1H30M", "1 hour 30 minutes"},
        {"P1YT2H", "1 year 2 hours"},
        {"PXY", "some years"},
        {"PTXH", "some hours"},
        {"P0.5Y", "0.5 years"},
        {"P2CE", "2 centuries"},
        {"P1WI", "1 winter"},
        {"P", "P"},
        {"P3", "P3"},
        {"P3Q", "P3Q"},
        {"3W", "3W"},
        {"PT3D", "PT3D"},
    };
    for (const auto& [timex, text] : cases) CHECK(duration_text(timex) == text);
}

TEST_CASE("what is modified, and sets") {
    const auto text = [](ExpressionKind kind, const char* value, const char* mod = "",
                         const char* freq = "") {
        Expression e;
        e.kind = kind;
        e.value = value;
        e.add_details().mod = mod;
        e.add_details().freq = freq;
        return time_text(e);
    };
    CHECK(text(ExpressionKind::date, "2024", "END") == "end of 2024");
    CHECK(text(ExpressionKind::duration, "P3W", "EQUAL_OR_MORE") == "at least 3 weeks");
    CHECK(text(ExpressionKind::set, "XXXX-WXX-1") == "every Monday");
    CHECK(text(ExpressionKind::set, "XXXX-WXX-1T09:00") == "every Monday 09:00");
    CHECK(text(ExpressionKind::set, "XXXX-WI") == "every winter");
    CHECK(text(ExpressionKind::set, "P1D") == "every day");
    CHECK(text(ExpressionKind::set, "P2W") == "every 2 weeks");
    CHECK(text(ExpressionKind::set, "P1W", "", "2X") == "twice per week");
    CHECK(text(ExpressionKind::set, "P1Y", "", "1X") == "once per year");
    CHECK(text(ExpressionKind::set, "P1W", "", "3X") == "3 times per week");
}
