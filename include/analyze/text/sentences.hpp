// Sentences inside blocks: UAX #29 repaired by abbreviations, initials, numbers and quotes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/base/span.hpp"
#include "analyze/text/blocks.hpp"

namespace analyze {

/// Without outer white space; inside one block.
struct Sentence {
    Span span;
    std::uint32_t block = 0;        ///< index of its block
    std::uint32_t first_token = 0;  ///< indices into Document::tokens(), [first, end)
    std::uint32_t end_token = 0;
};

/// Divides the blocks of `text` into sentences (token indices are left 0). A line end inside a
/// block is no sentence end. Titles, headings, metadata, code and tables are one sentence each. The
/// list "abbreviations/en.txt" is loaded on first use (throws Error{resource} as load_resource
/// does). Linear time.
[[nodiscard]] std::vector<Sentence> find_sentences(std::string_view text,
                                                   const std::vector<Block>& blocks);

}  // namespace analyze
