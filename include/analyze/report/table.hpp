// What every command hands to a writer: one result per input, made of fields and tables.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace analyze {

/// One value. monostate is "undefined": null in JSON, an empty cell elsewhere.
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

enum class Align : std::uint8_t { left, right };
/// Which writers show a column: people's text, programs' formats, or both.
enum class Show : std::uint8_t { everywhere, text_only, machine_only };

struct Column {
    std::string name;  ///< the key in JSON, the header in CSV and in text
    Align align = Align::left;
    Show show = Show::everywhere;
    enum class Draw : std::uint8_t { plain, bar, type, dim, strong } draw = Draw::plain;
    ///< text only: bar: a number drawn as a bar, longest = the column's largest; type, dim, strong: colour
};

/// Rows of equal length. `indent` (text only) shifts the first left-aligned column of a row.
struct Table {
    std::string name;   ///< the key in JSON ("entities")
    std::string title;  ///< for people; empty: none
    std::vector<Column> columns;
    std::vector<std::vector<Value>> rows;
    std::vector<int> indent;  ///< empty, or one number a row: depth in a tree
    std::string note;         ///< text only, below the table ("… 120 more; --top 0 shows all")
};

/// A group of named values: an object in JSON, "label  value" lines in text.
struct Group {
    std::string name;   ///< the key in JSON; empty: its fields stand in the result itself
    std::string title;  ///< for people; empty: none
    std::vector<std::pair<std::string, Value>> fields;
    Show show = Show::everywhere;
};

/// The result for one input (or for all of them together). Parts keep their order in every format.
struct Result {
    std::string schema;  ///< "analyze.words/1"
    std::string file;    ///< as given or reached by the walk; "-": standard input; empty: many inputs
    std::vector<std::variant<Group, Table>> parts;
    std::string main_table;  ///< the table that CSV and TSV show, each row after a `file` column
};

}  // namespace analyze
