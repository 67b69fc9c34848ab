// Tests of the columns that a terminal uses for a text.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/display_width.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>

using analyze::display_width;

TEST_CASE("display width: plain, wide and combining characters") {
    CHECK(display_width("") == 0);
    CHECK(display_width("lake shore") == 10);
    CHECK(display_width("a\tb\n") == 2);
    CHECK(display_width("\x7F\xC2\x85") == 0);
    CHECK(display_width("Öre Ærø") == 7);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("湖岸") == 4);
    CHECK(display_width("カナ") == 4);
    CHECK(display_width("ｶﾅ") == 2);
    CHECK(display_width("Ａ") == 2);
    CHECK(display_width("한국") == 4);
    CHECK(display_width("\u1112\u1161\u11AB") == 2);  // one syllable as three letters
    CHECK(display_width("ไม้") == 2);
    CHECK(display_width("a\u200Bb\u2060\uFEFF") == 2);
    CHECK(display_width("soft\u00ADhyphen") == 11);
    CHECK(display_width("\u0600") == 1);
}

TEST_CASE("display width: an emoji sequence counts once") {
    CHECK(display_width("😀") == 2);
    CHECK(display_width("☕") == 2);
    CHECK(display_width("❤") == 1);
    CHECK(display_width("❤\uFE0F") == 2);
    CHECK(display_width("❤\uFE0F\uFE0F") == 2);
    CHECK(display_width("a\uFE0F") == 1);
    CHECK(display_width("👍🏽") == 2);
    CHECK(display_width("☝🏽") == 2);
    CHECK(display_width("☝\uFE0F🏽") == 2);
    CHECK(display_width("🏽") == 2);
    CHECK(display_width("a🏽") == 3);
    CHECK(display_width("👩‍🚀") == 2);
    CHECK(display_width("👩🏽‍🚀👩🏽‍🚀") == 4);
    CHECK(display_width("👨‍👩‍👧‍👦 x") == 4);
    CHECK(display_width("🏳\uFE0F\u200D🌈") == 2);
    CHECK(display_width("🇫🇮🇸🇪") == 4);
    CHECK(display_width("1\uFE0F\u20E3") == 2);
    CHECK(display_width("1🏽") == 3);
    CHECK(display_width("👩\n\u200D🚀") == 4);
}

TEST_CASE("display width: an ill-formed part counts one") {
    CHECK(display_width("\xFF\xFE") == 2);
    CHECK(display_width("a\x80z") == 3);
    CHECK(display_width("\xC3") == 1);
    CHECK(display_width("\xE6\xB9") == 1);
    CHECK(display_width("\xED\xA0\x80") == 3);
    CHECK(display_width("\xC0\xAF") == 2);
    CHECK(display_width("\xF4\x90\x80\x80") == 4);
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        std::string text(random() % 16, ' ');
        for (char& c : text) c = static_cast<char>(random());
        CHECK(display_width(text) <= 2 * text.size());
    }
}
