// Tests of the command table: every command is found by its names and lists sound options.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>

#include "analyze/commands/command.hpp"
#include "analyze/commands/options.hpp"

using namespace analyze;

TEST_CASE("the report stands first and summaries are one line without a full stop") {
    REQUIRE_FALSE(commands().empty());
    CHECK(commands().front().name == "report");
    for (const Command& command : commands()) {
        CAPTURE(command.name);
        CHECK_FALSE(command.summary.empty());
        CHECK_FALSE(command.summary.ends_with('.'));
        CHECK(command.summary.find('\n') == std::string_view::npos);
    }
}

TEST_CASE("every command is found by its names, which are all different, and lists its options") {
    std::vector<std::string_view> names;
    for (const Command& command : commands()) {
        CHECK(find_command(command.name) == &command);
        names.push_back(command.name);
        if (!command.alias.empty()) {
            CHECK(find_command(command.alias) == &command);
            names.push_back(command.alias);
        }
        OptionList options;
        const auto action = command.make();
        action->declare(options);
        std::vector<std::string> seen;
        for (const Option& option : options.options()) {
            INFO(command.name << " " << option.names);
            CHECK(option.store != nullptr);
            CHECK_FALSE(option.help.empty());
            CHECK_FALSE(option.help.ends_with('.'));
            CHECK(std::find(seen.begin(), seen.end(), option.names) == seen.end());
            seen.push_back(option.names);
        }
    }
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    CHECK(find_command("") == nullptr);
    CHECK(find_command("Words") == nullptr);
}
