// Fuzzes the counting of words: every kernel counts what WordReader reads.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <tuple>
#include <vector>

#include "analyze/analysis/word_counter.hpp"
#include "analyze/text/decode.hpp"

namespace {

using namespace analyze;

bool same(const WordTable& a, const WordTable& b) {
    const std::vector<WordCount> left = a.ranked(), right = b.ranked();
    if (left.size() != right.size() || a.tokens() != b.tokens()) return false;
    for (std::size_t i = 0; i < left.size(); ++i)
        if (left[i].word != right[i].word || left[i].count != right[i].count ||
            left[i].documents != right[i].documents)
            return false;
    return true;
}

/// Counters are made once: they keep what they learned of words, which must not show.
WordCounter& counter_of(WordDefinition definition, Kernel kernel) {
    static std::vector<std::tuple<WordDefinition, Kernel, WordCounter>> counters;
    for (auto& [of, by, counter] : counters)
        if (of == definition && by == kernel) return counter;
    counters.emplace_back(definition, kernel, WordCounter(definition, kernel));
    return std::get<2>(counters.back());
}

}  // namespace

/// The first byte chooses the definition and where texts end.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::uint8_t choice = data[0];
    WordDefinition definition;
    if ((choice & 1) != 0) definition.letter_case = Case::keep;
    if ((choice & 2) != 0) definition.possessives = Possessives::keep;
    if ((choice & 12) == 12) definition.hyphens = Hyphens::join;
    DecodeOptions options;
    options.encoding = "UTF-8";
    options.binary = BinaryPolicy::text;
    const std::string text =
        decode(std::string(reinterpret_cast<const char*>(data + 1), size - 1), options, "fuzz")
            .text;

    // Pieces end behind line ends; every so many lines a text ends.
    const std::size_t lines = 1 + (choice >> 4);
    std::vector<std::vector<std::string>> texts(1);
    for (std::size_t at = 0, line = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        texts.back().push_back(text.substr(at, end - at));
        at = end;
        if (++line % lines == 0) texts.emplace_back();
    }

    WordReader reader(definition);
    WordTable expected;
    std::vector<Span> words;
    for (const auto& pieces : texts) {
        std::string whole;
        for (const std::string& piece : pieces) whole += piece;
        reader.read(whole, words);
        for (const Span word : words) expected.add(slice(whole, word), definition.letter_case);
        expected.end_document();
    }
    for (const Kernel kernel : usable_kernels()) {
        WordCounter& counter = counter_of(definition, kernel);
        for (const auto& pieces : texts) {
            for (const std::string& piece : pieces) counter.add(piece);
            counter.end_document();
        }
        if (!same(counter.take_table(), expected)) std::abort();
        // Once more in one piece, where blocks fall otherwise.
        counter.add(text);
        WordTable once;
        reader.read(text, words);
        for (const Span word : words) once.add(slice(text, word), definition.letter_case);
        if (!same(counter.take_table(), once)) std::abort();
    }
    return 0;
}
