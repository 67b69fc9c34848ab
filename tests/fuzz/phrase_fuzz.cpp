// Fuzzes what kwic finds: the fast way and the slow one agree, contexts and patterns are total.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "analyze/analysis/concordance.hpp"
#include "analyze/base/error.hpp"
#include "analyze/text/decode.hpp"
#include "analyze/text/pattern.hpp"
#include "analyze/text/phrase.hpp"

namespace {

using namespace analyze;

void try_phrase(std::string_view given, std::string_view text, WordDefinition definition) {
    std::vector<Span> slowly, found;
    for (const Kernel kernel : {Kernel::portable, chosen_kernel()}) {
        const Phrase phrase(given, definition, kernel);
        PhraseFinder finder(phrase);
        slowly.clear();
        finder.find_slowly(text, slowly);
        found.clear();
        finder.find(text, 0, text.size(), found);
        if (found != slowly) std::abort();
        std::size_t middle = text.size() / 2;
        while (!parts_words(text, middle)) ++middle;
        middle = std::min(middle, text.size());
        found.clear();
        finder.find(text, 0, middle, found);
        finder.find(text, middle, text.size(), found);
        if (found != slowly) std::abort();
        for (const Span hit : found)
            if (hit.size() > phrase.longest()) std::abort();
    }
    ContextReader context(definition, {.left = 7, .right = 9, .words = given.size() % 4});
    for (const Span hit : found) {
        if (context.left(text, 0, hit.begin).size() > context.reach()) std::abort();
        if (context.right(text, hit.end, text.size()).size() > context.reach()) std::abort();
    }
}

void try_pattern(const std::string& given, std::string_view text, Case letter_case) {
    const Pattern pattern(given, letter_case, Pattern::In::text);
    std::uint32_t from = 0;
    for (int i = 0; i < 20; ++i) {
        const auto match = pattern.next(text, from);
        if (!match) break;
        if (match->empty() || match->begin < from || match->end > text.size()) std::abort();
        from = match->end;
    }
}

}  // namespace

/// The first byte chooses the definition; the first line is the pattern, the rest the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::uint8_t choice = data[0];
    WordDefinition definition;
    definition.tokens = static_cast<WordPreset>((choice & 3) % 3);
    if ((choice & 4) != 0) definition.letter_case = Case::keep;
    if ((choice & 8) != 0) definition.possessives = Possessives::keep;
    if ((choice & 16) != 0) definition.hyphens = Hyphens::join;
    if (definition.tokens != WordPreset::uax29)
        definition = {definition.tokens, {}, {}, definition.letter_case};
    DecodeOptions options;
    options.encoding = "UTF-8";
    options.binary = BinaryPolicy::text;
    const std::string all =
        decode(std::string(reinterpret_cast<const char*>(data + 1), size - 1), options, "fuzz")
            .text;
    const std::size_t line = std::min(all.find('\n'), all.size());
    std::size_t end = std::min<std::size_t>(line, 200);
    while (end > 0 && end < all.size() && (static_cast<unsigned char>(all[end]) & 0xC0) == 0x80)
        --end;
    const std::string given = all.substr(0, end);
    const std::string text = all.substr(std::min(line + 1, all.size()));
    try {
        if ((choice & 32) != 0)
            try_pattern(given, text, definition.letter_case);
        else
            try_phrase(given, text, definition);
    } catch (const Error& error) {
        if (error.fault() != Fault::usage) std::abort();
    }
    return 0;
}
