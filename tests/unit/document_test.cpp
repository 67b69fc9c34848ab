// Tests of the document: tokens, sentences and blocks fit into each other.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/document.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {
const std::string kText =
    "Bridge Shut\n===========\n\nBy Ann Holm\n\nThe bridge is shut. It reopens in "
    "May.\n\nWhy?\n\n- Water\n- Age\n";
}

TEST_CASE("every sentence lies in one block and every token in one sentence or in a mark") {
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("t", kText), tokenizer);
    std::uint32_t token = 0;
    for (const Sentence& sentence : document.sentences()) {
        CHECK(document.blocks()[sentence.block].span.contains(sentence.span));
        CHECK(sentence.first_token >= token);
        CHECK(sentence.first_token < sentence.end_token);
        CHECK(document.tokens()[sentence.first_token].begin == sentence.span.begin);
        token = sentence.end_token;
    }
    CHECK(token == document.tokens().size());
}

TEST_CASE("a byte order mark changes nothing but the way back to the file") {
    Tokenizer tokenizer;
    const Document plain(Source::from_bytes("t", kText), tokenizer);
    const Document marked(Source::from_bytes("t", "\xEF\xBB\xBF" + kText), tokenizer);
    REQUIRE(plain.blocks().size() == marked.blocks().size());
    const auto shift = static_cast<std::uint32_t>(marked.text().size() - plain.text().size());
    for (std::size_t b = 0; b < plain.blocks().size(); ++b) {
        CHECK(plain.blocks()[b].kind == marked.blocks()[b].kind);
        CHECK(plain.blocks()[b].span.begin + shift == marked.blocks()[b].span.begin);
    }
}

TEST_CASE("token_at finds the first token at or after an offset") {
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("t", "one two"), tokenizer);
    CHECK(document.token_at(0) == 0);
    CHECK(document.token_at(1) == 1);
    CHECK(document.token_at(99) == document.tokens().size());
}
