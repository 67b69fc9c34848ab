// The name tagger: features scored by a model, the best tags, and what a document says about its names.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_tagger.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <numeric>
#include <optional>
#include <unordered_map>

#include "analyze/analysis/entities_memory.hpp"

namespace analyze {
namespace {

using Sums = std::array<std::int16_t, kStride>;  ///< the last ones mean nothing

void add_row(Sums& sums, const std::int8_t* row) {
    for (std::size_t y = 0; y < kStride; ++y) sums[y] = static_cast<std::int16_t>(sums[y] + row[y]);
}

/// Adds the rows of the keys that have one. Three passes, so that memory is asked for before it is
/// needed.
void add_features(Sums& sums, const ModelView& model, const std::vector<std::uint64_t>& keys,
                  std::vector<const std::int8_t*>& rows) {
    for (const std::uint64_t key : keys) model.features.prefetch(key);
    rows.clear();
    for (const std::uint64_t key : keys) {
        const std::int8_t* row = model.row(model.features.find(key));
        if (!row) continue;
        __builtin_prefetch(row);
        __builtin_prefetch(row + kStride - 1);
        rows.push_back(row);
    }
    for (const std::int8_t* row : rows) add_row(sums, row);
}

}  // namespace

/// What a thread needs: sums of the weights of word features, kept for the words seen last, and the
/// decoder.
struct Tagger::Scratch {
    /// The sums of the word last seen with a hash, stored in the order in which hashes are first met,
    /// so that a short text touches little memory.
    struct Kept {
        std::uint64_t exact = 0;
        std::array<Sums, 5> sums;  ///< for offsets -2 to 2
    };
    static constexpr std::size_t kKept = 32768;
    std::vector<std::uint32_t> places = std::vector<std::uint32_t>(kKept);  ///< in kept, from 1
    std::vector<Kept> kept;
    std::vector<std::uint64_t> keys;
    std::vector<const std::int8_t*> rows;
    std::vector<float> scores, single;
    std::vector<double> marginals;
    TagDecoder decoder;

    /// Valid until the next call.
    const std::array<Sums, 5>& word_sums(const ModelView& model, const Word& word) {
        std::uint32_t& place = places[word.exact % kKept];
        if (place == 0) {
            kept.push_back({~word.exact, {}});
            place = static_cast<std::uint32_t>(kept.size());
        }
        Kept& slot = kept[place - 1];
        if (slot.exact != word.exact) {
            slot.exact = word.exact;
            for (int offset = -2; offset <= 2; ++offset) {
                Sums& sums = slot.sums[static_cast<unsigned>(offset + 2)];
                sums.fill(0);
                keys.clear();
                word_features(word, offset, keys);
                add_features(sums, model, keys, rows);
            }
        }
        return slot.sums;
    }
};

struct Tagger::Pool {
    std::mutex lock;
    std::vector<std::unique_ptr<Scratch>> free;

    std::unique_ptr<Scratch> take() {
        const std::lock_guard guard(lock);
        if (free.empty()) return std::make_unique<Scratch>();
        auto scratch = std::move(free.back());
        free.pop_back();
        return scratch;
    }
    void give(std::unique_ptr<Scratch> scratch) {
        const std::lock_guard guard(lock);
        free.push_back(std::move(scratch));
    }
    void clear() {
        const std::lock_guard guard(lock);
        free.clear();
    }
};

Tagger::Tagger(const ModelView& model)
    : model_(model),
      transitions_(Transitions::read(model.transitions)),
      factors_(transitions_),
      pool_(std::make_unique<Pool>()) {}
Tagger::~Tagger() = default;
void Tagger::release() const {
    pool_->clear();
}
Tagger::Tagger(Tagger&&) noexcept = default;

void Tagger::score(const FeatureText& features, const UnitSentence& sentence, Scratch& scratch,
                   float* scores) const {
    Sums sums, run_sums;
    std::uint32_t run = FeatureText::kNoRun;  // the one that run_sums are of
    for (std::uint32_t i = sentence.first; i < sentence.end; ++i, scores += kStride) {
        sums.fill(0);
        const std::uint32_t this_run = features.run_of(i);
        if (this_run != FeatureText::kNoRun) {
            if (run != this_run) {
                run = this_run;
                run_sums.fill(0);
                scratch.keys.clear();
                features.run_features(sentence, run, scratch.keys);
                add_features(run_sums, model_, scratch.keys, scratch.rows);
            }
            sums = run_sums;
        }
        for (int offset = -2; offset <= 2; ++offset) {
            const std::int64_t at = std::int64_t{i} + offset;
            if (at < sentence.first || at >= sentence.end) continue;
            const auto& kept =
                scratch.word_sums(model_, features.word(static_cast<std::uint32_t>(at)));
            const Sums& add = kept[static_cast<unsigned>(offset + 2)];
            for (std::size_t y = 0; y < kStride; ++y)
                sums[y] = static_cast<std::int16_t>(sums[y] + add[y]);
        }
        scratch.keys.clear();
        features.context_features(sentence, i, scratch.keys);
        add_features(sums, model_, scratch.keys, scratch.rows);
        for (std::size_t y = 0; y < kStride; ++y)
            scores[y] = static_cast<float>(sums[y]) * model_.scale;
    }
}

namespace {

/// Names of more units than this are none: in an endless repetition every unit may look like the
/// inside of one. (Of 170,000 names in the corpora, three are longer than 25.)
constexpr std::uint32_t kLongestName = 32;
/// Names of fewer units are too often the short form of several things ("Washington").
constexpr std::uint32_t kLeastAgreeing = 2;
constexpr float kImpossible = -1e6F;

/// Whether a unit is no name whatever stands around it.
bool surely_outside(const float* scores) {
    constexpr float kSure = 10;
    float most = scores[1];
    for (std::size_t y = 2; y < kTags; ++y) most = std::max(most, scores[y]);
    return scores[kOutside] > most + kSure;
}

}  // namespace

void Tagger::decode(const FeatureText& features, const std::vector<float>& scores,
                    bool probabilities, Scratch& scratch, std::vector<Found>& names) const {
    names.clear();
    for (const UnitSentence& sentence : features.text().sentences) {
        // Only the stretches between units that are surely outside are searched, with one such unit
        // on each side.
        for (std::uint32_t at = sentence.first; at < sentence.end;) {
            const auto sure = [&](std::uint32_t i) {
                return !features.word(i).marked() &&
                       surely_outside(scores.data() + std::size_t{i} * kStride);
            };
            while (at < sentence.end && sure(at)) ++at;
            if (at == sentence.end) break;
            std::uint32_t end = at + 1;
            while (end < sentence.end && !sure(end)) ++end;
            const std::uint32_t first = at > sentence.first ? at - 1 : at;
            at = end;
            if (end < sentence.end) ++end;

            const float* from = scores.data() + std::size_t{first} * kStride;
            const std::size_t before = names.size();
            scratch.decoder.decode(transitions_, from, end - first, names);
            const auto too_long = [](const Found& name) {
                return name.end - name.first > kLongestName;
            };
            if (std::any_of(names.begin() + static_cast<std::ptrdiff_t>(before), names.end(),
                            too_long)) {
                // No name: the stretch is searched again for names of one unit.
                names.resize(before);
                scratch.single.assign(from, from + std::size_t{end - first} * kStride);
                for (std::size_t i = 0; i < scratch.single.size(); i += kStride)
                    std::fill_n(scratch.single.data() + i + tag_of(Part::begin, 0), 3 * kTypes,
                                kImpossible);
                from = scratch.single.data();
                scratch.decoder.decode(transitions_, from, end - first, names);
            }
            if (names.size() == before) continue;
            if (probabilities)
                scratch.decoder.marginals(factors_, from, end - first, nullptr, scratch.marginals,
                                          nullptr);
            for (std::size_t n = before; n < names.size(); ++n) {
                if (probabilities)
                    names[n].probability = static_cast<float>(
                        std::clamp(scratch.decoder.probability(factors_, names[n]), 0.0, 1.0));
                names[n].first += first;
                names[n].end += first;
            }
        }
    }
}

std::vector<Found> Tagger::find(const UnitText& text, NameTable* table,
                                std::vector<Explanation>* why) const {
    std::unique_ptr<Scratch> borrowed = pool_->take();
    Scratch& scratch = *borrowed;
    // All that a long text may need: a list that grew would leave its former places behind.
    if (text.units.size() > Scratch::kKept / 2) scratch.kept.reserve(Scratch::kKept);
    const FeatureText features(text, model_);
    std::vector<float>& scores = scratch.scores;
    scores.resize(text.units.size() * kStride);
    for (const UnitSentence& sentence : text.sentences)
        score(features, sentence, scratch, scores.data() + std::size_t{sentence.first} * kStride);
    std::vector<Found> names;
    const bool second = model_.context_features.size() != 0;
    std::optional<DocumentMemory> memory;
    decode(features, scores, !second, scratch, names);
    if (second) {
        memory.emplace(features, names, table);
        Sums sums;
        for (const UnitSentence& sentence : text.sentences)
            for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
                scratch.keys.clear();
                memory->keys(sentence, i, scratch.keys);
                if (scratch.keys.empty()) continue;
                sums.fill(0);
                for (const std::uint64_t key : scratch.keys)
                    if (const std::int8_t* row =
                            model_.context_row(model_.context_features.find(key)))
                        add_row(sums, row);
                float* at = scores.data() + std::size_t{i} * kStride;
                for (std::size_t y = 0; y < kTags; ++y)
                    at[y] += static_cast<float>(sums[y]) * model_.context_scale;
            }
        decode(features, scores, true, scratch, names);
    }
    const std::vector<Found> decoded = why ? names : std::vector<Found>();
    trim_names(features, names);
    for (Found& name : names)
        if (const auto type = type_of_initials(text, name))
            name.type = static_cast<std::uint8_t>(*type);
    agree_types(features, names, table);
    for (Found& name : names)
        name.probability = calibrated(name.probability, model_.slope, model_.offset);
    if (why)
        explain(EntityEvidence{model_, transitions_, features, memory ? &*memory : nullptr}, scores,
                decoded, names, *why);
    pool_->give(std::move(borrowed));
    return names;
}

float calibrated(float probability, float slope, float offset) {
    if (slope == 1 && offset == 0) return probability;
    constexpr double kLeast = 1e-7;
    const double p = std::clamp(double{probability}, kLeast, 1 - kLeast);
    return static_cast<float>(1 / (1 + std::exp(-(slope * std::log(p / (1 - p)) + offset))));
}

void trim_names(const FeatureText& features, std::vector<Found>& names) {
    const UnitText& text = features.text();
    const auto unit = [&](std::uint32_t i) { return slice(text.text, text.units[i].span); };
    for (Found& name : names) {
        while (name.first < name.end) {
            const std::string_view first = unit(name.first);
            const bool article =
                name.type != 8 && (first == "the" || first == "a" || first == "an");
            if (!article && features.word(name.first).caps != Caps::mark) break;
            ++name.first;
        }
        while (name.first < name.end) {
            const std::string_view last = unit(name.end - 1);
            if (last != "'s" && last != "\u2019s" &&
                (features.word(name.end - 1).caps != Caps::mark || last == "!" || last == "?" ||
                 last == ")" || last == "+"))
                break;
            --name.end;
        }
    }
    names.erase(std::remove_if(names.begin(), names.end(),
                               [](const Found& name) { return name.first >= name.end; }),
                names.end());
}

std::optional<EntityType> type_of_initials(const UnitText& text, const Found& name) {
    struct Initials {
        std::string_view name;
        EntityType type;
    };
    static constexpr std::array<Initials, 10> kKnown{{{"U.S.", EntityType::gpe},
                                                      {"U.S.A.", EntityType::gpe},
                                                      {"U.S.S.R.", EntityType::gpe},
                                                      {"U.K.", EntityType::gpe},
                                                      {"U.A.E.", EntityType::gpe},
                                                      {"D.C.", EntityType::gpe},
                                                      {"N.Y.", EntityType::gpe},
                                                      {"N.J.", EntityType::gpe},
                                                      {"U.N.", EntityType::org},
                                                      {"E.U.", EntityType::org}}};
    constexpr std::uint32_t kFewest = 2, kMost = 4;
    constexpr std::size_t kLongest = 8;  // bytes of a name in the table
    if (name.end - name.first < kFewest || name.end - name.first > kMost) return {};
    std::size_t size = 0;
    for (std::uint32_t i = name.first; i < name.end; ++i) size += text.units[i].span.size();
    if (size > kLongest) return {};  // nearly all names, without their text being put together
    std::string written;
    for (std::uint32_t i = name.first; i < name.end; ++i)
        written += slice(text.text, text.units[i].span);
    for (const Initials& known : kKnown)
        if (known.name == written) return known.type;
    return {};
}

void agree_types(const FeatureText& features, std::vector<Found>& names, NameTable* table) {
    std::unordered_map<std::uint64_t, std::array<float, kTypes>> sums;
    const auto key_of = [&](const Found& name) {
        std::uint64_t key = 0;
        for (std::uint32_t i = name.first; i < name.end; ++i)
            key = combine(key, features.word(i).exact);
        return key;
    };
    const auto sums_of = [&](const Found& name) -> std::array<float, kTypes>& {
        const auto [found, fresh] = sums.try_emplace(key_of(name));
        if (fresh && table)
            if (const auto known = table->names.find(found->first); known != table->names.end())
                found->second = known->second;
        return found->second;
    };
    const auto counts = [](const Found& name) { return name.end - name.first >= kLeastAgreeing; };
    for (const Found& name : names)
        if (counts(name)) sums_of(name)[name.type] += name.probability;
    for (Found& name : names) {
        if (!counts(name)) continue;
        const std::array<float, kTypes>& sum = sums_of(name);
        const auto best = std::max_element(sum.begin(), sum.end());
        const auto type = static_cast<std::uint8_t>(best - sum.begin());
        if (type == name.type) continue;
        name.type = type;
        const float all = std::accumulate(sum.begin(), sum.end(), 0.0F);
        name.probability = all > 0 ? *best / all : 0;
    }
    if (!table) return;
    for (const auto& [name, sum] : sums)
        if (table->names.size() < NameTable::kMost || table->names.count(name) > 0)
            table->names[name] = sum;
}

}  // namespace analyze
