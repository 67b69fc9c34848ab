// Tests of laying out a table: widths, what is shortened, wrapped or drawn, and the lines of trees.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/report/text_table.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/display_width.hpp"

using namespace analyze;

namespace {

std::string shown(const Table& table, const Style& style, std::size_t margin = 0) {
    std::string out;
    append_table(out, table, style, margin);
    return out;
}

Table words(std::vector<Column> columns, const std::vector<std::string>& cells) {
    Table table{.columns = std::move(columns)};
    for (const std::string& cell : cells) {
        auto& row = table.rows.emplace_back();
        for (std::size_t i = 0; i < table.columns.size(); ++i) row.emplace_back(cell);
    }
    return table;
}

std::size_t widest(const std::string& text) {
    std::size_t most = 0, at = 0;
    while (at < text.size()) {
        const std::size_t end = text.find('\n', at);
        most = std::max(most, display_width(std::string_view(text).substr(at, end - at)));
        at = end + 1;
    }
    return most;
}

}  // namespace

TEST_CASE("text table: a header only where a shown column has a name, a margin before every line") {
    CHECK(shown({}, {}).empty());
    CHECK(shown({.columns = {{.name = "word"}}}, {}, 2) == "  Word\n");
    CHECK(shown(words({{}, {.name = "key", .show = Show::machine_only}}, {"pier", ""}), {}, 2) ==
          "  pier\n\n");
    CHECK(shown(words({{.name = "the_word"}, {.name = "n", .align = Align::right}}, {"湖", "p"}),
                {}) == "The word   N\n湖        湖\np          p\n");
}

TEST_CASE("text table: without a width cells are whole, and aligned up to sixty columns") {
    for (std::size_t size = 59; size < 65; ++size) {
        const std::string cell(size, 'x');
        const std::size_t width = std::min<std::size_t>(size, 60);
        const std::string gap(width + 1, ' ');
        CHECK(shown(words({{}, {}}, {"a", cell}), {.width = 0}) == std::string("a")
                                                                       .append(gap)
                                                                       .append("a\n")
                                                                       .append(cell)
                                                                       .append("  ")
                                                                       .append(cell)
                                                                       .append("\n"));
    }
}

TEST_CASE("text table: the widest columns of text give way, numbers never") {
    Table table{.columns = {{.name = "n", .align = Align::right}, {}, {}},
                .rows = {{std::int64_t{1234567890}, std::string(20, 'a'), std::string(12, 'b')}}};
    CHECK(shown(table, {.width = 46}).find("…") == std::string::npos);
    CHECK(shown(table, {.width = 44}).find("  aaaaaaaaaaaaaaaaa…  bbbbbbbbbbbb\n") !=
          std::string::npos);
    CHECK(shown(table, {.width = 34}).find("1234567890  aaaaaaaaa…  bbbbbbbbb…\n") !=
          std::string::npos);
    const Table numbers{.columns = {{.align = Align::right}, {}},
                        .rows = {{std::int64_t{1234567890123456789}, std::string(12, 'a')},
                                 {std::int64_t{5}, std::string("b")}}};
    CHECK(shown(numbers, {.width = 30}) ==
          "1234567890123456789  aaaaaaaa…\n                  5  b\n");
    for (int width = 1; width < 60; ++width)
        CHECK(widest(shown(table, {.width = width}, 3)) <= static_cast<std::size_t>(width));
}

TEST_CASE("text table: a wrapped cell goes on below itself") {
    const Table table{.columns = {{.wrap = true}, {}},
                      .rows = {{std::string("the pier of the harbour"), std::string("x")},
                               {std::string("short"), std::string("y")}}};
    CHECK(shown(table, {.width = 15}) == "the pier of   x\nthe harbour\nshort         y\n");
    CHECK(shown(table, {.width = 0}) == "the pier of the harbour  x\nshort                    y\n");
}

TEST_CASE("text table: what stands below a row is no column") {
    Table table{.columns = {{.name = "word"}, {.name = "why", .below = true}, {.name = "n"}}};
    table.rows = {
        {std::string("pier"), List{"+2  it\x1b is", "-1  long and longer"}, std::string("a")},
        {std::string("boat"), Value(), std::string("b")},
        {std::string("lake"), std::string("so"), std::string("c")}};
    CHECK(shown(table, {.unicode = true, .width = 0}, 1) ==
          " Word  N\n pier  a\n   +2  it\u241b is\n   -1  long and longer\n boat  b\n lake  c\n"
          "   so\n");
    const std::string narrow = shown(table, {.width = 12}, 1);
    CHECK_THAT(narrow, Catch::Contains("   -1  long\n   and\n   longer\n"));
    CHECK(widest(narrow) <= 12);
}

TEST_CASE("text table: a tree stands in the first column of text") {
    Table table = words({{.align = Align::right}, {}}, {"a", "b", "c", "d", "e"});
    table.indent = {0, 1, 2, 1, 2};
    CHECK(shown(table, {}) == "a  a\nb  ├─ b\nc  │  └─ c\nd  └─ d\ne     └─ e\n");
    CHECK(shown(table, {.unicode = false}) == "a  a\nb    b\nc      c\nd    d\ne      e\n");
    table.indent = {0, 99, -5, 99, 1};  // depths beyond what is drawn do no harm
    CHECK(widest(shown(table, {})) == 3 + 3 * 16 + 1);
    table.indent = {0, 1};  // rows without a depth have no lines
    CHECK(shown(table, {}) == "a  a\nb  └─ b\nc  c\nd  d\ne  e\n");
}

TEST_CASE("text table: bars are shares of the largest number, and more than nothing is seen") {
    Table table{.columns = {{.draw = Column::Draw::bar}}};
    for (const Value& value : {Value{8.0}, Value{4.5}, Value{std::int64_t{2}}, Value{1e-9},
                               Value{0.0}, Value{-1.0}, Value{}, Value{std::string("?")}})
        table.rows.push_back({value});
    CHECK(shown(table, {.width = 8}) == "████████\n████▌\n██\n▏\n\n\n\n\n");
    CHECK(shown(table, {.unicode = false, .width = 8}) == "########\n#####\n##\n#\n\n\n\n\n");
    CHECK(shown(table, {.width = 7}) == "\n\n\n\n\n\n\n\n");  // no room
}

TEST_CASE("text table: colours follow how a column is drawn") {
    const auto painted = [](Column::Draw draw, const std::string& cell) {
        return shown(words({{.draw = draw}}, {cell}), {.colour = true});
    };
    CHECK(painted(Column::Draw::plain, "x") == "x\n");
    CHECK(painted(Column::Draw::strong, "x") == "\x1B[1mx\x1B[0m\n");
    CHECK(painted(Column::Draw::dim, "x") == "\x1B[2mx\x1B[0m\n");
    CHECK(painted(Column::Draw::type, "PERSON") == "\x1B[32mPERSON\x1B[0m\n");
    CHECK(painted(Column::Draw::type, "BOAT") != "BOAT\n");
    CHECK(painted(Column::Draw::type, "BOAT") == painted(Column::Draw::type, "BOAT"));
}
