// Tests of CSV and TSV: the exact bytes of small tables, and reading back what was written.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

#include "analyze/report/writer.hpp"
#include "random_result.hpp"

namespace analyze {
namespace {

Result small() {
    return {.file = "a,b.txt",
            .parts = {Group{.name = "options", .fields = {{"case", std::string("fold")}}},
                      Table{.name = "words",
                            .columns = {{.name = "rank"},
                                        {.name = "word"},
                                        {.name = "share"},
                                        {.name = "bar", .show = Show::text_only},
                                        {.name = "plural", .show = Show::machine_only}},
                            .rows = {{std::int64_t{1}, std::string("say \"ah\""), 0.1, 0.1, true},
                                     {std::int64_t{2}, std::string("tab\tline\nback\\"), Value{},
                                      1.0, false}}}},
            .main_table = "words"};
}

std::string whole(Format format, const Result& result, bool bom = false) {
    const auto writer = make_writer(format, {.bom = bom});
    return writer->begin(&result) + writer->result(result) + std::string(writer->end());
}

using Rows = std::vector<std::vector<std::string>>;

Rows read_csv(const std::string& text) {
    Rows rows;
    std::size_t at = 0;
    while (at < text.size()) {
        rows.emplace_back();
        for (;;) {
            std::string cell;
            if (at < text.size() && text[at] == '"') {
                for (++at; text.at(at) != '"' || text.at(at + 1) == '"'; ++at) {
                    if (text[at] == '"') ++at;
                    cell += text[at];
                }
                ++at;
            } else {
                while (text.at(at) != ',' && text.at(at) != '\r') cell += text[at++];
                CHECK(cell.find_first_of("\"\n") == std::string::npos);
            }
            rows.back().push_back(cell);
            if (text.at(at) == ',') {
                ++at;
                continue;
            }
            REQUIRE(text.substr(at, 2) == "\r\n");
            at += 2;
            break;
        }
    }
    return rows;
}

Rows read_tsv(const std::string& text) {
    Rows rows;
    std::size_t at = 0;
    while (at < text.size()) {
        rows.push_back({""});
        for (; text.at(at) != '\n'; ++at) {
            std::string& cell = rows.back().back();
            if (text[at] == '\t') {
                rows.back().emplace_back();
            } else if (text[at] == '\\') {
                const char c = text.at(++at);
                REQUIRE(std::string("tnr\\").find(c) != std::string::npos);
                cell += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : '\\';
            } else {
                cell += text[at];
            }
        }
        ++at;
    }
    return rows;
}

void check_cell(const std::string& cell, const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) {
        CHECK(cell.empty() == !std::isfinite(*number));
        char* end = nullptr;
        if (!cell.empty()) CHECK(std::strtod(cell.c_str(), &end) == *number);
        if (end) CHECK(*end == '\0');
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        CHECK(cell == std::to_string(*integer));
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        CHECK(cell == (*flag ? "true" : "false"));
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        if (text->find_first_of("\xED\xF4\xFF\xE6") == std::string::npos)
            CHECK(cell == *text);
        else
            CHECK(cell.find_first_of("\xFF\xF4") == std::string::npos);
    } else {
        CHECK(cell.empty());
    }
}

TEST_CASE("CSV quotes what it must and nothing else") {
    CHECK(whole(Format::csv, small()) ==
          "file,rank,word,share,plural\r\n"
          "\"a,b.txt\",1,\"say \"\"ah\"\"\",0.1,true\r\n"
          "\"a,b.txt\",2,\"tab\tline\nback\\\",,false\r\n");
}

TEST_CASE("TSV escapes tabs, line ends and backslashes") {
    CHECK(whole(Format::tsv, small()) ==
          "file\trank\tword\tshare\tplural\n"
          "a,b.txt\t1\tsay \"ah\"\t0.1\ttrue\n"
          "a,b.txt\t2\ttab\\tline\\nback\\\\\t\tfalse\n");
}

TEST_CASE("the file column stands only where a result has a file and wants it") {
    Result result = small();
    result.file_column = false;
    CHECK(whole(Format::tsv, result).substr(0, 10) == "rank\tword\t");
    result = small();
    result.file.clear();
    CHECK(whole(Format::tsv, result).substr(0, 10) == "rank\tword\t");
}

TEST_CASE("a BOM comes first, also when there are no results") {
    CHECK(whole(Format::csv, small(), true).substr(0, 7) ==
          "\xEF\xBB\xBF"
          "file");
    CHECK(make_writer(Format::csv, {.bom = true})->begin(nullptr) == "\xEF\xBB\xBF");
    CHECK(make_writer(Format::csv, {})->begin(nullptr).empty());
}

TEST_CASE("without a main table the fields of the groups are one row") {
    Result result = small();
    result.main_table.clear();
    result.parts.emplace_back(Group{.fields = {{"words", std::int64_t{7}}, {"mean", Value{}}}});
    result.parts.emplace_back(Group{.fields = {{"hint", true}}, .show = Show::text_only});
    CHECK(whole(Format::csv, result) == "file,options.case,words,mean\r\n\"a,b.txt\",fold,7,\r\n");
}

TEST_CASE("a group may end each row of the main table") {
    Result result = small();
    std::get<Group>(result.parts[0]).in_rows = true;
    CHECK(whole(Format::tsv, result) ==
          "file\trank\tword\tshare\tplural\toptions.case\n"
          "a,b.txt\t1\tsay \"ah\"\t0.1\ttrue\tfold\n"
          "a,b.txt\t2\ttab\\tline\\nback\\\\\t\tfalse\tfold\n");
}

TEST_CASE("a row of one empty cell is no blank line in CSV") {
    const Result result{
        .parts = {Table{.name = "t", .columns = {{.name = "x"}}, .rows = {{Value{}}, {false}}}},
        .main_table = "t"};
    CHECK(whole(Format::csv, result) == "x\r\n\"\"\r\nfalse\r\n");
}

TEST_CASE("broken UTF-8 becomes one U+FFFD for each maximal part") {
    const Result result{.parts = {Table{.name = "t",
                                        .columns = {{.name = "x"}},
                                        .rows =
                                            {
                                                {std::string("a\xFFz")},        // no byte of UTF-8
                                                {std::string("\xE6\x9Dz")},     // cut short
                                                {std::string("\xC0\xAF")},      // overlong
                                                {std::string("\xED\xA0\x80")},  // a surrogate
                                                {std::string("\xF4\x90\x80\x80")}  // above U+10FFFF
                                            }}},
                        .main_table = "t"};
    const std::string r = "\uFFFD";
    CHECK(whole(Format::tsv, result) ==
          "x\na" + r + "z\n" + r + "z\n" + r + r + "\n" + r + r + r + "\n" + r + r + r + r + "\n");
}

TEST_CASE("CSV and TSV read back as the values that were written") {
    RandomResult random(20);
    for (int round = 0; round < 300; ++round) {
        const Result result = random.make();
        const Table& table = std::get<Table>(result.parts[1]);
        const std::size_t extra = result.file.empty() ? 0 : 1;
        for (const Format format : {Format::csv, Format::tsv}) {
            const std::string bytes = whole(format, result);
            const Rows rows = format == Format::csv ? read_csv(bytes) : read_tsv(bytes);
            REQUIRE(rows.size() == table.rows.size() + 1);
            for (std::size_t r = 0; r < rows.size(); ++r) {
                REQUIRE(rows[r].size() == table.columns.size() + extra);
                if (extra) check_cell(rows[r][0], r == 0 ? Value("file") : Value(result.file));
                for (std::size_t c = 0; c < table.columns.size(); ++c)
                    check_cell(rows[r][c + extra],
                               r == 0 ? Value(table.columns[c].name) : table.rows[r - 1][c]);
            }
        }
    }
}

}  // namespace
}  // namespace analyze
