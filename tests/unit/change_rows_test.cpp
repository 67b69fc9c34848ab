// Tests of changes as rows and as a summary.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/change_rows.hpp"

#include <catch2/catch.hpp>

#include "analyze/report/writer.hpp"

using namespace analyze;

namespace {

TextChange change(Kind kind, Change sort, const char* item, std::uint64_t before,
                  std::uint64_t after) {
    TextChange change;
    change.kind = kind;
    change.change = sort;
    change.item = item;
    change.before = before;
    change.after = after;
    change.texts_before = before > 0 ? 1 : 0;
    change.texts_after = after > 0 ? 1 : 0;
    return change;
}
std::string text(Kind kind, const std::vector<TextChange>& changes, std::uint64_t top) {
    Result result;
    add_change_text(result, kind, changes, top, Style());
    return make_writer(Format::text, {})->result(result);
}

}  // namespace

TEST_CASE("a summary of words counts each kind of change and shows the first of them") {
    const std::vector<TextChange> words{change(Kind::word, Change::fresh, "quay", 0, 5),
                                        change(Kind::word, Change::fresh, "bell", 0, 1),
                                        change(Kind::word, Change::fresh, "oar", 0, 1),
                                        change(Kind::word, Change::less, "mill", 60, 2)};
    CHECK(text(Kind::word, words, 2) ==
          "Words\n  3 new            quay ×5, bell, and 1 more\n  1 less frequent  mill 60 → 2\n");
    CHECK(text(Kind::word, {}, 2).empty());
}

TEST_CASE("sections show how many words they had and have, and what is in common") {
    std::vector<TextChange> sections{change(Kind::section, Change::gone, "History", 12, 0),
                                     change(Kind::section, Change::changed, "", 100, 120)};
    sections[1].similarity = 0.999;
    CHECK(text(Kind::section, sections, 0) ==
          "Sections\n"
          "           Section  Words before  After  In common\n"
          "  gone     History            12\n"
          "  changed  (lead)            100    120       99 %\n");
    CHECK(text(Kind::section, sections, 1).find("99 %") != std::string::npos);  // of each sort
}

TEST_CASE("rows for programs have a cell for each column, undefined where nothing is tested") {
    Table table = change_table();
    std::vector<TextChange> changes{change(Kind::name, Change::fresh, "Anna Holt", 0, 2),
                                    change(Kind::section, Change::changed, "", 50, 25)};
    changes[0].type = EntityType::person;
    changes[0].p = 0.25;
    changes[1].similarity = 0.5;
    add_change_rows(table, changes, 0, {100, 200});
    REQUIRE(table.rows.size() == 2);
    for (const auto& row : table.rows) REQUIRE(row.size() == table.columns.size());
    CHECK(table.rows[0][3] == Value("PERSON"));
    CHECK(table.rows[0][7] == Value(10000.0));  // 2 of 200 words
    CHECK(table.rows[0][12] == Value(0.25));
    CHECK(table.rows[1][2] == Value());
    CHECK(table.rows[1][6] == Value(500000.0));
    CHECK(table.rows[1][14] == Value(0.5));
    add_change_rows(
        table,
        {change(Kind::word, Change::gone, "a", 1, 0), change(Kind::word, Change::gone, "b", 1, 0)},
        1, {100, 200});
    CHECK(table.rows.size() == 3);
}
