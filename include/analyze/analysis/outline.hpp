// The section structure of a document: metadata, and headings with what stands under them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/text/document.hpp"

namespace analyze {

enum class MetaKey : std::uint8_t { title, author, date, updated, place, agency, other };
[[nodiscard]] std::string_view name_of(MetaKey key);

/// One thing that the text says about itself.
struct MetaField {
    MetaKey key = MetaKey::other;
    Span span;  ///< where it stands, without its label
    /// Dates as ISO 8601: "2024-03-15", "2024-03"; "2024-03-04|2024-04-03", the earlier reading
    /// first, where the text does not tell day and month apart. All else as in the text, spaces
    /// folded.
    std::string value;
    /// Of `other` fields: the label in the text ("Tags"), or "dateline" for a date without a year,
    /// whose value is "--03-15": it is no day of publication by itself.
    std::string label;
};

/// A heading and all up to the next one. Section 0 is the lead: what stands before the first
/// heading (its heading is empty, its level 0; it may have no blocks).
struct Section {
    Span heading;  ///< the heading's text, empty for the lead
    std::uint8_t level = 0;
    std::int32_t parent = -1;       ///< index of the section that this one is part of, -1: none
    std::uint32_t first_block = 0;  ///< blocks [first, end) of the document, the heading included
    std::uint32_t end_block = 0;    ///< subsections are not part of the range
};

struct Outline {
    std::vector<Section> sections;  ///< never empty
    std::vector<MetaField> meta;    ///< in text order

    /// The first field of a kind, or null.
    [[nodiscard]] const MetaField* find(MetaKey key) const;
    /// Index of the section that a block is in. O(log n).
    [[nodiscard]] std::uint32_t section_of(std::uint32_t block) const;
};

[[nodiscard]] Outline read_outline(const Document& document);

}  // namespace analyze
