// Stop words: the words that a list leaves out because every text is full of them.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/stop_words.hpp"

#include <algorithm>

#include "analyze/base/error.hpp"
#include "analyze/text/decode.hpp"
#include "analyze/text/fold.hpp"

namespace analyze {

StopWords::StopWords(const Resource& resource) {
    const Decoded decoded = decode(std::string(resource.bytes()),
                                   {.encoding = "UTF-8", .binary = BinaryPolicy::text}, "");
    if (const auto at = decoded.info.first_invalid) {
        const std::string_view before = resource.bytes().substr(0, *at);
        throw Error(Fault::resource,
                    resource.origin() + ':' +
                        std::to_string(1 + std::count(before.begin(), before.end(), '\n')) +
                        ": not UTF-8; save the list as UTF-8");
    }
    std::string_view rest = decoded.text;
    std::string key;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first == std::string_view::npos || line[first] == '#') continue;
        fold(line.substr(first, line.find_last_not_of(" \t\r") + 1 - first), Case::fold, key);
        words_.insert(key);
    }
}

bool StopWords::has(std::string_view word, std::string& scratch) const {
    if (words_.empty()) return false;
    fold(word, Case::fold, scratch);
    return words_.contains(scratch);
}

}  // namespace analyze
