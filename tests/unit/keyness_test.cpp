// Tests of the measures of two corpora: hand-computed tables and published figures.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/keyness.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

using namespace analyze;

namespace {

Approx about(double value) {
    return Approx(value).epsilon(1e-9);
}

}  // namespace

TEST_CASE("a table whose figures come out by hand") {
    // The word 30 times in 100 words, and 10 times in 100: expected 20 and 20, 80 and 80.
    const TwoCounts n{30, 10, 100, 100};
    CHECK(direction_of(n) == 1);
    CHECK(log_likelihood(n, Cells::two) == about(2 * (30 * std::log(1.5) + 10 * std::log(0.5))));
    CHECK(log_likelihood(n, Cells::four) ==
          about(2 * (30 * std::log(1.5) + 10 * std::log(0.5) + 70 * std::log(0.875) +
                     90 * std::log(1.125))));
    // (10 - 0.5)² (1/20 + 1/20 + 1/80 + 1/80)
    CHECK(chi_squared_yates(n) == about(90.25 * 0.125));
    CHECK(log_ratio(n) == about(std::log2(3)));
    CHECK(percent_difference(n).value() == about(200));
    CHECK(odds_ratio(n).value() == about(30.0 * 90 / (10 * 70)));
    CHECK(bayes_information(12, n) == about(12 - std::log(200)));
}

TEST_CASE("published figures") {
    // Lancaster's example of its significance test (corpora.lancs.ac.uk/sigtest): a word that
    // stands 52 times in 50,000 words and 57 times in 75,000, LL +2.65.
    const TwoCounts lancaster{52, 57, 50000, 75000};
    CHECK(log_likelihood(lancaster, Cells::two) == Approx(2.65).margin(0.005));
    CHECK(direction_of(lancaster) == 1);
    // Rayson on the Corpora list, 18 January 2002 (listserv.linguistlist.org/pipermail/corpora/
    // 2002-January/002455.html): the forms of "keep" in two corpora, taken as a million words each,
    // rounded to whole numbers.
    const auto keep = [](std::uint64_t learners, std::uint64_t natives) {
        return std::round(log_likelihood({learners, natives, 1000000, 1000000}, Cells::two));
    };
    CHECK(keep(392, 170) == 90);  // the lemma
    CHECK(keep(348, 99) == 147);
    CHECK(keep(15, 14) == 0);
    CHECK(keep(9, 32) == 14);
    CHECK(keep(21, 25) == 0);
    // Manning & Schütze 1999, table 5.12: "most powerful" in the New York Times, -2 log λ = 1291.42:
    // "most" 12593 times, "powerful" 932 times, 150 times together, of 14,307,668 words.
    CHECK(log_likelihood({150, 932 - 150, 12593, 14307668 - 12593}, Cells::four) ==
          Approx(1291.42).margin(0.2));
    // A textbook's example of Yates's correction (hamrocsit.com/question/1414): 18 of 30 and 2 of 15.
    CHECK(chi_squared_yates({18, 2, 30, 15}) == Approx(7.031).margin(0.0005));
    // Yates 1934, the table quoted from memory and not found again: malocclusion of teeth, 4 of 20
    // breast-fed and 1 of 22 bottle-fed infants normal: the corrected χ² leaves a probability of
    // 0.1427 on one side.
    const double teeth = chi_squared_yates({4, 1, 20, 22});
    CHECK(p_of_chi_squared(teeth) / 2 == Approx(0.1427).margin(0.0002));
    // Hardie 2014: a relative frequency of 0.0006 against 0.0002 is three times as high.
    CHECK(log_ratio({6, 2, 10000, 10000}) == about(std::log2(3)));
    // The critical values that Rayson's page lists: 3.84, 6.63, 10.83, 15.13.
    CHECK(p_of_chi_squared(3.841) == Approx(0.05).margin(1e-4));
    CHECK(p_of_chi_squared(6.635) == Approx(0.01).margin(1e-5));
    CHECK(p_of_chi_squared(10.828) == Approx(0.001).margin(1e-6));
    CHECK(p_of_chi_squared(15.137) == Approx(0.0001).margin(1e-6));
}

TEST_CASE("the adjusted p-values of Benjamini and Hochberg's own example") {
    // Benjamini & Hochberg 1995, section 3.2: 15 hypotheses, of which four fall at q = 0.05.
    std::vector<double> p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                          0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
    adjust_for_number(p);
    CHECK(p[0] == about(0.0015));
    CHECK(p[1] == about(0.003));
    CHECK(p[2] == about(0.0095));
    CHECK(p[3] == about(0.035625));
    CHECK(p[4] == about(0.0201 * 15 / 5));
    CHECK(p[5] == about(0.0298 * 15 / 7));  // that of rank 7 is smaller than its own
    CHECK(p[14] == 1);
    CHECK(std::count_if(p.begin(), p.end(), [](double q) { return q <= 0.05; }) == 4);

    std::vector<double> others{0.04, 0.01, 0.04, 0.04};  // in any order, with ties
    adjust_for_number(others);
    CHECK(others == std::vector<double>{0.04, 0.04, 0.04, 0.04});
    std::vector<double> none;
    adjust_for_number(none);
    CHECK(none.empty());
}

TEST_CASE("words that one side lacks, and words that are all there is") {
    const TwoCounts only_here{3, 0, 100, 1000};
    CHECK(log_ratio(only_here) == about(std::log2(0.03 / 0.0005)));
    CHECK_FALSE(percent_difference(only_here).has_value());
    CHECK_FALSE(odds_ratio(only_here).has_value());
    CHECK(log_likelihood(only_here, Cells::two) == about(2 * 3 * std::log(11)));
    const TwoCounts only_there{0, 3, 100, 1000};
    CHECK(direction_of(only_there) == -1);
    CHECK(log_ratio(only_there) == about(std::log2(0.005 / 0.003)));
    CHECK(percent_difference(only_there).value() == about(-100));
    CHECK(odds_ratio(only_there).value() == 0);
    const TwoCounts everything{5, 7, 5, 7};  // one word over and over, in both
    CHECK(direction_of(everything) == 0);
    CHECK(log_likelihood(everything, Cells::four) == 0);
    CHECK(chi_squared_yates(everything) == 0);
    CHECK_FALSE(odds_ratio(everything).has_value());
    CHECK(p_of_chi_squared(0) == 1);
}

TEST_CASE("every table of small corpora: finite, symmetric, four cells never below two") {
    for (std::uint64_t c = 1; c <= 7; ++c)
        for (std::uint64_t d = 1; d <= 7; ++d)
            for (std::uint64_t a = 0; a <= c; ++a)
                for (std::uint64_t b = a == 0 ? 1 : 0; b <= d; ++b) {
                    const TwoCounts n{a, b, c, d}, turned{b, a, d, c};
                    const double two = log_likelihood(n, Cells::two);
                    const double four = log_likelihood(n, Cells::four);
                    REQUIRE(std::isfinite(four));
                    REQUIRE(four >= two - 1e-9);
                    REQUIRE(log_likelihood(turned, Cells::four) == Approx(four).margin(1e-9));
                    REQUIRE(chi_squared_yates(turned) == Approx(chi_squared_yates(n)).margin(1e-9));
                    REQUIRE(log_ratio(turned) == Approx(-log_ratio(n)).margin(1e-9));
                    REQUIRE(direction_of(turned) == -direction_of(n));
                    REQUIRE((direction_of(n) == 0) == (a * d == b * c));
                    const double p = p_of_chi_squared(four);
                    REQUIRE((p >= 0 && p <= 1));
                }
}

TEST_CASE("counts near the largest that there are stay finite") {
    const std::uint64_t most = std::uint64_t{1} << 62;
    const TwoCounts n{most - 1, 1, most, most};
    CHECK(std::isfinite(log_likelihood(n, Cells::four)));
    CHECK(std::isfinite(chi_squared_yates(n)));
    CHECK(std::isfinite(odds_ratio(n).value()));
    CHECK(p_of_chi_squared(log_likelihood(n, Cells::four)) == 0);
}

TEST_CASE("scores are rounded to eight digits, whatever their size") {
    CHECK(to_eight_digits(2.6517101638888807) == 2.6517102);
    CHECK(to_eight_digits(-1.23456789e-200) == -1.2345679e-200);
    CHECK(to_eight_digits(123456789012.0) == 123456790000.0);
    CHECK(to_eight_digits(0) == 0);
    CHECK(std::isinf(to_eight_digits(INFINITY)));
}
