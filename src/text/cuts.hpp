// Places where a text can be cut without cutting a token: for what reads or divides it a piece at a time.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace analyze {

/// Whether no token crosses from text[i - 1] to text[i]: rule WB3a of UAX #29 after a line feed;
/// after other white space an ASCII character, since what could belong to a space is beyond ASCII.
[[nodiscard]] bool is_cut(std::string_view text, std::size_t i);

/// Whether text[i - 1] ends a stop and text[i] begins a letter of Chinese or Japanese. No rule of
/// UAX #29 joins what is before such a stop to what is behind it, no address, tag or repeated sign
/// crosses it, and a dictionary's run begins behind it.
[[nodiscard]] bool is_behind_stop(std::string_view text, std::size_t i);

}  // namespace analyze
