// Measures sentences, types and n-grams on one file: grams_bench FILE [RUNS].
// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "analyze/analysis/ngram_counter.hpp"
#include "analyze/base/error.hpp"
#include "analyze/text/sentences.hpp"
#include "analyze/text/source.hpp"
#include "measure.hpp"

using namespace analyze;

int main(int argc, char** argv) try {
    if (argc < 2) {
        fmt::print(stderr, "usage: grams_bench FILE [RUNS]\n");
        return 2;
    }
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 3;
    std::size_t bytes = 1;
    const Source source = Source::read(argv[1]);
    bytes = source.text().size();
    fmt::print("{} bytes, median of {} runs, processor time; the last column is what was found\n",
               bytes, runs);
    measure("read", bytes, runs, [&] { return Source::read(argv[1]).text().size(); });
    measure("blocks", bytes, runs, [&] { return find_blocks(source.text()).size(); });
    const std::vector<Block> blocks = find_blocks(source.text());
    measure("sentences", bytes, runs, [&] { return find_sentences(source.text(), blocks).size(); });
    const auto cuts = cuts_of(source.text(), blocks, Within::sentence);
    measure("types", bytes, runs, [&] {
        TypeReader reader{WordDefinition{}};
        std::size_t words = 0;
        reader.read(source.text(), cuts,
                    [&](std::span<const std::uint32_t> types, std::span<const std::uint32_t>) {
                        words += types.size();
                    });
        return words;
    });
    for (unsigned n = 2; n <= kLongestGram; ++n)
        measure(fmt::format("{}-grams", n).c_str(), bytes, runs, [&] {
            NgramCounter counter(WordDefinition{}, {n, n, 0});
            counter.add(source.text(), cuts);
            return static_cast<std::size_t>(counter.distinct());
        });
    measure("all, n = 2", bytes, runs, [&] {
        const Source again = Source::read(argv[1]);
        NgramCounter counter(WordDefinition{}, {2, 2, 0});
        counter.add(again.text(),
                    cuts_of(again.text(), find_blocks(again.text()), Within::sentence));
        return static_cast<std::size_t>(counter.distinct());
    });
} catch (const analyze::Error& error) {
    fmt::print(stderr, "grams_bench: {}\n", error.what());
    return 1;
}
