// Upper bounds of counts in fixed memory: what cannot reach a threshold need not be kept.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace analyze {

/// Two rows of small counters that keys share by their hashes (Park, Chen and Yu 1995; Cormode and
/// Muthukrishnan 2005). A key's bound is never less than its count, so whoever counts twice, the
/// second time only what may_reach() the threshold, loses nothing that reaches it. Counters stop at
/// 255, which bounds no more: thresholds above that prune as 255 does. Sums do not depend on order.
class CountSketch {
public:
    /// Two rows of 2^bits bytes each.
    explicit CountSketch(unsigned bits = 26)
        : shift_(64 - bits), rows_{Row(std::size_t{1} << bits), Row(std::size_t{1} << bits)} {}

    /// Counts keys, given by hashes of all their bits; some hundreds, whose counters come from
    /// memory together.
    void add(std::span<const std::uint64_t> hashes) {
        for (const std::uint64_t hash : hashes) fetch(hash);
        for (const std::uint64_t hash : hashes) add(hash);
    }
    /// Asks for a key's counters, which will be looked at soon.
    void fetch(std::uint64_t hash) const {
        __builtin_prefetch(&rows_[0][hash >> shift_]);
        __builtin_prefetch(&rows_[1][hash * kFactor >> shift_]);
    }
    /// Counts one key.
    void add(std::uint64_t hash) {
        raise(rows_[0][hash >> shift_], 1);
        raise(rows_[1][hash * kFactor >> shift_], 1);
    }
    /// Whether the key may have been counted `threshold` times.
    [[nodiscard]] bool may_reach(std::uint64_t hash, std::uint64_t threshold) const {
        const std::uint64_t least = threshold < kFull ? threshold : kFull;
        return rows_[0][hash >> shift_] >= least && rows_[1][hash * kFactor >> shift_] >= least;
    }
    /// Adds the counts of a sketch of the same size.
    void merge(const CountSketch& other) {
        for (unsigned row = 0; row < 2; ++row)
            for (std::size_t i = 0; i < rows_[row].size(); ++i)
                raise(rows_[row][i], other.rows_[row][i]);
    }

private:
    using Row = std::vector<std::uint8_t>;
    static constexpr std::uint64_t kFull = 255, kFactor = 0xC2B2AE3D27D4EB4FU;
    static void raise(std::uint8_t& counter, std::uint64_t by) {
        const std::uint64_t sum = counter + by;
        counter = static_cast<std::uint8_t>(sum < kFull ? sum : kFull);
    }

    unsigned shift_;
    std::array<Row, 2> rows_;
};

/// Adds what one thread surveyed, if anything, to the sketch of all texts, and gives its memory back.
inline void take_over(std::optional<CountSketch>& total, std::optional<CountSketch>& part) {
    if (!total)
        total.swap(part);
    else if (part)
        total->merge(*part);
    part.reset();
}

}  // namespace analyze
