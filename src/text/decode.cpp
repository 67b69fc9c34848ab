// Turns the bytes of a file into valid UTF-8 and keeps the way back to the file's offsets.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/decode.hpp"

#include <algorithm>

#include "analyze/base/utf8.hpp"
#include "decoder.hpp"
#include "encoding.hpp"

namespace analyze {

void OffsetMap::append(std::uint64_t characters, std::uint32_t text_width,
                       std::uint32_t file_width) {
    if (characters == 0) return;
    if (runs_.empty() || runs_.back().text_width != text_width ||
        runs_.back().file_width != file_width) {
        runs_.push_back({static_cast<std::uint32_t>(text_end_),
                         static_cast<std::uint32_t>(file_end_), text_width, file_width});
    }
    text_end_ += characters * text_width;
    file_end_ += characters * file_width;
}

std::uint64_t OffsetMap::to_file(std::uint64_t text_offset) const {
    if (text_offset >= text_end_) return file_end_;
    // The last run that begins at or before the offset: it has characters, since the text goes on.
    const auto after =
        std::upper_bound(runs_.begin(), runs_.end(), text_offset,
                         [](std::uint64_t offset, const Run& run) { return offset < run.text; });
    const Run& run = *std::prev(after);
    return run.file + (text_offset - run.text) / run.text_width * run.file_width;
}

Decoded decode(std::string bytes, const DecodeOptions& options, std::string_view name) {
    const bool whole = bytes.size() <= options.decision_bytes;
    const EncodingChoice choice = choose_encoding(
        std::string_view(bytes).substr(0, options.decision_bytes), whole, options, name);
    Decoded decoded;
    decoded.info.encoding = choice.encoding;
    decoded.info.chosen_by = choice.chosen_by;
    decoded.info.not_utf8_at = choice.not_utf8_at;
    if (choice.encoding == "UTF-8" && bytes.size() <= UINT32_MAX) {
        // The common case: nothing to do but to leave out the mark.
        const std::size_t mark = bytes.starts_with(kUtf8Bom) ? kUtf8Bom.size() : 0;
        std::size_t clean = std::max(choice.clean, mark);
        clean += valid_utf8_prefix(std::string_view(bytes).substr(clean));
        if (clean == bytes.size()) {
            if (mark != 0) decoded.offsets.append(1, 0, static_cast<std::uint32_t>(mark));
            decoded.offsets.append(bytes.size() - mark, 1, 1);
            decoded.info.bom = mark != 0;
            bytes.erase(0, mark);
            decoded.text = std::move(bytes);
            return decoded;
        }
    }
    Decoder decoder(choice, options, name);
    decoded.text.reserve(bytes.size());
    decoder.feed(bytes, true, decoded.text, &decoded.offsets);
    decoded.info = decoder.info();
    return decoded;
}

}  // namespace analyze
