// Counts sequences of up to five numbers (types of words) in one flat hash table.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/gram_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <new>
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
constexpr std::size_t kMostEntries = UINT32_MAX - 1;
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
        for (const Entry& theirs : static_cast<const Table&>(other).entries_) {
            for (unsigned i = 0; i < N; ++i) key[i] = numbers[theirs.key[i]];
            make_room(1);
            Entry& mine = find(key.data(), hash_of(key.data()));
            mine.count += theirs.count;
            mine.documents += theirs.documents;
        }
    }

    void clear() override {
        // A table that one long text made large would cost as much to empty for each short one.
        const bool large = slots_.size() > kFirstSlots && entries_.size() * 16 < slots_.size();
        entries_.clear();
        if (large)
            resize(kFirstSlots);
        else
            std::fill(slots_.begin(), slots_.end(), Slot{});
    }

    std::size_t size() const override { return entries_.size(); }

    void each(const std::function<void(const GramCount&)>& take) const override {
        for (const Entry& entry : entries_) take({entry.key.data(), entry.count, entry.documents});
    }

private:
    struct Entry {
        std::uint64_t count = 0;
        std::uint32_t documents = 0, last_document = 0;
        std::array<std::uint32_t, N> key{};
    };
    struct Slot {
        std::uint32_t tag = 0;     ///< the lower half of the hash
        std::uint32_t number = 0;  ///< one more than the entry's, 0: free
    };

    /// Keys whose slots are on their way from memory.
    struct Waiting {
        std::size_t count = 0;
        std::array<const std::uint32_t*, kTogether> keys;
        std::array<std::uint64_t, kTogether> hashes;
        std::array<std::uint32_t, kTogether> numbers;  ///< of the entries that they may have
    };

    void put(Waiting& waiting, const std::uint32_t* key) {
        const std::uint64_t hash = hash_of(key);
        __builtin_prefetch(&slots_[hash >> shift_]);
        waiting.keys[waiting.count] = key;
        waiting.hashes[waiting.count] = hash;
        if (++waiting.count == kTogether) count(waiting);
    }

    void count(Waiting& waiting) {
        for (std::size_t i = 0; i < waiting.count; ++i) {
            const std::uint32_t number = likely_number(waiting.hashes[i]);
            waiting.numbers[i] = number;
            if (number == 0) continue;
            const Entry& entry = entries_[number - 1];  // may stand in two cache lines
            __builtin_prefetch(&entry.count, 1);
            __builtin_prefetch(&entry.key.back(), 1);
        }
        for (std::size_t i = 0; i < waiting.count; ++i) {
            const std::uint32_t number = waiting.numbers[i];
            if (number != 0 && same(entries_[number - 1].key.data(), waiting.keys[i])) {
                count(entries_[number - 1]);
            } else {
                make_room(1);
                count(find(waiting.keys[i], waiting.hashes[i]));
            }
        }
        waiting.count = 0;
    }

    void count(Entry& entry) {
        ++entry.count;
        entry.documents += entry.last_document != document ? 1 : 0;
        entry.last_document = document;
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

    /// Of the first entry whose tag fits the hash, 0 if there is none.
    [[nodiscard]] std::uint32_t likely_number(std::uint64_t hash) const {
        const auto tag = static_cast<std::uint32_t>(hash);
        for (std::size_t at = hash >> shift_;; at = (at + 1) & (slots_.size() - 1))
            if (const Slot& slot = slots_[at]; slot.number == 0 || slot.tag == tag)
                return slot.number;
    }

    /// The key's entry, a new one if need be.
    Entry& find(const std::uint32_t* key, std::uint64_t hash) {
        const auto tag = static_cast<std::uint32_t>(hash);
        for (std::size_t at = hash >> shift_;; at = (at + 1) & (slots_.size() - 1)) {
            Slot& slot = slots_[at];
            if (slot.number == 0) {
                if (entries_.size() == kMostEntries) throw std::bad_alloc();
                Entry& entry = entries_.emplace_back();
                std::copy_n(key, N, entry.key.begin());
                slot = {tag, static_cast<std::uint32_t>(entries_.size())};
                return entry;
            }
            if (slot.tag == tag && same(entries_[slot.number - 1].key.data(), key))
                return entries_[slot.number - 1];
        }
    }

    void make_room(std::size_t more) {
        if ((entries_.size() + more) * 8 > slots_.size() * 5) resize(2 * slots_.size());
    }

    void resize(std::size_t slots) {
        slots_.assign(slots, Slot{});
        shift_ = 64 - std::countr_zero(slots);
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const std::uint64_t hash = hash_of(entries_[i].key.data());
            std::size_t at = hash >> shift_;
            while (slots_[at].number != 0) at = (at + 1) & (slots - 1);
            slots_[at] = {static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(i + 1)};
        }
    }

    std::vector<Slot> slots_;     // open addressing, a power of two, at most 5/8 full
    std::vector<Entry> entries_;  // in the order they were met: the frequent ones stand together
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
