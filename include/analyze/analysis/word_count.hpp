// Counts word types, exactly: how often each word stands in a text or many, in how many texts.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/base/string_index.hpp"
#include "analyze/text/words.hpp"

namespace analyze {

class WordForms;

/// One word type with its counts.
struct WordCount {
    std::string_view word;        ///< the key (folded, NFC); owned by the table
    std::uint64_t count = 0;      ///< tokens
    std::uint64_t documents = 0;  ///< texts (or sections) that have it
};

/// Counts of one text or of many. Movable; merging two tables is exact and order-free: however the
/// texts are shared out and the tables merged, the counts are the same. Takes some 75 bytes and the
/// length of the word for each type, and 55 bytes and the length for each raw form beyond ASCII.
class WordTable {
public:
    WordTable() = default;
    /// `forms`: what words are counted under once they are folded (word_forms.hpp), which must
    /// outlive the table; null: nothing else.
    explicit WordTable(const WordForms* forms) : wanted_(forms) {}
    /// Counts one occurrence of a raw word (valid UTF-8) in the text that is being read. ASCII is
    /// folded on the way; any other raw form, and with forms each, once, when it first comes.
    void add(std::string_view word, Case letter_case);
    /// The number of a raw word's type, for a counter that has many occurrences of it to add at
    /// once; valid as long as the table. A type without occurrences does not show.
    [[nodiscard]] std::uint32_t type_of(std::string_view word, Case letter_case);
    /// The key of a type that type_of() gave; valid as long as the table.
    [[nodiscard]] std::string_view word(std::uint32_t type) const { return types_[type]; }
    /// The same of a word that is a key already (of another table, say): it counts as it stands.
    [[nodiscard]] std::uint32_t type_of_key(std::string_view key) {
        return types_.find_or_add(key);
    }
    /// Counts `occurrences` of a type in the text that is being read.
    void add(std::uint32_t type, std::uint64_t occurrences);
    /// Ends a text: what is added from now on stands in another one.
    void end_document();
    /// Adds the counts of `other`; a text that has not ended there is part of the one that is being
    /// read here.
    void merge(const WordTable& other);

    [[nodiscard]] std::uint64_t tokens() const { return tokens_; }
    [[nodiscard]] std::uint64_t types() const { return met_; }
    [[nodiscard]] std::uint64_t documents() const { return documents_; }
    /// All types, by count downwards, then by bytes of the word. Views die with the table.
    [[nodiscard]] std::vector<WordCount> ranked() const;

private:
    struct Entry {
        std::uint64_t count = 0, documents = 0, last_document = 0;
    };
    /// Raw forms that are not ASCII (with forms: all), and the type of each.
    struct Forms {
        StringIndex raw;
        std::vector<std::uint32_t> types;
    };
    Entry& entry_of(std::uint32_t type);

    const WordForms* wanted_ = nullptr;
    StringIndex types_;
    std::vector<Entry> entries_;
    std::array<Forms, 2> forms_;  // for each Case
    std::uint64_t tokens_ = 0, documents_ = 0;
    std::uint64_t met_ = 0;       // types with occurrences
    std::uint64_t document_ = 1;  // the number of the text that is being read, in this table alone
    std::string key_;
};

}  // namespace analyze
