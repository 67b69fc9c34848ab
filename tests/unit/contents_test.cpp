// Tests of finding a table of contents: which lines are one, and which it confirms.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <string>

#include "draft_text.hpp"

using namespace analyze;
using namespace draft_text;

namespace {

/// "c" for a line of contents, "l" for what it lists, "." for the rest.
std::string shown(const std::string& text) {
    auto drafts = Grouped(text).drafts;
    mark_contents(text, drafts);
    std::string out;
    for (const Draft& draft : drafts)
        out += has(draft.block.cues, Cue::in_run)   ? 'c'
               : has(draft.block.cues, Cue::listed) ? 'l'
                                                    : '.';
    return out;
}

/// Which lines of blocks of one line each are rows of contents, by a plain map from line to place.
std::string shown_slowly(const std::vector<std::string>& lines) {
    const auto entry = [](std::string line) {  // "Ice ... 3" is "Ice", "Ice 3" is itself
        const std::size_t end = line.find_last_not_of("0123456789") + 1;
        const std::size_t name = line.find_last_not_of(" .", end - 1) + 1;
        return end < line.size() && end - name < 2 ? line : line.substr(0, name);
    };
    std::map<std::string, std::size_t> last;
    for (std::size_t i = 0; i < lines.size(); ++i) last[lines[i]] = i;
    std::string out(lines.size(), '.');
    std::vector<std::size_t> row, again;
    for (std::size_t i = 0; i <= lines.size(); ++i) {
        const auto found = i < lines.size() ? last.find(entry(lines[i])) : last.end();
        if (found != last.end() && found->second > i &&
            (again.empty() || found->second > again.back())) {
            row.push_back(i);
            again.push_back(found->second);
            continue;
        }
        if (row.size() >= 3 && again.front() >= i) {
            for (std::size_t k = 0; k < row.size(); ++k) {
                out[row[k]] = 'c';
                if (out[again[k]] == '.') out[again[k]] = 'l';
            }
        }
        row.clear();
        again.clear();
    }
    return out;
}

std::string sections(std::initializer_list<const char*> headings) {
    std::string out;
    for (const char* heading : headings) out += heading + kBody;
    return out;
}

}  // namespace

TEST_CASE("contents: lines in a row that stand again above text") {
    const std::string body = sections({"Tides", "Winds", "Ice"});
    CHECK(shown("Tides\n\nWinds\n\nIce\n\n" + body) == "cccl.l.l.");
    CHECK(shown("Contents\n\nTides\n\nWinds\n\nIce\n\n" + body) == "ccccl.l.l.");
    CHECK(shown("Tides\n\nWinds at sea\n\nIce\n\n" + sections({"TIDES", "WINDS AT SEA", "ICE"})) ==
          "cccl.l.l.");
    CHECK(shown("Tides ..... 3\n\nWinds . . . 12\n\nIce\t\t140\n\n" + body) == "cccl.l.l.");
}

TEST_CASE("contents: two lines are none, nor are lines in another order or that stand once") {
    CHECK(shown("Tides\n\nWinds\n\n" + sections({"Tides", "Winds"})) == std::string(6, '.'));
    CHECK(shown("Winds\n\nTides\n\nIce\n\n" + sections({"Tides", "Winds", "Ice"})).find('c') ==
          std::string::npos);
    CHECK(shown("Fog\n\nRain\n\nSnow\n\n" + sections({"Tides", "Winds", "Ice"})) ==
          std::string(9, '.'));
    CHECK(shown("").empty());
}

TEST_CASE("contents: a number at the end of a line is a page only behind a gap") {
    const std::string body = sections({"Route 1", "Route 2", "Route 3"});
    CHECK(shown("Route 1\n\nRoute 2\n\nRoute 3\n\n" + body) == "cccl.l.l.");
    CHECK(shown("Route 1 .. 4\n\nRoute 2 .. 5\n\nRoute 3 .. 6\n\n" + body) == "cccl.l.l.");
}

TEST_CASE("contents: random lines of few kinds are as in a slow reference") {
    std::mt19937 random(5);
    std::size_t rows = 0;
    for (int round = 0; round < 3000; ++round) {
        std::vector<std::string> lines;
        std::string text;
        const std::size_t count = 1 + random() % 30, kinds = 1 + random() % 40;
        for (std::size_t i = 0; i < count; ++i) {
            std::string line = "Tide of the day " + std::to_string(random() % kinds) + " on land";
            // Contents of what comes later now and then, so that there are rows.
            if (random() % 3 != 0)
                line = "Tide of the day " + std::to_string(i % kinds) + " on land";
            if (random() % 4 == 0) line += random() % 2 != 0 ? " ... 12" : " 7";
            lines.push_back(line);
            text += line + "\n\n";
        }
        INFO(text);
        const std::string expected = shown_slowly(lines);
        rows += expected.find('c') != std::string::npos;
        REQUIRE(shown(text) == expected);
    }
    CHECK(rows > 100);
}
