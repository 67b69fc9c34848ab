// The constructors of the writers, one per output format; the format table lists them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "analyze/report/writer.hpp"

namespace analyze {

/// For people: titles, aligned columns, bars. No line is wider than the style says, and no control
/// character of a text reaches the terminal.
[[nodiscard]] std::unique_ptr<const Writer> make_text_writer(const Style& style);
/// One array of results, indented by two blanks.
[[nodiscard]] std::unique_ptr<const Writer> make_json_writer(const Style& style);
/// One object per line.
[[nodiscard]] std::unique_ptr<const Writer> make_jsonl_writer(const Style& style);
/// RFC 4180: CRLF, cells quoted only where they must be. A cell is quoted too where it is the only
/// one of its row and empty (the line would be blank).
[[nodiscard]] std::unique_ptr<const Writer> make_csv_writer(const Style& style);
/// Tabs between cells, LF after rows; in cells \t, \n, \r and \\ stand for tab, LF, CR and
/// backslash.
[[nodiscard]] std::unique_ptr<const Writer> make_tsv_writer(const Style& style);

/// The main table where it is the last part, or null: what rows can be streamed into.
[[nodiscard]] const Table* last_table(const Result& result);

}  // namespace analyze
