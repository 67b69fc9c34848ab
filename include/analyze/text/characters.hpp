// Counts the letters and digits of a word: how long a reader finds it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace analyze {

/// Characters of general category L or N in `word` (valid UTF-8): a combining mark belongs to the
/// letter before it, hyphens, apostrophes and stops are none. The same for canonically equivalent
/// words, but for Hangul, whose parts are letters. Linear.
[[nodiscard]] std::uint64_t letters_and_digits(std::string_view word);

}  // namespace analyze
