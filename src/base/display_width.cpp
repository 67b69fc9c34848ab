// How many columns of a terminal a text takes up.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/display_width.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "analyze/base/utf8.hpp"

namespace analyze {
namespace {

struct Range {
    char32_t first, last;
};
#include "width_ranges.inc"

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

/// Reads one character and takes its bytes off `text`; U+FFFD for an ill-formed part.
char32_t take(std::string_view& text) {
    const Utf8Step step = utf8_step(text);
    const auto lead = static_cast<std::uint8_t>(text[0]);
    char32_t c = step.size == 1 ? lead : lead & (0x7FU >> step.size);
    for (std::size_t i = 1; i < step.size; ++i)
        c = c << 6 | (static_cast<std::uint8_t>(text[i]) & 0x3F);
    text.remove_prefix(step.size);
    return step.valid ? c : 0xFFFD;
}

}  // namespace

std::size_t display_width(std::string_view text) {
    unsigned char odd = 0;  // without a branch, so that vectors are made of it
    for (const char c : text)
        odd |= static_cast<unsigned char>(static_cast<signed char>(c) < ' ' || c == '\x7F');
    if (odd == 0) return text.size();

    std::size_t width = 0;
    char32_t before = 0;         // the character before
    char32_t base = 0;           // the last one that took up columns, or that joined it
    std::size_t base_width = 0;  // their columns together
    while (!text.empty()) {
        const char32_t c = take(text);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
            base = 0;  // a control takes no column, and nothing joins across it
        } else if ((c == kEmojiStyle && before == base && contains(kEmoji, base)) ||
                   (is_skin_tone(c) && is_sign(base) &&
                    (before == base || before == kEmojiStyle))) {
            width += 2 - base_width;  // now it is shown as an emoji
            base_width = 2;
        } else if (before == kJoiner && is_sign(base) && contains(kEmoji, c)) {
            base = c;
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
