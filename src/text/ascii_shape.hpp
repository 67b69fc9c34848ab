// The shape of a line of ASCII, 64 bytes at a time: what shape_of reads character by character.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "analyze/text/lines.hpp"

namespace analyze {

/// Fills `shape` (a new one) as shape_of does for the whole of `line`, but for `last` and
/// `closed_quote`. `room` bytes can be read from its beginning. False, with `shape` in any state,
/// where this is not the way: characters beyond ASCII, words of 64 bytes and more.
[[nodiscard]] bool read_ascii_shape(std::string_view line, std::size_t room, Shape& shape);

}  // namespace analyze
