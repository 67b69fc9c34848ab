// The makers of all commands, for the command table; each stands in the file of its command.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "analyze/commands/command.hpp"

namespace analyze {

std::unique_ptr<Action> make_report();
std::unique_ptr<Action> make_words();
std::unique_ptr<Action> make_collocates();
std::unique_ptr<Action> make_keyness();
std::unique_ptr<Action> make_compare();
std::unique_ptr<Action> make_stats();
std::unique_ptr<Action> make_keywords();
std::unique_ptr<Action> make_entities();
std::unique_ptr<Action> make_timeline();
std::unique_ptr<Action> make_kwic();
std::unique_ptr<Action> make_sections();
std::unique_ptr<Action> make_sentences();
std::unique_ptr<Action> make_tokens();
std::unique_ptr<Action> make_help();
std::unique_ptr<Action> make_man();
std::unique_ptr<Action> make_completions();

}  // namespace analyze
