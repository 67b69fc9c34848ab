// The words that set two corpora apart: tested, chosen and ordered by options, then as rows.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "analyze/analysis/contrast.hpp"
#include "analyze/analysis/keyness.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/report/table.hpp"

namespace analyze {

enum class Direction : std::uint8_t { both, positive, negative };
/// What words are ordered by and held against thresholds: the columns of the table.
enum class KeyField : std::uint8_t {
    log_likelihood,
    p,
    adjusted_p,
    bic,
    chi_squared,
    log_ratio,
    percent_difference,
    odds_ratio,
    count,
    documents,
    reference_count,
    reference_documents,
    word
};

/// KEY=X of --min or --max.
struct KeyBound {
    KeyField field;
    bool least;
    double bound;
    std::string given;
};

/// Which words are shown, and in which order.
struct KeyWordChoice {
    Direction direction = Direction::both;
    KeyField order = KeyField::log_likelihood;
    Cells cells = Cells::four;
    std::vector<KeyBound> bounds = {};
};

/// --direction, --sort, --cells, --min and --max.
void declare_key_words(OptionList& options, KeyWordChoice& choice);
/// The same for the options of a machine format.
[[nodiscard]] std::vector<std::pair<std::string, Value>> fields_of(const KeyWordChoice& choice);

/// A word with its scores; its counts are those of a row of the Contrast.
struct KeyWord {
    std::uint32_t row = 0;
    TwoCounts counts = {};
    double log_likelihood = 0, p = 1, adjusted_p = 1;
};

struct KeyWords {
    std::vector<KeyWord> positive, negative;  ///< strongest first
    std::uint64_t tested = 0;                 ///< words whose p-values were adjusted together
};

/// Tests every word that `wanted` accepts and that stands `min_count` times on both sides together;
/// that choice does not depend on which side has more of it, so the adjusted p-values hold. Of them
/// come those that pass the thresholds and stand `min_count` times on the side where they are more
/// frequent. A word exactly as frequent on both is in neither list. Where a side has no
/// words there is nothing to test. 72 bytes a word, O(n log n).
[[nodiscard]] KeyWords find_key_words(const Contrast& contrast,
                                      const std::vector<Contrast::Row>& rows,
                                      const KeyWordChoice& choice, std::uint64_t min_count,
                                      const std::function<bool(std::string_view)>& wanted);

/// The table of the machine formats, without rows, and a row of it. `documents`: whether the
/// reference tells documents.
[[nodiscard]] Table key_word_table();
[[nodiscard]] std::vector<Value> cells(const KeyWord& key, const Contrast::Row& row,
                                       std::size_t rank, int direction, bool documents);
/// The same for people.
[[nodiscard]] Table key_word_text(int direction);
[[nodiscard]] std::vector<Value> text_cells(const KeyWord& key, const Contrast::Row& row);

/// Of an adjusted p-value below 0.05 "*", 0.01 "**", 0.001 "***".
[[nodiscard]] std::string stars(double adjusted_p);
constexpr std::string_view kStars = "* adjusted p below 0.05, ** 0.01, *** 0.001";
/// A side under its name, and whether it tells its documents.
struct NamedSide {
    Side side;
    std::string name;
    bool documents;
};
/// For people: how much there is on both sides of what was counted ("words").
[[nodiscard]] Table side_figures(const Contrast& contrast, const NamedSide& first,
                                 const NamedSide& second, const std::string& counted = "words");
[[nodiscard]] double per_million(std::uint64_t count, std::uint64_t words);

}  // namespace analyze
