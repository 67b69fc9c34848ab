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

/// uax29: tokens of kind word or number. letters: maximal runs of letters (\p{L}\p{M}), as `tr -cs
/// A-Za-z` counts. whitespace: whatever stands between white space, as `wc -w` counts.
enum class WordPreset { uax29, letters, whitespace };
/// join: words joined by U+002D, U+2010 or U+2011 without spaces count as one ("well-known").
enum class Hyphens { split, join };
/// strip: English 's and a bare ' after s are taken off ("Obama's" counts as "Obama").
enum class Possessives { strip, keep };

struct WordDefinition {
    WordPreset tokens = WordPreset::uax29;
    Hyphens hyphens = Hyphens::split;
    Possessives possessives = Possessives::strip;
    Case letter_case = Case::fold;
    friend bool operator==(const WordDefinition&, const WordDefinition&) = default;
};

/// Reads the words of texts under one definition. Keep one per thread.
class WordReader {
public:
    explicit WordReader(WordDefinition definition) : definition_(definition) {}
    /// Replaces `words` by the spans of the words of `text`, in order, possessives stripped.
    void read(std::string_view text, std::vector<Span>& words);
    /// The same from tokens that a Document already has (all of `text`, or those of one block).
    void read(std::string_view text, const Token* first, const Token* last,
              std::vector<Span>& words) const;

private:
    WordDefinition definition_;
    Tokenizer tokenizer_;
    std::vector<Token> tokens_;
};

}  // namespace analyze
