// What a tally kernel does: short words into keys and hashes, and keys into counts.
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Included where code for CPUs that may not be there is made: no function here that the linker
// could share.
#include <cstddef>
#include <cstdint>

namespace analyze::tally {

constexpr std::size_t kShortWord = 16;  ///< bytes of a word that is its own key, zeros behind it
constexpr std::size_t kBatch = 512;     ///< words counted in one go
constexpr std::size_t kSlack = 8;       ///< what a kernel may write behind the end of an array
constexpr std::size_t kWays = 4;        ///< keys of a bucket

/// One cache line; a free way has a zero key (no word has a zero byte).
struct alignas(64) Bucket {
    std::uint64_t low[kWays], high[kWays];
};

constexpr std::uint64_t kLowFactor = 0x9E3779B97F4A7C15U, kHighFactor = 0xC2B2AE3D27D4EB4FU;
/// (static, so that each file has its own.) Two rounds of multiply and fold: every bit of the key
/// reaches the upper bits.
static inline std::uint32_t hash_of(std::uint64_t low, std::uint64_t high) {
    std::uint64_t mixed = low * kLowFactor ^ (high * kHighFactor >> 7);
    mixed ^= mixed >> 32;
    return static_cast<std::uint32_t>(mixed * kHighFactor >> 32);
}

struct Batch {
    std::uint64_t low[kBatch + kSlack], high[kBatch + kSlack];
    std::uint32_t hash[kBatch + kSlack];
    std::uint32_t slot[kBatch];             ///< of the keys that the table has
    std::uint16_t longer[kBatch + kSlack];  ///< numbers of the words that are no short ones
    std::uint16_t missing[kBatch];          ///< numbers of the keys that the table does not have
    std::size_t keys = 0, longer_words = 0, missing_keys = 0;
};

/// A hash table of short words. The counts are apart from the keys, slot = bucket * kWays + way.
struct ShortTable {
    Bucket* buckets;
    std::uint64_t* counts;
    std::uint32_t* touched;  ///< slots whose count is not 0, in the order they were met
    std::size_t touched_slots;
    unsigned shift;  ///< a hash's bucket is hash >> shift
};

struct TallyKernel {
    /// Word i of `words` (at most kBatch) is [edges[2i], edges[2i + 1]) of `bytes`, with kShortWord
    /// readable bytes from its beginning. Fills keys, hashes and `longer`.
    void (*load)(const char* bytes, const std::uint16_t* edges, std::size_t words, Batch& batch);
    /// Counts the keys that stand in the bucket of their hash; the others are `missing`.
    void (*count)(ShortTable& table, Batch& batch);
};

extern const TallyKernel kPortableTally, kAvx2Tally, kAvx512Tally, kNeonTally;

}  // namespace analyze::tally
