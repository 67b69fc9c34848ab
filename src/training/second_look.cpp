// Learns the second look at a document: what is right where the first look says this and the rest of the document that.
// SPDX-License-Identifier: Apache-2.0
#include "second_look.hpp"

#include <fmt/format.h>

#include <array>

#include "analyze/analysis/entities_memory.hpp"
#include "analyze/base/pipeline.hpp"
#include "dictionary.hpp"
#include "training_log.hpp"

namespace analyze {

void learn_second_look(const std::vector<Lesson>& lessons, std::size_t count,
                       const Lessons& numbered, const LearnOptions& how,
                       const Transitions& transitions, float rate, unsigned threads,
                       ModelParts& parts) {
    const Examples& examples = numbered.examples;
    constexpr std::size_t kFolds = 2;
    Examples second;
    Dictionary dictionary;
    std::vector<std::vector<std::uint64_t>> unit_keys;
    const auto in_fold = [](std::size_t number, std::size_t fold) {
        return number % kFolds == fold;
    };
    const auto sentences_of = [&](std::size_t number) {
        const auto first = examples.sentences.begin() +
                           static_cast<std::ptrdiff_t>(numbered.first_sentence[number]);
        return std::vector<TrainingSentence>(
            first,
            first + static_cast<std::ptrdiff_t>(lessons[number].item->units.sentences.size()));
    };
    std::array<Weights, kFolds> weights_of;  // learnt from the other folds
    run_ordered(
        kFolds, threads, threads,
        [&](std::size_t fold) {
            std::vector<TrainingSentence> others;
            for (std::size_t n = 0; n < count; ++n)
                if (!in_fold(n, fold)) {
                    const auto mine = sentences_of(n);
                    others.insert(others.end(), mine.begin(), mine.end());
                }
            weights_of[fold] =
                learn(examples, others, numbered.keys.size(), how, {}, [](const std::string&) {});
        },
        [](std::size_t fold) {
            tell(fmt::format("learnt half {}", fold + 1));
            return true;
        });
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
        const Weights& weights = weights_of[fold];
        TagDecoder decoder;
        std::vector<float> scores;
        for (std::size_t n = 0; n < count; ++n) {
            if (!in_fold(n, fold)) continue;
            const FeatureText& text = *lessons[n].text;
            const auto mine = sentences_of(n);
            std::vector<Found> names;
            std::vector<float> all;
            for (std::size_t s = 0; s < mine.size(); ++s) {
                score(examples, mine[s], weights, scores);
                const std::size_t before = names.size();
                decoder.decode(weights.transitions, scores.data(), mine[s].units, names);
                for (std::size_t k = before; k < names.size(); ++k) {
                    names[k].first += lessons[n].item->units.sentences[s].first;
                    names[k].end += lessons[n].item->units.sentences[s].first;
                }
                all.insert(all.end(), scores.begin(), scores.end());
            }
            const DocumentMemory memory(text, names);
            for (std::size_t s = 0; s < mine.size(); ++s) {
                const UnitSentence& sentence = lessons[n].item->units.sentences[s];
                bool any = false;
                const std::size_t first_key = unit_keys.size();
                for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
                    memory.keys(sentence, i, unit_keys.emplace_back());
                    any |= !unit_keys.back().empty();
                }
                if (!any) {
                    unit_keys.resize(first_key);
                    continue;
                }
                second.sentences.push_back({second.allowed.size(), mine[s].units, mine[s].weight});
                for (std::uint32_t i = 0; i < mine[s].units; ++i)
                    second.allowed.push_back(examples.allowed[mine[s].first_unit + i]);
                second.base.insert(
                    second.base.end(),
                    all.begin() + static_cast<std::ptrdiff_t>(sentence.first * kStride),
                    all.begin() + static_cast<std::ptrdiff_t>(sentence.end * kStride));
            }
        }
    }
    for (const auto& keys : unit_keys)
        for (const std::uint64_t key : keys) dictionary.count(key);
    const std::uint32_t known = dictionary.number(3);
    for (const auto& keys : unit_keys) {
        for (const std::uint64_t key : keys) {
            const std::uint32_t number = dictionary[key];
            if (number != HashView::kAbsent) second.features.push_back(number);
        }
        second.starts.push_back(second.features.size());
    }
    tell(fmt::format("second look: {} sentences, {} features", second.sentences.size(), known));
    LearnOptions again;
    again.epochs = 6;
    again.rate = rate;
    again.learn_transitions = false;
    Weights start;
    start.transitions = transitions;
    const Weights weights = learn(second, second.sentences, known, again, start, tell);
    write_rows(dictionary.keys(), weights, parts.context_scale,
               parts[ModelSection::context_features], parts[ModelSection::context_rows]);
    // Models that saw half of the corpora are less sure than the whole one, so what was learnt from
    // correcting them overrules it too often.
    parts.context_scale *= 0.5F;
}

}  // namespace analyze
