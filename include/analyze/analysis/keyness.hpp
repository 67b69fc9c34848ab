// Measures of how much more often a word stands in one corpus than in another.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace analyze {

/// A word in two corpora: the table that all measures are of,
///
///                      target             reference
///     the word         a                  b
///     other words      c - a              d - b
///     all words        c                  d
///
/// Both corpora have words (c > 0, d > 0), a <= c, b <= d, and the word stands somewhere
/// (a + b > 0). Every measure takes constant time and is computed from these integers in one fixed
/// order.
struct TwoCounts {
    std::uint64_t a = 0, b = 0, c = 0, d = 0;
};

/// Of which cells of the table the log-likelihood is the sum. four: all of them, the G² of a
/// contingency table (Dunning 1993, Accurate methods for the statistics of surprise and coincidence,
/// Computational Linguistics 19). two: those of the word alone (Read & Cressie 1988, after Rayson &
/// Garside 2000, Comparing corpora using frequency profiling), as Rayson's calculator has it. They
/// differ by less than one in a hundred unless the word is among the most frequent.
enum class Cells : std::uint8_t { four, two };

/// 1: relatively more frequent in the target, -1: in the reference, 0: the same.
[[nodiscard]] int direction_of(const TwoCounts& n);

/// G² = 2 Σ O ln(O/E), an empty cell counting 0; never negative. Distributed as χ² with one degree
/// of freedom where the word is equally frequent in both.
[[nodiscard]] double log_likelihood(const TwoCounts& n, Cells cells);

/// Pearson's χ² over the four cells with Yates's correction for continuity (Yates 1934,
/// Contingency tables involving small numbers and the χ² test): Σ (|O - E| - 1/2)² / E, where
/// |O - E| is less than 1/2: 0. Where a margin is empty (every word is this one): 0.
[[nodiscard]] double chi_squared_yates(const TwoCounts& n);

/// The probability of a χ² with one degree of freedom at least as large: erfc(√(x/2)).
[[nodiscard]] double p_of_chi_squared(double x);

/// Bayesian information criterion, approximately twice the log of a Bayes factor: G² - ln(c + d)
/// (Wilson 2013, Embracing Bayes factors for key item analysis in corpus linguistics). Above 2 is
/// positive evidence of a difference, above 6 strong, above 10 very strong, below 0 against it.
[[nodiscard]] double bayes_information(double log_likelihood, const TwoCounts& n);

/// Binary log of the ratio of the relative frequencies (Hardie 2014, Log Ratio – an informal
/// introduction): 1 is twice as frequent, -1 half as frequent. A count of 0 is taken as 0.5, so that
/// the ratio stays finite.
[[nodiscard]] double log_ratio(const TwoCounts& n);

/// %DIFF: the difference of the relative frequencies in per cent of the reference's (Gabrielatos &
/// Marchi 2012, Keyness: appropriate metrics and practical issues). Undefined (it would be infinite)
/// where the reference does not have the word.
[[nodiscard]] std::optional<double> percent_difference(const TwoCounts& n);

/// Odds ratio: a (d - b) / (b (c - a)) (Pojanapunya & Watson Todd 2018, Log-likelihood and odds
/// ratio). Undefined where it would be infinite: the reference does not have the word, or the target
/// has no other.
[[nodiscard]] std::optional<double> odds_ratio(const TwoCounts& n);

/// Replaces p-values by those adjusted for their number (Benjamini & Hochberg 1995, Controlling the
/// false discovery rate): p·m/rank, made monotone from the largest downwards, at most 1. Of the
/// tests whose adjusted value is at most q, an expected part q or less is false. O(m log m).
void adjust_for_number(std::vector<double>& p);

/// To eight significant digits: the last bits of logarithms are not the same on all machines. What
/// is shown, compared and ordered is rounded so.
[[nodiscard]] double to_eight_digits(double score);

}  // namespace analyze
