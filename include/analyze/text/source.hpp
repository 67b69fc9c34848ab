// One text as read: it owns the characters that all spans and views point into.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "analyze/base/span.hpp"
#include "analyze/text/decode.hpp"

namespace analyze {

/// Which unit offsets are given in, in machine output. A BOM counts as what it is in that unit.
enum class OffsetUnit { bytes, codepoints, utf16 };

/// Owns one text. The lifetime rule of the whole library: views and spans die with their Source.
class Source {
public:
    /// Reads and decodes a file ("-": standard input). Throws as InputFile and decode do, and
    /// Error{input} for 4 GiB or more.
    static Source read(const std::string& path, const DecodeOptions& options = {});
    /// The same from memory; `name` stands where a path would.
    static Source from_bytes(std::string name, std::string bytes,
                             const DecodeOptions& options = {});

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view text() const { return decoded_.text; }
    [[nodiscard]] const DecodeInfo& info() const { return decoded_.info; }
    [[nodiscard]] std::uint64_t file_size() const { return file_size_; }
    /// Byte offset in the (decompressed) file of a byte offset in text().
    [[nodiscard]] std::uint64_t file_offset(std::uint32_t offset) const {
        return decoded_.offsets.to_file(offset);
    }

private:
    Source(std::string name, Decoded decoded, std::uint64_t file_size)
        : name_(std::move(name)), decoded_(std::move(decoded)), file_size_(file_size) {}
    std::string name_;
    Decoded decoded_;
    std::uint64_t file_size_ = 0;
};

/// Converts ascending text offsets of one Source into an OffsetUnit; each call costs the distance
/// from the last offset asked for (asking backwards starts over); bytes cost O(log entries) of the
/// offset map in any order. Code points and UTF-16 units are those of the decoded characters, from
/// the start of the file: a BOM is one, a sequence replaced by U+FFFD is one.
class OffsetCounter {
public:
    OffsetCounter(const Source& source, OffsetUnit unit) : source_(&source), unit_(unit) {}
    [[nodiscard]] std::uint64_t at(std::uint32_t offset);

private:
    const Source* source_;
    OffsetUnit unit_;
    std::uint32_t last_ = 0;
    std::uint64_t count_ = 0;
};

/// Where a text may be cut into pieces: in white space, where no word of any definition is cut, or
/// behind the stops of Chinese and Japanese too ("。", "！", "？" before a letter of theirs), where
/// no token is: see cuts_of().
enum class Cuts : std::uint8_t { white_space, stops_too };

/// Reads a text of any size as a sequence of pieces in constant memory (some 20 MiB, compressed or
/// not, in any encoding). Their concatenation and the DecodeInfo are those of Source. Pieces are
/// cut where no token crosses: after a line feed, and before an ASCII character that is not white
/// space and follows ASCII white space; and behind stops as `cuts` says. Where `piece_size` bytes have no such place the piece grows
/// up to the next one: no token is cut. (Standard input, UTF-8 by option: what has arrived.)
class TextStream {
public:
    static constexpr std::size_t kPieceSize = std::size_t{1} << 18;

    TextStream(const std::string& path, const DecodeOptions& options,
               std::size_t piece_size = kPieceSize, Cuts cuts = Cuts::white_space);
    ~TextStream();
    TextStream(TextStream&&) noexcept;

    /// The next piece (valid UTF-8, valid until the next call); empty at the end. Throws as
    /// Source::read does, but for no size; a text that goes on for 64 MiB without a place to
    /// cut is an Error{input}.
    [[nodiscard]] std::string_view next() { return next(0); }
    /// The same with up to `keep` bytes of what came before the piece: they stand in memory before
    /// it, before() of them (all the text there is, or `keep`).
    [[nodiscard]] std::string_view next(std::size_t keep);
    [[nodiscard]] std::size_t before() const;
    /// What was found so far; complete after the end.
    [[nodiscard]] const DecodeInfo& info() const;
    [[nodiscard]] std::uint64_t file_size() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace analyze
