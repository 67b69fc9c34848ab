// Tests of finding the metadata at the head of a text: how far down, after what, and splitting.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "draft_text.hpp"

using namespace analyze;
using namespace draft_text;

namespace {

/// The first letters of the kinds after mark_front: t, m, p, h …
std::string kinds(const std::string& text) {
    auto drafts = Grouped(text).drafts;
    mark_front(text, drafts);
    return kinds_of(drafts);
}

}  // namespace

TEST_CASE("front blocks: labels stand above the body, unknown ones below known ones") {
    CHECK(kinds("Title: Ferries\nAuthor: Ann Holm\nTags: bay" + kBody) == "tmmp");
    CHECK(kinds("Tags: bay" + kBody) == "pp");
    CHECK(kinds("Author: Ann Holm\n\nTags: bay" + kBody) == "mpp");
    CHECK(kinds("Ferries" + kBody + "\n\nAuthor: Ann Holm") == "ppp");
    CHECK(kinds("") == "");
}

TEST_CASE("front blocks: one byline, dates also just below it") {
    CHECK(kinds("Ferries\n\nBy Ann Holm\n\nMarch 3, 2024" + kBody) == "pmmp");
    CHECK(kinds("Ferries\n\nBy Ann Holm\n\nBy Peter Lind" + kBody) == "pmpp");
    CHECK(kinds("Ferries\n\nby Ann Holm" + kBody) == "pmp");
    CHECK(kinds("Ferries\n\nby the harbour" + kBody) == "ppp");
    CHECK(kinds("Ferries" + kBody + "\n\nBy Ann Holm") == "ppp");
    CHECK(kinds("Ferries" + kBody + "\n\nMarch 3, 2024") == "ppm");
    // Not names, but between a title and a date.
    CHECK(kinds("Ferries\n\nBy the harbour office staff writers\n\nMarch 3, 2024" + kBody) ==
          "pmmp");
    CHECK(kinds("Ferries\n\nBy the harbour office of the town: a story" + kBody) == "ppp");
    CHECK(kinds("Ferries\nAnn Holm\nMarch 3, 2024" + kBody) == "pmmp");
    CHECK(kinds("Ferries\nAnn Holm\n5 min read" + kBody) == "pmpp");
    CHECK(kinds("Ferries\nAnn Holm" + kBody) == "ppp");
    CHECK(kinds("Ferries\n\nAnn Holm\n\nMarch 3, 2024" + kBody) == "ppmp");
}

TEST_CASE("front blocks: names with initials, other verbs, and for whom the author writes") {
    CHECK(kinds("Ferries\nA. Holm, P. Lind and E. Berg\nHarbour Office" + kBody) == "pmpp");
    CHECK(kinds("Ferries\nA. Boats and nets" + kBody) == "plp");
    CHECK(kinds("Ferries\n\nTested by Ann Holm" + kBody) == "pmp");
    CHECK(kinds("Ferries\n\nTested by experts" + kBody) == "ppp");
    CHECK(kinds("Ferries\n\nPosted on 3 March 2024 by Ann Holm" + kBody) == "pmp");
    CHECK(kinds("Ferries\n\nBy Ann Holm\nBay News Service" + kBody) == "pmmp");
    CHECK(kinds("Ferries\n\nBy Ann Holm\n\nBay News Service" + kBody) == "pmpp");
    CHECK(kinds("Ferries\n\nBy Ann Holm\nA story in two parts" + kBody) == "pmpp");
}

TEST_CASE(
    "front blocks: a byline right below the title, who wrote without a name, several credits") {
    CHECK(kinds("Ferries\nby Ann Holm" + kBody) == "pmp");
    CHECK(kinds("Ferries\nby the harbour" + kBody) == "ppp");
    CHECK(kinds("Ferries\nBy a staff reporter" + kBody) == "pmp");
    CHECK(kinds("Ferries\n\nBy our own correspondent" + kBody) == "pmp");
    CHECK(kinds("Ferries\n\nBy a passing reporter" + kBody) == "ppp");
    CHECK(kinds("Ferries\n\nWords by Ann Holm \u2014 Pictures by Eva Berg" + kBody) == "pmp");
    CHECK(kinds("Ferries\nBay News\n3 March 2024\nBy Ann Holm" + kBody) == "ppmmp");
    CHECK(kinds("Ferries\n3 March 2024 | 6 min read" + kBody) == "pmp");
    CHECK(kinds("Ferries\n3 March 2024 | the pier" + kBody) == "ppp");
}

TEST_CASE("front blocks: a dateline on a line of its own") {
    CHECK(kinds("Ferries\nPORT ELLIS, March 3 (NPA)" + kBody) == "pmp");
    CHECK(kinds("Ferries\nPORT ELLIS, March 3 -" + kBody) == "pmp");
    CHECK(kinds("Ferries\nPORT ELLIS, March 3 (NPA) \u2014" + kBody) == "pmp");
    CHECK(kinds("Ferries\nPORT ELLIS (NPA)" + kBody) == "ppp");
    CHECK(kinds("LESSON PLAN - Measuring time" + kBody) == "pp");
    CHECK(kinds("Ferries\nPort Ellis, March 3 (NPA)" + kBody) == "ppp");
}

TEST_CASE("front blocks: a place and a day below the title") {
    CHECK(kinds("Ferries\n\nPort Ellis, 3 March" + kBody) == "pmp");
    CHECK(kinds("Ferries\n\nPort Ellis, March 3, 2024" + kBody) == "pmp");
    CHECK(kinds("Port Ellis, 3 March" + kBody) == "pp");
    CHECK(kinds("Ferries" + kBody + "\n\nPort Ellis, 3 March") == "ppp");
    for (const char* line : {"The harbour, 3 March", "Port Ellis, 3 boats",
                             "Port Ellis, 3 March again", "Town of Port Ellis, 3 March"}) {
        CAPTURE(line);
        CHECK(kinds(std::string("Ferries\n\n") + line + kBody) == "ppp");
    }
    CHECK(kinds("Ferries\n\nWords by Ann Holm\nPictures by Eva Berg" + kBody) == "pmmp");
}

TEST_CASE("front blocks: a byline in another language needs a whole name and a place of its own") {
    CHECK(kinds("Bacs\n\nPar Luc Bonnet\n\nPubli\u00E9 le 3 mai 2021" + kBody) == "pmmp");
    CHECK(kinds("Bacs\nVon Eva Berg\n3. Mai 2021" + kBody) == "pmmp");
    CHECK(kinds("Bacs\n\nPor Ana Ruiz" + kBody) == "pmp");
    CHECK(kinds("Bacs\n\ndi Anna Ferrante" + kBody) == "pmp");
    CHECK(kinds("Bacs\n\ndi notte Anna" + kBody) == "ppp");
    CHECK(kinds("Bacs\nPor Ana Ruiz" + kBody) == "ppp");
    CHECK(kinds("Bacs\n\nVon Trapp" + kBody) == "ppp");  // one name
    CHECK(kinds("Bacs\n\nPar la suite" + kBody) == "ppp");
    CHECK(kinds("Par Luc Bonnet\n\nBacs" + kBody) == "ppp");
    CHECK(kinds("Bacs" + kBody + "\n\nPar Luc Bonnet" + kBody) == "pppp");
}

TEST_CASE("front blocks: an opening is split off its paragraph") {
    const std::string text =
        "Ferries\n\nPORT ELLIS, March 3 (NPA) \u2014 The ferry left. It is late.";
    auto drafts = Grouped(text).drafts;
    mark_front(text, drafts);
    REQUIRE(drafts.size() == 3);
    CHECK(slice(text, drafts[1].block.span) == "PORT ELLIS, March 3 (NPA) \u2014");
    CHECK(drafts[1].block.kind == BlockKind::metadata);
    CHECK(slice(text, drafts[2].block.span) == "The ferry left. It is late.");
    CHECK(drafts[2].block.kind == BlockKind::paragraph);
    CHECK(drafts[2].blank_before);
    CHECK(drafts[2].shape.words == 6);
    CHECK(kinds("date 2024-03-15 The lead of it.") == "mp");
    CHECK(kinds("date 2024-03-15") == "m");
    // One dateline; after the body has begun only a sure one.
    CHECK(kinds("PORT ELLIS \u2014 The ferry left.\n\nPORT ANN (NPA) \u2014 Another left.") ==
          "mpp");
    CHECK(kinds("A" + kBody + "\n\nPORT ELLIS \u2014 The ferry left.") == "ppp");
    CHECK(kinds("A" + kBody + "\n\nPORT ELLIS (NPA) \u2014 The ferry left.") == "ppmp");
}

TEST_CASE("front blocks: metadata is looked for in eighteen blocks") {
    const auto below = [](int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += "Words\n\n";
        return kinds(text + "March 3, 2024").back();
    };
    CHECK(below(17) == 'm');
    CHECK(below(18) == 'p');
}
