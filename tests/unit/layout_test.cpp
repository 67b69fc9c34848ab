// Tests of the layout of whole texts: wrapped or not, the right edge, indents, blank lines.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/layout.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace analyze;

namespace {

Layout layout_of(const std::string& text) {
    return read_layout(text, split_lines(text));
}

/// `count` lines of `width` columns that each go on in the next one.
std::string wrapped_lines(int count, std::size_t width, const std::string& indent = "") {
    std::string out;
    for (int i = 0; i < count; ++i)
        out.append(indent).append("go ").append(width - indent.size() - 3, 'x').append("\n");
    return out;
}

}  // namespace

TEST_CASE("layout: a text without lines has none") {
    for (const char* text : {"", "\n\n", "one line", "A\nB\nC"}) {
        const Layout layout = layout_of(text);
        CHECK(layout.width == 0);
        CHECK_FALSE(layout.wrapped);
        CHECK(layout.body_indent == 0);
        CHECK(layout.first_indent == 0);
    }
}

TEST_CASE("layout: short lines that end where they like are not wrapped") {
    std::string verse;
    for (int i = 0; i < 8; ++i)
        verse +=
            "Upon the quay the lamps are lit now,\nand all the boats are still,\nand so they go\n";
    CHECK(layout_of(verse).width == 0);
    CHECK_FALSE(layout_of(verse).wrapped);
    CHECK(layout_of(wrapped_lines(16, 36)).wrapped);
}

TEST_CASE("layout: lines with columns say nothing of where the body stands") {
    const std::string header = "Ellis                    The Tides                    Page\n";
    const std::string body = wrapped_lines(4, 60, "   ");
    std::string pages;
    for (int i = 0; i < 4; ++i) pages.append(header).append("\n").append(body).append("\n");
    CHECK(layout_of(pages).body_indent == 3);
    CHECK(layout_of(pages + "Harbour\n\n").body_indent == 3);
}

TEST_CASE("layout: wrapped lines have a right edge, and a few longer ones do not move it") {
    const Layout layout = layout_of(wrapped_lines(20, 62));
    CHECK(layout.wrapped);
    CHECK(layout.width == 62);
    CHECK(layout_of(wrapped_lines(40, 62) + wrapped_lines(1, 90) + "go on").width == 62);
    CHECK(layout_of(wrapped_lines(5, 62) + wrapped_lines(1, 90) + "go on").width == 90);
    CHECK(layout_of(wrapped_lines(5, 62)).wrapped);
    // Too short to be wrapped, too long for anybody, two lines only.
    CHECK(layout_of(wrapped_lines(20, 29)).width == 0);
    CHECK(layout_of(wrapped_lines(20, 30)).width == 30);
    CHECK(layout_of(wrapped_lines(20, 140)).width == 140);
    CHECK(layout_of(wrapped_lines(20, 141)).width == 0);
    CHECK_FALSE(layout_of(wrapped_lines(2, 62)).wrapped);
    const std::string body = std::string("The ").append(150, 'x').append("\n");
    CHECK(layout_of(wrapped_lines(8, 62) + body).wrapped);
    CHECK_FALSE(layout_of(wrapped_lines(8, 62) + body + body).wrapped);
    // One line a paragraph: the next line begins with a capital.
    std::string paragraphs;
    for (int i = 0; i < 20; ++i) paragraphs.append("The ").append(70, 'x').append(".\n");
    CHECK_FALSE(layout_of(paragraphs).wrapped);
    // Programs do not end their lines like prose.
    std::string program;
    for (int i = 0; i < 20; ++i) program.append("call").append(60, 'x').append("();\n");
    CHECK_FALSE(layout_of(program).wrapped);
}

TEST_CASE("layout: blank lines separate where at least a fifth of the lines have one") {
    std::string text;
    for (int i = 0; i < 4; ++i) text += "A line\n";
    CHECK_FALSE(layout_of(text).blank_separated);
    CHECK(layout_of(text + "\nB").blank_separated);
    CHECK_FALSE(layout_of("A line\n" + text + "\nB").blank_separated);
}

TEST_CASE("layout: the indent with most text is the body's, that of first lines is another") {
    CHECK(layout_of(wrapped_lines(9, 62, "    ") + "Head\n").body_indent == 4);
    CHECK(layout_of(wrapped_lines(3, 62, "    ") + wrapped_lines(4, 62)).body_indent == 0);
    std::string book;
    for (int i = 0; i < 6; ++i) book += "   The" + wrapped_lines(4, 60);
    const Layout layout = layout_of(book);
    CHECK(layout.wrapped);
    CHECK(layout.first_indent == 3);
    CHECK(layout.body_indent == 0);
}

TEST_CASE("layout: a line is full when the first word of the next had no room") {
    const std::string text = std::string(50, 'a') + "\nword on\nw on\n";
    const auto lines = split_lines(text);
    const auto full = [&](std::uint32_t width, std::size_t next) {
        Layout layout;
        layout.width = width;
        return layout.full(text, lines[0], lines[next]);
    };
    CHECK(full(54, 1));
    CHECK_FALSE(full(55, 1));
    CHECK(full(51, 2));
    CHECK_FALSE(full(52, 2));
    CHECK(full(48, 1));
    CHECK_FALSE(full(47, 1));  // beyond the edge: not wrapped there
    CHECK_FALSE(full(0, 1));
}
