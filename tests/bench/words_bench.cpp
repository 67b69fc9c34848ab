// Measures boundaries, tokens, words and counting on one file: words_bench FILE [RUNS].
// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "analyze/analysis/word_count.hpp"
#include "analyze/base/error.hpp"
#include "analyze/text/source.hpp"
#include "analyze/text/tokenizer.hpp"
#include "analyze/text/words.hpp"
#include "measure.hpp"

namespace {

using namespace analyze;

/// Cuts the text as TextStream does, so that the scratch memory is that of real use.
std::vector<std::string_view> pieces_of(std::string_view text) {
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    std::vector<std::string_view> pieces;
    while (text.size() > kPiece) {
        std::size_t cut = kPiece;
        while (cut < text.size() && text[cut - 1] != '\n' &&
               !(text[cut - 1] == ' ' && text[cut] > ' '))
            ++cut;
        pieces.push_back(text.substr(0, cut));
        text.remove_prefix(cut);
    }
    pieces.push_back(text);
    return pieces;
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 2) {
        fmt::print(stderr, "usage: words_bench FILE [RUNS]\n");
        return 2;
    }
    const Source source = Source::read(argv[1]);
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
    const std::size_t bytes = source.text().size();
    const auto pieces = pieces_of(source.text());
    fmt::print("{} bytes, median of {} runs, processor time; the last column is what was found\n",
               bytes, runs);

    Boundaries boundaries;
    std::vector<Segment> segments;
    measure("segments", bytes, runs, [&] {
        std::size_t found = 0;
        for (const auto piece : pieces) {
            segments.clear();
            boundaries.find(piece, segments);
            found += segments.size();
        }
        return found;
    });
    Tokenizer tokenizer;
    std::vector<Token> tokens;
    measure("tokens", bytes, runs, [&] {
        std::size_t found = 0;
        for (const auto piece : pieces) {
            tokenizer.tokenize(piece, tokens);
            found += tokens.size();
        }
        return found;
    });
    WordReader reader{WordDefinition{}};
    std::vector<Span> words;
    measure("words", bytes, runs, [&] {
        std::size_t found = 0;
        for (const auto piece : pieces) {
            reader.read(piece, words);
            found += words.size();
        }
        return found;
    });
    measure("word types", bytes, runs, [&] {
        WordTable table;
        for (const auto piece : pieces) {
            reader.read(piece, words);
            for (const Span word : words) table.add(slice(piece, word), Case::fold);
        }
        table.end_document();
        return static_cast<std::size_t>(table.types());
    });
} catch (const analyze::Error& error) {
    fmt::print(stderr, "words_bench: {}\n", error.what());
    return 1;
}
