// Rows of words in several languages, kept as one string each, and looked up without regard to case.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "analyze/base/ascii.hpp"

namespace analyze {

/// Words in small letters with bars between them: "par|von|by". Capitals of ASCII, Latin-1 and
/// Russian in a text are read as small letters. Made at compile time.
class WordRow {
public:
    explicit constexpr WordRow(std::string_view words) : words_(words) {
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (at > 0 && words[at - 1] != '|') continue;
            const std::size_t end = std::min(words.find('|', at), words.size());
            exact_[exact(words.substr(at, end - at))] = true;
            if (at + 1 < end)
                openings_[opening(words[at], words[at + 1])] = true;
            else  // one letter, with anything behind it
                for (int c = 0; c < 256; ++c)
                    openings_[opening(words[at], static_cast<char>(c))] = true;
        }
    }

    static constexpr std::size_t kAbsent = SIZE_MAX;
    /// The index of `word` in the row, or kAbsent.
    [[nodiscard]] std::size_t place_of(std::string_view word) const {
        return !word.empty() && exact_[exact(word)] ? search(word) : kAbsent;
    }
    [[nodiscard]] bool has(std::string_view word) const { return place_of(word) != kAbsent; }
    /// Bytes of the longest word of the row that `line` begins with, 0 for none.
    [[nodiscard]] std::size_t longest_of(std::string_view line) const {
        return possible(line) ? search_longest(line) : 0;
    }

private:
    [[nodiscard]] std::size_t search(std::string_view word) const;
    [[nodiscard]] std::size_t search_longest(std::string_view line) const;

    static constexpr std::size_t kSlots = 1024;
    static constexpr std::uint8_t opening(char first, char second) {
        const auto small = [](char c) {
            return static_cast<unsigned>(ascii::is_upper(c) ? c + 32
                                                            : static_cast<unsigned char>(c));
        };
        // Both cases of a letter beyond ASCII have one number.
        if (static_cast<unsigned char>(first) >= 0x80) return 255;
        return static_cast<std::uint8_t>((small(first) * 37 + small(second)) % 255);
    }
    /// The same of a whole word, with its size.
    static constexpr std::size_t exact(std::string_view word) {
        const std::size_t first = opening(word[0], word.size() > 1 ? word[1] : ' ');
        return (first * 4 + word.size() * 37) % kSlots;
    }
    /// Whether any word may begin as the line does: nearly no line passes.
    [[nodiscard]] constexpr bool possible(std::string_view line) const {
        return !line.empty() && openings_[opening(line[0], line.size() > 1 ? line[1] : ' ')];
    }

    std::string_view words_;
    std::array<bool, 256> openings_{};
    std::array<bool, kSlots> exact_{};
};

}  // namespace analyze
