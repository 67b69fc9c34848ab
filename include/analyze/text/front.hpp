// The lines in which an article says what it is: labels, bylines, date lines, datelines, openings.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analyze/base/span.hpp"
#include "analyze/text/dates.hpp"

namespace analyze {

enum class FrontKey : std::uint8_t { none, title, author, date, updated, place, agency, other };

/// One statement in such a line; spans are offsets into the text that was read.
struct FrontField {
    FrontKey key = FrontKey::none;
    Span value;          ///< without label, quotes and outer white space
    Span label;          ///< the label as written, without its colon; empty if there is none
    WrittenDate date{};  ///< of date and updated
};

/// What one line states, none if it is no such line. All of them read `line` of `text` only.

/// `Label: value`, also `:Label: value` of reStructuredText and `#+LABEL: value` of Org. A label that is not one of the known
/// ones is `other`; it has at most three words and begins with a capital.
[[nodiscard]] std::optional<FrontField> read_label(std::string_view text, Span line);
/// "By A. Name and B. Name, Agency", "Published March 3, 2024", "Tuesday, 3 March 2024 | Updated
/// …": fields of a line that has nothing else in it.
[[nodiscard]] std::vector<FrontField> read_credit_line(std::string_view text, Span line);
/// `CITY, Month D (Agency) —` at the start of a line, with a city, an agency or all of it; `end` is
/// the offset past the dash.
struct Dateline {
    std::uint32_t end = 0;
    std::vector<FrontField> fields;
};
[[nodiscard]] std::optional<Dateline> read_dateline(std::string_view text, Span line);
/// A date glued to the text that follows: "date 2024-03-15 The lead …"; the span of label and date.
[[nodiscard]] std::optional<FrontField> read_glued_date(std::string_view text, Span line);
/// Whether a line reads as the names of people or of a body: "A. Name, B. Name and C. Name".
[[nodiscard]] bool looks_like_names(std::string_view text, Span line);

}  // namespace analyze
