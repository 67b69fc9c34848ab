// Tests of words by ICU's dictionaries of Thai, Lao, Khmer and Burmese: as ICU's own iterator.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/text/complex_words.hpp"

#include <unicode/bytestrie.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <random>
#include <string>

#include "../../src/text/dictionary_data.hpp"
#include "icu_places.hpp"

using namespace analyze;
using namespace analyze::test;

namespace {

struct Script {
    const char* dictionary;
    char16_t first, last;  ///< of its letters and marks
};
constexpr Script kScripts[]{{"thaidict", 0x0E01, 0x0E4E},
                            {"laodict", 0x0E81, 0x0ECD},
                            {"khmerdict", 0x1780, 0x17D3},
                            {"burmesedict", 0x1000, 0x103E}};

/// Every so manieth word of a dictionary, without those that have a joiner or the like in them.
std::vector<std::u16string> some_words(const Script& script, std::size_t step) {
    const DictionaryData dictionary(script.dictionary, DictionaryKind::bytes);
    REQUIRE(dictionary);
    UErrorCode status = U_ZERO_ERROR;
    icu::BytesTrie::Iterator iterator(dictionary.trie(), 0, status);
    std::vector<std::u16string> some;
    for (std::size_t i = 0; iterator.next(status) != 0; ++i) {
        if (i % step != 0) continue;
        const icu::StringPiece bytes = iterator.getString();
        std::u16string word;
        for (std::int32_t k = 0; k < bytes.length(); ++k)
            word += static_cast<char16_t>(dictionary.offset() +
                                          static_cast<unsigned char>(bytes.data()[k]));
        if (word.front() >= script.first &&
            std::all_of(word.begin(), word.end(), [&](char16_t c) { return c <= script.last; }))
            some.push_back(word);
    }
    REQUIRE(U_SUCCESS(status));
    return some;
}

/// Characters of the script that its dictionary knows.
std::vector<char16_t> letters_of(const Script& script) {
    std::vector<char16_t> letters;
    for (char16_t c = script.first; c <= script.last; ++c)
        if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT)
            letters.push_back(c);
    return letters;
}

}  // namespace

TEST_CASE("complex words: words of the dictionaries, joined, cut and mixed with letters") {
    ComplexWords words;
    std::mt19937 random(9);
    for (const Script& script : kScripts) {
        INFO(script.dictionary);
        const std::vector<std::u16string> some = some_words(script, 7);
        const std::vector<char16_t> letters = letters_of(script);
        CHECK(some.size() > 3000);
        for (int i = 0; i < 10000; ++i) {
            std::u16string run;
            for (auto n = 1 + random() % 12; n-- != 0;) {
                const std::u16string& word = some[random() % some.size()];
                run += random() % 4 != 0 ? word : word.substr(0, 1 + random() % word.size());
                if (random() % 6 == 0) run += letters[random() % letters.size()];
            }
            check_as_icu(words, run);
        }
    }
}

TEST_CASE("complex words: any letters and marks, and the Thai signs that follow words") {
    ComplexWords words;
    std::mt19937 random(10);
    for (const Script& script : kScripts) {
        INFO(script.dictionary);
        const std::vector<char16_t> letters = letters_of(script);
        for (int i = 0; i < 10000; ++i) {
            std::u16string run(1, script.first);
            const std::size_t few = random() % 2 == 0 ? 12 : letters.size();
            for (auto n = 1 + random() % 40; n-- != 0;) run += letters[random() % few];
            if (&script == kScripts)
                for (auto n = random() % 6; n-- != 0;)
                    run.insert(1 + random() % run.size(), random() % 2 == 0 ? u"ฯ" : u"ๆ");
            check_as_icu(words, run);
        }
    }
}

TEST_CASE("complex words: long runs") {
    ComplexWords words;
    for (const char16_t* unit : {u"ก", u"กั", u"ๆ", u"ฯ", u"ทะเลสาบ", u"ເ", u"ស", u"က"}) {
        std::u16string run;
        while (run.size() < 20000) run += unit;
        check_as_icu(words, run);
    }
}

TEST_CASE("complex words: what is left to ICU") {
    ComplexWords words;
    Places places{9};
    for (const char16_t* other :
         {u"ກ", u"a", u"๑", u"\u200D", u"\u0301", u"\uAA80", u"湖", u"\U00016FF0", u"๏"}) {
        INFO(utf8(other));
        CHECK_FALSE(words.divide(std::u16string(u"ทะเล") + other + u"สาบ", places));
    }
    for (const char16_t* run : {u"湖岸", u"abc", u"ᨕᩣ", u"ꪀꪱ", u"\uAA60\uAA61", u"1"})
        CHECK_FALSE(words.divide(run, places));
    CHECK(places == Places{9});
}
