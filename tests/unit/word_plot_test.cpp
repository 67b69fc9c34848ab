// Tests of what --plot draws of words.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/word_plot.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

TEST_CASE("heights are relative to the fullest part, and what is there is seen") {
    const std::vector<std::uint64_t> places{0, 10, 11, 12, 13, 14, 15, 16, 17, 18, 30, 31, 32, 33};
    CHECK(part_heights(places, CorpusParts::equal(40, 4)) == "1804");
    CHECK(part_heights({}, CorpusParts::equal(40, 4)).empty());
    CHECK(part_heights(places, CorpusParts::equal(40, 1)) == "8");
}

TEST_CASE("Zipf's curve has a point for each rank") {
    const Plot plot = zipf_plot({{"the", 9, 1}, {"lake", 2, 1}});
    CHECK(plot.points == std::vector<std::pair<double, double>>{{1, 9}, {2, 2}});
}

TEST_CASE("sparklines fit into the terminal") {
    CHECK(sparkline_parts(0) == 40);
    CHECK(sparkline_parts(20) == 10);
    CHECK(sparkline_parts(80) == 36);
    CHECK(sparkline_parts(300) == 40);
}
