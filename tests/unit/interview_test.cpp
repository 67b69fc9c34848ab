// Tests of the questions of a round table: which are headings, and which an interviewer asks.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/text/interview.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "draft_text.hpp"

using namespace analyze;
using namespace draft_text;

namespace {

const std::string kLong =
    "It sounds as if there were trade-offs between dredging and getting more boats on board. We "
    "saw some of them last year. How has the crew been balancing these?";

std::string says(const std::string& speaker) {
    return speaker + ": We went out at six, and the sea was calm.\n\n";
}
/// Questions with an answer each by Ilka, and another by `second` below the first `shared` of them.
std::string table(int questions, int shared, const std::string& second) {
    std::string out = "The harbour was dredged twice.\n\n";
    for (int q = 0; q < questions; ++q) {
        out += q == 1 ? kLong + "\n\n" : "What is new in year " + std::to_string(q) + "?\n\n";
        out += says("Ilka Morenz");
        if (q < shared) out += says(second);
    }
    return out;
}
std::size_t topics(const std::string& text) {
    Grouped grouped(text);
    believe_topics(text, grouped.drafts);
    std::size_t count = 0;
    for (const Draft& draft : grouped.drafts) count += draft.block.kind == BlockKind::heading;
    return count;
}

}  // namespace

TEST_CASE("interview: questions that several named speakers answer are headings, however long") {
    CHECK(topics(table(3, 2, "Oda Relling")) == 3);
    CHECK(topics(table(4, 2, "Oda Relling")) == 4);
    const std::string text = table(3, 3, "Oda Relling");
    Grouped grouped(text);
    believe_topics(text, grouped.drafts);
    CHECK(grouped.drafts[4].block.kind == BlockKind::heading);
    CHECK(slice(text, grouped.drafts[4].block.span) == kLong);
}

TEST_CASE("interview: without a second speaker, names or enough questions they are none") {
    CHECK(topics(table(3, 0, "")) == 0);
    CHECK(topics(table(4, 1, "Oda Relling")) == 0);                  // not by half
    CHECK(topics(table(3, 3, "Ilka Morenz")) == 0);                  // the same speaker
    CHECK(topics(table(3, 3, "and the crew")) == 0);                 // no name
    CHECK(topics(table(2, 2, "Oda Relling")) == 0);                  // two questions
    CHECK(topics("# Tides\n\n" + table(3, 3, "Oda Relling")) == 1);  // the mark's
    CHECK(topics(says("Ilka") + says("Oda") + says("Ilka")) == 0);
    CHECK(topics("") == 0);
}

TEST_CASE("interview: a picture between question and answer changes nothing") {
    std::string text = table(3, 3, "Oda Relling");
    const std::size_t answer = text.find("Ilka");
    text.insert(answer, "> The harbour, as it was\n\n");
    CHECK(topics(text) == 3);
}
