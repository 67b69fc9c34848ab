// Tests of counting word types.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/word_count.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

TEST_CASE("a table counts tokens, types and the texts that have them") {
    WordTable table;
    for (const char* word : {"Lake", "lake", "shore"}) table.add(word, Case::fold);
    table.end_document();
    table.add("lake", Case::fold);
    table.end_document();
    const auto ranked = table.ranked();
    REQUIRE(ranked.size() == 2);
    CHECK(ranked[0].word == "lake");
    CHECK(ranked[0].count == 3);
    CHECK(ranked[0].documents == 2);
    CHECK(table.tokens() == 4);
    CHECK(table.documents() == 2);
}
