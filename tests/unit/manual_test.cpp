// Tests of help, man pages and completions: every option stands in each, and all are well formed.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/manual.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "../../src/commands/pages.hpp"
#include "analyze/base/display_width.hpp"
#include "analyze/commands/options.hpp"

namespace analyze {
namespace {

/// A program of two commands whose texts hold what roff and the shells could stumble over.
struct Sample {
    std::vector<std::string> files, globs;
    bool flag = false;
    int format = 0;
    std::uint64_t top = 50;
    std::string folder, output, pattern;
    OptionList words, check;
    Page program, words_page;
    std::vector<Page> commands;

    Sample() {
        words.operands("FILE", files);
        words.group("Input");
        words.list("--include", "GLOB", globs, "only files that match; '*.txt' [quoted]: \"so\"");
        words.text("--data", "DIR", folder, "a folder `like this` or ~/that\\one");
        words.group("Output");
        words.choice("-f,--format", "FORMAT", format, {{"text", 0}, {"json", 1}},
                     "text for people, the other for programs");
        words.text("-o,--output", "FILE", output, "write to FILE (it's replaced at the end)");
        words.number("--top", "N", top, 0, 1000, ".5 or 'nothing': show the N most frequent");
        words.text("--match", "REGEX", pattern, "only words that match $(REGEX), 100% of them");
        words.group("Input");
        words.flag("-z,--zero", flag, "back in the first group");
        check.flag("-s,--strict", flag, "without operands");
        words_page = {.name = "words",
                      .alias = "w",
                      .summary = "count words: how often each occurs",
                      .description =
                          "The first paragraph is\nlong enough to be wrapped where lines "
                          "are short, and it names -f.\n\n.A dot and 'a quote' begin "
                          "lines.\n\n  a sample    stays\n  \\as it is\n",
                      .examples = {{"the ten most frequent words", "analyze words --top 10 a.txt"},
                                   {"one that it's hard to quote", "find . -name '*.txt' | w"}},
                      .options = &words};
        program = {.summary = "Read texts", .options = &words};
        commands = {words_page, {.name = "check", .summary = "Check it", .options = &check}};
    }
};

std::vector<std::string> names_in(const OptionList& list) {
    std::vector<std::string> names = {"-h", "--help", "--version"};
    for (const Option& option : list.options())
        for (std::size_t at = 0; at < option.names.size();) {
            const std::size_t end = std::min(option.names.find(',', at), option.names.size());
            names.push_back(option.names.substr(at, end - at));
            at = end + 1;
        }
    return names;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The option as a word of its own: -f is not found in --format.
bool lists(const std::string& text, const std::string& name) {
    for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; ++at) {
        const char before = at == 0 ? ' ' : text[at - 1];
        const char after = at + name.size() < text.size() ? text[at + name.size()] : ' ';
        if (before != '-' && after != '-' && std::isalnum(static_cast<unsigned char>(after)) == 0)
            return true;
    }
    return false;
}

std::string without(std::string text, const std::string& part) {
    for (std::size_t at = 0; (at = text.find(part)) != std::string::npos;)
        text.erase(at, part.size());
    return text;
}

void check_options(const Page& program, const std::vector<Page>& commands) {
    for (const Page& page : commands) {
        const std::string brief = short_help(page, commands, {});
        const std::string whole = long_help(page, commands, {});
        const std::string man = without(man_page(page, commands), "\\");
        const std::string bash = completion(Shell::bash, program, commands);
        const std::string zsh = completion(Shell::zsh, program, commands);
        const std::string fish = completion(Shell::fish, program, commands);
        for (const std::string& name : names_in(*page.options)) {
            CAPTURE(page.name, name);
            CHECK(lists(whole, name));
            CHECK(lists(man, "fB" + name + "fR"));
            CHECK(lists(bash, name));
            CHECK(lists(zsh, name));
            CHECK(contains(fish, " = " + page.name + "'"));
            CHECK(contains(fish, name.substr(0, 2) == "--" ? " -l " + name.substr(2) + " "
                                                           : " -s " + name.substr(1) + " "));
        }
        CHECK(contains(brief, "analyze " + page.name + " --help"));
        CHECK_FALSE(lists(whole, "--missing"));
        CHECK_FALSE(lists("--format", "-f"));
    }
}

TEST_CASE("every option of a command stands in its help, man page and completions") {
    const Sample sample;
    check_options(sample.program, sample.commands);
    const Pages pages;
    check_options(pages.program(), pages.commands());
}

TEST_CASE("a help text, line by line") {
    const Sample sample;
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
        CHECK(std::count(help.begin(), help.end(), '\n') <= 24);
    }
    const std::string program = short_help(pages.program(), pages.commands(), {});
    CHECK(std::count(program.begin(), program.end(), '\n') <= 22);
    const std::string words = short_help(pages.page("words"), pages.commands(), {});
    CHECK(contains(words, "\n  -n, --top N "));
    CHECK(contains(words, "show the first N words\n"));
    CHECK(lists(words, "--format"));
    CHECK_FALSE(lists(words, "--include"));
}

TEST_CASE("the program's own help lists the commands") {
    const Sample sample;
    const std::string help = short_help(sample.program, sample.commands, {});
    CHECK(contains(help, "  analyze COMMAND [OPTION…] [FILE…]\n  analyze [OPTION…] [FILE…]\n"));
    CHECK(contains(help, "\n  words, w  count words: how often each occurs\n"));
    CHECK(contains(help, "\n  check     Check it\n"));
}

TEST_CASE("help fits into any width, and is readable on wide terminals") {
    const Sample sample;
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

/// What a command prints on both streams; `status` gets its exit status.
std::string output_of(const std::string& command, int& status) {
    std::FILE* pipe = ::popen(("exec 2>&1; " + command).c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string out;
    for (int c = 0; (c = std::fgetc(pipe)) != EOF;) out += static_cast<char>(c);
    status = ::pclose(pipe);
    return out;
}

bool installed(const std::string& program) {
    int status = 0;
    output_of("command -v " + program, status);
    if (status != 0) WARN(program + " is not installed: its check is left out");
    return status == 0;
}

/// A file that is gone at the end of its scope.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& content) {
        const int file = ::mkstemp(path_.data());
        REQUIRE(file >= 0);
        ::close(file);
        std::ofstream(path_) << content;
    }
    ~TemporaryFile() { std::remove(path_.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_ = "/tmp/analyze_manual_XXXXXX";
};

TEST_CASE("groff reads the man pages without a warning and shows the texts as they stand") {
    if (!installed("groff")) return;
    const Sample sample;
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

TEST_CASE("the shells accept the completion scripts") {
    const Sample sample;
    for (const std::string name : {"bash", "zsh", "fish"}) {
        if (!installed(name)) continue;
        const Pages pages;
        for (const std::string& script :
             {completion(*shell_named(name), sample.program, sample.commands),
              completion(*shell_named(name), pages.program(), pages.commands())}) {
            const TemporaryFile file(script);
            int status = 0;
            CHECK(output_of(name + " -n " + file.path(), status).empty());
            CHECK(status == 0);
        }
    }
    CHECK_FALSE(shell_named("sh"));
}

TEST_CASE("bash completes commands, options, values and files") {
    if (!installed("bash")) return;
    const Sample sample;
    const TemporaryFile file(completion(Shell::bash, sample.program, sample.commands));
    const auto completed = [&](const std::string& words, int at) {
        int status = 0;
        return output_of("bash -c '. " + file.path() + "; COMP_WORDS=(" + words + "); COMP_CWORD=" +
                             std::to_string(at) + "; _analyze; echo \"${COMPREPLY[*]}\"'",
                         status);
    };
    CHECK(completed("analyze wo", 1) == "words\n");
    CHECK(completed("analyze words --fo", 2) == "--format\n");
    CHECK(completed("analyze w --fo", 2) == "--format\n");
    CHECK(completed("analyze --fo", 1) == "--format\n");
    CHECK(completed("analyze check --fo", 2) == "\n");
    CHECK(completed("analyze words -f \"\"", 3) == "text json\n");
    CHECK(completed("analyze words --format = j", 4) == "json\n");
    CHECK(completed("analyze words --format =", 3) == "text json\n");
    CHECK(completed("analyze words --top 1", 3) == "\n");
    const std::string half = file.path().substr(0, file.path().size() - 1);
    CHECK(completed("analyze words " + half, 2) == file.path() + "\n");
    CHECK(completed("analyze words -o " + half, 3) == file.path() + "\n");
    CHECK(completed("analyze words --data " + half, 3) == "\n");
    CHECK(completed("analyze check " + half, 2) == "\n");
}

}  // namespace
}  // namespace analyze
