// Tests of values as the text of cells: exact for programs, readable and harmless for people.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/report/cell.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <limits>

using namespace analyze;
using namespace std::string_literals;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Text {
    std::string given, expected;
};

}  // namespace

TEST_CASE("cell: one U+FFFD for each maximal part that is no UTF-8") {
    const Text cases[] = {
        {"", ""},
        {"plain\0text"s, "plain\0text"s},
        {"caf\u00E9 \u20AC \U0001F600", "caf\u00E9 \u20AC \U0001F600"},
        {"\xFF\xFE", "\uFFFD\uFFFD"},
        {"a\xC3", "a\uFFFD"},
        {"a\xE2\x82z", "a\uFFFDz"},
        {"\xF0\x9F\x98", "\uFFFD"},
        {"\xC0\xAF", "\uFFFD\uFFFD"},
        {"\xE0\x9F\xBF", "\uFFFD\uFFFD\uFFFD"},
        {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
        {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF"},
    };
    for (const Text& c : cases) CHECK(valid_utf8(c.given) == c.expected);
}

TEST_CASE("cell: programs get every value exactly") {
    const struct {
        Value value;
        std::string expected;
    } cases[] = {
        {Value{}, ""},
        {std::nan(""), ""},
        {-kInfinity, ""},
        {true, "true"},
        {false, "false"},
        {std::numeric_limits<std::int64_t>::min(), "-9223372036854775808"},
        {std::int64_t{1234567}, "1234567"},
        {0.0, "0"},
        {0.1, "0.1"},
        {200000.0, "200000"},
        {1e-4, "0.0001"},
        {9.5e-5, "9.5e-05"},
        {999999999999999.0, "999999999999999"},
        {1e15, "1e+15"},
        {0.1 + 0.2, "0.30000000000000004"},
        {-2.5, "-2.5"},
        {"tab\there \xFF"s, "tab\there \uFFFD"},
        {List{}, ""},
        {List{"one"}, "one"},
        {List{"one", "", "t\xC3"}, "one||t\uFFFD"},
    };
    for (const auto& c : cases) CHECK(exact(c.value) == c.expected);
    for (const double number : {1.0 / 3, 5e-324, 1.7976931348623157e308, 123456.789})
        CHECK(std::strtod(exact(number).c_str(), nullptr) == number);
    CHECK(undefined(Value{}));
    CHECK(undefined(kInfinity));
    CHECK_FALSE(undefined(0.0));
    CHECK_FALSE(undefined(""s));
}

TEST_CASE("cell: a terminal shows any text in one line and obeys none of it") {
    const struct {
        std::string given, unicode, plain;
    } cases[] = {
        {"", "", ""},
        {" a  b ", " a  b ", " a  b "},
        {"a \r\n  b", "a b", "a b"},
        {"a\n\n\tb\n", "a b ", "a b "},
        {"a\u2028b\u0085c\vd", "a b c d", "a b c d"},
        {"a\tb", "a b", "a b"},
        {"\x1B[31mred\x07", "\u241B[31mred\u2407", "?[31mred?"},
        {"\x7F\0"s, "\u2421\u2400", "??"},
        {"\u009Bm", "\uFFFDm", "?m"},
        {"\xFFz", "\uFFFDz", "?z"},
        {"a\u202Eb\u2066c\u2069", "abc", "abc"},
        {"a\u200Eb", "a\u200Eb", "a\u200Eb"},
        {"湖", "湖", "湖"},
    };
    for (const auto& c : cases) {
        CHECK(visible(c.given, true) == c.unicode);
        CHECK(visible(c.given, false) == c.plain);
    }
}

TEST_CASE("cell: people read three digits of the largest number, and words") {
    const struct {
        double largest;
        int decimals;
    } cases[] = {{0, 4},  {0.0999, 4}, {0.1, 3},   {0.999, 3}, {1, 2},
                 {99, 2}, {100, 1},    {999.9, 1}, {1000, 0},  {1e18, 0}};
    for (const auto& c : cases) CHECK(decimals_for(c.largest) == c.decimals);
    CHECK(readable(true, 2, true) == "yes");
    CHECK(readable(false, 2, true) == "no");
    CHECK(readable(std::int64_t{-1234567}, 2, true) == "-1234567");
    CHECK(readable(2.345, 1, true) == "2.3");
    CHECK(readable(2.0, 0, true) == "2");
    CHECK(readable(kInfinity, 2, true).empty());
    CHECK(readable(Value{}, 2, true).empty());
    CHECK(readable(List{"a\n", "b\x1B"}, 0, false) == "a , b?");
    CHECK(label_of("per_million", true) == "Per million");
    CHECK(label_of("\u00E9t\u00E9_x", true) == "\u00E9t\u00E9 x");
    CHECK(label_of("ngram", true) == "N-gram");
    CHECK(label_of("distinct_ngrams", true) == "Distinct n-grams");
    CHECK(label_of("congrams", true) == "Congrams");
    CHECK(label_of("", true).empty());
    CHECK(label_of("_a", true) == " a");
}
