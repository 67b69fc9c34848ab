// Readability formulas for English: what its counts say about how hard a text is to read.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/readability.hpp"

#include <cmath>

namespace analyze {

Readability readability_of(const ProseCounts& counts) {
    if (counts.sentences == 0 || counts.words == 0) return {};
    const auto words = static_cast<double>(counts.words);
    const auto sentences = static_cast<double>(counts.sentences);
    const auto polysyllables = static_cast<double>(counts.polysyllables);
    const double sentence_length = words / sentences;
    const double syllables = static_cast<double>(counts.syllables) / words;
    const double characters = static_cast<double>(counts.characters) / words;
    return {.flesch = 206.835 - 1.015 * sentence_length - 84.6 * syllables,
            .flesch_kincaid = 0.39 * sentence_length + 11.8 * syllables - 15.59,
            .fog = 0.4 * (sentence_length + 100 * polysyllables / words),
            .smog = 1.0430 * std::sqrt(polysyllables * 30 / sentences) + 3.1291,
            .coleman_liau = 5.88 * characters - 29.6 / sentence_length - 15.8,
            .ari = 4.71 * characters + 0.5 * sentence_length - 21.43};
}

}  // namespace analyze
