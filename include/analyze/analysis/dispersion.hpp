// How evenly a word is spread over the parts of a corpus: range, Juilland's D, DP, DPnorm, ARF.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace analyze {

/// Places in a corpus, in words from its beginning, ascending.
using Places = std::span<const std::uint64_t>;

/// Occurrences in one part; parts without any are not listed.
struct PartCount {
    std::uint64_t part = 0, count = 0;
    friend bool operator==(const PartCount&, const PartCount&) = default;
};

/// A corpus cut into parts of known sizes, in words. Parts without words are none.
class CorpusParts {
public:
    explicit CorpusParts(const std::vector<std::uint64_t>& sizes);
    /// `parts` parts of equal size, but for one word: part k begins at floor(k * words / parts).
    static CorpusParts equal(std::uint64_t words, std::uint64_t parts);

    [[nodiscard]] std::uint64_t words() const { return ends_.empty() ? 0 : ends_.back(); }
    [[nodiscard]] std::uint64_t parts() const { return ends_.size(); }
    [[nodiscard]] std::uint64_t size_of(std::uint64_t part) const {
        return ends_[part] - (part == 0 ? 0 : ends_[part - 1]);
    }
    [[nodiscard]] std::uint64_t smallest() const { return smallest_; }
    /// How often a word stands in each part. O(places * log parts).
    [[nodiscard]] std::vector<PartCount> count(Places places) const;

private:
    std::vector<std::uint64_t> ends_;
    std::uint64_t smallest_ = 0;
};

/// range: parts that have the word.
/// juilland_d: 1 - sd(p) / mean(p) / sqrt(n - 1), p the shares of the word in each of n parts, sd of
/// a population (Juilland, Brodin & Davidovitch 1970, with shares for parts of unequal sizes as in
/// Gries 2020); 1: even, 0: all in one part of equal ones. Undefined for a single part.
/// dp: half the sum over parts of |share of the word's occurrences - share of the corpus| (Gries 2008,
/// "Dispersions and adjusted frequencies in corpora"); 0: as the sizes let expect.
/// dp_norm: dp / (1 - the smallest part's share), which reaches 1 (Lijffijt & Gries 2012). Undefined
/// for a single part.
/// Only integers and, in the order of parts, doubles are summed: the same parts give the same bytes.
struct Dispersion {
    std::uint64_t range = 0;
    std::optional<double> juilland_d, dp, dp_norm;
};
/// O(parts that have the word). Nothing is defined for a word that does not occur.
[[nodiscard]] Dispersion dispersion_of(const std::vector<PartCount>& counts,
                                       const CorpusParts& parts);

/// Average reduced frequency (Savický & Hlaváčová 2002, "Measures of word commonness"): with f
/// occurrences in a corpus of `words` words bent into a ring, and v = words / f, the sum over the
/// distances d between neighbouring occurrences of min(d, v), divided by v. Between 1 (or less,
/// where all stand together) and f. Exact up to the last division; 0 for no place.
[[nodiscard]] double average_reduced_frequency(Places places, std::uint64_t words);

}  // namespace analyze
