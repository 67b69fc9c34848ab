// Dates told from other dates: last Friday, three weeks ago, the first week of March.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "temporal_resolver.hpp"

namespace analyze::temporal {

/// last/this/next with a unit, a weekday, a month, a season or a holiday; today, tomorrow.
bool Resolver::relative() {
    if (f_.has(Slot::off)) {
        if (!context_.reference) {
            text_ = std::string("XXXX-XX-XX");
            return true;
        }
        set(Grain::day, day_number(*context_.reference) + f_.integer(Slot::off));
        return true;
    }
    const std::int32_t rel = f_.integer(Slot::rel);
    if (f_.has(Slot::holiday)) return holiday();
    if (f_.has(Slot::w)) return relative_weekday(rel);
    if (f_.has(Slot::m)) return relative_month(rel);
    std::string_view unit = f_.has(Slot::ru) ? table_.symbol(f_.get(Slot::ru)) : "Y";
    if (!context_.reference) {
        text_ = std::string(open_value(unit));
        if (f_.has(Slot::season)) text_ = fmt::format("XXXX-{}", kSeasons[season()]);
        return true;
    }
    CivilDay now = *context_.reference;
    if (f_.has(Slot::anchor)) now = anchor(unit).value_or(now);
    const std::int32_t today = day_number(now);
    if (f_.has(Slot::season)) {
        const std::int32_t month = kSeasonMonth[season()];
        std::int32_t y = now.year + rel;
        if (rel < 0 && month <= now.month - 3) y = now.year;  // last spring, said in November
        if (rel > 0 && month > now.month) y = now.year;       // next summer, said in March
        if (season() == 3 && rel == 0 && now.month < 3) y = now.year - 1;
        set(Grain::season, y, month);
        return true;
    }
    if (unit == "Y") {
        if (f_.has(Slot::d) && f_.has(Slot::m))
            return whole_date(now.year + rel, f_.integer(Slot::m), f_.integer(Slot::d));
        set(Grain::year, now.year + rel, 1);
    } else if (unit == "M") {
        const std::int32_t months = now.year * 12 + now.month - 1 + rel;
        if (f_.has(Slot::d)) return whole_date(months / 12, months % 12 + 1, f_.integer(Slot::d));
        set(Grain::month, months / 12, months % 12 + 1);
    } else if (unit == "W")
        set(Grain::week, today + 7 * rel);
    else if (unit == "WE") {
        // a weekend that is over is "last weekend" until the next one begins
        set(Grain::weekend, today + 7 * rel);
    } else if (unit == "D")
        set(Grain::day, today + rel);
    else if (unit == "QU") {
        const std::int32_t quarters = now.year * 4 + (now.month - 1) / 3 + rel;
        text_ = fmt::format("{}-Q{}", year_text(quarters / 4), quarters % 4 + 1);
    } else if (unit == "DE")
        text_ = fmt::format("{:03}", now.year / 10 + rel);
    else if (unit == "CE")
        text_ = fmt::format("{:02}", now.year / 100 + rel);
    else
        return false;
    return true;
}

bool Resolver::relative_weekday(std::int32_t rel) {
    const std::int32_t w = f_.integer(Slot::w);
    if (!context_.reference) {
        text_ = fmt::format("XXXX-WXX-{}", w);
        return true;
    }
    const std::int32_t now = day_number(*context_.reference), today = weekday_of(now);
    if (f_.has(Slot::ru) || rel > 0)
        set(Grain::day, now - today + w + 7 * rel);  // Tuesday of last week, next Tuesday
    else if (rel < 0)
        set(Grain::day, now - ((today - w + 6) % 7 + 1) + 7 * (rel + 1));  // -2: before last
    else if (tense_ == Tense::past)
        set(Grain::day, now - (today - w + 7) % 7);
    else
        set(Grain::day, now + (w - today + 7) % 7);
    return true;
}

bool Resolver::relative_month(std::int32_t rel) {
    const std::int32_t m = f_.integer(Slot::m);
    if (!context_.reference) {
        text_ = f_.has(Slot::d) ? fmt::format("XXXX-{:02}-{:02}", m, f_.integer(Slot::d))
                                : fmt::format("XXXX-{:02}", m);
        return true;
    }
    const CivilDay& now = *context_.reference;
    std::int32_t y = now.year;
    if (f_.has(Slot::ru))
        y += rel;  // March of last year
    else if (rel < 0 && m >= now.month)
        --y;
    else if (rel > 0 && m <= now.month)
        ++y;
    if (f_.has(Slot::d)) return whole_date(y, m, f_.integer(Slot::d));
    set(Grain::month, y, m);
    return true;
}

/// The latest mention that is as exact as the unit counted from it; of years, of months, of days.
std::optional<CivilDay> Resolver::anchor(std::string_view unit) const {
    if (context_.last_day) return context_.last_day;
    const bool years = unit == "Y" || unit == "DE" || unit == "CE";
    const auto& month = context_.last_month;
    if ((years || unit == "M" || unit == "QU") && month && month->year == context_.last_year)
        return month;
    if (years && context_.last_year) return CivilDay{*context_.last_year, 1, 1};
    return std::nullopt;
}

/// "three weeks ago": the base is today; "later", "before that": the day last mentioned.
bool Resolver::offset_base() {
    if (f_.has(Slot::anchor)) {
        const auto day = anchor(f_.has(Slot::unit) ? table_.symbol(f_.get(Slot::unit)) : "D");
        if (day) set(Grain::day, day_number(*day));
    }
    if (grain_ == Grain::none && context_.reference)
        set(Grain::day, day_number(*context_.reference));
    if (grain_ == Grain::none) {
        const std::string_view unit = f_.has(Slot::unit) ? table_.symbol(f_.get(Slot::unit)) : "D";
        text_ =
            std::string(f_.has(Slot::vague) ? (f_.get(Slot::dir) < 0 ? "PAST_REF" : "FUTURE_REF")
                                            : open_value(unit));
    }
    return true;
}

bool Resolver::offset() {
    const double dir = f_.has(Slot::dir) ? f_.get(Slot::dir) : 1;
    if (f_.has(Slot::vague)) {
        text_ = std::string(dir < 0 ? "PAST_REF" : "FUTURE_REF");
        return true;
    }
    const std::string_view unit = f_.has(Slot::unit) ? table_.symbol(f_.get(Slot::unit)) : "D";
    const double amount = count() * dir;
    if (std::abs(amount) > 20000) return false;
    const bool exact = f_.has(Slot::unit2) || !(f_.has(Slot::anchor) || plain_offset());
    if (!shift(unit, amount, exact)) return false;
    if (!f_.has(Slot::unit2) || !text_.empty()) return true;
    const double more = f_.get(Slot::amt2) * dir;  // a year and two months ago
    return std::abs(more) <= 20000 && shift(table_.symbol(f_.get(Slot::unit2)), more, false);
}

/// Moves the base by so many units: a date as exact as the unit, or as the base was (`exact`).
bool Resolver::shift(std::string_view unit, double amount, bool exact) {
    CivilDay day = civil_day(day_);
    if (unit == "Y" || unit == "DE" || unit == "CE") {
        const double years = amount * (unit == "DE" ? 10 : unit == "CE" ? 100 : 1);
        day.year += static_cast<std::int32_t>(std::floor(years));
        if (day.year < -9999 || day.year > 9999) {
            text_ = std::string(amount < 0 ? "PAST_REF" : "FUTURE_REF");
            return true;
        }
        if (unit == "DE" && !exact) {
            text_ = fmt::format("{:03}", day.year / 10);
            return true;
        }
        set(exact ? grain_ : Grain::year, day.year, day.month, day.day);
    } else if (unit == "M" || unit == "QU") {
        const std::int32_t months = day.year * 12 + day.month - 1 +
                                    static_cast<std::int32_t>(amount) * (unit == "QU" ? 3 : 1);
        if (months < 12) return false;
        set(exact ? grain_ : Grain::month, months / 12, months % 12 + 1, day.day);
    } else if (unit == "W") {
        const std::int32_t days = static_cast<std::int32_t>(std::lround(amount * 7));
        set(exact ? Grain::day : Grain::week, day_ + days);
    } else if (unit == "WE") {
        set(Grain::weekend, day_ + static_cast<std::int32_t>(amount) * 7);
    } else if (unit == "D") {
        set(Grain::day, day_ + static_cast<std::int32_t>(std::floor(amount)));
    } else {
        // hours and less: the day stays, the clock is not known
        if (std::abs(amount) > 24 && unit == "H")
            set(Grain::day, day_ + static_cast<std::int32_t>(amount / 24));
        text_ = fmt::format("{}TXX:XX", day_text(day_));
    }
    return true;
}

/// Only a count and a unit: "two weeks ago". With a base ("after January 12") the day is exact.
bool Resolver::plain_offset() const {
    return !(f_.has(Slot::m) || f_.has(Slot::d) || f_.has(Slot::w) || f_.has(Slot::off) ||
             f_.has(Slot::holiday) || f_.has(Slot::rel) || has_year());
}

/// Quarters and halves of a year; "the first week of March", "the last day of 2009".
void Resolver::part_of() {
    const CivilDay day = civil_day(day_);
    if (f_.has(Slot::quarter) && grain_ == Grain::year) {
        if (f_.integer(Slot::quarter) >= 1 && f_.integer(Slot::quarter) <= 4)
            text_ = fmt::format("{}-Q{}", year_text(day.year), f_.integer(Slot::quarter));
        return;
    }
    if (f_.has(Slot::half)) {
        if (grain_ == Grain::year)
            text_ = fmt::format("{}-H{}", year_text(day.year), f_.integer(Slot::half));
        else
            out_.add_details().mod = std::string(f_.integer(Slot::half) == 1 ? "START" : "END");
        return;
    }
    if (!f_.has(Slot::nth) || !f_.has(Slot::nunit)) return;
    const std::string_view unit = table_.symbol(f_.get(Slot::nunit));
    const std::int32_t nth = f_.integer(Slot::nth);
    if (grain_ == Grain::day && unit == "W") {  // the week of 6 October
        set(Grain::week, day_);
        return;
    }
    if (grain_ == Grain::day && unit == "WE") {  // the weekend of a holiday: the one beside it
        const std::int32_t w = weekday_of(day_);
        set(Grain::weekend, w <= 3 ? day_ - w : day_);
        return;
    }
    std::int32_t first = day_, last = day_;
    if (grain_ == Grain::year) {
        first = day_number({day.year, 1, 1});
        last = day_number({day.year, 12, 31});
    } else if (grain_ == Grain::month) {
        first = day_number({day.year, day.month, 1});
        last = day_number({day.year, day.month, days_in_month(day.year, day.month)});
    } else if (grain_ == Grain::week) {
        first = day_ - weekday_of(day_) + 1;
        last = first + 6;
    }
    if (unit == "D") {
        set(Grain::day, nth < 0 ? last : first + nth - 1);
    } else if (unit == "W") {
        // the last week that lies wholly inside; the first that begins inside
        if (nth < 0)
            set(Grain::week, last - weekday_of(last) % 7);
        else
            set(Grain::week, first + (8 - weekday_of(first)) % 7 + 7 * (nth - 1));
    } else if (unit == "WE") {
        if (nth < 0)
            set(Grain::weekend, last - weekday_of(last) % 7);
        else
            set(Grain::weekend, first + (6 - weekday_of(first) + 7) % 7 + 7 * (nth - 1));
    } else if (unit == "M" && grain_ == Grain::year) {
        set(Grain::month, day.year, nth < 0 ? 12 : std::clamp(nth, 1, 12));
    } else if (unit == "WD") {  // the first Monday of September
        const std::int32_t w = f_.integer(Slot::a);
        if (nth < 0)
            set(Grain::day, last - (weekday_of(last) - w + 7) % 7);
        else
            set(Grain::day, first + (w - weekday_of(first) + 7) % 7 + 7 * (nth - 1));
    }
}

}  // namespace analyze::temporal
