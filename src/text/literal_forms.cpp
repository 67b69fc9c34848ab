// How a word beyond ASCII may be written: the characters that fold into each of its own.
// SPDX-License-Identifier: Apache-2.0
#include "literal_forms.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace analyze::literal {
namespace {

icu::UnicodeString decoded(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string encoded(UChar32 c) {
    std::string out;
    icu::UnicodeString(c).toUTF8String(out);
    return out;
}

icu::UnicodeString decomposed(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    return U_FAILURE(status) ? text : nfd->normalize(text, status);
}

UNormalizationCheckResult composition(UChar32 c) {
    return static_cast<UNormalizationCheckResult>(u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK));
}

bool changes(UChar32 c, Case letter_case) {
    return composition(c) != UNORM_YES ||
           (letter_case == Case::fold &&
            u_hasBinaryProperty(c, UCHAR_CHANGES_WHEN_CASEFOLDED) != 0);
}

}  // namespace

Forms forms_of(std::string_view key, Case letter_case) {
    Forms forms;
    const icu::UnicodeString word = decoded(key);
    std::vector<UChar32> characters;
    bool after_mark = false;
    for (std::int32_t at = 0; at < word.length(); at = word.moveIndex32(at, 1)) {
        const UChar32 c = word.char32At(at);
        const bool mark = u_getCombiningClass(c) != 0;
        if (composition(c) != UNORM_YES || (mark && after_mark)) return forms;
        after_mark = mark;
        characters.push_back(c);
        forms.characters.push_back({encoded(c)});
    }
    const icu::UnicodeString parts = decomposed(word);

    std::string folded;
    for (const auto& [first, last] : kChanging)
        for (auto c = static_cast<UChar32>(first); c <= static_cast<UChar32>(last); ++c) {
            if (U_IS_SURROGATE(c) || !changes(c, letter_case)) continue;
            const std::string character = encoded(c);
            fold(character, letter_case, folded);
            const icu::UnicodeString result = decoded(folded);
            if (composition(c) != UNORM_MAYBE && result.countChar32() == 1) {
                bool foreign = false;
                for (std::size_t i = 0; i < characters.size(); ++i) {
                    if (result.char32At(0) != characters[i]) continue;
                    if (character.size() == forms.characters[i][0].size())
                        forms.characters[i].push_back(character);
                    else
                        foreign = true;
                }
                if (foreign) forms.foreign.push_back(character);
                continue;
            }
            // What composes, or folds to several: where all its parts are in the word.
            const icu::UnicodeString of_result = decomposed(result);
            bool inside = true;
            for (std::int32_t at = 0; at < of_result.length(); at = of_result.moveIndex32(at, 1))
                inside = inside && parts.indexOf(of_result.char32At(at)) >= 0;
            if (inside) forms.foreign.push_back(character);
        }
    forms.complete = true;
    return forms;
}

}  // namespace analyze::literal
