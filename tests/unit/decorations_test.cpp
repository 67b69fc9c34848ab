// Tests of believing the signs around lines: which are headings, and which are items, code or prose.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "draft_text.hpp"

using namespace analyze;
using namespace draft_text;

namespace {

/// The headings after believe_decorations, with bars between them.
std::string heads(const std::string& text) {
    auto [lines, layout, drafts] = Grouped(text);
    believe_decorations(text, layout, drafts);
    std::string out;
    for (const Draft& draft : drafts)
        if (draft.block.kind == BlockKind::heading && draft.mark == Mark::frame)
            out.append(slice(text, draft.block.span)).append("|");
    return out;
}

/// Lines above text, with these signs before and behind.
std::string signed_lines(const std::string& before, const std::string& after) {
    std::string out = kBody;
    for (const char* words : {"Tides", "Boats and nets"}) out += before + words + after + kBody;
    return out;
}

}  // namespace

TEST_CASE("decorations: the same signs around lines above text, whatever they are") {
    for (const char* before :
         {"!! ", "+ ", ">>> ", "[", "; ", "% ", "@", "-- ", "\u2022 ", "\u25A0 ", "| ", "- "}) {
        CAPTURE(before);
        CHECK(heads(signed_lines(before, "")) == "Tides|Boats and nets|");
    }
    CHECK(heads(signed_lines("[", "]")) == "Tides|Boats and nets|");
    CHECK(heads(signed_lines("-- ", " --")) == "Tides|Boats and nets|");
    CHECK(heads(signed_lines("", " ----------")) == "Tides|Boats and nets|");
    CHECK(heads("").empty());
}

TEST_CASE("decorations: one line is not enough, nor other signs") {
    CHECK(heads("!! Tides" + kBody).empty());
    CHECK(heads("!! Tides" + kBody + "+ Boats" + kBody).empty());
    CHECK(heads("! Tides" + kBody + "!! Boats" + kBody).empty());
    CHECK(heads("[Tides]" + kBody + "[Boats" + kBody).empty());
}

TEST_CASE("decorations: items, sentences, code and small letters are no headings") {
    CHECK(heads(kBody + "- Tides\n- Boats\n- Nets" + kBody).empty());
    CHECK(heads(signed_lines("- ", ".")).empty());
    CHECK(heads(signed_lines("- ", ",")).empty());
    CHECK(heads(signed_lines("- the ", "")).empty());
    CHECK(heads(signed_lines("{: .", "}")).empty());
    CHECK(heads(signed_lines("", " --")).empty());
    CHECK(heads(signed_lines("", "...........")).empty());
    // Most lines with the signs must stand above text.
    CHECK(heads("- Ice\n- Fog\n- Ebb" + signed_lines("- ", "")).empty());
    // Numbers are read elsewhere.
    CHECK(heads("#1: Tides" + kBody + "#2: Boats" + kBody).empty());
}
