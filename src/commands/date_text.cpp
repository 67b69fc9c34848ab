// Dates, times, durations and sets as people write them, from their TIMEX3 values.
// SPDX-License-Identifier: Apache-2.0
#include "date_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "analyze/base/ascii.hpp"

namespace analyze {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
std::string_view word_for(const Words (&words)[N], std::string_view key) {
    for (const auto& [known, word] : words)
        if (known == key) return word;
    return {};
}

constexpr Words kReferences[] = {
    {"PAST_REF", "past"}, {"PRESENT_REF", "now"}, {"FUTURE_REF", "future"}};
constexpr Words kSeasons[] = {
    {"SP", "spring"}, {"SU", "summer"}, {"FA", "autumn"}, {"WI", "winter"}};
constexpr Words kHalves[] = {{"H1", "first half"}, {"H2", "second half"}};
constexpr Words kParts[] = {{"MO", "morning"}, {"AF", "afternoon"}, {"EV", "evening"},
                            {"NI", "night"},   {"DT", "daytime"},   {"MI", "noon"}};
constexpr Words kUnits[] = {{"Y", "year"},     {"M", "month"},   {"W", "week"},
                            {"D", "day"},      {"DE", "decade"}, {"CE", "century"},
                            {"WE", "weekend"}, {"SP", "spring"}, {"SU", "summer"},
                            {"FA", "autumn"},  {"WI", "winter"}};
constexpr Words kClockUnits[] = {{"H", "hour"}, {"M", "minute"}, {"S", "second"}};
constexpr Words kMods[] = {{"START", "start of "},
                           {"MID", "middle of "},
                           {"END", "end of "},
                           {"APPROX", "about "},
                           {"LESS_THAN", "less than "},
                           {"MORE_THAN", "more than "},
                           {"EQUAL_OR_LESS", "at most "},
                           {"EQUAL_OR_MORE", "at least "},
                           {"BEFORE", "before "},
                           {"AFTER", "after "}};
constexpr std::string_view kDays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday"};
constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};

bool digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), ascii::is_digit);
}
std::size_t number(std::string_view text) {
    std::size_t value = 0;
    for (const char c : text.substr(0, 6)) value = value * 10 + static_cast<std::size_t>(c - '0');
    return value;
}
/// Of a list of names the Nth, from "01"; empty where there is none.
template <std::size_t N>
std::string_view nth(const std::string_view (&names)[N], std::string_view text) {
    return digits(text) && number(text) - 1 < N ? names[number(text) - 1] : std::string_view();
}

std::string ordinal(std::size_t n) {
    const std::size_t tens = n / 10 % 10, ones = n % 10;
    return fmt::format("{}{}", n,
                       tens == 1 || ones == 0 || ones > 3 ? "th"
                       : ones == 1                        ? "st"
                       : ones == 2                        ? "nd"
                                                          : "rd");
}

/// "1961" as it is, "-0044" "44 BC".
std::string year_text(std::string_view year, bool bc) {
    return bc ? fmt::format("{} BC", number(year)) : std::string(year);
}

/// What stands behind the year: "SU", "Q1", "H2", "W12", "W12-WE".
std::string part_of_year(std::string_view part, const std::string& year) {
    if (const auto season = word_for(kSeasons, part); !season.empty())
        return fmt::format("{} {}", season, year);
    if (const auto half = word_for(kHalves, part); !half.empty())
        return fmt::format("{} of {}", half, year);
    if (part.size() == 2 && part[0] == 'Q' && digits(part.substr(1)))
        return fmt::format("{} {}", part, year);
    if (part.size() < 3 || part[0] != 'W' || !digits(part.substr(1, 2))) return {};
    const std::size_t week = number(part.substr(1, 2));
    if (part.size() == 3) return fmt::format("week {} of {}", week, year);
    if (part.substr(3) == "-WE") return fmt::format("weekend of week {} of {}", week, year);
    return {};
}

/// Placeholders: "XXXX-03-14", "XXXX-WXX-5", "XXXX-SU". Behind a known year only the day is open.
std::string open_text(std::string_view timex) {
    if (timex == "XX") return "century open";
    if (timex == "XXX") return "decade open";
    if (timex == "XXXX") return "year open";
    if (timex == "XXXX-XX") return "month open";
    if (timex == "XXXX-XX-XX") return "day open";
    if (timex == "XXXX-WXX") return "week open";
    if (timex == "XXXX-WXX-WE") return "weekend open";
    if (timex == "XXXX-QX") return "quarter open";
    if (!timex.starts_with("XXXX-")) return {};
    timex.remove_prefix(5);
    if (timex.starts_with("WXX-"))
        if (const auto day = nth(kDays, timex.substr(4)); !day.empty())
            return fmt::format("{}, week open", day);
    if (timex.size() == 5 && timex.starts_with("XX-") && digits(timex.substr(3)))
        return fmt::format("day {}, month open", number(timex.substr(3)));
    if (const auto month = nth(kMonths, timex.substr(0, 2)); !month.empty()) {
        if (timex.size() == 2) return fmt::format("{}, year open", month);
        if (timex.size() == 5 && digits(timex.substr(3)))
            return fmt::format("{} {}, year open", number(timex.substr(3)), month);
    }
    const auto season = word_for(kSeasons, timex);
    return season.empty() ? std::string() : fmt::format("{}, year open", season);
}

std::string day_text(std::string_view timex) {
    if (std::string open = open_text(timex); !open.empty()) return open;
    const bool bc = timex.starts_with('-');
    const std::string_view plain = timex.substr(bc ? 1 : 0);
    const std::string_view head = plain.substr(0, plain.find('-'));
    if (!digits(head)) return std::string(timex);
    if (plain.size() == 2)
        return fmt::format("{} century{}", ordinal(number(plain) + 1), bc ? " BC" : "");
    if (plain.size() == 3) return fmt::format("{}{}0s", bc ? "-" : "", plain);
    if (head.size() != 4) return std::string(timex);
    if (plain.size() == 4) return year_text(plain, bc);
    const std::string part = part_of_year(plain.substr(5), year_text(head, bc));
    return part.empty() ? std::string(timex) : part;
}

/// "18:40", "18:40 UTC", "18:40 +02:00", "morning", "hour open".
std::string clock_text(std::string_view clock) {
    if (clock.starts_with("XX:XX")) return "hour open";
    if (const auto part = word_for(kParts, clock); !part.empty()) return std::string(part);
    if (clock.ends_with('Z')) return fmt::format("{} UTC", clock.substr(0, clock.size() - 1));
    const std::size_t zone = clock.find_first_of("+-");
    if (zone == std::string_view::npos) return std::string(clock);
    return fmt::format("{} {}", clock.substr(0, zone), clock.substr(zone));
}

}  // namespace

std::string date_text(std::string_view timex) {
    if (const auto word = word_for(kReferences, timex); !word.empty()) return std::string(word);
    const std::size_t t = timex.find('T');
    if (t == std::string_view::npos) return day_text(timex);
    std::string clock = clock_text(timex.substr(t + 1));
    const std::string_view day = timex.substr(0, t);
    if (day.empty() || day == "XXXX-XX-XX") return clock;
    return fmt::format("{} {}", day_text(day), clock);
}

std::string duration_text(std::string_view timex) {
    std::string out;
    std::string_view left = timex.substr(timex.starts_with('P') ? 1 : 0);
    if (left.size() == timex.size() || left.empty()) return std::string(timex);
    bool clock = false;
    while (!left.empty()) {
        if (left.front() == 'T') {
            clock = true;
            left.remove_prefix(1);
        }
        const std::size_t count_end = std::min(left.find_first_not_of("0123456789.X"), left.size());
        std::string_view count = left.substr(0, count_end);
        left.remove_prefix(count_end);
        const std::size_t unit_end = std::min(left.find_first_of("0123456789.XT"), left.size());
        const std::string_view unit = left.substr(0, unit_end);
        left.remove_prefix(unit_end);
        const auto word = clock ? word_for(kClockUnits, unit) : word_for(kUnits, unit);
        if (count.empty() || word.empty()) return std::string(timex);
        const bool one = count == "1";
        out += fmt::format("{}{} {}", out.empty() ? "" : " ", count == "X" ? "some" : count,
                           one            ? word
                           : unit == "CE" ? "centuries"
                                          : std::string(word) + "s");
    }
    return out;
}

std::string time_text(const Expression& expression) {
    const std::string_view value = expression.value;
    const std::string mod(word_for(kMods, expression.details().mod));
    if (expression.kind == ExpressionKind::duration) return mod + duration_text(value);
    if (expression.kind != ExpressionKind::set) return mod + date_text(value);
    const bool period = value.starts_with('P');
    std::string what = period ? duration_text(value) : date_text(value);
    if (period && what.starts_with("1 ")) what.erase(0, 2);
    if (const std::size_t open = what.find(", "); open != std::string::npos) {
        const std::size_t at = what.find("open", open);  // "Monday, week open 09:00"
        if (at != std::string::npos) what.erase(open, at + 4 - open);
    }
    if (const std::string& freq = expression.details().freq; freq.ends_with('X')) {
        const std::string times = freq.substr(0, freq.size() - 1);
        return fmt::format("{} per {}",
                           times == "1"   ? "once"
                           : times == "2" ? "twice"
                                          : times + " times",
                           what);
    }
    return "every " + what;
}

}  // namespace analyze
