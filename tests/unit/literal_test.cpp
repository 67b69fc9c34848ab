// Tests of the search for literals: every kernel against a slow look at each place.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/literal.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "../../src/text/literal_forms.hpp"

using namespace analyze;

namespace {

std::string utf8(char32_t c) {
    const auto byte = [](char32_t value) { return static_cast<char>(value); };
    if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
    if (c < 0x10000)
        return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
    return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)),
            byte(0x80 | (c & 0x3F))};
}

std::vector<std::size_t> places(const Literal& literal, std::string_view text, bool plain) {
    std::vector<std::size_t> found;
    LiteralSearch search(literal, text);
    for (std::size_t at = 0;;) {
        const LiteralPlace place = search.next(at);
        if (place.begin == std::string_view::npos) return found;
        if (place.plain == plain) found.push_back(place.begin);
        at = place.begin + 1;
    }
}

}  // namespace

TEST_CASE("every kernel finds each place of a literal") {
    std::mt19937 random(7);
    for (const Kernel kernel : usable_kernels())
        for (int round = 0; round < 400; ++round) {
            const bool fold_case = round % 2 == 0;
            std::string text, key;
            const std::size_t size = random() % 300;
            for (std::size_t i = 0; i < size; ++i) text += "abAB1@!"[random() % 7];
            const std::size_t length = 1 + random() % 4;
            for (std::size_t i = 0; i < length; ++i)
                key += fold_case ? "ab1"[random() % 3] : "abAB1@"[random() % 6];
            const Literal literal(key, fold_case ? Case::fold : Case::keep, kernel);
            std::string folded = text;
            if (fold_case)
                for (char& c : folded)
                    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
            std::vector<std::size_t> expected;
            for (std::size_t at = folded.find(key); at != std::string::npos;
                 at = folded.find(key, at + 1))
                expected.push_back(at);
            REQUIRE(places(literal, text, true) == expected);
            REQUIRE(places(literal, text, false).empty());
        }
}

TEST_CASE("a literal is found far on, at the very end and nowhere") {
    const Literal literal("needle", Case::fold);
    CHECK(places(literal, std::string(5000, 'n') + "Needle", true) ==
          std::vector<std::size_t>{5000});
    CHECK(places(literal, std::string(5000, 'n') + "needl", true).empty());
    CHECK(places(literal, "", true).empty());
    CHECK(places(literal, "need", true).empty());
}

TEST_CASE("all characters that fold into ASCII are known, and all that fold at all") {
    std::string key;
    std::size_t known = 0, outside = 0;
    for (char32_t c = 0x80; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        const std::string character = utf8(c);
        fold(character, Case::keep, key);
        const bool under_keep = static_cast<signed char>(key[0]) >= 0;
        fold(character, Case::fold, key);
        if (key != character) {
            bool in_block = false;
            for (const auto& [first, last] : literal::kChanging)
                in_block = in_block || (c >= first && c <= last);
            outside += in_block ? 0 : 1;
        }
        bool ascii = true;
        for (const char byte : key) ascii = ascii && static_cast<signed char>(byte) >= 0;
        // Signs (the Greek question mark, the Greek varia) are no part of words.
        if (!ascii || key == ";" || key == "`") continue;
        ++known;
        bool found = false;
        for (const FoldsToAscii& one : characters_that_fold_to_ascii())
            found = found ||
                    (one.character == character && one.key == key && one.under_keep == under_keep);
        INFO(character);
        CHECK(found);
    }
    CHECK(outside == 0);
    CHECK(known == characters_that_fold_to_ascii().size());
}

TEST_CASE("a character that folds into letters of the key is a place to look at") {
    const std::string text = "a \u212Aiss, ki\u017Fs, ki\u00DF, \uFB01t";
    CHECK(places(Literal("kiss", Case::fold), text, false) == std::vector<std::size_t>{2, 12, 19});
    CHECK(places(Literal("fit", Case::fold), text, false) == std::vector<std::size_t>{23});
    CHECK(places(Literal("Kiss", Case::keep), text, false) == std::vector<std::size_t>{2});
    CHECK(places(Literal("kiss", Case::keep), text, false).empty());
    CHECK(places(Literal("boat", Case::fold), text, false).empty());
}

TEST_CASE("the forms of a key are those that fold into it") {
    const literal::Forms forms = literal::forms_of("\u0439k", Case::fold);
    REQUIRE(forms.complete);
    CHECK(forms.characters[0] == std::vector<std::string>{"\u0439", "\u0419"});
    CHECK(forms.characters[1] == std::vector<std::string>{"k", "K"});
    // the breve by itself, the Kelvin sign
    CHECK(std::find(forms.foreign.begin(), forms.foreign.end(), "\u0306") != forms.foreign.end());
    CHECK(std::find(forms.foreign.begin(), forms.foreign.end(), "\u212A") != forms.foreign.end());
    CHECK_FALSE(literal::forms_of("\u1112\u1161", Case::fold).complete);
    CHECK_FALSE(literal::forms_of("a\u0323\u0302", Case::fold).complete);
    CHECK(literal::forms_of("\u6E56", Case::keep).characters[0].size() == 1);
}
