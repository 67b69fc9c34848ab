// Tests of believing numbers: sequences that hold and have text between them, and lists that do not.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "draft_text.hpp"

using namespace analyze;
using namespace draft_text;

namespace {

/// "H" for each heading that its number makes, "." for the rest.
std::string believed(const std::string& text) {
    auto [lines, layout, drafts] = Grouped(text);
    believe_numbers(layout, drafts);
    std::string out;
    for (const Draft& draft : drafts) {
        const bool heading = draft.block.kind == BlockKind::heading;
        CHECK(heading == has(draft.block.cues, Cue::numbered));
        out += heading ? 'H' : '.';
    }
    return out;
}

/// Each of these lines with a paragraph below it.
std::string with_bodies(std::initializer_list<const char*> lines) {
    std::string out;
    for (const char* line : lines) out.append(line).append(kBody);
    return out;
}

}  // namespace

TEST_CASE("sequences: numbers that go on with text between them are headings") {
    CHECK(believed("").empty());
    CHECK(believed(with_bodies({"1. Tides", "2. Boats", "3. Nets"})) == "H.H.H.");
    CHECK(believed("1. Tides\n2. Boats\n3. Nets") == "...");
    CHECK(believed(with_bodies({"I. Tides", "II. Boats"})) == "H.H.");
    CHECK(believed(with_bodies({"A. Tides", "B. Boats", "C. Nets"})) == "H.H.H.");
    CHECK(believed(with_bodies({"1. Tides"})) == "H.");  // alone, but set off
    CHECK(believed("1. Tides\nThe harbour was closed in the winter.") == "..");
    // More than half of the members have a body.
    CHECK(believed("1. Tides\n\n2. Boats" + kBody + "3. Nets" + kBody) == "HH.H.");
    CHECK(believed("1. Tides\n\n2. Boats" + kBody) == "...");
}

TEST_CASE("sequences: sections are counted on through the parts of a text") {
    CHECK(believed(with_bodies({"PART I", "1. Tides", "2. Boats", "PART II", "3. Nets"})) ==
          "H.H.H.H.H.");
    CHECK(believed(with_bodies({"PART I", "1. Tides", "2. Boats", "PART II", "4. Nets"})) ==
          "H.H.H.H...");
}

TEST_CASE("sequences: numbers that count down to one") {
    CHECK(believed(with_bodies({"3. Tides", "2. Boats", "1. Nets"})) == "H.H.H.");
    CHECK(believed(with_bodies({"2. Boats", "1. Nets"})) == "..H.");
    CHECK(believed(with_bodies({"4. Tides", "3. Boats", "2. Nets"})) == "......");
    CHECK(believed(with_bodies({"4. Tides", "2. Boats", "1. Nets"})) == "....H.");
}

TEST_CASE("sequences: a noun with its number may end with a stop, or stand below the first line") {
    CHECK(believed(with_bodies({"Section 1. Hours.", "Section 2. Levels."})) == "H.H.");
    CHECK(believed(with_bodies({"1. Hours.", "2. Levels."})) == "....");
    CHECK(believed("A Childhood\nChapter Four: The Winter" + kBody) == ".H.");
    CHECK(believed("A Childhood\n4. The Winter" + kBody) == "...");
}

TEST_CASE("sequences: a number by itself stands between blank lines") {
    CHECK(believed(with_bodies({"1", "2", "3"})) == "H.H.H.");
    CHECK(
        believed(kBody + "1\nThe boat leaves.\n\n2\nThe boat is back.\n\n3\nThe lamps are lit.") ==
        ".......");
}

TEST_CASE("sequences: a number may stand right below the one that it is part of") {
    CHECK(believed(with_bodies({"1 Tides", "2 Boats\n2.1 Sails", "2.2 Oars"})) == "H.HH.H.");
    CHECK(believed(with_bodies({"1 Tides", "2 Boats\n1.1 Sails"})) == "H.H..");
}

TEST_CASE("sequences: a number without the one before it is no number") {
    CHECK(believed(with_bodies({"2. Boats", "3. Nets"})) == "....");
    CHECK(believed(with_bodies({"1. Tides", "3. Nets"})) == "H...");
    CHECK(believed(with_bodies({"1. Tides", "1.1 Springs", "1.2 Neaps", "2. Boats"})) ==
          "H.H.H.H.");
    CHECK(believed(with_bodies({"1. Tides", "2.1 Springs"})) == "H...");
    CHECK(believed(with_bodies({"1. Tides", "1.1 Springs", "2. Boats", "1.2 Neaps"})) ==
          "H.H.H...");                                      // 1 is over
    CHECK(believed(with_bodies({"3.7 Springs"})) == "..");  // a version
    CHECK(believed(with_bodies({"1. Tides", "2. Boats", "1. Nets", "2. Ropes"})) == "H.H.H.H.");
    // With a noun any number is one.
    CHECK(believed(with_bodies({"Chapter 7"})) == "H.");
    CHECK(believed(with_bodies({"Chapter 7: Tides", "Chapter 9: Boats"})) == "H.H.");
}

TEST_CASE("sequences: a letter that is also Roman goes on with the letters") {
    CHECK(believed(with_bodies({"G. Tides", "H. Boats"})) == "....");
    CHECK(believed(with_bodies({"A. a", "B. b", "C. c", "D. d", "E. e", "F. f", "G. g", "H. h",
                                "I. i", "J. j"})) == "H.H.H.H.H.H.H.H.H.H.");
    CHECK(believed(with_bodies({"I. Tides", "A. Springs", "B. Neaps", "II. Boats"})) == "H.H.H.H.");
}

TEST_CASE("sequences: members must look like headings, all but a third") {
    CHECK(believed(with_bodies({"1. Tides.", "2. Boats.", "3. Nets."})) == "......");
    CHECK(believed(with_bodies({"1. Tides", "2. Boats.", "3. Nets"})) == "H...H.");
    CHECK(believed(with_bodies({"1. Tides", "2. Boats."})) == "....");
    CHECK(believed(with_bodies({"1) Tides", "2) Boats"})) == "H.H.");
    CHECK(believed(with_bodies({"a) Tides", "b) Boats"})) == "....");
    CHECK(believed(with_bodies({"1 Tides"})) == "..");
    CHECK(believed(with_bodies({"1. Tides:", "2. Boats:"})) == "....");
    CHECK(believed(with_bodies({"1. TIDES:", "2. BOATS:"})) == "H.H.");
    CHECK(believed(with_bodies({"1.", "2."})) == "H.H.");
    CHECK(believed(with_bodies({"A.", "B."})) == "....");
    const std::string longest = "1. " + std::string(147, 'x');
    CHECK(believed(longest + kBody + "2. Boats" + kBody) == "H.H.");
    CHECK(believed(longest + "x" + kBody + "2. Boats" + kBody) == "....");
}

TEST_CASE("sequences: hostile numbers end") {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += std::to_string(i % 7) + ".1 x\n\n";
    CHECK(believed(text).size() == 100000);
}
