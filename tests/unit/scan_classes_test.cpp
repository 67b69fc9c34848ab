// Tests of the classes that the scanner looks up by UTF-8 bytes, against those of the boundary rules.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/text/scan_classes.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace analyze;
using namespace analyze::scan;

namespace {

std::string utf8(char32_t c) {
    const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
    if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
    if (c < 0x10000)
        return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
    return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)),
            byte(0x80 | (c & 0x3F))};
}

}  // namespace

TEST_CASE("scan classes: one character of each") {
    const struct {
        char32_t c;
        CharClass kind;
    } cases[] = {
        {0x00E9, CharClass::letter},     {0x05D0, CharClass::hebrew},
        {0x0660, CharClass::digit},      {0x203F, CharClass::connector},
        {0x00B7, CharClass::mid_letter}, {0x066C, CharClass::mid_number},
        {0x2019, CharClass::mid_both},   {0x0301, CharClass::mark},
        {0x00AD, CharClass::mark},       {0x2014, CharClass::other},
        {0x00A0, CharClass::other},      {0x1F600, CharClass::other},
        {0x6E56, CharClass::hard},       {0x30AB, CharClass::hard},
        {0x0E01, CharClass::hard},       {0x200D, CharClass::hard},
        {0x1F1EB, CharClass::hard},      {0x2139, CharClass::hard},
        {0x20E3, CharClass::hard},       {0xFE0E, CharClass::hard},
        {0xFE0F, CharClass::hard},       {0xFF03, CharClass::hard},
        {0xFE0D, CharClass::mark},       {0xE0061, CharClass::hard},
        {0x10FFFF, CharClass::hard},
    };
    CharClasses classes;
    for (const auto& c : cases) {
        CAPTURE(static_cast<std::uint32_t>(c.c));
        CHECK(int(classes.find(utf8(c.c).data()).kind) == int(c.kind));
    }
    CHECK(is_letter(CharClass::letter));
    CHECK(is_letter(CharClass::hebrew));
    for (const CharClass kind : {CharClass::other, CharClass::digit, CharClass::hard})
        CHECK_FALSE(is_letter(kind));
}

TEST_CASE("scan classes: pages are found by all bytes but the last, in any order") {
    CharClasses forwards, backwards;
    std::size_t wrong = 0;
    constexpr char32_t kStep = 61, kLast = 0x80 + kStep * 18200;
    for (char32_t c = 0x80; c <= kLast; c += kStep) {
        const auto found = forwards.find(utf8(c).data());
        const WordInfo info = find_word_info(c);
        const WordClass kind = word_class(info);
        wrong += found.width != utf8(c).size();
        // The classes that masks know are those of the rules.
        if (found.kind == CharClass::letter) wrong += kind != WordClass::letter;
        if (found.kind == CharClass::digit) wrong += (info & kDigit) == 0;
        if (found.kind == CharClass::other) wrong += (info & (kLetter | kDigit)) != 0;
        if (kind == WordClass::letter && c < 0xE0000) wrong += found.kind != CharClass::letter;
        const char32_t mirrored = kLast - (c - 0x80);
        wrong += backwards.find(utf8(mirrored).data()).width != utf8(mirrored).size();
    }
    for (char32_t c = 0x80; c <= kLast; c += kStep)
        wrong += forwards.find(utf8(c).data()).kind != backwards.find(utf8(c).data()).kind;
    CHECK(wrong == 0);
}
