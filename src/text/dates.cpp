// Calendar dates as articles write them: 2024-03-15, March 15, 2024, 15 Mar 2024, 15.03.2024 …
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "analyze/base/ascii.hpp"

#include "front_words.hpp"

namespace analyze {
namespace {

bool letter(char c) {
    return ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::size_t kLongestWord = 24;  // bytes of the longest month or weekday

/// Walks over a text from left to right; every step is bounded by the longest date.
class Cursor {
public:
    Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}
    [[nodiscard]] std::size_t at() const { return at_; }
    void back_to(std::size_t at) { at_ = at; }
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    bool eat(char c) { return peek() == c ? (++at_, true) : false; }
    bool spaces() {
        const std::size_t begin = at_;
        while ((peek() == ' ' || peek() == '\t') && at_ - begin < 4) ++at_;
        return at_ > begin;
    }
    /// A run of at most `most` digits, or -1; `length` receives how many.
    int number(std::size_t most, std::size_t& length) {
        std::size_t end = at_;
        int value = 0;
        while (end < text_.size() && ascii::is_digit(text_[end]) && end - at_ <= most)
            value = value * 10 + (text_[end++] - '0');
        length = end - at_;
        if (length == 0 || length > most) return -1;
        at_ = end;
        return value;
    }
    std::string_view word() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && letter(text_[at_]) && at_ - begin < kLongestWord) ++at_;
        return text_.substr(begin, at_ - begin);
    }

private:
    std::string_view text_;
    std::size_t at_;
};

/// Index from 1 of the name that `word` is or abbreviates with at least `shortest` letters, else 0.
template <std::size_t N>
int name_index(std::string_view word, const std::array<std::string_view, N>& names,
               std::size_t shortest) {
    if (word.size() < shortest) return 0;
    for (std::size_t i = 0; i < N; ++i) {
        const std::string_view name = names[i];
        const bool known_short =
            word.size() == 3 || word.size() == name.size() || (word.size() == 4 && name.size() > 5);
        if (word.size() > name.size() || !known_short) continue;
        if (std::equal(word.begin(), word.end(), name.begin(),
                       [](char a, char b) { return ascii::lower(a) == b; }))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

constexpr std::array<std::string_view, 1> kShortThursday{"thurs"};
constexpr int kFirstYear = 1000, kEndYear = 2200;  // of what is a year and not some number

int days_in(int year, int month) {
    static constexpr std::array<int, 12> kDays{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    const bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return month == 2 && !leap ? 28 : kDays[static_cast<std::size_t>(month - 1)];
}

bool valid(int year, int month, int day) {
    return day >= 1 && day <= days_in(year, month);
}

/// The month that begins here; the cursor stays where none does.
MonthWord month_name(Cursor& in) {
    const std::size_t begin = in.at();
    const std::string_view word = in.word();
    MonthWord found{name_index(word, kMonths, 3), false};
    if (found.month == 0) found = foreign_month(word);
    if (found.month == 0)
        in.back_to(begin);
    else
        in.eat('.');
    return found;
}

/// Goes past "de" or "del" and the blanks behind it: 14 de marzo de 2021.
bool preposition(Cursor& in) {
    const std::size_t begin = in.at();
    const std::string_view word = in.word();
    if ((word == "of" || word == "de" || word == "del") && in.spaces()) return true;
    in.back_to(begin);
    return false;
}

void ordinal(Cursor& in) {
    const std::size_t begin = in.at();
    const std::string_view word = in.word();
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "\xC2\xBA", "\xC2\xB0"})
        if (word == ending) return;
    in.back_to(begin);
}

/// "г." or "года" behind a year.
void russian_year(Cursor& in) {
    const std::size_t begin = in.at();
    if (in.spaces()) {
        const std::string_view word = in.word();
        if (word == "\u0433\u043E\u0434\u0430") return;
        if (word == "\u0433" && in.eat('.')) return;
    }
    in.back_to(begin);
}

int year_behind(Cursor& in) {
    const std::size_t begin = in.at();
    const bool comma = in.eat(',');
    std::size_t length = 0;
    if (in.spaces() || comma) {
        preposition(in);
        const int year = in.number(4, length);
        if (length == 4 && year >= kFirstYear && year < kEndYear && !letter(in.peek())) {
            russian_year(in);
            return year;
        }
    }
    in.back_to(begin);
    return 0;
}

/// 2024-03-15, 2024/3/15, 03/15/2024, 15.03.2024.
std::optional<WrittenDate> numeric(Cursor& in) {
    std::size_t first_length = 0, length = 0;
    const int first = in.number(4, first_length);
    const char mark = in.peek();
    if (first < 0 || first_length == 3 || (mark != '-' && mark != '/' && mark != '.')) return {};
    in.eat(mark);
    const int second = in.number(2, length);
    if (second < 0) return {};
    const std::size_t second_length = length;
    if (!in.eat(mark)) {
        if (first_length == 4 && mark == '-' && second_length == 2 && second >= 1 && second <= 12 &&
            first >= kFirstYear)
            return WrittenDate{0, first, second, 0, false};
        return {};
    }
    const int third = in.number(4, length);
    if (third < 0 || ascii::is_digit(in.peek())) return {};
    if (first_length == 4) {
        if (length > 2 || first < kFirstYear || !valid(first, second, third)) return {};
        return WrittenDate{0, first, second, third, false};
    }
    if (length != 4 || third < kFirstYear) return {};
    const bool month_first = valid(third, first, second), day_first = valid(third, second, first);
    if (mark != '/') {  // with points or hyphens only the order day, month, year is in use
        if (!day_first) return {};
        return WrittenDate{0, third, second, first, false};
    }
    if (month_first) return WrittenDate{0, third, first, second, day_first && first != second};
    if (day_first) return WrittenDate{0, third, second, first, false};
    return {};
}

/// March 15, 2024; Mar. 15; March 2024.
std::optional<WrittenDate> month_first(Cursor& in) {
    WrittenDate date;
    const std::size_t name = in.at();
    date.month = month_name(in).month;
    if (date.month == 0 || !in.spaces()) return {};
    std::size_t length = 0;
    const std::size_t begin = in.at();
    date.day = in.number(2, length);
    if (date.day < 0) {
        in.back_to(begin);
        preposition(in);
        date.day = 0;
        date.year = in.number(4, length);
        if (length != 4 || date.year < kFirstYear || date.year >= kEndYear) return {};
        return date;
    }
    const std::size_t behind_day = in.at();
    in.back_to(name);
    // Only English has the day behind the month.
    if (name_index(in.word(), kMonths, 3) == 0) return {};
    in.back_to(behind_day);
    ordinal(in);
    if (letter(in.peek())) return {};
    date.year = year_behind(in);
    // "May 5,000", "May 2.5": a number that goes on is no day.
    if (date.year == 0 && (in.peek() == ',' || in.peek() == '.') && ascii::is_digit(in.peek(1)))
        return {};
    if (!valid(date.year, date.month, date.day)) return {};
    return date;
}

/// 15 March 2024; 15th of March, 2024; 15-Mar-2024.
std::optional<WrittenDate> day_first(Cursor& in) {
    WrittenDate date;
    std::size_t length = 0;
    date.day = in.number(2, length);
    if (date.day < 1) return {};
    const bool hyphens = in.eat('-');
    if (!hyphens) {
        ordinal(in);
        in.eat('.');  // 14. März
        if (!in.spaces()) return {};
        preposition(in);
    }
    const MonthWord month = month_name(in);
    date.month = month.month;
    if (date.month == 0 || letter(in.peek())) return {};
    if (hyphens) {
        if (!in.eat('-')) return {};
        date.year = in.number(4, length);
        if (length != 4 || date.year < kFirstYear) return {};
    } else {
        date.year = year_behind(in);
    }
    if (month.needs_year && date.year == 0) return {};
    if (!valid(date.year, date.month, date.day)) return {};
    return date;
}

/// "Uhr" or "h" behind a time of day.
void hour_word(Cursor& in) {
    const std::size_t begin = in.at();
    in.spaces();
    const std::string_view word = in.word();
    if (word != "Uhr" && word != "h") in.back_to(begin);
}

/// T09:15:00Z, " 09:15:00 +0000", ", 5:30 p.m. EST", " at 17:30 GMT", " à 9h15", " um 9.15 Uhr".
void time_of_day(Cursor& in) {
    const std::size_t begin = in.at();
    bool led = false;
    if (!in.eat('T')) {
        in.eat(',');
        if (!in.spaces()) return in.back_to(begin);
        for (int words = 0; words < 2; ++words) {  // "a las"
            const std::size_t word = in.at();
            if (!leads_time(in.word()) || !in.spaces()) {
                in.back_to(word);
                break;
            }
            led = true;
        }
    }
    std::size_t length = 0;
    const int hour = in.number(2, length);
    if (hour < 0 || hour > 24) return in.back_to(begin);
    if (in.peek() == 'h' || (led && in.peek() == '.' && ascii::is_digit(in.peek(1)))) {
        in.eat(in.peek());
        if (ascii::is_digit(in.peek()) && in.number(2, length) < 0) return in.back_to(begin);
        if (letter(in.peek())) return in.back_to(begin);
        hour_word(in);
        return;
    }
    if (!(in.eat(':') || in.peek() == ' ')) return in.back_to(begin);
    std::size_t end = begin;
    if (in.peek() != ' ') {
        if (in.number(2, length) < 0) return in.back_to(begin);
        if (in.eat(':') && in.number(2, length) < 0) return in.back_to(begin);
        if (in.eat('.')) in.number(9, length);
        end = in.at();
    }
    const std::size_t before_half = in.at();
    hour_word(in);
    if (end > begin && in.at() > before_half) return;
    in.back_to(before_half);
    in.spaces();
    const char half = ascii::lower(in.peek());
    if (half == 'a' || half == 'p') {
        in.eat(in.peek());
        in.eat('.');
        if (ascii::lower(in.peek()) == 'm') {
            in.eat(in.peek());
            in.eat('.');
            end = in.at();
        }
    }
    if (end == begin) return in.back_to(begin);
    in.back_to(end < before_half ? before_half : end);
    const std::size_t before_zone = in.at();
    in.spaces();
    if (in.eat('Z')) return;
    if (in.peek() == '+' || in.peek() == '-') {
        in.eat(in.peek());
        if (in.number(4, length) >= 0) {
            if (in.eat(':')) in.number(2, length);
            return;
        }
    } else {
        const std::string_view zone = in.word();
        const bool capitals = std::all_of(zone.begin(), zone.end(), ascii::is_upper);
        if (zone.size() >= 2 && zone.size() <= 5 && capitals) return;
    }
    in.back_to(before_zone);
}

}  // namespace

std::string WrittenDate::iso() const {
    if (day == 0) return fmt::format("{:04}-{:02}", year, month);
    if (year == 0) return fmt::format("--{:02}-{:02}", month, day);
    if (!ambiguous) return fmt::format("{:04}-{:02}-{:02}", year, month, day);
    const auto [low, high] = std::minmax({month, day});
    return fmt::format("{0:04}-{1:02}-{2:02}|{0:04}-{2:02}-{1:02}", year, low, high);
}

std::optional<WrittenDate> read_date(std::string_view text, std::size_t at) {
    Cursor in(text, at);
    if (!ascii::is_digit(in.peek()) && !letter(in.peek())) return {};
    for (int words = 0; words < 2; ++words) {  // "le mardi"
        const std::size_t begin = in.at();
        const std::string_view word = in.word();
        if (name_index(word, kWeekdays, 3) == 0 && name_index(word, kShortThursday, 5) == 0 &&
            !leads_date(word)) {
            in.back_to(begin);
            break;
        }
        in.eat('.');
        in.eat(',');
        if (!in.spaces()) return {};
    }
    const std::size_t after_weekday = in.at();
    std::optional<WrittenDate> date;
    for (const auto reader : {numeric, month_first, day_first}) {
        in.back_to(after_weekday);
        date = reader(in);
        if (date) break;
    }
    if (!date) return {};
    if (date->day != 0) time_of_day(in);
    date->end = static_cast<std::uint32_t>(in.at());
    return date;
}

}  // namespace analyze
