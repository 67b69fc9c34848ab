// Small rule tables, the items that they make of a text, and the rule that fits them, as strings.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "../../src/analysis/temporal_table.hpp"

namespace analyze::temporal {

/// Reads the items of a text, joins and marks them as the finder does.
inline Items items_of(const Table& table, const std::string& text, bool joined = true) {
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("text", text), tokenizer);
    Items items;
    read_items(table, document, 0, static_cast<std::uint32_t>(document.tokens().size()), items);
    if (joined) join_numbers(table, document.text(), items);
    mark_ranges(table, items);
    return items;
}

/// Each item, a number with its value: "8.30=8.3c". Behind the value: d(igits), w(ord), o(rdinal),
/// c(lock), f(raction).
inline std::string shown_items(const Table& table, const std::string& text, bool joined = true) {
    const Items items = items_of(table, text, joined);
    std::string out;
    for (const Item& item : items.items) {
        out += out.empty() ? "" : " | ";
        out += text.substr(item.begin, item.end - item.begin);
        if (item.number < 0) continue;
        const Number& number = items.numbers.at(static_cast<std::size_t>(item.number));
        out += '=' + decimal(number.value);
        if (number.digits != 0) out += 'd';
        if (number.word) out += 'w';
        if (number.ordinal) out += 'o';
        if (number.clock) out += 'c';
        if (!number.integer) out += 'f';
    }
    return out;
}

/// The match at the first item: the line of its rule, its extents and their slots, as
/// "7[two May m=5 d=2]"; "none".
inline std::string shown_match(const Table& table, const std::string& text) {
    const Items items = items_of(table, text);
    Match match;
    if (items.items.empty() || !match_at(table, items, 0, match)) return "none";
    std::string out = std::to_string(table.rules.at(static_cast<std::size_t>(match.rule)).line);
    for (std::uint32_t p = 0; p < match.count; ++p) {
        const Match::Part& part = match.parts.at(p);
        const std::uint32_t begin = items.items.at(part.first).begin;
        out += '[' + text.substr(begin, items.items.at(part.end - 1).end - begin);
        for (std::size_t slot = 0; slot < kSlots; ++slot)
            if (part.frame.has(static_cast<Slot>(slot)))
                out += ' ' + std::string(kSlotNames[slot]) + '=' + decimal(part.frame.value[slot]);
        out += ']';
    }
    return out;
}

}  // namespace analyze::temporal
