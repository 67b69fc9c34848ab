// The option list: how each kind of option stores its value; the name nearest to a mistyped one.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "analyze/base/error.hpp"

namespace analyze {
namespace {

/// Levenshtein distance where two neighbours swapped cost one.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min(
                {last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        before_last = last;
        last = row;
    }
    return last[b.size()];
}

}  // namespace

Option& OptionList::add(std::string names, std::string value, std::string help) {
    Option& option = options_.emplace_back();
    option.names = std::move(names);
    option.value = std::move(value);
    option.help = std::move(help);
    option.group = group_;
    return option;
}

void OptionList::flag(std::string names, bool& target, std::string help) {
    add(std::move(names), {}, std::move(help)).store = [&target](const std::string&) {
        target = true;
    };
}

Option& OptionList::text(std::string names, std::string value, std::string& target,
                         std::string help) {
    Option& option = add(std::move(names), std::move(value), std::move(help));
    option.fallback = target;
    option.store = [&target](const std::string& given) { target = given; };
    return option;
}

Option& OptionList::list(std::string names, std::string value, std::vector<std::string>& target,
                         std::string help) {
    Option& option = add(std::move(names), std::move(value), std::move(help));
    option.repeats = true;
    option.store = [&target](const std::string& given) { target.push_back(given); };
    return option;
}

Option& OptionList::number(std::string names, std::string value, std::uint64_t& target,
                           std::uint64_t low, std::uint64_t high, std::string help) {
    Option& option = add(names, std::move(value), std::move(help));
    option.fallback = std::to_string(target);
    option.store = [&target, low, high, names = std::move(names)](const std::string& given) {
        std::uint64_t number = 0;
        const char* end = given.data() + given.size();
        const auto [stop, failure] = std::from_chars(given.data(), end, number);
        if (failure != std::errc() || stop != end || number < low || number > high)
            throw Error(
                Fault::usage,
                high >= UINT64_MAX - 1
                    ? fmt::format("{} takes a whole number from {} up, not '{}'", names, low, given)
                    : fmt::format("{} takes a whole number from {} to {}, not '{}'", names, low,
                                  high, given));
        target = number;
    };
    return option;
}

Option& OptionList::one_of(std::string names, std::string value,
                           const std::vector<std::string_view>& choices, std::size_t fallback,
                           std::function<void(std::size_t)> choose, std::string help) {
    Option& option = add(std::move(names), std::move(value), std::move(help));
    option.choices.assign(choices.begin(), choices.end());
    if (fallback < choices.size()) option.fallback = choices[fallback];
    option.store = [&option, choose = std::move(choose)](const std::string& given) {
        for (std::size_t i = 0; i < option.choices.size(); ++i)
            if (option.choices[i] == given) choose(i);
    };
    return option;
}

void OptionList::operands(std::string name, std::vector<std::string>& target) {
    operand_name_ = std::move(name);
    operands_ = &target;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    if (word.size() > 64) return {};
    std::string_view best;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace analyze
