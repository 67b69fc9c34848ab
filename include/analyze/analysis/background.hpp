// How often words stand in general texts: what the words of one text are compared with.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "analyze/analysis/word_forms.hpp"
#include "analyze/resources/resource.hpp"

namespace analyze {

/// An immutable list of words with their counts; share it between threads.
class BackgroundWords {
public:
    /// A list of words in any of the forms of read_counted_list (which says what it throws). Words
    /// are folded and, with `forms`, counted under the form that counts; those that stand nowhere
    /// (count 0) are passed over. Throws Error{resource} for a list without a word, too.
    BackgroundWords(const Resource& list, const WordForms* forms);

    /// All words of the list together.
    [[nodiscard]] std::uint64_t words() const { return words_; }
    /// The share of a word (a key of Case::fold) among all words; of one that is not in the list
    /// half the share of the rarest that is.
    [[nodiscard]] double share(const std::string& key) const;

private:
    std::unordered_map<std::string, std::uint64_t> counts_;
    std::uint64_t words_ = 0, rarest_ = 0;
};

}  // namespace analyze
