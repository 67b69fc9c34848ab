// Changes from one text to another as rows for programs and as a summary for people.
// SPDX-License-Identifier: Apache-2.0
#include "change_rows.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "analyze/report/text_line.hpp"
#include "document_view.hpp"
#include "key_words.hpp"
#include "word_filters.hpp"

namespace analyze {
namespace {

constexpr std::size_t kWidestItem = 48;  // columns: more than words and names need

/// Calls use(change) for the first `top` of each sort, and returns how many it left out.
template <typename Use>
std::uint64_t first_of_each(const std::vector<TextChange>& changes, std::uint64_t top,
                            const Use& use) {
    std::array<std::uint64_t, 5> seen{};
    std::uint64_t left_out = 0;
    for (const TextChange& change : changes)
        if (top == 0 || seen[static_cast<std::size_t>(change.change)]++ < top)
            use(change);
        else
            ++left_out;
    return left_out;
}

/// "quay ×5", "harbour 3 → 14".
std::string counted(const TextChange& change, const Style& style) {
    // where there is no limit nothing is shortened, as in tables
    const std::string item =
        style.width > 0 ? shortened(change.item, kWidestItem, style.unicode) : change.item;
    if (change.before > 0 && change.after > 0)
        return fmt::format("{} {} → {}", item, change.before, change.after);
    const std::uint64_t count = change.before + change.after;
    return count == 1 ? item : fmt::format("{} ×{}", item, count);
}

Group word_lists(Kind kind, const std::vector<TextChange>& changes, std::uint64_t top,
                 const Style& style) {
    Group group{.title = kind == Kind::word ? "Words" : "Names"};
    for (const Change sort : {Change::fresh, Change::gone, Change::more, Change::less}) {
        std::string line;
        std::uint64_t all = 0;
        for (const TextChange& change : changes) {
            if (change.change != sort) continue;
            ++all;
            if (top > 0 && all > top) continue;
            line += line.empty() ? "" : ", ";
            line += counted(change, style);
        }
        if (all == 0) continue;
        if (top > 0 && all > top) line += fmt::format(", and {} more", all - top);
        const bool both = sort == Change::more || sort == Change::less;
        group.fields.emplace_back(
            fmt::format("{} {}{}", all, name_of(sort), both ? " frequent" : ""), line);
    }
    return group;
}

Table section_table(const std::vector<TextChange>& changes, std::uint64_t top) {
    Table table{.title = "Sections",
                .columns = {{.name = ""},
                            {.name = "section", .draw = Column::Draw::strong, .wrap = true},
                            {.name = "words_before", .align = Align::right},
                            {.name = "after", .align = Align::right},
                            {.name = "in_common", .align = Align::right}}};
    const std::uint64_t left_out = first_of_each(changes, top, [&](const TextChange& change) {
        const bool both = change.change == Change::changed;
        table.rows.push_back(
            {std::string(name_of(change.change)),
             change.item.empty() ? std::string("(lead)") : change.item,
             change.texts_before > 0 ? number(change.before) : Value(),
             change.texts_after > 0 ? number(change.after) : Value(),
             both ? Value(fmt::format("{} %", std::floor(change.similarity * 100))) : Value()});
    });
    if (left_out > 0) table.note = more_note(left_out);
    return table;
}

}  // namespace

Table change_table() {
    return {.name = "changes",
            .columns = {{"kind"},
                        {"change"},
                        {"item"},
                        {"type"},
                        {"count_before"},
                        {"count_after"},
                        {"per_million_before"},
                        {"per_million_after"},
                        {"documents_before"},
                        {"documents_after"},
                        {"log_ratio"},
                        {"log_likelihood"},
                        {"p"},
                        {"adjusted_p"},
                        {"similarity"}}};
}

void add_change_rows(Table& table, const std::vector<TextChange>& changes, std::uint64_t top,
                     const std::array<std::uint64_t, 2>& words) {
    first_of_each(changes, top, [&](const TextChange& change) {
        std::vector<Value> row{std::string(name_of(change.kind)),
                               std::string(name_of(change.change)),
                               change.item.empty() ? Value() : Value(change.item),
                               change.type ? Value(std::string(name_of(*change.type))) : Value(),
                               number(change.before),
                               number(change.after),
                               per_million(change.before, words[0]),
                               per_million(change.after, words[1]),
                               number(change.texts_before),
                               number(change.texts_after)};
        for (const double score : {change.log_ratio, change.log_likelihood, change.p,
                                   change.adjusted_p, change.similarity})
            row.emplace_back(score);
        table.rows.push_back(std::move(row));
    });
}

void add_change_text(Result& result, Kind kind, const std::vector<TextChange>& changes,
                     std::uint64_t top, const Style& style) {
    if (changes.empty()) return;
    if (kind == Kind::section)
        result.parts.emplace_back(section_table(changes, top));
    else
        result.parts.emplace_back(word_lists(kind, changes, top, style));
}

}  // namespace analyze
