// The section structure of a document: metadata, and headings with what stands under them.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/outline.hpp"

#include <algorithm>
#include <array>

#include "analyze/analysis/metadata.hpp"

namespace analyze {

std::string_view name_of(MetaKey key) {
    constexpr std::array<std::string_view, 7> kNames{"title", "author", "date", "updated",
                                                     "place", "agency", "other"};
    return kNames[static_cast<std::size_t>(key)];
}

const MetaField* Outline::find(MetaKey key) const {
    const auto found = std::find_if(meta.begin(), meta.end(),
                                    [key](const MetaField& field) { return field.key == key; });
    return found == meta.end() ? nullptr : &*found;
}

std::uint32_t Outline::section_of(std::uint32_t block) const {
    const auto after = std::upper_bound(
        sections.begin() + 1, sections.end(), block,
        [](std::uint32_t b, const Section& section) { return b < section.first_block; });
    return static_cast<std::uint32_t>(after - sections.begin()) - 1;
}

Outline read_outline(const Document& document) {
    Outline outline;
    outline.sections.emplace_back();
    const auto& blocks = document.blocks();
    std::vector<std::int32_t>
        open;  // sections that the next heading may be part of, outermost first
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
        if (blocks[b].kind == BlockKind::heading) {
            auto& sections = outline.sections;
            while (!open.empty() &&
                   sections[static_cast<std::size_t>(open.back())].level >= blocks[b].level)
                open.pop_back();
            sections.push_back(
                {blocks[b].span, blocks[b].level, open.empty() ? -1 : open.back(), b, b});
            open.push_back(static_cast<std::int32_t>(sections.size()) - 1);
        }
        outline.sections.back().end_block = b + 1;
    }
    outline.meta = read_metadata(document);
    return outline;
}

}  // namespace analyze
