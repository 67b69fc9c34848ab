// Counts word types, exactly: how often each word stands in a text or a collection, in how many texts.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyze/text/words.hpp"

namespace analyze {

/// One word type with its counts.
struct WordCount {
    std::string_view word;        ///< the key (folded, NFC); owned by the table
    std::uint64_t count = 0;      ///< tokens
    std::uint64_t documents = 0;  ///< texts (or sections) that have it
};

/// Counts of one text or of many. Movable; merging two tables is exact and order-free.
class WordTable {
public:
    /// Counts one occurrence of a raw word in the text that is being read.
    void add(std::string_view word, Case letter_case);
    /// Ends a text: document frequencies grow by one for each word seen since the last call.
    void end_document();
    /// Adds the counts of `other`.
    void merge(const WordTable& other);

    [[nodiscard]] std::uint64_t tokens() const { return tokens_; }
    [[nodiscard]] std::uint64_t types() const { return counts_.size(); }
    [[nodiscard]] std::uint64_t documents() const { return documents_; }
    /// All types, by count downwards, then by bytes of the word. Views die with the table.
    [[nodiscard]] std::vector<WordCount> ranked() const;

private:
    struct Entry {
        std::uint64_t count = 0, documents = 0, last_document = 0;
    };
    std::unordered_map<std::string, Entry> counts_;
    std::uint64_t tokens_ = 0, documents_ = 0;
    std::string key_;
};

}  // namespace analyze
