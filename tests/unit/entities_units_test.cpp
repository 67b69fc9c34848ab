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

TEST_CASE(
    "the pieces of a text are all its units in order, none larger than asked unless it is one "
    "sentence") {
    std::string text = "# Lake\n\n";
    for (int i = 0; i < 40; ++i)
        text += std::string(static_cast<std::size_t>(i % 7) * 4, 'x') +
                " J. Velm's boat left. It sank.\n";
    text += '\n';
    for (int i = 0; i < 9000; ++i) text += "reed ";  // one sentence, which is divided
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("x", text), tokenizer);
    const UnitText all = units_of(document);
    REQUIRE(all.sentences.size() > 80);
    // every token but the mark of the heading lies in a unit
    std::size_t covered = document.sentences().front().first_token;
    for (const Unit& unit : all.units)
        while (covered < document.tokens().size() &&
               document.tokens()[covered].end <= unit.span.end) {
            REQUIRE((document.tokens()[covered].begin >= unit.span.begin || unit.glued));
            ++covered;
        }
    CHECK(covered == document.tokens().size());
    for (const std::uint32_t most : {0U, 1U, 10U, 50U, 4200U, 100000U}) {
        UnitPieces pieces(document);
        UnitText piece;
        std::size_t unit = 0, sentence = 0;
        while (pieces.next(most, piece)) {
            CHECK((piece.units.size() <= most || piece.sentences.size() == 1));
            for (const UnitSentence& one : piece.sentences) {
                const UnitSentence& same = all.sentences.at(sentence++);
                REQUIRE(one.end - one.first == same.end - same.first);
                CHECK(one.source == same.source);
                CHECK(one.heading == same.heading);
            }
            for (const Unit& one : piece.units) {
                const Unit& same = all.units.at(unit++);
                REQUIRE(one.span == same.span);
                CHECK(one.glued == same.glued);
            }
        }
        CHECK(pieces.done());
        CHECK(piece.sentences.empty());
        CHECK(unit == all.units.size());
        CHECK(sentence == all.sentences.size());
    }
}
