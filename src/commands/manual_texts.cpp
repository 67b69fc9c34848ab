// The prose of the manual: what each command is for, and examples to start from.
// SPDX-License-Identifier: Apache-2.0
#include "pages.hpp"

namespace analyze {
namespace {

constexpr std::string_view kProgram = R"(
Reads plain-text articles and reports what they are (title, date, author), how they are built (an
outline of their sections), their words and their named entities. Without the name of a command the
report is made; the other commands show one thing each, in full.

Inputs are files, directories, or standard input (-, or nothing named). A directory stands for the
files below it, in byte order of their paths; files whose names begin with a dot are passed over.
Compressed files (gzip, zstd, xz, bzip2) are read as what is in them. A file that bears the name of a
command is written ./words.

The encoding of a text is found out: by a byte order mark, else by its being valid UTF-8, else by its
letters. --encoding sets it.

An input that cannot be read is named on standard error, the others are analysed, and the exit
status is 1. Ctrl-C ends a run over many inputs after the ones in work; what was computed is written,
with -o FILE to FILE.partial. A second Ctrl-C ends it at once.
)";

constexpr std::string_view kReport = R"(
For each text: what it says about itself, its length, its sections with their words and most
frequent names, its most frequent words without the stop words, and its names by type. With -f csv
or tsv: one row of figures for each text.
)";

constexpr std::string_view kWords = R"(
Counts words by Unicode's rules (UAX #29) in upper or lower case alike. Texts of any size are read
in constant memory but for the list of words. Ranks go by frequency, and words of equal frequency by
their bytes; per_million is of all words, those left out included; documents is the number of texts
(with --by section: of sections) that have the word.

The filters --min-count, --stopwords and --match say which words are listed; they do not change what
is counted. A pattern is searched in the word as it is listed: ^ and $ tie it to the ends.
)";

constexpr std::string_view kEntities = R"(
Lists each mention of a name with its type, its place in the file (bytes, the end exclusive), the
number of its sentence and the heading of its section. A possessive ending is no part of a name.

With -f conll the tokens of the text are printed one a line with IOB2 tags. With --pretokenized the
input comes in that form already: a token is what stands before the first tab, else before the first
blank; each line of input gives one line of output.
)";

constexpr std::string_view kSections = R"(
Divides each text into blocks: title, heading, paragraph, list_item, quote, metadata, code, table,
verse, caption, pullquote and boilerplate. A block's place is that of its content in the file, marks
such as # left out, in bytes, the end exclusive.
)";

constexpr std::string_view kTokens = R"(
Prints every token: its place in the file (bytes, the end exclusive), its kind (word, number,
punctuation, symbol, url, email, hashtag, mention or emoji) and its text, with tabs between. With
several inputs each line begins with the name of its file.
)";

constexpr std::string_view kSentences = R"(
Prints every sentence: its place in the file (bytes, the end exclusive), the kind of block that it
stands in, and its text on one line, with tabs between. With several inputs each line begins with the
name of its file.
)";

constexpr std::string_view kMan = R"(
Prints the source of a man page, for the program or for one of its commands.
)";

constexpr std::string_view kCompletions = R"(
Prints a script for bash, zsh or fish.
)";

std::string text(std::string_view raw) {
    return std::string(raw.substr(1));
}

}  // namespace

Page manual_text(std::string_view command) {
    Page page;
    if (command.empty()) {
        page.description = text(kProgram);
        page.examples = {
            {"a report on an article", "analyze article.txt"},
            {"the same from a pipe", "cat article.txt | analyze"},
            {"the frequent words of a folder as a spreadsheet",
             "analyze words articles/ -f csv -o words.csv"},
            {"all names in many files, for a program",
             "find . -name '*.txt' -print0 | analyze entities --files0-from - -f jsonl"}};
    } else if (command == "report") {
        page.description = text(kReport);
        page.examples = {
            {"a report on an article", "analyze article.txt"},
            {"figures of all articles, one row each", "analyze report articles/ -f csv"}};
    } else if (command == "words") {
        page.description = text(kWords);
        page.examples = {{"the fifty most frequent words", "analyze words article.txt"},
                         {"without stop words, the first ten",
                          "analyze words --stopwords en --top 10 articles/"},
                         {"all words that begin with a letter, for a program",
                          "analyze words --match '^\\p{L}' -f tsv articles/"},
                         {"the words of each section", "analyze words --by section article.txt"}};
    } else if (command == "entities") {
        page.description = text(kEntities);
        page.examples = {{"each mention of a name", "analyze entities article.txt"},
                         {"the people and organisations of a text with their mentions",
                          "analyze entities --summary --types person,org article.txt"},
                         {"tags for tokens made elsewhere",
                          "analyze entities --pretokenized -f conll tokens.conll"}};
    } else if (command == "sections") {
        page.description = text(kSections);
        page.examples = {
            {"the headings as a tree", "analyze sections --outline article.txt"},
            {"blocks and metadata for a program", "analyze sections -f jsonl articles/"}};
    } else if (command == "tokens") {
        page.description = text(kTokens);
        page.examples = {{"the kinds of tokens in a text, counted",
                          "analyze tokens article.txt | cut -f 3 | sort | uniq -c"}};
    } else if (command == "sentences") {
        page.description = text(kSentences);
        page.examples = {{"one sentence a line", "analyze sentences article.txt | cut -f 4"}};
    } else if (command == "man") {
        page.description = text(kMan);
        page.examples = {{"read the manual of a command", "analyze man words | man -l -"}};
    } else if (command == "completions") {
        page.description = text(kCompletions);
        page.examples = {{"for this session of bash", "source <(analyze completions bash)"}};
    }
    return page;
}

}  // namespace analyze
