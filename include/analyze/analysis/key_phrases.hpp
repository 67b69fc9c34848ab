// Finds the key phrases of one document, by what is frequent in it and rare in general texts.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyze/analysis/background.hpp"
#include "analyze/analysis/stop_words.hpp"
#include "analyze/text/document.hpp"
#include "analyze/text/words.hpp"

namespace analyze {

struct KeyPhrase {
    std::string
        phrase;       ///< as it is most often written, the first of equals; white space as blanks
    std::string key;  ///< its words as they count, joined by blanks
    std::uint64_t words = 0;
    std::uint64_t count = 0;
    double expected = 0;  ///< occurrences to expect of general text of this length, word by word
    double score = 0;     ///< count * log2(count / expected)
    Span first;           ///< where it stands first
};

/// What is looked for.
struct KeyPhraseRules {
    std::uint64_t most_words = 3;
    std::uint64_t min_count = 2;
};

struct KeyPhrases {
    std::uint64_t words = 0;  ///< words that were looked at
    std::vector<KeyPhrase> phrases;
};

/// The phrases of a document, the best first; equal ones in the order of the text.
///
/// Candidates are words in a row, with only blanks or one hyphen between them, within a sentence of
/// running text or in a title, heading or caption; none begins or ends with a stop word, a number
/// or a single letter. The score is the pointwise Kullback-Leibler divergence of Tomokiyo & Hurst
/// 2003 ("A language model approach to keyphrase extraction"), phraseness and informativeness in
/// one: how many bits the occurrences take more if their words were drawn one by one from general
/// text. Only what is above 0 is kept.
///
/// Duplicates are left out: a phrase of which more than half the occurrences lie in or around
/// phrases with a better score, and one whose words have the English stems of a better one.
///
/// Time and memory are linear in the length of the document, but for sorting the candidates: some
/// 150 bytes for each different one. The definition's case and forms hold for what is one phrase;
/// `stop_words` are under the same forms.
[[nodiscard]] KeyPhrases find_key_phrases(const Document& document,
                                          const WordDefinition& definition,
                                          const KeyPhraseRules& rules, const StopWords& stop_words,
                                          const BackgroundWords& background);

}  // namespace analyze
