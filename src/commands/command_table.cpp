// The command table: name, alias, summary and maker of every subcommand.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "actions.hpp"
#include "analyze/commands/command.hpp"

namespace analyze {
namespace {

constexpr std::array kCommands{
    Command{"report", "", "What a text is, how it is built, its words, names and dates",
            make_report},
    Command{"words", "count", "How often each word stands in the texts", make_words},
    Command{"collocates", "", "Which words stand near a word more often than by chance",
            make_collocates},
    Command{"keyness", "", "Words that are more frequent here than in a reference, and by how much",
            make_keyness},
    Command{"compare", "diff", "Words, names and sections that are new, gone or changed in a text",
            make_compare},
    Command{"keywords", "", "The key phrases of each text, with scores", make_keywords},
    Command{"stats", "", "How rich, how long and how hard to read the texts are", make_stats},
    Command{"entities", "ner", "Names, dates, times, amounts and numbers with their values",
            make_entities},
    Command{"timeline", "", "What happened when: the texts' dates in the order of time",
            make_timeline},
    Command{"kwic", "concordance", "Each occurrence of a word, phrase or name in its context",
            make_kwic},
    Command{"sections", "", "Title, headings, paragraphs and other blocks, and metadata",
            make_sections},
    Command{"sentences", "", "The sentences, one a line", make_sentences},
    Command{"tokens", "", "The words, numbers, marks and signs, one a line", make_tokens},
    Command{"help", "", "The manual of a command", make_help},
    Command{"man", "", "The manual of a command as source of a man page", make_man},
    Command{"completions", "", "A script that completes commands and options in a shell",
            make_completions},
};

}  // namespace

std::span<const Command> commands() {
    return kCommands;
}

const Command* find_command(std::string_view name) {
    const auto* found =
        std::find_if(kCommands.begin(), kCommands.end(), [name](const Command& command) {
            return command.name == name || (!name.empty() && command.alias == name);
        });
    return found == kCommands.end() ? nullptr : found;
}

}  // namespace analyze
