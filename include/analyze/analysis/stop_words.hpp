// Stop words: the words that a list leaves out because every text is full of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "analyze/resources/resource.hpp"

namespace analyze {

class WordForms;

/// An immutable list; share it between threads.
class StopWords {
public:
    /// No words.
    StopWords() = default;
    /// One word a line, blanks around it ignored; lines that begin with # are comments. Words are
    /// folded. Throws Error{resource} that names origin:line for a line that is not UTF-8.
    explicit StopWords(const Resource& resource);

    /// The list with the form that counts in the place of each word.
    [[nodiscard]] StopWords under(const WordForms& forms) const;
    /// Whether the list has the word, in any case; `scratch` is memory to work in.
    [[nodiscard]] bool has(std::string_view word, std::string& scratch) const;
    [[nodiscard]] std::size_t size() const { return words_.size(); }

private:
    std::unordered_set<std::string> words_;
};

}  // namespace analyze
