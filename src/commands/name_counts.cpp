// Mentions gathered into names: each with its type and how often it stands in a text.
// SPDX-License-Identifier: Apache-2.0
#include "name_counts.hpp"

#include <algorithm>
#include <unordered_map>

#include "document_view.hpp"

namespace analyze {

std::vector<NameCount> count_names(const Document& document,
                                   std::vector<Entity>::const_iterator first,
                                   std::vector<Entity>::const_iterator last) {
    std::vector<NameCount> names;
    std::unordered_map<std::string, std::size_t> index;
    for (; first != last; ++first) {
        std::string name =
            one_line(first->canonical().empty() ? document.text(first->span) : first->canonical());
        const std::string key = static_cast<char>(first->type) + name;
        const auto [at, added] = index.emplace(key, names.size());
        if (added) names.push_back({first->type, std::move(name), 0});
        ++names[at->second].count;
    }
    std::stable_sort(names.begin(), names.end(),
                     [](const NameCount& a, const NameCount& b) { return a.count > b.count; });
    return names;
}

std::string name_line(const std::vector<NameCount>& names, std::size_t most) {
    std::string line;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
        if (i > 0) line += ", ";
        line += names[i].name;
        if (names[i].count > 1) line += " ×" + std::to_string(names[i].count);
    }
    if (names.size() > most) line += ", …";
    return line;
}

}  // namespace analyze
