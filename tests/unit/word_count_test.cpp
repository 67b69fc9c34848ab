// Tests of counting word types.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/word_count.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <string>

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

TEST_CASE("a table takes forms of one word together") {
    WordTable table;
    for (const char* word : {"Straße", "STRASSE", "strasse", "ÖRE", "O\u0308re", "öre"})
        table.add(word, Case::fold);
    for (const char* word : {"Lake", "lake", "E\u0301", "É", "é"}) table.add(word, Case::keep);
    table.end_document();
    std::string shown;
    for (const WordCount& entry : table.ranked())
        shown += std::string(entry.word) + ' ' + std::to_string(entry.count) + ' ';
    CHECK(shown == "strasse 3 öre 3 É 2 Lake 1 lake 1 é 1 ");
    CHECK(table.types() == 6);
}

TEST_CASE("any way of sharing texts out to tables and any order of merging give the same counts") {
    const std::vector<std::string> words{
        "Lake", "lake",      "LAKE",    "shore", "Öre",
        "öre",  "O\u0308RE", "ß",       "SS",    "ss",
        "湖",   "",          "1,234.5", "İ",     "a-very-long-word-of-many-bytes"};
    std::mt19937 random(9);
    const auto flat = [](const WordTable& table) {
        std::string shown =
            std::to_string(table.tokens()) + ' ' + std::to_string(table.documents());
        for (const WordCount& entry : table.ranked())
            shown += '|' + std::string(entry.word) + ' ' + std::to_string(entry.count) + ' ' +
                     std::to_string(entry.documents);
        return shown;
    };
    for (int i = 0; i < 300; ++i) {
        WordTable whole;
        std::vector<WordTable> parts(1 + random() % 6);
        std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> expected;
        for (auto documents = random() % 20; documents-- != 0;) {
            WordTable& part = parts[random() % parts.size()];
            std::set<std::string> seen;
            for (auto n = random() % 12; n-- != 0;) {
                const std::string& word = words[random() % words.size()];
                whole.add(word, Case::fold);
                part.add(word, Case::fold);
                std::string key;
                fold(word, Case::fold, key);
                ++expected[key].first;
                if (seen.insert(key).second) ++expected[key].second;
            }
            whole.end_document();
            part.end_document();
            if (parts.size() > 1 && random() % 8 == 0) {  // merging goes on while others still read
                const std::size_t from = random() % parts.size();
                parts[from == 0 ? 1 : 0].merge(parts[from]);
                parts[from] = WordTable();
            }
        }
        std::shuffle(parts.begin(), parts.end(), random);
        WordTable merged;
        for (const WordTable& part : parts) merged.merge(part);
        CHECK(flat(merged) == flat(whole));
        for (const WordCount& entry : whole.ranked())
            CHECK(expected.at(std::string(entry.word)) == std::pair(entry.count, entry.documents));
        CHECK(expected.size() == whole.types());
    }
}
