// Joins numbers of several words into one item: "two and a half million", "40 000", "twenty-first".
// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "number_words.hpp"

namespace analyze::temporal {
namespace {

/// What the last part of a number was; it decides what may follow.
enum class Part : std::uint8_t { none, digits, unit, ten, hundred, scale };

struct Parsed {
    double value = 0;
    std::uint32_t end = 0;
    Part last = Part::none;
    double factor = 0;  ///< of the last hundred or scale: what follows must be smaller
    bool integer = true;
    bool ordinal = false;
    bool word = false;
};

class NumberReader : private NumberWords {
public:
    NumberReader(const Table& table, std::string_view text, const Items& items)
        : NumberWords(table, text, items) {}
    using NumberWords::digits;

    /// The longest number that begins at item `at`; end 0: none.
    Parsed read(std::uint32_t at) const {
        std::uint32_t first = at;
        bool negative = false;
        if (is(at, Role::minus) && minus_sign(at)) {
            negative = true;
            ++first;
        }
        Parsed result = unsigned_number(first);
        if (result.end == 0) return result;
        if (negative) {
            result.value = -result.value;
            result.word = result.word || items_[at].end - items_[at].begin > 1;
        }
        return result;
    }

private:
    Parsed unsigned_number(std::uint32_t at) const {
        Parsed result;
        if (is(at, Role::article)) {  // a million, a half, a fifth of
            if (is(at + 1, Role::hundred) || is(at + 1, Role::scale)) {
                result.value = 1;
                result.last = Part::unit;
                result.word = true;
                whole(at + 1, result, true);
                tail(result);
                return result;
            }
            if (const double* half = role(at + 1, Role::half))
                return bare_half(at + 1, *half, true);
            const double* part = role(at + 1, Role::fraction);
            if (part != nullptr && ends_phrase(at + 2)) {
                result = {1 / *part, at + 2};
                result.integer = false;
                result.word = true;
            }
            return result;
        }
        if (const double* half = role(at, Role::half)) return bare_half(at, *half, false);
        if (const double* vulgar = role(at, Role::vulgar)) {
            result = {*vulgar, at + 1, Part::digits};
            result.integer = false;
            scale_after(result);
            return result;
        }
        if (const double* ordinal = role(at, Role::ordinal_word)) {
            result = {*ordinal, at + 1};
            result.ordinal = result.word = true;
            return result;
        }
        if (word(at) == "." && digits(at + 1) != nullptr && items_[at + 1].touches &&
            !items_[at].touches && digits(at + 1)->digits != 0) {  // .08
            double value = 0;
            for (const char c : word(at + 1)) value = value * 10 + (c - '0');
            result = {value / std::pow(10.0, static_cast<double>(word(at + 1).size())), at + 2,
                      Part::digits};
            result.integer = false;
            scale_after(result);
            return result;
        }
        if (digits(at) != nullptr && digits(at)->ordinal) return result;
        whole(at, result, true);
        if (result.end != 0 && !result.ordinal) tail(result);
        return result;
    }

    /// half, half a million, a quarter million. A quarter alone is no number.
    Parsed bare_half(std::uint32_t at, double value, bool article) const {
        Parsed result{value, at + 1, Part::unit};
        result.integer = false;
        result.word = true;
        std::uint32_t next = at + 1;
        if (!article && is(next, Role::article)) ++next;
        const double* scale = role(next, Role::scale);
        if (scale != nullptr && *scale >= 12) {
            result.value *= *scale;
            result.integer = true;
            result.end = next + 1;
            return result;
        }
        if (value != 0.5) return {};
        return result;
    }

    /// Whole numbers: words and digits, hundreds and scales, joined by "and" where `joins`.
    void whole(std::uint32_t at, Parsed& result, bool joins) const {
        double total = 0, current = result.value, last_scale = INFINITY;
        Part last = result.last;
        bool integer = true, words = result.word;
        std::uint32_t next = at, end = result.last == Part::none ? 0 : at;
        const auto open = [&] {
            return last == Part::none || last == Part::hundred || last == Part::scale;
        };
        while (next < items_.size()) {
            std::uint32_t here = next;
            if (end != 0 && hyphen(here) && (last == Part::ten || items_[here].touches)) ++here;
            const bool hyphenated = here != next;
            if (const Number* number = digits(here)) {
                if (number->ordinal || hyphenated) break;
                if (last == Part::none) {
                    current = number->value;
                    integer = number->integer;
                } else if ((last == Part::hundred || last == Part::scale) && number->integer &&
                           number->value > 0 && number->value < result.factor) {
                    current += number->value;
                } else {
                    break;
                }
                last = Part::digits;
                end = next = here + 1;
                if (end == at + 1) spaced(next, current, end);
                next = end;
                continue;
            }
            if (const double* value = role(here, Role::number_word)) {
                const bool unit = *value < 10, ten = *value >= 20;
                if (ten && end != 0 && divides(here)) break;  // a hundred thirty-fifths
                if (!(open() || (unit && *value > 0 && last == Part::ten))) break;
                if (hyphenated && last != Part::ten) break;
                if (last != Part::none && result.factor > 0 && open() && *value >= result.factor)
                    break;
                current += *value;
                last = ten ? Part::ten : Part::unit;
                if (!unit && !ten) last = Part::unit;
                words = true;
                next = end = here + 1;
                continue;
            }
            if (is(here, Role::hundred)) {
                if (last == Part::none)
                    current = 1;
                else if (!(last == Part::unit || last == Part::ten || last == Part::digits) ||
                         current >= 100 || current == 0)
                    break;
                current *= 100;
                result.factor = 100;
                last = Part::hundred;
                words = true;
                next = end = here + 1;
                continue;
            }
            const double* scale = role(here, Role::scale);
            if (scale == nullptr && last == Part::digits) scale = role(here, Role::scale_suffix);
            if (scale != nullptr) {
                if (last == Part::none) break;
                if (*scale < last_scale && !(last == Part::scale)) {
                    total += current * *scale;
                } else {
                    total = (total + current) * *scale;
                }
                current = 0;
                last_scale = result.factor = *scale;
                last = Part::scale;
                words = true;
                integer = true;
                next = end = here + 1;
                continue;
            }
            if (const double* ordinal = role(here, Role::ordinal_word)) {
                const bool fits = (last == Part::ten && *ordinal < 10) ||
                                  (last == Part::hundred && *ordinal < result.factor);
                const bool scales = *ordinal >= 100 && last != Part::none && last != Part::digits;
                const bool alone = last == Part::none && !joins;
                if (!fits && !scales && !alone) break;
                result.ordinal = true;
                result.word = true;
                result.value = scales && !fits && !alone ? (total + current) * *ordinal
                                                         : total + current + *ordinal;
                result.end = here + 1;
                return;
            }
            if (joins && last == Part::ten && words && is(here, Role::conjunction) &&
                !items_[here].touches) {  // twenty and four
                const double* unit = role(here + 1, Role::number_word);
                if (unit == nullptr || *unit <= 0 || *unit >= 10 || divided(here + 2)) break;
                current += *unit;
                last = Part::unit;
                next = end = here + 2;
                continue;
            }
            if (joins && !hyphenated && is(here, Role::conjunction) &&
                (last == Part::hundred || last == Part::scale)) {
                Parsed part;
                whole(here + 1, part, false);
                if (part.end == 0 || !part.integer || part.value <= 0 ||
                    part.value >= result.factor)
                    break;
                if (part.ordinal) {
                    result.ordinal = result.word = true;
                    result.value = total + current + part.value;
                    result.end = part.end;
                    return;
                }
                // two hundred and fifty-four hundredths, but one hundred and thirty fifths
                const double* divisor = role(part.end, Role::fractions);
                if (divisor == nullptr) divisor = role(part.end, Role::fraction);
                if (divisor != nullptr && part.value < *divisor) break;
                current += part.value;
                last = part.last == Part::none ? Part::unit : part.last;
                next = end = part.end;
                words = true;
                continue;
            }
            break;
        }
        if (end == 0 || last == Part::none) return;
        result.value = total + current;
        result.end = end;
        result.last = last;
        result.integer = integer || result.value == std::floor(result.value);
        result.word = words;
    }

    /// The divisor in "one one hundred fifth", "five one-thousandths"; `end`: after it. 0: none.
    [[nodiscard]] double divisor_phrase(std::uint32_t at, double count, std::uint32_t& end) const {
        const Role last = count == 1 ? Role::fraction : Role::fractions;
        Parsed part;
        whole(at, part, false);
        if (part.end == 0 || part.last == Part::digits || !part.integer) return 0;
        if (part.ordinal) {  // fifth is also an ordinal
            end = part.end;
            return count == 1 && end > at + 1 && part.value >= 100 ? part.value : 0;
        }
        const std::uint32_t next = hyphen(part.end) ? part.end + 1 : part.end;
        const double* unit = role(next, last);
        if (unit == nullptr) return 0;
        end = next + 1;
        if (*unit >= 100) return part.value * *unit;
        return part.value >= 100 ? part.value + *unit : 0;
    }

    void scale_after(Parsed& result) const {
        const double* scale = role(result.end, Role::scale);
        if (scale == nullptr && result.last == Part::digits)
            scale = role(result.end, Role::scale_suffix);
        if (scale == nullptr) return;
        result.value *= *scale;
        result.integer = result.value == std::floor(result.value);
        result.word = true;
        ++result.end;
    }

    /// What may follow a whole number: fractions, "point five", "over three".
    void tail(Parsed& result) const {
        const double base = result.last == Part::scale && result.factor >= 1000 ? result.factor : 1;
        const std::uint32_t at = result.end;
        const auto done = [&](double value, std::uint32_t end) {
            result.value = value;
            result.end = end;
            result.integer = value == std::floor(value);
            result.word = true;
        };
        // 2 1/4, 5½
        const Number* a = digits(at);
        if (result.last == Part::digits && result.integer && a != nullptr && a->digits != 0 &&
            is(at + 1, Role::slash) && items_[at + 1].touches && digits(at + 2) != nullptr &&
            items_[at + 2].touches && !is(at + 3, Role::slash) &&
            digits(at + 2)->value > a->value) {
            done(result.value + a->value / digits(at + 2)->value, at + 3);
            scale_after(result);
            return;
        }
        if (const double* vulgar = role(at, Role::vulgar); vulgar != nullptr && result.integer) {
            done(result.value + *vulgar, at + 1);
            scale_after(result);
            return;
        }
        if (is(at, Role::conjunction)) {
            const Parsed part = fraction(at + 1);
            if (part.end != 0) {
                done(result.value + part.value * base, part.end);
                if (base == 1) {
                    scale_after(result);
                } else if (const double* scale = role(part.end, Role::scale);
                           scale != nullptr &&
                           *scale < base) {  // a billion and three quarters million
                    done(result.value + part.value * (*scale - base), part.end + 1);
                }
                return;
            }
        }
        if (is(at, Role::point) && result.last != Part::digits) {
            double value = result.value, step = 0.1;
            std::uint32_t next = at + 1;
            while (const double* digit = role(next, Role::number_word)) {
                if (*digit >= 10) {
                    if (next != at + 1) break;
                    Parsed two;
                    whole(next, two, false);
                    value += two.value / 100;
                    next = two.end;
                    break;
                }
                value += *digit * step;
                step /= 10;
                ++next;
            }
            if (next != at + 1) {
                done(value, next);
                scale_after(result);
            }
            return;
        }
        if (is(at, Role::over)) {
            Parsed part;
            whole(at + 1, part, true);
            const bool proper = *role(at, Role::over) != 0;  // two out of three, never three of two
            if (part.end != 0 && part.integer && result.integer &&
                (result.value < part.value || (!proper && ends_phrase(part.end))))
                done(result.value / part.value, part.end);
            return;
        }
        const std::uint32_t next = hyphen(at) ? at + 1 : at;
        const double* parts = role(next, Role::fractions);
        std::uint32_t end = next + 1;
        double divisor = parts != nullptr ? *parts : 0;
        if (const double* one = role(next, Role::fraction); one != nullptr && result.value == 1)
            divisor = *one;
        if (divisor == 0 && result.value > 0) {  // three twenty-firsts
            const double* ten = role(next, Role::number_word);
            const std::uint32_t unit = next + (hyphen(next + 1) ? 2 : 1);
            const double* small = role(unit, result.value == 1 ? Role::fraction : Role::fractions);
            if (ten != nullptr && *ten >= 20 && small != nullptr && *small < 10) {
                divisor = *ten + *small;
                end = unit + 1;
            }
        }
        if (divisor == 0 && result.value > 0 && result.word)
            divisor = divisor_phrase(at, result.value, end);
        if (divisor == 0 || !result.integer || (result.last == Part::digits && next == at)) return;
        done(result.value / divisor, end);
        if (word(end) == "of" && is(end + 1, Role::article) && is(end + 2, Role::scale)) {
            done(result.value * *role(end + 2, Role::scale), end + 3);
            return;
        }
        scale_after(result);
    }

    /// "a half", "a quarter", "three fifths", "one fourth"; a value below one.
    Parsed fraction(std::uint32_t at) const {
        Parsed result;
        double count = 1;
        std::uint32_t next = at + 1;
        if (!is(at, Role::article)) {
            Parsed number;
            whole(at, number, false);
            if (number.end == 0 || number.ordinal || number.last == Part::digits) return result;
            count = number.value;
            next = number.end;
        }
        if (hyphen(next)) ++next;
        const double* divisor = role(next, count == 1 ? Role::fraction : Role::fractions);
        const double* half = count == 1 ? role(next, Role::half) : nullptr;
        if (divisor != nullptr)
            result.value = count / *divisor;
        else if (half != nullptr)
            result.value = *half;
        else
            return result;
        if (result.value >= 1) return {};
        result.end = next + 1;
        return result;
    }
};

}  // namespace

/// The reserved classes that a number can begin with.
constexpr std::uint32_t bit(Role role) {
    return std::uint32_t{1} << static_cast<unsigned>(role);
}
constexpr std::uint32_t kNumberRoles =
    bit(Role::number_word) | bit(Role::hundred) | bit(Role::half) | bit(Role::vulgar) |
    bit(Role::ordinal_word) | bit(Role::minus) | bit(Role::article) | bit(Role::point);

void join_numbers(const Table& table, std::string_view text, Items& items) {
    const NumberReader reader(table, text, items);
    std::vector<Item> joined;
    std::vector<Number> numbers;
    joined.reserve(items.items.size());
    const auto count = static_cast<std::uint32_t>(items.items.size());
    for (std::uint32_t i = 0; i < count;) {
        Item item = items.items[i];
        const bool candidate = item.number >= 0 ||
                               (table.list_roles[item.list] & kNumberRoles) != 0 ||
                               text[item.begin] == '.';
        Parsed parsed;
        if (candidate) parsed = reader.read(i);
        if (parsed.end == 0 || (item.number >= 0 && parsed.end == i + 1)) {
            if (item.number >= 0) {
                numbers.push_back(items.numbers[static_cast<std::size_t>(item.number)]);
                item.number = static_cast<std::int32_t>(numbers.size() - 1);
            }
            joined.push_back(item);
            ++i;
            continue;
        }
        Number number;
        number.value = parsed.value;
        number.word = parsed.word;
        if (!parsed.word && parsed.end == i + 2 && item.number < 0)  // a sign before plain digits
            if (const Number* plain = reader.digits(i + 1)) number.digits = plain->digits;
        number.ordinal = parsed.ordinal;
        number.integer = parsed.integer;
        item.end = items.items[parsed.end - 1].end;
        if (parsed.end != i + 1) item.list = 0;
        item.number = static_cast<std::int32_t>(numbers.size());
        numbers.push_back(number);
        joined.push_back(item);
        i = parsed.end;
    }
    items.items = std::move(joined);
    items.numbers = std::move(numbers);
}

std::string decimal(double value) {
    if (!std::isfinite(value) || value == 0) return fmt::format("{}", 0);
    const std::string digits = fmt::format("{:.14e}", std::abs(value));
    const auto e = digits.find('e');
    const int exponent = std::stoi(digits.substr(e + 1));
    const std::string_view sign = value < 0 ? "-" : "";
    const std::string mantissa =
        fmt::format("{}{}", digits[0], std::string_view(digits).substr(2, e - 2));
    const std::size_t used = mantissa.find_last_not_of('0') + 1;
    if (exponent < 0)
        return fmt::format("{}0.{:0>{}}{}", sign, "", -exponent - 1, mantissa.substr(0, used));
    const auto places = static_cast<std::size_t>(exponent) + 1;
    if (places >= used) return fmt::format("{}{:0<{}}", sign, mantissa.substr(0, used), places);
    return fmt::format("{}{}.{}", sign, mantissa.substr(0, places),
                       mantissa.substr(places, used - places));
}

}  // namespace analyze::temporal
