// A text with its tokens, blocks and sentences: what every analysis reads.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/base/span.hpp"
#include "analyze/text/blocks.hpp"
#include "analyze/text/sentences.hpp"
#include "analyze/text/source.hpp"
#include "analyze/text/tokenizer.hpp"

namespace analyze {

/// Immutable after construction; owns its Source. Blocks, sentences and tokens are in text order,
/// and every token lies inside exactly one sentence and every sentence inside exactly one block,
/// except tokens of heading marks (#, underlines) and the like, which lie in a block's extent only.
class Document {
public:
    /// `tokenizer` is only scratch: one per thread.
    Document(Source source, Tokenizer& tokenizer);

    [[nodiscard]] const Source& source() const { return source_; }
    [[nodiscard]] std::string_view text() const { return source_.text(); }
    [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
    [[nodiscard]] const std::vector<Block>& blocks() const { return blocks_; }
    [[nodiscard]] const std::vector<Sentence>& sentences() const { return sentences_; }
    /// The text of a span.
    [[nodiscard]] std::string_view text(Span span) const { return slice(text(), span); }
    /// Index of the first token that begins at or after `offset`. O(log n).
    [[nodiscard]] std::uint32_t token_at(std::uint32_t offset) const;

private:
    Source source_;
    std::vector<Token> tokens_;
    std::vector<Block> blocks_;
    std::vector<Sentence> sentences_;
};

}  // namespace analyze
