// Tests of the completion scripts: every option in each, and what the shells make of them.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "../../src/commands/pages.hpp"
#include "sample_pages.hpp"

namespace analyze {
namespace {

void check_options(const Page& program, const std::vector<Page>& commands) {
    const std::string bash = completion(Shell::bash, program, commands);
    const std::string zsh = completion(Shell::zsh, program, commands);
    const std::string fish = completion(Shell::fish, program, commands);
    for (const Page& page : commands) {
        for (const std::string& name : names_in(*page.options)) {
            CAPTURE(page.name, name);
            CHECK(lists(bash, name));
            CHECK(lists(zsh, name));
            CHECK(contains(fish, name.substr(0, 2) == "--" ? " -l " + name.substr(2) + " "
                                                           : " -s " + name.substr(1) + " "));
        }
        CHECK(contains(fish, " = " + page.name + "'"));
    }
}

TEST_CASE("every option of a command stands in its completions") {
    const SamplePages sample;
    check_options(sample.program, sample.commands);
    const Pages pages;
    check_options(pages.program(), pages.commands());
}

TEST_CASE("the scripts quote what their shell would read, and know what a value may be") {
    const SamplePages sample;
    const auto script = [&](Shell shell) {
        return completion(shell, sample.program, sample.commands);
    };
    const std::string zsh = script(Shell::zsh);
    CHECK(zsh.starts_with("#compdef analyze\n"));
    CHECK(contains(
        zsh, R"('*--include=[only files that match; '\''*.txt'\'' \[quoted\]\: "so"]:GLOB: ')"));
    CHECK(contains(
        zsh, "'(-f --format)-f+[text for people, the other for programs]:FORMAT:(text json)'"));
    CHECK(contains(zsh, "'(--data)--data=[a folder `like this` or ~/that\\\\one]:DIR:_files -/'"));
    CHECK(contains(zsh, "'words:count words: how often each occurs'"));
    CHECK(contains(zsh,
                   "            words|w) shift words; ((CURRENT--)); _analyze_words; return ;;\n"));
    const std::string fish = script(Shell::fish);
    CHECK(contains(fish, R"(-d 'only files that match; \'*.txt\' [quoted]: "so"')"));
    CHECK(contains(fish, " -s f -l format -x -a 'text json' -d "));
    CHECK(contains(fish, " -s o -l output -r -F -d "));
    CHECK(contains(fish, " -l data -x -a '(__fish_complete_directories)' -d "));
    CHECK(contains(fish, "        case words w\n            echo words\n"));
    // a command without operands completes no files
    CHECK(contains(fish, "complete -c analyze -n 'test (__analyze_command) = check' -f\n"));
    CHECK_FALSE(contains(fish, "= words' -f\n"));
    const std::string bash = script(Shell::bash);
    CHECK(contains(bash, "                -f|--format) words='text json'; kind=words ;;\n"));
    CHECK(contains(bash, "                --data) kind=directories ;;\n"));
    CHECK(contains(bash, "                -o|--output) kind=files ;;\n"));
    CHECK(contains(bash, "                --match) kind=nothing ;;\n"));
}

TEST_CASE("the shells accept the completion scripts") {
    const SamplePages sample;
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
    const SamplePages sample;
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
