// Tests of messages: nothing in the name of a file may act on a terminal.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/message.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

TEST_CASE("controls and broken UTF-8 become visible, all else stays") {
    CHECK(visible("a \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80.txt") ==
          "a \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80.txt");
    CHECK(visible("a\nb\x1B[31m\x7F") == "a\\x0Ab\\x1B[31m\\x7F");
    CHECK(visible("\xC2\x9B") == "\\xC2\\x9B");
    CHECK(visible("\xFF\xC3") == "\\xFF\\xC3");
    CHECK(visible("\xED\xA0\x80") == "\\xED\\xA0\\x80");
    CHECK(visible("").empty());
}
