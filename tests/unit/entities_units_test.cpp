// Tests of the units that names are made of, and of joining foreign tokens to text.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_units.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {

std::vector<std::string> units(const std::string& text) {
    Tokenizer tokenizer;
    std::vector<Token> tokens;
    tokenizer.tokenize(text, tokens);
    std::vector<Unit> found;
    append_units(text, tokens.data(), tokens.data() + tokens.size(), found);
    std::vector<std::string> words;
    for (const Unit& unit : found) words.emplace_back(slice(text, unit.span));
    return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("the possessive is a unit of its own") {
    CHECK(units("Veldt's lake") == Words{"Veldt", "'s", "lake"});
    CHECK(units("Veldt\u2019s lake") == Words{"Veldt", "\u2019s", "lake"});
    CHECK(units("O'Meara") == Words{"O'Meara"});
}

TEST_CASE("initials and abbreviations keep their stop, words do not") {
    CHECK(units("J. R. Tolm of the U.S. said.") ==
          Words{"J.", "R.", "Tolm", "of", "the", "U.S.", "said", "."});
    CHECK(units("Tolm Inc. grew") == Words{"Tolm", "Inc.", "grew"});
    CHECK(units("a lake. So") == Words{"a", "lake", ".", "So"});
    CHECK(units("by Tolm-C. So") == Words{"by", "Tolm-C", ".", "So"});
}

TEST_CASE("words joined by hyphens or ampersands are one unit") {
    CHECK(units("U.S.-led al-Tolm T&V - no") == Words{"U.S.-led", "al-Tolm", "T&V", "-", "no"});
    CHECK(units("a -b- c-") == Words{"a", "-", "b", "-", "c", "-"});
}

TEST_CASE("units of any text are ordered, disjoint and cover the tokens") {
    for (const std::string text :
         {"", "-", "a-b-c-d", "A.B.-C.D's", "'s 's", "\u2019s", "x's-y's", "U.S.'s", "&&& a&b&c"}) {
        Tokenizer tokenizer;
        std::vector<Token> tokens;
        tokenizer.tokenize(text, tokens);
        std::vector<Unit> found;
        append_units(text, tokens.data(), tokens.data() + tokens.size(), found);
        std::uint32_t end = 0, bytes = 0, token_bytes = 0;
        for (const Unit& unit : found) {
            CHECK(unit.span.begin >= end);
            CHECK(unit.span.begin < unit.span.end);
            end = unit.span.end;
            bytes += unit.span.size();
        }
        for (const Token& token : tokens) token_bytes += token.span().size();
        CHECK(bytes == token_bytes);
    }
}

TEST_CASE("foreign tokens become text as it is written") {
    const auto joined = [](const Words& tokens) { return join_tokens({tokens}).text; };
    CHECK(joined({"Ann", "Tolm", "'s", "boat", ",", "the", "\"", "Heron", "\"", "(", "1962", ")",
                  "."}) == "Ann Tolm's boat, the \"Heron\" (1962).\n");
    CHECK(joined({"``", "No", "''", ",", "he", "did", "n't", "say", "."}) ==
          "\"No\", he didn't say.\n");
    CHECK(joined({"Min", "-", "ho", "of", "the", "U", ".", "S", "."}) == "Min-ho of the U.S.\n");
    // A document that has hyphens inside tokens writes dashes as tokens.
    CHECK(join_tokens({{"well-known"}, {"Lake", "-", "Shore"}}).text ==
          "well-known\nLake - Shore\n");
}

TEST_CASE("each foreign token knows where it stands, also the empty and odd ones") {
    const std::vector<Words> sentences{{"``", "A", "", "''", "-LRB-"}, {}, {"'", "'", "'"}};
    const JoinedText joined = join_tokens(sentences);
    REQUIRE(joined.tokens.size() == 3);
    std::uint32_t end = 0;
    for (std::size_t s = 0; s < 3; ++s) {
        REQUIRE(joined.tokens[s].size() == sentences[s].size());
        for (const Span span : joined.tokens[s]) {
            CHECK(span.begin >= end);
            CHECK(span.end <= joined.text.size());
            end = span.end;
        }
    }
    Tokenizer tokenizer;
    const UnitText text = units_of(joined, tokenizer);
    CHECK(text.sentences.size() == 2);  // the empty one has no units
    CHECK(text.sentences.back().source == 2);
    CHECK(text.sentences.back().end == text.units.size());
}
