// Tests of believing confidences: the fit finds the map that made them wrong, tables and intervals count right.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/training/calibration.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "analyze/analysis/entities_tagger.hpp"

using namespace analyze;

namespace {

/// A hundred names for each of some confidences, of which the share `right(confidence)` is right.
template <typename Right>
std::vector<Judged> names(Right&& right) {
    std::vector<Judged> out;
    for (const float p : {0.2F, 0.4F, 0.6F, 0.8F, 0.9F, 0.99F})
        for (int i = 0; i < 100; ++i)
            out.push_back({p, 0, static_cast<float>(i) + 0.5F < 100 * right(p)});
    return out;
}

Evaluation part(const std::vector<Score>& documents) {
    Evaluation evaluation;
    for (const Score& score : documents) evaluation.documents.push_back({score});
    return evaluation;
}

}  // namespace

TEST_CASE("confidences that are shares stay; those of a too bold model are put right") {
    const auto [slope, offset] = fit_calibration(names([](float p) { return p; }));
    CHECK(slope == Approx(1).margin(0.03));
    CHECK(offset == Approx(0).margin(0.03));
    const auto bold = fit_calibration(names([](float p) { return calibrated(p, 0.6F, -0.4F); }));
    CHECK(bold.first == Approx(0.6).margin(0.03));
    CHECK(bold.second == Approx(-0.4).margin(0.05));
}

TEST_CASE("nothing is fitted to too few names or to names that say nothing") {
    const std::pair<float, float> same{1.0F, 0.0F};
    CHECK(fit_calibration({}) == same);
    CHECK(fit_calibration(std::vector<Judged>(99, {0.5F, 0, true})) == same);
    CHECK(fit_calibration(std::vector<Judged>(500, {0.5F, 0, true})) == same);
    CHECK(fit_calibration(std::vector<Judged>(500, {1.0F, 0, true})) == same);
    CHECK(fit_calibration(names([](float p) { return 1 - p; })) ==
          same);  // the order turned around
}

TEST_CASE("the table of reliability: bins, the error, what reaches a threshold") {
    std::vector<Judged> judged;
    judged.reserve(8);
    for (int i = 0; i < 4; ++i) judged.push_back({0.75F, 0, i < 2});
    for (int i = 0; i < 4; ++i) judged.push_back({1.0F, 0, true});
    CHECK(reliability(judged) ==
          "  0.7  names     4  confidence  75.0  right  50.0\n"
          "  0.9  names     4  confidence 100.0  right 100.0\n"
          "  expected calibration error 12.5\n"
          "  0.5 and more: 100.0 of the names, 75.0 right\n"
          "  0.8 and more: 50.0 of the names, 100.0 right\n"
          "  0.9 and more: 50.0 of the names, 100.0 right\n");
    CHECK(reliability({}) == "  expected calibration error 0.0\n");
}

TEST_CASE("intervals hold the figure, are the same for a seed, and close where documents agree") {
    const Evaluation equal = part({{2, 1, 1}, {2, 1, 1}, {2, 1, 1}});
    CHECK_THAT(intervals({&equal}, 50, 1),
               Catch::Contains("PERSON       F1  66.7   66.7 to  66.7  (9 names)"));
    const Evaluation mixed = part({{9, 0, 1}, {1, 5, 5}, {4, 2, 0}, {8, 1, 1}});
    const std::string once = intervals({&mixed, &equal}, 200, 1);
    CHECK(once == intervals({&mixed, &equal}, 200, 1));
    CHECK(once != intervals({&mixed, &equal}, 200, 2));
    CHECK_THAT(once, Catch::Contains("all "));
    CHECK_THAT(intervals({}, 10, 1), Catch::Contains("all          F1   0.0    0.0 to   0.0"));
}
