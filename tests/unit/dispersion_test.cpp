// Tests of dispersion: the worked example of its source, by hand, and against slow definitions.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/dispersion.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <string_view>

using namespace analyze;

namespace {

/// The corpus of five parts of Gries 2008 and 2020 ("Analyzing dispersion", table 5.1).
constexpr std::string_view kGries[] = {"bamnibeup", "basatbewqn", "bcagabesta", "baghabeaat",
                                       "bahaabeaxat"};

std::vector<std::uint64_t> places_of(char word) {
    std::vector<std::uint64_t> places;
    std::uint64_t place = 0;
    for (const std::string_view part : kGries)
        for (const char c : part) {
            if (c == word) places.push_back(place);
            ++place;
        }
    return places;
}

}  // namespace

TEST_CASE("the worked example of Gries comes out") {
    const CorpusParts parts({9, 10, 10, 10, 11});
    CHECK(parts.words() == 50);
    const auto counts = parts.count(places_of('a'));
    CHECK(counts == std::vector<PartCount>{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}});
    const Dispersion a = dispersion_of(counts, parts);
    CHECK(a.range == 5);
    CHECK(a.juilland_d == Approx(0.785).margin(0.0005));
    CHECK(a.dp == Approx(0.18));  // (17/150 + 1/15 + 0 + 1/15 + 17/150) / 2
    CHECK(a.dp_norm == Approx(0.18 / 0.82));
    // "b" stands twice in each part but for sizes: |.2 - .18| and |.2 - .22|
    const Dispersion b = dispersion_of(parts.count(places_of('b')), parts);
    CHECK(b.dp == Approx(0.02));
    // "x" once, in the last part: all is elsewhere, 0.78, and there 1 - 0.22
    const Dispersion x = dispersion_of(parts.count(places_of('x')), parts);
    CHECK(x.range == 1);
    CHECK(x.dp == Approx(0.78));
    CHECK(x.juilland_d == Approx(0.0).margin(1e-12));
}

TEST_CASE("all letters of the example have the figures of Gries's own script") {
    // D, DP and DPnorm by dispersions.r of Gries (stgries.info/research/dispersion), as recorded in
    // tests/testthat/toy_reference.tsv of github.com/alex-raw/occurR.
    struct Row {
        char word;
        double d, dp, dp_norm;
    };
    constexpr Row kRows[] = {{'a', 0.785150453450451, 0.18, 0.219512195121951},
                             {'b', 0.968091043204922, 0.02, 0.024390243902439},
                             {'c', 0, 0.8, 0.975609756097561},
                             {'e', 0.968091043204922, 0.02, 0.024390243902439},
                             {'g', 0.387627564304206, 0.6, 0.731707317073171},
                             {'h', 0.386471489203566, 0.58, 0.707317073170732},
                             {'i', 0, 0.82, 1},
                             {'n', 0.386215590016284, 0.62, 0.75609756097561},
                             {'t', 0.748987986686943, 0.18, 0.219512195121951},
                             {'x', 0, 0.78, 0.951219512195122}};
    const CorpusParts parts({9, 10, 10, 10, 11});
    for (const Row& row : kRows) {
        INFO(row.word);
        const Dispersion found = dispersion_of(parts.count(places_of(row.word)), parts);
        CHECK(found.juilland_d == Approx(row.d).margin(1e-12));
        CHECK(found.dp == Approx(row.dp).margin(1e-12));
        CHECK(found.dp_norm == Approx(row.dp_norm).margin(1e-12));
    }
}

TEST_CASE("parts without words are none, and a single part leaves little to say") {
    const CorpusParts parts({0, 4, 0, 2, 0});
    CHECK(parts.parts() == 2);
    CHECK(parts.smallest() == 2);
    const std::vector<std::uint64_t> places{0, 3, 5};
    CHECK(parts.count(places) == std::vector<PartCount>{{0, 2}, {1, 1}});
    const CorpusParts single({7});
    const Dispersion found = dispersion_of(single.count(places), single);
    CHECK(found.range == 1);
    CHECK(found.dp == 0.0);
    CHECK_FALSE(found.juilland_d);
    CHECK_FALSE(found.dp_norm);
    CHECK_FALSE(dispersion_of({}, parts).dp);
    CHECK(CorpusParts({}).words() == 0);
}

TEST_CASE("equal parts differ by a word at most") {
    CHECK(CorpusParts::equal(10, 4).size_of(0) == 2);  // 0-2-5-7-10
    CHECK(CorpusParts::equal(10, 4).size_of(1) == 3);
    CHECK(CorpusParts::equal(10, 4).words() == 10);
    CHECK(CorpusParts::equal(3, 5).parts() == 3);
    CHECK(CorpusParts::equal(0, 5).parts() == 0);
    const std::uint64_t huge = UINT64_C(1) << 62;
    CHECK(CorpusParts::equal(huge + 1, 3).words() == huge + 1);
}

TEST_CASE("ARF is the frequency of an even word and 1 for a bunch") {
    const std::vector<std::uint64_t> even{0, 10, 20, 30, 40};
    CHECK(average_reduced_frequency(even, 50) == Approx(5.0));
    // v = 10; distances 1, 1, 1, 1 and 46: (4 + 10) / 10
    const std::vector<std::uint64_t> bunch{3, 4, 5, 6, 7};
    CHECK(average_reduced_frequency(bunch, 50) == Approx(1.4));
    // v = 50 / 3; distances 10, 30, 10: (10 + 16.67 + 10) / 16.67 = 2.2
    const std::vector<std::uint64_t> some{5, 15, 45};
    CHECK(average_reduced_frequency(some, 50) == Approx(2.2));
    CHECK(average_reduced_frequency(std::vector<std::uint64_t>{9}, 50) == Approx(1.0));
    CHECK(average_reduced_frequency({}, 50) == 0.0);
}

TEST_CASE("sparse sums are those of the definitions over all parts") {
    std::mt19937 random(20);
    for (int i = 0; i < 300; ++i) {
        std::vector<std::uint64_t> sizes(1 + random() % 9);
        std::uint64_t words = 0;
        for (std::uint64_t& size : sizes) words += size = 1 + random() % 12;
        std::vector<std::uint64_t> places;
        for (std::uint64_t place = 0; place < words; ++place)
            if (random() % 4 == 0) places.push_back(place);
        if (places.empty()) continue;
        std::vector<double> count(sizes.size());
        std::uint64_t begin = 0;
        for (std::size_t part = 0; part < sizes.size(); begin += sizes[part++])
            for (const std::uint64_t place : places)
                if (place >= begin && place < begin + sizes[part]) ++count[part];
        const auto f = static_cast<double>(places.size());
        const auto n = static_cast<double>(sizes.size());
        double range = 0, dp = 0, mean = 0, variance = 0, arf = 0;
        for (std::size_t part = 0; part < sizes.size(); ++part) {
            range += count[part] > 0 ? 1 : 0;
            dp += std::abs(count[part] / f -
                           static_cast<double>(sizes[part]) / static_cast<double>(words));
            mean += count[part] / static_cast<double>(sizes[part]) / n;
        }
        for (std::size_t part = 0; part < sizes.size(); ++part)
            variance += std::pow(count[part] / static_cast<double>(sizes[part]) - mean, 2) / n;
        const double v = static_cast<double>(words) / f;
        for (std::size_t k = 0; k < places.size(); ++k) {
            const auto next = static_cast<double>(
                k + 1 < places.size() ? places[k + 1] - places[k] : places[0] + words - places[k]);
            arf += std::min(next, v) / v;
        }
        const CorpusParts parts(sizes);
        const Dispersion found = dispersion_of(parts.count(places), parts);
        CHECK(static_cast<double>(found.range) == range);
        CHECK(*found.dp == Approx(dp / 2).margin(1e-12));
        if (sizes.size() > 1)
            CHECK(*found.juilland_d ==
                  Approx(1 - std::sqrt(variance) / mean / std::sqrt(n - 1)).margin(1e-9));
        CHECK(average_reduced_frequency(places, words) == Approx(arf));
    }
}
