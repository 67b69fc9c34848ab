// What a text mentions: names, times and numbers, which of them are wanted, and the article's day.
// SPDX-License-Identifier: Apache-2.0
#include "mentions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analyze/base/ascii.hpp"
#include "analyze/base/error.hpp"
#include "date_text.hpp"
#include "document_view.hpp"

namespace analyze {
namespace {

constexpr unsigned kExpressionKinds = static_cast<unsigned>(ExpressionKind::cardinal) + 1;

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) out.append(out.empty() ? "" : separator).append(part);
    return out;
}

/// " EUR"; where it is open, the first of those it may be: " CZK/SEK/…".
std::string currency_text(const Expression& money) {
    const std::string& currency = money.details().currency;
    const std::vector<std::string>& open = money.details().currencies;
    if (!currency.empty()) return ' ' + currency;
    if (open.size() < 2) return {};
    return ' ' + open[0] + '/' + open[1] + (open.size() > 2 ? "/…" : "");
}

/// "2024-03-04|2024-04-03": the reading whose day (day first) or month is the text's first number.
std::optional<CivilDay> reading_of(std::string_view value, std::string_view text, DayOrder order) {
    const std::size_t bar = value.find('|');
    if (bar == std::string_view::npos) return parse_day(value);
    if (order == DayOrder::evidence) return std::nullopt;
    std::int32_t number = 0;
    for (std::size_t at = text.find_first_of("0123456789");
         at < text.size() && ascii::is_digit(text[at]) && number < 100; ++at)
        number = number * 10 + (text[at] - '0');
    for (const std::string_view half : {value.substr(0, bar), value.substr(bar + 1)})
        if (const auto day = parse_day(half))
            if ((order == DayOrder::day_first ? day->day : day->month) == number) return day;
    return std::nullopt;
}

}  // namespace

bool MentionTypes::add(std::string_view given) {
    std::string name(given);
    for (char& c : name) c = ascii::upper(c);
    if (name == "ALL")
        bits_ |= kAll;
    else if (name == "NAMES")
        bits_ |= kNames;
    else if (name == "TIMES")
        bits_ |= kTimes;
    else if (name == "NUMBERS")
        bits_ |= kAll - kTimes - kNames;
    else if (const auto type = entity_type(name))
        bits_ |= 1U << bit(*type);
    else if (const auto kind = expression_kind(name))
        bits_ |= 1U << bit(*kind);
    else
        return false;
    return true;
}

std::string MentionTypes::list() {
    std::string names = "names, times, numbers, all";
    for (unsigned i = 0; i <= static_cast<unsigned>(EntityType::misc); ++i)
        names.append(", ").append(name_of(static_cast<EntityType>(i)));
    for (unsigned i = 0; i < kExpressionKinds; ++i)
        names.append(", ").append(name_of(static_cast<ExpressionKind>(i)));
    return names;
}

CivilDay day_given(std::string_view option, const std::string& given) {
    const auto day = parse_day(given);
    if (!day)
        throw Error(Fault::usage,
                    fmt::format("{} takes a day such as 2024-03-15, not '{}'", option, given));
    return *day;
}

void declare_dates(OptionList& options, DateOptions& dates) {
    options.group("Dates");
    options
        .add("--date", "YYYY-MM-DD",
             "the day of publication, from which \"yesterday\" counts; else the text's own")
        .store = [&dates](const std::string& given) { dates.day = day_given("--date", given); };
    options.add("--day-first", "", "7/8/2024 is 7 August").store = [&dates](const std::string&) {
        dates.order = DayOrder::day_first;
    };
    options
        .add("--month-first", "", "7/8/2024 is July 8; without either, as the text's other dates")
        .store = [&dates](const std::string&) { dates.order = DayOrder::month_first; };
}

std::optional<CivilDay> reference_day(const Document& document, const Outline& outline,
                                      const DateOptions& dates) {
    if (dates.day) return dates.day;
    for (const MetaKey key : {MetaKey::date, MetaKey::updated})
        for (const MetaField& field : outline.meta)
            if (field.key == key)
                if (const auto day =
                        reading_of(field.value, document.text(field.span), dates.order))
                    return day;
    return std::nullopt;
}

MentionFinder::MentionFinder(MentionTypes types, DateOptions dates, NameLists lists)
    : types_(types), dates_(dates), lists_(std::move(lists)), model_(load_entity_model()) {
    if (types.any_expressions()) rules_.emplace(load_resource(kTemporalTable));
}

Mentions MentionFinder::find(const Document& document, const Outline& outline, float min_confidence,
                             bool explain) const {
    Mentions found;
    found.names = model_.find(document, explain);
    std::erase_if(found.names,
                  [&](const Entity& name) { return name.confidence < min_confidence; });
    lists_.apply(document, found.names);
    if (rules_) {
        TemporalOptions options;
        options.reference = reference_day(document, outline, dates_);
        options.order = dates_.order;
        for (const MetaField& field : outline.meta)
            if (field.key == MetaKey::place) options.place = field.span;
        found.expressions = rules_->find(document, found.names, options);
        std::erase_if(found.expressions,
                      [&](const Expression& one) { return !types_.has(one.kind); });
        drop_covered(found.names, found.expressions);
    }
    std::erase_if(found.names, [&](const Entity& name) { return !types_.has(name.type); });
    return found;
}

std::string shown_value(const Expression& expression) {
    switch (expression.kind) {
        case ExpressionKind::money:
            return expression.value + currency_text(expression);
        case ExpressionKind::percent:
            return expression.value + " %";
        case ExpressionKind::quantity:
            return expression.value + ' ' + expression.details().unit;
        case ExpressionKind::ordinal:
        case ExpressionKind::cardinal:
            return expression.value;
        default:
            return expression.details().values.empty()
                       ? time_text(expression)
                       : joined(expression.details().values, " or ");
    }
}

}  // namespace analyze
