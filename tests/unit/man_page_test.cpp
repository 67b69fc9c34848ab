// Tests of the man pages: every option, roff that says the texts as they stand, the same bytes each time.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "../../src/commands/pages.hpp"
#include "sample_pages.hpp"

namespace analyze {
namespace {

std::string without(std::string text, const std::string& part) {
    for (std::size_t at = 0; (at = text.find(part)) != std::string::npos;)
        text.erase(at, part.size());
    return text;
}

void check_options(const std::vector<Page>& commands) {
    for (const Page& page : commands) {
        const std::string man = without(man_page(page, commands), "\\");
        for (const std::string& name : names_in(*page.options)) {
            CAPTURE(page.name, name);
            CHECK(lists(man, "fB" + name + "fR"));
        }
    }
}

TEST_CASE("every option of a command stands in its man page") {
    check_options(SamplePages().commands);
    check_options(Pages().commands());
}

TEST_CASE("a man page, line by line") {
    bool deep = false;
    OptionList options;
    options.flag("-d,--deep", deep, "look ~deeper");
    const Page page{.name = "dive",
                    .alias = "d",
                    .summary = "go down",
                    .description = ".first\n'second\n\n  as\\it\n  is",
                    .examples = {{"one dive", "analyze dive -d"}},
                    .options = &options};
    const std::string man = man_page(page, std::vector<Page>{page, {.name = "rise"}});
    // what follows the options is the same on every page
    CHECK(man.substr(0, man.find(".SS Help")) ==
          ".TH ANALYZE\\-DIVE 1 \"\" \"analyze " ANALYZE_VERSION
          "\" \"User Commands\"\n.nh\n.ad l\n"
          ".SH NAME\nanalyze\\-dive \\- go down\n"
          ".SH SYNOPSIS\n\\fBanalyze dive\\fR [OPTION...]\n.br\nAlso: \\fBanalyze d\\fR\n"
          ".SH DESCRIPTION\n\\&.first\n\\&\\(aqsecond\n.PP\n"
          ".RS 4\n.nf\n  as\\(rsit\n  is\n.fi\n.RE\n"
          ".SH OPTIONS\n.SS Options\n.TP\n\\fB\\-d\\fR, \\fB\\-\\-deep\\fR\nLook \\(tideeper.\n");
    CHECK(contains(man, ".SH EXAMPLES\n.PP\nOne dive.\n.RS 4\n.nf\nanalyze dive \\-d\n.fi\n.RE\n"));
    // a page refers to all the others and not to itself
    CHECK(man.ends_with(".SH SEE ALSO\n\\fBanalyze\\fR(1),\n\\fBanalyze\\-rise\\fR(1)\n"));
    CHECK(contains(man, ".SH EXIT STATUS\n.TP\n\\fB0\\fR\n"));
    CHECK_FALSE(contains(man, ".SH COMMANDS"));
}

TEST_CASE("the program's own man page lists the commands and their second names") {
    const SamplePages sample;
    const std::string man = man_page(sample.program, sample.commands);
    CHECK(man.starts_with(".TH ANALYZE 1 "));
    CHECK(contains(man,
                   ".SH COMMANDS\n.TP\n\\fBwords\\fR, \\fBw\\fR\nCount words: how often each "
                   "occurs.\n.TP\n\\fBcheck\\fR\nCheck it.\n"));
    CHECK(man_page({}, {}).find(".SH SEE ALSO") == std::string::npos);
}

TEST_CASE("groff reads the man pages without a warning and shows the texts as they stand") {
    if (!installed("groff")) return;
    const SamplePages sample;
    const Pages pages;
    std::vector<Page> all = {sample.program, sample.words_page, sample.commands[1],
                             pages.program()};
    all.insert(all.end(), pages.commands().begin(), pages.commands().end());
    for (const Page& page : all) {
        CAPTURE(page.name);
        const TemporaryFile file(man_page(page, pages.commands()));
        int status = 0;
        CHECK(output_of("groff -Kutf8 -Tutf8 -man -ww -z " + file.path(), status).empty());
        CHECK(status == 0);
    }
    const TemporaryFile file(man_page(sample.words_page, sample.commands));
    int status = 0;
    const std::string text =
        output_of("groff -Kutf8 -man -Tascii -P-cbou -rLL=200n " + file.path(), status);
    for (const char* part :
         {"words - count words", "analyze words [OPTION...] [FILE...]", "-f, --format FORMAT",
          "'*.txt' [quoted]: \"so\"", "`like this` or ~/that\\one", ".5 or 'nothing'",
          ".A dot and 'a quote' begin lines.", "  a sample    stays", "\\as it is",
          "analyze words --top 10 a.txt", "EXIT STATUS", "analyze(1)", "analyze-check(1)"}) {
        CAPTURE(part);
        CHECK(contains(text, part));
    }
}

}  // namespace
}  // namespace analyze
