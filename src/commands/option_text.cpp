// An option in words: its names, what it takes, its groups; shared by help, man pages, completions.
// SPDX-License-Identifier: Apache-2.0
#include "option_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analyze/base/ascii.hpp"

namespace analyze {
namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + separator.size());
    }
}

Option standard(const char* names, const char* help) {
    Option option;
    option.names = names;
    option.help = help;
    return option;
}

}  // namespace

std::vector<std::string_view> names_of(const Option& option) {
    return split(option.names, ",");
}

std::string explained(const Option& option) {
    std::string remark = fmt::format("{}", fmt::join(option.choices, ", "));
    if (!option.fallback.empty())
        remark += fmt::format("{}default {}", remark.empty() ? "" : "; ", option.fallback);
    return remark.empty() ? option.help : fmt::format("{} ({})", option.help, remark);
}

std::string sentence(std::string text) {
    if (!text.empty()) text[0] = ascii::upper(text[0]);
    return text + '.';
}

std::vector<OptionGroup> groups_of(const Page& page) {
    std::vector<OptionGroup> groups;
    if (page.options != nullptr)
        for (const Option& option : page.options->options()) {
            auto group = std::find_if(groups.begin(), groups.end(),
                                      [&](const OptionGroup& g) { return g.name == option.group; });
            if (group == groups.end()) group = groups.insert(groups.end(), {option.group, {}});
            group->options.push_back(option);
        }
    groups.push_back(
        {"Help",
         {standard("-h", "a short help"), standard("--help", "the whole help, with examples"),
          standard("--version", "the version of the program")}});
    return groups;
}

std::vector<std::string> usage_of(const Page& page, std::string_view ellipsis) {
    std::vector<std::string> ways;
    if (page.options != nullptr) ways = page.options->ways();
    if (ways.empty() && page.options != nullptr && !page.options->operand_name().empty())
        ways.push_back(fmt::format("[{}…]", page.options->operand_name()));
    if (ways.empty()) ways.emplace_back();
    std::vector<std::string> usage;
    const auto add = [&](std::string_view start) {
        for (const std::string& way : ways) {
            std::string line = fmt::format("{} [OPTION…]{}{}", start, way.empty() ? "" : " ", way);
            for (std::size_t at = 0; (at = line.find("…", at)) != std::string::npos;
                 at += ellipsis.size())
                line.replace(at, std::string_view("…").size(), ellipsis);
            usage.push_back(std::move(line));
        }
    };
    if (page.name.empty()) add("analyze COMMAND");
    add(page.name.empty() ? "analyze" : "analyze " + page.name);
    return usage;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    return split(text, "\n");
}

std::vector<std::string_view> paragraphs_of(std::string_view text) {
    std::vector<std::string_view> paragraphs;
    for (std::string_view part : split(text, "\n\n")) {
        while (!part.empty() && part.front() == '\n') part.remove_prefix(1);
        while (!part.empty() && part.back() == '\n') part.remove_suffix(1);
        if (!part.empty()) paragraphs.push_back(part);
    }
    return paragraphs;
}

bool is_sample(std::string_view paragraph) {
    const auto lines = lines_of(paragraph);
    return std::all_of(lines.begin(), lines.end(),
                       [](std::string_view line) { return !line.empty() && line.front() == ' '; });
}

Completes completes(const Option& option) {
    if (!option.choices.empty()) return Completes::choices;
    if (option.value == "FILE" || option.value == "LIST" || option.value == "REF")
        return Completes::files;
    return option.value == "DIR" ? Completes::directories : Completes::nothing;
}

const std::vector<Meaning>& exit_statuses() {
    static const std::vector<Meaning> kStatuses = {
        {"0", "every input was analysed, also where nothing was found in it"},
        {"1", "finished, but some input failed; each failure is named on standard error"},
        {"2", "wrong usage, an unusable resource, or output that could not be written"}};
    return kStatuses;
}

const std::vector<Meaning>& environment_variables() {
    static const std::vector<Meaning> kVariables = {
        {"ANALYZE_DATA", "a folder whose word lists and models replace those of the program"},
        {"NO_COLOR", "when set and not empty: no colours, unless --color=always asks for them"},
        {"TERM", "\"dumb\": no colours, unless --color=always asks for them"},
        {"COLUMNS", "the width that text output fits into"}};
    return kVariables;
}

}  // namespace analyze
