// Tests of word clusters on a tiny text: counts, held-out lines, groups, the same each time.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/training/clusters.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {

const auto kQuiet = [](const std::string&) {};

std::uint32_t number_of(const TextCounts& text, std::string_view word) {
    std::uint32_t w = 0;
    while (text.words.at(w) != word) ++w;
    return w;
}

}  // namespace

TEST_CASE("text becomes sequences of numbered units, a line each") {
    Tokenizer tokenizer;
    TextCounts text;
    text.add("Velm saw Velm's boat.\n\nThe boat\n", false, tokenizer);
    CHECK(text.words == std::vector<std::string>{"Velm", "saw", "'s", "boat", ".", "The"});
    CHECK(text.counts == std::vector<std::uint32_t>{2, 1, 1, 2, 1, 1});
    constexpr std::uint32_t kBreak = TextCounts::kBreak;
    CHECK(text.sequence == std::vector<std::uint32_t>{0, 1, 0, 2, 3, 4, kBreak, 5, 3, kBreak});
    // tokens are joined first: the same units
    TextCounts joined;
    joined.add("Velm saw Velm 's boat .\n\nThe  boat", true, tokenizer);
    CHECK(joined.words == text.words);
    CHECK(joined.sequence == text.sequence);
    TextCounts none;
    none.add("", false, tokenizer);
    none.add("\n\n", true, tokenizer);
    CHECK(none.words.empty());
}

TEST_CASE("a line is known by its letters and digits") {
    const std::string line = "The ferry of Orsk sank in 2023.";
    CHECK(line_key(line) != 0);
    CHECK(line_key("the FERRY of  Orsk - sank in 2023") == line_key(line));
    CHECK(line_key("The ferry of Orsk sank in 2024.") != line_key(line));
    CHECK(line_key("Nineteen letters abcd") == 0);  // too short to be sure
    CHECK(line_key("Nineteen letters abcde") != 0);
}

TEST_CASE("lines that are held out are taken out, all else stays as it is") {
    const std::string kept = "Another ferry sank in the year 1961.\n",
                      out = "The old ferry of Orsk sank!\n";
    const std::unordered_set<std::uint64_t> held_out{line_key("the old ferry of orsk sank"), 0};
    CHECK(without_lines(out + kept + "Short\n\n" + out, held_out) == kept + "Short\n\n");
    CHECK(without_lines(kept + out.substr(0, out.size() - 1), held_out) == kept);
    CHECK(without_lines("", held_out).empty());
    CHECK(without_lines(out, {}) == out);
}

TEST_CASE("words that stand between the same neighbours share a cluster, the same each time") {
    Tokenizer tokenizer;
    TextCounts text;
    const char* towns[] = {"Orsk", "Averley", "Sandholm", "Tarn"};
    const char* verbs[] = {"slept", "waited", "sang", "left"};
    for (const char* town : towns)
        for (const char* verb : verbs) {
            text.add(std::string("in ") + town + " they stayed\n", false, tokenizer);
            text.add(std::string("we ") + verb + " until dawn\n", false, tokenizer);
        }
    text.add("rarely\n", false, tokenizer);
    const auto clusters = cluster_words(text, 6, 2, 8, kQuiet);
    REQUIRE(clusters.size() == text.words.size());
    const auto cluster = [&](std::string_view word) { return clusters[number_of(text, word)]; };
    for (const char* town : towns) CHECK(cluster(town) == cluster("Orsk"));
    for (const char* verb : verbs) CHECK(cluster(verb) == cluster("slept"));
    CHECK(cluster("Orsk") != cluster("slept"));
    CHECK(cluster("Orsk") < 6);
    CHECK(cluster("rarely") == 0xffff);
    CHECK(cluster_words(text, 6, 2, 8, kQuiet) == clusters);
    CHECK(cluster_words(TextCounts(), 6, 2, 8, kQuiet).empty());
    const auto rare = cluster_words(text, 6, 1000, 8, kQuiet);
    CHECK(rare == std::vector<std::uint16_t>(text.words.size(), 0xffff));
}
