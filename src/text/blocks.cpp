// Blocks: the lines of a text grouped into paragraphs, list items, headings and the like.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/blocks.hpp"

#include <array>

namespace analyze {

std::string_view name_of(BlockKind kind) {
    constexpr std::array<std::string_view, 12> kNames{
        "title", "heading", "paragraph", "list_item", "quote",     "metadata",
        "code",  "table",   "verse",     "caption",   "pullquote", "boilerplate"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Block> find_blocks(std::string_view text) {
    std::vector<Block> blocks;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = text.find("\n\n", at);
        if (end == std::string_view::npos) end = text.size();
        std::size_t first = text.find_first_not_of(" \r\n\t", at);
        if (first != std::string_view::npos && first < end) {
            std::size_t last = text.find_last_not_of(" \r\n\t", end - 1) + 1;
            Span span{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
            bool heading = span.size() < 60 && text[last - 1] != '.';
            blocks.push_back({heading ? BlockKind::heading : BlockKind::paragraph,
                              static_cast<std::uint8_t>(heading ? 1 : 0), span, span});
        }
        at = end + 2;
    }
    return blocks;
}

}  // namespace analyze
