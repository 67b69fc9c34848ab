// Lists of names that a user adds: what is surely a name of a type, and what is none.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/name_lists.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "analyze/analysis/entities_decode.hpp"
#include "analyze/analysis/entities_features.hpp"
#include "analyze/text/tokenizer.hpp"
#include "list_lines.hpp"

namespace analyze {
namespace {

constexpr std::uint32_t kEveryType = (1U << kTypes) - 1;

/// Calls `use(units of the name, type if one is given)` for each line.
template <typename Use>
void for_names(const Resource& resource, bool needs_type, Use&& use) {
    Tokenizer tokenizer;
    std::vector<Token> tokens;
    std::vector<Unit> units;
    for_lines(resource, [&](std::size_t number, std::string_view line) {
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty() || line[0] == '#') return;
        const auto refuse = [&](const std::string& what) {
            return list_error(resource, number, what);
        };
        const std::size_t tab = line.find('\t');
        std::optional<EntityType> type;
        if (tab != std::string_view::npos) {
            type = entity_type(line.substr(tab + 1));
            if (!type)
                throw refuse("unknown type '" + std::string(line.substr(tab + 1)) +
                             "'; a line is a name, a tab, and a type such as PERSON");
        } else if (needs_type) {
            throw refuse("no type; a line is a name, a tab, and a type such as PERSON");
        }
        const std::string_view name = line.substr(0, tab);
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
        use(keys, type);
    });
}

}  // namespace

void NameLists::add_gazetteer(const Resource& resource) {
    for_names(resource, true, [&](const std::vector<std::uint64_t>& keys, auto type) {
        for (const std::uint64_t key : keys) names_.try_emplace(key, kNone);
        names_[keys.back()] = static_cast<std::uint32_t>(*type);
    });
}

void NameLists::add_denied(const Resource& resource) {
    for_names(resource, false, [&](const std::vector<std::uint64_t>& keys, auto type) {
        denied_[keys.back()] |= type ? 1U << static_cast<unsigned>(*type) : kEveryType;
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
    std::vector<Entity> listed;
    for (const UnitSentence& sentence : text.sentences)
        for (std::uint32_t first = sentence.first; first < sentence.end;) {
            std::uint32_t end = first;
            std::uint32_t type = kNone;
            std::uint64_t key = 0;
            for (std::uint32_t unit = first; unit < sentence.end; ++unit) {
                key = key_of(key, unit);
                const auto found = names_.find(key);
                if (found == names_.end()) break;
                if (found->second == kNone) continue;
                type = found->second;
                end = unit + 1;
            }
            if (type == kNone) {
                ++first;
                continue;
            }
            listed.push_back({static_cast<EntityType>(type),
                              {text.units[first].span.begin, text.units[end - 1].span.end},
                              sentence.source,
                              1});
            first = end;
        }
    std::size_t at = 0;
    std::erase_if(names, [&](const Entity& name) {
        while (at < listed.size() && listed[at].span.end <= name.span.begin) ++at;
        return at < listed.size() && listed[at].span.begin < name.span.end;
    });
    std::vector<Entity> all(names.size() + listed.size());
    std::merge(names.begin(), names.end(), listed.begin(), listed.end(), all.begin(),
               [](const Entity& a, const Entity& b) { return a.span.begin < b.span.begin; });
    names = std::move(all);
}

}  // namespace analyze
