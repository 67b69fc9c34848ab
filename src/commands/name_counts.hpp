// Mentions gathered into names: each with its type and how often it stands in a text.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analyze/analysis/entities.hpp"

namespace analyze {

inline constexpr int kEntityTypes = static_cast<int>(EntityType::misc) + 1;

struct NameCount {
    EntityType type;
    std::string name;  ///< canonical, or as in the text, white space as single blanks
    std::uint64_t count;
};

/// The names by count downwards, then in the order of their first mentions.
[[nodiscard]] std::vector<NameCount> count_names(const Document& document,
                                                 std::vector<Entity>::const_iterator first,
                                                 std::vector<Entity>::const_iterator last);
[[nodiscard]] inline std::vector<NameCount> count_names(const Document& document,
                                                        const std::vector<Entity>& entities) {
    return count_names(document, entities.begin(), entities.end());
}

/// "Port Averley ×5, Sandholm Bridge ×3": the first names of a list, a count of one left out.
[[nodiscard]] std::string name_line(const std::vector<NameCount>& names, std::size_t most);

}  // namespace analyze
