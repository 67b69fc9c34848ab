// Hashes of words and of sequences of words that are the same in all counters: by bytes, not by numbers.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "analyze/analysis/count_sketch.hpp"

namespace analyze {

inline constexpr std::uint64_t kHashFactor = 0x9E3779B97F4A7C15U;

[[nodiscard]] inline std::uint64_t hash_of_bytes(std::string_view word) {
    std::uint64_t mixed = word.size() * kHashFactor;
    for (std::size_t at = 0; at < word.size(); at += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, word.data() + at, std::min<std::size_t>(8, word.size() - at));
        mixed = (mixed ^ bytes) * kHashFactor;
        mixed ^= mixed >> 29;
    }
    return mixed;
}

/// The hashes of keys of `n` types that stand one after another; `words` has that of each type.
inline void hash_keys(std::span<const std::uint32_t> keys, unsigned n,
                      const std::vector<std::uint64_t>& words, std::vector<std::uint64_t>& out) {
    out.clear();
    for (std::size_t i = 0; i + n <= keys.size(); i += n) {
        std::uint64_t mixed = n;
        for (unsigned k = 0; k < n; ++k) {
            mixed = (mixed ^ words[keys[i + k]]) * kHashFactor;
            mixed ^= mixed >> 31;
        }
        out.push_back(mixed * kHashFactor);
    }
}

/// Keeps only the keys that may reach `least` by the sketch, in their order; returns how many numbers
/// are left.
inline std::size_t keep_likely(std::span<std::uint32_t> keys, unsigned n,
                               const std::vector<std::uint64_t>& hashes, const CountSketch& sketch,
                               std::uint64_t least) {
    for (const std::uint64_t hash : hashes) sketch.fetch(hash);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (!sketch.may_reach(hashes[i], least)) continue;
        for (unsigned k = 0; k < n; ++k) keys[kept++] = keys[i * n + k];
    }
    return kept;
}

}  // namespace analyze
