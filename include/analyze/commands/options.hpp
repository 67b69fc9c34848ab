// The options of a command as data: parsed by CLI11, shown by help, man pages and completions.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace analyze {

/// One option, as it is documented and as it is stored.
struct Option {
    std::string names;                 ///< "-f,--format"
    std::string value;                 ///< "FORMAT"; empty: a flag
    std::string help;                  ///< one sentence, lower case, without a full stop
    std::string group;                 ///< "Input", "Output", …
    std::vector<std::string> choices;  ///< the only values allowed; empty: any
    std::string fallback;              ///< the default as shown; empty: none worth telling
    bool repeats = false;
    std::function<void(const std::string&)> store;  ///< throws Error{usage}
};

/// The options of one command, each bound to a variable that must outlive the list.
class OptionList {
public:
    /// What follows belongs to this group.
    void group(std::string name) { group_ = std::move(name); }

    void flag(std::string names, bool& target, std::string help);
    /// Any text; the last one counts.
    Option& text(std::string names, std::string value, std::string& target, std::string help);
    /// Given once or often; all count.
    Option& list(std::string names, std::string value, std::vector<std::string>& target,
                 std::string help);
    /// A decimal number within [low, high].
    Option& number(std::string names, std::string value, std::uint64_t& target, std::uint64_t low,
                   std::uint64_t high, std::string help);
    /// One of a few names, each standing for a value.
    template <typename T>
    Option& choice(const std::string& names, const std::string& value, T& target,
                   std::initializer_list<std::pair<std::string_view, T>> choices,
                   const std::string& help) {
        std::vector<std::string_view> given;
        std::vector<T> meanings;
        for (const auto& [name, meaning] : choices) {
            given.push_back(name);
            meanings.push_back(meaning);
        }
        const auto at = std::find(meanings.begin(), meanings.end(), target) - meanings.begin();
        return one_of(
            names, value, given, static_cast<std::size_t>(at),
            [&target, meanings](std::size_t chosen) { target = meanings[chosen]; }, help);
    }
    /// Anything else: `store` reads the value. Like all options it stays where it is as long as the
    /// list lives.
    Option& add(std::string names, std::string value, std::string help);

    /// What stands beside the options: FILE…
    void operands(std::string name, std::vector<std::string>& target);

    /// What usage lines say behind the options where that is not "[FILE…]" alone, one for each way
    /// to call the command: "NODE [FILE…]". For the help only: all operands go to one target.
    void ways(std::vector<std::string> ways) { ways_ = std::move(ways); }

    [[nodiscard]] const std::deque<Option>& options() const { return options_; }
    [[nodiscard]] const std::string& operand_name() const { return operand_name_; }
    [[nodiscard]] const std::vector<std::string>& ways() const { return ways_; }
    [[nodiscard]] std::vector<std::string>* operand_target() const { return operands_; }

private:
    /// A choice whatever its values are: `fallback` is the place of the default, any other number:
    /// there is none; `choose` gets the place of the name given.
    Option& one_of(std::string names, std::string value,
                   const std::vector<std::string_view>& choices, std::size_t fallback,
                   std::function<void(std::size_t)> choose, std::string help);

    std::deque<Option> options_;
    std::string group_ = "Options", operand_name_;
    std::vector<std::string> ways_;
    std::vector<std::string>* operands_ = nullptr;
};

/// What the parser found beside the values it stored.
enum class Asked { run, short_help, long_help, version };

/// Stores `arguments` in the targets of `list`. Throws Error{usage} that names the option and says
/// where to read more; `command` is for that message.
[[nodiscard]] Asked parse(const OptionList& list, const std::vector<std::string>& arguments,
                          std::string_view command);

/// The candidate that a mistyped word most likely stands for, empty: none is near.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

}  // namespace analyze
