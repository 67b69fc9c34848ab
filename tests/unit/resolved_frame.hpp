// Resolves frames that a test fills by hand, one after the other as in a text.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "../../src/analysis/temporal_resolve.hpp"

namespace analyze::temporal {

/// A slot and its number, or its symbol.
struct Given {
    Given(Slot which, double value) : slot(which), number(value) {}
    Given(Slot which, std::string_view value) : slot(which), text(value) {}
    Slot slot;
    double number = 0;
    std::string text;
};

struct Resolving {
    /// `day`: what today is, "": not known.
    explicit Resolving(std::string_view day) { context.reference = parse_day(day); }

    /// The value, "none" where there is none; the whole expression is `last`.
    std::string operator()(std::initializer_list<Given> slots, Tense tense = Tense::unknown,
                           ExpressionKind kind = ExpressionKind::date) {
        Frame frame;
        for (const Given& given : slots) {
            if (!given.text.empty()) table.symbols.push_back(given.text);
            frame.set(given.slot, given.text.empty()
                                      ? given.number
                                      : static_cast<double>(table.symbols.size() - 1));
        }
        last = {};
        last.kind = kind;
        return resolve_time(table, frame, tense, context, last) ? last.value : "none";
    }

    Table table;
    Context context;
    Expression last;
};

}  // namespace analyze::temporal
