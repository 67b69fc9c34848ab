// Decides which encoding a file is in, from its first bytes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
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
    std::optional<std::uint64_t> not_utf8_at = {};  ///< as DecodeInfo::not_utf8_at
};

/// `start` is the whole file (`whole`) or its beginning. The order is that of
/// DecodeOptions::encoding; ICU's detector chooses among the encodings that contain ASCII. Throws
/// Error{usage} for an unknown option, Error{input} for binary content when refused, and instead of
/// a guess under InvalidPolicy::error.
[[nodiscard]] EncodingChoice choose_encoding(std::string_view start, bool whole,
                                             const DecodeOptions& options, std::string_view name);

/// Throws the Error{input} that refuses binary content. `what` is what was found where.
[[noreturn]] void refuse_binary(std::string_view name, std::string_view what);

/// Throws the Error{input} of InvalidPolicy::error: the file is not valid in `encoding` at `offset`.
[[noreturn]] void refuse_invalid(std::string_view name, std::string_view encoding,
                                 std::uint64_t offset);

}  // namespace analyze
