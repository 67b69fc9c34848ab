// Tests of calendar dates from hand-made frames: whole, with parts left open, holidays.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "resolved_frame.hpp"

using namespace analyze;
using namespace analyze::temporal;
using enum analyze::temporal::Slot;

namespace {

constexpr const char* kDay = "2024-03-15";  // a Friday
constexpr Tense kFuture = Tense::future;

}  // namespace

TEST_CASE("whole dates: only days that there are") {
    Resolving on(kDay);
    CHECK(on({{ymd, 20240229}}) == "2024-02-29");
    CHECK(on({{ymd, 20230229}}) == "none");
    CHECK(on({{y, 2023}, {m, 5}, {d, 2}}) == "2023-05-02");
    CHECK(on({{y, 2023}, {m, 2}, {d, 29}}) == "none");
    CHECK(on({{y, 2023}, {m, 5}}) == "2023-05");
    CHECK(on({{y, 2023}}) == "2023");
    CHECK(on({{y, 2011}, {season, 1}}) == "2011-SP");
    CHECK(on({{y, 2011}, {season, 4}}) == "2011-WI");
}

TEST_CASE("years of two digits, in two words, before Christ") {
    Resolving on(kDay);
    CHECK(on({{yy, 44}}) == "2044");  // at most 20 years ahead
    CHECK(on({{yy, 45}}) == "1945");
    CHECK(on({{y, 19}, {yy, 86}}) == "1986");
    CHECK(on({{y, 44}, {era, -1}}) == "-0044");
    CHECK(on({{y, 44}, {era, 1}}) == "0044");
    Resolving never("");
    CHECK(never({{yy, 40}}) == "2040");
    CHECK(never({{yy, 41}}) == "1941");
}

TEST_CASE("numbers alone: in the order that is known, else both ways") {
    Resolving on(kDay);
    const std::vector<std::string> both{"2007-07-08", "2007-08-07"};
    CHECK(on({{a, 7}, {b, 8}, {y, 2007}}) == "2007-07-08");
    CHECK(on.last.details().values == both);
    CHECK(on({{a, 25}, {b, 12}, {y, 2007}}) == "2007-12-25");  // one way is no day
    CHECK(on.last.details().values.empty());
    CHECK(on({{a, 7}, {b, 7}, {y, 2007}}) == "2007-07-07");
    CHECK(on.last.details().values.empty());
    CHECK(on({{a, 13}, {b, 13}, {y, 2007}}) == "none");
    CHECK(on({{a, 2}, {b, 30}, {y, 2007}}) == "none");
    CHECK(on({{a, 7}, {b, 8}}) == "2023-07-08");
    on.context.day_first = true;
    CHECK(on({{a, 7}, {b, 8}, {y, 2007}}) == "2007-08-07");
    CHECK(on.last.details().values.size() == 2);
    on.context.order_known = true;
    CHECK(on({{a, 7}, {b, 8}, {yy, 7}}) == "2007-08-07");
    CHECK(on.last.details().values.empty());
}

TEST_CASE("centuries and decades") {
    Resolving on(kDay);
    CHECK(on({{century, 19}}) == "18");
    CHECK(on({{century, 1}, {era, -1}}) == "-00");
    CHECK(on({{century, 0}}) == "none");
    CHECK(on({{century, 100}}) == "none");
    CHECK(on({{decade, 1990}}) == "199");
    CHECK(on({{decade, 20}}) == "202");  // has begun
    CHECK(on({{decade, 30}}) == "193");
    CHECK(on({{decade, 95}}) == "none");
    CHECK(on({{decade, 1900}}) == "190");
    CHECK(on({{decade, 1900}, {style, 1}}) == "19");
}

TEST_CASE("the year that is left open: by tense, by the story, or open") {
    Resolving on(kDay), never("");
    CHECK(on({{m, 10}}) == "2023-10");
    CHECK(on({{m, 10}}, kFuture) == "2024-10");
    CHECK(on({{m, 3}}) == "2024-03");
    CHECK(on({{m, 3}}, kFuture) == "2024-03");
    CHECK(on({{m, 3}, {d, 15}}) == "2024-03-15");
    CHECK(on({{m, 3}, {d, 16}}) == "2023-03-16");
    CHECK(on({{m, 3}, {d, 14}}, kFuture) == "2025-03-14");
    CHECK(on({{m, 2}, {d, 30}}) == "none");
    CHECK(never({{m, 10}}) == "XXXX-10");
    CHECK(never({{m, 2}, {d, 29}}) == "XXXX-02-29");
    Resolving story(kDay);
    story.context.narrative = true;
    CHECK(story({{m, 10}}) == "2023-10");  // no year was told yet
    story.context.last_year = 1961;
    CHECK(story({{m, 10}}) == "1961-10");
    CHECK(story({{m, 10}}, kFuture) == "2024-10");
}

TEST_CASE("weekdays and days of a month alone") {
    Resolving on(kDay), never("");
    CHECK(on({{w, 5}}) == kDay);
    CHECK(on({{w, 1}}) == "2024-03-11");
    CHECK(on({{w, 1}}, kFuture) == "2024-03-18");
    CHECK(never({{w, 1}}) == "XXXX-WXX-1");
    CHECK(on({{w, 1}, {d, 27}}) == "2024-05-27");  // the nearest 27th that is a Monday
    CHECK(on({{w, 2}, {d, 27}}) == "2024-02-27");
    CHECK(on({{w, 2}, {d, 27}}, kFuture) == "2024-08-27");
    CHECK(never({{w, 2}, {d, 27}}) == "XXXX-XX-27");
    CHECK(on({{d, 15}}) == kDay);
    CHECK(on({{d, 20}}) == "2024-02-20");
    CHECK(on({{d, 20}}, kFuture) == "2024-03-20");
    CHECK(on({{d, 10}}, kFuture) == "2024-04-10");
    CHECK(on({{d, 31}}) == "XXXX-XX-31");  // February has none
    CHECK(on({{d, 32}}) == "none");
    CHECK(on({{d, 0}}) == "none");
    CHECK(never({{d, 20}}) == "XXXX-XX-20");
    Resolving january("2024-01-05");
    CHECK(january({{d, 20}}) == "2023-12-20");
}

TEST_CASE("seasons, quarters and halves alone") {
    Resolving on(kDay), never("");
    CHECK(on({{season, 1}}) == "2024-SP");
    CHECK(on({{season, 2}}) == "2023-SU");
    CHECK(on({{season, 2}}, kFuture) == "2024-SU");
    CHECK(on({{quarter, 2}}) == "2023-Q2");
    CHECK(on({{half, 2}}, kFuture) == "2024-H2");
    CHECK(on({{quarter, 5}}) == "none");
    CHECK(on({{half, 3}}) == "none");
    CHECK(never({{season, 2}}) == "XXXX-SU");
    CHECK(never({{quarter, 4}}) == "XXXX-Q4");
}

TEST_CASE("holidays: fixed days, Easter and what counts from it, the n-th weekday of a month") {
    Resolving on(kDay), never("");
    CHECK(on({{holiday, "12-25"}}) == "2023-12-25");
    CHECK(on({{holiday, "12-25"}}, kFuture) == "2024-12-25");
    CHECK(on({{holiday, "12-25"}, {rel, 1}}) == "2024-12-25");
    CHECK(on({{holiday, "12-25"}, {rel, -1}}, kFuture) == "2023-12-25");
    CHECK(on({{holiday, "12-25"}, {y, 2011}}) == "2011-12-25");
    CHECK(on({{holiday, "easter"}}) == "2023-04-09");
    CHECK(on({{holiday, "easter"}}, kFuture) == "2024-03-31");
    CHECK(on({{holiday, "easter-2"}, {y, 2024}}) == "2024-03-29");
    CHECK(on({{holiday, "easter+49"}, {y, 2024}}) == "2024-05-19");
    CHECK(on({{holiday, "11-4-4"}, {y, 2023}}) == "2023-11-23");
    CHECK(on({{holiday, "05-1-9"}, {y, 2024}}) == "2024-05-27");
    CHECK(on({{holiday, "09-1-1"}, {y, 2025}}) == "2025-09-01");
    CHECK(never({{holiday, "12-25"}}) == "XXXX-12-25");
    CHECK(never({{holiday, "easter"}}) == "XXXX-XX-XX");
}
