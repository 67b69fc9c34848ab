// Reads a command line into the targets of an option list; the one place that knows CLI11.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "analyze/base/error.hpp"
#include "analyze/commands/options.hpp"

namespace analyze {
namespace {

std::string see_help(std::string_view command) {
    return fmt::format("; see analyze {}{}--help", command, command.empty() ? "" : " ");
}

/// CLI11 takes the next argument as the value of "--name="; here that value is the empty text.
std::vector<std::string> prepared(const std::vector<std::string>& arguments) {
    std::vector<std::string> out;
    bool options = true;
    for (const std::string& argument : arguments) {
        options = options && argument != "--";
        if (options && argument.size() > 3 && argument.starts_with("--") &&
            argument.find('=') == argument.size() - 1) {
            out.push_back(argument.substr(0, argument.size() - 1));
            out.emplace_back();
        } else {
            out.push_back(argument);
        }
    }
    std::reverse(out.begin(), out.end());  // the order that CLI11 wants
    return out;
}

[[noreturn]] void refuse_unknown(const std::string& given, const OptionList& list,
                                 std::string_view command) {
    const std::string name = given.substr(0, given.find('='));
    std::vector<std::string_view> known;
    for (const Option& option : list.options()) {
        const std::size_t at = option.names.find("--");
        if (at != std::string::npos) known.push_back(std::string_view(option.names).substr(at));
    }
    const std::string_view close = name.starts_with("--") ? nearest(name, known) : "";
    throw Error(Fault::usage,
                fmt::format("unknown option {}{}{}", name,
                            close.empty() ? "" : fmt::format("; did you mean {}?", close),
                            close.empty() ? see_help(command) : ""));
}

void store(const Option& option, const std::string& value) {
    if (!option.choices.empty() &&
        std::find(option.choices.begin(), option.choices.end(), value) == option.choices.end())
        throw Error(Fault::usage, fmt::format("{} takes {}, not '{}'", option.names,
                                              fmt::join(option.choices, ", "), value));
    option.store(value);
}

/// What is no option: files. CLI11 hands unknown options over in the same list, before any "--".
void take_operands(const std::vector<std::string>& rest, const OptionList& list,
                   std::string_view command) {
    bool options = true;
    for (const std::string& argument : rest) {
        if (options && argument == "--") {
            options = false;
        } else if (options && argument.size() > 1 && argument[0] == '-') {
            refuse_unknown(argument, list, command);
        } else if (list.operand_target() == nullptr) {
            throw Error(Fault::usage,
                        fmt::format("unexpected argument '{}'{}", argument, see_help(command)));
        } else {
            list.operand_target()->push_back(argument);
        }
    }
}

}  // namespace

Asked parse(const OptionList& list, const std::vector<std::string>& arguments,
            std::string_view command) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    for (const Option& option : list.options()) {
        const auto take = [&option](const CLI::results_t& values) {
            for (const std::string& value : values) store(option, value);
            return true;
        };
        CLI::Option* added = nullptr;
        if (option.value.empty()) {
            added = app.add_flag_callback(option.names, [&option] { option.store(""); });
            added->disable_flag_override();
        } else {
            added = app.add_option(option.names, take);
            added->allow_extra_args(false);
            added->multi_option_policy(option.repeats ? CLI::MultiOptionPolicy::TakeAll
                                                      : CLI::MultiOptionPolicy::TakeLast);
        }
    }
    CLI::Option* short_help = app.add_flag("-h");
    CLI::Option* long_help = app.add_flag("--help");
    CLI::Option* version = app.add_flag("--version");
    try {
        app.parse(prepared(arguments));
    } catch (const CLI::ArgumentMismatch& error) {
        // "--top: 1 required TEXT missing", but "quiet was given a disallowed flag override"
        const std::string_view what(error.what());
        const std::size_t colon = what.find(':');
        throw Error(
            Fault::usage,
            colon == std::string_view::npos
                ? fmt::format("--{} takes no value{}", what.substr(0, what.find(' ')),
                              see_help(command))
                : fmt::format("{} needs a value{}", what.substr(0, colon), see_help(command)));
    } catch (const CLI::ParseError& error) {
        throw Error(Fault::usage, fmt::format("{}{}", error.what(), see_help(command)));
    }
    if (long_help->count() > 0) return Asked::long_help;
    if (short_help->count() > 0) return Asked::short_help;
    if (version->count() > 0) return Asked::version;
    take_operands(app.remaining(), list, command);
    return Asked::run;
}

}  // namespace analyze
