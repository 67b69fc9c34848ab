// What a character is to the word boundary rules (its class) and to a reader.
// SPDX-License-Identifier: Apache-2.0
#include "word_class.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace analyze {
namespace {

WordClass find_class(UChar32 c) {
    const bool complex = u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
    const bool pictograph = u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    const bool ideograph = script == USCRIPT_HAN || script == USCRIPT_HIRAGANA;
    switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
        case U_WB_CR:
            return WordClass::cr;
        case U_WB_LF:
            return WordClass::lf;
        case U_WB_NEWLINE:
            return WordClass::newline;
        case U_WB_EXTEND:
            if (complex) return WordClass::complex_extend;
            return c == 0xFF9E || c == 0xFF9F ? WordClass::kana_extend : WordClass::extend;
        case U_WB_ZWJ:
            return WordClass::zwj;
        case U_WB_FORMAT:
            return WordClass::format;
        case U_WB_REGIONAL_INDICATOR:
            return WordClass::regional;
        case U_WB_KATAKANA:
            return WordClass::katakana;
        case U_WB_HEBREW_LETTER:
            return WordClass::hebrew;
        case U_WB_ALETTER:
            return ideograph    ? WordClass::iteration
                   : pictograph ? WordClass::letter_pictograph
                                : WordClass::letter;
        case U_WB_SINGLE_QUOTE:
            return WordClass::single_quote;
        case U_WB_DOUBLE_QUOTE:
            return WordClass::double_quote;
        case U_WB_MIDNUMLET:
            return WordClass::mid_num_let;
        case U_WB_MIDLETTER:
            return WordClass::mid_letter;
        case U_WB_MIDNUM:
            return WordClass::mid_num;
        case U_WB_NUMERIC:
            return WordClass::numeric;
        case U_WB_EXTENDNUMLET:
            return WordClass::extend_num_let;
        case U_WB_WSEGSPACE:
            return WordClass::space;
        default:
            return pictograph  ? WordClass::pictograph
                   : ideograph ? WordClass::ideograph
                   : complex   ? WordClass::complex
                               : WordClass::other;
    }
}

}  // namespace

WordInfo find_word_info(char32_t c) {
    const auto code = static_cast<UChar32>(c);
    const WordClass kind = find_class(code);
    // Marks are invisible here: they take their base's part, and alone they are nothing to count.
    constexpr std::uint32_t kInvisible =
        U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZS_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK | U_GC_M_MASK;
    WordInfo bits = 0;
    switch (kind) {
        case WordClass::hebrew:
        case WordClass::letter:
        case WordClass::letter_pictograph:
        case WordClass::ideograph:
        case WordClass::katakana:
        case WordClass::iteration:
        case WordClass::complex:
            bits = kLetter;
            break;
        case WordClass::numeric:
            bits = kDigit;
            break;
        case WordClass::extend:
        case WordClass::complex_extend:
        case WordClass::kana_extend:
            break;
        default: {
            const std::uint32_t category = U_MASK(u_charType(code));
            bits = (category & kInvisible) != 0    ? 0
                   : (category & U_GC_L_MASK) != 0 ? kLetter
                                                   : kVisible;
        }
    }
    return static_cast<WordInfo>(static_cast<WordInfo>(kind) | bits);
}

WordInfo WordInfoCache::load(std::unique_ptr<const Block>& block, char32_t c) {
    auto made = std::make_unique<Block>();
    for (std::size_t i = 0; i < made->size(); ++i)
        (*made)[i] = find_word_info(static_cast<char32_t>((c & ~char32_t{0xFF}) | i));
    block = std::move(made);
    return (*block)[c & 0xFF];
}

WordInfo WordInfoCache::beyond(char32_t c) {
    if (!beyond_) beyond_ = std::make_unique<std::array<std::unique_ptr<const Block>, 0x1100>>();
    std::unique_ptr<const Block>& block = (*beyond_)[c >> 8];
    return block ? (*block)[c & 0xFF] : load(block, c);
}

}  // namespace analyze
