// Tests of the text format: what people see, line by line, and that no line is too wide.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "analyze/base/display_width.hpp"
#include "analyze/report/writer.hpp"
#include "random_result.hpp"

namespace analyze {
namespace {

std::string shown(const Result& result, const Style& style) {
    return make_writer(Format::text, style)->result(result);
}

std::string shown(const Table& table, const Style& style) {
    return shown(Result{.parts = {table}}, style);
}

Table counts() {
    Table table{.name = "words",
                .title = "Top words",
                .columns = {{.name = "rank", .align = Align::right},
                            {.name = "word"},
                            {.name = "per_million", .align = Align::right},
                            {.name = "bar", .show = Show::text_only, .draw = Column::Draw::bar},
                            {.name = "hidden", .show = Show::machine_only}},
                .note = "120 more; --top 0 shows all"};
    const auto add = [&](std::int64_t rank, const char* word, double count) {
        table.rows.push_back({rank, std::string(word), count * 100, count, true});
    };
    add(1, "harbour", 16);
    add(2, "pier", 8.5);
    add(3, "東京", 0.001);
    add(4, "zero", 0);
    return table;
}

TEST_CASE("columns are aligned by display width and bars take the room that is left") {
    CHECK(shown(counts(), {.width = 46}) ==
          "Top words\n"
          "  Rank  Word     Per million\n"
          "     1  harbour         1600  ████████████████\n"
          "     2  pier             850  ████████▌\n"
          "     3  東京               0  ▏\n"
          "     4  zero               0\n"
          "  120 more; --top 0 shows all\n");
    CHECK(shown(counts(), {.unicode = false, .width = 38}) ==
          "Top words\n"
          "  Rank  Word     Per million\n"
          "     1  harbour         1600  ########\n"
          "     2  pier             850  ####\n"
          "     3  東京               0  #\n"
          "     4  zero               0\n"
          "  120 more; --top 0 shows all\n");
    CHECK(shown(counts(), {.width = 37}).find("█") == std::string::npos);
}

TEST_CASE("where room lacks, spare columns go first and bounded ones are cut to their bound") {
    Table table{.name = "things",
                .columns = {{.name = "text", .wrap = true},
                            {.name = "at", .align = Align::right, .spare = true},
                            {.name = "file", .wrap = true, .most = 10}}};
    table.rows.push_back(
        {std::string("the old mill"), std::int64_t{7}, std::string("a/mill-house")});
    CHECK(shown(table, {.width = 30}) ==
          "Text          At  File\n"
          "the old mill   7  a/mill-house\n");
    CHECK(shown(table, {.width = 29}) ==
          "Text          File\n"
          "the old mill  a/mill-house\n");
    // a long word breaks behind its joints
    CHECK(shown(table, {.width = 25}) ==
          "Text          File\n"
          "the old mill  a/mill-\n"
          "              house\n");
    // but one that yields makes room for them
    table.columns[2].yields = true;
    CHECK(shown(table, {.width = 29}) ==
          "Text          At  File\n"
          "the old mill   7  a/mill-\n"
          "                  house\n");
    CHECK(shown(table, {.width = 27}) ==
          "Text          File\n"
          "the old mill  a/mill-house\n");
}

TEST_CASE("a bar is at most forty wide on a terminal and twenty in a pipe") {
    const auto blocks = [](int width) {
        const std::string text = shown(counts(), {.unicode = false, .width = width});
        return text.find('\n', text.find('#')) - text.find('#');
    };
    CHECK(blocks(200) == 40);
    CHECK(blocks(0) == 20);
}

TEST_CASE("a column of doubles has as many decimals as its largest needs") {
    const auto column = [](std::vector<Value> values) {
        Table table{.columns = {{.align = Align::right}}};
        for (Value& value : values) table.rows.push_back({std::move(value)});
        return shown(table, {});
    };
    CHECK(column({0.5, 0.25, Value{}}) == "0.500\n0.250\n\n");
    CHECK(column({12.345, 1.0}) == "12.35\n 1.00\n");
    CHECK(column({123.45, std::int64_t{7}}) == "123.5\n    7\n");
    CHECK(column({12345.6, 0.4}) == "12346\n    0\n");
    CHECK(column({3.0, 20.0}) == " 3\n20\n");
    CHECK(column({true, false}) == "yes\n no\n");
}

Table outline() {
    return {.name = "sections",
            .columns = {{.name = "heading"}, {.name = "words", .align = Align::right}},
            .rows = {{std::string("Lead"), std::int64_t{40}},
                     {std::string("Costs"), std::int64_t{100}},
                     {std::string("Grant"), std::int64_t{60}},
                     {std::string("Terms"), std::int64_t{9}},
                     {std::string("Loans"), std::int64_t{31}},
                     {std::string("Rates"), std::int64_t{1}},
                     {std::string("Next"), std::int64_t{2}}},
            .indent = {0, 0, 1, 2, 1, 3, 0}};
}

TEST_CASE("a tree is drawn with lines, or with blanks without Unicode") {
    CHECK(shown(outline(), {}) ==
          "Heading         Words\n"
          "Lead               40\n"
          "Costs             100\n"
          "├─ Grant           60\n"
          "│  └─ Terms         9\n"
          "└─ Loans           31\n"
          "      └─ Rates      1\n"
          "Next                2\n");
    CHECK(shown(outline(), {.unicode = false}) ==
          "Heading      Words\n"
          "Lead            40\n"
          "Costs          100\n"
          "  Grant         60\n"
          "    Terms        9\n"
          "  Loans         31\n"
          "      Rates      1\n"
          "Next             2\n");
}

TEST_CASE("long cells are shortened or wrapped on a terminal, and whole in a pipe") {
    Table table{.columns = {{.name = "text"},
                            {.name = "n", .align = Align::right},
                            {.name = "sentence", .wrap = true}},
                .rows = {{std::string("the old harbour"), std::int64_t{12},
                          std::string("The pier opened again in May.")},
                         {std::string("x"), std::int64_t{3}, std::string("Yes.")}}};
    CHECK(shown(table, {.width = 26}) ==
          "Text         N  Sentence\n"
          "the old h…  12  The pier\n"
          "                opened\n"
          "                again in\n"
          "                May.\n"
          "x            3  Yes.\n");
    CHECK(shown(table, {.width = 0}) ==
          "Text              N  Sentence\n"
          "the old harbour  12  The pier opened again in May.\n"
          "x                 3  Yes.\n");
    table.rows[0][0] = std::string(100, 'y');
    CHECK(shown(table, {.width = 0}).find(std::string(100, 'y') + "  12  The") == 75);
}

TEST_CASE("an empty table says none under its title, and nothing without one") {
    CHECK(shown(Table{.title = "Entities"}, {}) == "Entities  none\n");
    CHECK(shown(Table{.columns = {{.name = "word"}}}, {}).empty());
    CHECK(shown(Table{.note = "nothing matched"}, {}) == "nothing matched\n");
}

TEST_CASE("groups, the rule with the file's name, and blank lines between parts") {
    const Result result{
        .file = "a.txt",
        .parts = {Group{.fields = {{"title", std::string("The old pier\nis rebuilt")},
                                   {"date", std::string("2024-03-15")},
                                   {"author", Value{}},
                                   {"ready", true}}},
                  Group{.name = "definition",
                        .fields = {{"case", std::string("fold")}},
                        .show = Show::machine_only},
                  Group{.fields = {{"nothing", Value{}}}},
                  Group{.title = "Length",
                        .fields = {{"distinct_words", std::int64_t{233}}, {"mean", 21.333}}},
                  Table{.title = "Names"}}};
    CHECK(shown(result, {.width = 24}) ==
          "── a.txt ───────────────\n"
          "Title  The old pier is\n"
          "       rebuilt\n"
          "Date   2024-03-15\n"
          "Ready  yes\n"
          "\n"
          "Length\n"
          "  Distinct words    233\n"
          "  Mean            21.33\n"
          "\n"
          "Names  none\n");
    CHECK(shown(Result{.file = "-"}, {.unicode = false, .width = 24}) ==
          "-- standard input ------\n");
}

TEST_CASE("a terminal obeys no text") {
    const auto cell = [](std::string text, bool unicode = true) {
        return shown(Table{.columns = {{}}, .rows = {{std::move(text)}}}, {.unicode = unicode});
    };
    CHECK(cell("\x1B[31mred\x07\x7F") == "␛[31mred␇␡\n");
    CHECK(cell("\x1B[31mred\x07\x7F", false) == "?[31mred??\n");
    CHECK(cell("a\u009B1mb\u0090") == "a\uFFFD1mb\uFFFD\n");
    CHECK(cell("user\u202Etxt.exe\u2069") == "usertxt.exe\n");
    CHECK(cell("a  \r\n   b\tc\u2028d\u0085") == "a b c d \n");
    CHECK(cell(std::string("a\0b", 3)) == "a␀b\n");
    CHECK(cell("a\xFFz\xE6\x9D") == "a\uFFFDz\uFFFD\n");
    CHECK(cell("e\u0301 👩‍👩‍👧 שלום\u200F") ==
          "e\u0301 👩‍👩‍👧 שלום\u200F\n");
}

TEST_CASE("colour only where the style asks for it") {
    const Table table{.title = "Names",
                      .columns = {{.name = "type", .draw = Column::Draw::type},
                                  {.draw = Column::Draw::dim},
                                  {.draw = Column::Draw::strong}},
                      .rows = {{std::string("PERSON"), std::string("x"), std::string("y")}}};
    CHECK(shown(table, {.colour = true}) ==
          "\x1B[1mNames\x1B[0m\n"
          "  \x1B[2mType\x1B[0m\n"
          "  \x1B[32mPERSON\x1B[0m  \x1B[2mx\x1B[0m  \x1B[1my\x1B[0m\n");
    CHECK(shown(table, {}).find('\x1B') == std::string::npos);
}

/// The text without the escape sequences that colour it.
std::string bare(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == '\x1B')
            at = text.find('m', at);
        else
            out += text[at];
    return out;
}

TEST_CASE("no line is wider than the terminal, colours change no character, no control gets out") {
    RandomResult random(22);
    for (int round = 0; round < 1000; ++round) {
        const Result result = random.make();
        const int width = static_cast<int>(random.below(90));
        const bool unicode = random.below(2) == 0;
        const std::string text = shown(result, {.unicode = unicode, .width = width});
        CHECK(bare(shown(result, {.colour = true, .unicode = unicode, .width = width})) == text);
        CHECK(text == bare(text));
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = text.find('\n', begin);
            REQUIRE(end != std::string::npos);
            const std::string line = text.substr(begin, end - begin);
            if (width > 0) CHECK(display_width(line) <= static_cast<std::size_t>(width));
            for (const char c : line) CHECK((static_cast<unsigned char>(c) >= 0x20 && c != 0x7F));
            begin = end + 1;
        }
    }
}

TEST_CASE("one huge cell costs its own length, not that much in every row") {
    Table table{.columns = {{.name = "text"}, {.name = "n"}, {.name = "wrapped", .wrap = true}}};
    const std::string huge(1 << 20, 'x');
    for (int i = 0; i < 100; ++i)
        table.rows.push_back({std::string("a"), std::int64_t{i}, Value{}});
    table.rows.push_back({huge, std::int64_t{1}, huge});
    CHECK(shown(table, {.width = 0}).size() < 3 * huge.size());
    CHECK(shown(table, {.width = 80}).size() < 10 * huge.size());
}

}  // namespace
}  // namespace analyze
