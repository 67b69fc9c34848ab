// Labelled documents made ready to learn from: the features of their units, and the features worth keeping.
// SPDX-License-Identifier: Apache-2.0
#include "lessons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "dictionary.hpp"
#include "training_log.hpp"

namespace analyze {
namespace {

void unit_keys(const FeatureText& text, const UnitSentence& sentence, std::uint32_t unit,
               std::vector<std::uint64_t>& keys) {
    keys.clear();
    for (int offset = -2; offset <= 2; ++offset) {
        const std::int64_t at = std::int64_t{unit} + offset;
        if (at >= sentence.first && at < sentence.end)
            word_features(text.word(static_cast<std::uint32_t>(at)), offset, keys);
    }
    text.context_features(sentence, unit, keys);
    const std::uint32_t run = text.run_of(unit);
    if (run != FeatureText::kNoRun) text.run_features(sentence, run, keys);
}

std::vector<std::uint32_t> best_features(const Examples& examples, const Weights& weights,
                                         std::size_t limit) {
    const std::size_t features = weights.rows.size() / kWidth;
    std::vector<float> counts(features);
    for (const TrainingSentence& sentence : examples.sentences)
        for (std::uint64_t f = examples.starts[sentence.first_unit];
             f < examples.starts[sentence.first_unit + sentence.units]; ++f)
            counts[examples.features[f]] += sentence.weight;
    std::vector<std::pair<float, std::uint32_t>> ranked;
    for (std::uint32_t f = 0; f < features; ++f) {
        float most = 0;
        for (std::size_t y = 0; y < kTags; ++y)
            most = std::max(most, std::abs(weights.rows[f * kWidth + y]));
        if (most > 0) ranked.emplace_back(-most * std::sqrt(std::min(counts[f], 50.0F)), f);
    }
    std::sort(ranked.begin(), ranked.end());
    ranked.resize(std::min(ranked.size(), limit));
    tell(fmt::format("least kept {:.3f} of {} features", ranked.empty() ? 0 : -ranked.back().first,
                     ranked.size()));
    std::vector<std::uint32_t> best;
    best.reserve(ranked.size());
    for (const auto& [size, f] : ranked) best.push_back(f);
    std::sort(best.begin(), best.end());
    return best;
}

}  // namespace

Lessons number_features(const std::vector<Lesson>& lessons, std::uint32_t least) {
    Dictionary dictionary;
    std::vector<std::uint64_t> keys;
    for (const Lesson& lesson : lessons)
        for (const UnitSentence& sentence : lesson.item->units.sentences)
            for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
                if (!lesson.text->near_name(sentence, i)) continue;
                unit_keys(*lesson.text, sentence, i, keys);
                for (const std::uint64_t key : keys) dictionary.count(key);
            }
    dictionary.number(least);
    Lessons numbered;
    Examples& examples = numbered.examples;
    std::vector<std::uint32_t> numbers;
    for (const Lesson& lesson : lessons) {
        numbered.first_sentence.push_back(examples.sentences.size());
        const std::vector<std::uint64_t> allowed = allowed_tags(*lesson.item, *lesson.text);
        for (const UnitSentence& sentence : lesson.item->units.sentences) {
            examples.sentences.push_back(
                {examples.allowed.size(), sentence.end - sentence.first, lesson.weight});
            for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
                unit_keys(*lesson.text, sentence, i, keys);
                numbers.clear();
                for (const std::uint64_t key : keys) {
                    const std::uint32_t number = dictionary[key];
                    if (number != HashView::kAbsent) numbers.push_back(number);
                }
                examples.add_unit(numbers, allowed[i]);
            }
        }
    }
    numbered.keys = dictionary.keys();
    tell(fmt::format("{} sentences, {} units, {} features", examples.sentences.size(),
                     examples.allowed.size(), numbered.keys.size()));
    return numbered;
}

void keep_best_features(Lessons& lessons, const Weights& weights, std::size_t limit) {
    Examples& examples = lessons.examples;
    std::vector<std::uint64_t>& keys = lessons.keys;
    const std::vector<std::uint32_t> best = best_features(examples, weights, limit);
    std::vector<std::uint32_t> number(keys.size(), HashView::kAbsent);
    for (std::uint32_t n = 0; n < best.size(); ++n) {
        number[best[n]] = n;
        keys[n] = keys[best[n]];
    }
    keys.resize(best.size());
    std::size_t to = 0, from = 0;
    for (std::size_t unit = 0; unit + 1 < examples.starts.size(); ++unit) {
        for (; from < examples.starts[unit + 1]; ++from)
            if (number[examples.features[from]] != HashView::kAbsent)
                examples.features[to++] = number[examples.features[from]];
        examples.starts[unit + 1] = to;
    }
    examples.features.resize(to);
    examples.features.shrink_to_fit();
}

}  // namespace analyze
