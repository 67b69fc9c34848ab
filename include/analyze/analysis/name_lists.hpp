// Lists of names that a user adds: what is surely a name of a type, and what is none.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyze/analysis/entities.hpp"
#include "analyze/resources/resource.hpp"
#include "analyze/text/document.hpp"

namespace analyze {

/// A gazetteer and a list of denied names. Names are compared unit for unit (docs/entities.md), as
/// they are written: case counts, line ends and the amount of white space do not, and a name inside a
/// word joined by a hyphen is none. Immutable when read; threads may share it.
class NameLists {
public:
    /// Lines "name TAB TYPE", then, if wanted, TAB canonical form (may be empty) and TAB priority (a whole
    /// number, 0 if not given); of a name that stands twice the higher priority counts, or the last
    /// line. Empty lines and those that begin with # are left out. Throws Error{resource} with
    /// origin:line for any other line and for what is not UTF-8.
    void add_gazetteer(const Resource& resource);
    /// Lines "name" or "name TAB TYPE": no mention so written is a name (of that type).
    void add_denied(const Resource& resource);

    [[nodiscard]] bool empty() const { return names_.empty() && denied_.empty(); }

    /// Takes the denied names out of `names`, then adds the gazetteer's, with confidence 1 and their
    /// lines as reasons, each inside one sentence. Of those that overlap the one with the higher priority stays, then the one
    /// that begins first, then the longest; names of the model that they overlap go, but a name with
    /// a priority below 0 gives way to these. Order and disjointness stay. Linear in the text for
    /// lists of short names. `names` may point into the lists.
    void apply(const Document& document, std::vector<Entity>& names) const;

private:
    static constexpr std::uint32_t kNone = UINT32_MAX;  ///< a beginning of a longer name only
    struct Entry {
        EntityType type;
        std::int32_t priority;
        std::string canonical;
        std::uint32_t origin, line;  ///< where it stands: a number in origins_, a line from 1
    };

    std::vector<Entry> entries_;
    std::vector<std::string> origins_;                         ///< the gazetteers
    std::unordered_map<std::uint64_t, std::uint32_t> names_;   ///< key → entry, or kNone
    std::unordered_map<std::uint64_t, std::uint32_t> denied_;  ///< key → bits of types
};

}  // namespace analyze
