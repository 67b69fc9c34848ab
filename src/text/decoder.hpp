// Decodes a file chunk by chunk; decode() gives it one chunk, TextStream many.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analyze/text/decode.hpp"
#include "encoding.hpp"

namespace analyze {

/// Turns chunks of a file, cut anywhere, into valid UTF-8. A U+FEFF at the very start is a byte
/// order mark and left out. Linear time; an ICU converter is opened only for what is not UTF-8.
class Decoder {
public:
    /// `name` is for messages.
    Decoder(const EncodingChoice& choice, const DecodeOptions& options, std::string_view name);
    ~Decoder();
    Decoder(Decoder&&) noexcept;

    /// Appends the characters of the next chunk to `text`; a character that the chunk cuts comes
    /// with the next one. `last`: the file ends with this chunk. `offsets`, if given, is extended
    /// in step and ties the file to 4 GiB; then there may be one chunk only. Throws as decode does.
    void feed(std::string_view chunk, bool last, std::string& text, OffsetMap* offsets);

    /// Whether what comes next is UTF-8 that begins with a character, so that pass_valid() may be
    /// asked about it.
    [[nodiscard]] bool in_place() const;
    /// For text that is where it shall be: how many bytes at the start of `chunk` are decoded as
    /// they stand. The rest, unless it is the beginning of a character of the next chunk, is for
    /// feed().
    [[nodiscard]] std::size_t pass_valid(std::string_view chunk);

    [[nodiscard]] const DecodeInfo& info() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace analyze
