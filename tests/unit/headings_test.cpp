// Tests of deciding which drafts are headings and titles: cues, forms that go together, levels.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "../../src/text/heading_words.hpp"
#include "draft_text.hpp"

using namespace analyze;
using namespace draft_text;

namespace {

std::vector<Draft> decided(const std::string& text) {
    auto [lines, layout, drafts] = Grouped(text);
    believe_numbers(layout, drafts);
    decide_headings(text, layout, drafts);
    return drafts;
}

/// "t" for the title, the level of a heading, "." for the rest.
std::string show(const std::string& text) {
    std::string out;
    for (const Draft& draft : decided(text)) {
        const BlockKind kind = draft.block.kind;
        out += kind == BlockKind::title     ? "t"
               : kind == BlockKind::heading ? std::to_string(draft.block.level)
                                            : ".";
    }
    return out;
}

/// A title and each of these lines with a paragraph below it.
std::string under(std::initializer_list<const char*> lines) {
    std::string out = "Bay Tides" + kBody;
    for (const char* line : lines) out.append(line).append(kBody);
    return out;
}

}  // namespace

TEST_CASE("headings: capitals with a full stop where there are several, set off") {
    const std::string head = "DISASTROUS FIRE AT A MILL." + kBody;
    CHECK(show(head + "THE CAUSE OF IT." + kBody + "THE LOSS." + kBody) == "t.1.1.");
    CHECK(show("Bay Tides" + kBody + "THE LOSS." + kBody) == "t...");
}

TEST_CASE("headings: terms of one sentence each are defined, reports of several are not") {
    const auto terms = [](const std::string& body) {
        std::string out = "In Brief\n\n";
        for (const char* term : {"Boat found", "Pier open", "Nets sold", "Tide low"})
            out.append(term).append("\n").append(body).append("\n\n");
        return show(out);
    };
    const std::string sentence =
        "The harbour office said that it had been seen near the pier in the early morning";
    CHECK(terms(sentence + ".") == "t........");
    CHECK(terms(sentence + ". A boat went out at once.") == "t1.1.1.1.");
}

TEST_CASE("headings: the sections of a chapter by itself, and its name below its number") {
    CHECK(show("Bay" + kBody + "3.1 Winds" + kBody + "3.2 Tides" + kBody +
               "3.3 Boats\n\n3.3.1 Nets" + kBody + "3.3.2 Oars" + kBody) == "t.1.1.12.2.");
    CHECK(show("CHAPTER I.\n\nThe Pier" + kBody + "CHAPTER II.\n\nThe Mule" + kBody) == "11.11.");
    CHECK(show("Bay" + kBody + "1 Winds" + kBody + "2 Tides\n2.1 Spring\nThe tide is high.\n" +
               "2.2 Neap\nThe tide is low" + kBody + "3 Boats" + kBody) == "t.1.12.2..1.");
}

TEST_CASE("headings: numbers with a nought, in words, in the middle, and the names below them") {
    CHECK(show("Bay" + kBody + "1.0 Winds" + kBody + "1.1 Spring" + kBody + "2.0 Tides" + kBody) ==
          "t.1.2.1.");
    CHECK(show("PART THE FIRST\nThe Pier" + kBody + "PART THE SECOND\nThe Mule" + kBody) ==
          "11.11.");
    CHECK(show("Part the Bay" + kBody + "Part the Second" + kBody).substr(0, 1) == "t");
    std::string wrapped = "The Case" + kBody;
    for (const char* number : {"I.", "II.", "III."})
        wrapped += "\n                              " + std::string(number) +
                   "\n\nThe question is who must bear the loss of what was in the\n"
                   "warehouse. We review it anew and find as the court below did,\n"
                   "for another reason.\n";
    CHECK(show(wrapped) == "t.1.1.1.");
}

TEST_CASE("headings: names with a full stop, set off above paragraphs, where there are several") {
    const std::string soup = kBody + "Pea Soup." + kBody, cake = "Poor Man's Cake." + kBody;
    CHECK(show("The Kitchen" + soup + cake + "Rice Pudding." + kBody) == "t.1.1.1.");
    CHECK(show("The Kitchen" + soup + cake).find('1') == std::string::npos);
    std::string said = "The Kitchen" + kBody;
    for (int i = 0; i < 4; ++i) said += "Pete said." + kBody;
    CHECK(show(said).find('1') == std::string::npos);
}

TEST_CASE("headings: long lines in title case, where there are several, however they end") {
    const std::vector<const char*> lines{
        "What Has Been Going On with the Ferries and the Harbour Since the Last Survey of the Bay?",
        "Can You Tell Me What Makes You Most Proud About the Work That Was Done Before I Came "
        "Here?",
        "We Charted the Ups and Downs as the Owner of the Pier for Three Years in a Row.",
        "Are There Any Good Examples of Boats That Nobody Else Would Have Taken Out at Night?"};
    std::string text = "Bay Tides" + kBody;
    for (const char* line : lines) text.append(line).append("\n\nYes, I think so." + kBody);
    CHECK(show(text) == "t.1..1..1..1..");
    std::string sources = "Bay Tides" + kBody;
    for (const char* name : {"Holm", "Berg", "Lind", "Ruiz"})
        sources.append(name)
            .append(", A. (2008). Tides and Winds (7th ed.). Bay Press.")
            .append(kBody);
    CHECK(show(sources).find('1') == std::string::npos);
}

TEST_CASE("headings: what a chapter tells of, and a question at the end of a scene, are none") {
    CHECK(show(under({"Springs", "The packet -- First view of it -- A landing", "Neaps"})) ==
          "t.1...1.");
    CHECK(show(under({"Springs", "A nurse put her head in. \"Mr. Hale?\"", "Neaps"})) ==
          "t.1...1.");
    CHECK(show(under({"Springs", "A nurse asked \"Mr Hale?\"", "Neaps"})) == "t.1...1.");
}

TEST_CASE("headings: a colon that leads to what someone said") {
    const std::string said = "\n\n\u201CI have not seen it since. Why wait in the cold?\u201D\n\n";
    CHECK(show("Bay Tides" + kBody + "On boats:" + said + "On nets:" + said).find('1') ==
          std::string::npos);
    CHECK(show("Bay Tides" + kBody + "On boats:" + kBody + "On nets:" + kBody) == "t.1.1.");
}

TEST_CASE(
    "headings: figures before the text begins are data, a heading in capitals stands on a table") {
    CHECK(show("Barley Soup\n\nServes 4\nReady in 50 minutes" + kBody + "Method" + kBody) ==
          "t...1.");
    const std::string table = "\nChair     R. Holm\nClerk     M. Berg\nBoats     G. Lind\n\n";
    CHECK(show("Minutes" + kBody + "OFFICERS" + table + "BOATS" + kBody) == "t.1.1.");
    CHECK(show("Minutes" + kBody + "The officers" + table + "Boats" + kBody) == "t..1.");
}

TEST_CASE("headings: the first block is a title where it looks like one") {
    CHECK(show("").empty());
    CHECK(show("Bay Tides") == ".");  // nothing follows
    CHECK(show("Bay Tides" + kBody) == "t.");
    CHECK(show("# Bay Tides" + kBody + "## Springs" + kBody) == "t.1.");
    CHECK(show("# Bay Tides" + kBody + "# Springs" + kBody) == "1.1.");
    CHECK(show("## Bay Tides" + kBody) == "1.");
    CHECK(show("* * *\n\nBay Tides" + kBody) == ".t.");
    for (const char* line :
         {"The ferry has left.", "bay tides", "Bay tides:", "Bay tides,", "- bay",
          "It ends. Another begins now.", "\u201CIt is late\u201D", "12 345"}) {
        CAPTURE(line);
        CHECK(show(line + kBody)[0] != 't');
    }
    const std::string front = "---\ntitle: Bay\n---\n\n";
    CHECK(show(front + "Bay Tides" + kBody) == ".1.");
    CHECK(show(front + "# Bay Tides" + kBody) == ".t.");
}

TEST_CASE("headings: parts of a text that have a name, however it is written") {
    for (const char* line : {"References", "REFERENCES", "See also:", "Authors' Addresses",
                             "Authors\u2019 Addresses", "Résumé", "Литература", "ЛИТЕРАТУРА"}) {
        CAPTURE(line);
        CHECK(names_section(line));
    }
    for (const char* line : {"R", "Reference", "See also the notes", "Literatures"}) {
        CAPTURE(line);
        CHECK_FALSE(names_section(line));
    }
}

TEST_CASE("headings: who speaks once is no heading among those who speak again") {
    std::string play = "Bay Tides" + kBody;
    for (const char* name : {"MARA", "ELLIS", "MARA", "ELLIS", "POSTMAN", "MARA"})
        play.append(name).append("\nThe harbour was closed in the winter.\n\n");
    CHECK(show(play).find('1') == std::string::npos);
}

TEST_CASE("headings: where they stand right above their text, lines between blank lines are none") {
    std::string text = "Bay Tides" + kBody;
    for (const char* heading : {"Springs", "Neaps", "Floods and ebbs"})
        text.append(heading).append(
            "\nNobody left the harbour in the winter of that year, and the nets hung dry until the "
            "spring.\n\n");
    CHECK(show(text) == "t.1.1.1.");
    CHECK(show(text + "The pier at low water" + kBody) == "t.1.1.1...");
}

TEST_CASE("headings: names of parts need no number, nor text below them") {
    CHECK(show(under({"1 Springs", "2 Neaps", "References"})) == "t.1.1.1.");
    CHECK(show(under({"1 Springs", "2 Neaps", "Harbours"})) == "t.1.1.1.");
    CHECK(show(under({"Springs", "Neaps"}) + "See also\nBay of Ellis\nFloods") == "t.1.1.1..");
    CHECK(show(under({"Springs", "Neaps"}) + "Harbours\nBay of Ellis\nFloods") == "t.1.1....");
}

TEST_CASE("headings: releases in a list of changes, whatever their order") {
    CHECK(show(under({"1.4 (2019-03-02)", "1.3 (2018-08-19)", "v1.2.1"})) == "t.1.1.1.");
    CHECK(show(under({"[1.4] - 2019-03-02", "Version 1.2"})) == "t.1.1.");
    CHECK(show(under({"1.4 (2019)", "14 (2019-03-02)", "1.4"})) == "t.......");
}

TEST_CASE("headings: who signed a letter and a question that goes on from the text are none") {
    CHECK(show(under({"Springs", "Mara Ellis, Port Ellis\n\nNeaps", "Floods"})) == "t.1..1.1.");
    CHECK(show(under({"Springs", "And why did nobody come?", "Neaps"})) == "t.1...1.");
}

TEST_CASE("headings: a score with a comma between the two") {
    CHECK(show(under({"Springs", "Carrow 4, Brigg 2", "Neaps"})) == "t.1...1.");
}

TEST_CASE("headings: scores, kinds of text, and the subject of the sentence below are none") {
    CHECK(show(under({"Springs", "Ellis 2 North Bay 1", "Neaps"})) == "t.1...1.");
    CHECK(show(under({"Springs", "Half-time: 0-0", "Neaps"})) == "t.1...1.");
    CHECK(show(under({"Springs", "Ellis 2 and 3", "Neaps 0-0 at sea"})) == "t.1.1.1.");
    const std::string verb =
        "was what nobody in the harbour of Port Ellis had asked for, so far as the council could "
        "find out in the spring.\n\n";
    CHECK(show(under({"Springs", "Neaps"}) + "Floods\n\n" + verb) == "t.1.1...");
    CHECK(show("Bay Tides\n\nOpinion" + kBody) == "t..");
    CHECK(show("Opinion\n\nBay Tides" + kBody) == ".t.");
    CHECK(show("Opinion" + kBody) == "t.");
}

TEST_CASE("headings: a name of whom the last lines tell more is the author's") {
    const std::string name = "Bay Tides\n\nMara Ellis" + kBody;
    CHECK(show(name + kBody) == "t1..");
    CHECK(show(name + "Mara Ellis lives in North Bay.") == "t...");
}

TEST_CASE("headings: short lines of their own between paragraphs, all of one form or none") {
    CHECK(show(under({"Springs", "Neap Tides"})) == "t.1.1.");
    for (const char* line : {"The ferry has left.",
                             "It ends. Another begins",
                             "\u201CIt is late\u201D",
                             "at www.bay.example",
                             "see ann@bay.example",
                             "#bay",
                             "(an aside)",
                             "(with leave)\"",
                             "[the boat sails]",
                             "[Laughter]",
                             "But nobody believes it",
                             "Okay, so this is the pier",
                             "Waves at Port Ellis on Tuesday",
                             "Q3: Is it late",
                             "a   table",
                             "12 34 56 x",
                             "One, two, three,",
                             "Too many words with a mark of exclamation!",
                             "- item",
                             "> quote"}) {
        CAPTURE(line);
        CHECK(show(under({line})) == "t...");
    }
    for (const char* line : {"[install-system]", "But Why?", "Okay", "And Now for the Tides"}) {
        CAPTURE(line);
        CHECK(show(under({line})) == "t.1.");
    }
    CHECK(show(under({"1912"})) == "t.1.");  // a year
    CHECK(show(under({"Fares: two\n\nTimes: six"})) == "t....");
    CHECK(show("Bay Tides" + kBody + "Springs") == "t..");  // no text follows
    CHECK(show("Bay Tides" + kBody + "Springs\n\nand this goes on." + kBody) == "t....");
    const std::string longest = std::string("X").append(109, 'x'), longer = longest + "x";
    CHECK(show(under({longest.c_str()})) == "t.1.");
    CHECK(show(under({longer.c_str()})) == "t...");
}

TEST_CASE("headings: marks, numbers, colons and questions decide about plain lines") {
    CHECK(show(under({"## Springs", "Neap Tides"})) == "t.1...");
    CHECK(show(under({"1. Springs", "2. Neaps", "Boats"})) == "t.1.1.1.");
    CHECK(show(under({"1. Springs", "2. Neaps", "Boats:"})) == "t.1.1...");
    CHECK(show(under({"Fares:", "Times:"})) == "t.1.1.");
    CHECK(show(under({"Fares:", "Times:", "Springs"})) == "t.1.1...");
    CHECK(show(under({"Fares:", "Springs", "Neaps"})) == "t...1.1.");
    CHECK(show(under({"What does it cost?", "When does it sail?"})) == "t.1.1.");
    const std::string answer =
        "\n\nI came to the bay for a summer, and my boat was small then.\n\n";
    CHECK(show("Bay Talk" + kBody + "What brought you here?" + answer + "Would you do it again?" +
               answer) == "t.....");
    const auto sections_of = [](std::size_t bytes) {  // each with its heading's blank lines
        std::string text = "Bay Tides" + kBody;
        for (const char* line : {"Ann", "Ben", "Eva"})
            text.append(line).append("\n\nNo, ").append(bytes - 7, 'x').append(".\n\n");
        return show(text);
    };
    CHECK(sections_of(95) == "t.1.1.1.");
    CHECK(sections_of(60) == "t.......");                           // no longer than remarks
    CHECK(show(under({"Tides", "Tides", "Tides"})) == "t.......");  // said three times
    CHECK(show(under({"Tides", "Tides"})) == "t.1.1.");
}

TEST_CASE("headings: below numbers, lines without one stand deeper, the last at the top") {
    const std::string one = "Bay Tides" + kBody + "1. Winds" + kBody + "Gusts" + kBody;
    CHECK(show(one + "2. Tides" + kBody + "Last words" + kBody) == "t.1.2.1.1.");
    CHECK(show(one + "Calms" + kBody + "2. Tides" + kBody + "Springs" + kBody + "Neaps" + kBody +
               "3. Boats" + kBody + "Oars" + kBody) == "t.1.2.2.1.2.2.1.2.");
    // A signature, a caption.
    CHECK(show(one.substr(0, one.find("Gusts")) + "Oda Relling" + kBody + "2. Tides" + kBody) ==
          "t.1...1.");
    CHECK(show(one.substr(0, one.find("Gusts")) + "The pier in winter, 1911" + kBody + "2. Tides" +
               kBody) == "t.1...1.");
    CHECK(show("Bay Tides" + kBody + "Gusts" + kBody + "1. Winds" + kBody + "2. Tides" + kBody) ==
          "t...1.1.");
    CHECK(show("Bay Tides" + kBody + "1. Winds" + kBody + "It looked like this" +
               "\n\n* calm\n* rough\n\n" + "2. Tides" + kBody) == "t.1....1.");
}

TEST_CASE("headings: two questions in one line, beside others") {
    const char* const two = "Will it hold? What will it cost?";
    CHECK(show(under({"Why dredge?", "Who pays?", two, "When?"})) == "t.1.1.1.1.");
    CHECK(show(under({"Why dredge?", two})) == "t.1...");
    CHECK(show(under({"Why dredge?", "Who pays?", "It may. What will it cost?", "When?"})) ==
          "t.1.1...1.");
    CHECK(is_questions("Will it? Or not?"));
    CHECK_FALSE(is_questions("Will it?"));
    CHECK_FALSE(is_questions("It will. Or not?"));
    CHECK_FALSE(is_questions("Will it? It will."));
    CHECK_FALSE(is_questions("?"));
}

TEST_CASE("headings: a lone question that the author asks herself is none") {
    CHECK(show(under({"So why keep it as it is?"})) == "t...");
    CHECK(show(under({"What would I put in its place?"})) == "t...");
    CHECK(show(under({"What does the bay cost the town?"})) == "t.1.");
    CHECK(show(under({"Why dredge?", "What would I put there?"})) == "t.1.1.");
    const std::string answer = "\n\nI came to the bay, and my boat was small then.\n\n";
    const std::string asked = "Would I do it again?" + answer;
    CHECK(show("Bay Tides" + kBody + "Springs" + kBody + "Neaps" + kBody + asked) == "t.1.1.1.");
}

TEST_CASE("headings: several sentences without a stop at the end, beside other headings") {
    const char* const two = "Cut the pipe. Yes, really";
    CHECK(show(under({"Springs", "Neaps", two})) == "t.1.1.1.");
    CHECK(show(under({"Springs", two})) == "t.1...");
    CHECK(show(under({"Springs", "Neaps", "Cut the pipe. Yes, really."})) == "t.1.1...");
}

TEST_CASE("headings: inside of what blank lines divide, where there are several") {
    const std::string text =
        "The harbour of Port Ellis was dredged twice last year, which had never been done "
        "before.\n";
    const std::string block = "\n\nPANEL\n" + text, inner = "Left button\n" + text;
    CHECK(show("Bay Tides" + kBody + block + inner + "Right button\n" + text) == "t.1.2.2.");
    CHECK(show("Bay Tides" + kBody + block + inner) == "t.1...");
    CHECK(show("Bay Tides" + kBody + "PANEL\n" + inner + "Right button\n" + text + "Dial\n" +
               text) == "t.12.2.2.");
}

TEST_CASE("headings: lines in italics where there are several") {
    CHECK(show(under({"_The Wall_", "_Beans_", "_Rhubarb_"})) == "t.1.1.1.");
    CHECK(show(under({"_The Wall_", "Beans", "Rhubarb"})) == "t...1.1.");
}

TEST_CASE("headings: remarks to the reader and what a picture shows are none") {
    CHECK(show(under({"Springs", "More to come!", "Neaps"})) == "t.1...1.");
    CHECK(show("A bust of Ansel Orr at Kesselby" + kBody + "Springs" + kBody + "Neaps" + kBody)
              .substr(0, 1) == ".");
    CHECK(is_remark("Stay tuned"));
    CHECK(is_remark("STAY TUNED!!"));
    CHECK_FALSE(is_remark("Stay tuned in"));
    CHECK(is_picture_caption("The pier (left) and the mole"));
    CHECK(is_picture_caption("An aerial view of the bay"));
    CHECK_FALSE(is_picture_caption("A Portrait of the Bay"));
    CHECK_FALSE(is_picture_caption("Portrait of a bay"));
    CHECK_FALSE(is_picture_caption("A viewing of the bay"));
    CHECK(is_picture_caption("The mill, seen from the causeway"));
    CHECK(is_picture_caption("Gates of oak, about 1780"));
    CHECK_FALSE(is_picture_caption("Lunch, slowly"));
    CHECK_FALSE(is_picture_caption("Rules (general)"));
    CHECK_FALSE(is_picture_caption("Ab"));
    CHECK_FALSE(is_picture_caption("Boats,"));
}

TEST_CASE("headings: a row of unmarked lines is a list of something") {
    const auto row = [](int count, int bodies) {
        std::string text = "Bay Tides" + kBody;
        for (int i = 0; i < count; ++i)
            text.append("Pier ").append(1, static_cast<char>('A' + i)).append("\n\n");
        for (int i = 0; i < bodies; ++i) text += kBody;
        return show(text);
    };
    CHECK(row(3, 5) == "t.111.....");
    CHECK(row(4, 5) == "t..........");
    CHECK(row(2, 1) == "t.11.");
    CHECK(row(3, 1) == "t.111.");  // those without text below them say nothing of remarks
    for (const Draft& draft : decided("Bay Tides" + kBody + "A b\n\nC d\n\nE f\n\nG h" + kBody))
        if (draft.shape.chars == 3) CHECK(has(draft.block.cues, Cue::in_run));
}

TEST_CASE("headings: what stands before the text begins heads nothing if scraps are below it") {
    CHECK(show("Bay Tides\n\nNorth Hall\n\nHarbour House\n\n6:13 P.M. EDT\n\nANN:" + kBody +
               "Springs" + kBody) == "t.....1.");
    CHECK(show("Bay Tides\n\nSprings\n\nNeaps" + kBody) == "t11.");
    CHECK(show("Bay Tides\n\nSprings\n\nNeaps\n\nMoons" + kBody) == "t....");
    // Behind, headings stand above terms and captions.
    CHECK(show(under({"Terms\n\n(of the sea)"})) == "t.1..");
}

TEST_CASE("headings: a day before the text begins is none") {
    CHECK(show("Bay Tides\n\nHeld on 4 May 2021 at the hall" + kBody + "Springs" + kBody) ==
          "t..1.");
    CHECK(show(under({"The council of 4 May 2021", "Springs"})) == "t.1.1.");
}

TEST_CASE("headings: rows of figures are data") {
    CHECK(show(under({"Ellis 2 Holm 1\n\nBay 0 Quay 0"})) == "t....");
    CHECK(show(under({"Springs 2\n\nNeaps"})) == "t.11.");
    CHECK(show(under({"Bay Ferries 112 -3\n\nQuay Bread 48 +1"})) == "t....");
    CHECK(show(under({"The year 2020\n\nThe year 2021"})) == "t.11.");
}

TEST_CASE("headings: speakers by turns, and what they ask") {
    const std::string ann = "Ann Holm\n\nThe ferry was late again, and so were we.\n\n",
                      peter = "Peter Lind\n\nIt was the tide that held it up, as it does.\n\n";
    CHECK(show("Bay Tides" + kBody + ann + peter + ann + peter) == "t.........");
    CHECK(show("Bay Tides" + kBody + ann + peter + "Springs" + kBody) == "t.1.1.1.");
    CHECK(show("Bay Tides" + kBody + "ANN\n\nWas it late?\n\nPETER\n\nIt was late.\n\n" +
               "ANN\n\n" + "Was it wet?\n\nPETER\n\nIt was wet.\n\nANN\n\nWhy?\n\nPETER\n\nRain.")
              .find('1') == std::string::npos);
}

TEST_CASE("headings: what an open sentence leads up to") {
    const std::string sign =
        "On the door of the old ferry house, which had been shut since the end of the autumn "
        "sailings, somebody had "
        "written";
    CHECK(show("Bay Tides" + kBody + sign + "\n\nCLOSED" + kBody + sign + "\n\nGONE" + kBody)
              .find('1') == std::string::npos);
    CHECK(show("Bay Tides" + kBody + sign + "\n\nCLOSED" + kBody + "SPRINGS" + kBody + "NEAPS" +
               kBody)
              .find('1') != std::string::npos);
}

TEST_CASE("headings: a lone line in a letter, a story or above a quotation") {
    CHECK(show("Dear Ms Holm," + kBody + "More of this soon" + kBody) == "....");
    CHECK(show("Dear Ms Holm," + kBody + "MORE OF THIS" + kBody) == "..1.");
    CHECK(show("Dear friends," + kBody + "How tides work" + kBody + "What they do" + kBody +
               "Where they go" + kBody) == "..1.1.1.");
    const std::string said =
        "\u201CIt is the tide,\u201D said the old man, and he went on with his net.\n\n";
    CHECK(show("Bay Tides" + kBody + said + said + said + "Silence" + kBody) == "t......");
    CHECK(show("Bay Tides" + kBody + said + "Silence" + kBody) == "t..1.");
    CHECK(show("Bay Tides" + kBody + "Ann Holm\n\n> The tide was late, and so was I.\n\n") ==
          "t...");
    CHECK(show("Bay Tides" + kBody + "Spring tides\n\n> The tide was late, and so was I.\n\n") ==
          "t.1.");
}

TEST_CASE("headings: levels by marks, by first use, and capitals above the rest") {
    CHECK(show("### A" + kBody + "##### B" + kBody + "### C" + kBody) == "1.3.1.");
    CHECK(show("A\n~"
               "~~" +
               kBody + "B\n---" + kBody + "C\n~~~" + kBody) == "1.2.1.");
    CHECK(show("---\nA\n---" + kBody + "B\n---" + kBody + "---\nC\n---" + kBody) == "1.2.1.");
    CHECK(show(under({"1. A", "1.1 B", "2. C"})) == "t.1.2.1.");
    CHECK(show(under({"SPRINGS", "Neap Tides", "BOATS"})) == "t.1.2.1.");
    CHECK(show(under({"SPRINGS", "BOATS"})) == "t.1.1.");
}

TEST_CASE("headings: what a heading could stand above") {
    const auto body = [](const std::string& text) { return is_body(Grouped(text).drafts[0]); };
    for (const char* text :
         {"Short.", "Why?", "So:", "No!", "- item", "> quote", "| a |\n| b |", "```\na\n```"})
        CHECK(body(text));
    for (const char* text : {"Short", "Short,", "# Heading", "* * *"}) CHECK_FALSE(body(text));
    CHECK(body(std::string(90, 'x')));
    CHECK_FALSE(body(std::string(89, 'x')));
}

TEST_CASE("headings: cues say what was seen") {
    const std::string text = under({"SPRING TIDES"});
    const auto drafts = decided(text);
    const std::uint32_t cues = drafts[2].block.cues;
    for (const Cue cue : {Cue::blank_before, Cue::blank_after, Cue::short_line, Cue::no_stop,
                          Cue::capital_start, Cue::all_caps, Cue::has_body})
        CHECK(has(cues, cue));
    for (const Cue cue : {Cue::marked, Cue::numbered, Cue::title_case, Cue::final_stop, Cue::quoted,
                          Cue::question, Cue::final_colon, Cue::lower_start, Cue::no_body})
        CHECK_FALSE(has(cues, cue));
    CHECK(has(drafts[3].block.cues, Cue::final_stop));
    CHECK(has(drafts[3].block.cues, Cue::sentence_like));
    CHECK(has(drafts[3].block.cues, Cue::no_body));
}
