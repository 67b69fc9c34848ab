// Tests of words by ICU's dictionary: the places are those that ICU's own iterator finds.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/text/dictionary_words.hpp"

#include <unicode/unistr.h>

#include <catch2/catch.hpp>
#include <iterator>
#include <random>
#include <string>

#include "icu_places.hpp"

using namespace analyze;
using namespace analyze::test;

namespace {

/// Every so manieth word of the dictionary, without those that are left to ICU.
std::vector<std::u16string> some_words(std::size_t step) {
    const DictionaryData dictionary("cjdict", DictionaryKind::units_with_costs);
    REQUIRE(dictionary);
    DictionaryWords words;
    Places places;
    UErrorCode status = U_ZERO_ERROR;
    icu::UCharsTrie::Iterator iterator(static_cast<const char16_t*>(dictionary.trie()), 0, status);
    std::vector<std::u16string> some;
    for (std::size_t i = 0; iterator.next(status) != 0; ++i) {
        const icu::UnicodeString& word = iterator.getString();
        const std::u16string_view units(word.getBuffer(), static_cast<std::size_t>(word.length()));
        if (i % step == 0 && words.divide(units, places)) some.emplace_back(units);
    }
    REQUIRE(U_SUCCESS(status));
    return some;
}

}  // namespace

TEST_CASE(
    "dictionary words: words of the dictionary, joined, cut and mixed with other characters") {
    const std::vector<std::u16string> some = some_words(31);
    CHECK(some.size() > 9000);
    DictionaryWords words;
    std::mt19937 random(7);
    for (int i = 0; i < 20000; ++i) {
        std::u16string run;
        for (auto n = 1 + random() % 12; n-- != 0;) {
            const std::u16string& word = some[random() % some.size()];
            run += random() % 4 != 0 ? word : word.substr(0, 1 + random() % word.size());
            if (random() % 6 != 0) continue;
            constexpr char16_t kMixed[] = u"のーヽゝ々〇アヴㇰン湖丂";
            run += kMixed[random() % (std::size(kMixed) - 1)];
        }
        check_as_icu(words, run);
    }
}

TEST_CASE("dictionary words: any characters of the scripts") {
    DictionaryWords words;
    std::mt19937 random(8);
    constexpr std::pair<char16_t, char16_t> kRanges[]{
        {u'一', u'\u9FFF'}, {u'一', u'不'}, {u'ぁ', u'ゖ'}, {u'ァ', u'ヺ'}, {u'㐀', u'\u4DBF'}};
    for (int i = 0; i < 20000; ++i) {
        std::u16string run;
        const auto mostly = random() % std::size(kRanges);
        for (auto n = 1 + random() % 50; n-- != 0;) {
            const auto which = random() % 6 != 0 ? mostly : random() % std::size(kRanges);
            const auto [first, last] = kRanges[which];
            run += static_cast<char16_t>(first + random() % (last - first + 1U));
        }
        check_as_icu(words, run);
    }
}

TEST_CASE("dictionary words: runs of Katakana of every length, alone and among others") {
    DictionaryWords words;
    for (const char16_t* unit : {u"ア", u"ー", u"ㇰ", u"ヾ", u"サーバ"})
        for (std::size_t length = 1; length < 50; ++length) {
            std::u16string run;
            while (run.size() < length) run += unit;
            for (const char16_t* beside : {u"", u"の", u"湖", u"ー"}) {
                check_as_icu(words, beside + run);
                check_as_icu(words, run + beside + run);
            }
        }
}

TEST_CASE("dictionary words: long runs") {
    DictionaryWords words;
    for (const char16_t* unit : {u"湖", u"の", u"ア", u"丂", u"湖岸的新桥", u"々"}) {
        std::u16string run;
        while (run.size() < 20000) run += unit;
        check_as_icu(words, run);
    }
}

TEST_CASE("dictionary words: what is left to ICU") {
    DictionaryWords words;
    Places places{9};
    for (const char16_t* other :
         {u"\uFF76", u"\U00020BB7", u"\uF900", u"\u3099", u"\u3031", u"〆", u"ヿ", u"\u30A0", u"・",
          u"가", u"a", u"ก", u" ", u"\u302A", u"\uFF9E"}) {
        INFO(utf8(other));
        CHECK_FALSE(words.divide(other, places));
        CHECK_FALSE(words.divide(std::u16string(u"湖岸") + other + u"湖岸", places));
    }
    CHECK(places == Places{9});
    CHECK_FALSE(words.divide(std::u16string((std::size_t{1} << 23) + 1, u'湖'), places));
    CHECK_FALSE(DictionaryData("no such dictionary", DictionaryKind::bytes));
    CHECK_FALSE(DictionaryData("cjdict", DictionaryKind::bytes));
}
