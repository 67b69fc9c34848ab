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
    acronym
};

/// Counts, for each word of a document, what the first look took its occurrences for, and turns
/// them into feature keys for a second look: the same word elsewhere, the full name behind a
/// surname, the name that an acronym abbreviates, words that stand together in a name elsewhere.
class DocumentMemory {
public:
    /// `names`: those of the first look, in order.
    DocumentMemory(const FeatureText& features, const std::vector<Found>& names);

    /// Keys for the second look at a unit; none where the rest of the document says nothing about
    /// it. Own occurrences do not count. Notes have a MemoryKind, and as value the type that the
    /// rest of the document speaks for, kTypes: for no name.
    void keys(const UnitSentence& sentence, std::uint32_t unit, std::vector<std::uint64_t>& keys,
              KeyNotes notes = nullptr) const;

private:
    static constexpr std::uint8_t kNoName = kTypes;
    struct WordMemory {
        std::array<std::uint16_t, kTypes + 1> types{};  ///< occurrences by type; the last: no name
        std::array<std::uint16_t, kTypes> longer{};     ///< in names of two units or more
        std::array<std::uint16_t, 3> places{};          ///< of these: begin, inside, end
    };
    struct PairMemory {
        std::uint64_t words = 0;  ///< 0: an empty slot; else left word << 32 | right word, plus 1
        std::array<std::uint16_t, kTypes> together{};  ///< both in one name of the type
        std::uint16_t apart = 0;
    };
    const FeatureText* features_;
    std::vector<std::uint8_t> type_of_;   ///< for each unit
    std::vector<std::uint8_t> place_of_;  ///< 0 begin, 1 inside, 2 end, 3 single
    std::vector<WordMemory> words_;       ///< for each word
    std::vector<PairMemory> pairs_;       ///< open addressing, at most half full
    [[nodiscard]] std::size_t slot_of(std::uint64_t words) const;
    std::unordered_map<std::uint64_t, std::uint8_t> acronyms_;  ///< folded initials → type
};

}  // namespace analyze
