// Tests of counting syllables: the rules, ugly words, and a list of words written for this project.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/syllables.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"

using namespace analyze;

namespace {

SyllableRules rules(std::string text) {
    return SyllableRules(Resource("rules.txt", std::move(text)));
}

std::uint32_t count(const SyllableRules& rules, std::string_view word) {
    std::string scratch;
    return rules.count(word, scratch);
}

}  // namespace

TEST_CASE("a word has a syllable for each run of vowels, and what rules add or take away") {
    const SyllableRules none = rules("# a comment\n\n");
    CHECK(count(none, "otter") == 2);
    CHECK(count(none, "lake") == 2);
    CHECK(count(none, "b2b") == 1);
    CHECK(count(none, "") == 1);
    const SyllableRules some = rules("Ce$ -1\r\nia,^geo +1\nVV,lab +2\nevery =2\n");
    CHECK(count(some, "lake") == 1);
    CHECK(count(some, "the") == 1);
    CHECK(count(some, "every") == 2);
    CHECK(count(some, "dial") == 4);   // ia, VV
    CHECK(count(some, "geode") == 4);  // eo, e, and +1 +2 -1
    CHECK(count(some, "labs") == 3);
}

TEST_CASE("accented letters are vowels that are never silent; other scripts have one syllable") {
    const SyllableRules english(load_resource("syllables/en.txt"));
    CHECK(count(english, "café") == 2);
    CHECK(count(english, "cafe") == 2);
    CHECK(count(english, "naïve") == 2);
    CHECK(count(english, "zoë") == 2);
    CHECK(count(english, "湖") == 1);
    CHECK(count(english, "озеро") == 1);
    CHECK(count(english, "^$^") == 1);
    CHECK(count(english, "2024") == 1);
    CHECK(count(english, "didn’t") == 2);
    CHECK(count(english, "\xC3") == 1);
    CHECK(count(english, std::string(100000, 'b') + "e") == 1);
}

TEST_CASE("the English rules are right for words of all sorts") {
    const SyllableRules english(load_resource("syllables/en.txt"));
    static constexpr std::string_view kWords[] = {
        "lake boat shore weir mouse three strength caught year eight freight they the bridge "
        "walked",
        "river water winter bridges noses houses table apple little wanted lion harbour under "
        "people "
        "business moving paper kindly hopeful otter only create our",
        "idea important deliver holiday area visited beautiful together period president animal "
        "family museum employee quickening",
        "education information experience original community american",
        "university organisation possibility international irresponsibly",
        "responsibility"};
    for (std::size_t i = 0; i < std::size(kWords); ++i) {
        for (std::size_t at = 0; at < kWords[i].size();) {
            const std::size_t end = std::min(kWords[i].find(' ', at), kWords[i].size());
            INFO(kWords[i].substr(at, end - at));
            CHECK(count(english, kWords[i].substr(at, end - at)) == i + 1);
            at = end + 1;
        }
    }
}

TEST_CASE("a line that is no rule is refused with its number") {
    for (const char* line : {"Ce$", "Ce$ 1", "Ce$ +x", "Ce$ +", " +1", "C? +1", "^$ +1", "a,,b +1",
                             "word =", "a +100"}) {
        INFO(line);
        CHECK_THROWS_WITH(rules(std::string("ia +1\n") + line + "\n"),
                          Catch::StartsWith("rules.txt:2: "));
    }
}
