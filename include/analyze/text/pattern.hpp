// Regular expressions over short strings: ICU's, with limits on time and stack.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analyze/text/fold.hpp"

namespace analyze {

/// A compiled expression in ICU's syntax (Perl's but for details; \p{…} knows Unicode). It holds
/// the state of its matcher, so one belongs to one thread.
class Pattern {
public:
    /// Case::fold: letters match in either case. Throws Error{usage} that says what is wrong where.
    Pattern(const std::string& expression, Case letter_case);
    ~Pattern();
    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;

    /// Whether it matches anywhere in `text` (valid UTF-8). Throws Error{usage} when a match takes
    /// more than a few million steps or 8 MB of stack, as `(a*)*b` can.
    [[nodiscard]] bool found_in(std::string_view text);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace analyze
