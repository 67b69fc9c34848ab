// The pages of the manual: what the command table, the option lists and the texts say together.
// SPDX-License-Identifier: Apache-2.0
#include "pages.hpp"

#include <fmt/format.h>

#include "analyze/base/error.hpp"

namespace analyze {

Pages::Pages() {
    const auto table = analyze::commands();
    options_.resize(table.size());  // pages point into it
    for (std::size_t i = 0; i < table.size(); ++i) {
        actions_.push_back(table[i].make());
        actions_.back()->declare(options_[i]);
        Page page = manual_text(table[i].name);
        page.name = table[i].name;
        page.alias = table[i].alias;
        page.summary = table[i].summary;
        page.options = &options_[i];
        pages_.push_back(std::move(page));
    }
    program_ = manual_text("");
    program_.summary = "Words, names and structure of plain-text articles";
    program_.options = &options_.front();
}

const Page& Pages::page(std::string_view command) const {
    if (command.empty()) return program_;
    std::vector<std::string_view> names;
    for (const Page& page : pages_) {
        if (page.name == command || page.alias == command) return page;
        names.push_back(page.name);
    }
    const std::string_view close = nearest(command, names);
    throw Error(Fault::usage,
                fmt::format("there is no command '{}'; {}", command,
                            close.empty() ? "analyze --help lists them"
                                          : fmt::format("did you mean '{}'?", close)));
}

}  // namespace analyze
