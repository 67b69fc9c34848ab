// Keys for counting: words with the differences of case and of encoding taken away.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/fold.hpp"

namespace analyze {

void fold(std::string_view word, Case mode, std::string& key) {
    key.assign(word);
    if (mode == Case::keep) return;
    for (char& c : key)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
}

}  // namespace analyze
