// What is new, gone or changed from one text or folder to another: words, names and sections.
// SPDX-License-Identifier: Apache-2.0
#include "text_changes.hpp"

#include <algorithm>

#include "key_words.hpp"

namespace analyze {
namespace {

constexpr auto kHere = static_cast<std::size_t>(kAfter), kThere = static_cast<std::size_t>(kBefore);

TextChange change_of(const Contrast::Row& row, Kind kind) {
    TextChange change{.kind = kind, .item = std::string(row.word)};
    change.before = row.count[kThere];
    change.after = row.count[kHere];
    change.texts_before = row.documents[kThere];
    change.texts_after = row.documents[kHere];
    return change;
}

/// Where a side has no words there is nothing to test: all that the other has is new, or gone.
std::vector<TextChange> all_of_one_side(const std::vector<Contrast::Row>& rows, Kind kind,
                                        const ChangeRules& rules) {
    std::vector<TextChange> changes;
    for (const Contrast::Row& row : rows) {
        if (row.count[0] + row.count[1] < rules.min_count || !rules.wanted(row.word)) continue;
        TextChange& change = changes.emplace_back(change_of(row, kind));
        change.change = change.before == 0 ? Change::fresh : Change::gone;
    }
    std::stable_sort(changes.begin(), changes.end(), [](const TextChange& a, const TextChange& b) {
        return a.before + a.after > b.before + b.after;
    });
    return changes;
}

/// What find_key_words() tells, as changes: first the new, then the gone, the more, the less.
std::vector<TextChange> changes_of(const Contrast& contrast, Kind kind, const ChangeRules& rules) {
    const std::vector<Contrast::Row> rows = contrast.rows();
    if (contrast.words(kBefore) == 0 || contrast.words(kAfter) == 0)
        return all_of_one_side(rows, kind, rules);
    const KeyWords keys = find_key_words(contrast, rows, {}, rules.min_count, rules.wanted);
    std::vector<TextChange> changes;
    for (const bool grows : {true, false})
        for (const KeyWord& key : grows ? keys.positive : keys.negative) {
            TextChange change = change_of(rows[key.row], kind);
            if (change.before == 0 || change.after == 0)
                change.change = grows ? Change::fresh : Change::gone;
            else if (key.adjusted_p <= rules.level)
                change.change = grows ? Change::more : Change::less;
            else
                continue;
            change.log_ratio = to_eight_digits(log_ratio(key.counts));
            change.log_likelihood = key.log_likelihood;
            change.p = key.p;
            change.adjusted_p = key.adjusted_p;
            changes.push_back(std::move(change));
        }
    // Those that only one side has come by frequency, which here is by log-likelihood too.
    std::stable_sort(changes.begin(), changes.end(),
                     [](const TextChange& a, const TextChange& b) { return a.change < b.change; });
    return changes;
}

}  // namespace

std::string_view name_of(Kind kind) {
    return kind == Kind::word ? "word" : kind == Kind::name ? "name" : "section";
}

std::string_view name_of(Change change) {
    switch (change) {
        case Change::fresh:
            return "new";
        case Change::gone:
            return "gone";
        case Change::more:
            return "more";
        case Change::less:
            return "less";
        case Change::changed:
            return "changed";
    }
    return {};
}

void TextChanges::add(Side side, const Text& text) {
    Contrast words;
    words.add(side, text.words);
    std::map<std::string_view, std::uint64_t> mentions;  // a name may have several types
    for (const NameCount& name : text.names) mentions[name.name] += name.count;

    const std::lock_guard lock(mutex_);
    words_.merge(words);
    for (const auto& [name, count] : mentions) names_.add(side, name, count, 1);
    for (const NameCount& name : text.names)
        types_[name.name][static_cast<std::size_t>(name.type)] += name.count;
    sections_.add(side, text.sections);
}

std::vector<TextChange> TextChanges::of_words(const ChangeRules& rules) const {
    return changes_of(words_, Kind::word, rules);
}

std::vector<TextChange> TextChanges::of_names(const ChangeRules& rules) const {
    // Names are so and so many among all words, as words are.
    Contrast names;
    names.merge(names_);
    for (const Side side : {kBefore, kAfter})
        names.add_unlisted(side, words_.words(side) > names.words(side)
                                     ? words_.words(side) - names.words(side)
                                     : 0);
    std::vector<TextChange> changes = changes_of(names, Kind::name, rules);
    for (TextChange& change : changes) {
        const auto& counts = types_.find(change.item)->second;
        const auto most = std::max_element(counts.begin(), counts.end());
        change.type = static_cast<EntityType>(most - counts.begin());
    }
    return changes;
}

std::vector<TextChange> TextChanges::of_sections(const ChangeRules& rules) const {
    std::vector<TextChange> changes;
    for (const SectionPair& pair : sections_.pairs()) {
        TextChange change{.kind = Kind::section, .change = Change::changed, .item = pair.heading};
        change.before = pair.words[kThere];
        change.after = pair.words[kHere];
        change.texts_before = pair.sections[kThere];
        change.texts_after = pair.sections[kHere];
        change.similarity = to_eight_digits(pair.similarity());
        if (change.texts_before == 0)
            change.change = Change::fresh;
        else if (change.texts_after == 0)
            change.change = Change::gone;
        else if (change.similarity >= rules.similar)
            continue;
        changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace analyze
