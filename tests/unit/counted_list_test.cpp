// Tests of word lists that others have made: every form, and what cannot be told.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/counted_list.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"

using namespace analyze;

namespace {

std::string read(const std::string& bytes) {
    std::string rows;
    try {
        read_counted_list(Resource("l", bytes), [&](const ListedWord& word) {
            rows.append(word.word) += '=' + std::to_string(word.count) + ' ';
        });
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::resource);
        return error.what();
    }
    return rows;
}

}  // namespace

TEST_CASE("every usual form of a list of words and counts") {
    const std::string expected = "the=12 tide=3 ";
    for (const char* list : {
             "the\t12\ntide\t3\n",                                       // TSV
             "12\tthe\n3\ttide",                                         // counts first
             "word\tcount\nthe\t12\ntide\t3\n",                          // a header
             "Wort\tAnzahl\r\nthe\t12\r\ntide\t3\r\n",                   // line ends, other names
             "what\thow often\nthe\t12\ntide\t3\n",                      // names that nobody knows
             "\xEF\xBB\xBFthe,12\ntide,3\n",                             // CSV with a mark
             "word,count\nthe,12\ntide,3\n",                             //
             "\"word\",\"count\"\n\"the\",\"12\"\n\"tide\",3\n",         // in quotes
             "the; 12\ntide; 3\n",                                       // semicolons
             "the 12\ntide 3\n",                                         // blanks
             "     12 the\n      3 tide\n",                              // uniq -c
             "# a comment\n\nthe   12\n  # another\n\ntide\t 3\n",       // mixed
             "word count\nthe 12\ntide 3\n",                             //
             "rank\tword\tPOS\tfreq\n1\tthe\tDET\t12\n2\ttide\tN\t3\n",  // columns by name
             "count,word,more\n12,the,\n3,tide,x\n",
             "the\t12\nnever\t0\ntide\t3\n",  // a word that does not stand there
         }) {
        INFO(list);
        CHECK(read(list) == expected);
    }
}

TEST_CASE("listed words that look like something else") {
    CHECK(read("a \"b\",2\n\"c, \"\"d\"\"\",3\n") == "a \"b\"=2 c, \"d\"=3 ");
    CHECK(read("  7 of course\n  2 in\n") == "of course=7 in=2 ");
    CHECK(read("of course 7\nin 2\n") == "of course=7 in=2 ");
    CHECK(read("1999\t4\nthe\t12\n") == "1999=4 the=12 ");  // the second line tells
    CHECK(read("4\t1999\n12\tthe\n") == "1999=4 the=12 ");
    CHECK(read("word\tcount\n1999\t4\n") == "1999=4 ");                 // the header tells
    CHECK(read("\"quoted\"\t3\nплот\t2\n") == "\"quoted\"=3 плот=2 ");  // no quotes in TSV
    CHECK(read("The\t3\nthe\t2\n") == "The=3 the=2 ");                  // folding is not done here
}

TEST_CASE("what is wrong with a word list is told with its line") {
    CHECK(read("") == "l:1: there is no word in the list");
    CHECK(read("# nothing\n\n") == "l:1: there is no word in the list");
    CHECK(read("word\tcount\n") == "l:1: there is no word in the list");
    CHECK(read("what\thow often\n").starts_with("l:1: no column of words beside one of counts"));
    CHECK(read("the\t0\n") == "l:1: there is no word in the list");
    CHECK(read("12\t3\n4\t5\n").starts_with("l:1: no column of words beside one of counts"));
    CHECK(read("the quick brown fox\nran home\n").starts_with("l:1: no column of words"));
    CHECK(read("1\tthe\t12\n").starts_with("l:1: 3 columns; a first line that names them"));
    CHECK(read("the\t12\ntide\n") == "l:2: a word and a count are wanted, here is one column");
    CHECK(read("the\t12\n\ntide\t3\tx\n") ==
          "l:3: a word and a count are wanted, here are 3 columns");
    CHECK(read("the\t12\ntide\t0.3\n").starts_with("l:2: '0.3' is no count"));
    CHECK(read("the\t12\ntide\t-3\n").starts_with("l:2: '-3' is no count"));
    CHECK(read("the\t12\n\t3\n") == "l:2: the word is empty");
    CHECK(read("the,12\n\"tide,3\n") == "l:2: a quote is not closed within the line");
    CHECK(read("the,12\n\"tide\"x,3\n") == "l:2: a quote is not closed within the line");
    CHECK(read("the\t9000000000000000000\ntide\t9000000000000000000\n") ==
          "l:2: the counts are more than 2^63 together");
    CHECK(read("the\t12\nt\xFF\t3\n").starts_with("l:2: not UTF-8"));
    CHECK(read(std::string("the\t12\nt\0e\t3\n", 13)) == std::string("the=12 t\0e=3 ", 13));
}

TEST_CASE("a list is told from a text, for a warning") {
    for (const char* list :
         {"the\t12\nquay\t3\ntide\t1\n", "word,count\nthe,12\nquay,3\n",
          "  12 the\n  3 quay\n 1 a\n", "# c\n\nthe 12\nquay 3\ntide 1\nhalf a li"})
        CHECK(looks_like_counted_list(list));
    for (const char* text : {"", "the\t12\nquay\t3\n", "The ferry left.\nIt was full.\nAt noon.\n",
                             "the\t12\nquay\t3\nno more\n", "1\t2\n3\t4\n5\t6\n",
                             "Chapter 1\nThe quay\nChapter 2\n", "12 the\n"})
        CHECK_FALSE(looks_like_counted_list(text));
}

TEST_CASE("one long line, and many short ones, take linear time") {
    const std::string word(std::size_t{4} << 20, 'a');
    CHECK(read(word + "\t3\n").size() == word.size() + 3);
    CHECK(read('"' + word + "\",3\n").size() == word.size() + 3);
    CHECK(read(std::string(std::size_t{1} << 20, ',') + "\n").starts_with("l:1: 1048577 columns"));
    std::string lines;
    for (int i = 0; i < 200000; ++i) lines += "a 1\n";
    CHECK(read(lines).size() == 200000 * 4);
}
