// Tests of two corpora side by side: sums that do not depend on how the texts are shared out.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/contrast.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>

using namespace analyze;

namespace {

/// All that can be told from outside, for comparison.
std::string dump(const Contrast& contrast) {
    std::string out;
    for (const Side side : {Side::target, Side::reference})
        out += std::to_string(contrast.words(side)) + '/' + std::to_string(contrast.types(side)) +
               '/' + std::to_string(contrast.documents(side)) + ' ';
    for (const Contrast::Row& row : contrast.rows()) {
        out += row.word;
        for (const auto& pair : {row.count, row.documents})
            out += ' ' + std::to_string(pair[0]) + ':' + std::to_string(pair[1]);
        out += '\n';
    }
    return out;
}

}  // namespace

TEST_CASE("words of both sides by their bytes, with what each side has") {
    Contrast contrast;
    contrast.add(Side::reference, "tide", 5, 2);
    contrast.add(Side::target, "quay", 3, 1);
    contrast.add(Side::target, "tide", 1, 1);
    contrast.add(Side::target, "never", 0, 0);
    contrast.add_unlisted(Side::reference, 100);
    contrast.add_documents(Side::reference, 9);
    CHECK(dump(contrast) == "4/2/0 105/1/9 quay 3:0 1:0\ntide 1:5 1:2\n");
}

TEST_CASE("however texts are shared out and merged, the same comes out") {
    std::mt19937 random(7);
    struct Text {
        Side side;
        std::vector<std::string> words;
    };
    std::vector<Text> texts(40);
    for (Text& text : texts) {
        text.side = random() % 3 == 0 ? Side::target : Side::reference;
        for (std::size_t i = random() % 30; i > 0; --i)
            text.words.push_back(std::string(1, static_cast<char>('a' + random() % 9)));
    }
    // The slow reference: a map, one text after another.
    struct Sums {
        std::array<std::uint64_t, 2> count{}, documents{};
    };
    std::map<std::string, Sums> sums;
    for (const Text& text : texts) {
        std::map<std::string, std::uint64_t> counts;
        for (const std::string& word : text.words) ++counts[word];
        const auto side = static_cast<std::size_t>(text.side);
        for (const auto& [word, count] : counts) {
            sums[word].count[side] += count;
            ++sums[word].documents[side];
        }
    }
    std::string expected;
    for (int split = 0; split < 20; ++split) {
        const std::size_t parts = 1 + random() % 7;
        std::vector<Contrast> contrasts(parts);
        std::vector<WordTable> tables(2 * parts);
        for (const Text& text : texts) {
            const std::size_t part = random() % parts;
            WordTable& table = tables[2 * part + static_cast<std::size_t>(text.side)];
            for (const std::string& word : text.words) table.add(word, Case::fold);
            table.end_document();
        }
        for (std::size_t part = 0; part < parts; ++part) {
            contrasts[part].add(Side::target, tables[2 * part]);
            contrasts[part].add(Side::reference, tables[2 * part + 1]);
        }
        Contrast all;
        std::shuffle(contrasts.begin(), contrasts.end(), random);
        for (const Contrast& contrast : contrasts) all.merge(contrast);
        if (expected.empty()) expected = dump(all);
        REQUIRE(dump(all) == expected);
        const std::vector<Contrast::Row> rows = all.rows();
        REQUIRE(rows.size() == sums.size());
        for (const Contrast::Row& row : rows) {
            const Sums& sum = sums.at(std::string(row.word));
            REQUIRE(row.count == sum.count);
            REQUIRE(row.documents == sum.documents);
        }
    }
}
