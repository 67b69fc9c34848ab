// Rows of words in several languages, kept as one string each, and looked up without regard to case.
// SPDX-License-Identifier: Apache-2.0
#include "word_rows.hpp"

#include <algorithm>

namespace analyze {
namespace {

/// Reads one character of `text` (valid UTF-8) as its small letter; other characters as they are.
std::uint32_t small_at(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
    };
    const std::uint32_t first = byte(at++);
    if (first < 0x80) return first >= 'A' && first <= 'Z' ? first + 32 : first;
    if ((first & 0xE0) != 0xC0 || at >= text.size()) return first;
    const std::uint32_t c = (first & 0x1F) << 6 | (byte(at++) & 0x3F);
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;  // À to Þ
    if (c >= 0x410 && c <= 0x42F) return c + 32;             // А to Я
    return c == 0x401 ? 0x451 : c;                           // Ё
}

/// Bytes of `text` that read as all of `lower_case`, else 0.
std::size_t begins(std::string_view text, std::string_view lower_case) {
    std::size_t at = 0, word = 0;
    while (word < lower_case.size()) {
        if (at >= text.size() || small_at(text, at) != small_at(lower_case, word)) return 0;
    }
    return at;
}
bool same(std::string_view text, std::string_view lower_case) {
    return text.size() == lower_case.size() && begins(text, lower_case) == text.size();
}

/// Calls `take(word, index)` for each word of a row until it says true.
template <typename Take>
bool any_word(std::string_view row, Take take) {
    for (std::size_t at = 0, index = 0; at < row.size(); ++index) {
        const std::size_t end = std::min(row.find('|', at), row.size());
        if (take(row.substr(at, end - at), index)) return true;
        at = end + 1;
    }
    return false;
}

}  // namespace

std::size_t WordRow::search(std::string_view word) const {
    std::size_t place = kAbsent;
    any_word(words_, [&](std::string_view known, std::size_t index) {
        return same(word, known) && (place = index, true);
    });
    return place;
}

std::size_t WordRow::search_longest(std::string_view line) const {
    std::size_t longest = 0;
    any_word(words_, [&](std::string_view known, std::size_t) {
        longest = std::max(longest, begins(line, known));
        return false;
    });
    return longest;
}

}  // namespace analyze
