// Precision, recall and F1 of found names against a corpus, as score_raw.py and score_tokens.py count them.
// SPDX-License-Identifier: Apache-2.0
#include "evaluate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "analyze/analysis/entities.hpp"
#include "analyze/base/ascii.hpp"

namespace analyze {
namespace {

using Place = std::tuple<std::uint32_t, std::uint32_t, int>;

/// Person 0, organisation 1, place 2, others -1, of our types and of the corpora's labels.
int three(std::string label) {
    std::transform(label.begin(), label.end(), label.begin(), ascii::lower);
    static const std::set<std::string> persons{"person",     "per",    "politician",   "scientist",
                                               "researcher", "writer", "musicalartist"},
        organisations{"organisation",   "organization", "org",
                      "politicalparty", "band",         "university"},
        places{"location", "loc", "gpe", "fac", "facility", "country", "place"};
    if (persons.count(label) || label.rfind("person_", 0) == 0)
        return label == "person_group" ? -1 : 0;
    if (organisations.count(label) || label.rfind("organization_", 0) == 0) return 1;
    if (places.count(label) || label.rfind("location_", 0) == 0 || label.rfind("building_", 0) == 0)
        return 2;
    return -1;
}

/// The span without what score_raw.py takes off both ends.
Span trim(std::string_view text, Span span) {
    static constexpr std::string_view kLeft[] = {
        " ", "\n", "\"",     "'",      "(",      "[",      ",",      ".",     ":",
        ";", "-",  "\u201c", "\u201d", "\u2018", "\u2019", "\u2013", "\u2014"};
    static constexpr std::string_view kRight[] = {
        " ", "\n", "\"",     "'",      ")",      "]",      ",",      ".",     ":",
        ";", "-",  "\u201c", "\u201d", "\u2018", "\u2019", "\u2013", "\u2014"};
    const auto left = [&] {
        for (const std::string_view mark : kLeft)
            if (slice(text, span).substr(0, mark.size()) == mark) {
                span.begin += static_cast<std::uint32_t>(mark.size());
                return true;
            }
        return false;
    };
    while (!span.empty() && left()) {
    }
    if (span.size() > 4 &&
        (slice(text, span).substr(0, 4) == "the " || slice(text, span).substr(0, 4) == "The "))
        span.begin += 4;
    const auto right = [&] {
        for (const std::string_view mark : kRight)
            if (span.size() >= mark.size() &&
                text.substr(span.end - mark.size(), mark.size()) == mark) {
                span.end -= static_cast<std::uint32_t>(mark.size());
                return true;
            }
        return false;
    };
    while (!span.empty() && right()) {
    }
    for (const std::string_view tail : {"'s", "\u2019s"})
        if (span.size() > tail.size() && text.substr(span.end - tail.size(), tail.size()) == tail)
            span.end -= static_cast<std::uint32_t>(tail.size());
    return span;
}

Score compare(const std::set<Place>& gold, const std::set<Place>& found) {
    Score score;
    for (const Place& place : found) ++(gold.count(place) ? score.right : score.extra);
    score.missed = gold.size() - score.right;
    return score;
}

}  // namespace

double Score::precision() const {
    return 100.0 * static_cast<double>(right) /
           static_cast<double>(std::max<std::uint64_t>(1, right + extra));
}
double Score::recall() const {
    return 100.0 * static_cast<double>(right) /
           static_cast<double>(std::max<std::uint64_t>(1, right + missed));
}
double Score::f1() const {
    return 200.0 * static_cast<double>(right) /
           static_cast<double>(std::max<std::uint64_t>(1, 2 * right + extra + missed));
}

std::string Evaluation::line(bool ten_types) const {
    std::string text = fmt::format("3-class P {:.1f} R {:.1f} F1 {:.1f} span F1 {:.1f}",
                                   three.precision(), three.recall(), three.f1(), spans.f1());
    if (!ten_types) {
        const Score if_right{three.right + acting, three.extra - acting, three.missed - acting};
        return text +
               fmt::format(" | {} organisations found as places, F1 {:.1f} if these were right",
                           acting, if_right.f1());
    }
    text += fmt::format(" | ten types P {:.1f} R {:.1f} F1 {:.1f} |", ten.precision(), ten.recall(),
                        ten.f1());
    for (std::size_t y = 0; y < kTypes; ++y)
        text += fmt::format(" {} {:.0f}({})", name_of(static_cast<EntityType>(y)), types[y].f1(),
                            types[y].right + types[y].missed);
    return text;
}

Evaluation evaluate(const Tagger& tagger, const Corpus& corpus, const std::string& name,
                    const std::string& part, bool show_errors) {
    Evaluation result;
    for (const auto& item : corpus) {
        if (item->corpus != name || (!part.empty() && item->part != part)) continue;
        const std::string_view text = item->text();
        std::set<Place> gold3, found3, gold1, found1, gold10, found10;
        // With tokens, a name is what tokens it touches.
        std::vector<Span> tokens;
        if (item->joined)
            for (const auto& row : item->joined->tokens)
                tokens.insert(tokens.end(), row.begin(), row.end());
        const auto place = [&](Span span) {
            if (!item->joined) return trim(text, span);
            const auto first = std::partition_point(tokens.begin(), tokens.end(),
                                                    [&](Span t) { return t.end <= span.begin; });
            const auto last = std::partition_point(tokens.begin(), tokens.end(),
                                                   [&](Span t) { return t.begin < span.end; });
            return Span{static_cast<std::uint32_t>(first - tokens.begin()),
                        static_cast<std::uint32_t>(last - tokens.begin())};
        };
        const auto add = [&](Span span, int ten, int kind, std::set<Place>& to10,
                             std::set<Place>& to3, std::set<Place>& to1) {
            span = place(span);
            if (ten >= 0) to10.emplace(span.begin, span.end, ten);
            if (kind >= 0) {
                to3.emplace(span.begin, span.end, kind);
                to1.emplace(span.begin, span.end, 0);
            }
        };
        for (const Label& label : item->labels) {
            const auto type = entity_type(label.name);
            add(label.span, type ? static_cast<int>(*type) : -1, three(label.name), gold10, gold3,
                gold1);
        }
        for (const Found& found : tagger.find(item->units)) {
            const Span span = item->units.span_of(found.first, found.end);
            const Span at = place(span);
            result.judged.push_back({found.probability, found.type,
                                     gold10.count({at.begin, at.end, int{found.type}}) > 0});
            add(span, found.type, three(std::string(name_of(static_cast<EntityType>(found.type)))),
                found10, found3, found1);
        }
        result.three.add(compare(gold3, found3));
        for (const auto& [begin, end, kind] : gold3)
            if (kind == 1 && gold3.count({begin, end, 2}) == 0 &&
                found3.count({begin, end, 2}) > 0 && found3.count({begin, end, 1}) == 0)
                ++result.acting;
        result.spans.add(compare(gold1, found1));
        result.ten.add(compare(gold10, found10));
        auto& types = result.documents.emplace_back();
        const auto of = [&](const Place& at) -> Score& {
            return types[static_cast<std::size_t>(std::get<2>(at))];
        };
        for (const Place& at : found10) ++(gold10.count(at) ? of(at).right : of(at).extra);
        for (const Place& at : gold10)
            if (!found10.count(at)) ++of(at).missed;
        for (std::size_t y = 0; y < kTypes; ++y) result.types[y].add(types[y]);
        if (show_errors) {
            const auto show = [&](char sign, const std::set<Place>& these,
                                  const std::set<Place>& those) {
                for (const Place& at : these) {
                    if (those.count(at)) continue;
                    Span span{std::get<0>(at), std::get<1>(at)};
                    if (item->joined) span = {tokens[span.begin].begin, tokens[span.end - 1].end};
                    const std::uint32_t from = span.begin > 40 ? span.begin - 40 : 0;
                    std::string context =
                        fmt::format("{}{}[{}|{}]{}", sign, text.substr(from, span.begin - from),
                                    name_of(static_cast<EntityType>(std::get<2>(at))),
                                    slice(text, span), text.substr(span.end, 30));
                    std::replace(context.begin(), context.end(), '\n', ' ');
                    fmt::print("{} {}\n", item->id, context);
                }
            };
            show('-', gold10, found10);
            show('+', found10, gold10);
        }
    }
    return result;
}

}  // namespace analyze
