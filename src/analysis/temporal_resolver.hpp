// Finds the value of one date, time, duration or set: the state its parts share.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include "temporal_resolve.hpp"

namespace analyze::temporal {

/// How exact a date is; the order is from coarse to fine.
enum class Grain : std::uint8_t { none, year, season, month, week, weekend, day };

constexpr std::array<std::string_view, 4> kSeasons{"SP", "SU", "FA", "WI"};
constexpr std::array<std::int32_t, 4> kSeasonMonth{3, 6, 9, 12};

inline std::string year_text(std::int32_t year) {
    return year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year);
}
inline std::string day_text(std::int32_t number) {
    const CivilDay day = civil_day(number);
    return fmt::format("{}-{:02}-{:02}", year_text(day.year), day.month, day.day);
}
/// A date of which only the unit is known.
inline std::string_view open_value(std::string_view unit) {
    if (unit == "Y") return "XXXX";
    if (unit == "M") return "XXXX-XX";
    if (unit == "W") return "XXXX-WXX";
    if (unit == "WE") return "XXXX-WXX-WE";
    if (unit == "QU") return "XXXX-QX";
    if (unit == "DE") return "XXX";
    if (unit == "CE") return "XX";
    return "XXXX-XX-XX";
}

class Resolver {
public:
    Resolver(const Table& table, const Frame& frame, Tense tense, Context& context,
             Expression& result)
        : table_(table), f_(frame), tense_(tense), context_(context), out_(result) {}
    bool run();

private:
    [[nodiscard]] std::string symbol(Slot slot) const;
    [[nodiscard]] double count() const;
    bool duration_value();
    bool set_value();
    [[nodiscard]] std::size_t season() const;
    bool date_value();
    bool reference_value();
    void set(Grain grain, std::int32_t number);
    void set(Grain grain, std::int32_t year, std::int32_t month, std::int32_t day = 1);
    bool base();
    [[nodiscard]] bool has_year() const { return f_.has(Slot::y) || f_.has(Slot::yy); }
    [[nodiscard]] std::int32_t year() const;
    bool whole_date(std::int32_t y, std::int32_t m, std::int32_t d);
    /// 7/8/2007, 7/8/07, 7/8.
    bool numeric();
    bool decade();
    bool dated();
    /// The year for a month and day of the year, by tense and by what was mentioned before.
    [[nodiscard]] std::optional<std::int32_t> guess_year(std::int32_t m, std::int32_t d) const;
    void undated_day(std::int32_t m, std::int32_t d);
    bool undated_month();
    bool bare_weekday();
    /// "two Fridays ago": today's weekday is not counted.
    bool counted_weekdays();
    /// "Monday the 27th": the nearest month in which they fall together.
    bool weekday_of_month();
    bool bare_day();
    /// A season, quarter or half without its year.
    bool undated_part();
    /// Of the alternatives of a holiday the one that holds where the article comes from.
    [[nodiscard]] std::string_view holiday_here(std::string_view which) const;
    [[nodiscard]] static std::int32_t holiday_in(std::string_view which, std::int32_t y);
    bool holiday();
    /// last/this/next with a unit, a weekday, a month, a season or a holiday; today, tomorrow.
    bool relative();
    bool relative_weekday(std::int32_t rel);
    bool relative_month(std::int32_t rel);
    /// "three weeks ago": the base is today; "later", "before that": the day last mentioned.
    bool offset_base();
    [[nodiscard]] std::optional<CivilDay> anchor(std::string_view unit) const;
    bool offset();
    bool shift(std::string_view unit, double amount, bool exact);
    /// Only a count and a unit: "two weeks ago". With a base ("after January 12") the day is exact.
    [[nodiscard]] bool plain_offset() const;
    /// Quarters and halves of a year; "the first week of March", "the last day of 2009".
    void part_of();
    [[nodiscard]] std::string print() const;
    /// "T18:40", "TMO", with the zone; empty without one. False: no such time.
    bool clock_text(std::string& out);
    /// "20 minutes later", "an hour after noon": true where a time of day is known to count from.
    bool counted_clock();
    [[nodiscard]] std::string known_day() const;
    void remember();
    [[nodiscard]] bool text_or_day() const;
    const Table& table_;
    const Frame& f_;
    Tense tense_;
    Context& context_;
    Expression& out_;
    Grain grain_ = Grain::none;
    std::int32_t day_ = 0;  ///< the first day
    std::string text_;      ///< the value, where no day tells it
};

}  // namespace analyze::temporal
