// Tokens: segments of the word boundaries joined into words, numbers, addresses, marks and signs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/base/span.hpp"
#include "analyze/text/boundaries.hpp"

namespace analyze {

/// word: has a letter. number: has a digit and no letter; signs and units stay outside.
/// punctuation, symbol: by general category (P, all else; lone forms like ½ are symbols). The same
/// sign repeated ("...", "--") is one token; brackets and directed quotation marks are not joined.
/// url: http, https, ftp or www with what belongs to it, and bare host names in a few domains that
/// no missing space makes (lake.org, lake.co.uk; "Lake.com" only with a path). Brackets are
/// balanced, sentence punctuation at the end stays outside. email: with a dot in its host. hashtag:
/// # and words or underscores with a letter among them, not after a word. mention: @ and a word
/// with a letter, not after a word; with a host too ("@ann@lake.example"). emoji: a sequence of UTS
/// #51; a character that is text by default only with its variation selector. As no boundary moves,
/// what UAX #29 keeps together stays so ("see:http" of "see:http://…").
enum class TokenKind : std::uint8_t {
    word,
    number,
    punctuation,
    symbol,
    url,
    email,
    hashtag,
    mention,
    emoji
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

/// Turns text into tokens. Joins segments (an address, a hashtag, an emoji sequence become one
/// token) and never moves a boundary. Keep one per thread; it holds ICU's iterators and scratch
/// memory.
class Tokenizer {
public:
    /// Replaces `tokens` by the tokens of `text` (valid UTF-8, less than 4 GiB). Linear; allocates
    /// only while scratch and `tokens` grow. White space followed by an ASCII character that is
    /// none parts tokens whatever stands around, as do a line feed and a stop such as "。" followed by
    /// a letter of Chinese or Japanese, so a text may be given in pieces cut there (TextStream); it is
    /// divided so here too, into pieces of about `piece` bytes, which changes nothing but memory.
    void tokenize(std::string_view text, std::vector<Token>& tokens, std::size_t piece = kPiece);

    static constexpr std::size_t kPiece = std::size_t{1} << 20;

private:
    Boundaries boundaries_;
    std::vector<Segment> segments_;
    std::vector<Token> piece_;  ///< of a long text
};

}  // namespace analyze
