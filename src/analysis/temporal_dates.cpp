// Calendar dates, whole and with parts left open: which day, month or year is meant.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "analyze/base/ascii.hpp"

#include "temporal_resolver.hpp"

namespace analyze::temporal {

bool Resolver::base() {
    if (f_.has(Slot::ymd)) {
        const auto number = static_cast<std::int64_t>(f_.get(Slot::ymd));
        return whole_date(static_cast<std::int32_t>(number / 10000),
                          static_cast<std::int32_t>(number / 100 % 100),
                          static_cast<std::int32_t>(number % 100));
    }
    if (f_.has(Slot::a) && f_.has(Slot::b)) return numeric();
    if (f_.has(Slot::century)) {
        std::int32_t first = f_.integer(Slot::century);
        if (first < 1 || first > 99) return false;
        const bool bc = f_.has(Slot::era) && f_.get(Slot::era) < 0;
        text_ = bc ? fmt::format("-{:02}", first - 1) : fmt::format("{:02}", first - 1);
        return true;
    }
    if (f_.has(Slot::decade)) return decade();
    if (f_.has(Slot::rel) || f_.has(Slot::off)) {
        if (relative()) return true;
        return false;
    }
    if (f_.has(Slot::holiday)) return holiday();
    if (has_year()) return dated();
    if (f_.has(Slot::m)) return undated_month();
    if (f_.has(Slot::w)) {
        if (f_.has(Slot::d)) return weekday_of_month();
        if ((f_.has(Slot::n) || f_.has(Slot::vague)) && !f_.has(Slot::unit))
            return counted_weekdays();
        return bare_weekday();
    }
    if (f_.has(Slot::d)) return bare_day();
    if (f_.has(Slot::season) || f_.has(Slot::quarter) || f_.has(Slot::half)) return undated_part();
    if (f_.has(Slot::n) || f_.has(Slot::vague)) return offset_base();
    return true;
}

std::int32_t Resolver::year() const {
    if (f_.has(Slot::y)) {
        std::int32_t y = f_.integer(Slot::y);
        if (y < 100 && f_.has(Slot::yy)) y = y * 100 + f_.integer(Slot::yy);  // nineteen eighty-six
        return f_.has(Slot::era) && f_.get(Slot::era) < 0 ? -y : y;
    }
    const std::int32_t short_year = f_.integer(Slot::yy);
    // two digits: no more than 20 years ahead of the reference
    const std::int32_t pivot = context_.reference ? context_.reference->year : 2020;
    std::int32_t y = pivot / 100 * 100 + short_year;
    if (y > pivot + 20) y -= 100;
    return y;
}

bool Resolver::whole_date(std::int32_t y, std::int32_t m, std::int32_t d) {
    if (!is_date(y, m, d)) return false;
    set(Grain::day, y, m, d);
    return true;
}

/// 7/8/2007, 7/8/07, 7/8.
bool Resolver::numeric() {
    const std::int32_t a = f_.integer(Slot::a), b = f_.integer(Slot::b);
    const bool day_first = a > 12 || (b <= 12 && context_.day_first);
    const std::int32_t m = day_first ? b : a, d = day_first ? a : b;
    const auto value = [&](std::int32_t month, std::int32_t day) -> std::string {
        if (has_year())
            return is_date(year(), month, day)
                       ? fmt::format("{}-{:02}-{:02}", year_text(year()), month, day)
                       : "";
        if (!is_date(2000, month, day)) return "";
        undated_day(month, day);
        std::string result = text_.empty() ? day_text(day_) : text_;
        text_.clear();
        return result;
    };
    const std::string first = value(m, d);
    if (first.empty()) return false;
    const std::string second = value(d, m);
    if (!context_.order_known && a <= 12 && b <= 12 && a != b && !second.empty())
        out_.add_details().values = {first, second};
    if (has_year())
        set(Grain::day, year(), m, d);
    else
        undated_day(m, d);
    return true;
}

bool Resolver::decade() {
    std::int32_t first = f_.integer(Slot::decade);
    if (first % 10 != 0) return false;
    if (first < 100) {
        // the '80s, the eighties: the last such decade that has begun
        const std::int32_t pivot = context_.reference ? context_.reference->year : 2020;
        first += pivot / 100 * 100;
        if (first > pivot) first -= 100;
    }
    text_ = fmt::format("{:03}", first / 10);
    if (first % 100 == 0 && f_.has(Slot::style)) text_ = fmt::format("{:02}", first / 100);
    return true;
}

bool Resolver::dated() {
    const std::int32_t y = year();
    if (f_.has(Slot::season)) {
        set(Grain::season, y, kSeasonMonth[season()]);
        return true;
    }
    if (f_.has(Slot::m) && f_.has(Slot::d))
        return whole_date(y, f_.integer(Slot::m), f_.integer(Slot::d));
    if (f_.has(Slot::m)) {
        set(Grain::month, y, f_.integer(Slot::m));
        return true;
    }
    set(Grain::year, y, 1);
    return true;
}

/// The year for a month and day of the year, by tense and by what was mentioned before.
std::optional<std::int32_t> Resolver::guess_year(std::int32_t m, std::int32_t d) const {
    if (context_.narrative && context_.last_year && tense_ != Tense::future)
        return context_.last_year;
    if (!context_.reference) return std::nullopt;
    const CivilDay& now = *context_.reference;
    const std::int32_t here = m * 32 + d, today = now.month * 32 + now.day;
    if (tense_ == Tense::future) return here >= today ? now.year : now.year + 1;
    return here <= today ? now.year : now.year - 1;
}

void Resolver::undated_day(std::int32_t m, std::int32_t d) {
    auto y = guess_year(m, d);
    // February 29: the next leap year under a cue of the future, else the last one; eight years
    // lie between two at most
    for (std::int32_t step = 0; y && step < 8 && !is_date(*y, m, d); ++step)
        *y += tense_ == Tense::future ? 1 : -1;
    if (y && is_date(*y, m, d))
        set(Grain::day, *y, m, d);
    else
        text_ = fmt::format("XXXX-{:02}-{:02}", m, d);
}

bool Resolver::undated_month() {
    const std::int32_t m = f_.integer(Slot::m);
    if (f_.has(Slot::d)) {
        if (!is_date(2000, m, f_.integer(Slot::d))) return false;
        undated_day(m, f_.integer(Slot::d));
        return true;
    }
    const auto y = guess_year(m, tense_ == Tense::future ? 31 : 1);
    if (y)
        set(Grain::month, *y, m);
    else
        text_ = fmt::format("XXXX-{:02}", m);
    return true;
}

bool Resolver::bare_weekday() {
    const std::int32_t w = f_.integer(Slot::w);
    if (!context_.reference) {
        text_ = fmt::format("XXXX-WXX-{}", w);
        return true;
    }
    const std::int32_t now = day_number(*context_.reference);
    const std::int32_t back = (weekday_of(now) - w + 7) % 7;
    set(Grain::day, tense_ == Tense::future ? now + (7 - back) % 7 : now - back);
    return true;
}

/// "two Fridays ago": today's weekday is not counted.
bool Resolver::counted_weekdays() {
    const std::int32_t w = f_.integer(Slot::w);
    const bool back = f_.has(Slot::dir) && f_.get(Slot::dir) < 0;
    if (f_.has(Slot::vague)) {
        text_ = back ? "PAST_REF" : "FUTURE_REF";
        return true;
    }
    const double n = f_.get(Slot::n);
    if (n < 1 || n > 2000 || n != std::floor(n)) return false;
    const auto from = f_.has(Slot::anchor) ? anchor("D") : std::nullopt;
    if (!from && !context_.reference) {
        text_ = fmt::format("XXXX-WXX-{}", w);
        return true;
    }
    const std::int32_t now = day_number(from ? *from : *context_.reference);
    const std::int32_t first =
        back ? -((weekday_of(now) - w + 6) % 7 + 1) : (w - weekday_of(now) + 6) % 7 + 1;
    const std::int32_t more = 7 * (static_cast<std::int32_t>(n) - 1);
    set(Grain::day, now + first + (back ? -more : more));
    text_ = day_text(day_);
    return true;
}

/// "Monday the 27th": the nearest month in which they fall together.
bool Resolver::weekday_of_month() {
    const std::int32_t w = f_.integer(Slot::w), d = f_.integer(Slot::d);
    if (!context_.reference) {
        text_ = fmt::format("XXXX-XX-{:02}", d);
        return d <= 31;
    }
    for (std::int32_t step = 0; step < 24; ++step) {
        const std::int32_t shift =
            tense_ == Tense::future ? step : (step % 2 ? -(step + 1) / 2 : step / 2);
        const std::int32_t months =
            context_.reference->year * 12 + context_.reference->month - 1 + shift;
        const std::int32_t y = months / 12, m = months % 12 + 1;
        if (is_date(y, m, d) && weekday_of(day_number({y, m, d})) == w) return whole_date(y, m, d);
    }
    text_ = fmt::format("XXXX-XX-{:02}", d);
    return d <= 31;
}

bool Resolver::bare_day() {
    const std::int32_t d = f_.integer(Slot::d);
    if (d < 1 || d > 31) return false;
    if (!context_.reference) {
        text_ = fmt::format("XXXX-XX-{:02}", d);
        return true;
    }
    const CivilDay& now = *context_.reference;
    const bool ahead = tense_ == Tense::future;
    std::int32_t months = now.year * 12 + now.month - 1;
    if (ahead ? d < now.day : d > now.day) months += ahead ? 1 : -1;
    if (ahead && !is_date(months / 12, months % 12 + 1, d)) ++months;  // the 31st, said in June
    if (!is_date(months / 12, months % 12 + 1, d))
        text_ = fmt::format("XXXX-XX-{:02}", d);
    else
        set(Grain::day, months / 12, months % 12 + 1, d);
    return true;
}

/// A season, quarter or half without its year.
bool Resolver::undated_part() {
    std::int32_t month = 1;
    std::string text;
    if (f_.has(Slot::season)) {
        month = kSeasonMonth[season()];
        text = kSeasons[season()];
    } else if (f_.has(Slot::quarter)) {
        month = f_.integer(Slot::quarter) * 3 - 2;
        text = fmt::format("Q{}", f_.integer(Slot::quarter));
    } else {
        month = f_.integer(Slot::half) * 6 - 5;
        text = fmt::format("H{}", f_.integer(Slot::half));
    }
    if (month < 1 || month > 12) return false;
    const auto y = guess_year(month, tense_ == Tense::future ? 31 : 1);
    if (!y) {
        text_ = fmt::format("XXXX-{}", text);
        return true;
    }
    set(f_.has(Slot::season) ? Grain::season : Grain::year, *y, f_.has(Slot::season) ? month : 1);
    return true;
}

/// Of the alternatives of a holiday (the table's [holiday] tells their form) the one that holds
/// where the article comes from; empty: none.
std::string_view Resolver::holiday_here(std::string_view which) const {
    while (true) {
        const std::size_t slash = which.find('/');
        const std::string_view one = which.substr(0, slash);
        const std::size_t equals = one.find('=');
        if (equals == std::string_view::npos) return one;
        const std::string_view money = one.substr(0, equals);
        const bool fits = money.empty() ? context_.home.empty()
                                        : std::find(context_.home.begin(), context_.home.end(),
                                                    money) != context_.home.end();
        if (fits) return one.substr(equals + 1);
        if (slash == std::string_view::npos) return {};
        which.remove_prefix(slash + 1);
    }
}

/// The day of a holiday's form in a year.
std::int32_t Resolver::holiday_in(std::string_view which, std::int32_t y) {
    const auto number = [&](std::size_t at, std::size_t length) {
        std::int32_t value = 0;
        for (std::size_t i = at;
             i < std::min(at + length, which.size()) && ascii::is_digit(which[i]); ++i)
            value = value * 10 + (which[i] - '0');
        return value;
    };
    const std::size_t plus = which.find('+');
    const std::int32_t shift = plus == std::string_view::npos ? 0 : number(plus + 1, 3);
    which = which.substr(0, plus);
    if (which.starts_with("easter")) {
        const std::int32_t before = which.size() > 7 ? number(7, 3) : 0;
        return day_number(easter_sunday(y)) + shift - before;
    }
    const std::int32_t m = std::clamp(number(0, 2), 1, 12);
    const std::size_t dash = which.find('-', 3);
    if (dash == std::string_view::npos) {
        const std::int32_t d = std::clamp(number(3, 2), 1, days_in_month(y, m));
        return day_number({y, m, d}) + shift;
    }
    const std::int32_t w = number(3, 2), n = number(dash + 1, 1);
    if (n == 9) {
        const std::int32_t last = day_number({y, m, days_in_month(y, m)});
        return last - (weekday_of(last) - w + 7) % 7 + shift;
    }
    const std::int32_t first = day_number({y, m, 1});
    return first + (w - weekday_of(first) + 7) % 7 + (n - 1) * 7 + shift;
}

bool Resolver::holiday() {
    const std::string_view which = holiday_here(table_.symbol(f_.get(Slot::holiday)));
    if (which.empty() || which == "moon") {  // of which country; by a calendar not computed here
        text_ = has_year() ? year_text(year()) : "XXXX-XX-XX";
        return true;
    }
    const auto day_in = [&](std::int32_t y) { return holiday_in(which, y); };
    if (has_year()) {
        set(Grain::day, day_in(year()));
        return true;
    }
    std::optional<std::int32_t> y;
    if (context_.reference) {
        const std::int32_t now = day_number(*context_.reference);
        y = context_.reference->year;
        const std::int32_t rel = f_.has(Slot::rel) ? f_.integer(Slot::rel) : 0;
        if (rel < 0 || (rel == 0 && tense_ != Tense::future)) {
            if (day_in(*y) > now) --*y;
        } else if (day_in(*y) < now) {
            ++*y;
        }
    }
    if (y)
        set(Grain::day, day_in(*y));
    else if (f_.has(Slot::nunit))
        text_ = open_value(table_.symbol(f_.get(Slot::nunit)));
    else
        text_ = which.size() == 5 && !which.starts_with("easter") ? fmt::format("XXXX-{}", which)
                                                                  : "XXXX-XX-XX";
    return true;
}

}  // namespace analyze::temporal
