// One text as read: it owns the characters that all spans and views point into.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/source.hpp"

#include <algorithm>
#include <utility>

#include "analyze/base/file.hpp"

namespace analyze {
namespace {

/// How many units the characters of `text` are: in UTF-8 every byte but the continuation bytes
/// begins a character, and those beyond U+FFFF, which are two units of UTF-16, begin with F0 to F4.
std::uint64_t count_units(std::string_view text, OffsetUnit unit) {
    const std::ptrdiff_t begun = std::count_if(text.begin(), text.end(), [](char c) {
        return static_cast<signed char>(c) >= -0x40;  // no continuation byte
    });
    const std::ptrdiff_t pairs =
        unit == OffsetUnit::codepoints ? 0 : std::count_if(text.begin(), text.end(), [](char c) {
            return static_cast<unsigned char>(c) >= 0xF0;
        });
    return static_cast<std::uint64_t>(begun + pairs);
}

}  // namespace

Source Source::read(const std::string& path, const DecodeOptions& options) {
    return from_bytes(path, read_file(path), options);
}

Source Source::from_bytes(std::string name, std::string bytes, const DecodeOptions& options) {
    const std::uint64_t size = bytes.size();
    Decoded decoded = decode(std::move(bytes), options, name);
    return {std::move(name), std::move(decoded), size};
}

std::uint64_t OffsetCounter::at(std::uint32_t offset) {
    if (unit_ == OffsetUnit::bytes) return source_->file_offset(offset);
    if (offset < last_) last_ = 0, count_ = 0;
    count_ += count_units(source_->text().substr(last_, offset - last_), unit_);
    last_ = offset;
    return count_ + (source_->info().bom ? 1 : 0);
}

}  // namespace analyze
