// Tests of finding the title: the first line that can be one, behind what stands above it on a page.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "draft_text.hpp"

using namespace analyze;
using namespace draft_text;

namespace {

/// The text of the title, "-" where there is none.
std::string title_of(const std::string& text) {
    auto [lines, layout, drafts] = Grouped(text);
    mark_front(text, drafts);
    mark_furniture(text, drafts);
    find_title(text, layout, drafts);
    for (const Draft& draft : drafts)
        if (draft.block.kind == BlockKind::title) return std::string(slice(text, draft.block.span));
    return "-";
}

}  // namespace

TEST_CASE("title: the first line where it has the form of one") {
    CHECK(title_of("Ferries Return" + kBody) == "Ferries Return");
    CHECK(title_of("Ferries Return\n\nBy Mara Ellis" + kBody) == "Ferries Return");
    CHECK(title_of("# Ferries Return" + kBody + "## Tides" + kBody) == "Ferries Return");
    CHECK(title_of("# Ferries Return" + kBody + "# Tides" + kBody) == "-");
    for (const char* line :
         {"ferries return", "Ferries return:", "Ferries, boats,",
          "The ferries have returned. They are full.", "12", "A bust of Ansel Orr"}) {
        CAPTURE(line);
        CHECK(title_of(line + kBody) == "-");
    }
    CHECK(title_of("") == "-");
    CHECK(title_of("Ferries Return") == "-");
}

TEST_CASE("title: two sentences where no stop ends the second, as headlines do") {
    const std::string two = "The ferries have returned. Here is why";
    CHECK(title_of(two + kBody) == two);
    CHECK(title_of(two + " it took them so long to come back to the bay" + kBody) == "-");
}

TEST_CASE("title: behind who publishes the text, where more stands before it begins") {
    const std::string report = "The Tides Of The Bay";
    for (const char* line :
         {"PORT ELLIS PARISH COUNCIL", "Office for Tides", "The Ellis Foundation for Bays",
          "IN THE SUPREME COURT OF THE BAY", "Journal of Tides 41 (2): 117", "Comune di Vennola",
          "Annals of Bays, vol. II", "Proceedings of the 9th Workshop", "TOWN OF ELLIS, BAY COUNTY",
          "Northern Bay Review, pp. 1-9", "Verein der Freunde"}) {
        CAPTURE(line);
        CHECK(title_of(line + ("\n\n" + report) + "\n\nMarch 2017" + kBody) == report);
        CHECK(title_of(line + ("\nChapter 61\n\n" + report) + "\n\nMarch 2017" + kBody) == report);
    }
    for (const char* line :
         {"Report of the Council", "The Price of Eels in a Port Town", "Council backs the bridge",
          "Annual Review", "A Walk in the City", "Council", "The School For Scandal",
          "The Secret Service", "Ghost Station", "Love Letters"}) {
        CAPTURE(line);
        CHECK(title_of(line + ("\n\n" + report) + "\n\nMarch 2017" + kBody) == line);
    }
    // What may be data, and is not; a second title.
    CHECK(title_of("Journal of Tides 41 (2)\n\nSand Bars: Their Shape\n\nMara Ellis" + kBody) ==
          "Sand Bars: Their Shape");
    CHECK(title_of("Ellis Council\n\nPresent: Ann Holm\n\nSand Bars Of The Bay\n\n2017" + kBody) ==
          "Sand Bars Of The Bay");
    CHECK(title_of("The Harbour Board\n\nA Story of the Bay\n\nMara Ellis" + kBody) ==
          "The Harbour Board");
    // A heading, or nothing else before the text.
    CHECK(title_of("Port Ellis Council\n\nHistory" + kBody) == "Port Ellis Council");
    CHECK(title_of("Port Ellis Council" + kBody) == "Port Ellis Council");
}

TEST_CASE("title: the lines right below it may say more of it, but not be text") {
    CHECK(title_of("Ferries Return\nA report\nTown of Port Ellis" + kBody) == "Ferries Return");
    for (const char* lines :
         {"Ferries Return\nThey are full.", "Ferries return\nto the bay", "Ferries\nBoats,\nNets",
          "Ferries\nBoats\nNets\nRopes\nSails", "[18:02] Mara\nFerries", "9:30 Ferries\nBoats"}) {
        CAPTURE(lines);
        CHECK(title_of(lines + kBody + kBody + kBody) == "-");
    }
}

TEST_CASE("title: a sentence with a full stop only above a byline") {
    CHECK(title_of("The ferries have returned.\n\nBy Mara Ellis" + kBody) ==
          "The ferries have returned.");
    CHECK(title_of("The ferries have returned." + kBody) == "-");
}

TEST_CASE("title: links, a slug and a kicker above a byline are furniture") {
    CHECK(title_of("Home\n\nNews\n\nFerries Return To Port Ellis\n\nBy Mara Ellis" + kBody) ==
          "Ferries Return To Port Ellis");
    CHECK(title_of("HARBOUR\n\nFerries Return To Port Ellis\n\nBy Mara Ellis" + kBody) ==
          "Ferries Return To Port Ellis");
    CHECK(title_of("BC-FERRIES-1ST\n\nFerries Return To Port Ellis\n\nBy Mara Ellis" + kBody) ==
          "Ferries Return To Port Ellis");
    CHECK(title_of("BC-BAY-FERRY, 1st Ld\n\nFerries Return To Port Ellis\n\nBy Mara Ellis" +
                   kBody) == "Ferries Return To Port Ellis");
    CHECK(title_of("Half-hour ferries\n\nReturn To Port Ellis\n\nBy Mara Ellis" + kBody) ==
          "Half-hour ferries");
}

TEST_CASE("title: above lines with a day, and behind the two columns of a memo") {
    CHECK(title_of("MINUTES OF THE MEETING\nHarbour Office\n4 May 2021, The Pier, 8 p.m." +
                   kBody) == "MINUTES OF THE MEETING");
    CHECK(title_of("Harbour Group                                            A. Holm\n"
                   "Request for Comments: 7                                Bay Works\n\n"
                   "                      The Lantern Protocol\n\n"
                   "   This memo provides information for the harbour, and it does not\n"
                   "   specify a standard of any kind. Its distribution is unlimited, and\n"
                   "   whoever reads it may hand it on.\n\n") == "The Lantern Protocol");
}

TEST_CASE("title: on the page of a book, a quotation, and behind the line of a page") {
    CHECK(title_of("The Ninth Signal\nA Novel\nN. K. Dray\n\nOne" + kBody) == "The Ninth Signal");
    CHECK(title_of("What The River Carried\na memoir\n\nOne" + kBody) == "What The River Carried");
    CHECK(title_of("\"A map is a promise\"\nOdile Brandt on mountains" + kBody) ==
          "\"A map is a promise\"");
    CHECK(title_of("\"A map is a promise\"" + kBody) == "-");
    CHECK(title_of("THE INLAND GROCER                       June 1, 1902\nThe Markets" + kBody) ==
          "The Markets");
}

TEST_CASE("title: right below the links of a page, or the kind of text") {
    CHECK(title_of("Home > Garden\nBees In Walls\n\nWhy It Helps" + kBody) == "Bees In Walls");
    CHECK(title_of("OPINION\nGive Us Our Benches\nRuben Alder" + kBody) == "Give Us Our Benches");
    CHECK(title_of("The Lamp Room\n\u2605\u2605\u2606\nDirector: S. Kivi. 104 minutes." + kBody) ==
          "The Lamp Room");
}

TEST_CASE("title: a salutation is none, nor is a place with a day") {
    CHECK(title_of("Dear readers" + kBody) == "-");
    CHECK(title_of("Port Ellis, 3 March 2024" + kBody) == "-");
    CHECK(title_of("What The Council Said On 3 March 2024" + kBody) != "-");
}

TEST_CASE("title: what a label or the front matter names stays the only one") {
    CHECK(title_of("Title: Ferries Return\n\nTides And Winds" + kBody) == "Ferries Return");
    CHECK(title_of("---\ntitle: Ferries Return\n---\n\nTides And Winds" + kBody) !=
          "Tides And Winds");
}
