// Tests of stop-word lists.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/stop_words.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"

using namespace analyze;

TEST_CASE("a list has its words in any case and nothing of its comments") {
    const StopWords list(
        Resource("list", std::string_view("\xEF\xBB\xBFThe\r\n# comment\n\n  and \t\n#of\nlast")));
    std::string scratch;
    CHECK(list.size() == 3);
    for (const char* word : {"the", "The", "THE", "and", "last"}) CHECK(list.has(word, scratch));
    for (const char* word : {"of", "comment", "", "#"}) CHECK_FALSE(list.has(word, scratch));
    CHECK_FALSE(StopWords().has("the", scratch));
}

TEST_CASE("the list in the binary is there") {
    const StopWords english(load_resource("stopwords/en.txt"));
    std::string scratch;
    CHECK(english.has("the", scratch));
    CHECK_FALSE(english.has("harbour", scratch));
}
