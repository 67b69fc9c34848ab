// Tests of finding a table of contents: which lines are one, and which it confirms.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
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
