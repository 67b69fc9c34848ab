// Tests of the list of words of general texts.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/background.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"

using namespace analyze;

namespace {

BackgroundWords words(std::string list, const WordForms* forms = nullptr) {
    return BackgroundWords(Resource("list.tsv", std::move(list)), forms);
}

}  // namespace

TEST_CASE("a word has its share, one that is not there half the rarest") {
    const BackgroundWords list = words("# general\n\nThe\t6\r\nlake\t2\nlakes\t2\n");
    CHECK(list.words() == 10);
    CHECK(list.share("the") == 0.6);
    CHECK(list.share("lake") == 0.2);
    CHECK(list.share("otter") == 0.1);
    // Any of the usual forms of a list; of a word that stands nowhere there is nothing to say.
    CHECK(words("rank,word,count\n1,the,6\n2,lake,2\n3,pier,0\n").share("pier") == 0.125);
    const WordForms stems("english", nullptr, Case::fold);
    CHECK(words("the\t6\nlake\t2\nlakes\t2\n", &stems).share("lake") == 0.4);
}

TEST_CASE("the list inside the program is of general English") {
    const BackgroundWords list(load_resource("background/en.tsv"), nullptr);
    CHECK(list.words() > 5000000);
    CHECK(list.share("the") > 0.05);
    CHECK(list.share("the") < 0.08);
    CHECK(list.share("otter") < list.share("river"));
}

TEST_CASE("a line that is no word with a count is refused with its number") {
    for (const char* line : {"lake", "lake\t", "lake\tx", "\t5", "lake\t2\t3", "lake\t-1",
                             "lake\t9999999999999999999"})
        CHECK_THROWS_WITH(words(std::string("the\t1\n") + line + "\n"),
                          Catch::StartsWith("list.tsv:2: "));
    for (const char* list : {"# nothing\n", "the\t0\n"})
        CHECK_THROWS_WITH(words(list), Catch::StartsWith("list.tsv:1: "));
}
