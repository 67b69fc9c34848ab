// Counts the letters and digits of a word: how long a reader finds it.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace analyze {

std::uint64_t letters_and_digits(std::string_view word) {
    constexpr std::uint32_t kCounted = U_GC_L_MASK | U_GC_N_MASK;
    std::uint64_t count = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
    for (std::size_t at = 0; at < word.size();) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, word.size(), c);
        if (c >= 0 && (U_MASK(u_charType(c)) & kCounted) != 0) ++count;
    }
    return count;
}

}  // namespace analyze
