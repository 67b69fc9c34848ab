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

/// Several strings in one cell: an array in JSON, joined by "|" in CSV and TSV, by ", " in text.
using List = std::vector<std::string>;
/// One value. monostate is "undefined": null in JSON, an empty cell elsewhere; so is a double that
/// is no finite number. Strings may hold any bytes: what is no UTF-8 is shown as U+FFFD.
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, List>;

enum class Align : std::uint8_t { left, right };
/// Which writers show a column: people's text, programs' formats, or both.
enum class Show : std::uint8_t { everywhere, text_only, machine_only };

struct Column {
    std::string name = {};      ///< the key in JSON, the header in CSV; in text with blanks for `_`
    Align align = Align::left;  ///< text only; right for numbers, which are never shortened
    Show show = Show::everywhere;
    enum class Draw : std::uint8_t { plain, bar, heights, type, dim, strong } draw = Draw::plain;
    ///< text only: bar: a number drawn as a bar, longest = the column's largest, in the room that
    ///< the other columns leave (no number and no header: make it a text_only column beside the
    ///< number); heights: a string of digits 0 to 8, each drawn as a block of that height (a
    ///< sparkline; make it text_only too); type: a colour for each value; dim, strong: light and bold
    bool wrap =
        false;  ///< text only: a long cell goes on in the next line, else it ends in an ellipsis
    int most =
        0;  ///< text only: no wider than this where the terminal lacks room; 0: no such bound
    bool yields = false;  ///< text only: goes down to `most` before spare columns are left out
    bool spare = false;   ///< text only: left out where the table does not fit with it
    bool below = false;   ///< text only: no column, but lines under each row: the strings of a List
};

/// Rows of equal length. `indent` (text only) draws the first left-aligned column as a tree.
struct Table {
    std::string name = {};   ///< the key in JSON ("entities")
    std::string title = {};  ///< for people; empty: none (then nothing is shown of an empty table)
    std::vector<Column> columns = {};
    std::vector<std::vector<Value>> rows = {};
    std::vector<int> indent = {};  ///< empty, or one number a row: depth in a tree, 0 the outermost
    std::string note = {};         ///< text only, below the table ("120 more; --top 0 shows all")
    std::string nest_by =
        {};  ///< `json` only: the column that holds the number (from 0) of a row's
             ///< parent row, which stands above it; the row moves into the array
             ///< "children" of the parent, and the column is left out.
             ///< Any other value of the cell: an outermost row.
};

/// A group of named values: an object in JSON, "label  value" lines in text.
struct Group {
    std::string name = {};   ///< the key in JSON; empty: its fields stand in the result itself
    std::string title = {};  ///< for people; empty: none
    std::vector<std::pair<std::string, Value>> fields = {};
    Show show = Show::everywhere;
    bool in_rows = false;  ///< CSV and TSV: the fields end each row of the main table, where there
                           ///< is one; else they would be left out
};

/// Points on two logarithmic axes, for people: programs' formats leave it out.
struct Plot {
    std::string title = {};
    std::string across = {}, up = {};  ///< what the axes are
    /// (across, up); a point with a coordinate below 1 is left out. Both axes begin at 1.
    std::vector<std::pair<double, double>> points = {};
};

/// The result for one input (or for all of them together). Parts keep their order in every format.
struct Result {
    std::string schema = {};  ///< "analyze.words/1"
    std::string file =
        {};  ///< as given or reached by the walk; "-": standard input; empty: many inputs
    std::vector<std::variant<Group, Table, Plot>> parts = {};
    std::string main_table =
        {};  ///< the table that CSV and TSV show; empty: one row made of the fields
             ///< of the groups ("words", "options.case"), the same in all results
    bool file_column = true;  ///< CSV and TSV: rows begin with `file`, when there is one
};

}  // namespace analyze
