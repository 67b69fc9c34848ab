// What `analyze kwic` looks for: words, a regular expression, or mentions of a type.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/text/document.hpp"
#include "analyze/text/pattern.hpp"
#include "analyze/text/phrase.hpp"
#include "mentions.hpp"

namespace analyze {

enum class NodeKind { words, regex, type };
[[nodiscard]] std::string_view name_of(NodeKind kind);

/// A pattern as the user gave it, ready to search. Immutable; shared by threads.
class NodePattern {
public:
    /// `regex`: an expression; else "type:PERSON,date" for mentions, anything else for words in a
    /// row, by their lemmas and stems if the definition has them. Throws Error{usage} that names
    /// PATTERN, Error{resource} for a list of lemmas that can't be read.
    NodePattern(const std::string& pattern, bool regex, const WordDefinition& definition);

    [[nodiscard]] NodeKind kind() const;
    /// Of words: set; else null.
    [[nodiscard]] const Phrase* phrase() const { return phrase_ ? &*phrase_ : nullptr; }
    /// All matches of an expression, else nothing.
    [[nodiscard]] std::vector<Span> matches(std::string_view text) const;
    /// All mentions of the types, else nothing.
    [[nodiscard]] std::vector<Span> mentions(const Document& document,
                                             const Outline& outline) const;

private:
    std::optional<Phrase> phrase_;
    std::optional<Pattern> regex_;
    std::unique_ptr<const MentionFinder> finder_;
};

}  // namespace analyze
