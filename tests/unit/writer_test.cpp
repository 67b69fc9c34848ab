// Tests of the format table.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/report/writer.hpp"

#include <catch2/catch.hpp>

#include "random_result.hpp"

namespace analyze {

TEST_CASE("every format has a name that leads back to it, and a writer") {
    CHECK(format_names() == std::vector<std::string_view>{"text", "json", "jsonl", "csv", "tsv"});
    for (const std::string_view name : format_names()) {
        REQUIRE(format_named(name));
        CHECK(name_of(*format_named(name)) == name);
        CHECK(make_writer(*format_named(name), {}));
    }
    CHECK_FALSE(format_named("JSON"));
    CHECK_FALSE(format_named(""));
}

TEST_CASE("a result whose rows come bit by bit is the same bytes in every format") {
    RandomResult random(31);
    for (int i = 0; i < 200; ++i) {
        Result whole = random.make(), head = whole;
        const bool nested = i % 5 == 0, table_last = i % 7 != 0;
        std::get<Table>(head.parts.back()).rows.clear();
        for (Result* result : {&whole, &head}) {
            if (nested) std::get<Table>(result->parts.back()).nest_by = "column_0";
            if (!table_last) std::swap(result->parts.front(), result->parts.back());
        }
        const auto table = [&](Result& result) -> Table& {
            return std::get<Table>(table_last ? result.parts.back() : result.parts.front());
        };
        table(whole).indent.clear();
        table(head).indent.clear();
        for (const std::string_view name : format_names()) {
            INFO(name);
            const auto writer = make_writer(*format_named(name), {});
            const auto stream = writer->stream(head);
            std::string bytes;
            const auto& rows = table(whole).rows;
            for (std::size_t at = 0; at < rows.size();) {
                const std::size_t end = at + random.below(rows.size() - at + 1);
                bytes += stream->rows({rows.begin() + static_cast<std::ptrdiff_t>(at),
                                       rows.begin() + static_cast<std::ptrdiff_t>(end)});
                at = end;
            }
            table(whole).note = "so many more";
            stream->note(table(whole).note);
            CHECK((bytes += stream->end()) == writer->result(whole));
        }
    }
}

}  // namespace analyze
