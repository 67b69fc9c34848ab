// Tests of compiling patterns: what each sign of the pattern language means, and what is refused.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"
#include "rule_table.hpp"

using namespace analyze;
using namespace analyze::temporal;

namespace {

const std::string kHead =
    "[month]\n3: march\n5: may\n[ranges]\nday: 1..31 1-2\n"
    "[macros]\nmd: month:m day:d | day:d month:m\ndeep: @md [\"in\" @md]\n[rules]\n";  // 9 lines

std::string match(const std::string& pattern, const std::string& text) {
    return shown_match(compile_table(kHead + "DATE: " + pattern, "t"), text);
}

std::string refusal(const std::string& pattern) {
    try {
        (void)compile_table(kHead + "DATE: " + pattern, "t");
    } catch (const Error& error) {
        return error.what();
    }
    return "accepted";
}

}  // namespace

TEST_CASE("patterns: each sign by what it matches") {
    struct Case {
        const char *pattern, *text, *match;
    };
    for (const Case& c : {
             Case{"month", "may", "10[may]"},
             Case{"month", "Monday", "none"},
             Case{"month:m", "May", "10[May m=5]"},
             Case{"month:m day:d", "may 2 x", "10[may 2 m=5 d=2]"},
             Case{"month:m day:d", "may", "none"},
             Case{"day", "32", "none"},
             Case{"\"on\" day:d", "On 31", "10[On 31 d=31]"},
             Case{"(month:m | day:d)", "7", "10[7 d=7]"},
             Case{"[\"the\"] month", "may", "10[may]"},
             Case{"[\"the\"] month", "the may", "10[the may]"},
             Case{"day ~ month", "2may", "10[2may]"},
             Case{"day ~ month", "2 may", "none"},
             Case{"month^", "may", "none"},
             Case{"month^:m", "May", "10[May m=5]"},
             Case{"(\"on\" | month):rel=-1", "may", "10[may rel=-1]"},
             Case{"\"on\":rel=0 day:d:n", "on 2", "10[on 2 d=2 n=2 rel=0]"},
             Case{"day => y=1999 mod=START", "2", "10[2 y=1999 mod=0]"},
             Case{"\"on\" < day:d >", "on 2", "10[2 d=2]"},
             Case{"< day:d > \"and\" < day:d > month:m", "2 and 3 may", "10[2 d=2][3 m=5 d=3]"},
             Case{"@md", "2 May", "10[2 May m=5 d=2]"},
             Case{"@md", "May 2", "10[May 2 m=5 d=2]"},
             Case{"@md^", "may 2", "none"},
             Case{"@md^", "May 2", "10[May 2 m=5 d=2]"},
             Case{"@deep:rel=1", "2 may in march 3", "10[2 may in march 3 m=3 d=3 rel=1]"},
             Case{"\"x\" [~ (day | month)]", "x 2", "10[x]"},
         }) {
        CAPTURE(c.pattern, c.text);
        CHECK(match(c.pattern, c.text) == c.match);
    }
}

TEST_CASE("patterns that are none are refused with their line") {
    const std::pair<const char*, const char*> cases[] = {
        {"hour", "10: no such class or range: hour"},
        {"month:hour", "10: no such slot: hour"},
        {"month:m=", "10: nothing after ="},
        {"(month", "10: a \")\" is missing"},
        {"[month", "10: a \"]\" is missing"},
        {"month)", "10: unexpected \")\""},
        {"\"may", "10: a quoted word without an end"},
        {"\"\"", "10: a quoted word without an end"},
        {"@none", "10: no such macro: @none"},
        {"(month):m", "10: expected :slot=value behind a group"},
        {"month => m", "10: expected slot=value after =>"},
        {"month =>= m", "10: no such slot: "},
        {"%", "10: unexpected \"%\""}};
    for (const auto& [pattern, expected] : cases) {
        CAPTURE(pattern);
        CHECK(refusal(pattern) == "t:" + std::string(expected));
    }
    CHECK_THROWS_WITH(compile_table("[macros]\na: \"x\" @b\nb: @a\n[rules]\nDATE: @a\n", "t"),
                      Catch::Contains("contains itself"));
    // doubling sixteen times is a small file and a large automaton
    std::string bomb = "[macros]\nm0: \"x\" \"y\" \"z\" \"w\" \"x\" \"y\" \"z\" \"w\"\n";
    for (int i = 1; i < 16; ++i) {
        const std::string before = std::string(" @m").append(std::to_string(i - 1));
        bomb.append("m").append(std::to_string(i)).append(":");
        for (int k = 0; k < 4; ++k) bomb += before;
        bomb += '\n';
    }
    CHECK_THROWS_WITH(compile_table(bomb + "[rules]\nDATE: @m15\n", "t"),
                      Catch::Contains("too many or too long"));
}

TEST_CASE("states are shared, and the start knows how rules begin") {
    const Table table =
        compile_table(kHead + "DATE: \"a\" month\nDATE: \"b\" month\nTIME: < day >\n", "t");
    // the start; behind a and b, which share one tail but accept different rules; the extent's three
    REQUIRE(table.rules.size() == 3);
    CHECK(table.rules[2].kind == static_cast<std::int8_t>(ExpressionKind::time));
    std::size_t begins = 0;
    for (const auto& transitions : table.start_words) begins += transitions.size();
    CHECK(begins == 2);
    CHECK(table.start_ranges.at(0).empty());  // behind a mark
    const Table same = compile_table(kHead + "DATE: (\"a\" | \"b\") month\n", "t");
    CHECK(same.states.size() == 3);
    CHECK(compile_table(kHead + "NONE: month\n", "t").rules[0].kind == -1);
}
