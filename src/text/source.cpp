// One text as read: it owns the characters that all spans and views point into.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/source.hpp"

#include <utility>

#include "analyze/base/file.hpp"

namespace analyze {

Source Source::read(const std::string& path, const DecodeOptions& options) {
    return from_bytes(path, read_file(path), options);
}
Source Source::from_bytes(std::string name, std::string bytes, const DecodeOptions& options) {
    std::uint64_t size = bytes.size();
    Decoded decoded = decode(std::move(bytes), options, name);
    return {std::move(name), std::move(decoded), size};
}

std::uint64_t OffsetCounter::at(std::uint32_t offset) { return source_->file_offset(offset); }

struct TextStream::State {
    Source source;
    bool given = false;
};
TextStream::TextStream(const std::string& path, const DecodeOptions& options, std::size_t)
    : state_(std::make_unique<State>(State{Source::read(path, options)})) {}
TextStream::~TextStream() = default;
TextStream::TextStream(TextStream&&) noexcept = default;
std::string_view TextStream::next() {
    return std::exchange(state_->given, true) ? std::string_view() : state_->source.text();
}
const DecodeInfo& TextStream::info() const { return state_->source.info(); }
std::uint64_t TextStream::file_size() const { return state_->source.file_size(); }

}  // namespace analyze
