// Turns the bytes of a file into valid UTF-8 and keeps the way back to the file's offsets.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace analyze {

enum class InvalidPolicy { replace, error };
enum class BinaryPolicy { refuse, text };

struct DecodeOptions {
    std::string encoding;  ///< a name that ICU knows; empty: BOM, strict UTF-8, ICU's detector
    InvalidPolicy invalid = InvalidPolicy::replace;
    BinaryPolicy binary = BinaryPolicy::refuse;
};

/// How the text was read; part of every report.
struct DecodeInfo {
    std::string encoding = "UTF-8";      ///< IANA name
    std::string_view chosen_by = "utf-8";  ///< "bom", "utf-8", "detector" or "option"
    bool bom = false;
    std::uint64_t invalid = 0;                   ///< ill-formed sequences replaced by U+FFFD
    std::optional<std::uint64_t> first_invalid;  ///< byte offset in the (decompressed) file
};

/// Leads from byte offsets in decoded text to byte offsets in the file. Runs of characters that have
/// the same width in both are one entry, so a UTF-8 file costs one entry, a BOM included.
class OffsetMap {
public:
    /// Appends `characters` characters, each `text_width` bytes in the text and `file_width` bytes in
    /// the file. (A BOM is one character with text_width 0.)
    void append(std::uint64_t characters, std::uint32_t text_width, std::uint32_t file_width);
    /// The file offset of the character that stands at (or covers) `text_offset`; the offset past the
    /// last character for the end of the text. O(log entries).
    [[nodiscard]] std::uint64_t to_file(std::uint64_t text_offset) const;

private:
    struct Run {
        std::uint64_t text, file;
        std::uint32_t text_width, file_width;
    };
    std::vector<Run> runs_;
    std::uint64_t text_end_ = 0, file_end_ = 0;
};

struct Decoded {
    std::string text;  ///< valid UTF-8, no BOM
    DecodeInfo info;
    OffsetMap offsets;
};

/// Decodes a whole file. `name` is for messages only. Throws Error{input}: binary content (NUL bytes
/// or mostly control characters) unless BinaryPolicy::text, ill-formed bytes under
/// InvalidPolicy::error; Error{usage}: an unknown encoding. A valid UTF-8 file is moved, not copied.
[[nodiscard]] Decoded decode(std::string bytes, const DecodeOptions& options,
                             std::string_view name);

}  // namespace analyze
