// Tests of the readability formulas: worked by hand, and published examples.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/readability.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

TEST_CASE("the formulas give what a calculator gives") {
    // 100 words in 5 sentences, 450 letters, 150 syllables, 10 words of three and more
    const Readability found = readability_of(
        {.sentences = 5, .words = 100, .characters = 450, .syllables = 150, .polysyllables = 10});
    CHECK(found.flesch == Approx(59.635));        // 206.835 - 20.3 - 126.9
    CHECK(found.flesch_kincaid == Approx(9.91));  // 7.8 + 17.7 - 15.59
    CHECK(found.fog == Approx(12.0));             // 0.4 (20 + 10)
    CHECK(found.smog == Approx(11.20814326));     // 1.0430 sqrt(60) + 3.1291
    CHECK(found.coleman_liau == Approx(9.18));    // 26.46 - 1.48 - 15.8
    CHECK(found.ari == Approx(9.765));            // 21.195 + 10 - 21.43
}

TEST_CASE("the Coleman-Liau index of published examples") {
    // Harvard's CS50, problem set "Readability": a line of 65 letters, 14 words and 4 sentences is
    // of grade 3, one of 214, 56 and 4 of grade 5, rounded.
    const auto grade = [](std::uint64_t letters, std::uint64_t words) {
        return readability_of({.sentences = 4, .words = words, .characters = letters})
            .coleman_liau.value();
    };
    CHECK(grade(65, 14) == Approx(3.04).margin(0.005));
    CHECK(grade(214, 56) == Approx(4.56).margin(0.005));
}

TEST_CASE("without sentences there is no grade") {
    CHECK_FALSE(readability_of({}).flesch);
    CHECK_FALSE(readability_of({.words = 3}).ari);
}
