// Numbers and marks at the start of a line: 1. / 1.1 / IV. / A. / (a) / § 3 / Chapter Two / • / –.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace analyze {

/// The way a number is written; each is a sequence of its own.
enum class NumberStyle : std::uint8_t {
    none,
    decimal,
    roman,
    upper_letter,
    lower_letter,
    lower_roman,
    section_sign,  ///< § 3
    part,
    chapter,
    section,
    appendix,
    other_word,  ///< Part One, Chapter 2, Section 3, Appendix A, Article 5 …
    any_word,    ///< another word before a number: Step 1: …, Exercise 2 – …
    bullet,
};

struct Numbering {
    NumberStyle style = NumberStyle::none;
    std::uint8_t depth = 0;   ///< number of components
    char close = 0;           ///< '.', ')', ':'; '(' for brackets on both sides; 0 for none
    bool bare = false;        ///< nothing but the number stands in the line
    std::uint8_t letter = 0;  ///< of single letters that are also roman: the value as a letter
    std::uint32_t value = 0;  ///< of the last component: 3 in "2.3"; 4 in "IV."
    /// The components before it, or the word, as one key: equal for siblings.
    std::uint32_t parent = 0;
    /// Bytes of the number with its punctuation, without the space behind it.
    std::uint32_t size = 0;
};

/// The `parent` of the numbers below the one with this parent and value.
[[nodiscard]] constexpr std::uint32_t child_key(std::uint32_t parent, std::uint32_t value) {
    return parent * 1000003u + value + 1;
}

/// Whether the style is a word (or §) that begins headings by itself.
[[nodiscard]] constexpr bool with_noun(const Numbering& number) {
    return number.style >= NumberStyle::section_sign && number.style <= NumberStyle::other_word;
}

/// Whether this form of number also begins prose, so that it takes a second one to be believed:
/// "1 Scope", "I: …", "Step 1: …".
[[nodiscard]] constexpr bool is_weak(const Numbering& number) {
    return number.style == NumberStyle::any_word ||
           (number.style == NumberStyle::roman && number.close == ':') ||
           (number.style == NumberStyle::decimal && number.depth == 1 && number.close == 0 &&
            !number.bare);
}

/// Reads the number or bullet that `line` begins with. A number with neither punctuation nor a word
/// before it is read only before a capital, or when it has two components or stands alone.
[[nodiscard]] Numbering read_numbering(std::string_view line);

}  // namespace analyze
