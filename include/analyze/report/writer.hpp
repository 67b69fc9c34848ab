// Writers: one per output format, from Results to bytes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "analyze/report/table.hpp"

namespace analyze {

enum class Format : std::uint8_t { text, json, jsonl, csv, tsv };
[[nodiscard]] std::string_view name_of(Format format);
[[nodiscard]] std::optional<Format> format_named(std::string_view name);
/// All names, in the order of the format table, for help and for checking an option.
[[nodiscard]] std::vector<std::string_view> format_names();

struct Style {
    bool colour = false;
    bool unicode = true;  ///< bars and rules may use block and box characters
    int width = 80;    ///< columns of the terminal; text output fits into it (0: no limit, nothing
                       ///< is shortened)
    bool bom = false;  ///< CSV and TSV: begin with a BOM, for spreadsheets
};

/// One result whose rows come bit by bit.
class RowStream {
public:
    virtual ~RowStream() = default;
    /// More rows of the main table; returns the bytes that are settled by now.
    [[nodiscard]] virtual std::string rows(std::vector<std::vector<Value>> rows) = 0;
    /// Table::note of the main table, where it is known only behind the rows.
    virtual void note(const std::string& /*note*/) {}
    /// After the last row: the rest of the bytes.
    [[nodiscard]] virtual std::string end() = 0;
};

/// Turns results into bytes. Stateless but for its style, so batch threads share one; what stands
/// between the results of a run (a CSV header, the commas of a JSON array) is given by position.
class Writer {
public:
    virtual ~Writer() = default;
    /// Before the first result; `columns_of` is a result whose columns all the others have (null
    /// when there are no results).
    [[nodiscard]] virtual std::string begin(const Result* columns_of) const = 0;
    /// One result. Two calls give the same bytes.
    [[nodiscard]] virtual std::string result(const Result& result) const = 0;
    /// The same for rows that are not there at once: all bytes of the stream are those of
    /// result(head) with the rows in its main table. Where that is the last part and not nested,
    /// programs' formats keep none of them; text, whose columns fit every row, keeps all until the
    /// end. The writer must outlive the stream.
    [[nodiscard]] virtual std::unique_ptr<RowStream> stream(const Result& head) const;
    /// Between two results.
    [[nodiscard]] virtual std::string_view separator() const = 0;
    [[nodiscard]] virtual std::string_view end() const = 0;
};

[[nodiscard]] std::unique_ptr<const Writer> make_writer(Format format, const Style& style);

}  // namespace analyze
