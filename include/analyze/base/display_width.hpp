// How many columns of a terminal a text takes up.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace analyze {

/// Columns of a terminal that `text` takes up: 2 for East Asian wide characters (UAX #11, Unicode
/// 15.0) and for emoji, an emoji sequence (ZWJ, skin tone, VS16, flag, keycap) counting once; 0 for
/// controls, combining marks and invisible format characters; else 1. Total on any bytes: an
/// ill-formed part counts 1, as the U+FFFD that a terminal shows for it. Linear time, no
/// allocation.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace analyze
