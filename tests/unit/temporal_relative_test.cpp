// Tests of dates told from other dates, from hand-made frames: last and next, offsets, parts.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "resolved_frame.hpp"

using namespace analyze;
using namespace analyze::temporal;
using enum analyze::temporal::Slot;

namespace {

constexpr const char* kDay = "2024-03-15";  // a Friday

}  // namespace

TEST_CASE("last, this and next with every unit") {
    struct Case {
        const char* unit;
        double rel;
        const char* value;
        const char* open;  ///< without a reference day
    };
    for (const Case& c :
         {Case{"Y", -1, "2023", "XXXX"}, Case{"Y", 1, "2025", "XXXX"},
          Case{"M", -1, "2024-02", "XXXX-XX"}, Case{"M", -3, "2023-12", "XXXX-XX"},
          Case{"M", 10, "2025-01", "XXXX-XX"}, Case{"W", 0, "2024-W11", "XXXX-WXX"},
          Case{"W", -11, "2023-W52", "XXXX-WXX"}, Case{"WE", 1, "2024-W12-WE", "XXXX-WXX-WE"},
          Case{"D", -1, "2024-03-14", "XXXX-XX-XX"}, Case{"QU", -1, "2023-Q4", "XXXX-QX"},
          Case{"QU", 0, "2024-Q1", "XXXX-QX"}, Case{"DE", -1, "201", "XXX"},
          Case{"CE", -1, "19", "XX"}}) {
        CAPTURE(c.unit, c.rel);
        Resolving on(kDay), never("");
        CHECK(on({{rel, c.rel}, {ru, c.unit}}) == c.value);
        CHECK(never({{rel, c.rel}, {ru, c.unit}}) == c.open);
    }
    Resolving on(kDay);
    CHECK(on({{rel, -1}}) == "2023");  // a year, where nothing is said
    CHECK(on({{rel, 1}, {ru, "H"}}) == "none");
    CHECK(on({{rel, -1}, {ru, "M"}, {d, 29}}) == "2024-02-29");
    CHECK(on({{rel, -1}, {ru, "M"}, {d, 30}}) == "none");
    CHECK(on({{rel, -1}, {ru, "Y"}, {m, 5}, {d, 2}}) == "2023-05-02");
}

TEST_CASE("today and its neighbours") {
    Resolving on(kDay), never("");
    CHECK(on({{off, 0}}) == kDay);
    CHECK(on({{off, 17}}) == "2024-04-01");
    CHECK(on({{off, -15}}) == "2024-02-29");
    CHECK(never({{off, -1}}) == "XXXX-XX-XX");
}

TEST_CASE("weekdays: last is before today, next in the week to come, this by tense") {
    Resolving on(kDay), never("");
    CHECK(on({{rel, -1}, {w, 1}}) == "2024-03-11");
    CHECK(on({{rel, -1}, {w, 5}}) == "2024-03-08");
    CHECK(on({{rel, -1}, {w, 6}}) == "2024-03-09");
    CHECK(on({{rel, 1}, {w, 2}}) == "2024-03-19");
    CHECK(on({{rel, -1}, {w, 2}, {ru, "W"}}) == "2024-03-05");  // Tuesday of last week
    CHECK(on({{rel, 0}, {w, 1}}, Tense::past) == "2024-03-11");
    CHECK(on({{rel, 0}, {w, 1}}) == "2024-03-18");
    CHECK(on({{rel, 0}, {w, 5}}, Tense::past) == kDay);
    CHECK(never({{rel, -1}, {w, 1}}) == "XXXX-WXX-1");
}

TEST_CASE("months and seasons of this year, the last or the next") {
    Resolving on(kDay), never("");
    CHECK(on({{rel, -1}, {m, 2}}) == "2024-02");
    CHECK(on({{rel, -1}, {m, 3}}) == "2023-03");
    CHECK(on({{rel, 1}, {m, 3}}) == "2025-03");
    CHECK(on({{rel, 1}, {m, 4}}) == "2024-04");
    CHECK(on({{rel, -1}, {m, 2}, {ru, "Y"}}) == "2023-02");  // February of last year
    CHECK(on({{rel, -1}, {m, 2}, {d, 5}}) == "2024-02-05");
    CHECK(on({{rel, -1}, {m, 2}, {d, 30}}) == "none");
    CHECK(never({{rel, -1}, {m, 2}}) == "XXXX-02");
    CHECK(never({{rel, -1}, {m, 2}, {d, 5}}) == "XXXX-02-05");

    CHECK(on({{rel, -1}, {season, 1}}) == "2023-SP");
    CHECK(on({{rel, 1}, {season, 2}}) == "2024-SU");
    CHECK(on({{rel, 1}, {season, 1}}) == "2025-SP");
    Resolving november("2024-11-10"), january("2024-01-20");
    CHECK(november({{rel, -1}, {season, 1}}) == "2024-SP");
    CHECK(january({{rel, 0}, {season, 4}}) == "2023-WI");  // began in December
    CHECK(never({{rel, 1}, {season, 2}}) == "XXXX-SU");
}

TEST_CASE("counts of units ago and from now") {
    struct Case {
        double count;
        const char* unit;
        double dir;
        const char* value;
    };
    for (const Case& c :
         {Case{3, "D", -1, "2024-03-12"}, Case{2, "W", -1, "2024-W09"},
          Case{1, "WE", 1, "2024-W12-WE"}, Case{3, "M", -1, "2023-12"}, Case{1, "QU", 1, "2024-06"},
          Case{2, "Y", -1, "2022"}, Case{1.5, "Y", 1, "2025"}, Case{2, "DE", -1, "200"},
          Case{1, "CE", -1, "1924"}, Case{3, "H", 1, "2024-03-15TXX:XX"},
          Case{48, "H", -1, "2024-03-13TXX:XX"}, Case{30000, "D", -1, "none"},
          Case{20000, "M", -1, "2024-03"}, Case{15000, "Y", 1, "FUTURE_REF"},
          Case{15000, "Y", -1, "PAST_REF"}}) {
        CAPTURE(c.count, c.unit, c.dir);
        Resolving on(kDay);
        const std::string value = on({{n, c.count}, {unit, c.unit}, {dir, c.dir}});
        if (c.count == 20000)
            CHECK(value[0] == '0');  // the year 357
        else
            CHECK(value == c.value);
    }
    Resolving on(kDay), never("");
    CHECK(on({{n, 2025}, {unit, "M"}, {mul, 12}, {dir, -1}}) == "none");  // too far
    CHECK(on({{vague, 1}, {unit, "Y"}, {dir, -1}}) == "PAST_REF");
    CHECK(on({{vague, 1}, {unit, "Y"}, {dir, 1}}) == "FUTURE_REF");
    CHECK(never({{n, 3}, {unit, "W"}, {dir, -1}}) == "XXXX-WXX");
    CHECK(never({{vague, 1}, {unit, "Y"}, {dir, -1}}) == "PAST_REF");
}

TEST_CASE("offsets from a day that is told or was mentioned are exact") {
    Resolving on(kDay);
    CHECK(on({{m, 1}, {d, 12}, {n, 2}, {unit, "W"}, {dir, 1}}) == "2024-01-26");
    CHECK(on({{m, 1}, {d, 31}, {n, 1}, {unit, "M"}, {dir, 1}}) == "2024-02-29");
    Resolving later(kDay);
    later.context.last_day = CivilDay{2011, 5, 1};
    CHECK(later({{n, 2}, {unit, "D"}, {dir, 1}, {anchor, 1}}) == "2011-05-03");
    later.context.last_day.reset();
    later.context.last_year = 1999;
    CHECK(later({{n, 2}, {unit, "Y"}, {dir, 1}, {anchor, 1}}) == "2001");
    later.context.last_year = 1999;
    CHECK(later({{rel, 1}, {ru, "Y"}, {anchor, 1}}) == "2000");
}

TEST_CASE("parts of years, months and weeks") {
    Resolving on(kDay);
    CHECK(on({{y, 2009}, {quarter, 3}}) == "2009-Q3");
    CHECK(on({{y, 2009}, {quarter, 7}}) == "2009");
    CHECK(on({{y, 2009}, {half, 1}}) == "2009-H1");
    CHECK(on({{y, 2009}, {m, 3}, {half, 1}}) == "2009-03");
    CHECK(on.last.details().mod == "START");
    CHECK(on({{y, 2009}, {m, 3}, {half, 2}}) == "2009-03");
    CHECK(on.last.details().mod == "END");
    CHECK(on({{y, 2009}, {nth, -1}, {nunit, "D"}}) == "2009-12-31");
    CHECK(on({{y, 2009}, {m, 2}, {nth, 2}, {nunit, "D"}}) == "2009-02-02");
    CHECK(on({{y, 2009}, {nth, 2}, {nunit, "M"}}) == "2009-02");
    CHECK(on({{y, 2009}, {nth, -1}, {nunit, "M"}}) == "2009-12");
    // 1 March 2009 is a Sunday, 31 March a Tuesday
    CHECK(on({{y, 2009}, {m, 3}, {nth, 1}, {nunit, "W"}}) == "2009-W10");
    CHECK(on({{y, 2009}, {m, 3}, {nth, -1}, {nunit, "W"}}) == "2009-W13");
    CHECK(on({{y, 2009}, {m, 3}, {nth, 2}, {nunit, "WE"}}) == "2009-W11-WE");
    CHECK(on({{y, 2009}, {m, 3}, {nth, -1}, {nunit, "WE"}}) == "2009-W13-WE");
    // 31 March 2024 and 31 December 2023 are Sundays
    CHECK(on({{y, 2024}, {m, 3}, {nth, -1}, {nunit, "W"}}) == "2024-W13");
    CHECK(on({{y, 2024}, {m, 3}, {nth, -1}, {nunit, "WE"}}) == "2024-W13-WE");
    CHECK(on({{y, 2023}, {nth, -1}, {nunit, "W"}}) == "2023-W52");
    CHECK(on({{y, 2024}, {m, 9}, {nth, 1}, {nunit, "WD"}, {a, 1}}) == "2024-09-02");
    CHECK(on({{y, 2024}, {m, 9}, {nth, -1}, {nunit, "WD"}, {a, 1}}) == "2024-09-30");
    CHECK(on({{rel, -1}, {ru, "W"}, {nth, 1}, {nunit, "D"}}) == "2024-03-04");
}
