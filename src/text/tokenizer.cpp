// Tokens: segments of the word boundaries joined into words, numbers, addresses, marks and signs.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/tokenizer.hpp"

#include <array>

namespace analyze {

std::string_view name_of(TokenKind kind) {
    constexpr std::array<std::string_view, 9> kNames{"word",  "number",  "punctuation", "symbol", "url",
                                                     "email", "hashtag", "mention",     "emoji"};
    return kNames[static_cast<std::size_t>(kind)];
}

void Tokenizer::tokenize(std::string_view text, std::vector<Token>& tokens) {
    tokens.clear();
    segments_.clear();
    boundaries_.find(text, segments_);
    std::uint32_t begin = 0;
    for (const Segment& segment : segments_) {
        if (segment.kind != SegmentClass::space)
            tokens.push_back({begin, segment.end,
                              segment.kind == SegmentClass::letter   ? TokenKind::word
                              : segment.kind == SegmentClass::number ? TokenKind::number
                                                                     : TokenKind::punctuation});
        begin = segment.end;
    }
}

}  // namespace analyze
