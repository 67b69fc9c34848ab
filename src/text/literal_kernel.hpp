// What a literal's kernel does: two bytes at given distances, sought in a stretch of text.
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Included where code for CPUs that may not be there is made: no function here that the linker
// could share.
#include <cstddef>

#include "analyze/text/literal_pair.hpp"

namespace analyze::literal {

/// The first place in [from, end) where a string with this pair may begin; `end` if there is none.
/// Reads text[from + …] up to text[end - 1 + max(first, second)].
using FindPair = std::size_t (*)(const char* text, std::size_t from, std::size_t end,
                                 const Pair& pair);

std::size_t find_pair_portable(const char* text, std::size_t from, std::size_t end,
                               const Pair& pair);
std::size_t find_pair_avx2(const char* text, std::size_t from, std::size_t end, const Pair& pair);

}  // namespace analyze::literal
