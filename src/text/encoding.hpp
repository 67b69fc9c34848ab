// Decides which encoding a file is in, from its first bytes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analyze/text/decode.hpp"

namespace analyze {

inline constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";

struct EncodingChoice {
    std::string encoding;        ///< IANA name; never plain "UTF-16" or "UTF-32"
    std::string_view chosen_by;  ///< as DecodeInfo::chosen_by
    /// So many bytes at the start are already known to be valid UTF-8 without NUL.
    std::size_t clean = 0;
};

/// `start` is the whole file (`whole`) or its beginning. In this order: the option, a byte order
/// mark, UTF-16 and UTF-32 by the place of their zero bytes, strict UTF-8, UTF-8 with a few broken
/// bytes (well-formed sequences at least twice as many), ICU's detector among the encodings that
/// contain ASCII. Throws Error{usage} for an unknown option, Error{input} for binary content when
/// refused.
[[nodiscard]] EncodingChoice choose_encoding(std::string_view start, bool whole,
                                             const DecodeOptions& options, std::string_view name);

/// Throws the Error{input} that refuses binary content. `what` is what was found where.
[[noreturn]] void refuse_binary(std::string_view name, std::string_view what);

}  // namespace analyze
