// Numbers distinct strings in the order in which they first come.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/string_index.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace analyze {
namespace {

template <class Word>
std::uint64_t load(const char* from) {
    Word word;
    std::memcpy(&word, from, sizeof word);
    return word;
}

/// Multiplies eight bytes at a time; the end is read in overlapping words, so no byte is read
/// alone.
std::uint32_t hash_of(std::string_view key) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;
    const char* at = key.data();
    std::size_t size = key.size();
    std::uint64_t hash = size;
    const auto mix = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * kFactor;
        hash ^= hash >> 29;
    };
    for (; size > 8; at += 8, size -= 8) mix(load<std::uint64_t>(at));
    if (size >= 4) {
        mix(load<std::uint32_t>(at) << 32 | load<std::uint32_t>(at + size - 4));
    } else if (size >= 2) {
        mix(load<std::uint16_t>(at) << 16 | load<std::uint16_t>(at + size - 2));
    } else if (size == 1) {
        mix(load<std::uint8_t>(at));
    }
    hash *= kFactor;
    return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

std::uint32_t StringIndex::find_or_add(std::string_view key) {
    if (2 * (keys_.size() + 1) > slots_.size()) grow();
    const std::uint32_t hash = hash_of(key);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at].number != 0; at = (at + 1) & mask)
        if (slots_[at].hash == hash && keys_[slots_[at].number - 1] == key)
            return slots_[at].number - 1;
    keys_.push_back(keep(key));
    slots_[at] = {hash, static_cast<std::uint32_t>(keys_.size())};
    return slots_[at].number - 1;
}

void StringIndex::grow() {
    constexpr std::size_t kFirst = 64;
    const std::vector<Slot> filled =
        std::exchange(slots_, std::vector<Slot>(std::max(kFirst, 2 * slots_.size())));
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : filled) {
        if (slot.number == 0) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].number != 0) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

std::string_view StringIndex::keep(std::string_view key) {
    constexpr std::size_t kChunk = std::size_t{1} << 16;
    if (key.size() > room_) {
        // A small table takes a small chunk: the sizes grow with the number of strings.
        room_ =
            std::max(key.size(), chunks_.size() < 6 ? std::size_t{1024} << chunks_.size() : kChunk);
        chunks_.push_back(std::make_unique<char[]>(room_));
        free_ = chunks_.back().get();
    }
    std::copy(key.begin(), key.end(), free_);
    const std::string_view kept(free_, key.size());
    free_ += key.size();
    room_ -= key.size();
    return kept;
}

}  // namespace analyze
