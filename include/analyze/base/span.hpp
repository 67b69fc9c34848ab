// A half-open range of bytes in a text, the currency of every layer.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace analyze {

/// Bytes [begin, end) of a Source's text (UTF-8). A Document holds less than 4 GiB, so 32 bits do.
/// A Span owns nothing and means nothing without the text it was made for.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    [[nodiscard]] constexpr bool contains(Span other) const {
        return begin <= other.begin && other.end <= end;
    }
    friend constexpr bool operator==(Span, Span) = default;
};

/// The text that a span stands for; valid as long as `text` is.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) {
    return text.substr(span.begin, span.size());
}

}  // namespace analyze
