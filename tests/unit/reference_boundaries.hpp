// The slow reference for word boundaries: ICU's rule interpreter on its own root rules, untailored.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/rbbi.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace analyze::test {

/// ICU 72 tailors the rules of UAX #29: `@` is a letter, `:` and its wide forms are no MidLetter,
/// Hangul and Complex_Context are moved out of and into ALetter, Han is taken out of Extend. All of
/// it is undone here; what stays beyond UAX #29 is that runs of Han, Hiragana and Katakana and runs
/// of Complex_Context are whole to the rules, so that ICU's dictionaries divide them.
inline std::unique_ptr<icu::RuleBasedBreakIterator> make_reference_iterator() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> root(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    icu::UnicodeString rules = dynamic_cast<icu::RuleBasedBreakIterator&>(*root).getRules();
    const auto replace = [&](const char* old_rule, const char* new_rule) {
        const icu::UnicodeString old_text(old_rule, -1, US_INV);
        if (rules.indexOf(old_text) < 0)
            throw std::runtime_error(std::string("this ICU's word rules have no ") + old_rule);
        rules.findAndReplace(old_text, icu::UnicodeString(new_rule, -1, US_INV));
    };
    replace("\\p{Word_Break=Extend}-$Han]", "\\p{Word_Break=Extend}]");
    replace("\\p{Word_Break=ALetter}@]", "\\p{Word_Break=ALetter}]");
    replace("\\p{Word_Break=MidLetter}-[\\:\\uFE55\\uFF1A]]", "\\p{Word_Break=MidLetter}]");
    replace("=[$Han$Hiragana$Katakana];", "=[[$Han$Hiragana$Katakana]-$Extend];");
    replace("$dictionaryCJK=[$KanaKanji$HangulSyllable];", "$dictionaryCJK=[$KanaKanji];");
    replace("$ALetterPlus=[$ALetter-$dictionaryCJK[$ComplexContext-$Extend-$Control]];",
            "$ALetterPlus=[$ALetter];$Complex=[$ComplexContext-$Extend-$Control];");
    replace("$HangulSyllable$HangulSyllable{200};", "$Complex$ExFm*$Complex{200};");
    replace("$HangulSyllable{200};", "$Complex$ExFm*{200};");
    UParseError where{};
    auto iterator = std::make_unique<icu::RuleBasedBreakIterator>(rules, where, status);
    if (U_FAILURE(status)) throw std::runtime_error("the reference rules do not compile");
    // Its dictionary for Chinese is to be known before signs of no script are met: see Boundaries.
    iterator->setText(icu::UnicodeString(u"湖湖"));
    iterator->next();
    return iterator;
}

/// The marks of halfwidth kana are letters to the dictionary; a boundary before one breaks WB4.
inline bool is_kana_mark(UChar32 c) {
    return c == 0xFF9E || c == 0xFF9F;
}

inline bool is_line_end(UChar32 c) {
    const int value = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
    return value == U_WB_CR || value == U_WB_LF || value == U_WB_NEWLINE;
}

/// The ends of all segments of `text` (valid UTF-8).
inline std::vector<std::uint32_t> reference_boundaries(std::string_view text) {
    thread_local const auto iterator = make_reference_iterator();
    std::u16string units;
    std::vector<std::uint32_t> offsets;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        const auto offset = static_cast<std::uint32_t>(at);
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, at, text.size(), c);
        // Marks of Han script are Extend, but ideographs to the dictionary: other marks stand in.
        if (c >= 0x302A && c <= 0x302D) c = 0x0301;
        if (c == 0x16FF0 || c == 0x16FF1) c = 0x1E8D0;
        for (int i = 0; i < U16_LENGTH(c); ++i) offsets.push_back(offset);
        if (c > 0xFFFF) units.push_back(static_cast<char16_t>(U16_LEAD(c)));
        units.push_back(static_cast<char16_t>(c > 0xFFFF ? U16_TRAIL(c) : c));
    }
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
    const icu::UnicodeString subject(false, units.data(), static_cast<std::int32_t>(units.size()));
    iterator->setText(subject);
    iterator->first();
    std::vector<std::uint32_t> ends;
    for (std::int32_t at = 0; (at = iterator->next()) != icu::BreakIterator::DONE;)
        if (!is_kana_mark(subject.char32At(at)) || is_line_end(subject[at - 1]))
            ends.push_back(offsets[static_cast<std::size_t>(at)]);
    return ends;
}

}  // namespace analyze::test
