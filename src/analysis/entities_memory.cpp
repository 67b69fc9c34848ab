// What a document says about its own names: the second look that gives one name one type.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_memory.hpp"

#include <algorithm>
#include <string>

#include "analyze/base/ascii.hpp"

namespace analyze {
namespace {

std::uint64_t pair_of(std::uint32_t left, std::uint32_t right) {
    return (std::uint64_t{left} << 32 | right) + 1;
}

void count(std::uint16_t& counter) {
    if (counter != UINT16_MAX) ++counter;
}

}  // namespace

std::size_t DocumentMemory::slot_of(std::uint64_t words) const {
    std::size_t at = mix64(words) & (pairs_.size() - 1);
    while (pairs_[at].words != 0 && pairs_[at].words != words) at = (at + 1) & (pairs_.size() - 1);
    return at;
}

DocumentMemory::DocumentMemory(const FeatureText& features, const std::vector<Found>& names,
                               NameTable* table)
    : features_(&features),
      type_of_(features.text().units.size(), kNoName),
      place_of_(features.text().units.size(), 3),
      words_(features.words().size()) {
    const UnitText& text = features.text();
    for (const Found& name : names) {
        std::string initials;
        for (std::uint32_t i = name.first; i < name.end; ++i) {
            type_of_[i] = name.type;
            place_of_[i] = name.end - name.first == 1 ? 3
                           : i == name.first          ? 0
                           : i + 1 == name.end        ? 2
                                                      : 1;
            const char c = text.text[text.units[i].span.begin];
            if (features.word(i).marked()) initials += ascii::lower(c);
        }
        if (initials.size() >= 2) acronyms_.try_emplace(hash_of(initials), name.type);
    }
    std::size_t capitals = 8;
    for (std::uint32_t i = 0; i < text.units.size(); ++i)
        capitals += type_of_[i] != kNoName || features.word(i).marked();
    std::size_t slots = 16;
    while (slots < 2 * capitals) slots *= 2;
    pairs_.resize(slots);
    for (const UnitSentence& sentence : text.sentences) {
        for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
            if (type_of_[i] != kNoName || features.word(i).marked()) {
                WordMemory& word = words_[features.plain_word_of(i)];
                count(word.types[type_of_[i]]);
                if (place_of_[i] < 3) {
                    count(word.longer[type_of_[i]]);
                    count(word.places[place_of_[i]]);
                }
            }
            if (i + 1 == sentence.end || (!features.word(i).marked() && type_of_[i] == kNoName))
                continue;
            const bool together = type_of_[i] != kNoName && type_of_[i] == type_of_[i + 1] &&
                                  place_of_[i] < 2 && place_of_[i + 1] >= 1 && place_of_[i + 1] < 3;
            const std::uint64_t words =
                pair_of(features.plain_word_of(i), features.plain_word_of(i + 1));
            PairMemory& pair = pairs_[slot_of(words)];
            pair.words = words;
            if (together)
                count(pair.together[type_of_[i]]);
            else
                count(pair.apart);
        }
    }
    if (table) exchange(*table);
}

void DocumentMemory::exchange(NameTable& table) {
    const auto add = [](auto& counts, const auto& others) {
        for (std::size_t i = 0; i < counts.size(); ++i)
            counts[i] = static_cast<std::uint16_t>(
                std::min<std::uint32_t>(std::uint32_t{counts[i]} + others[i], UINT16_MAX));
    };
    const auto any = [](const auto& counts) {  // of a type
        return std::any_of(counts.begin(), counts.begin() + kTypes,
                           [](std::uint16_t count) { return count != 0; });
    };
    // Both then have the sum. Only what was a name comes in anew.
    for (std::size_t w = 0; w < words_.size(); ++w) {
        WordMemory& mine = words_[w];
        if (mine.types == WordMemory().types) continue;
        const std::uint64_t word = features_->words()[w].exact;
        auto known = table.words.find(word);
        if (known != table.words.end()) {
            add(mine.types, known->second.types);
            add(mine.longer, known->second.longer);
            add(mine.places, known->second.places);
            known->second = mine;
        } else if (any(mine.types) && table.words.size() < NameTable::kMost) {
            table.words.emplace(word, mine);
        }
    }
    for (PairMemory& mine : pairs_) {
        if (mine.words == 0) continue;
        const std::uint64_t words =
            combine(features_->words()[(mine.words - 1) >> 32].exact,
                    features_->words()[(mine.words - 1) & UINT32_MAX].exact);
        auto known = table.pairs.find(words);
        if (known != table.pairs.end()) {
            add(mine.together, known->second.together);
            mine.apart = static_cast<std::uint16_t>(std::min<std::uint32_t>(
                std::uint32_t{mine.apart} + known->second.apart, UINT16_MAX));
            known->second = mine;
        } else if (any(mine.together) && table.pairs.size() < NameTable::kMost) {
            table.pairs.emplace(words, mine);
        }
    }
    for (const auto& [initials, type] : acronyms_)
        if (table.acronyms.size() < NameTable::kMost) table.acronyms.try_emplace(initials, type);
    acronyms_.insert(table.acronyms.begin(), table.acronyms.end());
}

std::uint8_t DocumentMemory::beside(const UnitSentence& sentence, std::uint32_t unit, int step,
                                    std::uint64_t& joint) const {
    static const std::uint64_t kAnd = hash_of("and"), kOr = hash_of("or");
    constexpr int kFarthest = 3;
    joint = 0;
    std::int64_t at = unit;
    // To the end of its own name.
    if (type_of_[unit] != kNoName)
        while (place_of_[static_cast<std::size_t>(at)] != 3 &&
               place_of_[static_cast<std::size_t>(at)] != (step < 0 ? 0 : 2))
            at += step;
    for (int i = 0; i <= kFarthest; ++i) {
        at += step;
        if (at < sentence.first || at >= sentence.end) return kNoName;
        const auto here = static_cast<std::uint32_t>(at);
        if (type_of_[here] != kNoName) return joint == 0 ? kNoName : type_of_[here];
        const Word& word = features_->word(here);
        if (word.caps == Caps::mark)
            joint |= 1;
        else if (word.folded == kAnd || word.folded == kOr)
            joint |= 2;
        else if (word.caps == Caps::digits)
            joint |= 4;
        else
            return kNoName;
    }
    return kNoName;
}

void DocumentMemory::keys(const UnitSentence& sentence, std::uint32_t unit,
                          std::vector<std::uint64_t>& keys, KeyNotes notes) const {
    const FeatureText& features = *features_;
    const auto add = [&](MemoryKind what, std::uint64_t value, std::uint64_t type) {
        keys.push_back(combine(static_cast<std::uint64_t>(what), value));
        if (notes) notes->push_back({static_cast<std::uint16_t>(what), 0, type});
    };
    const std::uint8_t own = type_of_[unit], place = place_of_[unit];
    if (own == kNoName && !features.near_name(sentence, unit)) return;
    const WordMemory& word = words_[features.plain_word_of(unit)];
    const std::uint64_t me = std::uint64_t{own} * 4 + place;

    if (own != kNoName || features.word(unit).marked()) {
        std::uint32_t total = 0, best = 0;
        std::uint64_t type = kNoName;
        for (std::size_t y = 0; y <= kTypes; ++y) {
            const std::uint32_t others = word.types[y] - (word.types[y] > 0 && y == own ? 1U : 0U);
            total += others;
            if (others > best) {
                best = others;
                type = y;
            }
        }
        if (total > 0) {
            const std::uint64_t share = best == total           ? 3
                                        : best * 3 >= total * 2 ? 2
                                        : best * 2 >= total     ? 1
                                                                : 0;
            const std::uint64_t often = std::min<std::uint32_t>(total, 4);
            add(MemoryKind::same, ((me * 16 + type) * 4 + share) * 8 + often, type);
            add(MemoryKind::same_short, (std::uint64_t{own} * 16 + type) * 4 + share, type);
        }
        std::uint32_t longest = 0;
        for (std::size_t y = 0; y < kTypes; ++y) {
            const std::uint32_t others =
                word.longer[y] - (word.longer[y] > 0 && y == own && place < 3 ? 1U : 0U);
            if (others > longest) {
                longest = others;
                type = y;
            }
        }
        if (longest > 0) {
            const std::uint64_t where =
                word.places[2] >= word.places[0] && word.places[2] >= word.places[1] ? 2
                : word.places[0] >= word.places[1]                                   ? 0
                                                                                     : 1;
            add(MemoryKind::longer, (me * 16 + type) * 4 + where, type);
        }
        if (features.word(unit).caps == Caps::upper &&
            features.text().units[unit].span.size() < 12) {
            const auto found = acronyms_.find(features.word(unit).folded);
            if (found != acronyms_.end())
                add(MemoryKind::acronym, me * 16 + found->second, found->second);
        }
    }
    if (own != kNoName || features.word(unit).marked())
        for (const int step : {-1, 1}) {
            std::uint64_t joint = 0;
            const std::uint8_t type = beside(sentence, unit, step, joint);
            if (type == kNoName) continue;
            const std::uint64_t side = step < 0 ? 0 : 1;
            add(MemoryKind::beside, ((me * 16 + type) * 8 + joint) * 2 + side, type);
            add(MemoryKind::beside, (((std::uint64_t{own} * 16 + type) * 2 + side) << 20) + 1,
                type);
        }
    // The pairs with both neighbours.
    for (const std::uint32_t left : {unit - 1, unit}) {
        if (left + 1 == sentence.first || left + 1 >= sentence.end ||
            (left == unit - 1 && unit == sentence.first))
            continue;
        const PairMemory& pair = pairs_[slot_of(
            pair_of(features.plain_word_of(left), features.plain_word_of(left + 1)))];
        if (pair.words == 0) continue;
        const bool joined = type_of_[left] != kNoName && type_of_[left] == type_of_[left + 1] &&
                            place_of_[left] < 2 && place_of_[left + 1] >= 1 &&
                            place_of_[left + 1] < 3;
        std::uint32_t most = 0;
        std::uint64_t type = kNoName;
        for (std::size_t y = 0; y < kTypes; ++y) {
            const std::uint32_t others =
                pair.together[y] -
                (joined && y == type_of_[left] && pair.together[y] > 0 ? 1U : 0U);
            if (others > most) {
                most = others;
                type = y;
            }
        }
        const std::uint32_t apart = pair.apart - (!joined && pair.apart > 0 ? 1U : 0U);
        if (most == 0 && apart == 0) continue;
        const std::uint64_t side = left == unit ? 1 : 0;
        if (most < apart) type = kNoName;
        add(MemoryKind::together, ((me * 16 + type) * 2 + side) * 2 + (joined ? 1 : 0), type);
    }
}

}  // namespace analyze
