// How often words stand in general texts: what the words of one text are compared with.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/background.hpp"

#include <algorithm>
#include <charconv>

#include "list_lines.hpp"

namespace analyze {

BackgroundWords::BackgroundWords(const Resource& list, const WordForms* forms) {
    constexpr std::uint64_t kMost = UINT64_C(1) << 40;  // of one word, so that no sum overflows
    std::string key;
    for_lines(list, [&](std::size_t number, std::string_view line) {
        while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') return;
        const std::size_t tab = std::min(line.find('\t'), line.size());
        const std::string_view digits = line.substr(std::min(tab + 1, line.size()));
        std::uint64_t count = 0;
        const char* const end = digits.data() + digits.size();
        const auto [stop, failure] = std::from_chars(digits.data(), end, count);
        if (tab == 0 || failure != std::errc() || stop != end || count == 0 || count > kMost)
            throw list_error(list, number, "not 'word TAB count'");
        word_key(line.substr(0, tab), Case::fold, forms, key);
        counts_[key] += count;
        words_ += count;
        rarest_ = rarest_ == 0 ? count : std::min(rarest_, count);
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
