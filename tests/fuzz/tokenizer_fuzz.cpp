// Fuzzes boundaries (against the reference), tokens and words on any text.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/tokenizer.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "../unit/reference_boundaries.hpp"
#include "analyze/analysis/word_count.hpp"
#include "analyze/text/words.hpp"

namespace {

using namespace analyze;

void require(bool condition) {
    if (!condition) std::abort();
}

/// The bytes as valid UTF-8: what is ill-formed becomes U+FFFD.
std::string valid_text(const std::uint8_t* data, std::size_t size) {
    std::string text;
    for (std::size_t at = 0; at < size;) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(data, at, size, c);
        std::uint8_t bytes[4];
        int length = 0;
        U8_APPEND_UNSAFE(bytes, length, c);
        text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    }
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Boundaries boundaries;
    static Tokenizer tokenizer;
    static std::vector<Segment> segments;
    static std::vector<Token> tokens;
    static std::vector<Span> words;

    // On the raw bytes nothing is promised but that nothing breaks.
    const std::string_view raw(reinterpret_cast<const char*>(data), size);
    tokenizer.tokenize(raw, tokens);

    const std::string text = valid_text(data, size);
    segments.clear();
    boundaries.find(text, segments);
    const auto expected = test::reference_boundaries(text);
    require(
        std::equal(segments.begin(), segments.end(), expected.begin(), expected.end(),
                   [](const Segment& segment, std::uint32_t end) { return segment.end == end; }));

    tokenizer.tokenize(text, tokens);
    std::uint32_t last = 0;
    std::size_t segment = 0;
    for (const Token& token : tokens) {
        require(token.begin >= last && token.begin < token.end);
        while (segment < segments.size() && segments[segment].end < token.end) ++segment;
        require(segment < segments.size() && segments[segment].end == token.end);
        require(text[token.begin] != ' ' && text[token.begin] != '\n');
        last = token.end;
    }

    WordTable table;
    for (const auto preset : {WordPreset::uax29, WordPreset::letters, WordPreset::whitespace}) {
        WordReader reader({.tokens = preset, .hyphens = Hyphens::join});
        reader.read(text, words);
        last = 0;
        for (const Span word : words) {
            require(word.begin >= last && !word.empty() && word.end <= text.size());
            last = word.end;
            table.add(slice(text, word), Case::fold);
        }
    }
    std::string key;
    for (const WordCount& entry : table.ranked()) {
        fold(entry.word, Case::fold, key);
        require(key == entry.word);
    }
    return 0;
}
