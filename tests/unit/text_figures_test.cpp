// Tests of what statistics of a text are made of.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/text_figures.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {

Document document_of(std::string text) {
    Tokenizer tokenizer;
    return {Source::from_bytes("sample", std::move(text)), tokenizer};
}

TextFigures figures_of(const Document& document, TextMeter& meter) {
    return meter.measure(document, {0, static_cast<std::uint32_t>(document.text().size())}, 0,
                         static_cast<std::uint32_t>(document.blocks().size()));
}

}  // namespace

TEST_CASE("figures are of all words, and of the sentences of running text") {
    const SyllableRules rules(load_resource("syllables/en.txt"));
    TextMeter meter({}, rules);
    const Document document = document_of(
        "# The Lake\n\nThe otter's lake froze early. It was beautiful, they said!\n\n"
        "A second paragraph of six words.\n");
    const TextFigures figures = figures_of(document, meter);
    CHECK(figures.words.size() == 18);
    // the heading's "The Lake" and the text's "The … lake" are the same two types
    CHECK(figures.words[0] == figures.words[2]);
    CHECK(figures.words[1] == figures.words[4]);
    CHECK(figures.types == 16);
    CHECK(figures.word_lengths.count() == 18);
    CHECK(figures.prose.sentences == 3);
    CHECK(figures.prose.words == 16);
    CHECK(figures.sentence_lengths.sum() == 16);
    CHECK(figures.sentence_lengths.quantile(0.5) == 5.0);
    CHECK(figures.prose.polysyllables == 2);  // beautiful, paragraph
    // the ot-ter lake froze ear-ly it was beau-ti-ful they said a sec-ond par-a-graph of six words
    CHECK(figures.prose.syllables == 23);
    CHECK(figures.prose.characters == 70);
}

TEST_CASE("each part has types of its own, and a meter that was used measures the same") {
    const SyllableRules rules(load_resource("syllables/en.txt"));
    TextMeter meter({.letter_case = Case::keep}, rules);
    const Document first = document_of("One two. Two three.");
    const TextFigures before = figures_of(first, meter);
    CHECK(before.words == TypeSequence{0, 1, 2, 3});
    const Document second = document_of("three One three.");
    CHECK(figures_of(second, meter).words == TypeSequence{0, 1, 0});
    const TextFigures after = figures_of(first, meter);
    CHECK(after.words == before.words);
    CHECK(after.prose.syllables == before.prose.syllables);
}

TEST_CASE("texts without words have figures of nothing") {
    const SyllableRules rules(load_resource("syllables/en.txt"));
    TextMeter meter({}, rules);
    for (const char* text : {"", "\n\n", "… — !", "\xF0\x9F\x98\x80"}) {
        const TextFigures figures = figures_of(document_of(text), meter);
        CHECK(figures.words.empty());
        CHECK(figures.types == 0);
        CHECK(figures.prose.sentences == 0);
    }
}
