// Tests of the help texts: every option stands in them, and they fit into any width.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/manual.hpp"

#include <catch2/catch.hpp>

#include "../../src/commands/pages.hpp"
#include "analyze/base/display_width.hpp"
#include "sample_pages.hpp"

namespace analyze {
namespace {

void check_options(const std::vector<Page>& commands) {
    for (const Page& page : commands) {
        const std::string whole = long_help(page, commands, {});
        for (const std::string& name : names_in(*page.options)) {
            CAPTURE(page.name, name);
            CHECK(lists(whole, name));
        }
        CHECK(contains(short_help(page, commands, {}), "analyze " + page.name + " --help"));
        CHECK_FALSE(lists(whole, "--missing"));
        CHECK_FALSE(lists("--format", "-f"));
    }
}

TEST_CASE("every option of a command stands in its help") {
    check_options(SamplePages().commands);
    check_options(Pages().commands());
}

TEST_CASE("a help text, line by line") {
    const SamplePages sample;
    CHECK(long_help(sample.words_page, sample.commands, {.unicode = false, .width = 60}) ==
          R"(Count words: how often each occurs.

Usage
  analyze words [OPTION...] [FILE...]

Examples
  the ten most frequent words:
      analyze words --top 10 a.txt
  one that it's hard to quote:
      find . -name '*.txt' | w

Description
  The first paragraph is long enough to be wrapped where
  lines are short, and it names -f.

  .A dot and 'a quote' begin lines.

    a sample    stays
    \as it is

Input
      --include GLOB   only files that match; '*.txt'
                       [quoted]: "so"
      --data DIR       a folder `like this` or ~/that\one
  -z, --zero           back in the first group

Output
  -f, --format FORMAT  text for people, the other for
                       programs (text, json; default text)
  -o, --output FILE    write to FILE (it's replaced at the
                       end)
      --top N          .5 or 'nothing': show the N most
                       frequent (default 50)
      --match REGEX    only words that match $(REGEX), 100%
                       of them

Help
  -h                   a short help
      --help           the whole help, with examples
      --version        the version of the program

Exit status
  0  every input was analysed, also where nothing was found
     in it
  1  finished, but some input failed; each failure is named
     on standard error
  2  wrong usage, an unusable resource, or output that could
     not be written

Environment
  ANALYZE_DATA  a folder whose word lists and models replace
                those of the program
  NO_COLOR      when set and not empty: no colours, unless
                --color=always asks for them
  TERM          "dumb": no colours, unless --color=always
                asks for them
  COLUMNS       the width that text output fits into
)");
    const std::string brief = short_help(sample.words_page, sample.commands, {});
    CHECK_FALSE(contains(brief, "Examples"));
    CHECK_FALSE(contains(brief, "paragraph"));
}

TEST_CASE("the short help is short: the options of the command alone") {
    const Pages pages;
    for (const Page& page : pages.commands()) {
        const std::string help = short_help(page, pages.commands(), {});
        CAPTURE(page.name, help);
        CHECK(std::count(help.begin(), help.end(), '\n') <= 36);
    }
    const std::string program = short_help(pages.program(), pages.commands(), {});
    CHECK(std::count(program.begin(), program.end(), '\n') <= 30);
    const std::string words = short_help(pages.page("words"), pages.commands(), {});
    CHECK(contains(words, "\n  -n, --top N "));
    CHECK(contains(words, "show the first N words\n"));
    CHECK(lists(words, "--format"));
    CHECK_FALSE(lists(words, "--include"));
}

TEST_CASE("the program's own help lists the commands") {
    const SamplePages sample;
    const std::string help = short_help(sample.program, sample.commands, {});
    CHECK(contains(help, "  analyze COMMAND [OPTION…] [FILE…]\n  analyze [OPTION…] [FILE…]\n"));
    CHECK(contains(help, "\n  words, w  count words: how often each occurs\n"));
    CHECK(contains(help, "\n  check     Check it\n"));
}

TEST_CASE("help fits into any width, and is readable on wide terminals") {
    const SamplePages sample;
    for (int width = 1; width < 150; ++width) {
        const std::string help = long_help(sample.words_page, sample.commands, {.width = width});
        std::size_t widest = 0;
        for (std::size_t at = 0; at < help.size();) {
            const std::size_t end = help.find('\n', at);
            widest = std::max(widest, display_width(help.substr(at, end - at)));
            at = end + 1;
        }
        CHECK(widest <= static_cast<std::size_t>(std::min(width, 100)));
    }
}

}  // namespace
}  // namespace analyze
