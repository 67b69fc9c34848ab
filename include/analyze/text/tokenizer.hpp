// Tokens: segments of the word boundaries joined into words, numbers, addresses, marks and signs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/base/span.hpp"
#include "analyze/text/boundaries.hpp"

namespace analyze {

enum class TokenKind : std::uint8_t {
    word, number, punctuation, symbol, url, email, hashtag, mention, emoji
};

/// "word", "number", …, as machine formats show it.
[[nodiscard]] std::string_view name_of(TokenKind kind);

/// 12 bytes; offsets into the text that was tokenised. White space is no token.
struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::word;

    [[nodiscard]] Span span() const { return {begin, end}; }
    /// Counts as a word in every statistic: kind word or number.
    [[nodiscard]] bool is_word() const {
        return kind == TokenKind::word || kind == TokenKind::number;
    }
};

/// Turns text into tokens. Joins segments (an address, a hashtag, an emoji sequence become one token)
/// and never moves a boundary. Keep one per thread; it holds ICU's iterators and scratch memory.
class Tokenizer {
public:
    /// Replaces `tokens` by the tokens of `text` (valid UTF-8, less than 4 GiB).
    void tokenize(std::string_view text, std::vector<Token>& tokens);

private:
    Boundaries boundaries_;
    std::vector<Segment> segments_;
};

}  // namespace analyze
