// Hashes of sequences of words that are the same in all counters: by bytes, not by numbers.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace analyze {

[[nodiscard]] inline std::uint64_t hash_of_bytes(std::string_view word) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = word.size() * kFactor;
    for (std::size_t at = 0; at < word.size(); at += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, word.data() + at, std::min<std::size_t>(8, word.size() - at));
        mixed = (mixed ^ bytes) * kFactor;
        mixed ^= mixed >> 29;
    }
    return mixed;
}

/// Of a sequence of types, given the hash of each type's word.
[[nodiscard]] inline std::uint64_t hash_of_key(std::span<const std::uint32_t> key,
                                               const std::vector<std::uint64_t>& hashes) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = key.size();
    for (const std::uint32_t type : key) {
        mixed = (mixed ^ hashes[type]) * kFactor;
        mixed ^= mixed >> 31;
    }
    return mixed * kFactor;
}

}  // namespace analyze
