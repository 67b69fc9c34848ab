// Turns the bytes of a file into valid UTF-8 and keeps the way back to the file's offsets.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace analyze {

enum class InvalidPolicy { replace, error };
enum class BinaryPolicy { refuse, text };

struct DecodeOptions {
    /// A name or alias of the IANA registry that ICU knows; plain UTF-16 and UTF-32 look for the
    /// order of bytes themselves (BOM, zero bytes, spaces) and are little-endian if nothing tells,
    /// as WHATWG has it. Empty, in this order: BOM; strict UTF-8 without NUL; UTF-16 and UTF-32 by
    /// their zero bytes; strict UTF-8 with NUL (which BinaryPolicy::refuse refuses); UTF-8 with
    /// some broken bytes if well-formed sequences are at least twice as many; ICU's detector. The
    /// last two are guesses, which InvalidPolicy::error refuses.
    std::string encoding;
    InvalidPolicy invalid = InvalidPolicy::replace;
    BinaryPolicy binary = BinaryPolicy::refuse;
    /// The encoding is decided on so many bytes at the start of a file, whether it is read whole or
    /// as a stream, so that both ways agree.
    std::size_t decision_bytes = std::size_t{4} << 20;
};

/// How the text was read; part of every report.
struct DecodeInfo {
    std::string encoding = "UTF-8";  ///< IANA name; UTF-16 and UTF-32 always with LE or BE
    /// "option", "bom", "utf-8" (all of what was looked at is valid UTF-8), "zero-bytes" (UTF-16 or
    /// UTF-32 by them), "mostly-utf-8" (UTF-8 with some broken bytes) or "detector".
    std::string_view chosen_by = "utf-8";
    /// Where the file is not UTF-8, if that led to a guess ("mostly-utf-8", "detector"): a byte
    /// offset.
    std::optional<std::uint64_t> not_utf8_at;
    bool bom = false;  ///< a U+FEFF at the very start, which the text leaves out
    /// Ill-formed sequences, each replaced by one U+FFFD: in UTF-8 the maximal parts of Unicode 3.9
    /// (as WHATWG and Python do), elsewhere what ICU reports.
    std::uint64_t invalid = 0;
    std::optional<std::uint64_t> first_invalid;  ///< byte offset in the (decompressed) file
};

/// Leads from byte offsets in decoded text to byte offsets in the file (both below 4 GiB). Runs of
/// characters that have the same widths are one entry of 16 bytes. Valid UTF-8 is a run of bytes,
/// width 1 in both, so a UTF-8 file costs one entry, and one more for a BOM; other encodings cost
/// about two entries per change between ASCII and other letters.
class OffsetMap {
public:
    /// Appends `characters` characters, each `text_width` bytes in the text and `file_width` bytes
    /// in the file. (A BOM is one character with text_width 0.)
    void append(std::uint64_t characters, std::uint32_t text_width, std::uint32_t file_width);
    /// The file offset of the character that stands at (or covers) `text_offset` (inside a
    /// character of valid UTF-8: of that byte); the offset past the last character for the end of
    /// the text. When a sequence of the file stands for several characters, all begin where it
    /// begins. O(log entries).
    [[nodiscard]] std::uint64_t to_file(std::uint64_t text_offset) const;

private:
    struct Run {
        std::uint32_t text, file, text_width, file_width;
    };
    std::vector<Run> runs_;
    std::uint64_t text_end_ = 0, file_end_ = 0;
};

struct Decoded {
    std::string text;  ///< valid UTF-8, no BOM
    DecodeInfo info;
    OffsetMap offsets;
};

/// Decodes a whole file. `name` is for messages only. Throws Error{input}: binary content (NUL
/// bytes or mostly control characters) unless BinaryPolicy::text, ill-formed bytes or
/// a guessed encoding under InvalidPolicy::error, 4 GiB or more of text; Error{usage}: an unknown encoding. Valid UTF-8 is
/// moved, not copied, and opens no ICU converter.
[[nodiscard]] Decoded decode(std::string bytes, const DecodeOptions& options,
                             std::string_view name);

}  // namespace analyze
