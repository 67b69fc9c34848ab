// How many columns of a terminal a text takes up.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/display_width.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace analyze {
namespace {

struct Range {
    char32_t first, last;
};
#include "width_ranges.inc"

constexpr char32_t kInvalid = 0xFFFD;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kEmojiStyle = 0xFE0F;

template <std::size_t N>
bool contains(const Range (&ranges)[N], char32_t c) {
    const Range* const after =
        std::upper_bound(std::begin(ranges), std::end(ranges), c,
                         [](char32_t value, const Range& range) { return value < range.first; });
    return after != std::begin(ranges) && c <= std::prev(after)->last;
}

bool is_skin_tone(char32_t c) {
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

/// An emoji that others can join: not the digits, # and *, which are emoji only before a keycap.
bool is_sign(char32_t c) {
    return c > 0xFF && contains(kEmoji, c);
}

/// Reads one character and takes its bytes off `text`; kInvalid and one byte where there is none.
char32_t take(std::string_view& text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    const std::size_t size = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
    char32_t c = size == 1 ? lead : lead & (0x7FU >> size);
    bool valid = size != 0 && size <= text.size();
    for (std::size_t i = 1; valid && i < size; ++i) {
        valid = (byte(i) & 0xC0) == 0x80;
        c = c << 6 | (byte(i) & 0x3F);
    }
    if (size == 3) valid = valid && c >= 0x800 && (c < 0xD800 || c > 0xDFFF);
    if (size == 4) valid = valid && c >= 0x10000 && c <= 0x10FFFF;
    text.remove_prefix(valid ? size : 1);
    return valid ? c : kInvalid;
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    char32_t before = 0;         // the character before
    char32_t base = 0;           // the last one that took up columns, or that joined it
    std::size_t base_width = 0;  // their columns together
    while (!text.empty()) {
        const char32_t c = take(text);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
            base = 0;  // a control takes no column, and nothing joins across it
        } else if (c == kEmojiStyle && before == base && contains(kEmoji, base)) {
            width += 2 - base_width;
            base_width = 2;
        } else if (before == kJoiner && is_sign(base) && contains(kEmoji, c)) {
            base = c;
        } else if (is_skin_tone(c) && is_sign(base) && (before == base || before == kEmojiStyle)) {
            width += 2 - base_width;
            base_width = 2;
        } else if (c < 0x300 || !contains(kZero, c)) {
            base = c;
            base_width = c >= 0x1100 && contains(kWide, c) ? 2 : 1;
            width += base_width;
        }
        before = c;
    }
    return width;
}

}  // namespace analyze
