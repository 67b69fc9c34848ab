// Turns patterns into one automaton without loops: patterns to an NFA, the NFA to shared states.
// SPDX-License-Identifier: Apache-2.0
#include "temporal_compiler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "analyze/base/ascii.hpp"
#include "analyze/base/error.hpp"

namespace analyze::temporal {

/// Where the compiler is in a pattern.
struct Compiler::Cursor {
    std::string_view text;
    std::size_t at = 0;
    Table* table;
    Place place;
    std::uint16_t pending_flags = 0;

    void blanks() {
        while (at < text.size() && text[at] == ' ') ++at;
    }
    [[nodiscard]] char peek() const { return at < text.size() ? text[at] : '\0'; }
    std::string_view name() {
        const std::size_t first = at;
        while (at < text.size() && (ascii::is_alphanumeric(text[at]) || text[at] == '_' ||
                                    text[at] == '.' || text[at] == '-' || text[at] == '/'))
            ++at;
        return text.substr(first, at - first);
    }
};

Compiler::Compiler() {
    node();
}

void Compiler::fail(Place place, const std::string& what) {
    throw Error(Fault::resource, fmt::format("{}:{}: {}", *place.origin, place.line, what));
}

std::uint16_t Compiler::class_id(std::string_view name) {
    return classes_.emplace(std::string(name), static_cast<std::uint16_t>(classes_.size()))
        .first->second;
}

double Compiler::symbol(std::string_view text, Table& table) {
    const auto [found, added] =
        symbols_.emplace(std::string(text), static_cast<double>(table.symbols.size()));
    if (added) table.symbols.emplace_back(text);
    return found->second;
}

void Compiler::add_range(std::string_view name, std::size_t index, Place place) {
    if (!ranges_.emplace(std::string(name), static_cast<std::uint16_t>(index)).second)
        fail(place, fmt::format("the range {} is there already", name));
}

void Compiler::add_macro(std::string_view name, std::string_view pattern, Place place) {
    if (!macros_.emplace(std::string(name), std::pair(std::string(pattern), place)).second)
        fail(place, fmt::format("the macro {} is there already", name));
}

std::uint32_t Compiler::node() {
    nodes_.emplace_back();
    return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint32_t Compiler::label_id(const Label& label) {
    std::string key = fmt::format("{}/{}/{}", label.type, label.id, label.flags);
    for (const Action& action : label.actions)
        key +=
            fmt::format("/{}:{}:{}", static_cast<int>(action.slot), action.from_item, action.value);
    const auto [found, added] =
        label_index_.emplace(std::move(key), static_cast<std::uint32_t>(labels_.size()));
    if (added) labels_.push_back(label);
    return found->second;
}

Action Compiler::action(Cursor& cursor) {
    const std::string_view name = cursor.name();
    const auto slot = std::find(kSlotNames.begin(), kSlotNames.end(), name);
    if (slot == kSlotNames.end()) fail(cursor.place, fmt::format("no such slot: {}", name));
    Action result{static_cast<Slot>(slot - kSlotNames.begin()), true, 0};
    if (cursor.peek() != '=') return result;
    ++cursor.at;
    const std::string_view text = cursor.name();
    if (text.empty()) fail(cursor.place, "nothing after =");
    result.from_item = false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result.value);
    if (error != std::errc{} || end != text.data() + text.size())
        result.value = symbol(text, *cursor.table);
    return result;
}

void Compiler::suffixes(Cursor& cursor, Label& label) {
    while (true) {
        if (cursor.peek() == ':') {
            ++cursor.at;
            label.actions.push_back(action(cursor));
        } else if (cursor.peek() == '^') {
            ++cursor.at;
            label.flags |= kCapital;
        } else {
            return;
        }
    }
}

/// Constants behind a group or an extent: a mark that notes them.
std::uint32_t Compiler::note(Cursor& cursor, std::uint32_t from) {
    if (cursor.peek() != ':') return from;
    Label label;
    label.type = 2;
    label.id = kNote;
    suffixes(cursor, label);
    for (const Action& action : label.actions)
        if (action.from_item) fail(cursor.place, "expected :slot=value behind a group");
    const std::uint32_t end = node();
    nodes_[from].edges.emplace_back(label_id(label), end);
    return end;
}

std::uint32_t Compiler::alternatives(Cursor& cursor, std::uint32_t from, char close) {
    const std::uint32_t end = node();
    const std::uint16_t flags = cursor.pending_flags;
    while (true) {
        std::uint32_t here = from;
        cursor.pending_flags = flags;
        while (true) {
            cursor.blanks();
            const char next = cursor.peek();
            if (next == close || next == '|' || next == '\0') break;
            here = element(cursor, here);
        }
        nodes_[here].empty.push_back(end);
        if (cursor.peek() != '|') break;
        ++cursor.at;
    }
    if (cursor.peek() != close)
        fail(cursor.place, fmt::format("a \"{}\" is missing", close ? std::string(1, close) : "|"));
    if (close) ++cursor.at;
    return end;
}

std::uint32_t Compiler::element(Cursor& cursor, std::uint32_t from) {
    if (nodes_.size() > 400000) fail(cursor.place, "the patterns are too many or too long");
    Label label;
    label.flags = cursor.pending_flags;
    cursor.pending_flags = 0;
    const char first = cursor.peek();
    std::uint32_t end = 0;
    if (first == '~') {
        ++cursor.at;
        cursor.pending_flags = kTouch;
        return from;
    }
    if (first == '<' || first == '>') {
        ++cursor.at;
        label.type = 2;
        label.id = first == '<' ? kOpen : kClose;
        cursor.pending_flags = label.flags;
        label.flags = 0;
        end = node();
        nodes_[from].edges.emplace_back(label_id(label), end);
        return note(cursor, end);
    }
    if (first == '?') {
        ++cursor.at;
        const std::string name(cursor.name());
        const auto* known = std::find_if(kConditionNames.begin(), kConditionNames.end(),
                                         [&](const ConditionName& c) { return c.name == name; });
        if (known == kConditionNames.end())
            fail(cursor.place, fmt::format("no such condition: ?{}", name));
        cursor.pending_flags = label.flags;
        label.type = 2;
        label.id = kWhen;
        label.flags = known->condition;
        end = node();
        nodes_[from].edges.emplace_back(label_id(label), end);
        return end;
    }
    if (first == '(' || first == '[') {
        ++cursor.at;
        cursor.pending_flags = label.flags;
        end = alternatives(cursor, from, first == '(' ? ')' : ']');
        cursor.pending_flags = 0;
        end = note(cursor, end);
        if (first == '[') nodes_[from].empty.push_back(end);
        return end;
    }
    if (first == '"') {
        const auto quote = cursor.text.find('"', cursor.at + 1);
        if (quote == std::string_view::npos || quote == cursor.at + 1)
            fail(cursor.place, "a quoted word without an end");
        const std::string word(cursor.text.substr(cursor.at + 1, quote - cursor.at - 1));
        cursor.at = quote + 1;
        label.id = literals_.emplace(word, class_id("\"" + word)).first->second;
    } else if (first == '@') {
        ++cursor.at;
        const std::string name(cursor.name());
        const auto macro = macros_.find(name);
        if (macro == macros_.end()) fail(cursor.place, fmt::format("no such macro: @{}", name));
        if (depth_ == 16) fail(cursor.place, fmt::format("the macro @{} contains itself", name));
        ++depth_;
        if (cursor.peek() == '^') {
            ++cursor.at;
            label.flags |= kCapital;
        }
        Cursor inner{macro->second.first, 0, cursor.table, macro->second.second, label.flags};
        end = alternatives(inner, from, '\0');
        --depth_;
        return note(cursor, end);
    } else {
        const std::string name(cursor.name());
        if (name.empty())
            fail(cursor.place, fmt::format("unexpected \"{}\"", std::string(1, first)));
        const auto range = ranges_.find(name);
        if (range != ranges_.end()) {
            label.type = 1;
            label.id = range->second;
        } else {
            const auto known = classes_.find(name);
            if (known == classes_.end())
                fail(cursor.place, fmt::format("no such class or range: {}", name));
            label.id = known->second;
        }
    }
    suffixes(cursor, label);
    end = node();
    nodes_[from].edges.emplace_back(label_id(label), end);
    return end;
}

void Compiler::add_rule(std::string_view kind, std::string_view pattern, Table& table,
                        Place place) {
    Rule rule;
    rule.line = place.line;
    rule.kind = -1;
    if (kind != "NONE") {
        const auto known = expression_kind(kind);
        if (!known) fail(place, fmt::format("no such kind: {}", kind));
        rule.kind = static_cast<std::int8_t>(*known);
    }
    const auto arrow = pattern.find("=>");
    Cursor cursor{pattern.substr(0, arrow), 0, &table, place};
    const std::uint32_t start = node();
    nodes_[0].empty.push_back(start);
    const std::uint32_t end = alternatives(cursor, start, '\0');
    nodes_[end].rule = static_cast<std::int32_t>(table.rules.size());
    if (arrow != std::string_view::npos) {
        Cursor rest{pattern.substr(arrow + 2), 0, &table, place};
        for (rest.blanks(); rest.at < rest.text.size(); rest.blanks()) {
            rule.constants.push_back(action(rest));
            if (rule.constants.back().from_item) fail(place, "expected slot=value after =>");
        }
    }
    table.rules.push_back(std::move(rule));
}

void Compiler::close_over(std::vector<std::uint32_t>& set) const {
    for (std::size_t i = 0; i < set.size(); ++i)
        for (const std::uint32_t next : nodes_[set[i]].empty)
            if (std::find(set.begin(), set.end(), next) == set.end()) set.push_back(next);
    std::sort(set.begin(), set.end());
}

void Compiler::build(Table& table) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> label_actions;
    for (const Label& label : labels_) {
        const auto first = static_cast<std::uint32_t>(table.actions.size());
        table.actions.insert(table.actions.end(), label.actions.begin(), label.actions.end());
        label_actions.emplace_back(first, static_cast<std::uint32_t>(table.actions.size()));
    }
    std::map<std::vector<std::uint32_t>, std::uint32_t> known;
    std::vector<std::vector<std::uint32_t>> sets;
    const auto state_of = [&](std::vector<std::uint32_t> set) {
        close_over(set);
        // only nodes that do something tell states apart
        std::erase_if(
            set, [&](std::uint32_t n) { return nodes_[n].edges.empty() && nodes_[n].rule < 0; });
        const auto [found, added] = known.emplace(set, static_cast<std::uint32_t>(sets.size()));
        if (added) sets.push_back(std::move(set));
        return found->second;
    };
    state_of({0});
    for (std::size_t i = 0; i < sets.size(); ++i) {  // NOLINT(modernize-loop-convert): sets grows
        std::map<std::uint32_t, std::vector<std::uint32_t>> moves;
        State state{0, 0, 0, 0, -1};
        for (const std::uint32_t n : sets[i]) {
            for (const auto& [label, next] : nodes_[n].edges) moves[label].push_back(next);
            if (nodes_[n].rule >= 0 && (state.rule < 0 || nodes_[n].rule < state.rule))
                state.rule = nodes_[n].rule;
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> ordered;
        ordered.reserve(moves.size());
        for (auto& [label, nodes] : moves) ordered.emplace_back(label, state_of(std::move(nodes)));
        std::stable_sort(ordered.begin(), ordered.end(), [&](const auto& a, const auto& b) {
            return labels_[a.first].type < labels_[b.first].type;
        });
        state.words = state.ranges = state.marks =
            static_cast<std::uint32_t>(table.transitions.size());
        for (const auto& [label, next] : ordered) {
            const Label& what = labels_[label];
            table.transitions.push_back({what.id, what.flags, next, label_actions[label].first,
                                         label_actions[label].second});
            const auto count = static_cast<std::uint32_t>(table.transitions.size());
            if (what.type < 1) state.ranges = count;
            if (what.type < 2) state.marks = count;
        }
        state.end = static_cast<std::uint32_t>(table.transitions.size());
        table.states.push_back(state);
    }
    table.start_words.resize(classes_.size());
    table.start_ranges.resize(table.ranges.size());
    table.start_class.resize(classes_.size());
    // a rule may begin with a mark: look through it
    std::vector<std::uint32_t> first{0};
    for (std::size_t i = 0; i < first.size(); ++i) {
        const State& state = table.states[first[i]];
        for (std::uint32_t t = state.marks; t < state.end; ++t)
            first.push_back(table.transitions[t].next);
        for (std::uint32_t t = state.words; t < state.ranges; ++t)
            table.start_class[table.transitions[t].id] = true;
    }
    for (std::uint32_t t = table.states[0].words; t < table.states[0].ranges; ++t)
        table.start_words[table.transitions[t].id].push_back(t);
    for (std::uint32_t t = table.states[0].ranges; t < table.states[0].marks; ++t)
        table.start_ranges[table.transitions[t].id].push_back(t);
}

}  // namespace analyze::temporal
