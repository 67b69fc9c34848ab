// Keeps the words of texts in their order, and finds the places of each word among all of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyze/analysis/dispersion.hpp"
#include "analyze/analysis/type_reader.hpp"

namespace analyze {

/// Reads the words of texts under one definition. Texts are numbered by whoever reads them, and the
/// corpus is the texts in the order of their numbers: however they are shared out and merged, it is
/// the same. Takes 4 bytes for each word, 12 once arranged, and some 150 bytes for each type. One
/// per thread.
class WordPlaces {
public:
    explicit WordPlaces(const WordDefinition& definition) : reader_(definition) {}

    /// Reads a piece of the open text: valid UTF-8, cut where no word crosses (TextStream's are).
    void add(std::string_view piece);
    /// Ends the open text, which becomes the one of that number; each number is given once.
    void end_document(std::uint64_t number);
    /// Takes the open text back.
    void discard_document() { open_.clear(); }
    /// Takes the texts of `other` over, none of which is open; `other` is left empty.
    void merge(WordPlaces& other);

    /// Ends the reading: makes the index that is asked below. O(words).
    void arrange();
    [[nodiscard]] std::uint64_t words() const { return places_.size(); }
    /// Words of each text, in the order of their numbers.
    [[nodiscard]] std::vector<std::uint64_t> text_sizes() const;
    /// Where a word (a key) stands. Valid as long as this.
    [[nodiscard]] Places of(std::string_view key) const;

private:
    using Text = std::vector<std::uint32_t>;  // types in their order
    TypeReader reader_;
    Text open_;
    std::map<std::uint64_t, Text> texts_;
    std::vector<std::uint64_t> sizes_, places_,
        ends_;  // arranged: places of type t end at ends_[t]
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace analyze
