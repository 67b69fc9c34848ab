// What --plot draws of a list of words, for people: bars, Zipf's curve, where in the texts words are.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyze/analysis/dispersion.hpp"
#include "analyze/analysis/word_count.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/commands/settings.hpp"
#include "analyze/report/table.hpp"

namespace analyze {

enum class PlotKind : std::uint8_t { none, bars, zipf, dispersion };

void declare_plot(OptionList& options, PlotKind& kind);
/// Throws Error{usage} where the output is for programs.
void check_plot(PlotKind kind, Format format);

/// Count by rank of words in descending order of count.
[[nodiscard]] Plot zipf_plot(const std::vector<WordCount>& ranked);
/// How often a word stands in each of `parts` equal parts of a corpus: a digit each, 0 for none,
/// up to 8 for where it is most frequent. For a column drawn as heights. Empty without places.
[[nodiscard]] std::string part_heights(Places places, const CorpusParts& parts);
/// Parts that a sparkline of words has room for in a terminal of that width (0: unlimited).
[[nodiscard]] std::uint64_t sparkline_parts(int width);

}  // namespace analyze
