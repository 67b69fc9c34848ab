// What the name tagger looks at: a document's words in their context, as feature keys.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_features.hpp"

#include <algorithm>

#include "entities_templates.hpp"

namespace analyze {
namespace {

bool connects(std::string_view folded) {
    return folded == "of" || folded == "the" || folded == "and" || folded == "for" ||
           folded == "de" || folded == "la" || folded == "del" || folded == "du" ||
           folded == "des" || folded == "da" || folded == "do" || folded == "dos" ||
           folded == "van" || folded == "von" || folded == "der" || folded == "den" ||
           folded == "bin" || folded == "al" || folded == "el" || folded == "on" ||
           folded == "in" || folded == "y" || folded == "di" || folded == "le" || folded == "&";
}

bool is_copula(std::uint64_t folded) {
    static const std::uint64_t kIs = hash_of("is"), kWas = hash_of("was"), kAre = hash_of("are"),
                               kWere = hash_of("were");
    return folded == kIs || folded == kWas || folded == kAre || folded == kWere;
}

}  // namespace

FeatureText::FeatureText(const UnitText& text, const ModelView& lists) : text_(&text) {
    intern(lists);
    match_capitals();
    match_phrases(lists);
    read_document();
}

void FeatureText::intern(const ModelView& lists) {
    const std::size_t count = text_->units.size();
    word_of_.resize(count);
    // Open addressing over the hashes of the words: linear, and no node a word.
    std::size_t slots = 64;
    std::vector<std::uint32_t> table(slots, HashView::kAbsent);
    std::string scratch;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view unit = slice(text_->text, text_->units[i].span);
        const std::uint64_t hash = hash_of(unit);
        std::size_t at = hash & (slots - 1);
        while (table[at] != HashView::kAbsent && words_[table[at]].exact != hash)
            at = (at + 1) & (slots - 1);
        if (table[at] == HashView::kAbsent) {
            table[at] = static_cast<std::uint32_t>(words_.size());
            words_.push_back(describe(unit, lists, scratch));
            if (words_.size() * 2 > slots) {
                slots *= 4;
                table.assign(slots, HashView::kAbsent);
                for (std::size_t w = 0; w < words_.size(); ++w) {
                    std::size_t to = words_[w].exact & (slots - 1);
                    while (table[to] != HashView::kAbsent) to = (to + 1) & (slots - 1);
                    table[to] = static_cast<std::uint32_t>(w);
                }
                at = hash & (slots - 1);
                while (words_[table[at]].exact != hash) at = (at + 1) & (slots - 1);
            }
        }
        word_of_[i] = table[at];
    }
}

void FeatureText::match_capitals() {
    plain_word_.resize(words_.size());
    std::vector<std::pair<std::uint64_t, std::uint32_t>> plain;
    for (std::uint32_t w = 0; w < words_.size(); ++w) {
        plain_word_[w] = w;
        if (words_[w].caps == Caps::initial) plain.emplace_back(words_[w].folded, w);
    }
    std::sort(plain.begin(), plain.end());
    for (std::uint32_t w = 0; w < words_.size(); ++w) {
        // Shorter ones are acronyms: WHO is not Who.
        if (words_[w].caps != Caps::upper || words_[w].affixes[3] == 0) continue;
        const auto found = std::lower_bound(plain.begin(), plain.end(),
                                            std::pair{words_[w].folded, std::uint32_t{0}});
        if (found != plain.end() && found->first == words_[w].folded)
            plain_word_[w] = found->second;
    }
}

void FeatureText::match_phrases(const ModelView& lists) {
    matches_.assign(word_of_.size(), {});
    for (const UnitSentence& sentence : text_->sentences) {
        std::array<std::uint32_t, phrase::kKinds> covered{};
        for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
            if (!word(i).marked()) continue;
            std::array<std::uint32_t, phrase::kKinds> longest{};
            std::uint64_t at = 0;
            std::uint32_t any = 0;
            const std::uint32_t stop = std::min<std::uint32_t>(sentence.end, i + phrase::kMaxUnits);
            for (std::uint32_t j = i; j < stop; ++j) {
                at = phrase_key(at, word(j).folded);
                const std::uint32_t found = lists.phrases.find(at);
                if (found == HashView::kAbsent) break;
                const std::uint32_t kinds = found & 0xffff;
                any |= kinds;
                for (int kind = 0; kind < phrase::kKinds; ++kind)
                    if (kinds >> kind & 1) longest[static_cast<std::size_t>(kind)] = j + 1;
                if (!(found & phrase::kPrefix)) break;
            }
            for (std::size_t kind = 0; any >> kind != 0 && kind < phrase::kKinds; ++kind) {
                if (longest[kind] <= covered[kind]) continue;
                covered[kind] = longest[kind];
                const auto bit = static_cast<std::uint16_t>(1U << kind);
                const std::uint32_t last = longest[kind] - 1;
                if (last == i) {
                    matches_[i].single |= bit;
                } else {
                    matches_[i].begin |= bit;
                    for (std::uint32_t j = i + 1; j < last; ++j) matches_[j].inside |= bit;
                    matches_[last].end |= bit;
                }
            }
        }
    }
}

void FeatureText::read_document() {
    document_.assign(words_.size(), {});
    head_.resize(word_of_.size());
    start_.resize(word_of_.size());
    sentence_of_.resize(word_of_.size());
    quote_.assign(word_of_.size(), kNoRun);
    sentence_style_.assign(text_->sentences.size(), 0);
    std::vector<std::uint64_t> lower;
    for (const Word& word : words_)
        if (word.caps == Caps::lower) lower.push_back(word.folded);
    std::sort(lower.begin(), lower.end());
    for (std::size_t w = 0; w < words_.size(); ++w)
        document_[w].lower =
            words_[w].marked() && std::binary_search(lower.begin(), lower.end(), words_[w].folded);

    for (std::size_t s = 0; s < text_->sentences.size(); ++s) {
        const UnitSentence& sentence = text_->sentences[s];
        std::uint32_t capitals = 0, upper = 0, letters = 0;
        for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
            const Caps caps = word(i).caps;
            const bool one = text_->units[i].span.size() < 2;
            letters += caps == Caps::lower || caps == Caps::initial || caps == Caps::upper ||
                       caps == Caps::mixed;
            capitals += caps == Caps::initial || caps == Caps::upper || caps == Caps::mixed;
            upper += caps == Caps::upper && !one;
        }
        // 0 running text, 1 title case, 2 capitals only; a heading adds 3.
        std::uint8_t style = letters > 3 && upper * 10 >= letters * 7      ? 2
                             : letters > 3 && capitals * 10 >= letters * 6 ? 1
                                                                           : 0;
        if (sentence.heading) style = static_cast<std::uint8_t>(style + 3);
        sentence_style_[s] = style;

        for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
            sentence_of_[i] = static_cast<std::uint32_t>(s);
            DocumentFacts& facts = document_[word_of_[i]];
            if (!word(i).marked()) continue;
            if (style != 0) continue;
            if (i > sentence.first) {
                facts.mid_sentence = true;
                const Word& last = word(i - 1);
                facts.after_honorific |= (last.facts & fact::honorific) != 0 && last.marked();
                facts.after_given |= (last.facts & fact::given) != 0 && last.marked();
            }
            if (i + 1 < sentence.end) {
                const Word& next = word(i + 1);
                facts.before_surname |= (next.facts & fact::surname) != 0 && next.marked();
            }
            if (word(i).caps == Caps::upper && i > sentence.first &&
                slice(text_->text, text_->units[i - 1].span) == "(")
                facts.acronym = true;
        }
        find_quotes(sentence);
        // Runs of capitals, joined by of, the, and … between them. The first word of a sentence that
        // is hardly ever a name ("The", "In") is no part of one.
        for (std::uint32_t i = sentence.first; i < sentence.end;) {
            const bool mere_start = i == sentence.first && word(i).caps == Caps::initial &&
                                    (word(i).facts >> fact::kLowerShift & 7) == 5;
            if (!word(i).marked() || word(i).caps == Caps::digits || mere_start) {
                head_[i] = start_[i] = i;
                ++i;
                continue;
            }
            std::uint32_t last = i;
            for (std::uint32_t j = i + 1; j < sentence.end && j < last + 4 && j < i + 12; ++j) {
                if (word(j).marked()) {
                    last = j;
                    continue;
                }
                const Span span = text_->units[j].span;
                if (span.size() > 3 || !connects(slice(text_->text, span))) break;
            }
            for (std::uint32_t j = i; j <= last; ++j) {
                head_[j] = last;
                start_[j] = i;
            }
            i = last + 1;
        }
    }
}

void FeatureText::find_quotes(const UnitSentence& sentence) {
    constexpr std::uint32_t kLongest = 10;
    const auto quote = [&](std::uint32_t i) {
        const Span span = text_->units[i].span;
        if (span.size() > 3) return false;
        const std::string_view mark = slice(text_->text, span);
        return mark == "\"" || mark == "'" || mark == "\u201c" || mark == "\u201d" ||
               mark == "\u2018" || mark == "\u2019" || mark == "\u00ab" || mark == "\u00bb";
    };
    std::uint32_t open = kNoRun;
    for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
        if (!quote(i)) continue;
        const bool opens = i + 1 < sentence.end && text_->units[i + 1].glued &&
                           (i == sentence.first || !text_->units[i].glued);
        if (opens) {
            open = i;
        } else if (open != kNoRun) {
            if (i - open <= kLongest + 1 && i > open + 1) {
                quote_[open] = i;
                for (std::uint32_t j = open + 1; j < i; ++j) quote_[j] = open;
            }
            open = kNoRun;
        }
    }
}

void FeatureText::quote_features(const UnitSentence& sentence, std::uint32_t unit,
                                 std::vector<std::uint64_t>& keys, KeyNotes notes) const {
    const std::uint32_t open = quote_[unit];
    if (open == kNoRun || open > unit) return;
    const std::uint32_t close = quote_[open];
    const auto add = [&](Template what, std::uint64_t value, std::int64_t offset = 0) {
        keys.push_back(key(what, value));
        if (notes) notes->push_back(note(what, value, offset));
    };
    // A title: it begins with a capital, and half of its words do.
    std::uint32_t capitals = 0, lower = 0, length = 0, from = open + 1;
    for (std::uint32_t i = from; i < close; ++i) {
        if (word(i).caps == Caps::mark) continue;
        ++length;
        (word(i).marked() ? capitals : lower) += 1;
    }
    const std::uint64_t title = word(from).marked() && capitals >= lower ? 1 : 0;
    const std::uint64_t place = (unit == from ? 0U : 1U) + (unit + 1 == close ? 2U : 0U);
    add(Template::quoted, (place * 16 + length) * 2 + title);
    if (open > sentence.first) {
        const Word& before = word(open - 1);
        add(Template::quoted_before, combine(before.folded, title),
            std::int64_t{open} - 1 - std::int64_t{unit});
    }
    for (std::uint32_t i = open; i > sentence.first && open - i < 4; --i)
        if (const std::uint64_t kinds = word(i - 1).kinds(); kinds != 0) {
            add(Template::quoted_kind, kinds * 2 + title, std::int64_t{i} - 1 - std::int64_t{unit});
            break;
        }
}

bool FeatureText::near_name(const UnitSentence& sentence, std::uint32_t unit) const {
    return word(unit).marked() || (unit > sentence.first && word(unit - 1).marked()) ||
           (unit + 1 < sentence.end && word(unit + 1).marked());
}

void FeatureText::run_features(const UnitSentence& sentence, std::uint32_t first,
                               std::vector<std::uint64_t>& keys, KeyNotes notes) const {
    static const Word kOutsideWord{};
    static const std::uint64_t kComma = hash_of(","), kOpen = hash_of("("), kClose = hash_of(")");
    const std::uint32_t last = head_[first];
    const auto at = [&](std::int64_t i) -> const Word& {
        return i < sentence.first || i >= sentence.end ? kOutsideWord
                                                       : word(static_cast<std::uint32_t>(i));
    };
    const auto add = [&](Template what, std::uint64_t value, std::int64_t offset = 0) {
        keys.push_back(key(what, value));
        if (notes) notes->push_back(note(what, value, offset));
    };
    const Word &before = at(std::int64_t{first} - 1), &before2 = at(std::int64_t{first} - 2),
               &after = at(std::int64_t{last} + 1), &after2 = at(std::int64_t{last} + 2);
    std::uint64_t whole = 0;
    for (std::uint32_t i = first; i <= last; ++i) whole = phrase_key(whole, word(i).folded);
    add(Template::run_whole, whole);
    if (last > first + 1) add(Template::run_ends, combine(word(first).folded, word(last).folded));
    add(Template::run_before, before.folded);
    add(Template::run_after, after.folded);
    add(Template::run_second_before, before2.folded);
    add(Template::run_second_after, after2.folded);
    add(Template::run_two_before, combine(before2.folded, before.folded));
    add(Template::run_two_after, combine(after.folded, after2.folded));
    add(Template::run_around, combine(before.folded, after.folded));
    add(Template::run_last_before, combine(word(last).folded, before.folded));
    add(Template::run_length, std::uint64_t{std::min<std::uint32_t>(last - first, 7)} * 16 +
                                  static_cast<std::uint64_t>(word(last).caps));
    // The nearest words that say what a thing is, and what stands between: marks, other names.
    if (const std::uint64_t kinds = word(last).kinds(); kinds != 0)
        add(Template::run_kind_last, kinds * 2 + (last > first ? 1 : 0));
    const auto nearest_kind = [&](Template what, std::int64_t from, std::int64_t step) {
        std::uint64_t between = 0;
        for (std::uint64_t distance = 0; distance < 6; ++distance, from += step) {
            const Word& near = at(from);
            if (near.caps == Caps::mark) between |= 1;
            if (near.marked()) between |= 2;
            if (near.caps != Caps::lower || near.kinds() == 0) continue;
            const std::uint64_t value = std::uint64_t{near.kinds()} * 4 + between;
            const std::int64_t offset =
                from - (step < 0 ? std::int64_t{first} : std::int64_t{last});
            add(what, value * 4, offset);
            add(what, value * 4 + 1 + std::min<std::uint64_t>(distance, 2), offset);
            break;
        }
    };
    nearest_kind(Template::run_kind_before, std::int64_t{first} - 1, -1);
    nearest_kind(Template::run_kind_after, std::int64_t{last} + 1, 1);
    // The rarer words around the run, wherever they stand: "a bulk carrier", "whose film".
    const auto telling = [](const Word& word) {
        return word.caps == Caps::lower && (word.facts >> fact::kFrequencyShift & 7) != 5;
    };
    for (std::int64_t i = std::int64_t{first} - 1; i >= std::int64_t{first} - 5; --i)
        if (telling(at(i))) add(Template::run_near_before, at(i).folded, i - first);
    for (std::int64_t i = std::int64_t{last} + 1; i <= std::int64_t{last} + 6; ++i)
        if (telling(at(i))) add(Template::run_near_after, at(i).folded, i - last);
    if (after.folded == kComma && after2.caps == Caps::lower)
        for (std::int64_t i = std::int64_t{last} + 2; i <= std::int64_t{last} + 7; ++i) {
            if (at(i).caps == Caps::mark) break;
            if (telling(at(i))) add(Template::run_apposition, at(i).folded, i - last);
        }
    // "Velm (born 1950) was a Tarnish keeper": the noun that says what the name is.
    std::int64_t verb = std::int64_t{last} + 1;
    if (after.folded == kOpen) {
        const std::int64_t stop = verb + 30;
        while (verb < stop && at(verb).folded != kClose) ++verb;
        verb = at(verb).folded == kClose ? verb + 1 : sentence.end;
    }
    if (!is_copula(at(verb).folded)) return;
    for (std::int64_t i = verb + 1; i <= verb + 10; ++i) {
        const Word& noun = at(i);
        if (noun.caps != Caps::lower || noun.kinds() == 0) continue;
        add(Template::run_copula, noun.kinds(), i - last);
        add(Template::run_copula, noun.folded, i - last);
        break;
    }
}

void FeatureText::context_features(const UnitSentence& sentence, std::uint32_t unit,
                                   std::vector<std::uint64_t>& keys, KeyNotes notes) const {
    if (!near_name(sentence, unit)) return;
    static const Word kOutsideWord{};
    const auto at = [&](int offset) -> const Word& {
        const std::int64_t i = std::int64_t{unit} + offset;
        return i < sentence.first || i >= sentence.end ? kOutsideWord
                                                       : word(static_cast<std::uint32_t>(i));
    };
    const Word &now = at(0), &before = at(-1), &after = at(1), &before2 = at(-2), &after2 = at(2);
    const auto add = [&](Template what, std::uint64_t value) {
        keys.push_back(key(what, value));
        if (notes) notes->push_back(note(what, value));
    };
    const auto number = [](Caps caps) { return static_cast<std::uint64_t>(caps); };

    add(Template::before_now, combine(before.folded, now.folded));
    add(Template::now_after, combine(now.folded, after.folded));
    add(Template::around, combine(before.folded, after.folded));
    add(Template::two_before, combine(before2.folded, before.folded));
    add(Template::two_after, combine(after.folded, after2.folded));
    add(Template::shapes, combine(combine(before.shape, now.shape), after.shape));
    add(Template::clusters_before, combine(before.clusters & 0xffff, now.clusters & 0xffff));
    add(Template::clusters_after, combine(now.clusters & 0xffff, after.clusters & 0xffff));
    add(Template::clusters_three,
        combine(combine(before.clusters >> 16, now.clusters >> 16), after.clusters >> 16));
    add(Template::caps_three, combine(number(before2.caps) * 4096 + number(before.caps) * 256 +
                                          number(now.caps) * 16 + number(after.caps),
                                      now.facts & 0x7f));

    const std::uint64_t style = sentence_style_[sentence_of_[unit]];
    add(Template::style, style * 16 + number(now.caps));
    if (unit == sentence.first)
        add(Template::sentence_start,
            combine(number(now.caps) * 16 + number(after.caps), now.use()));

    const Matches& match = matches_[unit];
    const std::uint16_t here =
        static_cast<std::uint16_t>(match.begin | match.inside | match.end | match.single);
    for (std::uint64_t kind = 0; here >> kind != 0; ++kind) {
        const auto part = [&](std::uint16_t bits) {
            return static_cast<std::uint64_t>(bits >> kind & 1);
        };
        const std::uint64_t parts = part(match.begin) | part(match.inside) << 1 |
                                    part(match.end) << 2 | part(match.single) << 3;
        if (parts != 0) add(Template::match, kind * 16 + parts);
    }
    if (here != 0)
        add(Template::match_set,
            combine(combine(match.begin, match.inside), combine(match.end, match.single)));
    if (unit > sentence.first) {
        const Matches& left = matches_[unit - 1];
        const auto bits = static_cast<std::uint16_t>(left.end | left.single);
        if (bits != 0) add(Template::match_before, bits);
    }
    if (unit + 1 < sentence.end) {
        const Matches& right = matches_[unit + 1];
        const auto bits = static_cast<std::uint16_t>(right.begin | right.single);
        if (bits != 0) add(Template::match_after, bits);
    }

    if (now.marked() || head_[unit] != unit) {
        const std::uint32_t first = start_[unit], last = head_[unit];
        const std::uint64_t left = std::min<std::uint32_t>(unit - first, 3),
                            right = std::min<std::uint32_t>(last - unit, 3);
        add(Template::run_place, left * 4 + right);
        if (last != unit) {
            add(Template::run_last, word(last).folded);
            add(Template::run_last_list, combine(word(last).clusters, right));
        }
        if (first != unit) add(Template::run_first, word(first).folded);
        // What stands before and behind the whole run, and the lists that have all of it.
        const Word& run_before = first > sentence.first ? word(first - 1) : kOutsideWord;
        const Word& run_after = last + 1 < sentence.end ? word(last + 1) : kOutsideWord;
        const std::uint64_t whole =
            first == last ? matches_[first].single : matches_[first].begin & matches_[last].end;
        add(Template::run_match, whole * 16 + left * 4 + right);
        add(Template::match_before_run, combine(run_before.folded, here));
        add(Template::match_after_run, combine(run_after.folded, here));
    }
    quote_features(sentence, unit, keys, notes);
    if (now.marked()) {
        const DocumentFacts& facts = document_[word_of_[unit]];
        const std::uint64_t bits = std::uint64_t{facts.lower} |
                                   std::uint64_t{facts.mid_sentence} << 1 |
                                   std::uint64_t{unit == sentence.first} << 2;
        add(Template::document, bits);
        const std::uint64_t person =
            std::uint64_t{facts.after_given} | std::uint64_t{facts.after_honorific} << 1 |
            std::uint64_t{facts.before_surname} << 2 | std::uint64_t{facts.acronym} << 3;
        add(Template::document, 16 + person);
    }
}

}  // namespace analyze
