// Tests of plots drawn with characters: where points come, and that they fit any width.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "../../src/report/text_plot.hpp"
#include "analyze/base/display_width.hpp"

using namespace analyze;

namespace {

std::vector<std::string> lines_of(const Plot& plot, const Style& style) {
    std::string out;
    append_plot(out, plot, style);
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < out.size();) {
        const std::size_t end = out.find('\n', at);
        lines.push_back(out.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

}  // namespace

TEST_CASE("a falling line goes from one corner to the other") {
    Plot plot{.across = "Rank", .up = "Count"};
    for (int i = 0; i <= 3; ++i) plot.points.emplace_back(std::pow(10, i), std::pow(10, 3 - i));
    const auto lines = lines_of(plot, {.unicode = false, .width = 40});
    REQUIRE(lines.size() == 1 + 11 + 3);
    CHECK(lines[0] == "  Count");
    CHECK(lines[1] == "  1000+*");
    CHECK(lines[11].substr(0, 7) == "     1+");
    CHECK(lines[11].size() == 40);
    CHECK(lines[11].back() == '*');
    CHECK(lines[12].substr(0, 8) == "      ++");
    CHECK(lines[13].find("1          10        100") == 7);
    CHECK(lines[14] == "       Rank");
    const auto dots = lines_of(plot, {.width = 40});
    CHECK(dots[1] == "  1000┤⠁");
    CHECK(dots[11].ends_with("⢀"));
}

TEST_CASE("plots fit any width, whatever the points") {
    const Plot plots[] = {{.across = "Rank", .up = "Count", .points = {{1, 1}}},
                          {.across = "Rank", .up = "Count", .points = {{0, 5}, {-1, NAN}}},
                          {.across = "Rank", .up = "Count", .points = {{1e9, 1e12}, {5, 7}}}};
    for (const Plot& plot : plots)
        for (const bool unicode : {false, true})
            for (int width = 0; width < 130; ++width)
                for (const std::string& line : lines_of(plot, {.unicode = unicode, .width = width}))
                    CHECK(display_width(line) <=
                          static_cast<std::size_t>(width == 0 ? 72 : std::min(width, 100)));
}
