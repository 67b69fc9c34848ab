// Tests of grouping lines by layout and marks: each kind of group, where it begins and ends.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/drafts.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "draft_text.hpp"
#include "text_cases.hpp"

using namespace analyze;
using namespace draft_text;

namespace {

std::vector<Draft> drafts_of(const std::string& text) {
    return Grouped(text).drafts;
}

/// "kind[content]" of each draft, line ends as /.
std::string show(const std::string& text) {
    std::string out;
    for (const Draft& draft : drafts_of(text)) {
        out.append(name_of(draft.block.kind)).append("[");
        for (const char c : slice(text, draft.block.span)) out += c == '\n' ? '/' : c;
        out += ']';
    }
    return out;
}

void check(std::initializer_list<TextCase> cases) {
    check_cases(show, cases);
}

}  // namespace

TEST_CASE("drafts: an indented paragraph below a number is none of its item") {
    std::string text;
    for (const char* item : {"1. THE BAY", "2. THE TIDES"})
        text.append(item).append(
            "\n   The harbour was dredged twice last year and the council has now asked\n"
            "for a third survey of the sea bed before the ferries return to it, which\n"
            "will not be before the spring.\n");
    CHECK(kinds_of(Grouped(text).drafts) == "lplp");
}

TEST_CASE("drafts: front matter stands at the very beginning and is closed") {
    check({{"---\na: b\n- c\n  d\n# e\n---\nx", "metadata[---/a: b/- c/  d/# e/---]paragraph[x]"},
           {"+++\na = 1\n[b]\n+++", "metadata[+++/a = 1/[b]/+++]"},
           {"---\na: b", "boilerplate[---]paragraph[a: b]"},
           {"---\na: b\nplain\n---",
            "boilerplate[---]paragraph[a: b]paragraph[plain]boilerplate[---]"},
           {"---\n---\nx", "boilerplate[---]boilerplate[---]paragraph[x]"},
           {"+++\na: b\n+++", "heading[a: b]"}});
}

TEST_CASE("drafts: marked headings") {
    check({{"# A", "heading[A]"},
           {"###### A ##", "heading[A]"},
           {"####### A", "paragraph[####### A]"},
           {"#A", "paragraph[#A]"},
           {"#", "paragraph[#]"},
           {"# A#", "heading[A#]"},
           {"== A ==", "heading[A]"},
           {"=== A ==", "paragraph[=== A ==]"},
           {"**A**", "heading[A]"},
           {"**A.**", "paragraph[**A.**]"},
           {"**A** b **c**", "paragraph[**A** b **c**]"},
           {"**A**\nb", "paragraph[**A**]paragraph[b]"},
           {"__A__", "heading[A]"},
           {"Tides\n=====", "heading[Tides]"},
           {"Tides\n====", "heading[Tides]"},  // two thirds are enough
           {"Tides\n===", "paragraph[Tides]boilerplate[===]"},
           {"Tides\n\n=====", "paragraph[Tides]boilerplate[=====]"},
           {"=====\nTides\n=====", "heading[Tides]"},
           {"=====\nTides\n-----", "boilerplate[=====]heading[Tides]"},
           {"* * *", "boilerplate[* * *]"},
           {"* *", "list_item[* *]"}});
    const auto drafts = drafts_of("## A\n\nB\n~~~~\n\n-----\nC\n-----\n\n== D ==\n\n**E**");
    REQUIRE(drafts.size() == 5);
    const Mark marks[] = {Mark::ranked, Mark::underline, Mark::overline, Mark::ranked, Mark::bold};
    const int ranks[] = {2, '~', '-', 2, 0};
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(drafts[i].mark == marks[i]);
        CHECK(int{drafts[i].mark_rank} == ranks[i]);
    }
}

TEST_CASE("drafts: code, quotes and tables") {
    check(
        {{"```\na\n\n# b\n```\nc", "code[```/a//# b/```]paragraph[c]"},
         {"~~~ cpp\na\n~~~~", "code[~~~ cpp/a/~~~~]"},
         {"```\na", "boilerplate[```]paragraph[a]"},
         {"~~~ open\n```\na\n```", "paragraph[~~~ open]code[```/a/```]"},
         {"```\na\n~~~", "boilerplate[```]heading[a]"},
         {"> a\n>b\nc", "quote[> a/>b]paragraph[c]"},
         {"> a\n\n> b", "quote[> a]quote[> b]"},
         {">>> a", "paragraph[>>> a]"},
         {"| a | b |\n|---|---|", "table[| a | b |/|---|---|]"},
         {"| a", "paragraph[| a]"},
         {"a   b\nc   d", "table[a   b/c   d]"},
         {"a\tb\nc\td", "table[a\tb/c\td]"},
         {"a   b\n\nc   d", "paragraph[a   b]paragraph[c   d]"},
         {"Words and more of them\n\n    int x = f(y);\n\n    return x;\n\nWords and more",
          "paragraph[Words and more of them]code[int x = f(y);//    return x;]paragraph[Words and "
          "more]"},
         {"Words and more of them\n\n  The pier was closed, they said.\n\nWords and more",
          "paragraph[Words and more of them]quote[The pier was closed, they said.]paragraph[Words "
          "and more]"}});
}

TEST_CASE("drafts: list items and their levels") {
    check({{"- a\n- b", "list_item[- a]list_item[- b]"},
           {"1. a\n   goes on\n2) b", "list_item[1. a/   goes on]list_item[2) b]"},
           {"(a) x", "list_item[(a) x]"},
           {"1.1 a", "paragraph[1.1 a]"},
           {"1: a", "paragraph[1: a]"},
           {"1.", "paragraph[1.]"},
           {"-a", "paragraph[-a]"}});
    std::string levels;
    for (const Draft& draft : drafts_of("- a\n  - b\n    - c\n  - d\n- e\n\nx\n\n  - f"))
        levels += std::to_string(draft.block.level);
    CHECK(levels == "1232101");
}

TEST_CASE("drafts: wrapped lines are one paragraph until something else begins") {
    const std::string a = "The harbour of the bay was closed in the winter of the\n",
                      b = "year in which the ferries were built, and nobody came to\n",
                      c = "see it until the spring, when it was opened again\n";
    const auto kinds = [](const std::string& text) {
        std::string out;
        for (const Draft& draft : drafts_of(text))
            out.append(std::to_string(draft.end_line - draft.first_line));
        return out;
    };
    CHECK(kinds(a + b + c) == "3");
    CHECK(kinds(a + b + c + "\n" + a + b) == "32");
    CHECK(kinds(a + b + c + "Next it was closed again.\n") == "31");
    CHECK(kinds(a + b.substr(0, b.size() - 1) + "\f" + b + c) == "22");
    CHECK(kinds(a + b + c + "* * *\n") == "31");
    CHECK(kinds(a + b + "------\n") == "21");
    CHECK(kinds("Title: The harbour of the bay was closed in the winter\nAuthor: Ann Holm\n" + a +
                b + c) == "113");
    const auto drafts = drafts_of(a + b + "\n  " + c);
    REQUIRE(drafts.size() == 2);
    CHECK(drafts[0].blank_before);
    CHECK(drafts[0].blank_after);
    CHECK(drafts[0].indent == 0);
    CHECK(drafts[1].indent == 2);
    CHECK(drafts[0].block.extent == Span{0, static_cast<std::uint32_t>(a.size() + b.size() - 1)});
    CHECK(drafts_of("").empty());
}
