// Tests of finding verse: stanzas of short lines, and what looks like them and is none.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "draft_text.hpp"

using namespace analyze;
using namespace draft_text;

namespace {

/// The kinds after joining, their first letters; v is verse.
std::string shown(const std::string& text) {
    auto drafts = Grouped(text).drafts;
    join_verse(text, drafts);
    return kinds_of(drafts);
}

const std::string kProse =
    "The harbour was dredged twice last year, and a third survey was made of its bed by the "
    "engineers of the port, who were in no hurry at all.\n";

}  // namespace

TEST_CASE("verse: a stanza is one block between its blank lines") {
    const std::string stanza =
        "The tide comes in beneath the pier,\nAnd all the boats are still,\n"
        "The lamps are lit from year to year\nUpon the harbour hill.\n";
    const std::string text = kProse + "\n" + stanza + "\n" + stanza + "\n" + kProse;
    CHECK(shown(text) == "pvvp");
    auto drafts = Grouped(text).drafts;
    join_verse(text, drafts);
    CHECK(slice(text, drafts[1].block.span) == stanza.substr(0, stanza.size() - 1));
    CHECK(drafts[1].end_line - drafts[1].first_line == 4);
}

TEST_CASE("verse: addresses, names in rows and short stanzas are none") {
    for (const char* block :
         {"Mara Ellis, Editor\nPort Ellis Press\nQuay Street, Port Ellis\nHarbour Region, North\n",
          "Boats at the pier,\nAnd all is still,\nUpon the hill.\n",
          "The tide comes in beneath the pier.\nAnd all the boats are still.\n"
          "The lamps are lit from year to year.\nUpon the harbour hill.\n",
          "the tide comes in beneath the pier,\nand all the boats are still,\n"
          "the lamps are lit from year to year\nupon the harbour hill.\n"}) {
        CAPTURE(block);
        CHECK(shown(kProse + "\n" + block + "\n" + kProse).find('v') == std::string::npos);
    }
    CHECK(shown("").empty());
}

TEST_CASE("verse: semicolons end lines too, and sentences may end inside a stanza") {
    CHECK(shown("I keep the key beneath the stone;\nthe stone beneath the thyme.\n"
                "I never lock the door, for none\nhas come in all this time.\n\n"
                "But should you come when I am out\nand find it shut by wind,\n"
                "then lift the thyme and feel about\nand let your coat be pinned\n") == "vv");
}

TEST_CASE("verse: lines and later stanzas may begin with small letters") {
    const std::string first =
        "The tide comes in beneath the pier,\nand all the boats are still,\n"
        "the lamps are lit from year to year\nupon the harbour hill\n";
    const std::string second =
        "of those who came and stayed a year\nand those who went away,\n"
        "who left the lamps upon the pier\nand said they could not stay.\n";
    CHECK(shown(kProse + "\n" + first + "\n" + second + "\n" + kProse) == "pvvp");
    CHECK(shown(first + "\n" + second) == "vv");
    CHECK(shown(kProse + "\n" + second + "\n" + kProse).find('v') == std::string::npos);
}

TEST_CASE("verse: further stanzas need no commas") {
    const std::string first =
        "The tide comes in beneath the pier,\nand all the boats are still,\n"
        "the lamps are lit from year to year\nupon the harbour hill\n";
    const std::string second =
        "Now the rope and the packet\nwith its painted gull\n"
        "lie on the bench. The frost\nhas come and gone again.\n";
    CHECK(shown(first + "\n" + second) == "vv");
    CHECK(shown(second + "\n" + second).find('v') == std::string::npos);
}

TEST_CASE("verse: very many lines that could be some cost no more than each its share") {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += "The lake is calm\n";
    CHECK(shown(text) == std::string(100000, 'p'));
    // Half a minute if every line looked for the end of the stanza anew.
}
