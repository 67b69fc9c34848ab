// Counts the words of texts of any size: the scanner, raw tables, then WordTable.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "analyze/analysis/word_count.hpp"
#include "analyze/text/scan.hpp"

namespace analyze {

class TextStream;

/// Counts exactly what a WordReader and WordTable::add would, an order of magnitude sooner: words
/// are counted as the bytes they stand in (see WordScanner), and folded, stripped and merged once a
/// type and not once a token. One per thread; counters of parts of a collection, or of one text,
/// are merged.
class WordCounter {
public:
    explicit WordCounter(WordDefinition definition, Kernel kernel = chosen_kernel());
    ~WordCounter();
    WordCounter(WordCounter&&) noexcept;
    WordCounter& operator=(WordCounter&&) noexcept;

    /// Counts the words of a piece of the text that is being read: valid UTF-8, less than 4 GiB,
    /// cut where no word crosses (TextStream's pieces are).
    void add(std::string_view piece);
    /// Counts what is left of `stream`, on up to `threads` threads where it is long. Throws what the
    /// stream throws; what was counted by then is part of the open text or lost, so discard it.
    void add(TextStream& stream, unsigned threads);
    /// Ends a text: document frequencies grow by one for each word seen since the last call.
    void end_document();
    /// Takes the text that is being read back: as if no piece of it had been added since the last
    /// end_document() or merge() or look at a table.
    void discard_document();
    /// Adds the counts of `other`; the text that is open there (not ended) is part of the one that
    /// is open here. So the pieces of one text may be counted by many.
    void merge(WordCounter& other);
    /// All counts so far. Valid until the next call of another member.
    [[nodiscard]] const WordTable& table();
    /// The same, and begins anew with an empty table; what was learned of words is kept.
    [[nodiscard]] WordTable take_table();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace analyze
