// What the name tagger looks at: the words of a document with what is known of them, as feature keys.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/analysis/entities_model.hpp"
#include "analyze/analysis/entities_units.hpp"

namespace analyze {

/// Bits of ModelSection::facts, about a folded word.
namespace fact {
inline constexpr std::uint32_t given = 1U << 0, surname = 1U << 1, honorific = 1U << 2,
                               demonym = 1U << 3, not_name = 1U << 4, noisy_given = 1U << 5,
                               noisy_surname = 1U << 6;
inline constexpr int kLists = 7;
/// Two three-bit fields: how often the word is written in lower case inside sentences (0 unknown, 1
/// never … 5 nearly always), and how frequent it is.
inline constexpr int kLowerShift = 8, kFrequencyShift = 11;
/// Both fields, and a bit for each type: common nouns that say what a name is ("novel", "trawler").
inline constexpr std::uint32_t kUseMask = 0x3f;
inline constexpr int kKindShift = 16;
}  // namespace fact

/// Bits of ModelSection::phrases: 0 to 9 are the types, as in names lists with types; the others
/// are noisier lists: kCity of cities and other places, kPlace of countries and regions, kCompany of
/// organisations; kPrefix says that a longer phrase begins so.
namespace phrase {
inline constexpr int kCity = 10, kPlace = 11, kCompany = 12, kPerson = 13, kNotName = 14,
                     kHonorific = 15, kKinds = 16;
inline constexpr std::uint32_t kPrefix = 1U << 31;
inline constexpr std::size_t kMaxUnits = 8;
}  // namespace phrase

/// How a word is written.
enum class Caps : std::uint8_t { none, lower, initial, upper, mixed, digits, mark };

/// A distinct word (unit) with what features need of it.
struct Word {
    std::uint64_t exact = 0, folded = 0, shape = 0;
    std::array<std::uint64_t, 8> affixes{};  ///< first 1 to 4 characters, last 1 to 4
    std::array<std::uint64_t, 2> parts{};    ///< of words with hyphens: first and last part, folded
    std::uint32_t facts = 0;
    std::uint32_t clusters = HashView::kAbsent;
    Caps caps = Caps::none;

    /// How it is used: the two fields of `facts`.
    [[nodiscard]] std::uint32_t use() const { return facts >> fact::kLowerShift & fact::kUseMask; }
    /// Of which types of names it is the common noun, a bit each.
    [[nodiscard]] std::uint32_t kinds() const { return facts >> fact::kKindShift & 0x3ff; }
    [[nodiscard]] bool marked() const { return caps >= Caps::initial && caps <= Caps::digits; }
};

/// Looks at one word. `scratch` is overwritten.
[[nodiscard]] Word describe(std::string_view unit, const ModelView& lists, std::string& scratch);

/// The key of a phrase from those of its words: start with 0.
[[nodiscard]] constexpr std::uint64_t phrase_key(std::uint64_t before, std::uint64_t folded) {
    return combine(before + 0x5bd1e995U, folded);
}

/// What a key is about, for those who explain: keys themselves are hashes.
struct KeyNote {
    std::uint16_t what = 0;  ///< a Template, or a kind of DocumentMemory's
    std::int16_t offset =
        0;  ///< of the word that it is about, where there is a choice: from the unit, or
            ///< the near end of the run
    std::uint64_t value = 0;  ///< of keys about lists and the document: what goes into the key
};
/// Asked for beside keys: one note a key, appended. Null: none.
using KeyNotes = std::vector<KeyNote>*;

/// Keys of what a word says about the unit that it stands `offset` (-2 to 2) units behind. They
/// depend on nothing else, so that the sum of their weights can be kept for each word.
void word_features(const Word& word, int offset, std::vector<std::uint64_t>& keys,
                   KeyNotes notes = nullptr);

/// A document made ready for features: distinct words, list matches, statistics of the document.
class FeatureText {
public:
    FeatureText(const UnitText& text, const ModelView& lists);

    [[nodiscard]] const UnitText& text() const { return *text_; }
    [[nodiscard]] const std::vector<Word>& words() const { return words_; }
    /// Number of the word of a unit.
    [[nodiscard]] std::uint32_t word_of(std::uint32_t unit) const { return word_of_[unit]; }
    [[nodiscard]] const Word& word(std::uint32_t unit) const { return words_[word_of_[unit]]; }

    /// The word whose names a unit's may be: for one in capitals ("LADY") the same word as the document
    /// else writes it ("Lady"), if it does; else its own.
    [[nodiscard]] std::uint32_t plain_word_of(std::uint32_t unit) const {
        return plain_word_[word_of_[unit]];
    }

    /// Whether the unit or a neighbour in its sentence is written in a way that names are.
    [[nodiscard]] bool near_name(const UnitSentence& sentence, std::uint32_t unit) const;
    /// Keys of all that is no word feature; none where near_name() is false.
    void context_features(const UnitSentence& sentence, std::uint32_t unit,
                          std::vector<std::uint64_t>& keys, KeyNotes notes = nullptr) const;
    /// The first unit of the run of capitals that a unit is in; kNoRun: it is in none.
    [[nodiscard]] std::uint32_t run_of(std::uint32_t unit) const {
        const bool alone = head_[unit] == start_[unit];
        return alone && (!word(unit).marked() || word(unit).caps == Caps::digits) ? kNoRun
                                                                                  : start_[unit];
    }
    static constexpr std::uint32_t kNoRun = UINT32_MAX;
    /// The last unit of the run of capitals that a unit is in.
    [[nodiscard]] std::uint32_t run_end(std::uint32_t unit) const { return head_[unit]; }
    /// Keys of what a run of capitals as a whole and its surroundings say, the same for each of its
    /// units, so that the sum of their weights is made once for a run. `first`: its first unit.
    void run_features(const UnitSentence& sentence, std::uint32_t first,
                      std::vector<std::uint64_t>& keys, KeyNotes notes = nullptr) const;
    /// List matches at a unit: bits of phrase kinds, by its part in the match.
    struct Matches {
        std::uint16_t begin = 0, inside = 0, end = 0, single = 0;
    };
    [[nodiscard]] const Matches& matches(std::uint32_t unit) const { return matches_[unit]; }

private:
    struct DocumentFacts {
        bool lower = false;         ///< also stands in lower case
        bool mid_sentence = false;  ///< stands with a capital inside a sentence
        bool after_given = false, after_honorific = false, before_surname = false;
        bool acronym = false;
    };
    void intern(const ModelView& lists);
    void match_capitals();
    void match_phrases(const ModelView& lists);
    void read_document();
    void find_quotes(const UnitSentence& sentence);
    void quote_features(const UnitSentence& sentence, std::uint32_t unit,
                        std::vector<std::uint64_t>& keys, KeyNotes notes) const;

    const UnitText* text_;
    std::vector<Word> words_;
    std::vector<std::uint32_t> word_of_;
    std::vector<std::uint32_t> plain_word_;  ///< for each word
    std::vector<Matches> matches_;
    std::vector<DocumentFacts> document_;  ///< for each word
    std::vector<std::uint32_t> head_;      ///< last unit of the run of capitals that a unit is in
    std::vector<std::uint32_t> start_;     ///< first unit of it
    /// Of a unit between short quotes: the opening mark; of that mark: the closing one; else kNoRun.
    std::vector<std::uint32_t> quote_;
    std::vector<std::uint8_t> sentence_style_;  ///< for each sentence
    std::vector<std::uint32_t> sentence_of_;
};

}  // namespace analyze
