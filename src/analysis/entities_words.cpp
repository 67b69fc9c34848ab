// The words of the name tagger: how each is written, what lists say of it, and its feature keys.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "analyze/analysis/entities_features.hpp"
#include "analyze/base/ascii.hpp"
#include "analyze/text/fold.hpp"
#include "entities_templates.hpp"

namespace analyze {
namespace {

std::size_t character_size(unsigned char lead) {
    return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/// Words longer than this are looked at by hash only as a whole; affixes and shape see this much.
constexpr std::size_t kMaxShape = 48;

char shape_of(unsigned char lead, bool same_when_folded) {
    if (ascii::is_digit(lead)) return 'd';
    if (ascii::is_lower(lead)) return 'x';
    if (ascii::is_upper(lead)) return 'X';
    if (lead < 0x80) return static_cast<char>(lead);
    return same_when_folded ? 'x' : 'X';
}

Caps caps_of(std::string_view shape) {
    bool upper = false, lower = false, digit = false, upper_later = false, lower_first = false;
    bool first = true;
    int uppers = 0;
    for (const char c : shape) {
        if (c == 'X') {
            upper = true;
            ++uppers;
            upper_later |= !first;
        } else if (c == 'x') {
            lower = true;
            lower_first |= first;
        } else if (c == 'd') {
            digit = true;
        } else {
            continue;
        }
        first = false;
    }
    if (!upper)
        return lower ? (digit ? Caps::digits : Caps::lower) : digit ? Caps::digits : Caps::mark;
    if (!lower) return uppers == 1 && !digit ? Caps::initial : Caps::upper;
    if (lower_first || upper_later) return Caps::mixed;
    return Caps::initial;
}

/// Typographic apostrophes and hyphens as plain ones, so that lists need one form only.
void plain_marks(std::string& word) {
    if (word.find("\xe2\x80") == std::string::npos) return;
    std::size_t to = 0;
    for (std::size_t at = 0; at < word.size(); ++at, ++to) {
        word[to] = word[at];
        if (word[at] != '\xe2' || at + 2 >= word.size() || word[at + 1] != '\x80') continue;
        const char third = word[at + 2];
        const bool apostrophe = third == '\x98' || third == '\x99';
        if (!apostrophe && third != '\x90' && third != '\x91') continue;
        word[to] = apostrophe ? '\'' : '-';
        at += 2;
    }
    word.resize(to);
}

}  // namespace

Word describe(std::string_view unit, const ModelView& lists, std::string& scratch) {
    Word word;
    fold(unit, Case::fold, scratch);
    plain_marks(scratch);
    const std::string_view folded = scratch;
    word.exact = hash_of(unit);
    word.folded = hash_of(folded);

    std::string shape;
    std::size_t other = 0;
    for (std::size_t at = 0; at < unit.size() && at < kMaxShape;) {
        const std::size_t size = character_size(static_cast<unsigned char>(unit[at]));
        const std::size_t folded_size =
            other < folded.size() ? character_size(static_cast<unsigned char>(folded[other])) : 0;
        const bool same =
            unit.substr(at, size) == folded.substr(std::min(other, folded.size()), folded_size);
        shape += shape_of(static_cast<unsigned char>(unit[at]), same);
        at += size;
        other += folded_size;
    }
    word.caps = caps_of(shape);
    std::string packed;  // runs of the same class at most twice
    for (const char c : shape)
        if (packed.size() < 2 || packed.back() != c || packed[packed.size() - 2] != c) packed += c;
    word.shape = hash_of(packed);

    std::size_t at = 0;
    for (std::size_t i = 0; i < 4 && at < folded.size(); ++i) {
        at = std::min(folded.size(), at + character_size(static_cast<unsigned char>(folded[at])));
        word.affixes[i] = hash_of(folded.substr(0, at));
    }
    at = folded.size();
    for (std::size_t i = 4; i < 8 && at > 0; ++i) {
        do --at;
        while (at > 0 && (folded[at] & 0xc0) == 0x80);
        word.affixes[i] = hash_of(folded.substr(at));
    }
    const std::size_t hyphen = folded.find('-');
    if (hyphen != std::string_view::npos && folded.size() > 1) {
        const std::size_t last = folded.rfind('-');
        word.parts = {hash_of(folded.substr(0, hyphen)), hash_of(folded.substr(last + 1))};
    }
    const std::uint32_t facts = lists.facts.find(word.folded);
    word.facts = facts == HashView::kAbsent ? 0 : facts;
    word.clusters = lists.clusters.find(word.exact);
    if (word.clusters == HashView::kAbsent && word.caps == Caps::upper && word.affixes[3] != 0) {
        // A word in capitals goes with the same word as names are usually written.
        const std::size_t size = character_size(static_cast<unsigned char>(unit[0]));
        const std::size_t rest = character_size(static_cast<unsigned char>(folded[0]));
        std::string usual(unit.substr(0, size));
        usual += folded.substr(std::min(rest, folded.size()));
        word.clusters = lists.clusters.find(hash_of(usual));
    }
    return word;
}

void word_features(const Word& word, int offset, std::vector<std::uint64_t>& keys, KeyNotes notes) {
    const auto add = [&](Template what, std::uint64_t value) {
        keys.push_back(key(what, value, offset));
        if (notes) notes->push_back(note(what, value, offset));
    };
    const int distance = offset < 0 ? -offset : offset;
    add(Template::folded, word.folded);
    add(Template::shape, word.shape);
    add(Template::caps, static_cast<std::uint64_t>(word.caps));
    if (word.clusters != HashView::kAbsent) {
        add(Template::cluster_fine, word.clusters & 0xffff);
        add(Template::cluster_coarse, word.clusters >> 16);
    }
    for (int bit = 0; bit < fact::kLists; ++bit)
        if (word.facts >> bit & 1)
            add(Template::list,
                static_cast<std::uint64_t>(bit) * 16 + static_cast<std::uint64_t>(word.caps));
    if (distance < 2) {
        add(Template::affix, combine(7, word.affixes[6]));
        const std::uint64_t lower = word.facts >> fact::kLowerShift & 7;
        add(Template::caps_lower, lower * 16 + static_cast<std::uint64_t>(word.caps));
    }
    if (distance == 0) {
        add(Template::exact, word.exact);
        for (std::size_t i = 0; i < word.affixes.size(); ++i)
            if (word.affixes[i] != 0 && i != 6)
                add(Template::affix, combine(i + 1, word.affixes[i]));
        if (word.affixes[1] != 0)
            add(Template::caps_facts,
                combine(word.facts & 0xff, static_cast<std::uint64_t>(word.caps)));
        add(Template::caps_facts, combine(word.use(), 256 + static_cast<std::uint64_t>(word.caps)));
        if (word.parts[0] != 0) {
            add(Template::parts, combine(1, word.parts[0]));
            add(Template::parts, combine(2, word.parts[1]));
        }
        add(Template::bias, 0);
    }
}

}  // namespace analyze
