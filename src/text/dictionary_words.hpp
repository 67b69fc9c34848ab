// Divides runs of Chinese and Japanese into words, by ICU's dictionary and exactly as ICU does.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/ucharstrie.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "dictionary_data.hpp"

namespace analyze {

/// ICU's way to the words of a run of Han, Hiragana and Katakana (CjkBreakEngine in its
/// dictbe.cpp), without the iterator, the text accessors and the vectors around it: every word of
/// the dictionary has a cost, a character that is none costs 255, a run of Katakana by its length,
/// and the way through the run that costs least is taken. What a character or a pair of characters
/// leads to in the dictionary is remembered, in a megabyte at most: keep one per thread and use it
/// again.
class DictionaryWords {
public:
    /// Finds the places inside `run` (UTF-16, not empty) where a word ends and the next
    /// begins, in order. False, and nothing found, where this is left to ICU's iterator: when the
    /// run has characters beyond the first plane, that NFKC changes or joins, or that are of no
    /// script of the dictionary, when it has more than eight million, or when there is no dictionary
    /// known here (DictionaryData). Linear in the length of the run; 5 bytes of scratch for each
    /// unit of the longest.
    [[nodiscard]] bool divide(std::u16string_view run, std::vector<std::uint32_t>& places);

private:
    /// What the first character of a word leads to in the dictionary.
    struct First {
        std::uint64_t state = 0;  ///< of icu::UCharsTrie, if `more`
        std::uint32_t cost = 0;   ///< of the character as a word
        bool more = false;        ///< whether longer words begin with it
        bool known = false;       ///< whether the other members are filled in
        bool taken = false;       ///< whether the engine takes it and NFKC leaves it as it is
        bool katakana = false;
    };
    /// What the first two characters lead to.
    struct Pair {
        std::uint32_t characters = 0;
        std::uint32_t cost = 0;   ///< of the pair as a word; kNoWay if it is none
        std::uint64_t state = 0;  ///< of icu::UCharsTrie; 0 if no longer word begins with it
    };
    static constexpr std::size_t kPairs = std::size_t{1} << 14;

    const First& first(char16_t c);
    void load(char16_t c, First& entry);
    void reach_longer(icu::UCharsTrie& trie, std::u16string_view rest, std::size_t at);
    void reach(std::size_t from, std::size_t length, std::uint32_t cost);

    DictionaryData dictionary_{"cjdict", DictionaryKind::units_with_costs};
    std::array<std::unique_ptr<std::array<First, 256>>, 256> first_;
    std::vector<Pair> pairs_{dictionary_ ? kPairs : 0};  // by hash; the latest of a place stays
    std::vector<std::uint32_t> best_;                    // what the best way to each place costs
    std::vector<std::uint8_t> length_;                   // of the last word on that way
};

}  // namespace analyze
