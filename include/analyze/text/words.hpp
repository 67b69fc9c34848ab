// What counts as a word: one definition, set by options and printed with every count.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/text/fold.hpp"
#include "analyze/text/tokenizer.hpp"

namespace analyze {

/// uax29: tokens of kind word or number; addresses, tags and emoji are none.
/// letters: maximal runs of \p{L}[\p{L}\p{M}]*, as `tr -cs A-Za-z '\n'` counts in ASCII text.
/// whitespace: what stands between white space and has a printable character, as `wc -w` counts in
/// a UTF-8 locale: no-break spaces and U+2060 divide too; controls and unassigned characters
/// neither divide nor count. (wc goes by the C library's tables: characters newer than those may
/// differ.)
enum class WordPreset { uax29, letters, whitespace };
/// join: words joined by one U+002D, U+2010 or U+2011 without spaces count as one ("well-known",
/// "COVID-19"). Only with uax29; whitespace leaves hyphens inside words anyway, letters never does.
enum class Hyphens { split, join };
/// strip: a final 's or ’s after a letter is taken off, in either case ("Obama's" counts as
/// "Obama", "it's" as "it"). Only with uax29, whose words never end in a bare apostrophe, so that
/// the apostrophe of "the keepers' log" is off already.
enum class Possessives { strip, keep };

struct WordDefinition {
    WordPreset tokens = WordPreset::uax29;
    Hyphens hyphens = Hyphens::split;
    Possessives possessives = Possessives::strip;
    Case letter_case = Case::fold;
    /// Lemmas and stems, as a number of analysis/word_forms.hpp; 0: none. No matter for readers of
    /// words, only for what words are counted under.
    std::uint32_t forms = 0;
    friend bool operator==(const WordDefinition&, const WordDefinition&) = default;
};

enum class Cuts : std::uint8_t;
/// Where TextStream may cut a text that is read under the definition: at stops too, but for words
/// that are what stands between white space.
[[nodiscard]] Cuts cuts_of(const WordDefinition& definition);

/// Reads the words of texts under one definition. Keep one per thread.
class WordReader {
public:
    explicit WordReader(WordDefinition definition) : definition_(definition) {}
    /// Replaces `words` by the spans of the words of `text`, in order, possessives stripped.
    void read(std::string_view text, std::vector<Span>& words);
    /// The same from tokens that a Document already has (all of `text`, or those of one block); the
    /// presets letters and whitespace read the text from the first token to the last.
    void read(std::string_view text, const Token* first, const Token* last,
              std::vector<Span>& words) const;

private:
    WordDefinition definition_;
    Tokenizer tokenizer_;
    std::vector<Token> tokens_;
};

}  // namespace analyze
