// From what a rule noted about an expression to its value, in the order of the text.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>

#include "temporal_table.hpp"

namespace analyze::temporal {

enum class Tense : std::int8_t { past = -1, unknown = 0, future = 1 };

/// What earlier expressions of the text, and the reader, tell about later ones.
struct Context {
    std::optional<CivilDay> reference;
    bool day_first = false;
    bool order_known = false;  ///< an option or the text's other dates tell the order of 7/8
    /// The text tells a story about years past: a bare date is in the year last mentioned.
    bool narrative = false;
    std::optional<std::int32_t> last_year;
    std::optional<CivilDay> last_month;  ///< its first day
    std::optional<CivilDay> last_day;
    /// The value of the block's last time of day, a date since then forgotten: "2024-03-15T09:00Z".
    std::string last_time;
    std::span<const std::string_view> home;    ///< currencies of the article's place
    std::span<const std::string_view> stated;  ///< currencies that the text states without doubt
};

/// Fills value, mod, quant, freq, values of a date, time, duration or set; false: it is none
/// (February 30). Keeps `context` up to date.
[[nodiscard]] bool resolve_time(const Table& table, const Frame& frame, Tense tense,
                                Context& context, Expression& result);
/// Fills value, currency, currencies, unit of the other kinds; false: it is none.
[[nodiscard]] bool resolve_amount(const Table& table, const Frame& frame, const Context& context,
                                  Expression& result);

/// The value of a duration: "P3D", "PT2.5H", "PXY".
[[nodiscard]] std::string duration(double count, bool vague, std::string_view unit);

}  // namespace analyze::temporal
