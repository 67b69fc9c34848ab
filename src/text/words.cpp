// What counts as a word: one definition, set by options and printed with every count.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/words.hpp"

namespace analyze {

void WordReader::read(std::string_view text, std::vector<Span>& words) {
    tokenizer_.tokenize(text, tokens_);
    read(text, tokens_.data(), tokens_.data() + tokens_.size(), words);
}
void WordReader::read(std::string_view, const Token* first, const Token* last,
                      std::vector<Span>& words) const {
    words.clear();
    for (; first != last; ++first)
        if (first->is_word()) words.push_back(first->span());
}

}  // namespace analyze
