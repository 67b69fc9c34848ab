// Tests of dividing blocks into sentences, and of ICU's own rules that they were measured against.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/sentences.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <catch2/catch.hpp>

#include <fstream>
#include <random>
#include <sstream>

#include "analyze/base/error.hpp"
#include "analyze/text/abbreviations.hpp"

using namespace analyze;

namespace {

/// The sentences of a text that is one paragraph, joined by '|'.
std::string split(const std::string& text) {
    Block block;
    block.span = block.extent = {0, static_cast<std::uint32_t>(text.size())};
    std::string out;
    for (const Sentence& sentence : find_sentences(text, {block})) {
        if (!out.empty()) out += '|';
        out += slice(text, sentence.span);
    }
    return out;
}

}  // namespace

TEST_CASE("stops end sentences, abbreviations and initials do not") {
    CHECK(split("It rained. They left.") == "It rained.|They left.");
    CHECK(split("Mr. Holm met Dr. Lind. They spoke.") == "Mr. Holm met Dr. Lind.|They spoke.");
    CHECK(split("He works for Brook Inc. in Wales.") == "He works for Brook Inc. in Wales.");
    CHECK(split("He works for Brook Inc. The firm is small.") ==
          "He works for Brook Inc.|The firm is small.");
    CHECK(split("The U.S. Senate met at 5 p.m. Friday. It rose at 9 p.m. The vote was late.") ==
          "The U.S. Senate met at 5 p.m. Friday.|It rose at 9 p.m.|The vote was late.");
    CHECK(split("J. K. Holm and P.Q. Lind wrote it. A. Brook drew it.") ==
          "J. K. Holm and P.Q. Lind wrote it.|A. Brook drew it.");
    CHECK(split("See No. 5 and pp. 3-4. He said no. Then he left.") ==
          "See No. 5 and pp. 3-4.|He said no.|Then he left.");
    CHECK(split("On Oct. 3 it rained, e.g. Wales and i.e. London.") ==
          "On Oct. 3 it rained, e.g. Wales and i.e. London.");
    CHECK(split("Pi is 3.14 or so. See https://x.example/a.b?c=D. Done.") ==
          "Pi is 3.14 or so.|See https://x.example/a.b?c=D.|Done.");
    CHECK(split("1. First, mix it. Then wait.") == "1. First, mix it.|Then wait.");
}

TEST_CASE("quotes, brackets, references and ellipses at the end") {
    CHECK(
        split(
            "\xE2\x80\x9CWhy?\xE2\x80\x9D she asked. \xE2\x80\x9CNo idea.\xE2\x80\x9D He left.") ==
        "\xE2\x80\x9CWhy?\xE2\x80\x9D she asked.|\xE2\x80\x9CNo idea.\xE2\x80\x9D|He left.");
    CHECK(split("It fell (hard.) She saw it.") == "It fell (hard.)|She saw it.");
    CHECK(split("It opened in 2008. [5] [6] The town grew.") ==
          "It opened in 2008. [5] [6]|The town grew.");
    CHECK(split("Well... maybe. Well... Maybe not.") == "Well... maybe.|Well...|Maybe not.");
    CHECK(split("Really?! Yes! no") == "Really?!|Yes!|no");
    CHECK(split("One\nline. Two\nlines") == "One\nline.|Two\nlines");
    CHECK(split("\xE4\xBB\x8A\xE6\x97\xA5\xE3\x80\x82\xE6\x98\x8E\xE6\x97\xA5\xE3\x80\x82") ==
          "\xE4\xBB\x8A\xE6\x97\xA5\xE3\x80\x82|\xE6\x98\x8E\xE6\x97\xA5\xE3\x80\x82");
}

TEST_CASE("headings are one sentence each and sentences stay in their blocks") {
    const std::string text = "Dr. Holm Speaks. Again\n\nShe left. He stayed\n";
    std::vector<Block> blocks(2);
    blocks[0].kind = BlockKind::heading;
    blocks[0].span = {0, 22};
    blocks[1].span = {24, 43};
    const auto sentences = find_sentences(text, blocks);
    REQUIRE(sentences.size() == 3);
    CHECK(sentences[0].span == blocks[0].span);
    CHECK(sentences[2].block == 1);
}

TEST_CASE("sentences cover what is not white space, on random text") {
    const std::vector<std::string> parts{".",
                                         "?",
                                         "!",
                                         "...",
                                         " ",
                                         "  ",
                                         "\n",
                                         "Mr.",
                                         "U.S.",
                                         "a",
                                         "The",
                                         "No.",
                                         "5",
                                         "[3]",
                                         "\"",
                                         ")",
                                         "\xE2\x80\xA6",
                                         "\xE3\x80\x82",
                                         "\xE2\x80\x9D",
                                         "\xF0\x9F\x99\x82",
                                         "word",
                                         "p.m."};
    std::mt19937 random(3);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        const auto pieces = random() % 40;
        for (unsigned i = 0; i < pieces; ++i) text += parts[random() % parts.size()];
        Block block;
        block.span = {0, static_cast<std::uint32_t>(text.size())};
        std::string joined, expected;
        for (const Sentence& sentence : find_sentences(text, {block}))
            joined += slice(text, sentence.span);
        std::erase_if(joined, [](char c) { return c == ' ' || c == '\n'; });
        expected = text;
        std::erase_if(expected, [](char c) { return c == ' ' || c == '\n'; });
        REQUIRE(joined == expected);
    }
}

TEST_CASE("the abbreviation list names file and line of what is wrong") {
    const AbbreviationList list(Resource("list", std::string("# c\nMr. title\nInc. final\n")));
    CHECK(list.find("Mr.") == AbbreviationClass::title);
    CHECK(list.find("mr.") == AbbreviationClass::none);
    CHECK(list.size() == 2);
    CHECK_THROWS_WITH(AbbreviationList(Resource("list", std::string("Mr. title\nInc.\n"))),
                      Catch::StartsWith("list:2: no word with a class"));
    CHECK_THROWS_WITH(AbbreviationList(Resource("list", std::string("Mr. tittle\n"))),
                      Catch::StartsWith("list:1: no such class: tittle"));
    CHECK_THROWS_WITH(
        AbbreviationList(Resource("list", std::string("b final\na never\nb final\n"))),
        Catch::StartsWith("list:3: b stands in the list twice"));
    CHECK(AbbreviationList(load_resource("abbreviations/en.txt")).find("E.g.") ==
          AbbreviationClass::never);
}

TEST_CASE("ICU's root sentence rules pass every line of SentenceBreakTest.txt") {
    std::ifstream file("/usr/share/unicode/auxiliary/SentenceBreakTest.txt");
    if (!file) FAIL("no SentenceBreakTest.txt: install Debian's package unicode-data");
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> iterator(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    REQUIRE(U_SUCCESS(status));
    std::size_t lines = 0;
    for (std::string line; std::getline(file, line);) {
        line.resize(std::min(line.find('#'), line.size()));
        std::istringstream fields(line);
        icu::UnicodeString text;
        std::vector<int> expected, found;
        for (std::string field; fields >> field;) {
            if (field == "\xC3\xB7")
                expected.push_back(text.length());
            else if (field != "\xC3\x97")
                text.append(static_cast<UChar32>(std::stoul(field, nullptr, 16)));
        }
        if (expected.empty()) continue;
        ++lines;
        iterator->setText(text);
        for (int at = iterator->first(); at != icu::BreakIterator::DONE; at = iterator->next())
            found.push_back(at);
        INFO(line);
        REQUIRE(found == expected);
    }
    CHECK(lines > 400);
}
