// Why the tagger takes something for a name: which features add what to its score.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_explain.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <unordered_map>

#include "analyze/analysis/entities_tagger.hpp"
#include "entities_templates.hpp"

namespace analyze {
namespace {

/// What a feature is about: words counted from the unit, from the first or the last of its run of
/// capitals; `given` is the unit or the end of the run, and the note says how far from it.
enum class From : std::uint8_t { nothing, unit, first, last, given_unit, given_first, given_last };
struct Place {
    From from = From::nothing;
    int offset = 0;
};

/// A template in words, with the words of the text that it is about.
struct Wording {
    Template what;
    std::string_view text;
    Place first = {}, last = {};
    bool ends_only = false;  ///< not what stands between the two places
};

constexpr Wording kWordings[] = {
    {Template::exact, "word", {From::given_unit}, {From::given_unit}},
    {Template::folded, "word", {From::given_unit}, {From::given_unit}},
    {Template::parts, "word", {From::given_unit}, {From::given_unit}},
    {Template::affix, "letters", {From::given_unit}, {From::given_unit}},
    {Template::shape, "spelling", {From::given_unit}, {From::given_unit}},
    {Template::caps, "spelling", {From::given_unit}, {From::given_unit}},
    {Template::caps_lower, "spelling", {From::given_unit}, {From::given_unit}},
    {Template::caps_facts, "spelling", {From::given_unit}, {From::given_unit}},
    {Template::cluster_fine, "kind of word", {From::given_unit}, {From::given_unit}},
    {Template::cluster_coarse, "kind of word", {From::given_unit}, {From::given_unit}},
    {Template::list, "listed", {From::given_unit}, {From::given_unit}},
    {Template::bias, "any word"},
    {Template::before_now, "words", {From::unit, -1}, {From::unit}},
    {Template::now_after, "words", {From::unit}, {From::unit, 1}},
    {Template::around, "words around", {From::unit, -1}, {From::unit, 1}, true},
    {Template::two_before, "words", {From::unit, -2}, {From::unit, -1}},
    {Template::two_after, "words", {From::unit, 1}, {From::unit, 2}},
    {Template::shapes, "spelling", {From::unit, -1}, {From::unit, 1}},
    {Template::caps_three, "spelling", {From::unit, -2}, {From::unit, 1}},
    {Template::clusters_before, "kinds of words", {From::unit, -1}, {From::unit}},
    {Template::clusters_after, "kinds of words", {From::unit}, {From::unit, 1}},
    {Template::clusters_three, "kinds of words", {From::unit, -1}, {From::unit, 1}},
    {Template::sentence_start, "start of the sentence"},
    {Template::style, "style of the sentence"},
    {Template::match, "listed"},
    {Template::match_set, "lists together"},
    {Template::match_before, "lists", {From::unit, -1}, {From::unit, -1}},
    {Template::match_after, "lists", {From::unit, 1}, {From::unit, 1}},
    {Template::run_first, "first of the capitals", {From::first}, {From::first}},
    {Template::run_last, "last of the capitals", {From::last}, {From::last}},
    {Template::run_last_list, "last of the capitals", {From::last}, {From::last}},
    {Template::run_place, "place among the capitals"},
    {Template::run_match, "lists", {From::first}, {From::last}},
    {Template::match_before_run, "lists and word", {From::first, -1}, {From::first, -1}},
    {Template::match_after_run, "lists and word", {From::last, 1}, {From::last, 1}},
    {Template::run_whole, "all capitals", {From::first}, {From::last}},
    {Template::run_ends, "ends of the capitals", {From::first}, {From::last}, true},
    {Template::run_length, "number of capitals"},
    {Template::run_before, "word", {From::first, -1}, {From::first, -1}},
    {Template::run_after, "word", {From::last, 1}, {From::last, 1}},
    {Template::run_second_before, "word", {From::first, -2}, {From::first, -2}},
    {Template::run_second_after, "word", {From::last, 2}, {From::last, 2}},
    {Template::run_two_before, "words", {From::first, -2}, {From::first, -1}},
    {Template::run_two_after, "words", {From::last, 1}, {From::last, 2}},
    {Template::run_around, "words around", {From::first, -1}, {From::last, 1}, true},
    {Template::run_last_before, "words", {From::first, -1}, {From::last}, true},
    {Template::run_near_before, "word near", {From::given_first}, {From::given_first}},
    {Template::run_near_after, "word near", {From::given_last}, {From::given_last}},
    {Template::run_kind_last, "noun of the capitals", {From::last}, {From::last}},
    {Template::run_kind_before, "noun", {From::given_first}, {From::given_first}},
    {Template::run_kind_after, "noun", {From::given_last}, {From::given_last}},
    {Template::quoted, "in quotation marks"},
    {Template::quoted_before, "word and quotation marks", {From::given_unit}, {From::given_unit}},
    {Template::quoted_kind, "noun and quotation marks", {From::given_unit}, {From::given_unit}},
    {Template::run_apposition, "word of the apposition", {From::given_last}, {From::given_last}},
    {Template::run_copula, "noun behind is or was", {From::given_last}, {From::given_last}},
};

constexpr std::string_view kWordLists[fact::kLists] = {
    "given name",         "surname",
    "honorific",          "demonym",
    "common word",        "given name (wide list)",
    "surname (wide list)"};
constexpr std::string_view kPhraseLists[phrase::kKinds - kTypes] = {
    "place (wide list)",  "place",         "organisation (wide list)",
    "person (wide list)", "common phrase", "title"};

/// Longer words are cut, for lines that can be read.
constexpr std::size_t kMostBytes = 32;

class Explainer {
public:
    explicit Explainer(const EntityEvidence& evidence)
        : evidence_(evidence), text_(evidence.features.text()) {}

    /// `left`, `right`: what stands beside the name, as in Transitions, or kEdge.
    Explanation explain(const UnitSentence& sentence, const Found& name, const float* scores,
                        std::size_t left, std::size_t right) {
        sentence_ = sentence;
        name_ = name;
        sums_.clear();
        place_.clear();
        Explanation result;
        const float steps = steps_of(left, right);
        result.score = steps;
        add("sequence of names and words", steps);
        for (std::uint32_t unit = name.first; unit < name.end; ++unit) {
            tag_ = tag_at(unit);
            const float* at = scores + std::size_t{unit} * kStride;
            result.score += at[tag_] - at[kOutside];
            read_unit(unit);
        }
        gather(result.reasons);
        return result;
    }
    static constexpr std::size_t kEdge = kTypes + 1;

private:
    struct Sum {
        std::string what;
        float weight;
        bool list;
    };

    [[nodiscard]] std::size_t tag_at(std::uint32_t unit) const {
        const Part part = name_.end - name_.first == 1 ? Part::single
                          : unit == name_.first        ? Part::begin
                          : unit + 1 == name_.end      ? Part::end
                                                       : Part::inside;
        return tag_of(part, name_.type);
    }

    /// The steps into, within and out of the name, less those that stay outside.
    [[nodiscard]] float steps_of(std::size_t left, std::size_t right) const {
        const Transitions& t = evidence_.transitions;
        const std::size_t own = std::size_t{name_.type} + 1;
        const auto through = [&](std::size_t middle) {
            return (left == kEdge ? t.first[middle] : t.border[left][middle]) +
                   (right == kEdge ? t.last[middle] : t.border[middle][right]);
        };
        float sum = through(own) - through(0);
        for (std::uint32_t unit = name_.first + 1; unit < name_.end; ++unit)
            sum += t.within[name_.type][(unit == name_.first + 1 ? 0U : 2U) +
                                        (unit + 1 == name_.end ? 1U : 0U)] -
                   t.border[0][0];
        return sum;
    }

    void add(std::string what, float weight, bool list = false) {
        const auto [found, fresh] = place_.try_emplace(std::move(what), sums_.size());
        if (fresh) sums_.push_back({found->first, 0, list});
        sums_[found->second].weight += weight;
    }

    void read_unit(std::uint32_t unit) {
        for (int offset = -2; offset <= 2; ++offset) {
            const std::int64_t at = std::int64_t{unit} + offset;
            if (at < sentence_.first || at >= sentence_.end) continue;
            word_features(evidence_.features.word(static_cast<std::uint32_t>(at)), offset, keys_,
                          &notes_);
        }
        evidence_.features.context_features(sentence_, unit, keys_, &notes_);
        if (const std::uint32_t run = evidence_.features.run_of(unit); run != FeatureText::kNoRun)
            evidence_.features.run_features(sentence_, run, keys_, &notes_);
        const ModelView& model = evidence_.model;
        add_keys(
            unit, [&](std::uint64_t key) { return model.row(model.features.find(key)); },
            model.scale);
        if (!evidence_.memory) return;
        evidence_.memory->keys(sentence_, unit, keys_, &notes_);
        add_keys(
            unit,
            [&](std::uint64_t key) { return model.context_row(model.context_features.find(key)); },
            model.context_scale);
    }

    /// Adds what the keys gathered weigh, and forgets them.
    template <typename Row>
    void add_keys(std::uint32_t unit, const Row& row_of, float scale) {
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            const std::int8_t* row = row_of(keys_[i]);
            if (!row) continue;
            const float weight = static_cast<float>(row[tag_] - row[kOutside]) * scale;
            if (weight == 0) continue;
            const auto what = static_cast<Template>(notes_[i].what);
            const std::int64_t at = std::int64_t{unit} + notes_[i].offset;
            const bool near = at + 1 >= name_.first && at <= name_.end;
            add(described(notes_[i], unit), weight,
                what == Template::match || (what == Template::list && near));
        }
        keys_.clear();
        notes_.clear();
    }

    [[nodiscard]] std::string described(const KeyNote& note, std::uint32_t unit) const {
        if (note.what >= static_cast<std::uint16_t>(MemoryKind::same)) return remembered(note);
        if (static_cast<Template>(note.what) == Template::document) return used(note.value);
        const Wording* wording = std::find_if(
            std::begin(kWordings), std::end(kWordings),
            [&](const Wording& one) { return static_cast<std::uint16_t>(one.what) == note.what; });
        if (wording == std::end(kWordings)) return "other";
        std::string out(wording->text);
        const auto kind = static_cast<std::size_t>(note.value / 16);
        if (wording->what == Template::list)
            out.append(" ").append(kWordLists[kind]);
        else if (wording->what == Template::match)
            out.append(" ").append(kind < kTypes ? name_of(static_cast<EntityType>(kind))
                                                 : kPhraseLists[kind - kTypes]);
        if (wording->first.from == From::nothing) return out;
        const std::int64_t first = unit_at(wording->first, note, unit),
                           last = unit_at(wording->last, note, unit);
        append_side(out, first, last);
        out += ": ";
        append_word(out, first);
        if (wording->ends_only && last > first + 1) {
            out += " \u2026";
        } else {
            for (std::int64_t i = first + 1; i < last; ++i) append_word(out += ' ', i);
        }
        if (last > first) append_word(out += ' ', last);
        return out;
    }

    /// Template::document: how the text writes the word elsewhere, or (from 16 on) what stands by it.
    [[nodiscard]] static std::string used(std::uint64_t value) {
        if (value < 16)
            return value & 1   ? "in lower case too in the text"
                   : value & 2 ? "with a capital inside sentences of the text"
                               : "only where sentences of the text begin";
        static constexpr std::string_view kBeside[] = {"after a given name", "after an honorific",
                                                       "before a surname", "in brackets"};
        std::string out;
        for (std::size_t bit = 0; bit < std::size(kBeside); ++bit)
            if (value >> bit & 1) out.append(out.empty() ? "" : ", ").append(kBeside[bit]);
        return out.empty() ? "by no honorific or given name in the text" : out += " in the text";
    }

    [[nodiscard]] static std::string remembered(const KeyNote& note) {
        const std::string_view type = note.value < kTypes
                                          ? name_of(static_cast<EntityType>(note.value))
                                          : std::string_view("no name");
        std::string out;
        switch (static_cast<MemoryKind>(note.what)) {
            case MemoryKind::same:
            case MemoryKind::same_short:
                out = "elsewhere in the text: ";
                break;
            case MemoryKind::longer:
                out = "in a longer name of the text: ";
                break;
            case MemoryKind::together:
                out = "with its neighbour elsewhere in the text: ";
                break;
            case MemoryKind::beside:
                out = "in a list with: ";
                break;
            case MemoryKind::acronym:
                out = "initials of a name of the text: ";
                break;
        }
        return out.append(type);
    }

    [[nodiscard]] std::int64_t unit_at(Place place, const KeyNote& note, std::uint32_t unit) const {
        const FeatureText& features = evidence_.features;
        const auto run_first = [&] {
            const std::uint32_t run = features.run_of(unit);
            return std::int64_t{run == FeatureText::kNoRun ? unit : run};
        };
        switch (place.from) {
            case From::given_unit:
                return std::int64_t{unit} + note.offset;
            case From::first:
                return run_first() + place.offset;
            case From::given_first:
                return run_first() + note.offset;
            case From::last:
                return std::int64_t{features.run_end(unit)} + place.offset;
            case From::given_last:
                return std::int64_t{features.run_end(unit)} + note.offset;
            case From::nothing:
            case From::unit:
                break;
        }
        return std::int64_t{unit} + place.offset;
    }

    /// " before", " 2 after": where units stand that are none of the name's.
    void append_side(std::string& out, std::int64_t first, std::int64_t last) const {
        const std::int64_t before = std::int64_t{name_.first} - last,
                           after = first - std::int64_t{name_.end} + 1;
        const std::int64_t distance = std::max(before, after);
        if (distance <= 0) return;
        if (distance > 1) out.append(" ").append(std::to_string(distance));
        out += before > 0 ? " before" : " after";
    }

    void append_word(std::string& out, std::int64_t unit) const {
        if (unit < sentence_.first) {
            out += "(start)";
        } else if (unit >= sentence_.end) {
            out += "(end)";
        } else {
            std::string_view word =
                slice(text_.text, text_.units[static_cast<std::size_t>(unit)].span);
            const bool cut = word.size() > kMostBytes;
            if (cut) {
                std::size_t size = kMostBytes;
                while (size > 0 && (word[size] & 0xc0) == 0x80) --size;
                word = word.substr(0, size);
            }
            out += word;
            if (cut) out += "\u2026";
        }
    }

    void gather(std::vector<Reason>& reasons) {
        // A file of weights that are no numbers must still give an order.
        const auto size = [](const Sum& sum) {
            return std::isnan(sum.weight) ? 0.0F : std::abs(sum.weight);
        };
        std::sort(sums_.begin(), sums_.end(), [&](const Sum& a, const Sum& b) {
            return size(a) != size(b) ? size(a) > size(b) : a.what < b.what;
        });
        float rest = 0;
        for (std::size_t i = 0; i < sums_.size(); ++i)
            if (i < kReasons || sums_[i].list)
                reasons.push_back({std::move(sums_[i].what), sums_[i].weight});
            else
                rest += sums_[i].weight;
        if (sums_.size() > reasons.size()) reasons.push_back({"all else", rest});
    }

    EntityEvidence evidence_;
    const UnitText& text_;
    UnitSentence sentence_;
    Found name_;
    std::size_t tag_ = kOutside;
    std::vector<std::uint64_t> keys_;
    std::vector<KeyNote> notes_;
    std::vector<Sum> sums_;
    std::unordered_map<std::string, std::size_t> place_;  ///< of a description in sums_
};

/// What was done to a name after it was found.
std::vector<Reason> changes(const UnitText& text, const Found& decoded, const Found& name) {
    std::vector<Reason> reasons;
    const auto left_out = [&](std::uint32_t first, std::uint32_t end) {
        if (first == end) return;
        reasons.push_back({"left out: " + std::string(slice(text.text, text.span_of(first, end)))});
    };
    left_out(decoded.first, name.first);
    left_out(name.end, decoded.end);
    if (decoded.type != name.type)
        reasons.push_back(
            {(type_of_initials(text, name) ? "type of these initials; by itself "
                                           : "type of the same name elsewhere; by itself ") +
             std::string(name_of(static_cast<EntityType>(decoded.type)))});
    return reasons;
}

}  // namespace

void explain(const EntityEvidence& evidence, const std::vector<float>& scores,
             const std::vector<Found>& decoded, const std::vector<Found>& names,
             std::vector<Explanation>& result) {
    const UnitText& text = evidence.features.text();
    Explainer explainer(evidence);
    std::size_t sentence = 0;
    auto name = names.begin();
    for (auto found = decoded.begin(); found != decoded.end() && name != names.end(); ++found) {
        if (name->first >= found->end) continue;  // nothing was left of it
        while (text.sentences[sentence].end <= found->first) ++sentence;
        const UnitSentence& around = text.sentences[sentence];
        std::size_t left = 0, right = 0;
        if (found->first == around.first)
            left = Explainer::kEdge;
        else if (found != decoded.begin() && found[-1].end == found->first)
            left = std::size_t{found[-1].type} + 1;
        if (found->end == around.end)
            right = Explainer::kEdge;
        else if (found + 1 != decoded.end() && found[1].first == found->end)
            right = std::size_t{found[1].type} + 1;
        Explanation one = explainer.explain(around, *found, scores.data(), left, right);
        std::vector<Reason> rules = changes(text, *found, *name);
        one.reasons.insert(one.reasons.begin(), std::make_move_iterator(rules.begin()),
                           std::make_move_iterator(rules.end()));
        result.push_back(std::move(one));
        ++name;
    }
}

}  // namespace analyze
