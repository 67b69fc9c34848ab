// Counts n-grams and skip-grams: sequences of words within a sentence, in any number of texts.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/analysis/count_sketch.hpp"
#include "analyze/analysis/gram_table.hpp"
#include "analyze/analysis/type_reader.hpp"

namespace analyze {

/// Which n-grams: of `least` to `most` words (1 to kLongestGram), with up to `skip` words left out
/// between the first and the last (k-skip-n-grams, Guthrie et al. 2006: each choice of words is one
/// occurrence, those that leave out fewer among them).
struct NgramShape {
    unsigned least = 2, most = 2, skip = 0;
};

/// One n-gram; its words are those of the counter that gave it.
struct Ngram {
    unsigned n = 0;
    const std::uint32_t* types = nullptr;
    std::uint64_t count = 0;
    std::uint64_t documents = 0;
};

/// Exact; merging is order-free, so however texts are shared out the counts are the same. One per
/// thread. Memory: TypeReader's for the words, a GramTable for each n, 4 bytes a word for the
/// longest sentence.
class NgramCounter {
public:
    NgramCounter(WordDefinition definition, NgramShape shape, Kernel kernel = chosen_kernel());

    /// Counts the n-grams of (a part of) the text that is being read; `cuts` as for
    /// TypeReader::read(): no n-gram crosses one.
    void add(std::string_view text, std::span<const std::uint32_t> cuts);
    void end_document();
    /// Adds the counts of `other`, whose texts must have ended.
    void merge(const NgramCounter& other);
    /// Forgets all counts; what was learned of words is kept.
    void clear();

    /// Counting in two passes: the first only notes upper bounds in `sketch` …
    void survey(std::string_view text, std::span<const std::uint32_t> cuts, CountSketch& sketch);
    /// … and what is added from now on counts only what may reach `min_count` by the sketch of all
    /// texts (which must outlive the counter). Exact for n-grams that do; those that do not may be
    /// there or not.
    void prune(const CountSketch* sketch, std::uint64_t min_count);

    /// Words and n-grams of all texts, those that were pruned included.
    [[nodiscard]] std::uint64_t words() const { return words_; }
    [[nodiscard]] std::uint64_t ngrams() const { return ngrams_; }
    /// Different n-grams that were kept.
    [[nodiscard]] std::uint64_t distinct() const;

    [[nodiscard]] std::string_view word(std::uint32_t type) const { return reader_.word(type); }
    [[nodiscard]] std::uint32_t types() const { return reader_.types(); }
    /// The words, joined by a blank.
    [[nodiscard]] std::string text(const Ngram& ngram) const;
    /// Those that pass, by count downwards, then by the bytes of their first words, second words and
    /// so on. Of the order behind place `top` (0: none) nothing is promised. Valid until the next
    /// change.
    [[nodiscard]] std::vector<Ngram> ranked(const std::function<bool(const Ngram&)>& passes,
                                            std::uint64_t top = 0) const;
    /// Whether `a` stands before `b` by their words alone.
    [[nodiscard]] bool earlier(const Ngram& a, const Ngram& b) const;

private:
    /// Calls take(keys) for the n-grams of the text, some hundreds at a time.
    template <class Take>
    void walk(std::string_view text, std::span<const std::uint32_t> cuts, const Take& take);
    /// Fills key_hashes_ for keys of `n` types.
    void hash(std::span<const std::uint32_t> keys, unsigned n);

    NgramShape shape_;
    TypeReader reader_;
    std::vector<GramTable> tables_;  // for shape_.least … shape_.most
    std::uint64_t words_ = 0, ngrams_ = 0;
    std::vector<std::uint32_t> keys_;    // that wait for their table
    std::vector<std::uint64_t> hashes_;  // of words, the same in all counters
    std::vector<std::uint64_t> key_hashes_;
    const CountSketch* sketch_ = nullptr;
    std::uint64_t min_count_ = 1;
};

}  // namespace analyze
