// Units: the tokens of a text regrouped into what a name is made of, and foreign tokens made text again.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/base/span.hpp"
#include "analyze/text/document.hpp"
#include "analyze/text/tokenizer.hpp"

namespace analyze {

/// What the tagger gives one tag to. Differs from a token in three ways: the possessive 's of
/// "Obama's" is a unit of its own; initials and abbreviations have their final stop ("U.S.",
/// "Inc."); words joined by a hyphen or an ampersand without spaces are one unit ("al-Qaida",
/// "U.S.-led", "AT&T"), since names take all of them or nothing.
struct Unit {
    Span span;
    bool glued = false;  ///< no white space before it
};

struct UnitSentence {
    std::uint32_t first = 0, end = 0;  ///< indices into UnitText::units
    std::uint32_t source = 0;  ///< number of the sentence of the document that it is (part of)
    bool heading = false;      ///< stands in a title or a heading
};

/// Longer sentences (of texts without sentence ends) are divided into several, so that memory has a bound.
inline constexpr std::uint32_t kLongestSentence = 4096;

/// A text as the tagger sees it. `text` must outlive it.
struct UnitText {
    std::string_view text;
    std::vector<Unit> units;
    std::vector<UnitSentence> sentences;
    /// What the units [first, end) cover; there is one at least.
    [[nodiscard]] Span span_of(std::uint32_t first, std::uint32_t end) const {
        return {units[first].span.begin, units[end - 1].span.end};
    }
};

/// Appends the units of the tokens [first, last) of one sentence of `text`.
void append_units(std::string_view text, const Token* first, const Token* last,
                  std::vector<Unit>& units);

/// The tokens of a sentence; they belong to the document or the list that it was made of.
struct SentenceTokens {
    const Token *first = nullptr, *last = nullptr;
    std::uint32_t source = 0;  ///< as in UnitSentence
    bool heading = false;
};

/// The units of a text a piece at a time, so that a long one never has them all in memory.
class UnitPieces {
public:
    /// The sentences of a document, which must outlive this.
    explicit UnitPieces(const Document& document);
    UnitPieces(std::string_view text, std::vector<SentenceTokens> sentences);
    /// Replaces `piece` by the next sentences: as many as have at most `most` units together, but
    /// one at least. False: there was none left.
    bool next(std::uint32_t most, UnitText& piece);
    [[nodiscard]] bool done() const { return at_ == sentences_.size(); }

private:
    std::string_view text_;
    std::vector<SentenceTokens> sentences_;
    std::size_t at_ = 0;  ///< the sentence whose tokens come next; begun ones have lost their first
};

/// The units of a document, one UnitSentence for each of its sentences of usual length.
[[nodiscard]] UnitText units_of(const Document& document);

/// Foreign tokens joined to text, a line for each sentence.
struct JoinedText {
    std::string text;
    std::vector<std::vector<Span>> tokens;  ///< where each token stands in `text`
};

/// Joins tokens as English is written: no space before closing marks and clitics ('s, n't), none
/// after opening ones, quotes in turn, `` and '' as one quote. Where no token of the document has a
/// hyphen inside ("Suk - yeol" is how its tokeniser writes compounds) lone hyphens and
/// ampersand-like signs between letters are joined too; so are the letters of "U . S .".
[[nodiscard]] JoinedText join_tokens(const std::vector<std::vector<std::string>>& sentences);

/// Our tokens of joined text, which are put into `tokens`, by foreign sentence.
[[nodiscard]] std::vector<SentenceTokens> sentences_of(const JoinedText& joined,
                                                       Tokenizer& tokenizer,
                                                       std::vector<Token>& tokens);
/// The units of joined text, one UnitSentence for each foreign sentence of usual length.
[[nodiscard]] UnitText units_of(const JoinedText& joined, Tokenizer& tokenizer);

}  // namespace analyze
