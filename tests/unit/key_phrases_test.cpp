// Tests of finding key phrases: scores by hand, what is a phrase, and what is a duplicate.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/key_phrases.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {

const BackgroundWords& background() {
    static const BackgroundWords list(
        Resource("list.tsv",
                 std::string("the\t500\nof\t250\nwas\t200\nlake\t25\nwater\t20\nrare\t5\n")),
        nullptr);
    return list;
}

KeyPhrases find(std::string text, KeyPhraseRules rules = {}) {
    static const StopWords stop_words(Resource("stop.txt", std::string("the\nof\nwas\nand\n")));
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("sample", std::move(text)), tokenizer);
    return find_key_phrases(document, {}, rules, stop_words, background());
}

std::string shown(const KeyPhrases& found) {
    std::string out;
    for (const KeyPhrase& phrase : found.phrases)
        out += phrase.phrase + ' ' + std::to_string(phrase.count) + '|';
    return out;
}

}  // namespace

TEST_CASE("the score is count * log2(count / expected)") {
    // 8 words; a share of "lake" of 25/1000: 0.2 expected; twice: 2 * log2(10)
    const KeyPhrases found = find("The lake was the lake of the water.", {.most_words = 1});
    CHECK(found.words == 8);
    REQUIRE(found.phrases.size() == 1);
    CHECK(found.phrases[0].key == "lake");
    CHECK(found.phrases[0].expected == Approx(0.2));
    CHECK(found.phrases[0].score == Approx(6.643856189774724));
    CHECK(found.phrases[0].first == Span{4, 8});
    // "otter lake": shares of 2.5/1000 (half of the rarest) and 25/1000, of 10 words: 0.000625
    const KeyPhrases pair = find("The otter lake was the Otter Lake; the otter lake.");
    REQUIRE(pair.phrases.size() == 1);
    CHECK(pair.phrases[0].phrase == "otter lake");
    CHECK(pair.phrases[0].count == 3);
    CHECK(pair.phrases[0].expected == Approx(0.000625));
    CHECK(pair.phrases[0].score == Approx(36.6864560715));
}

TEST_CASE("phrases lie between signs, and begin and end with words that say something") {
    CHECK(shown(find("Weir of stones, weir of stones. Weir of stones!")) == "Weir of stones 3|");
    CHECK(shown(find("red, fox. red fox, red; fox", {.min_count = 2})) == "red 3|fox 3|");
    CHECK(shown(find("ice-cold rain, ice-cold rain")) == "ice-cold rain 2|");
    CHECK(shown(find("1999 x 1999 x 1999 x")).empty());
    CHECK(shown(find("the of the of the of")).empty());
    CHECK(shown(find("ha ha ha ha", {.min_count = 1})) == "ha 4|");
    CHECK(shown(find("")).empty());
}

TEST_CASE("what a better phrase covers, or has the stems of, is left out") {
    CHECK(shown(find("Orrin Weir froze. Orrin Weir thawed. Orrin Weir.")) == "Orrin Weir 3|");
    // half of the occurrences of "weir" stand elsewhere
    CHECK(shown(find("Orrin Weir froze. Orrin Weir thawed. A weir and the weir.")) ==
          "Orrin Weir 2|Weir 4|");
    CHECK(shown(find("the otter, the otter, the otter; otters, otters")) == "otter 3|");
}

TEST_CASE("a phrase is shown as it is most often written") {
    CHECK(shown(find("Mist. mist, mist.")) == "mist 3|");
    CHECK(shown(find(
              "The lake was grey and full of water, and in the evening came the first cold\nmist "
              "of the year, a cold mist that did not go away before the night was over.")) ==
          "cold mist 2|");
}
