// The list of abbreviations and sentence openers that decide what a full stop means.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/abbreviations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "analyze/base/error.hpp"
#include "encoding.hpp"

namespace analyze {
namespace {

constexpr std::array<std::string_view, 7> kClasses{"none",  "title", "never",  "number",
                                                   "month", "final", "starter"};

AbbreviationClass class_of(std::string_view name) {
    const auto found = std::find(kClasses.begin() + 1, kClasses.end(), name);
    return found == kClasses.end() ? AbbreviationClass::none
                                   : static_cast<AbbreviationClass>(found - kClasses.begin());
}

}  // namespace

AbbreviationList::AbbreviationList(Resource resource) : resource_(std::move(resource)) {
    const std::string_view bytes = resource_.bytes();
    entries_.reserve(bytes.size() / 12);
    std::size_t at = bytes.starts_with(kUtf8Bom) ? kUtf8Bom.size() : 0, number = 0;
    const auto fail = [&](std::string_view what) {
        return Error(Fault::resource,
                     fmt::format("{}:{}: {}; expected a word and one of title, never, number, "
                                 "month, final, starter",
                                 resource_.origin(), number, what));
    };
    while (at < bytes.size()) {
        ++number;
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        std::string_view line = bytes.substr(at, end - at);
        at = end + 1;
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
            line.remove_suffix(1);
        if (line.empty() || line[0] == '#') continue;
        const std::size_t space = line.find_first_of(" \t");
        if (space == 0 || space == std::string_view::npos) throw fail("no word with a class");
        const std::string_view name = line.substr(line.find_first_not_of(" \t", space));
        const AbbreviationClass kind = class_of(name);
        if (kind == AbbreviationClass::none) throw fail(fmt::format("no such class: {}", name));
        entries_.push_back({line.substr(0, space), kind});
    }
    const auto less = [](const Entry& a, const Entry& b) { return a.word < b.word; };
    if (!std::is_sorted(entries_.begin(), entries_.end(), less))
        std::sort(entries_.begin(), entries_.end(), less);
    const auto twice =
        std::adjacent_find(entries_.begin(), entries_.end(),
                           [](const Entry& a, const Entry& b) { return a.word == b.word; });
    if (twice != entries_.end()) {
        const auto offset = std::max(twice[0].word.data(), twice[1].word.data());
        number = static_cast<std::size_t>(std::count(bytes.data(), offset, '\n')) + 1;
        throw fail(fmt::format("{} stands in the list twice", twice->word));
    }
}

AbbreviationClass AbbreviationList::exact(std::string_view word) const {
    const auto found =
        std::lower_bound(entries_.begin(), entries_.end(), word,
                         [](const Entry& entry, std::string_view key) { return entry.word < key; });
    return found != entries_.end() && found->word == word ? found->kind : AbbreviationClass::none;
}

AbbreviationClass AbbreviationList::find(std::string_view word) const {
    const AbbreviationClass kind = exact(word);
    if (kind != AbbreviationClass::none || word.empty() || word[0] < 'A' || word[0] > 'Z' ||
        word.size() > 24)
        return kind;
    std::array<char, 24> small{};
    std::copy(word.begin(), word.end(), small.begin());
    small[0] = static_cast<char>(small[0] + 32);
    return exact({small.data(), word.size()});
}

}  // namespace analyze
