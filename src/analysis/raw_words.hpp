// Counts words as the bytes they stand in: short ones in cache lines, long ones apart.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/text/scan.hpp"
#include "tally_kernel.hpp"

namespace analyze::tally {

/// Instead of the number of a type: the raw word is none.
constexpr std::uint32_t kNoWord = UINT32_MAX;

/// The code that counts beside a scanner of that kernel.
[[nodiscard]] const TallyKernel& code_of(Kernel kernel);

/// Counts since the last flush(). Each raw word keeps the number of its type, so what flush() costs
/// is in the words that were met.
class RawWords {
public:
    explicit RawWords(Kernel kernel);

    /// Counts `words` words: word i is [edges[2i], edges[2i + 1]) of `bytes` (kShortWord readable
    /// bytes from the beginning of each).
    void count(const char* bytes, const std::uint16_t* edges, std::size_t words);

    /// Sets all counts to 0.
    void discard();
    /// Forgets the types, for a flush() to another WordTable. Nothing may be waiting for a flush.
    void forget_types();

    /// Hands the counts over and sets them to 0: calls add(type, count) for each raw word that was
    /// met, where type = resolve(word), asked once in a raw word's life, is not kNoWord.
    template <class Resolve, class Add>
    void flush(const Resolve& resolve, const Add& add) {
        for (std::size_t i = 0; i < table_.touched_slots; ++i) {
            const std::uint32_t slot = table_.touched[i];
            hand_over(
                types_[slot], counts_[slot], [&] { return short_word(slot); }, resolve, add);
        }
        table_.touched_slots = 0;
        for (const std::uint32_t i : long_touched_)
            hand_over(
                long_words_[i].type, long_words_[i].count,
                [&] { return long_word(long_words_[i]); }, resolve, add);
        long_touched_.clear();
    }

private:
    static constexpr std::uint32_t kUnknown = kNoWord - 1;

    struct LongWord {
        std::uint64_t offset, size;  ///< in long_bytes_
        std::uint64_t count;
        std::uint32_t hash;
        std::uint32_t type;
    };

    template <class Word, class Resolve, class Add>
    static void hand_over(std::uint32_t& type, std::uint64_t& count, const Word& word,
                          const Resolve& resolve, const Add& add) {
        if (type == kUnknown) type = resolve(word());
        if (type != kNoWord) add(type, count);
        count = 0;
    }
    [[nodiscard]] std::string_view short_word(std::uint32_t slot);
    [[nodiscard]] std::string_view long_word(const LongWord& word) const {
        return std::string_view(long_bytes_).substr(word.offset, word.size);
    }
    void make_room();
    void resize(unsigned bucket_bits);
    [[nodiscard]] std::size_t find_slot(std::uint64_t low, std::uint64_t high, std::uint32_t hash);
    void count_missing();
    void count_long(std::string_view word);
    void grow_long();

    const TallyKernel& code_;
    Batch batch_{};
    ShortTable table_{};
    std::vector<Bucket> buckets_;
    std::vector<std::uint64_t> counts_;
    std::vector<std::uint32_t> touched_;
    std::vector<std::uint32_t> types_;
    std::size_t used_ = 0;  ///< slots with a key
    char word_[kShortWord] = {};

    std::string long_bytes_;
    std::vector<LongWord> long_words_;
    std::vector<std::uint32_t>
        long_index_;  ///< open addressing: 1 + index into long_words_, 0: free
    std::vector<std::uint32_t> long_touched_;
};

}  // namespace analyze::tally
