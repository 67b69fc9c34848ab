// From what a rule noted about a date, time, duration or set to its TIMEX3 value.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "temporal_resolver.hpp"

namespace analyze::temporal {
namespace {

constexpr std::int32_t kClockAnchor = 2;  ///< Slot::anchor: from a time of day, too

}  // namespace

bool Resolver::run() {
    if (f_.has(Slot::mod)) out_.add_details().mod = symbol(Slot::mod);
    if (f_.has(Slot::quant)) out_.add_details().quant = symbol(Slot::quant);
    if (out_.kind == ExpressionKind::duration) return duration_value();
    if (out_.kind == ExpressionKind::set) return set_value();
    return date_value();
}

std::string Resolver::symbol(Slot slot) const {
    return std::string(table_.symbol(f_.get(slot)));
}

double Resolver::count() const {
    return (f_.has(Slot::n) ? f_.get(Slot::n) : 1) * (f_.has(Slot::mul) ? f_.get(Slot::mul) : 1);
}

bool Resolver::duration_value() {
    if (!f_.has(Slot::unit)) return false;
    out_.value = duration(count() + (f_.has(Slot::sub) ? f_.get(Slot::sub) : 0),
                          f_.has(Slot::vague), table_.symbol(f_.get(Slot::unit)));
    if (f_.has(Slot::unit2)) {  // two hours and ten minutes
        std::string rest = duration(f_.get(Slot::amt2), false, table_.symbol(f_.get(Slot::unit2)));
        const bool clock = rest.starts_with("PT");
        const bool already = out_.value.find('T') != std::string::npos;
        out_.value += rest.substr(clock && already ? 2 : 1);
    }
    return true;
}

bool Resolver::set_value() {
    if (f_.has(Slot::freq))
        out_.add_details().freq = fmt::format("{}X", decimal(f_.get(Slot::freq)));
    if (out_.details().quant.empty()) out_.add_details().quant = std::string("EVERY");
    if (f_.has(Slot::w))
        out_.value = fmt::format("XXXX-WXX-{}", f_.integer(Slot::w));
    else if (f_.has(Slot::m) && f_.has(Slot::d))
        out_.value = fmt::format("XXXX-{:02}-{:02}", f_.integer(Slot::m), f_.integer(Slot::d));
    else if (f_.has(Slot::m))
        out_.value = fmt::format("XXXX-{:02}", f_.integer(Slot::m));
    else if (f_.has(Slot::season))
        out_.value = fmt::format("XXXX-{}", kSeasons[season()]);
    else if (f_.has(Slot::unit)) {
        out_.value = duration(count(), f_.has(Slot::vague), table_.symbol(f_.get(Slot::unit)));
        return true;
    } else if (!f_.has(Slot::part) && !f_.has(Slot::h)) {
        return false;
    }
    std::string clock;
    if (!clock_text(clock)) return false;
    out_.value += clock;
    return true;
}

std::size_t Resolver::season() const {
    return static_cast<std::size_t>(std::clamp(f_.integer(Slot::season), 1, 4) - 1);
}

bool Resolver::date_value() {
    if (f_.has(Slot::ref)) return reference_value();
    grain_ = Grain::none;
    if (counted_clock()) return true;
    const bool has_clock = f_.has(Slot::h) || f_.has(Slot::hm) || f_.has(Slot::part);
    if (!base()) return false;
    if (!text_.empty()) {  // stays open: placeholders, PAST_REF
        out_.value = text_;
    } else if (grain_ != Grain::none) {
        if (f_.has(Slot::n) || f_.has(Slot::vague)) {
            if (!offset()) return false;
        }
        if (text_.empty() && (f_.has(Slot::nth) || f_.has(Slot::quarter) || f_.has(Slot::half)))
            part_of();
        if (text_.empty()) text_ = print();
        out_.value = text_;
    } else if (has_clock) {
        out_.value = known_day();
    } else {
        return false;
    }
    if (has_clock) {
        std::string clock;
        if (!clock_text(clock)) return false;
        if (out_.value.size() < 10 && out_.value.find('W') == std::string::npos)
            out_.value = std::string("XXXX-XX-XX");
        out_.value += clock;
    }
    if (f_.has(Slot::h) || f_.has(Slot::hm))
        context_.last_time = out_.value;
    else
        context_.last_time.clear();
    remember();
    return !out_.value.empty();
}

std::string Resolver::known_day() const {
    if (context_.last_day) return day_text(day_number(*context_.last_day));
    if (context_.reference) return day_text(day_number(*context_.reference));
    return "XXXX-XX-XX";
}

bool Resolver::counted_clock() {
    if (!f_.has(Slot::n) || !f_.has(Slot::unit) || f_.has(Slot::vague)) return false;
    std::string from;
    if (f_.has(Slot::h) || f_.has(Slot::hm)) {
        if (!clock_text(from)) return false;
        from = known_day() + from;
    } else if (f_.has(Slot::anchor) && f_.integer(Slot::anchor) == kClockAnchor) {
        from = context_.last_time;
    }
    const auto seconds_in = [&](Slot unit) {
        const std::string_view name = table_.symbol(f_.get(unit));
        return name == "H" ? 3600 : name == "TM" ? 60 : name == "TS" ? 1 : 0;
    };
    const std::size_t t = from.find('T');
    if (t == std::string::npos || seconds_in(Slot::unit) == 0) return false;
    const auto two_digits = [&](std::size_t at) {
        return (from[at] - '0') * 10 + (from[at + 1] - '0');
    };
    const bool to_second = from.size() > t + 6 && from[t + 6] == ':';
    const std::string zone = from.substr(t + (to_second ? 9 : 6));
    double count_of =
        (count() + (f_.has(Slot::sub) ? f_.get(Slot::sub) : 0)) * seconds_in(Slot::unit);
    if (f_.has(Slot::unit2)) count_of += f_.get(Slot::amt2) * seconds_in(Slot::unit2);
    if (!(count_of < 30 * 86400.0)) return false;
    const auto moved = static_cast<std::int32_t>(std::lround(count_of));
    std::int32_t second = two_digits(t + 1) * 3600 + two_digits(t + 4) * 60 +
                          (to_second ? two_digits(t + 7) : 0) +
                          (f_.get(Slot::dir) < 0 ? -moved : moved);
    const std::int32_t days = (second >= 0 ? second : second - 86399) / 86400;
    second -= days * 86400;
    out_.value = from.substr(0, t);
    if (const auto day = parse_day(out_.value)) {
        set(Grain::day, day_number(*day) + days);
        out_.value = day_text(day_);
    }
    out_.value += fmt::format("T{:02}:{:02}", second / 3600, second / 60 % 60);
    if (to_second || second % 60 != 0) out_.value += fmt::format(":{:02}", second % 60);
    out_.value += zone;
    out_.kind = ExpressionKind::time;
    context_.last_time = out_.value;
    remember();
    return true;
}

bool Resolver::reference_value() {
    const std::string_view what = table_.symbol(f_.get(Slot::ref));
    if (what == "THAT_YEAR" || what == "THAT_DAY" || what == "THAT_MONTH") {
        if (what == "THAT_YEAR" && context_.last_year)
            out_.value = year_text(*context_.last_year);
        else if (what == "THAT_DAY" && context_.last_day)
            out_.value = day_text(day_number(*context_.last_day));
        else if (what == "THAT_MONTH" && context_.last_day)
            out_.value = fmt::format("{}-{:02}", year_text(context_.last_day->year),
                                     context_.last_day->month);
        else
            out_.value = std::string(what == "THAT_YEAR"  ? "XXXX"
                                     : what == "THAT_DAY" ? "XXXX-XX-XX"
                                                          : "XXXX-XX");
        return true;
    }
    out_.value = what;
    return true;
}

void Resolver::set(Grain grain, std::int32_t number) {
    grain_ = grain;
    day_ = number;
}

void Resolver::set(Grain grain, std::int32_t year, std::int32_t month, std::int32_t day) {
    set(grain,
        day_number({year, month, std::clamp(day, 1, std::max(1, days_in_month(year, month)))}));
}

std::string Resolver::print() const {
    const CivilDay day = civil_day(day_);
    switch (grain_) {
        case Grain::year:
            return year_text(day.year);
        case Grain::season:
            return fmt::format("{}-{}", year_text(day.year),
                               kSeasons[static_cast<std::size_t>(day.month / 3 - 1)]);
        case Grain::month:
            return fmt::format("{}-{:02}", year_text(day.year), day.month);
        case Grain::week:
        case Grain::weekend: {
            const IsoWeek week = iso_week(day_);
            return fmt::format("{}-W{:02}{}", year_text(week.year), week.week,
                               grain_ == Grain::weekend ? "-WE" : "");
        }
        default:
            return day_text(day_);
    }
}

/// "T18:40", "TMO", with the zone; empty without one. False: no such time.
bool Resolver::clock_text(std::string& out) {
    std::int32_t h = 0, min = 0;
    if (f_.has(Slot::hm)) {
        const auto hundredths = static_cast<std::int32_t>(std::lround(f_.get(Slot::hm) * 100));
        h = hundredths / 100;
        min = hundredths % 100;
    } else if (f_.has(Slot::h)) {
        h = f_.integer(Slot::h);
        if (f_.has(Slot::min)) min = f_.integer(Slot::min);
    } else {
        if (f_.has(Slot::part)) out = fmt::format("T{}", symbol(Slot::part));
        return true;
    }
    if (f_.has(Slot::dir) && !f_.has(Slot::n)) {  // ten to six, half past eight
        if (f_.get(Slot::dir) < 0) {
            min = 60 - min;
            h = h == 0 ? 23 : h - 1;
        }
    }
    const std::string_view part =
        f_.has(Slot::part) ? table_.symbol(f_.get(Slot::part)) : std::string_view{};
    if (f_.has(Slot::ap)) {
        if (h > 12 && f_.integer(Slot::ap) == 0) return false;
        if (h < 12 && f_.integer(Slot::ap) == 1)
            h += 12;
        else if (h == 12 && f_.integer(Slot::ap) == 0)
            h = 0;
    } else if (h < 12 && (part == "AF" || part == "EV" || (part == "NI" && h > 4))) {
        h += 12;
    } else if (h == 12 && part == "NI") {
        h = 0;
    }
    if (h > 24 || min > 59 || h < 0 || (h == 24 && min != 0)) return false;
    out = fmt::format("T{:02}:{:02}", h, min);
    if (f_.has(Slot::sec)) out += fmt::format(":{:02}", f_.integer(Slot::sec));
    if (f_.has(Slot::zone)) {
        const std::int32_t zone = f_.integer(Slot::zone);
        if (zone == 0)
            out += 'Z';
        else
            out += fmt::format("{}{:02}:{:02}", zone < 0 ? '-' : '+', std::abs(zone) / 60,
                               std::abs(zone) % 60);
    }
    return true;
}

void Resolver::remember() {
    if (grain_ == Grain::none || !text_or_day()) return;
    const CivilDay day = civil_day(day_);
    if (context_.last_year && *context_.last_year != day.year) context_.last_month.reset();
    context_.last_year = day.year;
    if (grain_ == Grain::day || grain_ == Grain::month)
        context_.last_month = CivilDay{day.year, day.month, 1};
    if (grain_ == Grain::day)
        context_.last_day = day;
    else if (context_.last_day && (context_.last_day->year != day.year || grain_ == Grain::month))
        context_.last_day.reset();
}

bool Resolver::text_or_day() const {
    return !out_.value.starts_with("X") && !out_.value.ends_with("_REF");
}
std::string duration(double count, bool vague, std::string_view unit) {
    if (unit == "QU") {
        count *= 3;
        unit = "M";
    }
    const bool clock = unit == "H" || unit == "TM" || unit == "TS";
    if (unit == "TM") unit = "M";
    if (unit == "TS") unit = "S";
    return fmt::format("P{}{}{}", clock ? "T" : "", vague ? "X" : decimal(count), unit);
}

bool resolve_time(const Table& table, const Frame& frame, Tense tense, Context& context,
                  Expression& result) {
    return Resolver(table, frame, tense, context, result).run();
}

}  // namespace analyze::temporal
