// The command table: every subcommand is one row of it and one file in src/commands.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace analyze {

class OptionList;

/// One run of one command: declares its options (bound to its own members), then works.
class Action {
public:
    virtual ~Action() = default;
    /// Lists the options; called once, before run(), and alone where only help is wanted.
    virtual void declare(OptionList& options) = 0;
    /// Does the work and returns the exit status. Throws Error.
    virtual int run() = 0;
};

/// A subcommand.
struct Command {
    std::string_view name;
    std::string_view alias;    ///< a second name, empty: none
    std::string_view summary;  ///< one line, without a full stop
    std::unique_ptr<Action> (*make)();
};

/// All commands, the report first.
[[nodiscard]] std::span<const Command> commands();
/// The command of that name or alias, or null.
[[nodiscard]] const Command* find_command(std::string_view name);

/// Chooses the command by the first word (else the report), reads its options and runs it. Returns
/// the exit status; throws Error for what ends the whole run.
int run_program(const std::vector<std::string>& arguments);

}  // namespace analyze
