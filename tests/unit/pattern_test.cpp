// Tests of regular expressions over words.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/pattern.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"

using namespace analyze;

TEST_CASE("a pattern is found anywhere, or where its anchors say") {
    Pattern ing("ing$", Case::fold);
    CHECK(ing.found_in("going"));
    CHECK_FALSE(ing.found_in("ingot"));
    CHECK_FALSE(ing.found_in(""));
    Pattern letter("^\\p{L}+$", Case::keep);
    CHECK(letter.found_in("\xC3\xA9t\xC3\xA9"));
    CHECK(letter.found_in("\xE6\x9D\xB1\xE4\xBA\xAC"));
    CHECK_FALSE(letter.found_in("a1"));
}

TEST_CASE("case is ignored only when words are folded") {
    CHECK(Pattern("^THE$", Case::fold).found_in("the"));
    CHECK_FALSE(Pattern("^THE$", Case::keep).found_in("the"));
}

TEST_CASE("one pattern serves many words") {
    Pattern pattern("a", Case::keep);
    for (int i = 0; i < 1000; ++i) {
        CHECK(pattern.found_in("xax"));
        CHECK_FALSE(pattern.found_in("xbx"));
    }
    Pattern moved = std::move(pattern);
    CHECK(moved.found_in("a"));
}

TEST_CASE("a wrong expression is told, a hopeless match is given up") {
    CHECK_THROWS_AS(Pattern("(a", Case::fold), Error);
    CHECK_THROWS_AS(Pattern("[[:nonsense:]]", Case::fold), Error);
    Pattern hopeless("^(a+)+$", Case::keep);
    CHECK_THROWS_AS(hopeless.found_in(std::string(40, 'a') + "b"), Error);
    CHECK(hopeless.found_in("aaa"));
}

TEST_CASE("a long word costs no more than an error") {
    Pattern deep("^(a|b)*$", Case::keep);
    try {
        const bool found = deep.found_in(std::string(1 << 20, 'a'));
        CHECK(found);
    } catch (const Error&) {
        SUCCEED("the stack limit was reached");
    }
}
