// Well-formed UTF-8: finding where it ends, the ground that decoding and messages stand on.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace analyze {

/// One step over text at a given place: `size` bytes that are a well-formed character when `valid`,
/// else a maximal ill-formed part (Unicode 3.9, table 3-7: what U+FFFD stands for, 1 to 3 bytes).
/// `cut_off`: ill-formed only because the text ends inside a character.
struct Utf8Step {
    std::size_t size = 0;
    bool valid = false;
    bool cut_off = false;
};

/// The step at the start of `text`, which is not empty.
[[nodiscard]] Utf8Step utf8_step(std::string_view text);

/// How many bytes at the start of `text` are well-formed UTF-8 without a NUL byte. Reads ASCII at
/// several GB/s.
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view text);

}  // namespace analyze
