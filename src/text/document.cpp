// A text with its tokens, blocks and sentences: what every analysis reads.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/document.hpp"

#include <algorithm>

namespace analyze {

Document::Document(Source source, Tokenizer& tokenizer) : source_(std::move(source)) {
    // More than prose has: a list that grew would leave its former places behind.
    constexpr std::size_t kMost = std::size_t{16} << 20;
    tokens_.reserve(std::min(text().size() / 5, kMost));
    tokenizer.tokenize(text(), tokens_);
    blocks_ = find_blocks(text());
    sentences_ = find_sentences(text(), blocks_);
    std::uint32_t token = 0;
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    for (Sentence& sentence : sentences_) {
        while (token < count && tokens_[token].begin < sentence.span.begin) ++token;
        sentence.first_token = token;
        while (token < count && tokens_[token].begin < sentence.span.end) ++token;
        sentence.end_token = token;
    }
}

std::uint32_t Document::token_at(std::uint32_t offset) const {
    const auto found =
        std::lower_bound(tokens_.begin(), tokens_.end(), offset,
                         [](const Token& token, std::uint32_t at) { return token.begin < at; });
    return static_cast<std::uint32_t>(found - tokens_.begin());
}

}  // namespace analyze
