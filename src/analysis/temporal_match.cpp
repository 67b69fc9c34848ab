// Walks the automaton of a rule table over items and keeps the longest match.
// SPDX-License-Identifier: Apache-2.0
#include "temporal_table.hpp"

namespace analyze::temporal {
namespace {

/// Longer matches and more marks than any table needs; they bound one walk.
constexpr std::uint32_t kDepth = 40;
constexpr std::uint32_t kSteps = 20000;

class Walk {
public:
    Walk(const Table& table, const Items& items, std::uint32_t at, std::uint16_t conditions,
         Match& best)
        : table_(table), items_(items), start_(at), conditions_(conditions), best_(best) {}

    bool run() {
        const Item& item = items_.items[start_];
        for (const ClassValue& entry : table_.lists[item.list])
            for (const std::uint32_t t : table_.start_words[entry.id])
                take(table_.transitions[t], entry.value, start_, 0);
        for (std::uint64_t left = item.ranges; left != 0; left &= left - 1) {
            const auto range = static_cast<std::size_t>(__builtin_ctzll(left));
            for (const std::uint32_t t : table_.start_ranges[range])
                take(table_.transitions[t], number(item), start_, 0);
        }
        const State& start = table_.states[0];
        for (std::uint32_t t = start.marks; t < start.end; ++t)
            mark(table_.transitions[t], start_, 0);
        return best_.rule >= 0;
    }

private:
    struct Step {
        std::uint32_t transition;
        std::uint32_t item;
        double value;
        bool mark;
    };

    [[nodiscard]] double number(const Item& item) const {
        return items_.numbers[static_cast<std::size_t>(item.number)].value;
    }

    void take(const Transition& transition, double value, std::uint32_t at, std::uint32_t depth) {
        const Item& item = items_.items[at];
        if ((transition.flags & kTouch) && !item.touches) return;
        if ((transition.flags & kCapital) && !item.capital) return;
        path_[depth] = {index(transition), at, value, false};
        visit(transition.next, at + 1, depth + 1);
    }

    void mark(const Transition& transition, std::uint32_t at, std::uint32_t depth) {
        if (transition.id == kWhen) {
            const std::uint16_t here = at == items_.items.size() ? kAtEnd : 0;
            if ((transition.flags & (conditions_ | here)) == 0) return;
        }
        path_[depth] = {index(transition), at, 0, true};
        visit(transition.next, at, depth + 1);
    }

    [[nodiscard]] std::uint32_t index(const Transition& transition) const {
        return static_cast<std::uint32_t>(&transition - table_.transitions.data());
    }

    void visit(std::uint32_t state_index, std::uint32_t at, std::uint32_t depth) {
        if (++steps_ > kSteps) return;
        const State& state = table_.states[state_index];
        if (state.rule >= 0) accept(state.rule, at, depth);
        if (depth + 1 >= kDepth) return;
        for (std::uint32_t t = state.marks; t < state.end; ++t)
            mark(table_.transitions[t], at, depth);
        if (at >= items_.items.size()) return;
        const Item& item = items_.items[at];
        if (state.words != state.ranges)
            for (const ClassValue& entry : table_.lists[item.list])
                for (std::uint32_t t = state.words; t < state.ranges; ++t)
                    if (table_.transitions[t].id == entry.id)
                        take(table_.transitions[t], entry.value, at, depth);
        if (item.ranges != 0)
            for (std::uint32_t t = state.ranges; t < state.marks; ++t)
                if ((item.ranges >> table_.transitions[t].id) & 1U)
                    take(table_.transitions[t], number(item), at, depth);
    }

    /// Whether an extent opens or closes here.
    [[nodiscard]] bool is_border(const Step& step) const {
        return step.mark && table_.transitions[step.transition].id <= kClose;
    }

    /// Where the last extent of the path ends (an item index, exclusive).
    void accept(std::int32_t rule, std::uint32_t at, std::uint32_t depth) {
        std::uint32_t end = at;
        for (std::uint32_t i = depth; i-- > 0;) {
            if (!is_border(path_[i])) continue;
            if (table_.transitions[path_[i].transition].id == kClose) end = path_[i].item;
            break;
        }
        if (best_.rule >= 0) {
            if (end < best_.end) return;
            if (end == best_.end && (rule > best_.rule || (rule == best_.rule && at <= consumed_)))
                return;
        }
        consumed_ = at;
        build(rule, end, at, depth);
    }

    void build(std::int32_t rule, std::uint32_t end, std::uint32_t at, std::uint32_t depth) {
        best_.rule = rule;
        best_.end = end;
        best_.count = 0;
        std::uint32_t frame = 0;
        for (Match::Part& part : best_.parts) part.frame = Frame{};
        bool open = true;
        for (std::uint32_t i = 0; i < depth; ++i)
            if (is_border(path_[i])) {
                open = table_.transitions[path_[i].transition].id == kClose;
                break;
            }
        bool opened = open;
        best_.parts[0].first = start_;
        for (std::uint32_t i = 0; i < depth; ++i) {
            const Transition& transition = table_.transitions[path_[i].transition];
            if (is_border(path_[i])) {
                if (transition.id == kOpen) {
                    if (opened && frame + 1 < best_.parts.size()) ++frame;
                    best_.parts[frame].first = path_[i].item;
                    opened = open = true;
                } else if (open) {
                    best_.parts[frame].end = path_[i].item;
                    best_.count = frame + 1;
                    open = false;
                }
                continue;
            }
            for (std::uint32_t a = transition.first_action; a < transition.end_action; ++a) {
                const Action& action = table_.actions[a];
                best_.parts[frame].frame.set(action.slot,
                                             action.from_item ? path_[i].value : action.value);
            }
        }
        if (open) {
            best_.parts[frame].end = at;
            best_.count = frame + 1;
        }
        for (std::uint32_t p = 0; p < best_.count; ++p)
            for (const Action& action : table_.rules[static_cast<std::size_t>(rule)].constants)
                best_.parts[p].frame.set(action.slot, action.value);
    }

    const Table& table_;
    const Items& items_;
    std::uint32_t start_;
    std::uint16_t conditions_;
    Match& best_;
    std::array<Step, kDepth + 1> path_;  // filled as far as the walk is deep
    std::uint32_t steps_ = 0, consumed_ = 0;
};

}  // namespace

bool match_at(const Table& table, const Items& items, std::uint32_t at, Match& best,
              std::uint16_t conditions) {
    best.rule = -1;
    return Walk(table, items, at, conditions, best).run();
}

}  // namespace analyze::temporal
