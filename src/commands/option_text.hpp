// An option in words: its names, what it takes, its groups; shared by help, man pages, completions.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyze/commands/manual.hpp"
#include "analyze/commands/options.hpp"

namespace analyze {

/// "-f", "--format" of "-f,--format".
[[nodiscard]] std::vector<std::string_view> names_of(const Option& option);

/// The help, then in brackets the choices or the default, if there are: "… (text, json; default
/// text)".
[[nodiscard]] std::string explained(const Option& option);

/// A phrase as a sentence of its own: "Count words." of "count words".
[[nodiscard]] std::string sentence(std::string text);

struct OptionGroup {
    std::string name;
    std::vector<Option> options;
};
/// All options of a page in the order of their groups, with -h, --help and --version, which the
/// parser knows by itself, at the end.
[[nodiscard]] std::vector<OptionGroup> groups_of(const Page& page);

/// "analyze words [OPTION…] [FILE…]"; one line for each way to call it.
[[nodiscard]] std::vector<std::string> usage_of(const Page& page, std::string_view ellipsis);

/// Paragraphs of a text, parted by blank lines.
[[nodiscard]] std::vector<std::string_view> paragraphs_of(std::string_view text);
/// A paragraph whose lines all begin with blanks: shown as it stands.
[[nodiscard]] bool is_sample(std::string_view paragraph);
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

/// What the shell can complete after an option.
enum class Completes { nothing, choices, files, directories };
[[nodiscard]] Completes completes(const Option& option);

/// A row of a fixed list: an exit status or an environment variable and what it means.
struct Meaning {
    std::string_view name, text;
};
[[nodiscard]] const std::vector<Meaning>& exit_statuses();
[[nodiscard]] const std::vector<Meaning>& environment_variables();

}  // namespace analyze
