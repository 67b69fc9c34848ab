// Tests of numbers of several words, and of decimals without exponents.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "rule_table.hpp"

using namespace analyze::temporal;

namespace {

/// The words of the number reader and nothing else.
const Table& table() {
    static const Table table = compile_table(
        "[number]\n0: zero\n1: one\n2: two\n3: three\n5: five\n7: seven\n11: eleven\n20: "
        "twenty\n40: forty\n"
        "[hundred]\n100: hundred\n[scale]\n1000: thousand\n1000000: "
        "million\n[scale_suffix]\n1000000: m\n"
        "[and]\n0: and\n[point]\n0: point\n[half]\n0.5: half\n0.25: quarter\n"
        "[fraction]\n3: third\n4: fourth, quarter\n[fractions]\n3: thirds\n4: quarters\n"
        "[vulgar]\n0.5: ½\n[ordinal]\n1: first\n3: third\n20: twentieth\n100: "
        "hundredth\n[minus]\n-1: minus, -\n"
        "[article]\n1: a, an, the\n[over]\n0: over\n[slash]\n0: /\n[ordinal_suffix]\n0: "
        "th\n[rules]\n",
        "t");
    return table;
}

}  // namespace

TEST_CASE("numbers in words become one item, and what is none stays apart") {
    const std::pair<const char*, const char*> cases[] = {
        {"two", "two=2w"},
        {"twenty-one", "twenty-one=21w"},
        {"twenty one", "twenty one=21w"},
        {"two one", "two=2w | one=1w"},
        {"twenty eleven", "twenty=20w | eleven=11w"},
        {"two hundred and five", "two hundred and five=205w"},
        {"two hundred five", "two hundred five=205w"},
        {"two and five", "two=2w | and | five=5w"},
        {"hundred", "hundred=100w"},
        {"a hundred", "a hundred=100w"},
        {"two hundred hundred", "two hundred=200w | hundred=100w"},
        {"thousand", "thousand"},
        {"three thousand and seven", "three thousand and seven=3007w"},
        {"five million three thousand", "five million three thousand=5003000w"},
        {"two thousand million", "two thousand million=2000000000w"},
        {"two hundred and five hundred", "two hundred=200w | and | five hundred=500w"},
        {"1.2 million", "1.2 million=1200000w"},
        {"3 m", "3 m=3000000w"},
        {"two m", "two=2w | m"},
        {"40 000", "40 000=40000"},
        {"40 123", "40=40d | 123=123d"},
        {"1 414 021", "1 414 021=1414021"},
        {"zero", "zero=0w"}};
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(shown_items(table(), text) == expected);
    }
}

TEST_CASE("fractions, halves, points and divisions") {
    const std::pair<const char*, const char*> cases[] = {
        {"half a million", "half a million=500000w"},
        {"half", "half=0.5wf"},
        {"quarter", "quarter"},
        {"two and a half", "two and a half=2.5wf"},
        {"two and a half million", "two and a half million=2500000w"},
        {"a third of", "a | third=3wo | of"},
        {"a third.", "a third=0.333333333333333wf | ."},
        {"two thirds", "two thirds=0.666666666666667wf"},
        {"three quarters", "three quarters=0.75wf"},
        {"five ½", "five ½=5.5wf"},
        {"10 1/2", "10 1/2=10.5wf"},
        {"two point five", "two point five=2.5wf"},
        {"two point seven five", "two point seven five=2.75wf"},
        {"one over twenty", "one over twenty=0.05wf"},
        {".08", ".08=0.08df"}};
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(shown_items(table(), text) == expected);
    }
}

TEST_CASE("ordinals and signs") {
    const std::pair<const char*, const char*> cases[] = {
        {"third", "third=3wo"},
        {"twenty-first", "twenty-first=21wo"},
        {"two hundred and third", "two hundred and third=203wo"},
        {"two hundredth", "two hundredth=200wo"},
        {"two first", "two=2w | first=1wo"},
        {"27th", "27th=27do"},
        {"minus two", "minus two=-2w"},
        {"-4", "-4=-4d"},
        {"3-4", "3=3d | - | 4=4d"}};
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(shown_items(table(), text) == expected);
    }
}

TEST_CASE("ten thousand words of a number are read in one go") {
    std::string text;
    for (int i = 0; i < 10000; ++i) text += "two hundred and ";
    CHECK(shown_items(table(), text).starts_with("two hundred=200w | and | two hundred=200w"));
}

TEST_CASE("decimals have fifteen digits at most and no exponent") {
    const std::pair<double, const char*> cases[] = {
        {0, "0"},
        {-0.0, "0"},
        {1, "1"},
        {-2.5, "-2.5"},
        {0.1 + 0.2, "0.3"},
        {1.0 / 3, "0.333333333333333"},
        {1e-7, "0.0000001"},
        {1e21, "1000000000000000000000"},
        {123456789012345678.0, "123456789012346000"},
        {999999999999999.9, "1000000000000000"},
        {1200000000, "1200000000"},
        {HUGE_VAL, "0"},
        {std::numeric_limits<double>::quiet_NaN(), "0"}};
    for (const auto& [value, expected] : cases) {
        CAPTURE(value);
        CHECK(decimal(value) == expected);
    }
}
