// Tests of numbers and marks at the start of a line: each style, its edges, and what is none.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/numbering.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace analyze;
using Style = NumberStyle;

namespace {

struct Case {
    const char* line;
    Style style;
    std::uint32_t value, size;
    char close;
    bool bare;
};

void check(std::initializer_list<Case> cases) {
    for (const Case& c : cases) {
        CAPTURE(c.line);
        const Numbering number = read_numbering(c.line);
        CHECK(number.style == c.style);
        CHECK(number.value == c.value);
        CHECK(number.size == c.size);
        CHECK(number.close == c.close);
        CHECK(number.bare == c.bare);
    }
}

void check_none(std::initializer_list<const char*> lines) {
    for (const char* line : lines) {
        CAPTURE(line);
        CHECK(read_numbering(line).style == Style::none);
    }
}

}  // namespace

TEST_CASE("numbering: decimals") {
    check({{"1. Scope", Style::decimal, 1, 2, '.', false},
           {"12) Scope", Style::decimal, 12, 3, ')', false},
           {"(3) Scope", Style::decimal, 3, 3, '(', false},
           {"1 Scope", Style::decimal, 1, 1, 0, false},
           {"#2: Scope", Style::decimal, 2, 3, ':', false},
           {"4: Scope", Style::decimal, 4, 2, ':', false},
           {"1.1 Scope", Style::decimal, 1, 3, 0, false},
           {"1.12. Scope", Style::decimal, 12, 5, '.', false},
           {"2024", Style::decimal, 2024, 4, 0, true},
           {"7.", Style::decimal, 7, 2, '.', true},
           {"1.\tScope", Style::decimal, 1, 2, '.', false},
           {"1.2.3.4.5.6.7.8.9 x", Style::decimal, 9, 17, 0, false}});
    check_none({"", "1 scope", "100 Scopes", "12345. Scope", "1.Scope", "1,5 x", "10:30 x", "(3 x",
                "(3] x", "[3]", "[3] x", "1.2.3.4.5.6.7.8.9.1 x", "1st", "\xFF. x"});
    CHECK(read_numbering("2.3 x").depth == 2);
    CHECK(read_numbering("2.3 x").parent == read_numbering("2.4 x").parent);
    CHECK(read_numbering("2.3 x").parent != read_numbering("3.3 x").parent);
    const Numbering two = read_numbering("2. x");
    CHECK(child_key(two.parent, two.value) == read_numbering("2.1 x").parent);
}

TEST_CASE("numbering: letters and Roman numbers") {
    check({{"A. x", Style::upper_letter, 1, 2, '.', false},
           {"(b) x", Style::lower_letter, 2, 3, '(', false},
           {"z) x", Style::lower_letter, 26, 2, ')', false},
           {"I. x", Style::roman, 1, 2, '.', false},
           {"IV: x", Style::roman, 4, 3, ':', false},
           {"iv) x", Style::lower_roman, 4, 3, ')', false},
           {"XLIX. x", Style::roman, 49, 5, '.', false},
           {"CCCXCIX. x", Style::roman, 399, 8, '.', false},
           {"CCCLXXXVIII. x", Style::roman, 388, 12, '.', false},
           {"II", Style::roman, 2, 2, 0, true},
           {"I", Style::roman, 1, 1, 0, true}});
    check_none({"A x", "AB. x", "IIII. x", "IC. x", "VX. x", "Iv. x", "CD. x", "CCCC. x", "mix. x",
                "I am", "A.x", "A: x", "\u00C9. x"});
    CHECK(read_numbering("I. x").letter == 9);
    CHECK(read_numbering("II. x").letter == 0);
    CHECK(read_numbering("v. x").letter == 22);
}

TEST_CASE("numbering: a noun and a number") {
    check({{"Chapter 2", Style::chapter, 2, 9, 0, true},
           {"CHAPTER TWO", Style::chapter, 2, 11, 0, true},
           {"Chapter IV. Tides", Style::chapter, 4, 11, '.', false},
           {"Part First: Tides", Style::part, 1, 11, ':', false},
           {"Book 3 \u2014 Tides", Style::part, 3, 6, 0, false},
           {"Book 3 - Tides", Style::part, 3, 6, 0, false},
           {"Part 2\u2013Tides", Style::part, 2, 6, 0, false},
           {"Section 3  Tides", Style::section, 3, 9, 0, false},
           {"Appendix B", Style::appendix, 2, 10, 0, true},
           {"Appendix C: Tides", Style::appendix, 3, 11, ':', false},
           {"Article 12.", Style::other_word, 12, 11, '.', true},
           {"Lesson twenty", Style::other_word, 20, 13, 0, true},
           {"Boat 2", Style::any_word, 2, 6, 0, true},
           {"Method 1 of 3: Tides", Style::any_word, 1, 14, ':', false},
           {"\u00A7 3 Tides", Style::section_sign, 3, 4, 0, false},
           {"\u00A73", Style::section_sign, 3, 3, 0, true}});
    check_none({"Section 3 covers the tides", "chapter 2", "Chapter", "Chapter ", "Boat two",
                "Boat 2  Tides", "Boat 1.67", "Chapter of tides", "Chapter 2a", "Chapter 0",
                "Chapter B", "Chapter ii", "Lesson twenty-one", "Chapter 2-3", "\u00A7 x",
                "\u00A7"});
}

TEST_CASE("numbering: nouns in other languages, shortened ones, and the ordinals of articles") {
    check({{"CHAP. IV.", Style::chapter, 4, 9, '.', true},
           {"Sec. 2. Tides", Style::section, 2, 7, '.', false},
           {"CAP\u00CDTULO II", Style::chapter, 2, 12, 0, true},
           {"Cap\u00EDtulo 3: Mareas", Style::chapter, 3, 12, ':', false},
           {"Article 1er \u2013 Lieu", Style::other_word, 1, 11, 0, false},
           {"Artigo 1.\u00BA", Style::other_word, 1, 11, 0, true},
           {"Art. 2\u00B0", Style::other_word, 2, 8, 0, true},
           {"TITRE I : PORTS", Style::part, 1, 9, ':', false},
           {"\u0413\u043B\u0430\u0432\u0430 2", Style::chapter, 2, 12, 0, true}});
    check_none({"Max. 4 Boats", "Step 1er", "\u0433\u043B\u0430\u0432\u0430 2",
                "Chap. four of five boats"});
}

TEST_CASE("numbering: bullets stand before a blank") {
    for (const char* mark : {"-", "*", "+", "o", "\u2022", "\u2013", "\u2023", "\u25CF", "\u25E6",
                             "\u25AA", "\u00B7", "\u2043", "[ ]", "[x]", "\u2610", "\u2611"}) {
        CAPTURE(mark);
        const Numbering bullet = read_numbering(std::string(mark).append(" item"));
        CHECK(bullet.style == Style::bullet);
        CHECK(bullet.size == std::string_view(mark).size());
        CHECK(read_numbering(std::string(mark).append("\titem")).style == Style::bullet);
        CHECK(read_numbering(std::string(mark).append("item")).style != Style::bullet);
        CHECK(read_numbering(mark).style != Style::bullet);
    }
    check_none({"\u2014 dash", "--", "** x", " - x"});
}

TEST_CASE("numbering: hostile lines") {
    for (const char* unit : {"1.", "1", "I", "(", "a", "Chapter ", "\u00A7", "- "}) {
        std::string line;
        while (line.size() < 100000) line += unit;
        CHECK(read_numbering(line).size <= 2);
    }
}
