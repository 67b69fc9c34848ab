// How a value becomes the text of a cell: exact for programs, readable and harmless for people.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "analyze/report/table.hpp"

namespace analyze {

/// The same text with U+FFFD for each maximal part that is no UTF-8 (Unicode 15.0, section 3.9).
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// For programs: true, false, integers in full, doubles by the shortest digits that read back as
/// the same double; empty for an undefined value. Strings as valid UTF-8, else unchanged; lists
/// joined by "|".
[[nodiscard]] std::string exact(const Value& value);
/// monostate, a NaN or an infinity.
[[nodiscard]] bool undefined(const Value& value);

/// A text that a terminal shows in one line and does not obey: line ends with the blanks around
/// them and tabs become one blank; other controls (ESC, BEL, DEL …) become their pictures, ␛ ␇ ␡
/// ('?' without `unicode`), C1 controls and broken UTF-8 U+FFFD; directional overrides, embeddings
/// and isolates, which would reorder what stands beside the cell, are left out.
[[nodiscard]] std::string visible(std::string_view text, bool unicode);

/// Digits after the point that show about three significant digits of `largest`: a column of
/// doubles has as many everywhere, so that the points stand below each other. 0 … 4.
[[nodiscard]] int decimals_for(double largest);
/// For people: yes, no, integers in full (no separators: numbers are pasted into other programs),
/// doubles with `decimals` digits after the point, strings made visible(), lists joined by ", ".
[[nodiscard]] std::string readable(const Value& value, int decimals, bool unicode);

/// The name of a field or column as people read it: "per_million" is "Per million",
/// "distinct_ngrams" is "Distinct n-grams".
[[nodiscard]] std::string label_of(std::string_view name, bool unicode);

}  // namespace analyze
