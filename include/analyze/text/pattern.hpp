// Regular expressions: RE2's, in time linear in the text, with Unicode classes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "analyze/base/span.hpp"
#include "analyze/text/fold.hpp"

namespace analyze {

/// A compiled expression. The syntax is RE2's (https://github.com/google/re2/wiki/Syntax: Perl's
/// without back-references and look-around), but \w, \d and \s are Unicode's: letters, marks, digits
/// and connectors; decimal digits; white space. \b goes by ASCII letters, as RE2 has it. May be
/// shared by threads.
class Pattern {
public:
    /// What an expression is searched in. word: in single words. text: in running text, where a
    /// blank of the expression (outside of [ ]) stands for any white space with at most one line
    /// end, and ^ and $ for the ends of lines.
    enum class In { word, text };

    /// Case::fold: letters match in either case. Throws Error{usage} that says what is wrong where
    /// (the caller names the option).
    Pattern(const std::string& expression, Case letter_case, In in = In::word);
    ~Pattern();
    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;

    /// Whether it matches anywhere in `text` (valid UTF-8). Linear in the text's length.
    [[nodiscard]] bool found_in(std::string_view text) const;
    /// The first match that begins at `from` or later (at the beginning of a character) and is not
    /// empty. Linear in what is read.
    [[nodiscard]] std::optional<Span> next(std::string_view text, std::uint32_t from) const;
    /// Whether the empty text matches: such an expression is found everywhere.
    [[nodiscard]] bool matches_nothing() const { return found_in({}); }

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace analyze
