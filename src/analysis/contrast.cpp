// The word counts of two corpora side by side, from texts and lists, for what sets them apart.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/contrast.hpp"

#include <algorithm>

namespace analyze {

void Contrast::add(Side side, std::string_view word, std::uint64_t count, std::uint64_t documents) {
    if (count == 0) return;
    const std::uint32_t number = index_.find_or_add(word);
    if (number == entries_.size()) entries_.emplace_back();
    Entry& entry = entries_[number];
    if (at(entry.count, side) == 0) ++at(types_, side);
    at(entry.count, side) += count;
    at(entry.documents, side) += documents;
    at(words_, side) += count;
}

void Contrast::add(Side side, const WordTable& table) {
    for (const WordCount& word : table.ranked()) add(side, word.word, word.count, word.documents);
    add_documents(side, table.documents());
}

void Contrast::merge(const Contrast& other) {
    for (const Side side : {Side::target, Side::reference}) {
        std::uint64_t listed = 0;
        for (std::uint32_t i = 0; i < other.entries_.size(); ++i) {
            const Entry& entry = other.entries_[i];
            add(side, other.index_[i], at(entry.count, side), at(entry.documents, side));
            listed += at(entry.count, side);
        }
        add_unlisted(side, other.words(side) - listed);
        add_documents(side, other.documents(side));
    }
}

std::vector<Contrast::Row> Contrast::rows() const {
    std::vector<Row> rows;
    rows.reserve(entries_.size());
    for (std::uint32_t i = 0; i < entries_.size(); ++i)
        rows.push_back({index_[i], entries_[i].count, entries_[i].documents});
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.word < b.word; });
    return rows;
}

}  // namespace analyze
