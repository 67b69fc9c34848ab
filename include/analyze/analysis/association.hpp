// Association measures: how strongly two words go together, each formula with its source.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analyze/analysis/contingency.hpp"

namespace analyze {

// All are pure functions of whole numbers. What a measure does not define (a logarithm of 0, a
// division by 0) is NaN. O is o11, E is what is expected of it.

/// log2(O / E), pointwise mutual information (Church and Hanks 1990).
[[nodiscard]] double mutual_information(const Contingency& table);
/// log2(O³ / E) (Daille 1994): MI that favours frequent pairs.
[[nodiscard]] double mutual_information_3(const Contingency& table);
/// MI / -log2(O / N), from -1 to 1 (Bouma 2009).
[[nodiscard]] double normalised_mutual_information(const Contingency& table);
/// (O - E) / √O (Church, Gale, Hanks and Hindle 1991).
[[nodiscard]] double t_score(const Contingency& table);
/// (O - E) / √E (Dennis 1965; Evert 2008).
[[nodiscard]] double z_score(const Contingency& table);
/// O11/R1 - O21/R2: how much more probable B is with A than without (Gries 2013).
[[nodiscard]] double delta_p_column(const Contingency& table);
/// O11/C1 - O12/C2: how much more probable A is with B than without (Gries 2013).
[[nodiscard]] double delta_p_row(const Contingency& table);

/// 2 O / (f1 + f2), where f1 and f2 are the frequencies of the two words (Dice 1945).
[[nodiscard]] double dice(std::uint64_t together, std::uint64_t f1, std::uint64_t f2);
/// 14 + log2(Dice) (Rychlý 2008): 14 where neither stands without the other, one less for each
/// halving; it does not depend on the size of the corpus.
[[nodiscard]] double log_dice(std::uint64_t together, std::uint64_t f1, std::uint64_t f2);

}  // namespace analyze
