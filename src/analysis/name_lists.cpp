// Lists of names that a user adds: what is surely a name of a type, and what is none.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/name_lists.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <string>

#include "analyze/analysis/entities_decode.hpp"
#include "analyze/analysis/entities_features.hpp"
#include "analyze/text/tokenizer.hpp"
#include "list_lines.hpp"

namespace analyze {
namespace {

constexpr std::uint32_t kEveryType = (1U << kTypes) - 1;

/// The columns of a line that are there.
std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> columns;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find('\t', begin), line.size());
        columns.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return columns;
}

/// Calls `use(number of the line, keys of the beginnings of the name, columns, refuse)` for each
/// line of one to `most` columns; refuse(what) is the error to throw.
template <typename Use>
void for_names(const Resource& resource, std::size_t most, Use&& use) {
    Tokenizer tokenizer;
    std::vector<Token> tokens;
    std::vector<Unit> units;
    for_lines(resource, [&](std::size_t number, std::string_view line) {
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty() || line[0] == '#') return;
        const auto refuse = [&](const std::string& what) {
            return list_error(resource, number, what);
        };
        const std::vector<std::string_view> columns = columns_of(line);
        if (columns.size() > most)
            throw refuse("a line has at most " + std::to_string(most) + " columns");
        const std::string_view name = columns[0];
        tokens.clear();
        units.clear();
        tokenizer.tokenize(name, tokens);
        append_units(name, tokens.data(), tokens.data() + tokens.size(), units);
        if (units.empty()) throw refuse("no name");
        std::vector<std::uint64_t> keys;
        keys.reserve(units.size());
        std::uint64_t key = 0;
        for (const Unit& unit : units)
            keys.push_back(key = phrase_key(key, hash_of(slice(name, unit.span))));
        use(number, keys, columns, refuse);
    });
}

template <typename Refuse>
EntityType type_in(std::string_view column, const Refuse& refuse) {
    const std::optional<EntityType> type = entity_type(column);
    if (!type)
        throw refuse("unknown type '" + std::string(column) +
                     "'; a line is a name, a tab, and a type such as PERSON");
    return *type;
}

template <typename Refuse>
std::int32_t priority_in(std::string_view column, const Refuse& refuse) {
    std::int32_t priority = 0;
    const char* end = column.data() + column.size();
    const auto [stop, failure] = std::from_chars(column.data(), end, priority);
    if (failure != std::errc() || stop != end)
        throw refuse("'" + std::string(column) +
                     "' is no priority; the fourth column is a whole number such as 10");
    return priority;
}

}  // namespace

void NameLists::add_gazetteer(const Resource& resource) {
    const auto origin = static_cast<std::uint32_t>(origins_.size());
    origins_.push_back(resource.origin());
    for_names(
        resource, 4,
        [&](std::size_t number, const auto& keys, const auto& columns, const auto& refuse) {
            if (columns.size() < 2)
                throw refuse("no type; a line is a name, a tab, and a type such as PERSON");
            Entry entry{
                type_in(columns[1], refuse), 0, {}, origin, static_cast<std::uint32_t>(number)};
            if (columns.size() > 2) entry.canonical = columns[2];
            if (columns.size() > 3) entry.priority = priority_in(columns[3], refuse);
            for (const std::uint64_t key : keys) names_.try_emplace(key, kNone);
            std::uint32_t& place = names_[keys.back()];
            if (place != kNone && entries_[place].priority > entry.priority) return;
            place = static_cast<std::uint32_t>(entries_.size());
            entries_.push_back(std::move(entry));
        });
}

void NameLists::add_denied(const Resource& resource) {
    for_names(
        resource, 2, [&](std::size_t, const auto& keys, const auto& columns, const auto& refuse) {
            denied_[keys.back()] |= columns.size() > 1
                                        ? 1U << static_cast<unsigned>(type_in(columns[1], refuse))
                                        : kEveryType;
        });
}

void NameLists::apply(const Document& document, std::vector<Entity>& names) const {
    if (empty()) return;
    const UnitText text = units_of(document);
    const auto key_of = [&](std::uint64_t before, std::size_t unit) {
        return phrase_key(before, hash_of(slice(text.text, text.units[unit].span)));
    };
    if (!denied_.empty()) {
        std::size_t unit = 0;  // names and units are both in order
        std::erase_if(names, [&](const Entity& name) {
            while (unit < text.units.size() && text.units[unit].span.begin < name.span.begin)
                ++unit;
            std::uint64_t key = 0;
            for (; unit < text.units.size() && text.units[unit].span.end <= name.span.end; ++unit)
                key = key_of(key, unit);
            const auto found = denied_.find(key);
            return found != denied_.end() &&
                   (found->second >> static_cast<unsigned>(name.type) & 1);
        });
    }
    if (names_.empty()) return;
    // All that stand in the text, in the order in which they get their places.
    struct Match {
        std::uint32_t first, end, entry, sentence;
    };
    std::vector<Match> matches;
    for (const UnitSentence& sentence : text.sentences)
        for (std::uint32_t first = sentence.first; first < sentence.end; ++first) {
            std::uint64_t key = 0;
            for (std::uint32_t unit = first; unit < sentence.end; ++unit) {
                key = key_of(key, unit);
                const auto found = names_.find(key);
                if (found == names_.end()) break;
                if (found->second != kNone)
                    matches.push_back({first, unit + 1, found->second, sentence.source});
            }
        }
    const auto priority = [&](const Match& match) { return entries_[match.entry].priority; };
    std::sort(matches.begin(), matches.end(), [&](const Match& a, const Match& b) {
        if (priority(a) != priority(b)) return priority(a) > priority(b);
        return a.first != b.first ? a.first < b.first : a.end > b.end;
    });
    std::vector<bool> taken(text.units.size()), tagged(text.units.size());
    std::size_t unit = 0;
    for (const Entity& name : names) {
        while (unit < text.units.size() && text.units[unit].span.end <= name.span.begin) ++unit;
        for (; unit < text.units.size() && text.units[unit].span.begin < name.span.end; ++unit)
            tagged[unit] = true;
    }
    std::vector<Entity> listed;
    for (const Match& match : matches) {
        const auto covers = [&](const std::vector<bool>& units) {
            return std::find(units.begin() + match.first, units.begin() + match.end, true) !=
                   units.begin() + match.end;
        };
        if (covers(taken) || (priority(match) < 0 && covers(tagged))) continue;
        std::fill(taken.begin() + match.first, taken.begin() + match.end, true);
        const Entry& entry = entries_[match.entry];
        listed.push_back(
            {entry.type, text.span_of(match.first, match.end), match.sentence, 1,
             std::make_unique<EntityNotes>(EntityNotes{
                 entry.canonical,
                 {{"gazetteer " + origins_[entry.origin] + ':' + std::to_string(entry.line)}}})});
    }
    std::sort(listed.begin(), listed.end(),
              [](const Entity& a, const Entity& b) { return a.span.begin < b.span.begin; });
    std::size_t at = 0;
    std::erase_if(names, [&](const Entity& name) {
        while (at < listed.size() && listed[at].span.end <= name.span.begin) ++at;
        return at < listed.size() && listed[at].span.begin < name.span.end;
    });
    std::vector<Entity> all(names.size() + listed.size());
    std::merge(std::move_iterator(names.begin()), std::move_iterator(names.end()),
               std::move_iterator(listed.begin()), std::move_iterator(listed.end()), all.begin(),
               [](const Entity& a, const Entity& b) { return a.span.begin < b.span.begin; });
    names = std::move(all);
}

}  // namespace analyze
