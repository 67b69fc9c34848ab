// Counts sequences of up to five numbers (types of words) in one flat hash table.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace analyze {

constexpr unsigned kLongestGram = 5;

/// A sequence with its counts; `key` points into the table.
struct GramCount {
    const std::uint32_t* key = nullptr;
    std::uint64_t count = 0;
    std::uint64_t documents = 0;
};

/// Exact; merging is order-free. A sequence takes 24 bytes (one or two numbers), 32 (three or four) or
/// 40 (five) in an array that doubles, and 8 in an index of which 5/16 to 5/8 are in use: 37 to 106
/// bytes in all, and half as much again for the moment in which the array grows. At most 2^32 - 2
/// different sequences; beyond that, as where memory ends, std::bad_alloc.
class GramTable {
public:
    /// Of sequences of `n` numbers, 1 to kLongestGram.
    explicit GramTable(unsigned n);
    ~GramTable();
    GramTable(GramTable&&) noexcept;
    GramTable& operator=(GramTable&&) noexcept;

    [[nodiscard]] unsigned n() const;
    /// Counts each of the sequences that stand one after another in `keys` once, in the text that
    /// is being read. The keys of one call should be hundreds: they are looked up together.
    void add(std::span<const std::uint32_t> keys);
    /// Counts every run of n() numbers within each of some sequences: sequence i is [ends[i - 1],
    /// ends[i]) of `numbers`. Returns how many there were. The quickest way.
    std::uint64_t add_runs(std::span<const std::uint32_t> numbers,
                           std::span<const std::uint32_t> ends);
    /// Ends a text: what is added from now on stands in another one (of at most 2^32 - 1).
    void end_document();
    /// Adds the counts of `other`, whose texts must have ended; number i there is numbers[i] here.
    void merge(const GramTable& other, std::span<const std::uint32_t> numbers);
    /// Forgets all counts.
    void clear();

    [[nodiscard]] std::size_t size() const;
    /// Calls `take` for each sequence, in no order that means anything.
    void each(const std::function<void(const GramCount&)>& take) const;

    class Impl;

private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace analyze
