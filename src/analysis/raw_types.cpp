// Finds the types of raw words in text order: a cache from the bytes of a word to its number.
// SPDX-License-Identifier: Apache-2.0
#include "raw_types.hpp"

#include <algorithm>
#include <utility>

#include "raw_words.hpp"

namespace analyze::tally {

RawTypes::RawTypes(Kernel kernel, std::function<std::uint32_t(std::string_view)> resolve)
    : code_(code_of(kernel)), resolve_(std::move(resolve)), slots_(4 * kBatch) {}

void RawTypes::find(const char* bytes, const std::uint16_t* edges, std::size_t words,
                    std::uint32_t* types) {
    for (std::size_t done = 0; done < words; done += kBatch) {
        const std::uint16_t* edge = edges + 2 * done;
        const std::size_t count = std::min(kBatch, words - done);
        code_.load(bytes, edge, count, batch_);
        while (2 * (used_ + batch_.keys) > slots_.size()) grow();
        for (std::size_t i = 0; i < batch_.keys; ++i)
            __builtin_prefetch(&slots_[batch_.hash[i] & (slots_.size() - 1)]);
        std::size_t key = 0, longer = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string_view word(bytes + edge[2 * i],
                                        static_cast<std::size_t>(edge[2 * i + 1] - edge[2 * i]));
            if (longer < batch_.longer_words && batch_.longer[longer] == i) {
                types[done + i] = find_long(word);
                ++longer;
                continue;
            }
            const std::uint64_t low = batch_.low[key], high = batch_.high[key];
            const Slot& slot = slots_[batch_.hash[key] & (slots_.size() - 1)];
            types[done + i] = slot.low == low && slot.high == high ? slot.type : add(key, word);
            ++key;
        }
    }
}

/// The type of a short word that does not stand in the first slot of its hash.
std::uint32_t RawTypes::add(std::size_t key, std::string_view word) {
    const std::uint64_t low = batch_.low[key], high = batch_.high[key];
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = batch_.hash[key] & mask;
    for (; slots_[at].low != 0; at = (at + 1) & mask)
        if (slots_[at].low == low && slots_[at].high == high) return slots_[at].type;
    slots_[at] = {low, high, resolve_(word)};
    ++used_;
    return slots_[at].type;
}

std::uint32_t RawTypes::find_long(std::string_view word) {
    const std::uint32_t number = long_words_.find_or_add(word);
    if (number == long_types_.size()) long_types_.push_back(resolve_(word));
    return long_types_[number];
}

void RawTypes::grow() {
    const auto filled = std::exchange(slots_, decltype(slots_)(2 * slots_.size()));
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : filled) {
        if (slot.low == 0) continue;
        std::size_t at = hash_of(slot.low, slot.high) & mask;
        while (slots_[at].low != 0) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

}  // namespace analyze::tally
