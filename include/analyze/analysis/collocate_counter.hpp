// Counts what stands near a word or phrase, or near every word, in any number of texts.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/analysis/contingency.hpp"
#include "analyze/analysis/count_sketch.hpp"
#include "analyze/analysis/gram_table.hpp"
#include "analyze/analysis/type_reader.hpp"

namespace analyze {

/// How many words before the node and behind it are near. Not both are 0.
struct CollocationWindow {
    unsigned left = 5, right = 5;
};

/// A node and one of its collocates.
struct Collocation {
    std::uint32_t node = 0;        ///< type; of no meaning where the node is given
    std::uint32_t collocate = 0;   ///< type
    Contingency table;             ///< A: the word stands near the node; B: it is the collocate
    std::uint64_t node_count = 0;  ///< occurrences of the node
    std::uint64_t documents = 0;   ///< texts in which o11 is not 0
};

/// Surface cooccurrence (Evert 2008, Corpora and collocations, sections 3.1 and 5.1). What is counted
/// are the words of the texts that are not the node: each of them is near the node when an occurrence
/// of the node stands within the window, in the same sequence (sentence or section), and it counts
/// once, however many occurrences it is near. So o11 are the collocate's words near the node, r1 all
/// words near it, c1 the collocate's words, n all words. Occurrences of a phrase are found from left
/// to right and do not overlap; their words are the node.
///
/// Where every word is a node, the counts of each node are those that it would have as the given one.
///
/// Exact; merging is order-free. One per thread. Memory: TypeReader's, 24 bytes a type, and a
/// GramTable of collocates, or of all pairs of a node and a collocate that were kept.
class CollocateCounter {
public:
    /// `node`: keys of the words of the node, empty: every word.
    CollocateCounter(WordDefinition definition, CollocationWindow window,
                     const std::vector<std::string>& node, Kernel kernel = chosen_kernel());

    /// Counts (a part of) the text that is being read; nothing is near across a cut.
    void add(std::string_view text, std::span<const std::uint32_t> cuts);
    void end_document();
    /// Adds the counts of `other` (same node and window), whose texts must have ended.
    void merge(const CollocateCounter& other);

    /// Two passes, as NgramCounter has them: pairs are bounded by the sketch, then counted.
    void survey(std::string_view text, std::span<const std::uint32_t> cuts, CountSketch& sketch);
    void prune(const CountSketch* sketch, std::uint64_t min_count);

    /// All words, those of the node included.
    [[nodiscard]] std::uint64_t words() const { return words_; }
    /// Occurrences of the given node, and words near it.
    [[nodiscard]] std::uint64_t nodes() const { return nodes_; }
    [[nodiscard]] std::uint64_t near() const { return near_; }
    /// Collocations that were kept.
    [[nodiscard]] std::uint64_t distinct() const { return table_.size(); }
    [[nodiscard]] std::uint32_t types() const { return reader_.types(); }
    [[nodiscard]] std::string_view word(std::uint32_t type) const { return reader_.word(type); }
    /// Calls `take` for each collocation, in no order that means anything.
    void each(const std::function<void(const Collocation&)>& take) const;

private:
    /// Calls take(keys) with the keys of table_ for the sequences, some hundreds at a time, and
    /// counts words, nodes and what is near.
    template <class Take>
    void walk(std::string_view text, std::span<const std::uint32_t> cuts, const Take& take);
    void read_node(std::span<const std::uint32_t> words);
    void read_all(std::span<const std::uint32_t> words, std::size_t first, std::size_t end);
    /// Fills key_hashes_ for keys of `n` types.
    void hash(std::span<const std::uint32_t> keys, unsigned n);

    CollocationWindow window_;
    TypeReader reader_;
    std::vector<std::uint32_t> node_;  // types of the node's words
    GramTable table_;                  // of collocates, or of pairs node, collocate
    std::uint64_t words_ = 0, nodes_ = 0, near_ = 0;
    std::vector<std::uint64_t> counts_;  // of each type, outside the given node
    std::vector<std::uint64_t> nears_;   // all words near each type, where every word is a node
    std::vector<std::uint64_t> seen_;    // of each type: the number of the word that met it last
    std::uint64_t at_ = 0;               // numbers all words
    std::vector<std::uint32_t> keys_;
    std::vector<std::uint8_t> marks_;
    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint64_t> key_hashes_;
    const CountSketch* sketch_ = nullptr;
    std::uint64_t min_count_ = 1;
};

}  // namespace analyze
