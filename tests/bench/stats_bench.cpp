// Measures what stats and keywords do with one file, step by step: stats_bench FILE [RUNS].
// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>

#include "analyze/analysis/key_phrases.hpp"
#include "analyze/analysis/text_figures.hpp"
#include "analyze/base/error.hpp"
#include "measure.hpp"

using namespace analyze;

int main(int argc, char** argv) try {
    if (argc < 2) {
        fmt::print(stderr, "usage: stats_bench FILE [RUNS]\n");
        return 2;
    }
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 3;
    Tokenizer tokenizer;
    const Document document(Source::read(argv[1]), tokenizer);
    const std::size_t bytes = document.text().size();
    const auto blocks = static_cast<std::uint32_t>(document.blocks().size());
    const Span all{0, static_cast<std::uint32_t>(bytes)};
    fmt::print("{} bytes, median of {} runs, processor time; the last column is what was found\n",
               bytes, runs);
    measure("document", bytes, runs,
            [&] { return Document(Source::read(argv[1]), tokenizer).tokens().size(); });

    const WordDefinition definition;
    const SyllableRules syllables(load_resource("syllables/en.txt"));
    measure("figures", bytes, runs, [&] {
        TextMeter meter(definition, syllables);
        return meter.measure(document, all, 0, blocks).words.size();
    });
    TextMeter meter(definition, syllables);
    const TextFigures figures = meter.measure(document, all, 0, blocks);
    measure("spectrum", bytes, runs, [&] { return spectrum_of(figures.words).size(); });
    const auto rounded = [](const std::optional<double>& value) {
        return static_cast<std::size_t>(1000 * value.value_or(0));
    };
    measure("MATTR", bytes, runs, [&] { return rounded(mattr(figures.words, 500)); });
    measure("MTLD", bytes, runs, [&] { return rounded(mtld(figures.words, 0.72)); });
    const FrequencySpectrum spectrum = spectrum_of(figures.words);
    measure("HD-D", bytes, runs, [&] { return rounded(hd_d(spectrum, 42)); });

    const StopWords stop_words(load_resource("stopwords/en.txt"));
    const BackgroundWords background(load_resource("background/en.tsv"), nullptr);
    measure("keywords", bytes, runs, [&] {
        return find_key_phrases(document, definition, {}, stop_words, background).phrases.size();
    });
} catch (const analyze::Error& error) {
    fmt::print(stderr, "stats_bench: {}\n", error.what());
    return 1;
}
