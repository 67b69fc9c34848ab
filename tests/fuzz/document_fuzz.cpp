// Fuzz target: blocks, sentences and outline of any text, with their invariants checked.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string>

#include "analyze/analysis/outline.hpp"
#include "analyze/base/error.hpp"
#include "analyze/text/lines.hpp"

using namespace analyze;

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Tokenizer tokenizer;
    try {
        const Document document(
            Source::from_bytes("fuzz", std::string(reinterpret_cast<const char*>(data), size)),
            tokenizer);
        const std::string_view text = document.text();
        std::uint32_t at = 0;
        const auto blank = [&](std::uint32_t begin, std::uint32_t end) {
            return trim(text, {begin, end}).empty();
        };
        for (const Block& block : document.blocks()) {
            require(block.extent.begin >= at && block.extent.begin < block.extent.end);
            require(block.extent.contains(block.span) && !block.span.empty());
            require(blank(at, block.extent.begin));
            at = block.extent.end;
        }
        require(blank(at, static_cast<std::uint32_t>(text.size())));
        at = 0;
        for (const Sentence& sentence : document.sentences()) {
            require(sentence.span.begin >= at && !sentence.span.empty());
            require(document.blocks()[sentence.block].span.contains(sentence.span));
            at = sentence.span.end;
        }
        const Outline outline = read_outline(document);
        for (const MetaField& field : outline.meta) require(field.span.end <= text.size());
        require(!outline.sections.empty());
    } catch (const Error&) {  // binary content is refused
    }
    return 0;
}
