// The command table: every subcommand is one row here and one file beside it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace analyze {

/// A subcommand. `run` gets the arguments after its name and returns the exit status.
struct Command {
    std::string_view name;
    std::string_view summary;
    int (*run)(const std::vector<std::string>& arguments);
};

[[nodiscard]] std::span<const Command> commands();

/// Chooses the command by the first word (else the report) and runs it. Every exception becomes a
/// message on stderr and an exit status here.
int run_program(const std::vector<std::string>& arguments);

}  // namespace analyze
