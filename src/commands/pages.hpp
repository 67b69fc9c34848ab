// The pages of the manual: what the command table, the option lists and the texts say together.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/commands/command.hpp"
#include "analyze/commands/manual.hpp"
#include "analyze/commands/options.hpp"

namespace analyze {

/// All pages, with the actions and option lists that they are made from.
class Pages {
public:
    Pages();
    /// The program's own page for "". Throws Error{usage} that names the nearest command.
    [[nodiscard]] const Page& page(std::string_view command) const;
    [[nodiscard]] const Page& program() const { return program_; }
    [[nodiscard]] const std::vector<Page>& commands() const { return pages_; }

private:
    std::vector<std::unique_ptr<Action>> actions_;
    std::vector<OptionList> options_;
    std::vector<Page> pages_;
    Page program_;
};

/// Description and examples of a command, "" for the program; name, summary and options are left
/// empty.
[[nodiscard]] Page manual_text(std::string_view command);

}  // namespace analyze
