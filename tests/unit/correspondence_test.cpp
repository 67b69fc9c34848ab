// Tests of finding what heads nothing in letters and mails: addresses, salutations, closings, names.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "../../src/text/heading_words.hpp"
#include "draft_text.hpp"

using namespace analyze;
using namespace draft_text;

namespace {

/// "x" for what heads nothing, "." for the rest.
std::string marked(const std::string& text) {
    auto drafts = Grouped(text).drafts;
    mark_correspondence(text, drafts);
    std::string out;
    for (const Draft& draft : drafts) out += has(draft.block.cues, Cue::in_run) ? 'x' : '.';
    return out;
}

}  // namespace

TEST_CASE("correspondence: salutations with their sign, and the surest ones without") {
    for (const char* line : {"Dear Ms Holm,", "Dear readers", "Hi all", "DEAR SIR:", "Hello Ann!",
                             "Sehr geehrte Frau Berg,", "Chère Ana,", "Estimados vecinos:",
                             "Уважаемая Анна,", "Good morning,", "Bonjour,"}) {
        CAPTURE(line);
        CHECK(is_salutation(line));
    }
    for (const char* line : {"Hello World", "Dear", "Dear me what a long way it is",
                             "Hide and seek,", "Cara Holm", "Dearest costs", "Hello", ",",
                             "Hello Ann and Peter and all who have come to the bay today,"}) {
        CAPTURE(line);
        CHECK_FALSE(is_salutation(line));
    }
}

TEST_CASE("correspondence: a name above the dashes of a signature") {
    CHECK(marked("Bay" + kBody + "Peter\n--\nP. Lind, Harbour Office" + kBody)[2] == 'x');
    CHECK(marked("Bay" + kBody + "Peter\n-- \nP. Lind" + kBody)[2] == 'x');
    CHECK(marked("Bay" + kBody + "Peter\n-\nP. Lind" + kBody)[2] == '.');
}

TEST_CASE("correspondence: closings are whole lines") {
    for (const char* line :
         {"Yours sincerely,", "Best", "P.S.", "THANKS!", "Mit freundlichen Grüßen", "Cordialement,",
          "Un saludo", "С уважением,"}) {
        CAPTURE(line);
        CHECK(is_closing(line));
    }
    for (const char* line : {"Best practice", "Thanks to all", "B", "Love and tides", ",,"}) {
        CAPTURE(line);
        CHECK_FALSE(is_closing(line));
    }
}

TEST_CASE("correspondence: the lines above a salutation, and those below a closing") {
    CHECK(marked("14 Quay Street\nPort Ellis\n\n3 March 2021\n\nDear Ms Holm," + kBody) == "xxxx.");
    // What a letter is called stands by itself above it.
    CHECK(marked("Bay Tides\n\nAn Open Letter\n\nDear friends," + kBody) == "x.x.");
    CHECK(marked("Bay Tides" + kBody + "Springs\n\nDear friends," + kBody) == "...x.");
    CHECK(marked("Hi Ann," + kBody + "Best\nPeter\n\nHarbour Office" + kBody) == "x.xxx.");
    CHECK(marked("Bay" + kBody + "Thanks again\n\nP\n\nQ\n\nR\n\nS\n\nT" + kBody) == "..xxxxx..");
    CHECK(marked("").empty());
}

TEST_CASE("correspondence: words of short lines") {
    CHECK(has_full_date("Held on Tuesday 4 May 2021 at the hall"));
    CHECK(has_full_date("(4 May 2021)"));
    CHECK_FALSE(has_full_date("The current month (May 2021)"));
    CHECK_FALSE(has_full_date("The fourth of May"));
    CHECK_FALSE(has_full_date("x4 May 2021"));
    CHECK(has_year("Plans for 2024"));
    CHECK_FALSE(has_year("Plans for 4024"));
    CHECK_FALSE(has_year("Plans for 20245"));
    CHECK_FALSE(has_year("Plans for 2024 and 7"));
    CHECK_FALSE(has_year("Plans"));
    CHECK(is_dated_caption("Waves on the wall on Tuesday morning"));
    CHECK(is_dated_caption("Waves on Sunday"));
    CHECK_FALSE(is_dated_caption("Waves on the wall"));
    CHECK_FALSE(is_dated_caption("On Tuesday we sail"));
    CHECK(goes_on("But nobody believes it"));
    CHECK(goes_on("Okay, so"));
    CHECK_FALSE(goes_on("Butter and bread"));
    CHECK_FALSE(goes_on("And"));
    CHECK(opens_question("How did it begin"));
    CHECK_FALSE(opens_question("However late"));
    CHECK_FALSE(opens_question("How"));
    CHECK(breaks_off("seen by the press as the"));
    CHECK_FALSE(breaks_off("the press"));
    CHECK(is_byline("By Ann Holm"));
    CHECK_FALSE(is_byline("By the harbour"));
    CHECK(is_asked("Q3: when"));
    CHECK_FALSE(is_asked("Quay: when"));
    CHECK(is_reply("No, never"));
    CHECK_FALSE(is_reply("None"));
    CHECK(is_address("see www.bay.example"));
    CHECK_FALSE(is_address("# bay"));
    CHECK(has_word("are you in", "you"));
    CHECK_FALSE(has_word("are yours in", "you"));
}
