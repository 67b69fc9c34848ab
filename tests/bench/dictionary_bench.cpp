// Counts a text of Chinese, Thai, … words beside ICU's own loop: dictionary_bench FILE|NAME [RUNS].
// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>
#include <unicode/brkiter.h>
#include <unicode/bytestrie.h>
#include <unicode/ucharstrie.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "../../src/text/dictionary_data.hpp"
#include "analyze/analysis/word_counter.hpp"
#include "analyze/base/error.hpp"
#include "analyze/text/source.hpp"
#include "measure.hpp"

namespace {

using namespace analyze;

struct Words {
    std::vector<std::string> words;
    std::vector<double> weights;
};

/// The words of a dictionary of ICU, as frequent as their costs say, which are scaled logarithms of
/// how frequent they are; where words have none, by rank (Zipf) in an order that means nothing.
Words words_of(const std::string& name) {
    Words found;
    UErrorCode status = U_ZERO_ERROR;
    if (name == "cjdict") {
        const DictionaryData data("cjdict", DictionaryKind::units_with_costs);
        if (!data) return found;
        icu::UCharsTrie::Iterator words(static_cast<const char16_t*>(data.trie()), 0, status);
        while (words.next(status) != 0) {
            words.getString().toUTF8String(found.words.emplace_back());
            constexpr double kScale = 0.07;
            found.weights.push_back(std::exp(-kScale * words.getValue()));
        }
        return found;
    }
    const DictionaryData data(name.c_str(), DictionaryKind::bytes);
    if (!data) return found;
    icu::BytesTrie::Iterator words(static_cast<const char*>(data.trie()), 0, status);
    while (words.next(status) != 0) {
        icu::UnicodeString word;
        for (const char byte : std::string_view(
                 words.getString().data(), static_cast<std::size_t>(words.getString().length())))
            word.append(static_cast<UChar32>(data.offset() + static_cast<unsigned char>(byte)));
        word.toUTF8String(found.words.emplace_back());
        found.weights.push_back(1.0 / static_cast<double>(found.words.size()));
    }
    std::shuffle(found.words.begin(), found.words.end(), std::mt19937(1));
    return found;
}

/// Sentences of up to thirty words, without a space inside, a few of them a line.
std::string make_text(const Words& from, std::size_t size) {
    std::mt19937 random(7);
    std::discrete_distribution<std::size_t> draw(from.weights.begin(), from.weights.end());
    const bool chinese = from.words.front() >= "\u3000";
    std::string text;
    while (text.size() < size) {
        for (auto words = 1 + random() % 30; words-- != 0;) text += from.words[draw(random)];
        text += chinese ? "。" : " ";
        if (random() % 4 == 0) text += '\n';
    }
    return text;
}

/// Cuts the text as TextStream does, so that the scratch memory is that of real use.
std::vector<std::string_view> pieces_of(std::string_view text) {
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    std::vector<std::string_view> pieces;
    while (text.size() > kPiece) {
        const std::size_t cut = std::min(text.find('\n', kPiece), text.size() - 1) + 1;
        pieces.push_back(text.substr(0, cut));
        text.remove_prefix(cut);
    }
    pieces.push_back(text);
    return pieces;
}

/// What there is without us: ICU's word iterator over the bytes, and a hash map of the words that
/// its rule status calls words, as they stand.
std::size_t count_with_icu(const std::vector<std::string_view>& pieces) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> iterator(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    UText units = UTEXT_INITIALIZER;
    std::unordered_map<std::string_view, std::size_t> counts;
    for (const auto piece : pieces) {
        utext_openUTF8(&units, piece.data(), static_cast<std::int64_t>(piece.size()), &status);
        iterator->setText(&units, status);
        std::int32_t begin = iterator->first();
        for (std::int32_t at = 0; (at = iterator->next()) != icu::BreakIterator::DONE; begin = at)
            if (iterator->getRuleStatus() >= UBRK_WORD_NONE_LIMIT)
                ++counts[piece.substr(static_cast<std::size_t>(begin),
                                      static_cast<std::size_t>(at - begin))];
    }
    utext_close(&units);
    return U_SUCCESS(status) ? counts.size() : 0;
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 2) {
        fmt::print(stderr,
                   "usage: dictionary_bench FILE|cjdict|thaidict|laodict|khmerdict|burmesedict "
                   "[RUNS]\n");
        return 2;
    }
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
    constexpr std::size_t kSize = std::size_t{12} << 20;
    const Words words = words_of(argv[1]);
    const std::string text =
        words.words.empty() ? std::string(Source::read(argv[1]).text()) : make_text(words, kSize);
    const auto pieces = pieces_of(text);
    fmt::print("{} bytes, processor time, in turns; the last column is the number of words\n",
               text.size());

    const Kernel kernel = chosen_kernel();
    std::vector<double> ratios;
    for (int run = 0; run < runs; ++run) {
        const double ours = measure("analyze", text.size(), 1, [&] {
            WordCounter counter(WordDefinition{}, kernel);
            for (const auto piece : pieces) counter.add(piece);
            counter.end_document();
            return static_cast<std::size_t>(counter.take_table().types());
        });
        const double theirs =
            measure("ICU and map", text.size(), 1, [&] { return count_with_icu(pieces); });
        ratios.push_back(theirs / ours);
    }
    std::sort(ratios.begin(), ratios.end());
    fmt::print("{:.2f} times as fast (median)\n", ratios[ratios.size() / 2]);
} catch (const analyze::Error& error) {
    fmt::print(stderr, "dictionary_bench: {}\n", error.what());
    return 1;
}
