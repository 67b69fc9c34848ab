// Counts words as the bytes they stand in: short ones in cache lines, long ones apart.
// SPDX-License-Identifier: Apache-2.0
#include "raw_words.hpp"

#include <algorithm>
#include <cstring>

#include "key_hash.hpp"

namespace analyze::tally {
namespace {

constexpr unsigned kFirstBucketBits = 9;

std::uint32_t hash_of(std::string_view word) {
    return static_cast<std::uint32_t>(hash_of_bytes(word) * kHashFactor >> 32);
}

}  // namespace

const TallyKernel& code_of(Kernel kernel) {
#if defined(__x86_64__)
    if (kernel == Kernel::avx512) return kAvx512Tally;
    if (kernel == Kernel::avx2) return kAvx2Tally;
#elif defined(__aarch64__)
    if (kernel == Kernel::neon) return kNeonTally;
#endif
    (void)kernel;
    return kPortableTally;
}

RawWords::RawWords(Kernel kernel) : code_(code_of(kernel)), long_index_(64) {
    resize(kFirstBucketBits);
}

/// Gives the table 2^bucket_bits buckets and moves what it has.
void RawWords::resize(unsigned bucket_bits) {
    const std::size_t count = std::size_t{1} << bucket_bits;
    std::vector<Bucket> old_buckets(count);
    std::vector<std::uint64_t> old_counts(count * kWays);
    std::vector<std::uint32_t> old_types(count * kWays, kUnknown);
    old_buckets.swap(buckets_);
    old_counts.swap(counts_);
    old_types.swap(types_);
    touched_.assign(count * kWays + 1, 0);
    table_ = {buckets_.data(), counts_.data(), touched_.data(), 0, 32 - bucket_bits};
    used_ = 0;
    for (std::size_t bucket = 0; bucket < old_buckets.size(); ++bucket)
        for (std::size_t way = 0; way < kWays; ++way) {
            const std::uint64_t low = old_buckets[bucket].low[way],
                                high = old_buckets[bucket].high[way];
            if (low == 0) continue;
            const std::size_t from = bucket * kWays + way;
            const std::size_t to = find_slot(low, high, hash_of(low, high));
            counts_[to] = old_counts[from];
            types_[to] = old_types[from];
            if (counts_[to] != 0)
                table_.touched[table_.touched_slots++] = static_cast<std::uint32_t>(to);
        }
}

/// The slot of a key, which is put there if need be: in the first bucket from that of its hash that
/// has it or has room.
std::size_t RawWords::find_slot(std::uint64_t low, std::uint64_t high, std::uint32_t hash) {
    for (std::size_t bucket = hash >> table_.shift;; bucket = (bucket + 1) & (buckets_.size() - 1))
        for (std::size_t way = 0; way < kWays; ++way) {
            Bucket& here = buckets_[bucket];
            if (here.low[way] == low && here.high[way] == high) return bucket * kWays + way;
            if (here.low[way] != 0) continue;
            here.low[way] = low;
            here.high[way] = high;
            ++used_;
            return bucket * kWays + way;
        }
}

void RawWords::count_missing() {
    for (std::size_t k = 0; k < batch_.missing_keys; ++k) {
        const std::size_t i = batch_.missing[k];
        const std::size_t slot = find_slot(batch_.low[i], batch_.high[i], batch_.hash[i]);
        if (counts_[slot]++ == 0)
            table_.touched[table_.touched_slots++] = static_cast<std::uint32_t>(slot);
    }
}

void RawWords::count(const char* bytes, const std::uint16_t* edges, std::size_t words) {
    for (std::size_t done = 0; done < words; done += kBatch) {
        // A batch may be all new words: at most five slots in eight are taken, so buckets rarely
        // overflow.
        if ((used_ + kBatch) * 8 > counts_.size() * 5) resize(33 - table_.shift);
        const std::uint16_t* batch_edges = edges + 2 * done;
        code_.load(bytes, batch_edges, std::min(kBatch, words - done), batch_);
        code_.count(table_, batch_);
        count_missing();
        for (std::size_t k = 0; k < batch_.longer_words; ++k) {
            const std::uint16_t* edge = batch_edges + std::size_t{2} * batch_.longer[k];
            count_long({bytes + edge[0], static_cast<std::size_t>(edge[1] - edge[0])});
        }
    }
}

void RawWords::discard() {
    for (std::size_t i = 0; i < table_.touched_slots; ++i) counts_[touched_[i]] = 0;
    table_.touched_slots = 0;
    for (const std::uint32_t i : long_touched_) long_words_[i].count = 0;
    long_touched_.clear();
}

void RawWords::forget_types() {
    std::fill(types_.begin(), types_.end(), kUnknown);
    for (LongWord& word : long_words_) word.type = kUnknown;
}

std::string_view RawWords::short_word(std::uint32_t slot) {
    const Bucket& bucket = buckets_[slot / kWays];
    std::memcpy(word_, &bucket.low[slot % kWays], 8);
    std::memcpy(word_ + 8, &bucket.high[slot % kWays], 8);
    const void* end = std::memchr(word_, 0, kShortWord);
    return {word_, end == nullptr
                       ? kShortWord
                       : static_cast<std::size_t>(static_cast<const char*>(end) - word_)};
}

void RawWords::count_long(std::string_view word) {
    const std::uint32_t hash = hash_of(word);
    const std::size_t mask = long_index_.size() - 1;
    std::size_t at = hash & mask;
    for (; long_index_[at] != 0; at = (at + 1) & mask) {
        LongWord& found = long_words_[long_index_[at] - 1];
        if (found.hash != hash || long_word(found) != word) continue;
        if (found.count++ == 0) long_touched_.push_back(long_index_[at] - 1);
        return;
    }
    const auto index = static_cast<std::uint32_t>(long_words_.size());
    long_index_[at] = index + 1;
    long_touched_.push_back(index);
    long_words_.push_back({long_bytes_.size(), word.size(), 1, hash, kUnknown});
    long_bytes_ += word;
    if (long_words_.size() * 2 > long_index_.size()) grow_long();
}

void RawWords::grow_long() {
    std::vector<std::uint32_t> index(long_index_.size() * 2);
    const std::size_t mask = index.size() - 1;
    for (std::uint32_t i = 0; i < long_words_.size(); ++i) {
        std::size_t at = long_words_[i].hash & mask;
        while (index[at] != 0) at = (at + 1) & mask;
        index[at] = i + 1;
    }
    long_index_ = std::move(index);
}

}  // namespace analyze::tally
