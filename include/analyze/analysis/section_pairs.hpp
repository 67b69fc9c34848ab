// The sections of two texts or folders side by side, by heading: how much of their words they share.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyze/analysis/contrast.hpp"
#include "analyze/base/string_index.hpp"

namespace analyze {

/// What a heading is known by: folded, white space as single blanks, and without a number of its own
/// ("2.1 Costs" is "costs") where something else is left, so that sections keep their names when one
/// is put in above them. Numbers from 100 stay: they are years. Empty for the lead.
[[nodiscard]] std::string heading_key(std::string_view heading);

/// All sections under one heading.
struct SectionPair {
    std::string heading;  ///< as it stands; of several forms the least by its bytes
    std::array<std::uint64_t, 2> sections{}, words{};  ///< index by Side
    std::uint64_t shared = 0;  ///< words that both sides have, as often as both

    /// The part of their words that both share, 2·shared / (words here + there): 1 where the same
    /// words stand equally often on both sides, in whatever order; 0 where they have none in common.
    [[nodiscard]] double similarity() const;
};

/// The words of the sections of one text, each as the number of its key, in any order.
struct SectionWords {
    StringIndex keys;
    struct Section {
        std::string heading;
        std::vector<std::uint32_t> words;
    };
    std::vector<Section> sections;
};

/// Exact and order-free. Takes some 60 bytes for each different word of each heading.
class SectionPairs {
public:
    /// Adds the sections of a text; their places are their numbers in it.
    void add(Side side, const SectionWords& text);
    /// By the least place of their sections, then by their keys.
    [[nodiscard]] std::vector<SectionPair> pairs() const;

private:
    struct Entry {
        std::string heading;
        std::uint32_t place = 0;
        std::array<std::uint64_t, 2> sections{}, words{};
        std::unordered_map<std::uint32_t, std::array<std::uint64_t, 2>> counts = {};
    };
    StringIndex keys_, words_;
    std::vector<Entry> entries_;
};

}  // namespace analyze
