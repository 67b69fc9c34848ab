// How a word beyond ASCII may be written: the characters that fold into each of its own.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/text/fold.hpp"

namespace analyze::literal {

struct Forms {
    /// Whether what follows is complete: not for keys with characters that compose with what stands
    /// before them, nor with several marks in a row, which may be written in any order.
    bool complete = false;
    /// For each character of the key, the characters of as many bytes in UTF-8 that fold into it,
    /// itself first.
    std::vector<std::vector<std::string>> characters;
    /// All other characters that may be part of a word with this key: a word that has none of them
    /// is one of `characters` after another.
    std::vector<std::string> foreign;
};

/// Blocks with all characters that fold() changes, first and last of each.
inline constexpr std::array<std::array<char32_t, 2>, 6> kChanging{{{0x41, 0x5A},
                                                                   {0xB5, 0x33FF},
                                                                   {0xA640, 0xABFF},
                                                                   {0xF900, 0xFFFF},
                                                                   {0x10400, 0x1EFFF},
                                                                   {0x2F800, 0x2FA1F}}};

/// Goes through these: a few milliseconds.
[[nodiscard]] Forms forms_of(std::string_view key, Case letter_case);

}  // namespace analyze::literal
