// The 2×2 table of two things that go together or not: what is expected, and the log-likelihood.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace analyze {

/// Counts of N things, of which R1 are one way, C1 the other way, and O11 both (Evert 2004, The
/// Statistics of Word Cooccurrences, section 2.3):
///
///             B      not B
///     A      o11     o12    r1
///     not A  o21     o22    r2
///             c1     c2      n
///
/// o11 <= r1, o11 <= c1, r1 + c1 - o11 <= n.
struct Contingency {
    std::uint64_t o11 = 0, r1 = 0, c1 = 0, n = 0;

    [[nodiscard]] std::uint64_t r2() const { return n - r1; }
    [[nodiscard]] std::uint64_t c2() const { return n - c1; }
    [[nodiscard]] std::uint64_t o12() const { return r1 - o11; }
    [[nodiscard]] std::uint64_t o21() const { return c1 - o11; }
    [[nodiscard]] std::uint64_t o22() const { return n - r1 - o21(); }
    /// E11 = R1 C1 / N: o11 if A and B had nothing to do with each other. Not a number if n is 0.
    [[nodiscard]] double expected() const;
};

/// G² = 2 Σ O ln(O / E) over the four cells, 0 where O is 0 (Dunning 1993, Accurate Methods for the
/// Statistics of Surprise and Coincidence). Never negative: it does not say whether o11 is more or
/// less than expected.
[[nodiscard]] double log_likelihood(const Contingency& table);

}  // namespace analyze
