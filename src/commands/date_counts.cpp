// Dates gathered by day, month or year: each with how often a text mentions it.
// SPDX-License-Identifier: Apache-2.0
#include "date_counts.hpp"

#include <algorithm>
#include <unordered_map>

#include "document_view.hpp"

namespace analyze {

const Block& block_of(const Document& document, const Expression& expression) {
    const auto& blocks = document.blocks();
    const auto after = std::upper_bound(
        blocks.begin() + 1, blocks.end(), expression.span.begin,
        [](std::uint32_t at, const Block& block) { return at < block.span.begin; });
    return *(after - 1);
}

bool is_dated(const Document& document, const Expression& expression) {
    if (expression.kind != ExpressionKind::date && expression.kind != ExpressionKind::time)
        return false;
    if (!expression.details().values.empty() || !days_of(expression.value)) return false;
    const BlockKind kind = block_of(document, expression).kind;
    return kind != BlockKind::metadata && kind != BlockKind::boilerplate;
}

std::vector<DateCount> count_dates(const Document& document,
                                   const std::vector<Expression>& expressions) {
    std::vector<DateCount> dates;
    std::unordered_map<std::string, std::size_t> index;
    for (const Expression& e : expressions) {
        if (e.kind != ExpressionKind::date || !is_dated(document, e)) continue;
        const auto [at, added] = index.emplace(e.value, dates.size());
        if (added)
            dates.push_back({e.value, one_line(document.text(e.span)), 0, *days_of(e.value)});
        ++dates[at->second].count;
    }
    std::stable_sort(dates.begin(), dates.end(), [](const DateCount& a, const DateCount& b) {
        return a.days.first != b.days.first ? a.days.first < b.days.first
                                            : a.days.last > b.days.last;
    });
    return dates;
}

}  // namespace analyze
