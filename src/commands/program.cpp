// Chooses the command by the first word, reads its options, runs it.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdio>

#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "analyze/commands/command.hpp"
#include "analyze/commands/inputs.hpp"
#include "analyze/commands/message.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/commands/settings.hpp"
#include "pages.hpp"

namespace analyze {
namespace {

bool exists(const std::string& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0;
}

/// A first word that is neither a command nor a file, and does not look like the name of a file.
void refuse_unknown_word(const std::string& word) {
    if (word.empty() || word[0] == '-' || word.find_first_of("./") != std::string::npos ||
        exists(word))
        return;
    std::vector<std::string_view> names;
    for (const Command& command : commands()) names.push_back(command.name);
    const std::string_view close = nearest(word, names);
    throw Error(Fault::usage,
                fmt::format("'{}' is neither a command nor a file; {}", word,
                            close.empty() ? "analyze --help lists the commands"
                                          : fmt::format("did you mean '{}'?", close)));
}

/// `analyze -q words a.txt`: the report runs, and the command's name looks like a file.
void refuse_late_command(const OptionList& options) {
    if (options.operand_name() != "FILE") return;
    for (const std::string& operand : *options.operand_target())
        if (find_command(operand) != nullptr && !exists(operand))
            throw Error(Fault::usage,
                        fmt::format("there is no file '{0}'; the name of a command comes "
                                    "first: analyze {0}",
                                    operand));
}

void print(std::string_view text) {
    OutputFile out;
    out.write(text);
    out.close();
}

}  // namespace

int run_program(const std::vector<std::string>& arguments) {
    const std::string first = arguments.empty() ? std::string() : arguments.front();
    const Command* named = find_command(first);
    if (named == nullptr) refuse_unknown_word(first);
    const Command& command = named != nullptr ? *named : commands().front();
    const std::string_view name = named != nullptr ? command.name : std::string_view();

    const std::unique_ptr<Action> action = command.make();
    OptionList options;
    action->declare(options);
    const std::vector<std::string> rest(arguments.begin() + (named != nullptr ? 1 : 0),
                                        arguments.end());
    switch (parse(options, rest, name)) {
        case Asked::version:
            print("analyze " ANALYZE_VERSION "\n");
            return 0;
        case Asked::short_help: {
            const Pages pages;
            print(short_help(pages.page(name), pages.commands(), style_for({})));
            return 0;
        }
        case Asked::long_help: {
            const Pages pages;
            print(long_help(pages.page(name), pages.commands(), style_for({})));
            return 0;
        }
        case Asked::run:
            break;
    }
    refuse_late_command(options);
    try {
        return action->run();
    } catch (const NothingToRead&) {
        const Pages pages;
        Style style = style_for({});
        style.colour = false;  // it was asked for standard output
        const std::string help = short_help(pages.page(name), pages.commands(), style);
        std::fwrite(help.data(), 1, help.size(), stderr);
        tell("no input: name a file, or - for standard input");
        return 2;
    }
}

}  // namespace analyze
