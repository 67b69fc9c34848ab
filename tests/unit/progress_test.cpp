// Tests of the progress line.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/progress.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

TEST_CASE("the progress line shows count, rate and time left within the width") {
    CHECK(progress_line(120, 480, 4, 79) ==
          "[=======>                      ] 120/480 inputs, 30/s, 12 s left");
    CHECK(progress_line(480, 480, 16, 79) ==
          "[==============================] 480/480 inputs, 30/s, 0 s left");
    CHECK(progress_line(1, 7201, 1, 79) ==
          "[>                             ] 1/7201 inputs, 1.0/s, 2 h 00 min left");
    CHECK(progress_line(1, 101, 1, 79).ends_with("1 min 40 s left"));
    CHECK(progress_line(0, 10, 0, 79) == "[>                             ] 0/10 inputs");
    for (std::size_t width = 0; width < 90; ++width)
        CHECK(progress_line(12, 34, 5.6, width).size() <= width);
}
