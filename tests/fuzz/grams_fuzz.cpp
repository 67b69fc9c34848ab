// Fuzzes sequences of words and shapes of lines: what the quick ways read is what the slow ones read.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <tuple>
#include <vector>

#include "analyze/analysis/ngram_counter.hpp"
#include "analyze/text/decode.hpp"
#include "analyze/text/lines.hpp"

namespace {

using namespace analyze;
using Sequences = std::vector<std::vector<std::string>>;

/// Words and cuts put together one by one.
Sequences slow(std::string_view text, const std::vector<std::uint32_t>& cuts,
               WordDefinition definition) {
    Sequences sequences;
    std::vector<Span> words;
    WordReader(definition).read(text, words);
    std::ptrdiff_t place = -1;
    for (const Span word : words) {
        const auto here = std::upper_bound(cuts.begin(), cuts.end(), word.begin) - cuts.begin();
        if (here != place) sequences.emplace_back();
        place = here;
        std::string key;
        fold(slice(text, word), definition.letter_case, key);
        sequences.back().push_back(key);
    }
    return sequences;
}

Sequences quick(std::string_view text, const std::vector<std::uint32_t>& cuts,
                WordDefinition definition, Kernel kernel) {
    Sequences sequences;
    TypeReader reader(definition, kernel);
    reader.read(text, cuts,
                [&](std::span<const std::uint32_t> types, std::span<const std::uint32_t> ends) {
                    std::uint32_t at = 0;
                    for (const std::uint32_t end : ends)
                        for (sequences.emplace_back(); at < end; ++at)
                            sequences.back().emplace_back(reader.word(types[at]));
                });
    return sequences;
}

auto fields(const Shape& s) {
    return std::tuple(s.chars, s.words, s.cased_words, s.capital_words, s.minor_words, s.upper,
                      s.lower, s.letters, s.digits, s.symbols, s.gaps, s.first, s.inner_stop);
}

/// A no-break space before a line is one character more, and sends it the slow way.
void check_shape(std::string_view text, Span line) {
    if (line.size() > 400) return;
    const std::string other = "\u00A0" + std::string(slice(text, line));
    Shape theirs = shape_of(other, {0, static_cast<std::uint32_t>(other.size())});
    --theirs.chars;
    if (fields(shape_of(text, line)) != fields(theirs)) std::abort();
}

}  // namespace

/// The first byte chooses the definition.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    WordDefinition definition;
    if ((data[0] & 1) != 0) definition.letter_case = Case::keep;
    if ((data[0] & 2) != 0) definition.possessives = Possessives::keep;
    if ((data[0] & 12) == 12) definition.hyphens = Hyphens::join;
    DecodeOptions options;
    options.encoding = "UTF-8";
    options.binary = BinaryPolicy::text;
    const std::string text =
        decode(std::string(reinterpret_cast<const char*>(data + 1), size - 1), options, "fuzz")
            .text;
    for (const Line& line : split_lines(text)) check_shape(text, line.span);
    for (const Within within : {Within::sentence, Within::section}) {
        const auto cuts = cuts_of(text, find_blocks(text), within);
        const Sequences theirs = slow(text, cuts, definition);
        for (const Kernel kernel : usable_kernels())
            if (quick(text, cuts, definition, kernel) != theirs) std::abort();
    }
    return 0;
}
