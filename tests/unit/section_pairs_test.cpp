// Tests of sections side by side: by which headings they are known, and what they share.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/section_pairs.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace analyze;

namespace {

struct Added {
    Side side;
    const char* heading;
    const char* words;
};
/// Texts of one section each, but for the empty ones that make its number.
void add(SectionPairs& pairs, const Added& added, std::uint32_t place) {
    SectionWords text;
    text.sections.resize(place + 1);
    for (std::uint32_t i = 0; i < place; ++i)
        text.sections[i].heading = "before " + std::to_string(i);
    text.sections[place].heading = added.heading;
    for (const char* c = added.words; *c != 0; ++c)
        text.sections[place].words.push_back(text.keys.find_or_add({c, 1}));
    pairs.add(added.side, text);
}

}  // namespace

TEST_CASE("a heading is known without its case, its blanks and its own number") {
    for (const char* heading : {"The Costs", "2. The costs", "2.1 THE COSTS", "The \n  Costs",
                                "IV. The costs", "(a) the costs", "3 The Costs"}) {
        CAPTURE(heading);
        CHECK(heading_key(heading) == "the costs");
    }
    CHECK(heading_key("") == "");
    CHECK(heading_key("1.2") == "1.2");  // nothing else is left
    CHECK(heading_key("2019 Results") == "2019 results");
    CHECK(heading_key("Kosten im Überblick") == "kosten im überblick");
}

TEST_CASE("what two sections share is counted word by word") {
    SectionPairs sections;
    SectionWords before, after;
    const auto put = [](SectionWords& text, const char* heading, std::string_view words) {
        SectionWords::Section& section = text.sections.emplace_back();
        section.heading = heading;
        for (const char& c : words) section.words.push_back(text.keys.find_or_add({&c, 1}));
    };
    put(after, "", "");
    put(after, "Costs", "aabc");
    put(before, "", "");
    put(before, "Harbour", "xyz");
    put(before, "1 COSTS", "abbd");
    sections.add(Side::target, after);
    sections.add(Side::reference, before);
    const std::vector<SectionPair> pairs = sections.pairs();
    REQUIRE(pairs.size() == 3);
    CHECK(pairs[0].heading.empty());
    CHECK(pairs[0].similarity() == 1);
    CHECK(pairs[1].heading == "1 COSTS");
    CHECK(pairs[1].words == std::array<std::uint64_t, 2>{4, 4});
    CHECK(pairs[1].shared == 2);  // one a, one b
    CHECK(pairs[1].similarity() == 0.5);
    CHECK(pairs[2].heading == "Harbour");
    CHECK(pairs[2].similarity() == 0);
    CHECK(pairs[2].sections == std::array<std::uint64_t, 2>{0, 1});
}

TEST_CASE("the order in which texts are added does not matter for their sections") {
    std::vector<std::pair<Added, std::uint32_t>> added{{{Side::target, "B", "aab"}, 3},
                                                       {{Side::target, "b", "bc"}, 1},
                                                       {{Side::reference, "1. B", "abc"}, 4},
                                                       {{Side::target, "A", "q"}, 1}};
    std::string expected;
    for (int turn = 0; turn < 4; ++turn) {
        SectionPairs sections;
        for (const auto& [one, place] : added) add(sections, one, place);
        std::string shown;
        for (const SectionPair& pair : sections.pairs())
            if (!pair.heading.starts_with("before"))
                shown += pair.heading + ' ' + std::to_string(pair.sections[0]) +
                         std::to_string(pair.sections[1]) + ' ' + std::to_string(pair.shared) + ' ';
        if (expected.empty()) expected = shown;
        CHECK(shown == expected);
        std::rotate(added.begin(), added.begin() + 1, added.end());
    }
    CHECK(expected == "A 10 0 1. B 21 3 ");
}
