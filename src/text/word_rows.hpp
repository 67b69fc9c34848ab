// Rows of words in several languages, kept as one string each, and looked up without regard to case.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace analyze {

// A row is words in small letters with bars between them: "par|von|by". Capitals of ASCII, Latin-1
// and Russian in a text are read as small letters. Linear in the row; most words fail at their
// first letter.

constexpr std::size_t kAbsent = SIZE_MAX;
/// The index of `word` in the row, or kAbsent.
[[nodiscard]] std::size_t place_of(std::string_view word, std::string_view row);
/// Bytes of the longest word of the row that `line` begins with, 0 for none.
[[nodiscard]] std::size_t longest_of(std::string_view line, std::string_view row);

}  // namespace analyze
