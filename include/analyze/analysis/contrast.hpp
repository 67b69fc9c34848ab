// The word counts of two corpora side by side, from texts and lists, for what sets them apart.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/analysis/word_count.hpp"
#include "analyze/base/string_index.hpp"

namespace analyze {

enum class Side : std::uint8_t { target, reference };

/// Exact and order-free: however texts and lists are shared out, added and merged, the same counts
/// come out. Takes some 85 bytes and the length of the word for each type that either side has.
class Contrast {
    template <typename Pair>
    static auto& at(Pair& pair, Side side) {
        return pair[static_cast<std::size_t>(side)];
    }

public:
    /// One word and its counts on both sides; index by Side.
    struct Row {
        std::string_view word;  ///< valid as long as the Contrast
        std::array<std::uint64_t, 2> count{}, documents{};
    };

    /// Adds to the counts of a word (its key), and to its side's number of words.
    void add(Side side, std::string_view word, std::uint64_t count, std::uint64_t documents);
    /// Adds all that a table has counted, its documents too.
    void add(Side side, const WordTable& table);
    /// Texts beside those that a table brings: of a list that states how many it is of.
    void add_documents(Side side, std::uint64_t documents) { at(documents_, side) += documents; }
    /// Words that a list does not have though its corpus did: they count in words() alone.
    void add_unlisted(Side side, std::uint64_t words) { at(words_, side) += words; }
    void merge(const Contrast& other);

    /// All words of the side, those unlisted included.
    [[nodiscard]] std::uint64_t words(Side side) const { return at(words_, side); }
    [[nodiscard]] std::uint64_t types(Side side) const { return at(types_, side); }
    [[nodiscard]] std::uint64_t documents(Side side) const { return at(documents_, side); }
    /// Every word that either side has, by its bytes.
    [[nodiscard]] std::vector<Row> rows() const;

private:
    struct Entry {
        std::array<std::uint64_t, 2> count{}, documents{};
    };
    StringIndex index_;
    std::vector<Entry> entries_;
    std::array<std::uint64_t, 2> words_{}, types_{}, documents_{};
};

}  // namespace analyze
