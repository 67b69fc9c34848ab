// What a document says about its own names: the second look that gives one name one type.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "analyze/analysis/entities_decode.hpp"
#include "analyze/analysis/entities_features.hpp"

namespace analyze {

/// What a key of the second look is about; part of the key.
enum class MemoryKind : std::uint16_t {
    same = 100,  ///< the same word elsewhere
    same_short,
    longer,    ///< in a longer name
    together,  ///< with its neighbour
    acronym,
    beside  ///< in a list with its neighbour: "Velm, Reed and Orsk", "Velm 3, Reed 1"
};

/// What the pieces of a long document say about its names, handed from each to the next. Words by the hash
/// of how they are written. Bounded: once it has kMost of a kind, no more of it come in.
struct NameTable {
    struct WordMemory {
        std::array<std::uint16_t, kTypes + 1> types{};  ///< occurrences by type; the last: no name
        std::array<std::uint16_t, kTypes> longer{};     ///< in names of two units or more
        std::array<std::uint16_t, 3> places{};          ///< of these: begin, inside, end
    };
    struct PairMemory {
        std::array<std::uint16_t, kTypes> together{};  ///< both in one name of the type
        std::uint16_t apart = 0;
    };
    static constexpr std::size_t kMost = 100'000;
    std::unordered_map<std::uint64_t, WordMemory> words;
    std::unordered_map<std::uint64_t, PairMemory> pairs;
    std::unordered_map<std::uint64_t, std::uint8_t> acronyms;  ///< folded initials → type
    /// Of agree_types(): for each long name the sums of its probabilities.
    std::unordered_map<std::uint64_t, std::array<float, kTypes>> names;
};

/// Counts, for each word of a document, what the first look took its occurrences for, and turns
/// them into feature keys for a second look: the same word elsewhere, the full name behind a
/// surname, the name that an acronym abbreviates, words that stand together in a name elsewhere, the
/// neighbours in a list.
class DocumentMemory {
public:
    /// `names`: those of the first look, in order. `table`: what earlier pieces of the document counted, which
    /// is added, and gets the counts of this piece; null: there is one piece.
    DocumentMemory(const FeatureText& features, const std::vector<Found>& names,
                   NameTable* table = nullptr);

    /// Keys for the second look at a unit; none where the rest of the document says nothing about
    /// it. Own occurrences do not count. Notes have a MemoryKind, and as value the type that the
    /// rest of the document speaks for, kTypes: for no name.
    void keys(const UnitSentence& sentence, std::uint32_t unit, std::vector<std::uint64_t>& keys,
              KeyNotes notes = nullptr) const;

private:
    static constexpr std::uint8_t kNoName = kTypes;
    using WordMemory = NameTable::WordMemory;
    struct PairMemory : NameTable::PairMemory {
        std::uint64_t words = 0;  ///< 0: an empty slot; else left word << 32 | right word, plus 1
    };
    void exchange(NameTable& table);
    const FeatureText* features_;
    std::vector<std::uint8_t> type_of_;   ///< for each unit
    std::vector<std::uint8_t> place_of_;  ///< 0 begin, 1 inside, 2 end, 3 single
    std::vector<WordMemory> words_;       ///< for each word
    std::vector<PairMemory> pairs_;       ///< open addressing, at most half full
    /// The type of the name that a list has before (`step` -1) or behind `unit`, kNoName: there is none; and
    /// in `joint` what stands between: 1 a mark, 2 "and" or "or", 4 a number.
    [[nodiscard]] std::uint8_t beside(const UnitSentence& sentence, std::uint32_t unit, int step,
                                      std::uint64_t& joint) const;
    [[nodiscard]] std::size_t slot_of(std::uint64_t words) const;
    std::unordered_map<std::uint64_t, std::uint8_t> acronyms_;  ///< folded initials → type
};

}  // namespace analyze
