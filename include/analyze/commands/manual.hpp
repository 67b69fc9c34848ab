// Help, man pages and shell completions, all made from the option lists alone.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/report/writer.hpp"

namespace analyze {

class OptionList;

/// A command line worth showing and what it is good for (lower case, without a full stop).
struct Example {
    std::string what;  ///< "the fifty most frequent words of a folder"
    std::string line;  ///< "analyze words --top 50 articles/"
};

/// What a manual says about one command. The page whose name is empty is the program's own: it
/// lists the commands, and its options are those of the command that runs when none is named.
struct Page {
    std::string name = {};         ///< "words"
    std::string alias = {};        ///< a second name; empty: none
    std::string summary = {};      ///< one line, without a full stop
    std::string description = {};  ///< paragraphs with blank lines between them; one whose lines
                                   ///< all begin with blanks is shown as it stands (a sample)
    std::vector<Example> examples = {};
    const OptionList* options = nullptr;  ///< must outlive the page
};

/// -h: summary, usage and the options of this command alone in a few words, or the program's
/// commands; about twenty lines. Like long_help() it fits into the style's width, at most 100.
[[nodiscard]] std::string short_help(const Page& page, std::span<const Page> commands,
                                     const Style& style);
/// --help: the examples first, then the description, the options, exit status and environment.
[[nodiscard]] std::string long_help(const Page& page, std::span<const Page> commands,
                                    const Style& style);

/// The page as man(7) source in UTF-8, for analyze.1 or analyze-words.1. The same bytes at any
/// time.
[[nodiscard]] std::string man_page(const Page& page, std::span<const Page> commands);

enum class Shell { bash, zsh, fish };
[[nodiscard]] std::optional<Shell> shell_named(std::string_view name);
/// A script that completes commands, options, the values of options with choices, and the names of
/// files and directories: for options whose value is called FILE, LIST or REF, or DIR.
/// `program` is the page with the empty name.
[[nodiscard]] std::string completion(Shell shell, const Page& program,
                                     std::span<const Page> commands);

}  // namespace analyze
