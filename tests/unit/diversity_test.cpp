// Tests of the measures of vocabulary: worked by hand, and against slow readings of the definitions.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/diversity.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <set>

using namespace analyze;

namespace {

Approx near(double value) {
    return Approx(value).epsilon(1e-12);
}

/// "of the people by the people for the people", after the example of McCarthy & Jarvis 2010; the
/// figures are worked out here.
const TypeSequence kPeople{0, 1, 2, 3, 1, 2, 4, 1, 2};

TypeSequence random_words(std::mt19937& random) {
    TypeSequence words(random() % 60);
    const unsigned types = 1 + static_cast<unsigned>(random() % 12);
    for (std::uint32_t& word : words) word = static_cast<std::uint32_t>(random() % types);
    return words;
}

double ratio(const TypeSequence& words, std::size_t begin, std::size_t end) {
    const auto at = [&](std::size_t i) { return words.begin() + static_cast<std::ptrdiff_t>(i); };
    const std::set<std::uint32_t> types(at(begin), at(end));
    return static_cast<double>(types.size()) / static_cast<double>(end - begin);
}

double slow_factors(const TypeSequence& words, double threshold) {
    double factors = 0;
    std::size_t begin = 0;
    for (std::size_t end = 1; end <= words.size(); ++end)
        if (ratio(words, begin, end) < threshold) {
            factors += 1;
            begin = end;
        }
    if (begin < words.size()) factors += (1 - ratio(words, begin, words.size())) / (1 - threshold);
    return factors;
}

double choose(std::uint64_t n, std::uint64_t k) {
    if (k > n) return 0;
    double result = 1;
    for (std::uint64_t i = 0; i < k; ++i)
        result = result * static_cast<double>(n - i) / static_cast<double>(i + 1);
    return result;
}

}  // namespace

TEST_CASE("a spectrum says how many types stand how often") {
    CHECK(spectrum_of({}).empty());
    CHECK(spectrum_of(kPeople) == FrequencySpectrum{{1, 3}, {3, 2}});
}

TEST_CASE("MATTR is the mean of the windows' ratios") {
    // 3/3, 3/3, 3/3, 3/3 (by the people), 3/3, 3/3, 3/3
    CHECK(mattr(kPeople, 3) == near(1.0));
    // of the people by | the people by the | people by the people | by the people for | …:
    // 4 + 3 + 3 + 4 + 3 + 3 of six windows of four
    CHECK(mattr(kPeople, 4) == near((4 + 3 + 3 + 4 + 3 + 3) / 24.0));
    CHECK(mattr(kPeople, 9) == near(5 / 9.0));
    CHECK_FALSE(mattr(kPeople, 10));
    CHECK_FALSE(mattr(kPeople, 0));
    CHECK_FALSE(mattr({}, 1));
}

TEST_CASE("MTLD counts whole factors and the part that is left") {
    // forwards the ratio falls to 4/6 at the second "people": one factor; "for the people" is left
    // with a ratio of 1: no part. Backwards: people the for people the by: 4/6, one factor; "people
    // the of": no part. 9 words by 1 factor, both ways.
    CHECK(mtld(kPeople, 0.72) == near(9.0));
    // a a b c: falls to 1/2 at the second a; "b c" is no part. Backwards c b a a: 3/4, above: a
    // part of (1 - 3/4) / (1 - 0.72).
    CHECK(mtld({0, 0, 1, 2}, 0.72) == near((4 / 1.0 + 4 / (0.25 / 0.28)) / 2));
    CHECK_FALSE(mtld({0, 1, 2}, 0.72));
    CHECK_FALSE(mtld({}, 0.72));
}

TEST_CASE("HD-D is the ratio to expect of a sample") {
    // a a b, samples of two: {a a} 1 type, {a b} twice: 2 types; mean 5/3 of 2 words
    CHECK(hd_d(spectrum_of({0, 0, 1}), 2) == near(5.0 / 6));
    CHECK(hd_d(spectrum_of({0, 0, 1}), 3) == near(2.0 / 3));
    CHECK(hd_d(spectrum_of({0, 0, 1}), 1) == near(1.0));
    CHECK_FALSE(hd_d(spectrum_of({0, 0, 1}), 4));
    CHECK_FALSE(hd_d({}, 42));
}

TEST_CASE("Yule's K grows with repetition") {
    // sum of squares 3 * 1 + 2 * 9 = 21, 9 words: 10^4 (21 - 9) / 81
    CHECK(yules_k(spectrum_of(kPeople)) == near(1e4 * 12 / 81));
    CHECK(yules_k(spectrum_of({0, 1, 2})) == near(0.0));
    CHECK_FALSE(yules_k({}));
}

TEST_CASE("the measures are what slow readings of their definitions give") {
    std::mt19937 random(8);
    for (int i = 0; i < 400; ++i) {
        const TypeSequence words = random_words(random);
        const FrequencySpectrum spectrum = spectrum_of(words);
        const std::uint64_t n = 1 + random() % 20;
        if (words.size() >= n) {
            double sum = 0;
            for (std::size_t at = 0; at + n <= words.size(); ++at) sum += ratio(words, at, at + n);
            CHECK(mattr(words, n).value() ==
                  Approx(sum / static_cast<double>(words.size() - n + 1)));
            double expected = 0;
            for (const auto& [count, types] : spectrum)
                expected += static_cast<double>(types) *
                            (1 - choose(words.size() - count, n) / choose(words.size(), n));
            CHECK(hd_d(spectrum, n).value() == Approx(expected / static_cast<double>(n)));
        }
        const TypeSequence back(words.rbegin(), words.rend());
        const double forwards = slow_factors(words, 0.6);
        const double backwards = slow_factors(back, 0.6);
        const auto found = mtld(words, 0.6);
        REQUIRE(found.has_value() == (forwards > 0));
        if (found) {
            const auto size = static_cast<double>(words.size());
            CHECK(*found == Approx((size / forwards + size / backwards) / 2));
        }
        CHECK(mtld(back, 0.6) == found);
    }
}
