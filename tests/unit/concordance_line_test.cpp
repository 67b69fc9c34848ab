// Tests of lines of a concordance: nodes below each other whatever stands around them.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/report/concordance_line.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/display_width.hpp"

using namespace analyze;

namespace {

std::string line(const ConcordanceLayout& layout, std::string_view left, std::string_view node,
                 std::string_view right, const Style& style = {}, std::string_view label = {}) {
    std::string out;
    append_concordance_line(out, style, layout, label, left, node, right);
    return out;
}

}  // namespace

TEST_CASE("contexts are cut, the node begins at its column") {
    CHECK(line({.left = 6, .right = 5}, "the ", "lake", " is deep") == "  the lake is d\n");
    CHECK(line({.left = 6, .right = 5}, "by the old ", "lake", " is") == "e old lake is\n");
    CHECK(line({.left = 3, .right = 9}, "", "lake", "") == "   lake\n");
    CHECK(line({.left = 5, .right = 3}, "\u6E56\u6C34\u6E56 ", "x", "\u6E56\u6C34") ==
          "\u6C34\u6E56 x\u6E56\n");
    CHECK(line({.left = 6, .right = 3}, "\u6E56\u6C34\u6E56 ", "x", "") == " \u6C34\u6E56 x\n");
    CHECK(line({.left = 1, .width = 6}, "", "a long node", "x") == " a lo\u2026\n");
}

TEST_CASE("a terminal's width is filled and not passed") {
    for (const int width : {0, 20, 40, 80, 200}) {
        Style style;
        style.width = width;
        const ConcordanceLayout layout = fitted_layout(style, 0);
        const std::string long_text(300, 'x');
        const std::string out = line(layout, long_text, "lake", long_text, style);
        CHECK(display_width(out) == static_cast<std::size_t>(width == 0 ? 80 : width));
        CHECK(out.find("xlakex") == layout.left - 1);
    }
}

TEST_CASE("plain text is laid out as text with a control is that shows as one column") {
    // U+2401, for the byte 1, is no plain text; the rest of the line is the same.
    const std::string plain = "x by the old ", odd = "\x01 by the old ";
    for (std::size_t left = 0; left < 20; ++left)
        for (std::size_t right = 1; right < 8; ++right)
            for (const std::size_t width :
                 {std::size_t{0}, std::size_t{9}, std::size_t{21}, std::size_t{40}}) {
                const ConcordanceLayout layout{.left = left, .right = right, .width = width};
                std::string expected = line(layout, plain, "lake", " is deep"),
                            found = line(layout, odd, "lake", " is deep");
                if (const auto at = found.find("\u2401"); at != std::string::npos)
                    found.replace(at, 3, "x");
                CHECK(found == expected);
            }
}

TEST_CASE("names are shortened to their column") {
    CHECK(line({.label = 8, .left = 2, .right = 2}, "a ", "b", " c", {}, "lake.txt") ==
          "lake.\u2026  a b c\n");
    CHECK(line({.label = 8, .left = 2, .right = 2}, "a ", "b", " c", {}, "x") == "x       a b c\n");
}

TEST_CASE("the node is in colour, controls are made visible") {
    Style style;
    style.colour = true;
    CHECK(line({.left = 2, .right = 2}, "a ", "b", " c", style) == "a \x1B[1;31mb\x1B[0m c\n");
    CHECK(line({.left = 2, .right = 9}, "", "b\x1B", "\nx") == "  b\u241B x\n");
}

TEST_CASE("text from right to left is isolated and takes no more columns") {
    const std::string hebrew = "\u05D0\u05D1 ",
                      out = line({.left = 4, .right = 4}, hebrew, "lake", " x");
    CHECK(out == " \u2068" + hebrew + "\u2069\u2068lake\u2069\u2068 x\u2069\n");
    CHECK(display_width(out) == 10);
    CHECK(line({.left = 4, .right = 4}, "", "\u0628", "").find("\u2068\u0628\u2069") !=
          std::string::npos);
    CHECK(line({.left = 4, .right = 4}, "\u0416 ", "x", "").find("\u2068") == std::string::npos);
}
