// Blocks: the lines of a text grouped into paragraphs, list items, headings and the like.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/base/span.hpp"
#include "analyze/text/cues.hpp"

namespace analyze {

enum class BlockKind : std::uint8_t {
    title,
    heading,
    paragraph,
    list_item,
    quote,
    metadata,
    code,
    table,
    verse,
    caption,
    pullquote,
    boilerplate
};
[[nodiscard]] std::string_view name_of(BlockKind kind);

/// Extents are ordered, disjoint, and cover every character that is not white space. The kind is a
/// decision over the whole document (see analysis/outline for sections and metadata on top of it).
struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t level = 0;  ///< headings: 1 is the highest; list items: 1 is the outermost; else 0
    Span span;    ///< the content: without marks (#, **, underline) and outer white space
    Span extent;  ///< with marks: what the block takes up in the text
    std::uint32_t cues = 0;  ///< bits of Cue: what speaks for and against it being a heading
};

/// A paragraph that had the shape of a heading and was not taken for one; its cues against it say
/// why.
[[nodiscard]] constexpr bool is_near_miss(const Block& block) {
    return block.kind == BlockKind::paragraph && has(block.cues, Cue::short_line) &&
           has(block.cues, Cue::no_stop);
}

/// Divides a text (valid UTF-8) into blocks. Linear time.
[[nodiscard]] std::vector<Block> find_blocks(std::string_view text);

}  // namespace analyze
