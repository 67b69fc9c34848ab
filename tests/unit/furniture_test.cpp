// Tests of what surrounds an article: boilerplate lines, page headers, captions, pull quotes.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "draft_text.hpp"

using namespace analyze;
using namespace draft_text;

namespace {

using Step = void (*)(std::string_view, std::vector<Draft>&);

/// The kinds that `step` gives to the paragraphs of a text, their first letters: p, b, c, q …
std::string kinds(Step step, const std::string& text) {
    auto drafts = Grouped(text).drafts;
    step(text, drafts);
    return kinds_of(drafts);
}

std::string repeat(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

const std::string kQuote = "The harbour of the bay will be open in spring";

}  // namespace

TEST_CASE("furniture: lines that are no part of an article") {
    for (const char* line : {"Advertisement",
                             "SHARE THIS ARTICLE",
                             "Also read:",
                             "Read more: Ferries return",
                             "(Reporting by Ann Holm)",
                             "Photo: Ann Holm",
                             "5 min read",
                             "THE END",
                             "Skip advertisement",
                             "Comments (12)",
                             "Image source: Bay Press",
                             "More",
                             "Eds: adds tides",
                             "12 minutes read",
                             "Copyright \u00A9 2024 Bay Press",
                             "\u00A9 Bay Press",
                             "Bay Press. All rights reserved.",
                             "Page 2 of 14",
                             "p. 2",
                             "2 | Page",
                             "Page 2/14",
                             "Jump to search"}) {
        CAPTURE(line);
        CHECK(is_boilerplate_line(line));
    }
    for (const char* line :
         {"", "Advertisements", "Share this with the harbour", "Shared", "He read more: a lot",
          "A 5 min read", "Five min read", "Copyright law", "Photographs", "x min read",
          "Page boys of 1911", "Page", "2 of 14", "Page two", "PAGE 2", "Page  of"}) {
        CAPTURE(line);
        CHECK_FALSE(is_boilerplate_line(line));
    }
    const std::string start = "Read more: ";
    CHECK(is_boilerplate_line(start + std::string(160 - start.size(), 'x')));
    CHECK_FALSE(is_boilerplate_line(start + std::string(161 - start.size(), 'x')));
}

TEST_CASE("furniture: links stand by themselves above the text or below it") {
    const auto links = [](const std::string& line) {
        return kinds(mark_furniture, line + kBody + kBody + kBody + kBody)[0] == 'b';
    };
    for (const char* line : {"Home | Tides | About", "News > Bay > Tides", "A \u2022 B \u2022 C"}) {
        CAPTURE(line);
        CHECK(links(line));
    }
    for (const char* line :
         {"Tides | Boats", "tides | boats | nets", "1 | 2 | 3", "A | B | C. D", "A > b > C",
          "Home | A very long link of words | About", "By Mara Ellis | Writer | Bay",
          "Name | Role | Office\n--- | --- | ---\nOda | Chair | Bay"}) {
        CAPTURE(line);
        CHECK_FALSE(links(line));
    }
    CHECK(kinds(mark_furniture,
                kBody + kBody + kBody + "A | B | C" + kBody + kBody + kBody + kBody) == "pppppppp");
}

TEST_CASE("furniture: captions by their number or their credit") {
    for (const char* line : {"Figure 2. The pier", "FIG. 12: The pier", "Table 3.1 Tides",
                             "The pier at dawn (credit: Ann Holm)", "The pier. Image: Bay Press",
                             "The pier, photo by Ann Holm", "The pier, CC BY 4.0",
                             "The pier on its rollers, June 1911. (Bay Museum)"}) {
        CAPTURE(line);
        CHECK(kinds(mark_furniture, line) == "c");
    }
    for (const char* line :
         {"Figure skating returns", "Figures 2", "Figure 2", "The figure 2. rises",
          "Credit where it is due", "The pier was old. It fell. (Bay Museum)",
          "The pier is shut. (Why)", "The pier is shut again. (It is old)"}) {
        CAPTURE(line);
        CHECK(kinds(mark_furniture, line) == "p");
    }
    CHECK(kinds(mark_furniture, "Photo: Ann Holm") == "b");
    CHECK(kinds(mark_furniture, "- Figure 2. The pier") == "l");  // paragraphs only
}

TEST_CASE("furniture: page lines come back three times with other digits") {
    const auto page = [](int number) {
        return "\n\nBay Tides    Page " + std::to_string(number) + "\n\nThe pier was closed.";
    };
    CHECK(kinds(mark_furniture, page(1) + page(2) + page(13)) == "bpbpbp");
    CHECK(kinds(mark_furniture, page(1) + page(2)) == "pppp");
    // Without a gap in it a line is a sentence that is said three times.
    CHECK(kinds(mark_furniture, repeat("Bay Tides Page 1\n\n", 3)) == "ppp");
}

TEST_CASE("furniture: a pull quote stands in a longer block as a sentence of its own") {
    const std::string gap = "\n\n";
    const auto both = [&](const std::string& quote, const std::string& body) {
        return kinds(mark_pull_quotes, std::string(quote).append(gap).append(body));
    };
    CHECK(both(kQuote, kQuote + ", they said in the town.") == "qp");
    CHECK(both(kQuote, std::string("They said it. ").append(kQuote)) == "qp");
    CHECK(both(kQuote, std::string("They said it. ").append(kQuote).append(".")) == "qp");
    CHECK(both(kQuote,
               std::string("They said: \u201C").append(kQuote).append("\u201D and left.")) == "qp");
    CHECK(both("\u201C" + kQuote + "\u201D",
               std::string("It is true. ").append(kQuote).append("!")) == "qp");
    CHECK(kinds(mark_pull_quotes, kQuote + ", they said." + gap + kQuote) == "pq");
    // Inside a sentence, going on, with another word, too short, or standing alone.
    CHECK(both(kQuote, std::string("They said ").append(kQuote).append(".")) == "pp");
    CHECK(both(kQuote, kQuote + " or in summer.") == "pp");
    CHECK(both(kQuote, "The harbour of the bay will be open in summer.") == "pp");
    CHECK(both("The harbour of the bay", "The harbour of the bay. It is open now.") == "pp");
    CHECK(both(kQuote, kQuote) == "pp");
    CHECK(both(kQuote + "\nand more", kQuote + ". It is so.") == "pp");
    CHECK(kinds(mark_pull_quotes, "").empty());
}

TEST_CASE("furniture: hostile text ends") {
    CHECK(kinds(mark_furniture, repeat("a    b\n\n", 100000)).size() == 100000);
    CHECK(kinds(mark_pull_quotes, repeat(kQuote + "\n\n", 20000)).size() == 20000);
}
