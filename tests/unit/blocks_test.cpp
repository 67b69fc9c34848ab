// Tests of dividing a text into blocks: marks, isolation, wrapping, metadata openings, invariants.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/blocks.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "analyze/text/lines.hpp"

using namespace analyze;

namespace {

/// "kind level|text" of each block, one a line; line ends inside a block are shown as '/'.
std::string show(std::string_view text) {
    std::string out;
    for (const Block& block : find_blocks(text)) {
        out += name_of(block.kind);
        if (block.level != 0) out.append(" ").append(std::to_string(block.level));
        out += '|';
        for (const char c : slice(text, block.span)) {
            if (c != '\r') out += c == '\n' ? '/' : c;
        }
        out += '\n';
    }
    return out;
}

const std::string kBody =
    "The harbour of Port Ellis was dredged twice last year, and the council has now asked for a "
    "third "
    "survey of the sea bed before the ferries return. Work is expected to begin in the spring.";

std::string with_line_ends(const std::string& text, const std::string& end) {
    std::string out;
    for (const char c : text) {
        if (c == '\n')
            out += end;
        else
            out += c;
    }
    return out;
}

}  // namespace

TEST_CASE("a glued date, a lead and bare headings between blank lines") {
    const std::string text = " date 2024-03-15 " + kBody + "\n\nA New Survey\n\n" + kBody +
                             "\n\nCosts and Delays\n\n" + kBody;
    CHECK(show(text) == "metadata|date 2024-03-15\nparagraph|" + kBody +
                            "\nheading 1|A New Survey\nparagraph|" + kBody +
                            "\nheading 1|Costs and Delays\nparagraph|" + kBody + "\n");
}

TEST_CASE("marks are left out of the span and kept in the extent") {
    const std::string text = "# Title here\n\n" + kBody + "\n\n## First part ##\n\n" + kBody +
                             "\n\nSecond part\n-----------\n\n" + kBody + "\n";
    const auto blocks = find_blocks(text);
    REQUIRE(blocks.size() == 6);
    CHECK(slice(text, blocks[2].span) == "First part");
    CHECK(slice(text, blocks[2].extent) == "## First part ##");
    CHECK(slice(text, blocks[4].span) == "Second part");
    CHECK(slice(text, blocks[4].extent) == "Second part\n-----------");
    CHECK(blocks[4].kind == BlockKind::heading);
}

TEST_CASE("marks of AsciiDoc, Org, HTML, LaTeX and frames") {
    const auto kinds = [](const std::string& first, const std::string& second) {
        return show(first + "\n\n" + kBody + "\n\n" + second + "\n\n" + kBody + "\n");
    };
    const auto two = [](const std::string& first, const std::string& second) {
        return first + "\nparagraph|" + kBody + "\n" + second + "\nparagraph|" + kBody + "\n";
    };
    CHECK(kinds("= Sea beds", "== Ferries") == two("title|Sea beds", "heading 1|Ferries"));
    CHECK(kinds("== Sea beds ==", "===Ferries===") ==
          two("heading 1|Sea beds", "heading 2|Ferries"));
    CHECK(kinds("* Sea beds", "** Ferries") == two("title|Sea beds", "heading 1|Ferries"));
    CHECK(kinds("<h2>Sea beds</h2>", "<h3 id=\"f\">Ferries</h3>") ==
          two("heading 1|Sea beds", "heading 2|Ferries"));
    CHECK(kinds("\\title{Sea beds}", "\\section*{Ferries}") ==
          two("title|Sea beds", "heading 1|Ferries"));
    CHECK(kinds("=== ###", "*** Ferries ***").find("heading 1|Ferries") != std::string::npos);
    // Dashes around words and bullets are no marks.
    CHECK(kinds("-- the ferries --", "* the sea bed").find("heading") == std::string::npos);
}

TEST_CASE("boxes, lines between rules, and marks of Textile") {
    const auto shown = [](const std::string& first, const std::string& second) {
        std::string out;
        const std::string text =
            kBody + "\n\n" + first + "\n\n" + kBody + "\n\n" + second + "\n\n" + kBody;
        for (const Block& block : find_blocks(text))
            if (block.kind == BlockKind::heading) out.append(slice(text, block.span)).append("|");
        return out;
    };
    const std::string both = "The bay|Tides and winds|";
    CHECK(shown("+---------+\n| The bay |\n+---------+",
                "+-----------------+\n| Tides and winds |\n+-----------------+") == both);
    CHECK(shown("-----\nThe bay\n-----", "-----\nTides and winds\n-----") == both);
    CHECK(shown("-----\nThe bay", "-----\nTides and winds") == both);
    CHECK(shown("h2. The bay", "h2. Tides and winds") == both);
    CHECK(shown("(1) The bay", "(2) Tides and winds") == "(1) The bay|(2) Tides and winds|");
    CHECK(shown("THE BAY:", "TIDES AND WINDS:") == "THE BAY:|TIDES AND WINDS:|");
    CHECK(shown("+-----+-----+\n| The | bay |\n+-----+-----+", "h7. Tides").empty());
}

TEST_CASE("numbers of many forms are believed in sequence") {
    const auto heads = [](const std::vector<std::string>& lines) {
        std::string text;
        for (const std::string& line : lines) text += line + "\n\n" + kBody + "\n\n";
        std::string found;
        for (const Block& block : find_blocks(text))
            if (block.kind == BlockKind::heading)
                found += std::string(slice(text, block.span)) + '|';
        return found;
    };
    CHECK(heads({"1) Scope", "2) Results"}) == "1) Scope|2) Results|");
    CHECK(heads({"1 Scope", "2 Results"}) == "1 Scope|2 Results|");
    CHECK(heads({"I: Scope", "II: Results"}) == "I: Scope|II: Results|");
    CHECK(heads({"Step 1: Scope", "Step 2: Results"}) == "Step 1: Scope|Step 2: Results|");
    CHECK(heads({"Kapitel 1", "Kapitel 2"}) == "Kapitel 1|Kapitel 2|");
    CHECK(heads({"#1: Scope", "#2: Results"}) == "#1: Scope|#2: Results|");
    CHECK(heads({"Method 1 of 2: Scope", "Method 2 of 2: Results"}) ==
          "Method 1 of 2: Scope|Method 2 of 2: Results|");
    CHECK(heads({"(a) the scope of it.", "(b) the results."}).empty());
    // A list further in does not take the number of the next section.
    const std::string text = "1. Scope\n\n" + kBody +
                             "\n\n   1. Sand is soft and moves a lot.\n\n" + "2. Results\n\n" +
                             kBody + "\n";
    CHECK(show(text).find("heading 1|2. Results") != std::string::npos);
}

TEST_CASE("what stands above and below an article on its page is furniture") {
    CHECK(show("Menu\n\nSkip to main content\n\nHarbours of the north\n\nBy Ada Brandvik\n\n" +
               ("March 3, 2024 at 9:41 a.m.\n\n" + kBody) + "\n\n-30-\n") ==
          "boilerplate|Menu\nboilerplate|Skip to main content\ntitle|Harbours of the north\n"
          "metadata|By Ada Brandvik\nmetadata|March 3, 2024 at 9:41 a.m.\nparagraph|" +
              kBody + "\nboilerplate|-30-\n");
    CHECK(show("BC-HARBOUR/317\nHarbours of the north\nBy Ada Brandvik\n\n" + kBody + "\n") ==
          "boilerplate|BC-HARBOUR/317\ntitle|Harbours of the north\nmetadata|By Ada "
          "Brandvik\nparagraph|" +
              kBody + "\n");
    CHECK(show("# Glass\n*Essay by Ada Brandvik, 2022-09-30*\n\n" + kBody + "\n") ==
          "title|Glass\nmetadata|Essay by Ada Brandvik, 2022-09-30\nparagraph|" + kBody + "\n");
}

TEST_CASE("gaps, centred lines and rows of names") {
    const std::string para = kBody + "\n\n";
    CHECK(show(para + "\n\nCosts of it\n\n" + para + "Long pier\n\n" + para + "\n\nDelays\n\n" +
               para + "\n\nOutlook\n\n" + para)
              .find("paragraph|Long pier") != std::string::npos);
    const std::string wrapped =
        "The harbour of Port Ellis was dredged twice last year, and the\n"
        "council has now asked for a third survey of the sea bed before\n"
        "the ferries return, and then for another one in the spring.\n\n";
    CHECK(
        show(wrapped + "                            Costs\n\n" + wrapped).find("heading 1|Costs") !=
        std::string::npos);
    const std::string people = "Mara Lind and Odo Beck spoke to Una Crewe, Ivo Stark and all. ";
    CHECK(show("Votes\n\n" + people + kBody + "\n\nMara Lind\n\nOdo Beck of Ellis\n\n" + people +
               kBody + "\n\nUna Crewe\n\nIvo Stark\n\n" + people + kBody + "\n")
              .find("heading") == std::string::npos);
}

TEST_CASE("verse is a block a stanza") {
    const std::string stanza =
        "The tide came in without a sound,\nThe boats lay still and dry,\n"
        "And all the ropes that held them bound\nWere singing to the sky.";
    CHECK(show("The Ferryman\n\n" + stanza + "\n\n" + stanza + "\n\n" + kBody + "\n")
              .find("verse|The tide came in without a sound,/The boats") != std::string::npos);
    CHECK(show("Ada Brandvik,\n14 Quay Street,\nPort Ellis,\nNorth Coast\n\n" + kBody + "\n")
              .find("verse") == std::string::npos);
}

TEST_CASE("a table of contents confirms headings and has none") {
    std::string text =
        "Harbours\n\nContents\n\nWhy they silt ...... 1\nWho pays? ...... 2\nOutlook ...... 9\n\n";
    for (const char* head : {"Why they silt", "Who pays?", "Outlook"})
        text += head + ("\n\n" + kBody) + "\n\n" + "More on this\n\n" + kBody + "\n\n";
    std::string found;
    for (const Block& block : find_blocks(text))
        if (block.kind == BlockKind::heading) {
            found += std::string(slice(text, block.span)) + '|';
            CHECK(has(block.cues, Cue::listed));
        }
    CHECK(found == "Why they silt|Who pays?|Outlook|");
}

TEST_CASE("numbers make headings when text stands between them, lists when it does not") {
    CHECK(show("1. Scope\n\n" + kBody + "\n\n1.1 Terms used\n\n" + kBody + "\n\n2. Results\n\n" +
               kBody + "\n") == "heading 1|1. Scope\nparagraph|" + kBody +
                                    "\nheading 2|1.1 Terms used\nparagraph|" + kBody +
                                    "\nheading 1|2. Results\nparagraph|" + kBody + "\n");
    CHECK(show(kBody + "\n\n1. Flour\n2. Salt\n3. Water\n\n" + kBody + "\n") ==
          "paragraph|" + kBody +
              "\nlist_item 1|1. Flour\nlist_item 1|2. Salt\nlist_item 1|3. Water\nparagraph|" +
              kBody + "\n");
}

TEST_CASE("hard-wrapped paragraphs are one block and headings above them their own") {
    const std::string text =
        "Tides and Time\n"
        "The tide tables of the bay were drawn up by hand until the last of\n"
        "the surveyors retired, and the new ones still carry his name on the\n"
        "cover of each volume.\n\n"
        "Later Work\n"
        "A second set of tables was printed for the outer islands, where the\n"
        "tide runs an hour behind the harbour and the channel is narrow.\n";
    const auto blocks = find_blocks(text);
    REQUIRE(blocks.size() == 4);
    CHECK(slice(text, blocks[2].span) == "Later Work");
    CHECK(blocks[2].kind == BlockKind::heading);
    CHECK(blocks[1].kind == BlockKind::paragraph);
    CHECK(slice(text, blocks[1].span).ends_with("each volume."));
}

TEST_CASE("bylines, date lines, datelines and labels are metadata") {
    CHECK(show("Ferries Return to the Bay\n\nBy Ann Holm and Peter Lind\nMarch 3, 2024\n\nPORT "
               "ELLIS, March 3 (NPA) — " +
               kBody + "\n") ==
          "title|Ferries Return to the Bay\nmetadata|By Ann Holm and Peter Lind\nmetadata|March 3, "
          "2024\n"
          "metadata|PORT ELLIS, March 3 (NPA) —\nparagraph|" +
              kBody + "\n");
    CHECK(show("Title: Ferries Return\nAuthor: Ann Holm\nDate: 2024-03-03\n\n" + kBody) ==
          "title|Ferries Return\nmetadata|Author: Ann Holm\nmetadata|Date: 2024-03-03\nparagraph|" +
              kBody + "\n");
}

TEST_CASE("front matter, lists, quotes, code and tables") {
    CHECK(show("---\ntitle: Bay\ndate: 2024-03-03\n---\n\n" + kBody +
               "\n\n- one\n- two\n  goes on\n    - inner\n\n> quoted\n> words\n\n```\na = 1\n\nb = "
               "2\n```\n\n| a | b |\n| 1 | 2 |\n") ==
          "metadata|---/title: Bay/date: 2024-03-03/---\nparagraph|" + kBody +
              "\nlist_item 1|- one\nlist_item 1|- two/  goes on\nlist_item 2|- inner\nquote|> "
              "quoted/> words\n"
              "code|```/a = 1//b = 2/```\ntable|| a | b |/| 1 | 2 |\n");
}

TEST_CASE("an interview's questions are paragraphs, a list of questions has headings") {
    const std::string answer =
        "I came to the bay for a summer and stayed. My boat was small then, and nobody minded.";
    const std::string interview = "Talk on the Pier\n\n" + kBody +
                                  "\n\nWhat brought you here?\n\n" + answer +
                                  "\n\nWould you do it again?\n\n" + answer +
                                  "\n\nHow do you see the ferry?\n\n" + answer + "\n";
    CHECK(show(interview).find("heading") == std::string::npos);
    const std::string questions = "Ferry Guide\n\n" + kBody + "\n\nWhat does it cost?\n\n" + kBody +
                                  "\n\nWhen does it sail?\n\n" + kBody + "\n\nWho runs it?\n\n" +
                                  kBody + "\n";
    CHECK(show(questions).find("heading 1|When does it sail?\n") != std::string::npos);
}

TEST_CASE("colons make headings where all have them, else they introduce") {
    CHECK(show("Ferry Guide\n\nFares:\n\n" + kBody + "\n\nTimes:\n\n" + kBody + "\n")
              .find("heading 1|Times:") != std::string::npos);
    CHECK(show(kBody + "\n\nThe council asked for this:\n\n- one\n- two\n\n" + kBody + "\n")
              .find("heading") == std::string::npos);
}

TEST_CASE("a second title stands above the byline") {
    CHECK(show("Bay Tides\n\nWhere they come from\n\nBy Mara Ellis\n\n" + kBody +
               "\n\nSprings\n\n" + kBody) ==
          "title|Bay Tides\nparagraph|Where they come from\nmetadata|By Mara Ellis\n"
          "paragraph|" +
              kBody + "\nheading 1|Springs\nparagraph|" + kBody + "\n");
}

TEST_CASE("pull quotes, captions, share lines and credits") {
    const std::string text = "Ferry Guide\n\n" + kBody +
                             "\n\nWork is expected to begin in the spring\n\nAdvertisement\n\n" +
                             kBody + "\n\nFigure 2. The harbour from the east.\n\n" + kBody +
                             "\n\n(Reporting by Ann Holm)\n";
    const std::string shown = show(text);
    CHECK(shown.find("pullquote|Work is expected to begin in the spring\n") != std::string::npos);
    CHECK(shown.find("boilerplate|Advertisement\n") != std::string::npos);
    CHECK(shown.find("caption|Figure 2. The harbour from the east.\n") != std::string::npos);
    CHECK(shown.find("boilerplate|(Reporting by Ann Holm)\n") != std::string::npos);
}

TEST_CASE("a row of short lines is an address, not headings; cues say so") {
    const std::string text =
        kBody + "\n\nAnn Holm\n\nHarbour Office\n\nPier Street\n\nPort Ellis\n\n" + kBody + "\n";
    bool run = false;
    for (const Block& block : find_blocks(text)) {
        CHECK(block.kind == BlockKind::paragraph);
        run = run || (is_near_miss(block) && has(block.cues, Cue::in_run));
    }
    CHECK(run);
    CHECK(name_of(Cue::in_run) == "one of a run of short lines");
}

TEST_CASE("line ends of every kind give the same blocks") {
    const std::string text = "Ferries Return\n\nBy Ann Holm\n\n" + kBody +
                             "\n\nNext Steps\n\n- one\n- two\n\n```\ncode\n```\n\n" + kBody + "\n";
    const std::string expected = show(text);
    CHECK(show(with_line_ends(text, "\r\n")) == expected);
    std::string old = show(with_line_ends(text, "\r"));
    CHECK(old.find("heading 1|Next Steps\n") != std::string::npos);
    CHECK(find_blocks(with_line_ends(text, "\r")).size() == find_blocks(text).size());
}

TEST_CASE("extents are ordered, disjoint and cover all but white space, on random text") {
    const std::vector<std::string> parts{
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "   ",
        "\t",
        "\f",
        "#",
        "# ",
        "==",
        "**",
        "- ",
        "> ",
        "1. ",
        "2.1 ",
        "IV. ",
        "```",
        "---",
        "===",
        "Title",
        "a",
        "word ",
        "The end.",
        "By Ann Holm",
        "date 2024-03-15 ",
        "Author: ",
        "March 3, 2024",
        "PARIS (AP) — ",
        "|",
        "   ",
        "\xC2\xA0",
        "\xE2\x80\x9C",
        "\xE2\x80\x9D",
        "\xE6\xBC\xA2",
        "\xE3\x80\x82",
        "Chapter 2",
        "https://x.example/a?b",
        "A longer run of words that fills a line of text nearly to its end, "};
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        const auto pieces = random() % 60;
        for (unsigned i = 0; i < pieces; ++i) text += parts[random() % parts.size()];
        INFO(text);
        std::uint32_t at = 0;
        bool covered = true, ordered = true, inside = true;
        const auto blank = [&](std::uint32_t begin, std::uint32_t end) {
            return trim(text, {begin, end}).empty();
        };
        for (const Block& block : find_blocks(text)) {
            ordered = ordered && block.extent.begin >= at && block.extent.begin < block.extent.end;
            covered = covered && blank(at, std::max(at, block.extent.begin));
            inside = inside && block.extent.contains(block.span) && !block.span.empty();
            at = block.extent.end;
        }
        covered = covered && blank(at, static_cast<std::uint32_t>(text.size()));
        REQUIRE(ordered);
        REQUIRE(covered);
        REQUIRE(inside);
    }
}

TEST_CASE("hostile texts end") {
    CHECK(find_blocks(std::string(1000000, 'x')).size() == 1);
    CHECK(!find_blocks(std::string(1000000, '#')).empty());
    CHECK(!find_blocks(std::string(1000000, '>')).empty());
    CHECK(find_blocks(std::string(1000000, '\n')).empty());
    std::string lines;
    for (int i = 0; i < 300000; ++i) lines += "x\n";
    CHECK(!find_blocks(lines).empty());
    std::string fences;
    for (int i = 0; i < 200000; ++i) fences += i % 2 ? "```a\n" : "~~~a\n";
    CHECK(!find_blocks(fences).empty());
    std::string numbers;
    for (int i = 0; i < 100000; ++i) numbers += std::to_string(i % 7) + ". x\n\n";
    CHECK(!find_blocks(numbers).empty());
}
