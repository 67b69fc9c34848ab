// Tests of folding: canonical equivalence, case, and that a key is its own key.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/fold.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <catch2/catch.hpp>
#include <random>

using namespace analyze;

namespace {

std::string folded(std::string_view word, Case mode = Case::fold) {
    std::string key = "left over";
    fold(word, mode, key);
    return key;
}

std::string utf8(const icu::UnicodeString& text) {
    std::string result;
    return text.toUTF8String(result);
}

}  // namespace

TEST_CASE("fold: hand-made words") {
    CHECK(folded("") == "");
    CHECK(folded("Lake") == "lake");
    CHECK(folded("@[`{AZ") == "@[`{az");
    CHECK(folded("ÖRE") == "öre");
    CHECK(folded("O\u0308re") == "öre");
    CHECK(folded("STRASSE") == folded("Straße"));
    CHECK(folded("Straße") == "strasse");
    CHECK(folded("ΟΔΟΣ") == folded("οδος"));
    CHECK(folded("ﬁn") == "fin");
    CHECK(folded("\u212B") == "å");
    CHECK(folded("И\u0306ОГА") == "йога");
    CHECK(folded("IŞIK") == "işik");  // no Turkic rule
    CHECK(folded("湖岸") == "湖岸");
}

TEST_CASE("fold: keep only normalises") {
    CHECK(folded("Lake", Case::keep) == "Lake");
    CHECK(folded("O\u0308RE", Case::keep) == "ÖRE");
    CHECK(folded("Straße", Case::keep) == "Straße");
}

TEST_CASE("fold: equivalent words and case variants have one key, which is its own key") {
    std::mt19937 random(5);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
    const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
    constexpr UChar32 kMarks[] = {0x301, 0x308, 0x327, 0x323, 0x345, 0x342, 0x313, 0x30A, 0x5B0};
    for (int i = 0; i < 40000; ++i) {
        icu::UnicodeString word;
        for (auto n = 1 + random() % 5; n-- != 0;) {
            const auto c = static_cast<UChar32>(random() % (i % 2 == 0 ? 0x2200 : 0x20000));
            if (u_isalpha(c) != 0) word.append(c);
            if (random() % 3 == 0) word.append(kMarks[random() % std::size(kMarks)]);
        }
        const std::string key = folded(utf8(word));
        INFO(utf8(word));
        CHECK(folded(key) == key);
        CHECK(folded(utf8(nfc->normalize(word, status))) == key);
        CHECK(folded(utf8(nfd->normalize(word, status))) == key);
        if (word.indexOf(UChar32{0x130}) < 0 && word.indexOf(UChar32{0x131}) < 0) {
            icu::UnicodeString upper = nfc->normalize(word, status);
            CHECK(folded(utf8(upper.toUpper(icu::Locale::getRoot()))) == key);
        }
        CHECK(folded(utf8(word), Case::keep) == utf8(nfc->normalize(word, status)));
    }
    for (UChar32 c = 0; c < 0x1F000; ++c) {  // the simple mappings of single letters
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        if (c == 0x130 || c == 0x131 || u_tolower(u_toupper(c)) == c) continue;
        if (u_foldCase(u_toupper(c), U_FOLD_CASE_DEFAULT) != u_foldCase(c, U_FOLD_CASE_DEFAULT))
            continue;
        CHECK(folded(utf8(icu::UnicodeString(c))) ==
              folded(utf8(icu::UnicodeString(u_toupper(c)))));
    }
}
