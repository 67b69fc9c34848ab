// Counts word types, exactly: how often each word stands in a text or a collection, in how many texts.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/word_count.hpp"

#include <algorithm>

namespace analyze {

void WordTable::add(std::string_view word, Case letter_case) {
    fold(word, letter_case, key_);
    Entry& entry = counts_[key_];
    ++entry.count;
    ++tokens_;
    if (entry.last_document != documents_ + 1) {
        entry.last_document = documents_ + 1;
        ++entry.documents;
    }
}

void WordTable::end_document() { ++documents_; }

void WordTable::merge(const WordTable& other) {
    for (const auto& [word, entry] : other.counts_) {
        Entry& mine = counts_[word];
        mine.count += entry.count;
        mine.documents += entry.documents;
    }
    tokens_ += other.tokens_;
    documents_ += other.documents_;
}

std::vector<WordCount> WordTable::ranked() const {
    std::vector<WordCount> all;
    all.reserve(counts_.size());
    for (const auto& [word, entry] : counts_) all.push_back({word, entry.count, entry.documents});
    std::sort(all.begin(), all.end(), [](const WordCount& a, const WordCount& b) {
        return a.count != b.count ? a.count > b.count : a.word < b.word;
    });
    return all;
}

}  // namespace analyze
