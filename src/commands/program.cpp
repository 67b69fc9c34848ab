// Chooses the command, runs it, and turns what it throws into a message and an exit status.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdio>

#include "analyze/analysis/outline.hpp"
#include "analyze/base/error.hpp"
#include "analyze/commands/command.hpp"

namespace analyze {

std::span<const Command> commands() { return {}; }

int run_program(const std::vector<std::string>& arguments) {
    for (const std::string& path : arguments) {
        Tokenizer tokenizer;
        Document document(Source::read(path), tokenizer);
        fmt::print("{}: {} tokens, {} sections\n", path, document.tokens().size(),
                   read_outline(document).sections.size());
    }
    return 0;
}

}  // namespace analyze
