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
    virtual std::uint64_t add_runs(std::span<const std::uint32_t> numbers,
                                   std::span<const std::uint32_t> ends) = 0;
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
        Waiting waiting;
        for (std::size_t i = 0; i + N <= keys.size(); i += N) put(waiting, &keys[i]);
        count(waiting);
    }

    std::uint64_t add_runs(std::span<const std::uint32_t> numbers,
                           std::span<const std::uint32_t> ends) override {
        Waiting waiting;
        std::uint64_t runs = 0;
        std::uint32_t begin = 0;
        for (const std::uint32_t end : ends) {
            const std::uint32_t here = end - begin >= N ? end - begin - (N - 1) : 0;
            for (std::uint32_t i = 0; i < here; ++i) put(waiting, &numbers[begin + i]);
            runs += here;
            begin = end;
        }
        count(waiting);
        return runs;
    }

    void merge(const Impl& other, std::span<const std::uint32_t> numbers) override {
        std::array<std::uint32_t, N> key{};
        for (const Slot& theirs : static_cast<const Table&>(other).slots_) {
            if (theirs.count == 0) continue;
            for (unsigned i = 0; i < N; ++i) key[i] = numbers[theirs.key[i]];
            if ((used_ + 1) * 8 > slots_.size() * 5) resize(2 * slots_.size());
            Slot& mine = find(key.data(), hash_of(key.data()));
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

    /// Keys whose slots are on their way from memory.
    struct Waiting {
        std::size_t count = 0;
        std::array<const std::uint32_t*, kTogether> keys;
        std::array<std::uint64_t, kTogether> hashes;
    };

    void put(Waiting& waiting, const std::uint32_t* key) {
        const std::uint64_t hash = hash_of(key);
        __builtin_prefetch(&slots_[hash >> shift_], 1);
        waiting.keys[waiting.count] = key;
        waiting.hashes[waiting.count] = hash;
        if (++waiting.count == kTogether) count(waiting);
    }

    void count(Waiting& waiting) {
        if ((used_ + waiting.count) * 8 > slots_.size() * 5) resize(2 * slots_.size());
        for (std::size_t i = 0; i < waiting.count; ++i) {
            Slot& slot = find(waiting.keys[i], waiting.hashes[i]);
            ++slot.count;
            slot.documents += slot.last_document != document ? 1 : 0;
            slot.last_document = document;
        }
        waiting.count = 0;
    }

    static bool same(const std::uint32_t* a, const std::uint32_t* b) {
        std::uint32_t differing = 0;  // no call of memcmp for a few bytes
        for (unsigned i = 0; i < N; ++i) differing |= a[i] ^ b[i];
        return differing == 0;
    }

    /// Multiply and fold for each number: all of their bits reach the upper ones.
    static std::uint64_t hash_of(const std::uint32_t* key) {
        constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = N;
        for (unsigned i = 0; i < N; ++i) {
            mixed = (mixed ^ key[i]) * kFactor;
            mixed ^= mixed >> 32;
        }
        return mixed * kFactor;
    }

    /// The key's slot, taken by it if it is new.
    Slot& find(const std::uint32_t* key, std::uint64_t hash) {
        for (std::size_t at = hash >> shift_;; at = (at + 1) & (slots_.size() - 1)) {
            Slot& slot = slots_[at];
            if (same(slot.key.data(), key) && slot.count != 0) return slot;
            if (slot.count == 0) {
                ++used_;
                std::copy_n(key, N, slot.key.begin());
                return slot;
            }
        }
    }

    void resize(std::size_t slots, bool keep = true) {
        const std::vector<Slot> filled = std::exchange(slots_, std::vector<Slot>(slots));
        shift_ = 64 - std::countr_zero(slots);
        used_ = 0;
        if (!keep) return;
        for (const Slot& slot : filled)
            if (slot.count != 0) find(slot.key.data(), hash_of(slot.key.data())) = slot;
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
std::uint64_t GramTable::add_runs(std::span<const std::uint32_t> numbers,
                                  std::span<const std::uint32_t> ends) {
    return impl_->add_runs(numbers, ends);
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
