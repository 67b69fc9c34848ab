// The line table: where the lines of a text stand, how far they are indented, what surrounds them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/base/span.hpp"

namespace analyze {

/// One line that has more than white space. Lines end at LF, CRLF, CR, FF (a page break) and VT.
struct Line {
    Span span;                  ///< without outer white space
    std::uint32_t indent = 0;   ///< columns before the content, tabs to multiples of 8
    std::uint32_t columns = 0;  ///< indent and code points; bytes instead of these beyond 1000
    std::uint32_t blanks = 0;   ///< blank lines between this line and the one before
    bool page = false;          ///< a page break stands before it
};

/// The lines of `text` that are not blank. One pass.
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

/// Length in bytes of the white-space character (White_Space of Unicode, and U+FEFF) that begins at
/// `at`, 0 if there is none.
[[nodiscard]] std::uint32_t space_at(std::string_view text, std::size_t at);
/// The same for the one that ends at `end`.
[[nodiscard]] std::uint32_t space_before(std::string_view text, std::size_t end);
/// `span` without outer white space.
[[nodiscard]] Span trim(std::string_view text, Span span);

/// What the first or last character of a line is, as far as structure is concerned.
enum class Edge : std::uint8_t {
    none,
    upper,
    lower,
    digit,
    quote,
    bracket,
    stop,
    question,
    exclamation,
    colon,
    comma,
    dash,
    ellipsis,
    other
};

/// How a line looks. Of more than 420 bytes only the beginning and the end are read, and `chars`
/// counts the bytes of the rest.
struct Shape {
    std::uint32_t chars = 0;          ///< code points
    std::uint16_t words = 0;          ///< separated by white space
    std::uint16_t cased_words = 0;    ///< words that have a letter
    std::uint16_t capital_words = 0;  ///< of these, whose first is a capital
    std::uint16_t minor_words =
        0;  ///< lower-case words of up to 4 letters ("of", "with") but not the first
    std::uint16_t upper = 0;  ///< letters by case (uncased letters count as neither)
    std::uint16_t lower = 0;
    std::uint16_t letters = 0;
    std::uint16_t digits = 0;
    std::uint16_t symbols =
        0;                   ///< characters that programs use and prose does not: {}[]<>=_\|$;()/`
    std::uint16_t gaps = 0;  ///< inner runs of at least 3 spaces, or tabs
    Edge first = Edge::none;
    Edge last = Edge::none;     ///< behind closing quotes and brackets: "end.”" ends with stop
    bool closed_quote = false;  ///< ends with a closing quotation mark
    bool inner_stop =
        false;  ///< a stop, question or exclamation mark, a space and a capital inside

    /// All letters are capitals, and there are at least two.
    [[nodiscard]] bool all_caps() const { return upper >= 2 && lower == 0; }
    /// Every word but the minor ones begins with a capital.
    [[nodiscard]] bool title_case() const {
        return cased_words > 0 && capital_words + minor_words >= cased_words &&
               capital_words * 2 >= cased_words;
    }
};
[[nodiscard]] Shape shape_of(std::string_view text, Span span);

}  // namespace analyze
