// What --plot draws of a list of words, for people: bars, Zipf's curve, where in the texts words are.
// SPDX-License-Identifier: Apache-2.0
#include "word_plot.hpp"

#include <algorithm>

#include "analyze/base/error.hpp"

namespace analyze {

void declare_plot(OptionList& options, PlotKind& kind) {
    options.choice("--plot", "KIND", kind,
                   {{"none", PlotKind::none},
                    {"bars", PlotKind::bars},
                    {"zipf", PlotKind::zipf},
                    {"dispersion", PlotKind::dispersion}},
                   "draw bars of the counts, counts by rank on logarithmic axes, or where in the "
                   "texts each word stands");
}

void check_plot(PlotKind kind, Format format) {
    if (kind != PlotKind::none && format != Format::text)
        throw Error(Fault::usage, "--plot goes with -f text only");
}

Plot zipf_plot(const std::vector<WordCount>& ranked) {
    Plot plot{.title = "Count by rank", .across = "Rank", .up = "Count"};
    plot.points.reserve(ranked.size());
    for (std::size_t i = 0; i < ranked.size(); ++i)
        plot.points.emplace_back(static_cast<double>(i + 1), static_cast<double>(ranked[i].count));
    return plot;
}

std::string part_heights(Places places, const CorpusParts& parts) {
    if (places.empty()) return {};
    std::string heights(parts.parts(), '0');
    const std::vector<PartCount> counts = parts.count(places);
    std::uint64_t most = 1;
    for (const PartCount& count : counts) most = std::max(most, count.count);
    for (const PartCount& count : counts)
        heights[count.part] = static_cast<char>('0' + (count.count * 8 + most - 1) / most);
    return heights;
}

std::uint64_t sparkline_parts(int width) {
    constexpr int kOthers = 44;  // rank, word, count and per million, as a rule
    return static_cast<std::uint64_t>(width <= 0 ? 40 : std::clamp(width - kOthers, 10, 40));
}

}  // namespace analyze
