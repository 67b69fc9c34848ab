// Tests of lines for a terminal: what fits, where it is shortened or broken, columns and colours.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/report/text_line.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/display_width.hpp"

using namespace analyze;

namespace {

std::string line_of(const Style& style, const std::vector<std::pair<std::size_t, std::string>>& at,
                    Paint paint = kPlain) {
    TextLine line(style);
    for (const auto& [column, text] : at) {
        line.move_to(column);
        line.add(text, paint);
    }
    std::string out = "before|";
    line.end(out);
    return out.substr(7);
}

/// "a|b" of the lines of a paragraph.
std::string broken(std::string_view text, std::size_t columns) {
    std::string out;
    for (const std::string_view line : wrapped(text, columns))
        out.append(out.empty() ? "" : "|").append(line);
    return out;
}

}  // namespace

TEST_CASE("text line: the bytes that fit end with a character") {
    const struct {
        std::string_view text;
        std::size_t columns, bytes;
    } cases[] = {
        {"", 0, 0},
        {"abc", 0, 0},
        {"abc", 2, 2},
        {"abc", 3, 3},
        {"abc", 99, 3},
        {"\u00E9\u00E9", 1, 2},
        {"湖岸", 1, 0},
        {"湖岸", 2, 3},
        {"湖岸", 3, 3},
        {"湖岸", 4, 6},
        {"e\u0301x", 1, 3},
        {"e\u0301x", 0, 0},
        {"a\xFF\xFFz", 2, 2},
        {"\x80\x80\x80\x80\x80\x80\x80\x80", 3, 3},
        {"\xE2\x82\xE2\x82\xE2\x82", 2, 4},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text, c.columns);
        CHECK(fitting_bytes(c.text, c.columns) == c.bytes);
    }
    // As many as possible, for mixed text and every width.
    const std::string text = "ab\u00E9湖e\u0301\x80\x80 👩\u200D🚀 z\xF0\x9F\xC3 岸岸 end";
    for (std::size_t columns = 0; columns < 40; ++columns) {
        const std::size_t size = fitting_bytes(text, columns);
        CHECK(display_width(std::string_view(text).substr(0, size)) <= columns);
        CHECK((size == text.size() ||
               display_width(std::string_view(text).substr(0, size + 4)) > columns));
    }
    CHECK(fitting_bytes(std::string(10000000, 'x'), 1000000) == 1000000);
    CHECK(fitting_bytes(std::string(10000000, '\x80'), 7) == 7);
}

TEST_CASE("text line: a shortened text leaves room for its ellipsis") {
    const struct {
        std::string_view text;
        std::size_t columns;
        std::string_view unicode, plain;
    } cases[] = {
        {"harbour", 7, "harbour", "harbour"},
        {"harbour", 6, "harbo…", "har..."},
        {"harbour", 3, "ha…", "..."},
        {"harbour", 1, "…", "."},
        {"harbour", 0, "…", ""},
        {"a  harbour", 4, "a…", "a..."},
        {"湖岸町", 4, "湖…", "..."},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text, c.columns);
        CHECK(shortened(c.text, c.columns, true) == c.unicode);
        CHECK(shortened(c.text, c.columns, false) == c.plain);
    }
}

TEST_CASE("text line: a paragraph is broken at blanks, a long word where it must be") {
    const struct {
        std::string_view text;
        std::size_t columns;
        std::string_view lines;
    } cases[] = {
        {"", 5, ""},
        {"one two three", 0, "one two three"},
        {"one two three", 13, "one two three"},
        {"one two three", 12, "one two|three"},
        {"one two three", 7, "one two|three"},
        {"one two three", 3, "one|two|thr|ee"},
        {"one   two", 4, "one|two"},
        {"one two   ", 7, "one two"},
        {"  one two", 5, "  one|two"},
        {"   one", 4, "   o|ne"},
        {"湖岸町", 1, "湖|岸|町"},
        {"\x80\x80\x80\x80\x80", 2, "\x80\x80|\x80\x80|\x80"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text, c.columns);
        CHECK(broken(c.text, c.columns) == c.lines);
    }
    for (const char byte : {'x', '\x80'})
        CHECK(wrapped(std::string(1000000, byte), 1).size() == 1000000);
}

TEST_CASE("text line: pieces stand at their columns and never beyond the width") {
    CHECK(line_of({.width = 0}, {}) == "\n");
    CHECK(line_of({.width = 0}, {{4, "a"}, {8, "b"}}) == "    a   b\n");
    CHECK(line_of({.width = 0}, {{0, "long"}, {2, "b"}}) == "long  b\n");
    CHECK(line_of({.width = 0}, {{0, "湖岸"}, {5, "b"}}) == "湖岸 b\n");
    CHECK(line_of({.width = 0}, {{0, "a"}, {9, ""}}) == "a\n");  // no trailing blanks
    CHECK(line_of({.width = 6}, {{0, "harbour"}}) == "harbo…\n");
    CHECK(line_of({.unicode = false, .width = 6}, {{4, "abc"}, {9, "z"}}) == "    ..\n");
    CHECK(line_of({.colour = true}, {{0, "a"}, {3, "b"}}, kBold) ==
          "\x1B[1ma\x1B[0m  \x1B[1mb\x1B[0m\n");
    CHECK(line_of({.colour = true}, {{0, "a"}}) == "a\n");
    CHECK(line_of({.colour = false}, {{0, "a"}}, kBar) == "a\n");
    const Style style{.width = 10};
    TextLine line(style);
    line.move_to(3);
    CHECK(line.column() == 3);
    line.add("ab");
    CHECK(line.column() == 5);
    std::string out;
    line.end(out);
    CHECK(line.column() == 0);  // anew
    line.end(out);
    CHECK(out == "   ab\n\n");
}
