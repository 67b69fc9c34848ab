// Tests of the pages: one for each command, with text, examples and options that fit together.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/pages.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"

using namespace analyze;

TEST_CASE("there is a page for each command, found by both its names") {
    const Pages pages;
    REQUIRE(pages.commands().size() == commands().size());
    for (std::size_t i = 0; i < commands().size(); ++i) {
        const Command& command = commands()[i];
        const Page& page = pages.commands()[i];
        CHECK(page.name == command.name);
        CHECK(page.alias == command.alias);
        CHECK(page.summary == command.summary);
        REQUIRE(page.options != nullptr);
        CHECK(&pages.page(command.name) == &page);
        if (!command.alias.empty()) CHECK(&pages.page(command.alias) == &page);
    }
    CHECK(&pages.page("") == &pages.program());
    CHECK(pages.program().name.empty());
    CHECK(pages.program().options == pages.commands().front().options);
}

TEST_CASE("a page that is not there is refused with the nearest one") {
    const Pages pages;
    const auto refusal = [&](const char* name) {
        try {
            (void)pages.page(name);
        } catch (const Error& error) {
            CHECK(error.fault() == Fault::usage);
            return std::string(error.what());
        }
        return std::string("found");
    };
    CHECK(refusal("wrods") == "there is no command 'wrods'; did you mean 'words'?");
    CHECK(refusal("bananas") == "there is no command 'bananas'; analyze --help lists them");
}

/// The arguments of the first `analyze` on a shell's line, quotes taken off.
std::vector<std::string> arguments_of(const std::string& line) {
    std::vector<std::string> words;
    bool begun = false;
    std::size_t at = line.find("analyze");
    while (at < line.size()) {
        const bool quoted = line[at] == '\'';
        const std::size_t end = std::min(line.find(quoted ? '\'' : ' ', at + 1), line.size());
        const std::string word = line.substr(at + (quoted ? 1 : 0), end - at - (quoted ? 1 : 0));
        if (!quoted && (word == "|" || word == ">")) break;
        if (begun) words.push_back(word.substr(0, quoted ? word.size() : word.find(')')));
        begun = true;
        at = end + (quoted ? 2 : 1);
    }
    return words;
}

TEST_CASE("every page says what its command is for, with examples that its options can read") {
    const Pages pages;
    std::vector<Page> all = pages.commands();
    all.push_back(pages.program());
    std::size_t examples = 0;
    for (const Page& page : all) {
        CAPTURE(page.name);
        CHECK((page.name == "help" || !page.description.empty()));
        for (const Example& example : page.examples) {
            CAPTURE(example.line);
            CHECK_FALSE(example.what.empty());
            CHECK_FALSE(example.what.ends_with('.'));
            std::vector<std::string> words = arguments_of(example.line);
            const Command* named = words.empty() ? nullptr : find_command(words.front());
            if (named != nullptr) words.erase(words.begin());
            const Page& read = pages.page(named == nullptr ? "" : named->name);
            if (!page.name.empty() && page.name != "report") CHECK(read.name == page.name);
            CHECK_NOTHROW(parse(*read.options, words, read.name));
            ++examples;
        }
    }
    CHECK(examples > commands().size());
}

TEST_CASE("the text of a command leaves name, summary and options to the command table") {
    const Page text = manual_text("words");
    CHECK(text.description.find("UAX #29") != std::string::npos);
    CHECK(text.name.empty());
    CHECK(text.summary.empty());
    CHECK(text.options == nullptr);
    CHECK(manual_text("bananas").description.empty());
    CHECK(manual_text("").description != text.description);
}
