// Tests of the line table and of the shapes of lines: every line end, white space, edges of the rules.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/lines.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace analyze;

namespace {

/// "blanks+indent[text]columns" of each line; ^ for a page break before it.
std::string show(std::string_view text) {
    std::string out;
    for (const Line& line : split_lines(text)) {
        if (line.page) out += '^';
        out.append(std::to_string(line.blanks)).append("+").append(std::to_string(line.indent));
        out.append("[").append(slice(text, line.span)).append("]");
        out.append(std::to_string(line.columns));
    }
    return out;
}

Shape shape(std::string_view text) {
    return shape_of(text, {0, static_cast<std::uint32_t>(text.size())});
}

}  // namespace

TEST_CASE("lines: ends, indents, blanks and page breaks") {
    const struct {
        const char* text;
        const char* expected;
    } cases[] = {
        {"", ""},
        {" \n\t\r\n\u00A0\n\f", ""},
        {"a", "0+0[a]1"},
        {"a\nb\r\nc\rd\ve", "0+0[a]10+0[b]10+0[c]10+0[d]10+0[e]1"},
        {"a\n\nb", "0+0[a]11+0[b]1"},
        {"a\r\n\r\nb\r\rc", "0+0[a]11+0[b]11+0[c]1"},
        {"\n\n\na", "0+0[a]1"},  // blank lines before the first do not count
        {"a\n\n \n\t\nb", "0+0[a]13+0[b]1"},
        {"a\fb\nc", "0+0[a]1^0+0[b]10+0[c]1"},
        {"a\n\f\n b", "0+0[a]1^2+1[b]2"},
        {"  a  ", "0+2[a]3"},
        {"\ta", "0+8[a]9"},
        {" \ta", "0+8[a]9"},
        {"        \ta", "0+16[a]17"},
        {"\u00A0\u3000a\u2003", "0+2[a]3"},
        {"\uFEFFa", "0+1[a]2"},
        {"h\u00E4fen 湖", "0+0[h\u00E4fen 湖]7"},
        {"a\u2028b", "0+0[a\u2028b]3"},  // no line end here
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(show(c.text) == c.expected);
    }
    // Beyond 1000 bytes columns are bytes.
    std::string text;
    for (int i = 0; i < 500; ++i) text += "\u00E4";
    CHECK(split_lines(text)[0].columns == 500);
    CHECK(split_lines(text + "\u00E4")[0].columns == 1002);
    CHECK(split_lines(std::string(1000000, '\r')).empty());
    // Characters of all lengths at all places of sixteen bytes.
    std::string line;
    for (std::uint32_t columns = 1; line.size() < 900; ++columns) {
        line += "a\u00E4b湖\U00010400c";
        CHECK(split_lines(line)[0].columns == columns * 6);
        CHECK(split_lines("x" + line)[0].columns == columns * 6 + 1);
    }
}

TEST_CASE("lines: white space before, at and around a place") {
    CHECK(space_at("", 0) == 0);
    CHECK(space_at("a b", 0) == 0);
    CHECK(space_at("a b", 1) == 1);
    CHECK(space_before("a b", 0) == 0);
    CHECK(space_before("a b", 2) == 1);
    for (const std::string space :
         {"\t", "\n", "\v", "\f", "\r", " ", "\u0085", "\u00A0", "\u1680", "\u2000", "\u200A",
          "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"}) {
        const std::string text = std::string("x").append(space).append("y");
        CHECK(space_at(text, 1) == space.size());
        CHECK(space_before(text, 1 + space.size()) == space.size());
        CHECK(trim(space, {0, static_cast<std::uint32_t>(space.size())}).empty());
    }
    for (const std::string other :
         {"a", "\x1F", "\u00E9", "\u200B", "\u2060", "湖", "\U0001F600"}) {
        CHECK(space_at(other, 0) == 0);
        CHECK(space_before(other, other.size()) == 0);
    }
    CHECK(trim("  a b\u00A0", {0, 7}) == Span{2, 5});
    CHECK(trim("  a b", {1, 2}).empty());
    CHECK(trim("ab", {1, 1}) == Span{1, 1});
}

TEST_CASE("lines: the first and the last character of a shape") {
    const struct {
        const char* text;
        Edge first, last;
    } cases[] = {
        {"", Edge::none, Edge::none},
        {"Ab", Edge::upper, Edge::lower},
        {"\u00C9t\u00E9", Edge::upper, Edge::lower},
        {"\u01C5", Edge::upper, Edge::upper},
        {"湖", Edge::upper, Edge::upper},  // no case: as a capital
        {"9 a.m.", Edge::digit, Edge::stop},
        {"\u201CEnd.\u201D", Edge::quote, Edge::stop},
        {"(End?)", Edge::bracket, Edge::question},
        {"End. [12]", Edge::upper, Edge::stop},
        {"End. [12][3, 4]", Edge::upper, Edge::comma},
        {"[12]", Edge::bracket, Edge::none},
        {"- a!", Edge::dash, Edge::exclamation},
        {"\u2014 a:", Edge::dash, Edge::colon},
        {"a;", Edge::lower, Edge::comma},
        {"Wait...", Edge::upper, Edge::ellipsis},
        {"Wait\u2026", Edge::upper, Edge::ellipsis},
        {"\u3002\uFF1F", Edge::stop, Edge::question},
        {"*x*", Edge::other, Edge::other},
        {"\"\"", Edge::quote, Edge::quote},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(shape(c.text).first == c.first);
        CHECK(shape(c.text).last == c.last);
    }
    CHECK(shape("he said \u201Cno\u201D").closed_quote);
    CHECK_FALSE(shape("\u201Cno\u201D he said").closed_quote);
}

TEST_CASE("lines: what a shape counts") {
    const Shape line = shape("The  Tides of Port \u00C5 in 1912,   {x}");
    CHECK(line.chars == 35);
    CHECK(line.words == 8);
    CHECK(line.cased_words == 7);
    CHECK(line.capital_words == 4);
    CHECK(line.minor_words == 3);
    CHECK(line.upper == 4);
    CHECK(line.lower == 14);
    CHECK(line.letters == 18);
    CHECK(line.digits == 4);
    CHECK(line.symbols == 2);
    CHECK(line.gaps == 1);
    CHECK(line.title_case());
    CHECK_FALSE(line.all_caps());
    CHECK(shape("a\tb\t\tc    d").gaps == 4);
    CHECK(shape("HARBOUR").all_caps());
    CHECK_FALSE(shape("H").all_caps());
    CHECK_FALSE(shape("湖岸 の 町").all_caps());  // letters without case are no capitals
    CHECK(shape("湖岸 の 町").letters == 4);
    CHECK_FALSE(shape("1912").title_case());
    CHECK(shape("Tides of the Bay").title_case());
    CHECK_FALSE(shape("Tides under the Bay").title_case());  // five letters are no minor word
    CHECK_FALSE(shape("of Bay").title_case());               // nor is the first
    for (const char* text : {"It ends. Another", "Why? Because"}) CHECK(shape(text).inner_stop);
    for (const char* text : {"Mrs. Holm", "J. Lind", "It ends.", "at 5.30 Port", "ends. another",
                             "A, B", "Stop! \u201CYes\u201D", "ends.Another"})
        CHECK_FALSE(shape(text).inner_stop);
}

TEST_CASE("lines: of a long line only the beginning and the end are read") {
    std::string text(420, 'a');
    CHECK(shape(text).letters == 420);
    text += "\u00E9.";
    CHECK(shape(text).letters == 48);
    CHECK(shape(text).chars == text.size());
    CHECK(shape(text).last == Edge::stop);
    std::string wide;
    for (int i = 0; i < 300; ++i) wide += "湖";
    CHECK(shape(wide).letters == 16);
    CHECK(shape(std::string(10000000, ']')).last == Edge::none);
}
