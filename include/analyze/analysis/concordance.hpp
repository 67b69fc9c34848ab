// What stands left and right of a place in a text, so wide or so many words, and how to sort by it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/base/span.hpp"
#include "analyze/text/words.hpp"

namespace analyze {

/// How much context is read; 0: without this bound. Each side has at least one.
struct ContextSize {
    std::size_t left = 0, right = 0;  ///< columns of a terminal (display_width)
    std::size_t words = 0;            ///< on each side, of the word definition
};

/// Reads contexts; one per thread. White space is shown as one blank, as is a line end; the outer
/// end has none, the inner one has it where the text has: left + node + right is the text.
/// A context goes back or on for at most some dozens of bytes a column or word, so that no text
/// makes it slow: what is longer (thousands of blanks in a row) is cut short.
class ContextReader {
public:
    ContextReader(WordDefinition definition, ContextSize size);

    /// What stands before `at`, not before `from`.
    [[nodiscard]] std::string left(std::string_view text, std::size_t from, std::size_t at);
    /// What stands at `at` and behind it, before `to`.
    [[nodiscard]] std::string right(std::string_view text, std::size_t at, std::size_t to);
    /// So many bytes are looked at on each side, at most.
    [[nodiscard]] std::size_t reach() const { return reach_; }

private:
    ContextSize size_;
    WordReader reader_;
    std::vector<Span> words_;
    std::size_t reach_;
};

/// The end (the beginning) of a text in so many columns at most, at a character's border; marks
/// stay with their base. Runs of ASCII white space count one column.
[[nodiscard]] std::string_view last_columns(std::string_view text, std::size_t columns);
[[nodiscard]] std::string_view first_columns(std::string_view text, std::size_t columns);

/// Runs of ASCII white space as one blank each.
[[nodiscard]] std::string with_single_blanks(std::string_view text);

/// Keys that compare, by bytes, as the contexts do word by word outwards from the node, case folded:
/// signs don't count.
class ContextOrder {
public:
    explicit ContextOrder(WordDefinition definition) : reader_(definition) {}
    [[nodiscard]] std::string left_key(std::string_view left);
    [[nodiscard]] std::string right_key(std::string_view right);

private:
    WordReader reader_;
    std::vector<Span> words_;
};

}  // namespace analyze
