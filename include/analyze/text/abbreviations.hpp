// The list of abbreviations and sentence openers that decide what a full stop means.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/resources/resource.hpp"

namespace analyze {

/// What the list says of a word; data/abbreviations/en.txt explains each.
enum class AbbreviationClass : std::uint8_t { none, title, never, number, month, final, starter };

/// Immutable; keeps the bytes of its resource and looks words up in them. Lines are a word, white
/// space and a class, comments (#) or blank; a BOM before them is left out. Parsing costs one pass.
class AbbreviationList {
public:
    /// Throws Error{resource} with origin:line for a line that is not a word and a class, for an
    /// unknown class, and for a word that stands twice.
    explicit AbbreviationList(Resource resource);

    /// The class of a word as written, an abbreviation with its stop ("Mr."). A capital at the
    /// start of a word (of up to 24 bytes) that the list has with a small letter does not matter
    /// ("E.g."). O(log entries).
    [[nodiscard]] AbbreviationClass find(std::string_view word) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    struct Entry {
        std::string_view word;
        AbbreviationClass kind;
    };
    [[nodiscard]] AbbreviationClass exact(std::string_view word) const;

    Resource resource_;
    std::vector<Entry> entries_;  // by word
};

}  // namespace analyze
