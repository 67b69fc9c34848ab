// The occurrences of a pattern in one text, each in its context: what `analyze kwic` shows.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analyze/analysis/concordance.hpp"
#include "analyze/commands/batch.hpp"
#include "analyze/commands/settings.hpp"
#include "node_search.hpp"

namespace analyze {

/// How far contexts and nodes reach.
enum class Bounds { text, block, sentence };

/// A node with its context, without its text.
struct Hit {
    Span place = {};                   ///< in the decoded text
    std::uint64_t start = 0, end = 0;  ///< in the file, in the unit asked for
    std::string left = {}, node = {}, right = {};
    std::uint64_t sentence = 0;  ///< from 1; 0: in none
    std::string section = {};    ///< heading of its section
};

/// What is wanted of each hit. `offsets`: start and end; `places`: sentence and section.
struct HitFields {
    bool offsets = false, places = false;
    OffsetUnit unit = OffsetUnit::bytes;
};

/// Finds the hits of one text after another; one per thread.
class HitFinder {
public:
    /// The pattern must outlive the finder.
    HitFinder(const NodePattern& pattern, const WordDefinition& definition, ContextSize size);

    /// Hands over each hit until it returns false.
    using Sink = std::function<bool(Hit&)>;

    /// Reads a whole text (throws as Source::read does) and finds what is in it; a document is built
    /// only where it is needed, and but for types only of a text that has a node.
    void read(const std::string& path, const DecodeOptions& decode, Bounds within, bool places,
              Warnings& warnings);
    /// The text read last.
    [[nodiscard]] const Source& source() const {
        return document_ ? document_->source() : *source_;
    }
    /// The hits of the text read last, in order.
    void each(Bounds within, const HitFields& fields, const Sink& sink);

    /// Words in a text of any size, in memory that does not grow with it: contexts are read as soon
    /// as they are there. Only for words that are found as written (Phrase::written). Says what
    /// decoding did. Calls `flush` where it goes on to wait for more text, until it returns false.
    void stream(const std::string& path, const DecodeOptions& decode, Warnings& warnings,
                const Sink& sink, const std::function<bool()>& flush);

private:
    /// Sets what the node's surroundings say; false: --within leaves it out.
    /// Nodes come in order.
    [[nodiscard]] bool locate(Span node, Bounds within, bool places, Hit& hit, Span& bounds);
    void read_context(std::string_view text, Span bounds, Hit& hit);

    /// How many bytes at the end of what is there so far a hit may need that begins before them.
    [[nodiscard]] std::size_t reserve(std::string_view text) const;

    const NodePattern* pattern_;
    ContextSize size_;
    std::optional<PhraseFinder> finder_;
    ContextReader context_;
    Tokenizer tokenizer_;
    std::vector<Span> nodes_;
    std::optional<Source> source_;  ///< until there is a document
    std::optional<Document> document_;
    Outline outline_;
    std::size_t blocks_ = 0, sentences_ = 0;  ///< so many begin before the node that was located
    std::size_t section_ = SIZE_MAX;          ///< that `heading_` is of
    std::string heading_;
};

}  // namespace analyze
