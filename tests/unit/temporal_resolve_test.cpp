// Tests of values from hand-made frames: durations, sets, clocks, references, what is remembered.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "resolved_frame.hpp"

using namespace analyze;
using namespace analyze::temporal;
using enum analyze::temporal::Slot;

TEST_CASE("durations in the units of TIMEX3") {
    CHECK(duration(3, false, "D") == "P3D");
    CHECK(duration(2.5, false, "H") == "PT2.5H");
    CHECK(duration(5, false, "TM") == "PT5M");
    CHECK(duration(5, false, "TS") == "PT5S");
    CHECK(duration(5, false, "M") == "P5M");
    CHECK(duration(2, false, "QU") == "P6M");
    CHECK(duration(7, true, "Y") == "PXY");
    Resolving on("");
    const auto value = [&](std::initializer_list<Given> slots) {
        return on(slots, Tense::unknown, ExpressionKind::duration);
    };
    CHECK(value({{unit, "W"}}) == "P1W");
    CHECK(value({{n, 3}, {mul, 12}, {unit, "M"}}) == "P36M");
    CHECK(value({{n, 2}, {sub, 0.5}, {unit, "Y"}}) == "P2.5Y");
    CHECK(value({{n, 2}, {unit, "H"}, {amt2, 10}, {unit2, "TM"}}) == "PT2H10M");
    CHECK(value({{n, 2}, {unit, "D"}, {amt2, 10}, {unit2, "H"}}) == "P2DT10H");
    CHECK(value({{n, 2}, {unit, "Y"}, {amt2, 10}, {unit2, "M"}}) == "P2Y10M");
    CHECK(value({{vague, 1}, {unit, "D"}, {Slot::mod, "MORE_THAN"}}) == "PXD");
    CHECK(on.last.details().mod == "MORE_THAN");
    CHECK(value({{n, 2}}) == "none");
}

TEST_CASE("sets: what returns, how often, and each of what") {
    Resolving on("2024-03-15");
    const auto value = [&](std::initializer_list<Given> slots) {
        return on(slots, Tense::unknown, ExpressionKind::set);
    };
    CHECK(value({{unit, "D"}}) == "P1D");
    CHECK(on.last.details().quant == "EVERY");
    CHECK(on.last.details().freq.empty());
    CHECK(value({{n, 2}, {unit, "W"}, {freq, 3}, {quant, "EACH"}}) == "P2W");
    CHECK(on.last.details().quant == "EACH");
    CHECK(on.last.details().freq == "3X");
    CHECK(value({{w, 5}}) == "XXXX-WXX-5");
    CHECK(value({{w, 5}, {part, "MO"}}) == "XXXX-WXX-5TMO");
    CHECK(value({{m, 3}, {d, 15}}) == "XXXX-03-15");
    CHECK(value({{m, 3}}) == "XXXX-03");
    CHECK(value({{season, 2}}) == "XXXX-SU");
    CHECK(value({{h, 9}}) == "T09:00");
    CHECK(value({{w, 5}, {h, 25}}) == "none");
    CHECK(value({{d, 3}}) == "none");
}

TEST_CASE("clock times on a day") {
    struct Case {
        std::vector<Given> slots;
        const char* clock;
    };
    const std::vector<Case> cases{{{{h, 6}, {min, 40}}, "T06:40"},
                                  {{{h, 6}, {min, 40}, {ap, 1}}, "T18:40"},
                                  {{{h, 12}, {ap, 0}}, "T00:00"},
                                  {{{h, 12}, {ap, 1}}, "T12:00"},
                                  {{{h, 13}, {ap, 0}}, ""},
                                  {{{hm, 8.30}}, "T08:30"},
                                  {{{hm, 8.05}}, "T08:05"},
                                  {{{hm, 8.60}}, ""},
                                  {{{h, 24}}, "T24:00"},
                                  {{{h, 24}, {min, 1}}, ""},
                                  {{{h, 25}}, ""},
                                  {{{h, 6}, {min, 60}}, ""},
                                  {{{h, 6}, {min, 10}, {dir, -1}}, "T05:50"},  // ten to six
                                  {{{h, 6}, {min, 10}, {dir, 1}}, "T06:10"},
                                  {{{h, 0}, {min, 10}, {dir, -1}}, "T23:50"},
                                  {{{h, 8}, {part, "EV"}}, "T20:00"},
                                  {{{h, 3}, {part, "AF"}}, "T15:00"},
                                  {{{h, 8}, {part, "MO"}}, "T08:00"},
                                  {{{h, 3}, {part, "NI"}}, "T03:00"},
                                  {{{h, 11}, {part, "NI"}}, "T23:00"},
                                  {{{h, 12}, {part, "NI"}}, "T00:00"},
                                  {{{part, "MO"}}, "TMO"},
                                  {{{h, 6}, {min, 40}, {sec, 5}}, "T06:40:05"},
                                  {{{h, 6}, {zone, 0}}, "T06:00Z"},
                                  {{{h, 6}, {zone, -330}}, "T06:00-05:30"},
                                  {{{h, 6}, {zone, 60}}, "T06:00+01:00"}};
    for (const Case& c : cases) {
        CAPTURE(c.clock);
        Resolving on("");
        Frame frame;
        frame.set(ymd, 20240315);
        for (const Given& given : c.slots) {
            if (!given.text.empty()) on.table.symbols.push_back(given.text);
            frame.set(given.slot, given.number);
        }
        Expression result;
        result.kind = ExpressionKind::time;
        const bool there = resolve_time(on.table, frame, Tense::unknown, on.context, result);
        CHECK(there == (*c.clock != '\0'));
        if (there) CHECK(result.value == std::string("2024-03-15") + c.clock);
    }
}

TEST_CASE("a clock time without a day is on the day last mentioned, else today, else open") {
    Resolving on("2024-03-15"), never("");
    CHECK(on({{h, 6}}) == "2024-03-15T06:00");
    on.context.last_day = CivilDay{2011, 5, 2};
    CHECK(on({{h, 6}}) == "2011-05-02T06:00");
    CHECK(never({{h, 6}}) == "XXXX-XX-XXT06:00");
    CHECK(on({{y, 2024}, {h, 6}}) == "XXXX-XX-XXT06:00");  // a year has no clock
    CHECK(on({{rel, 1}, {ru, "W"}, {part, "MO"}}) == "2024-W12TMO");
}

TEST_CASE("references to what was mentioned") {
    Resolving on("2024-03-15");
    CHECK(on({{ref, "PRESENT_REF"}}) == "PRESENT_REF");
    CHECK(on({{ref, "THAT_YEAR"}}) == "XXXX");
    CHECK(on({{ref, "THAT_DAY"}}) == "XXXX-XX-XX");
    CHECK(on({{ref, "THAT_MONTH"}}) == "XXXX-XX");
    on.context.last_day = CivilDay{2011, 5, 2};
    on.context.last_year = 2011;
    CHECK(on({{ref, "THAT_YEAR"}}) == "2011");
    CHECK(on({{ref, "THAT_DAY"}}) == "2011-05-02");
    CHECK(on({{ref, "THAT_MONTH"}}) == "2011-05");
}

TEST_CASE("the year and the day last mentioned are remembered, what stays open is not") {
    Resolving on("2024-03-15");
    const auto remembered = [&] {
        const auto& [year, day] = std::pair(on.context.last_year, on.context.last_day);
        return (year ? std::to_string(*year) : "-") + ' ' +
               (day ? std::to_string(day->month) + '/' + std::to_string(day->day) : "-");
    };
    CHECK(remembered() == "- -");
    CHECK(on({{y, 1961}, {m, 5}, {d, 2}}) == "1961-05-02");
    CHECK(remembered() == "1961 5/2");
    CHECK(on({{y, 1961}}) == "1961");
    CHECK(remembered() == "1961 5/2");  // still that day
    CHECK(on({{y, 1961}, {m, 6}}) == "1961-06");
    CHECK(remembered() == "1961 -");
    CHECK(on({{ymd, 19620703}}) == "1962-07-03");
    CHECK(on({{vague, 1}, {unit, "Y"}, {dir, -1}}) == "PAST_REF");
    CHECK(remembered() == "1962 7/3");
    CHECK(on({{y, 1999}}) == "1999");
    CHECK(remembered() == "1999 -");
    CHECK(on({{m, 2}, {d, 30}}) == "none");
    CHECK(remembered() == "1999 -");
}

TEST_CASE("a frame that says nothing is no date") {
    Resolving on("2024-03-15");
    CHECK(on({}) == "none");
    CHECK(on({{Slot::mod, "START"}}) == "none");
}
