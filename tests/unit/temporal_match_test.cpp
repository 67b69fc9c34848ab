// Tests of the walk over the automaton: the longest match, ties, extents, and its bound.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "rule_table.hpp"

using namespace analyze::temporal;

namespace {

/// Rules stand from line 5 on.
Table table_of(const std::string& rules) {
    return compile_table("[c]\n1: a, b\n2: b\n[rules]\n" + rules, "t");
}

}  // namespace

TEST_CASE("the longest match wins, then the rule that stands first") {
    const Table table =
        table_of("DATE: \"x\"\nDATE: \"x\" \"y\"\nTIME: \"x\" \"y\"\nDATE: \"x\" \"y\" \"z\"\n");
    CHECK(shown_match(table, "x") == "5[x]");
    CHECK(shown_match(table, "x z") == "5[x]");
    CHECK(shown_match(table, "x y x") == "6[x y]");
    CHECK(shown_match(table, "x y z z") == "8[x y z]");
    CHECK(shown_match(table, "y x") == "none");
    CHECK(shown_match(table, "") == "none");
}

TEST_CASE("what counts is where the extent ends; of one rule the way that looked furthest") {
    const Table table =
        table_of("DATE: < \"x\" > \"y\" \"z\"\nDATE: \"x\" \"y\"\nTIME: < \"q\" > [\"r\":n=1]\n");
    CHECK(shown_match(table, "x y z") == "6[x y]");
    CHECK(shown_match(table, "q") == "7[q]");
    CHECK(shown_match(table, "q r") == "7[q n=1]");
    // ends that are equal: the rule that stands first, though it is met later
    const Table ties = table_of("DATE: < \"x\" > \"y\"\nTIME: < \"x\" > [\"z\"]\n");
    CHECK(shown_match(ties, "x y") == "5[x]");
    CHECK(shown_match(ties, "x z") == "6[x]");
}

TEST_CASE("each extent has its own slots; constants of the rule go to all of them") {
    const Table table = table_of(
        "DATE: < c:m > \"to\" < c:m > \"to\" < c:m > => y=7\n"
        "DATE: \"from\":rel=1 < c:m > \"till\":off=2\n");
    CHECK(shown_match(table, "a to a to b") == "5[a y=7 m=1][a y=7 m=1][b y=7 m=1]");
    CHECK(shown_match(table, "from a till x") == "6[a m=1 off=2 rel=1]");
}

TEST_CASE("a word of two values fits with either, the first that leads on") {
    const Table table = table_of("DATE: c:m \"x\"\n");
    CHECK(shown_match(table, "b x") == "5[b x m=1]");
}

TEST_CASE("a walk ends, however many ways a text fits") {
    // 2^30 ways through the optional words, and none of them to the end
    std::string pattern;
    for (int i = 0; i < 30; ++i) pattern += "[\"x\"] ";
    std::string text;
    for (int i = 0; i < 60; ++i) text += "x ";
    const Table table = table_of("DATE: " + pattern + "\"end\"\nTIME: \"x\" \"x\"\n");
    CHECK(shown_match(table, text) == "6[x x]");
    // a pattern longer than the walk is deep matches nothing
    std::string deep;
    for (int i = 0; i < 50; ++i) deep += "\"x\" ";
    CHECK(shown_match(table_of("DATE: " + deep + "\n"), text) == "none");
}

TEST_CASE("a match may begin at any item, and an earlier one is forgotten") {
    const Table table = table_of("DATE: \"x\":m=3 \"y\"\nDATE: \"y\":d=4\n");
    const Items items = items_of(table, "x y");
    Match match;
    REQUIRE(match_at(table, items, 0, match));
    CHECK(match.end == 2);
    REQUIRE(match_at(table, items, 1, match));
    CHECK(match.end == 2);
    CHECK(match.parts[0].first == 1);
    CHECK(match.count == 1);
    CHECK(match.parts[0].frame.has(Slot::d));
    CHECK_FALSE(match.parts[0].frame.has(Slot::m));
}
