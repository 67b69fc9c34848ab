// Counts word types, exactly: how often each word stands in a text or many, in how many texts.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/word_count.hpp"

#include <algorithm>

#include "analyze/analysis/word_forms.hpp"
#include "analyze/base/ascii.hpp"

namespace analyze {

std::uint32_t WordTable::type_of(std::string_view word, Case letter_case) {
    unsigned all = wanted_ == nullptr ? 0 : 0x80;
    key_.resize(word.size());
    const unsigned case_bit = letter_case == Case::fold ? 0x20 : 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto c = static_cast<unsigned char>(word[i]);
        all |= c;
        key_[i] = static_cast<char>(c | (ascii::is_upper(c) ? case_bit : 0));
    }
    if (all < 0x80) return types_.find_or_add(key_);

    Forms& forms = forms_[static_cast<std::size_t>(letter_case)];
    const std::uint32_t form = forms.raw.find_or_add(word);
    if (form == forms.types.size()) {
        word_key(word, letter_case, wanted_, key_);
        forms.types.push_back(types_.find_or_add(key_));
    }
    return forms.types[form];
}

WordTable::Entry& WordTable::entry_of(std::uint32_t type) {
    if (type >= entries_.size()) entries_.resize(type + std::size_t{1});
    return entries_[type];
}

void WordTable::add(std::string_view word, Case letter_case) {
    add(type_of(word, letter_case), 1);
}

void WordTable::add(std::uint32_t type, std::uint64_t occurrences) {
    Entry& entry = entry_of(type);
    met_ += entry.count == 0 && occurrences != 0 ? 1 : 0;
    entry.count += occurrences;
    tokens_ += occurrences;
    if (entry.last_document != document_) {
        entry.last_document = document_;
        ++entry.documents;
    }
}

void WordTable::end_document() {
    ++documents_;
    ++document_;
}

void WordTable::merge(const WordTable& other) {
    for (std::uint32_t type = 0; type < other.entries_.size(); ++type) {
        const Entry& theirs = other.entries_[type];
        if (theirs.count == 0) continue;
        const std::uint32_t number = types_.find_or_add(other.types_[type]);
        Entry& mine = entry_of(number);
        const bool open = theirs.last_document == other.document_;
        mine.documents += theirs.documents - (open ? 1 : 0);
        if (open) add(number, 0);
        met_ += mine.count == 0 ? 1 : 0;
        mine.count += theirs.count;
    }
    tokens_ += other.tokens_;
    documents_ += other.documents_;
}

std::vector<WordCount> WordTable::ranked() const {
    std::vector<WordCount> all;
    all.reserve(met_);
    for (std::uint32_t type = 0; type < entries_.size(); ++type)
        if (entries_[type].count != 0)
            all.push_back({types_[type], entries_[type].count, entries_[type].documents});
    std::sort(all.begin(), all.end(), [](const WordCount& a, const WordCount& b) {
        return a.count != b.count ? a.count > b.count : a.word < b.word;
    });
    return all;
}

}  // namespace analyze
