// Tests of JSON and JSON Lines: exact bytes, nesting, and reading back with RapidJSON's reader.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>

#include "analyze/report/writer.hpp"
#include "random_result.hpp"

namespace analyze {
namespace {

std::string whole(Format format, const std::vector<Result>& results) {
    const auto writer = make_writer(format, {});
    std::string out = writer->begin(results.empty() ? nullptr : results.data());
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (i > 0) out += writer->separator();
        out += writer->result(results[i]);
    }
    return out += writer->end();
}

rapidjson::Document parsed(const std::string& text) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag>(
        text);
    REQUIRE_FALSE(document.HasParseError());
    return document;
}

Result tree() {
    const auto row = [](const char* title, Value parent) {
        return std::vector<Value>{std::string(title), parent};
    };
    return {.parts = {Table{.name = "sections",
                            .columns = {{.name = "title"}, {.name = "parent"}},
                            .rows = {row("A", {}), row("B", std::int64_t{0}),
                                     row("C", std::int64_t{1}), row("D", std::int64_t{-1}),
                                     row("E", std::int64_t{0}), row("F", std::int64_t{5})},
                            .nest_by = "parent"}}};
}

TEST_CASE("JSON Lines is one object with keys in a fixed order") {
    const Result result{
        .schema = "analyze.words/1",
        .file = "a.txt",
        .parts = {Group{.fields = {{"words", std::int64_t{7}}, {"mean", std::nan("")}}},
                  Group{.name = "meta", .fields = {{"date", std::string("2024-03-15")}}},
                  Group{.name = "hint", .fields = {{"x", true}}, .show = Show::text_only},
                  Table{.name = "list",
                        .columns = {{.name = "word"},
                                    {.name = "bar", .show = Show::text_only},
                                    {.name = "share", .show = Show::machine_only}},
                        .rows = {{std::string("\"\n\x01\u2028\u2029\x7F"), 1.0, 0.1},
                                 {std::string("\xFF"), 1.0, 1e21}}},
                  Table{.name = "empty"}}};
    CHECK(whole(Format::jsonl, {result, {}}) ==
          "{\"schema\":\"analyze.words/1\",\"file\":\"a.txt\",\"words\":7,\"mean\":null,"
          "\"meta\":{\"date\":\"2024-03-15\"},"
          "\"list\":[{\"word\":\"\\\"\\n\\u0001\\u2028\\u2029\x7F\",\"share\":0.1},"
          "{\"word\":\"\uFFFD\",\"share\":1e+21}],\"empty\":[]}\n{}\n");
}

TEST_CASE("a list is an array in JSON, one cell elsewhere") {
    Result result{.file = "a", .main_table = "t"};
    result.parts.emplace_back(
        Table{.name = "t",
              .columns = {{.name = "x"}, {.name = "y"}},
              .rows = {{List{"USD", "C\"D\xFF"}, List{}}, {List{"one"}, Value()}}});
    CHECK(whole(Format::jsonl, {result}) ==
          "{\"file\":\"a\",\"t\":[{\"x\":[\"USD\",\"C\\\"D\xEF\xBF\xBD\"],\"y\":[]},"
          "{\"x\":[\"one\"],\"y\":null}]}\n");
    CHECK(whole(Format::tsv, {result}) == "file\tx\ty\na\tUSD|C\"D\xEF\xBF\xBD\t\na\tone\t\n");
    CHECK(whole(Format::text, {result}).find("USD, C\"D") != std::string::npos);
}

TEST_CASE("JSON is one indented array") {
    CHECK(whole(Format::json, {}) == "[\n]\n");
    CHECK(whole(Format::json, {{.schema = "s/1"}, {.file = "b"}}) ==
          "[\n  {\n    \"schema\": \"s/1\"\n  },\n  {\n    \"file\": \"b\"\n  }\n]\n");
}

TEST_CASE("JSON nests rows under their parents, JSON Lines keeps them flat") {
    CHECK(whole(Format::jsonl, {tree()}) ==
          "{\"sections\":[{\"title\":\"A\",\"parent\":null},{\"title\":\"B\",\"parent\":0},"
          "{\"title\":\"C\",\"parent\":1},{\"title\":\"D\",\"parent\":-1},"
          "{\"title\":\"E\",\"parent\":0},{\"title\":\"F\",\"parent\":5}]}\n");
    std::string flat;
    for (const char c : whole(Format::json, {tree()}))
        if (c != ' ' && c != '\n') flat += c;
    CHECK(flat ==
          "[{\"sections\":[{\"title\":\"A\",\"children\":[{\"title\":\"B\",\"children\":"
          "[{\"title\":\"C\"}]},{\"title\":\"E\"}]},{\"title\":\"D\"},{\"title\":\"F\"}]}]");
}

TEST_CASE("nesting as deep as a text likes needs no stack") {
    Result result = tree();
    Table& table = std::get<Table>(result.parts[0]);
    table.rows.clear();
    for (std::int64_t i = 0; i < 2000; ++i) table.rows.push_back({std::string("x"), i - 1});
    const std::string json = whole(Format::json, {result});
    std::size_t children = 0;
    for (std::size_t at = 0; (at = json.find("children", at)) != std::string::npos; ++at)
        ++children;
    CHECK(children == 1999);
    CHECK(json.substr(json.size() - 3) == "\n]\n");
}

TEST_CASE("JSON reads back as the values that were written, and agrees with CSV") {
    RandomResult random(21);
    for (int round = 0; round < 300; ++round) {
        const Result result = random.make();
        const Table& table = std::get<Table>(result.parts[1]);
        const auto pretty = parsed(whole(Format::json, {result}));
        const std::string line = whole(Format::jsonl, {result});
        CHECK(line.find('\n') == line.size() - 1);
        const auto flat = parsed(line);
        CHECK(pretty[0] == flat);
        CHECK(flat.HasMember("file") == !result.file.empty());
        const auto& rows = flat["rows"];
        REQUIRE(rows.Size() == table.rows.size());
        for (unsigned r = 0; r < rows.Size(); ++r)
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                const auto& json = rows[r][table.columns[c].name.c_str()];
                const Value& value = table.rows[r][c];
                // One cell alone as TSV: the same digits, and the same text.
                const Result cell{
                    .parts = {Table{.name = "t", .columns = {{.name = "x"}}, .rows = {{value}}}},
                    .main_table = "t"};
                const std::string tsv = make_writer(Format::tsv, {})->result(cell);
                if (const auto* number = std::get_if<double>(&value)) {
                    CHECK(json.IsNull() == !std::isfinite(*number));
                    if (json.IsNumber()) CHECK(json.GetDouble() == *number);
                    if (json.IsNumber())
                        CHECK(line.find(tsv.substr(0, tsv.size() - 1)) < line.size());
                } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
                    CHECK(json.GetInt64() == *integer);
                } else if (const auto* flag = std::get_if<bool>(&value)) {
                    CHECK(json.GetBool() == *flag);
                } else if (std::holds_alternative<std::string>(value)) {
                    std::string text(json.GetString(), json.GetStringLength());
                    const Result again{
                        .parts = {Table{.name = "t", .columns = {{.name = "x"}}, .rows = {{text}}}},
                        .main_table = "t"};
                    CHECK(make_writer(Format::tsv, {})->result(again) == tsv);
                } else {
                    CHECK(json.IsNull());
                }
            }
    }
}

}  // namespace
}  // namespace analyze
