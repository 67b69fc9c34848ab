// Counts sequences of up to five numbers (types of words) in one flat hash table.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/gram_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>
#include <vector>

namespace analyze {

/// The table of one length of sequences, behind one face.
class GramTable::Impl {
public:
    virtual ~Impl() = default;
    virtual unsigned n() const = 0;
    virtual void add(std::span<const std::uint32_t> keys) = 0;
    virtual void merge(const Impl& other, std::span<const std::uint32_t> numbers) = 0;
    virtual void clear() = 0;
    virtual std::size_t size() const = 0;
    virtual void each(const std::function<void(const GramCount&)>& take) const = 0;
    std::uint32_t document = 1;  ///< the number of the text that is being read
};

namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kTogether = 256;  // keys whose slots are fetched before they are read

template <unsigned N>
class Table final : public GramTable::Impl {
public:
    Table() { resize(kFirstSlots); }

    unsigned n() const override { return N; }

    void add(std::span<const std::uint32_t> keys) override {
        std::array<std::size_t, kTogether> places{};
        while (!keys.empty()) {
            const std::size_t count = std::min(kTogether, keys.size() / N);
            if ((used_ + count) * 8 > slots_.size() * 5) resize(2 * slots_.size());
            for (std::size_t i = 0; i < count; ++i) {
                places[i] = place_of(&keys[i * N]);
                __builtin_prefetch(&slots_[places[i]], 1);
            }
            for (std::size_t i = 0; i < count; ++i) {
                Slot& slot = find(&keys[i * N], places[i]);
                ++slot.count;
                slot.documents += slot.last_document != document ? 1 : 0;
                slot.last_document = document;
            }
            keys = keys.subspan(count * N);
        }
    }

    void merge(const Impl& other, std::span<const std::uint32_t> numbers) override {
        std::array<std::uint32_t, N> key{};
        for (const Slot& theirs : static_cast<const Table&>(other).slots_) {
            if (theirs.count == 0) continue;
            for (unsigned i = 0; i < N; ++i) key[i] = numbers[theirs.key[i]];
            if ((used_ + 1) * 8 > slots_.size() * 5) resize(2 * slots_.size());
            Slot& mine = find(key.data(), place_of(key.data()));
            mine.count += theirs.count;
            mine.documents += theirs.documents;
        }
    }

    void clear() override {
        // A table that one long text made large would cost as much to empty for each short one.
        if (slots_.size() > kFirstSlots && used_ * 16 < slots_.size())
            resize(kFirstSlots, false);
        else
            std::fill(slots_.begin(), slots_.end(), Slot{});
        used_ = 0;
    }

    std::size_t size() const override { return used_; }

    void each(const std::function<void(const GramCount&)>& take) const override {
        for (const Slot& slot : slots_)
            if (slot.count != 0) take({slot.key.data(), slot.count, slot.documents});
    }

private:
    struct Slot {
        std::uint64_t count = 0;  ///< 0: free
        std::uint32_t documents = 0, last_document = 0;
        std::array<std::uint32_t, N> key{};
    };

    /// Multiply and fold for each number: all of their bits reach the upper ones.
    std::size_t place_of(const std::uint32_t* key) const {
        constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = N;
        for (unsigned i = 0; i < N; ++i) {
            mixed = (mixed ^ key[i]) * kFactor;
            mixed ^= mixed >> 32;
        }
        return static_cast<std::size_t>(mixed * kFactor >> shift_);
    }

    /// The key's slot, taken by it if it is new; `at` is its place.
    Slot& find(const std::uint32_t* key, std::size_t at) {
        for (;; at = (at + 1) & (slots_.size() - 1)) {
            Slot& slot = slots_[at];
            if (slot.count == 0) {
                ++used_;
                std::copy_n(key, N, slot.key.begin());
                return slot;
            }
            if (std::equal(slot.key.begin(), slot.key.end(), key)) return slot;
        }
    }

    void resize(std::size_t slots, bool keep = true) {
        const std::vector<Slot> filled = std::exchange(slots_, std::vector<Slot>(slots));
        shift_ = 64 - std::countr_zero(slots);
        used_ = 0;
        if (!keep) return;
        for (const Slot& slot : filled)
            if (slot.count != 0) find(slot.key.data(), place_of(slot.key.data())) = slot;
    }

    std::vector<Slot> slots_;  // open addressing, a power of two
    std::size_t used_ = 0;
    int shift_ = 0;
};

std::unique_ptr<GramTable::Impl> make(unsigned n) {
    switch (n) {
        case 1:
            return std::make_unique<Table<1>>();
        case 2:
            return std::make_unique<Table<2>>();
        case 3:
            return std::make_unique<Table<3>>();
        case 4:
            return std::make_unique<Table<4>>();
        default:
            return std::make_unique<Table<5>>();
    }
}

}  // namespace

GramTable::GramTable(unsigned n) : impl_(make(n)) {}
GramTable::~GramTable() = default;
GramTable::GramTable(GramTable&&) noexcept = default;
GramTable& GramTable::operator=(GramTable&&) noexcept = default;

unsigned GramTable::n() const {
    return impl_->n();
}
void GramTable::add(std::span<const std::uint32_t> keys) {
    impl_->add(keys);
}
void GramTable::end_document() {
    ++impl_->document;
}
void GramTable::merge(const GramTable& other, std::span<const std::uint32_t> numbers) {
    impl_->merge(*other.impl_, numbers);
}
void GramTable::clear() {
    impl_->clear();
    impl_->document = 1;
}
std::size_t GramTable::size() const {
    return impl_->size();
}
void GramTable::each(const std::function<void(const GramCount&)>& take) const {
    impl_->each(take);
}

}  // namespace analyze
