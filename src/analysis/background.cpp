// How often words stand in general texts: what the words of one text are compared with.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/background.hpp"

#include <algorithm>

#include "analyze/analysis/counted_list.hpp"
#include "list_lines.hpp"

namespace analyze {

BackgroundWords::BackgroundWords(const Resource& list, const WordForms* forms) {
    std::string key;
    read_counted_list(list, [&](const ListedWord& word) {
        if (word.count == 0) return;
        word_key(word.word, Case::fold, forms, key);
        counts_[key] += word.count;
        words_ += word.count;
        rarest_ = rarest_ == 0 ? word.count : std::min(rarest_, word.count);
    });
    if (counts_.empty()) throw list_error(list, 1, "no word in the list");
}

double BackgroundWords::share(const std::string& key) const {
    const auto found = counts_.find(key);
    const double count = found != counts_.end() ? static_cast<double>(found->second)
                                                : static_cast<double>(rarest_) / 2;
    return count / static_cast<double>(words_);
}

}  // namespace analyze
