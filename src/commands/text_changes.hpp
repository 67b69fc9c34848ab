// What is new, gone or changed from one text or folder to another: words, names and sections.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/analysis/contrast.hpp"
#include "analyze/analysis/outline.hpp"
#include "analyze/analysis/section_pairs.hpp"
#include "analyze/analysis/word_count.hpp"
#include "name_counts.hpp"

namespace analyze {

/// What came later is the target, what was before is the reference: a positive log ratio is growth.
inline constexpr Side kBefore = Side::reference, kAfter = Side::target;

enum class Kind : std::uint8_t { word, name, section };
[[nodiscard]] std::string_view name_of(Kind kind);
/// fresh: only after; gone: only before; more, less: relatively, and significantly; changed:
/// sections on both sides whose words are not the same.
enum class Change : std::uint8_t { fresh, gone, more, less, changed };
[[nodiscard]] std::string_view name_of(Change change);

/// One difference. Of sections the counts are words under the heading, and `texts` sections.
struct TextChange {
    static constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
    Kind kind = Kind::word;
    Change change = Change::fresh;
    std::string item;                     ///< empty: the lead of the texts
    std::optional<EntityType> type = {};  ///< of names: the one that most mentions have
    std::uint64_t before = 0, after = 0;
    std::uint64_t texts_before = 0, texts_after = 0;
    /// Of words and names on both sides that have words; not a number: undefined.
    double log_ratio = kUndefined, log_likelihood = kUndefined, p = kUndefined,
           adjusted_p = kUndefined;
    double similarity = kUndefined;  ///< of sections
};

/// What decides what is told.
struct ChangeRules {
    double level = 0.05;  ///< words and names are more or less where adjusted_p is at most this
    double similar = 1;   ///< sections are the same from this similarity on
    std::uint64_t min_count = 1;  ///< of words and names, on the side where they are more frequent
    std::function<bool(std::string_view)> wanted;  ///< of words and names
};

/// Gathers two sides, from any number of threads; what comes out does not depend on their order.
/// Memory: that of the words, names and sections, not of the texts.
class TextChanges {
public:
    /// The words of a text (ended), its names and its sections; what is not wanted may be left empty.
    struct Text {
        WordTable words;
        std::vector<NameCount> names;
        SectionWords sections;
    };
    void add(Side side, const Text& text);

    [[nodiscard]] const Contrast& words() const { return words_; }
    /// Words by kinds of change (new, gone, more, less), the most frequent or most significant
    /// first, then by bytes; names likewise; sections in the order of the texts. Not while a thread
    /// adds.
    [[nodiscard]] std::vector<TextChange> of_words(const ChangeRules& rules) const;
    [[nodiscard]] std::vector<TextChange> of_names(const ChangeRules& rules) const;
    [[nodiscard]] std::vector<TextChange> of_sections(const ChangeRules& rules) const;

private:
    std::mutex mutex_;
    Contrast words_, names_;
    std::map<std::string, std::array<std::uint64_t, kEntityTypes>, std::less<>> types_;
    SectionPairs sections_;
};

}  // namespace analyze
