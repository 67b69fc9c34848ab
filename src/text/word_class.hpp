// What a character is to the word boundary rules (its class) and to a reader.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "analyze/base/ascii.hpp"

namespace analyze {

/// The values of Word_Break (UAX #29, table 3), split where ICU's dictionaries or rule WB3c look
/// closer. `word_class` and the table of transitions in boundaries.cpp are the only readers.
enum class WordClass : std::uint8_t {
    other,
    cr,
    lf,
    newline,
    extend,
    zwj,
    format,
    regional,
    hebrew,
    letter,
    single_quote,
    double_quote,
    mid_num_let,
    mid_letter,
    mid_num,
    numeric,
    extend_num_let,
    space,
    pictograph,         ///< Extended_Pictographic, else other
    letter_pictograph,  ///< Extended_Pictographic and ALetter, such as U+2139
    ideograph,          ///< Han or Hiragana: other to the rules, divided by a dictionary
    katakana,
    iteration,       ///< ALetter of Han script: U+3005, U+303B
    complex,         ///< Line_Break=SA and no mark: other to the rules, divided by a dictionary
    complex_extend,  ///< Line_Break=SA and Extend
    kana_extend,     ///< U+FF9E, U+FF9F: Extend to the rules, letters to ICU's dictionary
};
constexpr std::size_t kWordClasses = 26;

/// A WordClass in the low five bits and what the character makes of its segment above them, so that
/// the bits of a segment's characters can be or-ed: the highest decides.
using WordInfo = std::uint8_t;
constexpr WordInfo kClassMask = 0x1F, kVisible = 0x20, kDigit = 0x40, kLetter = 0x80;

[[nodiscard]] constexpr WordClass word_class(WordInfo info) {
    return static_cast<WordClass>(info & kClassMask);
}

/// Looks a character up in ICU's properties.
[[nodiscard]] WordInfo find_word_info(char32_t c);

/// The same for ASCII, known to the compiler.
[[nodiscard]] constexpr WordInfo ascii_word_info(char c) {
    const auto info = [](WordClass kind, WordInfo bits) {
        return static_cast<WordInfo>(static_cast<WordInfo>(kind) | bits);
    };
    if (ascii::is_letter(c)) return info(WordClass::letter, kLetter);
    if (ascii::is_digit(c)) return info(WordClass::numeric, kDigit);
    switch (c) {
        case ' ':
            return info(WordClass::space, 0);
        case '\r':
            return info(WordClass::cr, 0);
        case '\n':
            return info(WordClass::lf, 0);
        case '\v':
        case '\f':
            return info(WordClass::newline, 0);
        case '\'':
            return info(WordClass::single_quote, kVisible);
        case '"':
            return info(WordClass::double_quote, kVisible);
        case '.':
            return info(WordClass::mid_num_let, kVisible);
        case ':':
            return info(WordClass::mid_letter, kVisible);
        case ',':
        case ';':
            return info(WordClass::mid_num, kVisible);
        case '_':
            return info(WordClass::extend_num_let, kVisible);
        default:
            return info(WordClass::other, c > ' ' && c < 0x7F ? kVisible : 0);
    }
}

/// Remembers the characters that were looked up, in blocks of 256, so that each block costs some
/// ten microseconds once. Not to be shared by threads.
class WordInfoCache {
public:
    [[nodiscard]] WordInfo operator[](char32_t c) {
        if (c > 0xFFFF) return beyond(c);
        const Block* block = blocks_[c >> 8].get();
        return block ? (*block)[c & 0xFF] : load(blocks_[c >> 8], c);
    }

private:
    using Block = std::array<WordInfo, 256>;
    static WordInfo load(std::unique_ptr<const Block>& block, char32_t c);
    WordInfo beyond(char32_t c);  ///< of characters that are no reason to touch memory in each text
    std::array<std::unique_ptr<const Block>, 0x100> blocks_{};
    std::unique_ptr<std::array<std::unique_ptr<const Block>, 0x1100>> beyond_;
};

}  // namespace analyze
