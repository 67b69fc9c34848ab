// Messages for people on stderr: "analyze: FILE: what is wrong; what to do".
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace analyze {

/// Control characters and bytes that are no UTF-8 as \xNN, so that the name of a file can do
/// nothing to a terminal and still be told from others.
[[nodiscard]] std::string visible(std::string_view text);

/// Writes "analyze: " and the text, made visible, as one line to stderr.
void tell(std::string_view text);

}  // namespace analyze
