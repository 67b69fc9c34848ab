// Readability formulas for English: what its counts say about how hard a text is to read.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

namespace analyze {

/// What the formulas are computed from: the words that stand in sentences of running text.
struct ProseCounts {
    std::uint64_t sentences = 0;
    std::uint64_t words = 0;
    std::uint64_t characters = 0;  ///< letters and digits of the words
    std::uint64_t syllables = 0;
    std::uint64_t polysyllables = 0;  ///< words of three or more syllables
};

/// All are undefined without a sentence. They were made for English; in other languages they are
/// numbers without a meaning.
///
/// flesch, 0 (hard) to 100 (easy): Flesch 1948, "A new readability yardstick".
/// flesch_kincaid, a US school grade, as all below: Kincaid, Fishburne, Rogers & Chissom 1975.
/// fog: Gunning 1952, "The technique of clear writing"; every word of three syllables counts as
/// hard, names and verbs in -ed and -es included, which Gunning would leave out by hand.
/// smog: McLaughlin 1969, "SMOG grading", by its regression; it was made for 30 sentences and more.
/// coleman_liau: Coleman & Liau 1975, "A computer readability formula designed for machine scoring".
/// ari: automated readability index, Senter & Smith 1967.
struct Readability {
    std::optional<double> flesch, flesch_kincaid, fog, smog, coleman_liau, ari;
};
[[nodiscard]] Readability readability_of(const ProseCounts& counts);

}  // namespace analyze
