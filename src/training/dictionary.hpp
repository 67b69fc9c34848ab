// Feature keys counted and numbered: open addressing, since there are tens of millions.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analyze/analysis/entities_model.hpp"

namespace analyze {

/// First count(), then number(), then ask.
class Dictionary {
public:
    Dictionary() : slots_(std::size_t{1} << 22) {}
    void count(std::uint64_t key) {
        if ((used_ + 1) * 10 > slots_.size() * 7) grow();
        Slot& slot = find(key);
        if (slot.count == 0) {
            slot.key = key;
            ++used_;
        }
        ++slot.count;
    }
    /// Numbers the keys seen at least `least` times, in the order of their keys. Returns how many.
    std::uint32_t number(std::uint32_t least) {
        for (const Slot& slot : slots_)
            if (slot.count >= least) keys_.push_back(slot.key);
        std::sort(keys_.begin(), keys_.end());
        for (Slot& slot : slots_)
            if (slot.count != 0) slot.count = HashView::kAbsent;
        for (std::uint32_t i = 0; i < keys_.size(); ++i) find(keys_[i]).count = i + 1;
        return static_cast<std::uint32_t>(keys_.size());
    }
    /// Number of a key, or kAbsent.
    [[nodiscard]] std::uint32_t operator[](std::uint64_t key) {
        const Slot& slot = find(key);
        return slot.count == 0 || slot.count == HashView::kAbsent ? HashView::kAbsent
                                                                  : slot.count - 1;
    }
    [[nodiscard]] const std::vector<std::uint64_t>& keys() const { return keys_; }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t count = 0;
    };
    Slot& find(std::uint64_t key) {
        std::size_t at = key & (slots_.size() - 1);
        while (slots_[at].count != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }
    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& slot : old)
            if (slot.count != 0) find(slot.key) = slot;
    }
    std::vector<Slot> slots_;
    std::vector<std::uint64_t> keys_;
    std::size_t used_ = 0;
};

}  // namespace analyze
