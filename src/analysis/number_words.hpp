// The items of a text as the reader of numbers sees them: digits, number words and what joins them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "temporal_table.hpp"

namespace analyze::temporal {

/// A view: table, text and items must outlive it. Positions may lie behind the last item.
class NumberWords {
protected:
    NumberWords(const Table& table, std::string_view text, const Items& items)
        : table_(table), text_(text), items_(items.items), numbers_(items.numbers) {}

    /// The number written in digits, or null.
    [[nodiscard]] const Number* digits(std::uint32_t at) const {
        if (at >= items_.size() || items_[at].number < 0) return nullptr;
        return &numbers_[static_cast<std::size_t>(items_[at].number)];
    }

    /// The value of a word of a reserved class, or null.
    [[nodiscard]] const double* role(std::uint32_t at, Role which) const {
        return at < items_.size() ? table_.role(items_[at].list, which) : nullptr;
    }
    [[nodiscard]] bool is(std::uint32_t at, Role which) const { return role(at, which) != nullptr; }
    [[nodiscard]] std::string_view word(std::uint32_t at) const {
        return at < items_.size()
                   ? text_.substr(items_[at].begin, items_[at].end - items_[at].begin)
                   : std::string_view{};
    }
    [[nodiscard]] bool hyphen(std::uint32_t at) const { return word(at) == "-"; }

    /// A word ("minus") or a sign that stands before its number and after no other.
    [[nodiscard]] bool minus_sign(std::uint32_t at) const {
        const Item& item = items_[at];
        if (item.end - item.begin > 3) return true;
        if (at + 1 >= items_.size()) return false;
        if (word(at + 2) == "-" && items_[at + 2].touches) return false;  // -2020-07-01-
        const bool free = !item.touches || (at > 0 && word(at - 1) == "(");
        return free && (items_[at + 1].touches || at == 0);
    }

    /// Whether nothing that could be counted follows.
    [[nodiscard]] bool ends_phrase(std::uint32_t at) const {
        if (at >= items_.size()) return true;
        const std::string_view next = word(at);
        return table_.role(items_[at].list, Role::over) != nullptr || next == "," || next == "." ||
               next == ";" || next == ")" || is(at, Role::slash);
    }

    /// "thirty-fifths": a ten and its unit that divide what stands before.
    [[nodiscard]] bool divides(std::uint32_t ten) const {
        const double* unit =
            hyphen(ten + 1) && items_[ten + 1].touches ? role(ten + 2, Role::fractions) : nullptr;
        return unit != nullptr && *unit < 10;
    }
    /// Whether "fifths" or another part of a whole stands here.
    [[nodiscard]] bool divided(std::uint32_t at) const {
        const std::uint32_t next = hyphen(at) ? at + 1 : at;
        return is(next, Role::fractions) || is(next, Role::fraction);
    }

    /// 1 414 021 100: groups of three digits after spaces. One plain space alone joins only "40
    /// 000".
    void spaced(std::uint32_t next, double& value, std::uint32_t& end) const {
        const Number* first = digits(next - 1);
        if (first == nullptr || first->digits == 0 || first->digits > 3 || first->value == 0)
            return;
        double sum = first->value;
        std::uint32_t at = next;
        bool sure = false;
        while (const Number* group = digits(at)) {
            if (group->digits != 3 || group->ordinal) break;
            const std::string_view gap =
                text_.substr(items_[at - 1].end, items_[at].begin - items_[at - 1].end);
            if (gap != " " && gap != "\xc2\xa0" && gap != "\xe2\x80\xaf" && gap != "\xe2\x80\x89")
                break;
            sure = sure || gap != " " || word(at).ends_with("00");
            sum = sum * 1000 + group->value;
            ++at;
        }
        if (at == next || !(sure || at > next + 1)) return;
        value = sum;
        end = at;
    }

    const Table& table_;
    std::string_view text_;
    const std::vector<Item>& items_;
    const std::vector<Number>& numbers_;
};

}  // namespace analyze::temporal
