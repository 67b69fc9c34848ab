// The words that set two corpora apart: tested, chosen and ordered by options, then as rows.
// SPDX-License-Identifier: Apache-2.0
#include "key_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "analyze/base/ascii.hpp"
#include "analyze/base/error.hpp"
#include "document_view.hpp"

namespace analyze {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

constexpr std::array<std::pair<std::string_view, KeyField>, 13> kFields{
    {{"log-likelihood", KeyField::log_likelihood},
     {"p", KeyField::p},
     {"adjusted-p", KeyField::adjusted_p},
     {"bic", KeyField::bic},
     {"chi-squared", KeyField::chi_squared},
     {"log-ratio", KeyField::log_ratio},
     {"percent-difference", KeyField::percent_difference},
     {"odds-ratio", KeyField::odds_ratio},
     {"count", KeyField::count},
     {"documents", KeyField::documents},
     {"reference-count", KeyField::reference_count},
     {"reference-documents", KeyField::reference_documents},
     {"word", KeyField::word}}};

Value rounded(std::optional<double> number) {
    return number ? Value(to_eight_digits(*number)) : Value();
}

/// The figure as a number, rounded as it is shown; what would be infinite is.
double figure(const KeyWord& key, const Contrast::Row& row, KeyField field) {
    switch (field) {
        case KeyField::log_likelihood:
            return key.log_likelihood;
        case KeyField::p:
            return key.p;
        case KeyField::adjusted_p:
            return key.adjusted_p;
        case KeyField::bic:
            return to_eight_digits(bayes_information(key.log_likelihood, key.counts));
        case KeyField::chi_squared:
            return to_eight_digits(chi_squared_yates(key.counts));
        case KeyField::log_ratio:
            return to_eight_digits(log_ratio(key.counts));
        case KeyField::percent_difference:
            return to_eight_digits(percent_difference(key.counts).value_or(kInfinity));
        case KeyField::odds_ratio:
            return to_eight_digits(odds_ratio(key.counts).value_or(kInfinity));
        case KeyField::count:
            return static_cast<double>(row.count[0]);
        case KeyField::documents:
            return static_cast<double>(row.documents[0]);
        case KeyField::reference_count:
            return static_cast<double>(row.count[1]);
        case KeyField::reference_documents:
            return static_cast<double>(row.documents[1]);
        case KeyField::word:
            break;
    }
    return 0;
}

/// By what the strongest comes first: larger is stronger. p-values by the log-likelihood, which
/// still tells apart those that are 0 as numbers.
double strength(const KeyWord& key, const Contrast::Row& row, KeyField order, int direction) {
    switch (order) {
        case KeyField::p:
        case KeyField::adjusted_p:
            return key.log_likelihood;
        case KeyField::log_ratio:
        case KeyField::percent_difference:
        case KeyField::odds_ratio:
            return direction * figure(key, row, order);
        default:
            return figure(key, row, order);
    }
}

/// Equal strength: by log-likelihood, then by the bytes of the word, which the rows are in.
void sort_keys(std::vector<KeyWord>& keys, const std::vector<Contrast::Row>& rows, KeyField order,
               int direction) {
    struct Place {
        double strength, second;
        std::size_t index;
    };
    if (order == KeyField::word) return;
    std::vector<Place> places;
    places.reserve(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        places.push_back(
            {strength(keys[i], rows[keys[i].row], order, direction), keys[i].log_likelihood, i});
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        if (a.strength != b.strength) return a.strength > b.strength;
        return a.second != b.second ? a.second > b.second : a.index < b.index;
    });
    std::vector<KeyWord> sorted;
    sorted.reserve(keys.size());
    for (const Place& place : places) sorted.push_back(keys[place.index]);
    keys = std::move(sorted);
}

bool passes(const KeyWord& key, const Contrast::Row& row, const KeyWordChoice& choice) {
    return std::all_of(choice.bounds.begin(), choice.bounds.end(), [&](const KeyBound& bound) {
        double value = figure(key, row, bound.field);
        if (bound.field == KeyField::log_ratio) value = std::abs(value);
        return bound.least ? value >= bound.bound : value <= bound.bound;
    });
}

KeyBound read_bound(const std::string& option, bool least, const std::string& given) {
    const std::size_t equals = std::min(given.find('='), given.size());
    const auto* field = std::find_if(kFields.begin(), kFields.end(), [&](const auto& known) {
        return known.first == std::string_view(given).substr(0, equals);
    });
    double bound = 0;
    const char* end = given.data() + given.size();
    const char* start = given.data() + std::min(equals + 1, given.size());
    const auto [stop, failure] = std::from_chars(start, end, bound);
    if (field == kFields.end() || field->second == KeyField::word || failure != std::errc() ||
        stop != end || !std::isfinite(bound))
        throw Error(Fault::usage, fmt::format("{} takes KEY=NUMBER, as in log-ratio=1, with a key "
                                              "of --sort, not '{}'",
                                              option, given));
    return {field->second, least, bound, given};
}

}  // namespace

void declare_key_words(OptionList& options, KeyWordChoice& choice) {
    options.choice("--direction", "WHICH", choice.direction,
                   {{"both", Direction::both},
                    {"positive", Direction::positive},
                    {"negative", Direction::negative}},
                   "words that are more frequent, less frequent, or both");
    Option& sort = options.add("--sort", "KEY", "what the strongest come first by");
    for (const auto& [name, field] : kFields) {
        sort.choices.emplace_back(name);
        if (field == choice.order) sort.fallback = name;
    }
    sort.store = [&choice](const std::string& given) {
        for (const auto& [name, field] : kFields)
            if (name == given) choice.order = field;
    };
    for (const bool least : {true, false}) {
        const std::string name = least ? "--min" : "--max";
        Option& bound = options.add(
            name, "KEY=X",
            least ? "only words whose KEY of --sort is at least X; log-ratio up or down; repeatable"
                  : "only words whose KEY of --sort is at most X; repeatable");
        bound.repeats = true;
        bound.store = [&choice, name, least](const std::string& given) {
            choice.bounds.push_back(read_bound(name, least, given));
        };
    }
    options.choice(
        "--cells", "N", choice.cells, {{"four", Cells::four}, {"two", Cells::two}},
        "log-likelihood of the whole table; two: of the word alone, as Rayson's calculator");
}

std::vector<std::pair<std::string, Value>> fields_of(const KeyWordChoice& choice) {
    const auto* order = std::find_if(kFields.begin(), kFields.end(), [&](const auto& known) {
        return known.second == choice.order;
    });
    List least, most;
    for (const KeyBound& bound : choice.bounds) (bound.least ? least : most).push_back(bound.given);
    return {{"direction", choice.direction == Direction::both       ? "both"
                          : choice.direction == Direction::positive ? "positive"
                                                                    : "negative"},
            {"sort", std::string(order->first)},
            {"min", std::move(least)},
            {"max", std::move(most)},
            {"cells", choice.cells == Cells::four ? "four" : "two"}};
}

KeyWords find_key_words(const Contrast& contrast, const std::vector<Contrast::Row>& rows,
                        const KeyWordChoice& choice, std::uint64_t min_count,
                        const std::function<bool(std::string_view)>& wanted) {
    KeyWords found;
    const std::uint64_t here = contrast.words(Side::target);
    const std::uint64_t there = contrast.words(Side::reference);
    if (here == 0 || there == 0) return found;
    std::vector<KeyWord> tested;
    std::vector<double> adjusted;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const Contrast::Row& row = rows[i];
        if (row.count[0] + row.count[1] < min_count || !wanted(row.word)) continue;
        KeyWord key{.row = i, .counts = {row.count[0], row.count[1], here, there}};
        const double score = log_likelihood(key.counts, choice.cells);
        key.log_likelihood = to_eight_digits(score);
        key.p = to_eight_digits(p_of_chi_squared(score));
        adjusted.push_back(key.p);
        tested.push_back(key);
    }
    found.tested = tested.size();
    adjust_for_number(adjusted);
    for (std::size_t i = 0; i < tested.size(); ++i) {
        tested[i].adjusted_p = to_eight_digits(adjusted[i]);
        const int direction = direction_of(tested[i].counts);
        const Contrast::Row& row = rows[tested[i].row];
        if (direction != 0 && row.count[direction > 0 ? 0 : 1] >= min_count &&
            passes(tested[i], row, choice))
            (direction > 0 ? found.positive : found.negative).push_back(tested[i]);
    }
    sort_keys(found.positive, rows, choice.order, 1);
    sort_keys(found.negative, rows, choice.order, -1);
    return found;
}

Table key_word_table() {
    return {.name = "keywords",
            .columns = {{"rank"},
                        {"direction"},
                        {"word"},
                        {"count"},
                        {"per_million"},
                        {"documents"},
                        {"reference_count"},
                        {"reference_per_million"},
                        {"reference_documents"},
                        {"log_likelihood"},
                        {"p"},
                        {"adjusted_p"},
                        {"bic"},
                        {"chi_squared"},
                        {"log_ratio"},
                        {"percent_difference"},
                        {"odds_ratio"}}};
}

std::vector<Value> cells(const KeyWord& key, const Contrast::Row& row, std::size_t rank,
                         int direction, bool documents) {
    const TwoCounts& n = key.counts;
    return {number(rank),
            direction > 0 ? "positive" : "negative",
            std::string(row.word),
            number(n.a),
            per_million(n.a, n.c),
            number(row.documents[0]),
            number(n.b),
            per_million(n.b, n.d),
            documents ? number(row.documents[1]) : Value(),
            key.log_likelihood,
            key.p,
            key.adjusted_p,
            rounded(bayes_information(key.log_likelihood, n)),
            rounded(chi_squared_yates(n)),
            rounded(log_ratio(n)),
            rounded(percent_difference(n)),
            rounded(odds_ratio(n))};
}

Table key_word_text(int direction) {
    return {.title = direction > 0 ? "More frequent than in the reference"
                                   : "Less frequent than in the reference",
            .columns = {{.name = "word", .draw = Column::Draw::strong},
                        {.name = "count", .align = Align::right},
                        {.name = "/million", .align = Align::right, .spare = true},
                        {.name = "reference", .align = Align::right},
                        {.name = "/million", .align = Align::right, .spare = true},
                        {.name = "log-lik.", .align = Align::right},
                        {.name = "p", .spare = true},
                        {.name = "log_ratio", .align = Align::right, .spare = true}}};
}

std::vector<Value> text_cells(const KeyWord& key, const Contrast::Row& row) {
    const TwoCounts& n = key.counts;
    return {std::string(row.word), number(n.a),        per_million(n.a, n.c), number(n.b),
            per_million(n.b, n.d), key.log_likelihood, stars(key.adjusted_p), log_ratio(n)};
}

std::string stars(double adjusted_p) {
    return adjusted_p < 0.001 ? "***" : adjusted_p < 0.01 ? "**" : adjusted_p < 0.05 ? "*" : "";
}

Table side_figures(const Contrast& contrast, const NamedSide& first, const NamedSide& second,
                   const std::string& counted) {
    Table table{.name = "sides",
                .columns = {{.name = "", .draw = Column::Draw::dim},
                            {.name = first.name, .align = Align::right},
                            {.name = second.name, .align = Align::right}}};
    const auto figures = [&](const std::string& label, const auto& figure) {
        table.rows.push_back({label, figure(first), figure(second)});
    };
    figures("Texts", [&](const NamedSide& named) {
        return named.documents ? number(contrast.documents(named.side)) : Value();
    });
    std::string label = counted;
    label[0] = ascii::upper(label[0]);
    figures(label, [&](const NamedSide& named) { return number(contrast.words(named.side)); });
    figures("Distinct " + counted,
            [&](const NamedSide& named) { return number(contrast.types(named.side)); });
    return table;
}

double per_million(std::uint64_t count, std::uint64_t words) {
    return static_cast<double>(count) * 1e6 / static_cast<double>(words);
}

}  // namespace analyze
