// Tests of well-formed UTF-8 against the ranges of Unicode's table 3-7, byte by byte.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/utf8.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using namespace analyze;
using namespace std::string_literals;

namespace {

/// The rows of table 3-7: for each byte of a character the least and the greatest value.
struct Row {
    std::size_t length;
    unsigned char low[4], high[4];
};
constexpr Row kTable[] = {
    {1, {0x00}, {0x7F}},
    {2, {0xC2, 0x80}, {0xDF, 0xBF}},
    {3, {0xE0, 0xA0, 0x80}, {0xE0, 0xBF, 0xBF}},
    {3, {0xE1, 0x80, 0x80}, {0xEC, 0xBF, 0xBF}},
    {3, {0xED, 0x80, 0x80}, {0xED, 0x9F, 0xBF}},
    {3, {0xEE, 0x80, 0x80}, {0xEF, 0xBF, 0xBF}},
    {4, {0xF0, 0x90, 0x80, 0x80}, {0xF0, 0xBF, 0xBF, 0xBF}},
    {4, {0xF1, 0x80, 0x80, 0x80}, {0xF3, 0xBF, 0xBF, 0xBF}},
    {4, {0xF4, 0x80, 0x80, 0x80}, {0xF4, 0x8F, 0xBF, 0xBF}},
};

/// The longest beginning of a row that `text` begins with decides.
Utf8Step reference_step(std::string_view text) {
    Utf8Step best{1, false, false};
    for (const Row& row : kTable) {
        std::size_t n = 0;
        while (n < row.length && n < text.size() &&
               static_cast<unsigned char>(text[n]) >= row.low[n] &&
               static_cast<unsigned char>(text[n]) <= row.high[n])
            ++n;
        if (n == row.length) return {n, true, false};
        if (n > 0) best = {n, false, n == text.size()};
    }
    return best;
}

}  // namespace

TEST_CASE("utf8: one step is that of the table, for bytes at every edge of it") {
    std::string edges;
    for (const Row& row : kTable)
        for (std::size_t i = 0; i < row.length; ++i)
            for (const int byte :
                 {row.low[i] - 1, row.low[i] + 0, row.high[i] + 0, row.high[i] + 1})
                edges += static_cast<char>(byte);
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    char bytes[4] = {};
    std::size_t wrong = 0;
    const auto check = [&](std::size_t size) {
        const Utf8Step mine = utf8_step({bytes, size}), theirs = reference_step({bytes, size});
        wrong += mine.size != theirs.size || mine.valid != theirs.valid ||
                 mine.cut_off != theirs.cut_off;
    };
    for (int first = 0; first < 256; ++first) {
        bytes[0] = static_cast<char>(first);
        check(1);
        for (const char second : edges) {
            bytes[1] = second;
            check(2);
            for (const char third : edges) {
                bytes[2] = third;
                check(3);
                for (const char fourth : {'a', '\x7F', '\x80', '\xBF', '\xC2'}) {
                    bytes[3] = fourth;
                    check(4);
                }
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("utf8: the valid beginning ends before NUL and before what is ill-formed") {
    CHECK(valid_utf8_prefix("") == 0);
    CHECK(valid_utf8_prefix("\0"s) == 0);
    CHECK(valid_utf8_prefix("a\x7F\u00E9\u20AC\U0001F600") == 11);
    for (const std::size_t size : {0U, 1U, 7U, 8U, 9U, 31U, 32U, 33U, 100U}) {
        for (const std::string& unit : {"a"s, "\u00E9"s, "\u20AC"s, "\U0001F600"s}) {
            std::string text(size, 'x');
            text += unit;
            CHECK(valid_utf8_prefix(text) == text.size());
            CHECK(valid_utf8_prefix(text + std::string(40, 'y')) == text.size() + 40);
            CHECK(valid_utf8_prefix(text + '\0' + text) == text.size());
            for (const char* bad : {"\xFF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80",
                                    "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80"})
                CHECK(valid_utf8_prefix(text + bad + text) == text.size());
            // Cut inside the character: it does not count at all.
            if (unit.size() > 1)
                CHECK(valid_utf8_prefix(std::string_view(text).substr(0, text.size() - 1)) == size);
        }
    }
}
