// Tests of reading rule tables: settings, words and their shapes, ranges, and what is refused where.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"
#include "rule_table.hpp"

using namespace analyze;
using namespace analyze::temporal;

namespace {

std::string refusal(const std::string& text) {
    try {
        (void)compile_table(text, "dir/x.table");
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::resource);
        return error.what();
    }
    return "accepted";
}

}  // namespace

TEST_CASE("what is wrong in a table is told with its line") {
    const std::pair<const char*, const char*> cases[] = {
        {"one: two", "1: a line before the first [section]"},
        {"\n# note\n[ ]", "3: a section without a name"},
        {"[month]\n5", "2: expected \"key: …\""},
        {"[month]\n: may", "2: expected \"key: …\""},
        {"[month]\n5: # may", "2: nothing after the colon"},
        {"[settings]\norder: last", "2: no such setting: order: last"},
        {"[ranges]\nday: 1-2", "2: a range needs LOW..HIGH"},
        {"[ranges]\nday: 1..x", "2: \"x\" is no number"},
        {"[ranges]\nday: 1..31 some", "2: \"some\" is no number"},
        {"[ranges]\nday: 1..31 0-2", "2: digits are \"FROM-TO\", 1 to 20"},
        {"[ranges]\nday: 1..31 3-2", "2: digits are \"FROM-TO\", 1 to 20"},
        {"[ranges]\nday: 1..31 1-21", "2: digits are \"FROM-TO\", 1 to 20"},
        {"[ranges]\nday: 1..31\nday: 1..2", "3: the range day is there already"},
        {"[macros]\na: \"x\"\r\na: \"y\"", "3: the macro a is there already"},
        {"[rules]\nHOUR: \"x\"", "2: no such kind: HOUR"}};
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(refusal(text) == "dir/x.table:" + std::string(expected));
    }
    CHECK(refusal("") == "accepted");
    CHECK(refusal("# only a note") == "accepted");
    std::string many = "[ranges]\n";
    for (int i = 0; i < 64; ++i) many.append("r").append(std::to_string(i)).append(": 0..1\n");
    CHECK(refusal(many) == "accepted");
    CHECK(refusal(many + "more: 0..1") == "dir/x.table:66: there can be 64 ranges at most");
}

TEST_CASE("settings say how numbers and days are written") {
    const Table plain = compile_table("", "t");
    CHECK_FALSE((plain.day_first || plain.comma_decimal || plain.compounds));
    const Table other =
        compile_table("[settings]\norder: day-first\ndecimal: comma\ncompounds: yes", "t");
    CHECK((other.day_first && other.comma_decimal && other.compounds));
}

TEST_CASE("a form fits the shapes that it is written in") {
    const Table table = compile_table("[c]\n1: low\n2: Cap\n3: ÜB\n4: UP\n5: Ünd\n", "t");
    const auto fits = [&](const char* word) {
        std::string out;
        for (const std::uint32_t list : table.lexicon.at(word).lists)
            out += list == 0 ? '-' : static_cast<char>('0' + table.lists[list][0].value);
        return out;  // as lower case, Capitalised, UPPER CASE
    };
    CHECK(fits("low") == "111");
    CHECK(fits("cap") == "-22");
    CHECK(fits("up") == "--4");
    CHECK(fits("üb") == "--3");
    CHECK(fits("ünd") == "-55");
}

TEST_CASE("words have values, several classes, dots and phrases, the longest first") {
    const Table table =
        compile_table("[c]\n1: jan., of the, of the sea\nX: Of, ,\n[d]\n-2.5: jan.\n", "t");
    const Entry& jan = table.lexicon.at("jan");
    CHECK(jan.dot);
    REQUIRE(table.lists[jan.lists[0]].size() == 2);
    CHECK(table.lists[jan.lists[0]][0].value == 1);
    CHECK(table.lists[jan.lists[0]][1].value == -2.5);
    const Entry& of = table.lexicon.at("of");
    CHECK_FALSE(of.dot);
    REQUIRE(of.phrases.size() == 2);
    CHECK(of.phrases[0].words == std::vector<std::string>{"the", "sea"});
    CHECK(of.phrases[1].words == std::vector<std::string>{"the"});
    CHECK(of.lists[0] == 0);  // "Of" has a capital
    CHECK(table.symbol(table.lists[of.lists[1]][0].value) == "X");
    CHECK(table.lexicon.count(",") == 1);
}

TEST_CASE("reserved classes are found in a word's list") {
    const Table table = compile_table("[number]\n2: two\n[past]\n1: two, was\n", "t");
    const std::uint32_t two = table.lexicon.at("two").lists[0];
    REQUIRE(table.role(two, Role::number_word) != nullptr);
    CHECK(*table.role(two, Role::number_word) == 2);
    CHECK(*table.role(two, Role::past_cue) == 1);
    CHECK(table.role(two, Role::scale) == nullptr);
    CHECK(table.role(0, Role::number_word) == nullptr);
}

TEST_CASE("a range holds the numbers that it asks for") {
    const auto range = [](const std::string& spec) {
        return compile_table("[ranges]\nr: " + spec, "t").ranges.at(0);
    };
    Number two{.value = 2, .digits = 1}, twelve{.value = 12, .digits = 2},
        word{.value = 2, .word = true}, third{.value = 3, .digits = 1, .ordinal = true},
        fourth{.value = 4, .word = true, .ordinal = true}, half{.value = 2.5, .integer = false},
        clock{.value = 8.3, .integer = false, .clock = true};
    struct Case {
        const char* spec;
        std::string held;  ///< of 2, 12, two, 3rd, fourth, 2.5, 8.30
    };
    for (const Case& c :
         {Case{"1..31 1-2", "yy-----"}, Case{"1..31 2", "-y-----"}, Case{"1..9 1-2", "y------"},
          Case{"1..31 words", "--y----"}, Case{"1..31 any", "yyy----"},
          Case{"1..31 ordinal", "---yy--"}, Case{"1..31 1-2 ordinal", "yy-y---"},
          Case{"0..24 clock", "------y"}, Case{"0..24 any decimal", "yyy--yy"},
          Case{"2..2 any", "y-y----"}, Case{"13..31 any ordinal decimal clock", "-------"}}) {
        const Range r = range(c.spec);
        std::string held;
        for (const Number& number : {two, twelve, word, third, fourth, half, clock})
            held += r.holds(number) ? 'y' : '-';
        CAPTURE(c.spec);
        CHECK(held == c.held);
    }
}
