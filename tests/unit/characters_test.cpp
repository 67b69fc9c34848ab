// Tests of counting the letters and digits of words.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/characters.hpp"

#include <catch2/catch.hpp>
#include <string_view>

using namespace analyze;

TEST_CASE("letters and digits count, signs and marks do not") {
    CHECK(letters_and_digits("") == 0);
    CHECK(letters_and_digits("don't") == 4);
    CHECK(letters_and_digits("well-known") == 9);
    CHECK(letters_and_digits("1,234.5") == 5);
    CHECK(letters_and_digits("Öre") == 3);
    CHECK(letters_and_digits("O\u0308re") == 3);
    CHECK(letters_and_digits("湖水") == 2);
    CHECK(letters_and_digits("😀—") == 0);
}
