// Tests that one text counted on many threads has the counts that one thread gives.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <filesystem>

#include "analyze/analysis/word_counter.hpp"
#include "analyze/base/error.hpp"
#include "analyze/text/source.hpp"
#include "scratch_folder.hpp"

using namespace analyze;
using namespace scratch_folder;

namespace {

using Row = std::tuple<std::string, std::uint64_t, std::uint64_t>;

std::vector<Row> rows_of(WordCounter& counter) {
    std::vector<Row> rows;
    for (const WordCount& row : counter.table().ranked())
        rows.emplace_back(row.word, row.count, row.documents);
    return rows;
}

std::string lines(int first, int last) {
    std::string text;
    for (int i = first; i < last; ++i)
        text += "Word" + std::to_string(i % 97) + " the Stra\xC3\x9F" + "e's caf\xC3\xA9 " +
                std::to_string(i % 13) + ",5\n";
    return text;
}

}  // namespace

TEST_CASE("counting on threads: one text's counts and document frequencies are the same") {
    const Folder folder;
    const std::string first = folder / "first", second = folder / "second";
    put(first, lines(0, 900));
    std::string flat;  // without white space
    for (int i = 0; i < 300; ++i) flat += i % 3 == 0 ? "湖岸的新桥。" : "三月开放！";
    put(second, lines(50, 70) + flat);
    std::vector<Row> alone;
    for (const unsigned threads : {1U, 2U, 3U, 8U}) {
        for (const std::size_t piece : {50U, 1000U, 1U << 20}) {
            WordCounter counter({});
            for (const std::string& file : {first, second}) {
                TextStream stream(file, {}, piece, Cuts::stops_too);
                counter.add(stream, threads);
                counter.end_document();
                CHECK(stream.file_size() == std::filesystem::file_size(file));
            }
            if (alone.empty()) alone = rows_of(counter);
            CAPTURE(threads, piece);
            CHECK(rows_of(counter) == alone);
            CHECK(counter.table().documents() == 2);
        }
    }
    CHECK(alone.at(0) == Row{"caf\xC3\xA9", 920, 2});
}

TEST_CASE("counting on threads: a text that fails is taken back as a whole") {
    const Folder folder;
    const std::string whole = folder / "whole", broken = folder / "broken";
    put(whole, lines(0, 20));
    put(broken, lines(0, 900) + "\xFF" + lines(0, 900));
    DecodeOptions options;
    options.invalid = InvalidPolicy::error;
    options.decision_bytes = 100;
    WordCounter counter({});
    for (int turn = 0; turn < 2; ++turn) {
        TextStream stream(broken, options, 100);
        CHECK_THROWS_AS(counter.add(stream, 4), Error);
        counter.discard_document();
        TextStream good(whole, {}, 100);
        counter.add(good, 4);
        counter.end_document();
    }
    CHECK(rows_of(counter).at(0) == Row{"caf\xC3\xA9", 40, 2});
}
