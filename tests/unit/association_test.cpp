// Tests the association measures against published examples and tables worked out by hand.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/association.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace analyze;

namespace {

/// Manning and Schütze 1999, chapter 5: the New York Times newswire has so many bigrams.
constexpr std::uint64_t kNewswire = 14307668;

Approx about(double value, double margin) {
    return Approx(value).epsilon(0).margin(margin);
}

}  // namespace

TEST_CASE("a contingency table has its cells and what is expected") {
    const Contingency t{10, 40, 50, 1000};
    CHECK(t.o12() == 30);
    CHECK(t.o21() == 40);
    CHECK(t.o22() == 920);
    CHECK(t.r2() == 960);
    CHECK(t.c2() == 950);
    CHECK(t.expected() == 2);
}

TEST_CASE("all measures of one table, by hand") {
    // E = 40 · 50 / 1000 = 2
    const Contingency t{10, 40, 50, 1000};
    CHECK(mutual_information(t) == Approx(std::log2(5.0)));
    CHECK(mutual_information_3(t) == Approx(std::log2(500.0)));
    CHECK(normalised_mutual_information(t) == Approx(std::log2(5.0) / std::log2(100.0)));
    CHECK(t_score(t) == Approx(8 / std::sqrt(10.0)));
    CHECK(z_score(t) == Approx(8 / std::sqrt(2.0)));
    CHECK(dice(10, 40, 50) == Approx(20.0 / 90));
    CHECK(log_dice(10, 40, 50) == Approx(14 + std::log2(20.0 / 90)));
    CHECK(delta_p_column(t) == Approx(10.0 / 40 - 40.0 / 960));
    CHECK(delta_p_row(t) == Approx(10.0 / 50 - 30.0 / 950));
    // 2 (10 ln(10/2) + 30 ln(30/38) + 40 ln(40/48) + 920 ln(920/912))
    CHECK(log_likelihood(t) ==
          Approx(2 * (10 * std::log(5.0) + 30 * std::log(30.0 / 38) + 40 * std::log(40.0 / 48) +
                      920 * std::log(920.0 / 912))));
}

// The three figures that NLTK tests too, as examples of this chapter (nltk/test/metrics.doctest:
// student_t 0.999…, likelihood_ratio 1291…, with the same counts), and other rows of its tables.
TEST_CASE("the t score of Manning and Schütze's new companies") {
    const Contingency t{8, 15828, 4675, kNewswire};
    CHECK(t.expected() == about(5.172, 0.001));
    CHECK(t_score(t) == about(0.999932, 0.0001));
}

TEST_CASE("mutual information of Manning and Schütze, table 5.14") {
    CHECK(mutual_information({20, 42, 20, kNewswire}) == about(18.38, 0.005));
    CHECK(mutual_information({20, 41, 27, kNewswire}) == about(17.98, 0.005));
    CHECK(mutual_information({20, 30, 117, kNewswire}) == about(16.31, 0.005));
    CHECK(mutual_information({20, 77, 59, kNewswire}) == about(15.94, 0.005));
    CHECK(mutual_information({20, 24, 320, kNewswire}) == about(15.19, 0.005));
    CHECK(mutual_information({20, 14907, 9017, kNewswire}) == about(1.09, 0.005));
}

TEST_CASE("the log-likelihood of Manning and Schütze, table 5.12") {
    // The book works with rounded probabilities: some of its rows are a hundredth off.
    const auto roughly = [](double value) { return Approx(value).epsilon(0.015); };
    CHECK(log_likelihood({150, 12593, 932, kNewswire}) == about(1291.42, 0.5));
    CHECK(log_likelihood({10, 379, 932, kNewswire}) == roughly(99.31));
    CHECK(log_likelihood({10, 932, 934, kNewswire}) == roughly(82.96));
    CHECK(log_likelihood({13, 932, 3424, kNewswire}) == roughly(80.39));
    CHECK(log_likelihood({6, 932, 291, kNewswire}) == roughly(57.27));
}

TEST_CASE("the log-likelihood of Dunning 1993, table 1") {
    // -2 log λ of bigrams in 31,777 words of bank reports. Given are k(AB), k(A ¬B), k(¬A B) and
    // k(¬A ¬B): "the swiss", "can be", and a third row.
    const auto table = [](std::uint64_t ab, std::uint64_t a, std::uint64_t b, std::uint64_t none) {
        return Contingency{ab, ab + a, ab + b, ab + a + b + none};
    };
    CHECK(log_likelihood(table(110, 2442, 111, 29114)) == about(270.72, 0.005));
    CHECK(log_likelihood(table(29, 13, 123, 31612)) == about(263.90, 0.005));
    CHECK(log_likelihood(table(9, 12, 429, 31327)) == about(48.94, 0.005));
}

TEST_CASE("delta P of Gries 2013, of course") {
    // The counts are quoted from memory and were not found again; the figures follow from them.
    const Contingency t{5610, 174548, 7867, 10409868};
    CHECK(delta_p_column(t) == about(0.032, 0.0005));
    CHECK(delta_p_row(t) == about(0.697, 0.0005));
}

TEST_CASE("log-Dice as Rychlý 2008 describes it") {
    CHECK(log_dice(7, 7, 7) == 14);  // neither word without the other
    CHECK(log_dice(14, 100, 200) - log_dice(7, 100, 200) == Approx(1));
    // Once in 16,000 words X or Y: about 0.
    CHECK(log_dice(1, 16384, 16384) == Approx(0));
}

TEST_CASE("independence gives nothing, and its opposite is negative") {
    const Contingency even{6, 60, 100, 1000};
    CHECK(mutual_information(even) == Approx(0).margin(1e-12));
    CHECK(log_likelihood(even) == Approx(0).margin(1e-9));
    CHECK(log_likelihood(even) >= 0);
    CHECK(t_score(even) == Approx(0).margin(1e-12));
    CHECK(delta_p_column(even) == Approx(0).margin(1e-12));
    const Contingency apart{1, 60, 100, 1000};
    CHECK(mutual_information(apart) < 0);
    CHECK(normalised_mutual_information(apart) < 0);
    CHECK(t_score(apart) < 0);
    CHECK(z_score(apart) < 0);
    CHECK(delta_p_row(apart) < 0);
    CHECK(log_likelihood(apart) > 0);
}

TEST_CASE("empty cells and margins give numbers or nothing, never infinities") {
    for (std::uint64_t n = 0; n <= 3; ++n)
        for (std::uint64_t r1 = 0; r1 <= n; ++r1)
            for (std::uint64_t c1 = 0; c1 <= n; ++c1)
                for (std::uint64_t o = 0; o <= std::min(r1, c1); ++o) {
                    if (r1 + c1 - o > n) continue;
                    const Contingency t{o, r1, c1, n};
                    for (const double score :
                         {mutual_information(t), mutual_information_3(t),
                          normalised_mutual_information(t), t_score(t), z_score(t),
                          delta_p_column(t), delta_p_row(t), dice(o, r1, c1), log_dice(o, r1, c1)})
                        CHECK_FALSE(std::isinf(score));
                    CHECK(std::isfinite(log_likelihood(t)));
                }
    CHECK(std::isnan(mutual_information({0, 5, 5, 100})));
    CHECK(std::isnan(t_score({0, 5, 5, 100})));
    CHECK(z_score({0, 5, 5, 100}) == Approx(-0.5));
    // Every word near the node is the collocate and there is no other: undefined, not 1 / 0.
    CHECK(std::isnan(normalised_mutual_information({4, 4, 4, 4})));
}

TEST_CASE("nothing but a word and its opposite is as associated as can be") {
    const Contingency t{20, 20, 20, 400};
    CHECK(normalised_mutual_information(t) == Approx(1));
    CHECK(delta_p_row(t) == 1);
    CHECK(delta_p_column(t) == 1);
}
