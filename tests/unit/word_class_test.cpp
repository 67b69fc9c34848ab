// Tests of what a character is to the boundary rules and to a reader; ASCII's table against ICU.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/text/word_class.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {

struct Case {
    char32_t c;
    WordClass kind;
    WordInfo bits;
};

}  // namespace

TEST_CASE("word class: the compiler's table of ASCII is ICU's") {
    for (int c = 0; c < 128; ++c) {
        CAPTURE(c);
        CHECK(int{ascii_word_info(static_cast<char>(c))} ==
              int{find_word_info(static_cast<char32_t>(c))});
    }
}

TEST_CASE("word class: one of each class, and what it makes of its segment") {
    const Case cases[] = {
        {0x2028, WordClass::newline, 0},
        {0x0301, WordClass::extend, 0},
        {0x200D, WordClass::zwj, 0},
        {0x00AD, WordClass::format, 0},
        {0x200B, WordClass::other, 0},
        {0x1F1EB, WordClass::regional, kVisible},
        {0x05D0, WordClass::hebrew, kLetter},
        {0x00E9, WordClass::letter, kLetter},
        {0xAC00, WordClass::letter, kLetter},
        {0x00B7, WordClass::mid_letter, kVisible},
        {0x2019, WordClass::mid_num_let, kVisible},
        {0x066C, WordClass::mid_num, kVisible},
        {0x0660, WordClass::numeric, kDigit},
        {0x203F, WordClass::extend_num_let, kVisible},
        {0x3000, WordClass::space, 0},
        {0x00A0, WordClass::other, 0},
        {0x1F600, WordClass::pictograph, kVisible},
        {0x2139, WordClass::letter_pictograph, kLetter},
        {0x6E56, WordClass::ideograph, kLetter},
        {0x3042, WordClass::ideograph, kLetter},
        {0x30AB, WordClass::katakana, kLetter},
        {0x3005, WordClass::iteration, kLetter},
        {0x0E01, WordClass::complex, kLetter},
        {0x0E31, WordClass::complex_extend, 0},
        {0xFF9E, WordClass::kana_extend, 0},
        {0x20AC, WordClass::other, kVisible},
        {0xFFFD, WordClass::other, kVisible},
        {0xE000, WordClass::other, kVisible},    // private use
        {0xD800, WordClass::other, kVisible},    // a surrogate does no harm
        {0x10FFFF, WordClass::other, kVisible},  // unassigned
    };
    for (const Case& c : cases) {
        CAPTURE(static_cast<std::uint32_t>(c.c));
        CHECK(int(word_class(find_word_info(c.c))) == int(c.kind));
        CHECK(int(find_word_info(c.c) & ~kClassMask) == int{c.bits});
    }
}

TEST_CASE("word class: the cache remembers what ICU says") {
    WordInfoCache cache;
    std::size_t wrong = 0;
    for (const bool again : {false, true})
        for (char32_t c = again ? 1 : 0; c <= 0x10FFFF; c += 97)
            wrong += cache[c] != find_word_info(c);
    CHECK(wrong == 0);
    CHECK(cache[0x10FFFF] == find_word_info(0x10FFFF));
}
