// Stop words: the words that a list leaves out because every text is full of them.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/stop_words.hpp"

#include "analyze/analysis/word_forms.hpp"
#include "analyze/text/fold.hpp"
#include "list_lines.hpp"

namespace analyze {

StopWords::StopWords(const Resource& resource) {
    std::string key;
    for_lines(resource, [&](std::size_t, std::string_view line) {
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first == std::string_view::npos || line[first] == '#') return;
        fold(line.substr(first, line.find_last_not_of(" \t\r") + 1 - first), Case::fold, key);
        words_.insert(key);
    });
}

StopWords StopWords::under(const WordForms& forms) const {
    StopWords list;
    for (std::string key : words_) {
        forms.apply(key);
        list.words_.insert(std::move(key));
    }
    return list;
}

bool StopWords::has(std::string_view word, std::string& scratch) const {
    if (words_.empty()) return false;
    fold(word, Case::fold, scratch);
    return words_.contains(scratch);
}

}  // namespace analyze
