// Learns the weights of a conditional random field from units whose tags are known in part.
// SPDX-License-Identifier: Apache-2.0
#include "learner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analyze/analysis/entities_model.hpp"

namespace analyze {
namespace {

/// Gradients below this change nothing worth the time: most units of running text are surely no
/// name.
constexpr float kNothing = 0.002F;

/// All floats of a Transitions, for loops over them.
float* flat(Transitions& transitions) {
    return &transitions.border[0][0];
}
static_assert(sizeof(Transitions) == Transitions::kFloats * sizeof(float));

}  // namespace

void Weights::add(const Weights& other) {
    rows.resize(other.rows.size());
    for (std::size_t k = 0; k < rows.size(); ++k) rows[k] += other.rows[k];
    Transitions copy = other.transitions;
    for (std::size_t k = 0; k < Transitions::kFloats; ++k) flat(transitions)[k] += flat(copy)[k];
}

void Weights::scale(float factor) {
    for (float& weight : rows) weight *= factor;
    for (std::size_t k = 0; k < Transitions::kFloats; ++k) flat(transitions)[k] *= factor;
}

void score(const Examples& examples, const TrainingSentence& sentence, const Weights& weights,
           std::vector<float>& scores) {
    scores.resize(sentence.units * kStride);
    for (std::uint32_t i = 0; i < sentence.units; ++i) {
        float* out = scores.data() + i * kStride;
        const std::uint64_t unit = sentence.first_unit + i;
        if (examples.base.empty())
            std::fill(out, out + kStride, 0.0F);
        else
            std::copy_n(examples.base.data() + unit * kStride, kStride, out);
        for (std::uint64_t f = examples.starts[unit]; f < examples.starts[unit + 1]; ++f) {
            const float* row = weights.rows.data() + std::size_t{examples.features[f]} * kWidth;
            for (std::size_t y = 0; y < kWidth; ++y) out[y] += row[y];
        }
    }
}

Weights learn(const Examples& examples, const std::vector<TrainingSentence>& sentences,
              std::size_t features, const LearnOptions& options, Weights start,
              const std::function<void(const std::string&)>& tell) {
    Weights weights = std::move(start);
    weights.rows.resize(features * kWidth);
    std::vector<float> squares(features * kWidth, 1e-2F);
    Weights average;
    average.rows.resize(features * kWidth);
    Transitions transition_squares;
    std::fill_n(flat(transition_squares), Transitions::kFloats, 1e-2F);

    TagDecoder decoder;
    std::vector<float> scores;
    std::vector<double> all, right;
    Examples visible;  // one sentence without the features left out
    const auto threshold = static_cast<std::uint64_t>(options.dropout * 65536);
    std::vector<std::uint32_t> order(sentences.size());
    std::iota(order.begin(), order.end(), 0U);
    int averaged = 0;
    const auto add_to_average = [&] {
        ++averaged;
        average.add(weights);
    };
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
        const bool late = epoch * 2 + 1 >= options.epochs;
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1],
                      order[mix64(options.seed * 0x9e3779b97f4a7c15U +
                                  static_cast<std::uint64_t>(epoch) * 0x100000001b3U + i) %
                            i]);
        double loss = 0;
        std::size_t visited = 0;
        for (const std::uint32_t number : order) {
            // The average is taken four times an epoch, over the second half of the epochs.
            if (late && visited++ % (order.size() / 4 + 1) == 0 && visited > 1) add_to_average();
            const TrainingSentence& sentence = sentences[number];
            if (sentence.units == 0) continue;
            visible.starts.assign(1, 0);
            visible.features.clear();
            std::uint64_t random =
                mix64(options.seed +
                      (static_cast<std::uint64_t>(epoch) << 32 | number) * 0x9e3779b97f4a7c15U);
            for (std::uint64_t unit = sentence.first_unit;
                 unit < sentence.first_unit + sentence.units; ++unit) {
                for (std::uint64_t f = examples.starts[unit]; f < examples.starts[unit + 1]; ++f) {
                    random = random * 6364136223846793005U + 1442695040888963407U;
                    if ((random >> 48) >= threshold)
                        visible.features.push_back(examples.features[f]);
                }
                visible.starts.push_back(visible.features.size());
            }
            if (!examples.base.empty())
                visible.base.assign(
                    examples.base.begin() +
                        static_cast<std::ptrdiff_t>(sentence.first_unit * kStride),
                    examples.base.begin() + static_cast<std::ptrdiff_t>(
                                                (sentence.first_unit + sentence.units) * kStride));
            score(visible, {0, sentence.units, 1}, weights, scores);
            Transitions expected{}, observed{};
            const StepFactors factors(weights.transitions);
            const double sum =
                decoder.marginals(factors, scores.data(), sentence.units, nullptr, all, &expected);
            const double good =
                decoder.marginals(factors, scores.data(), sentence.units,
                                  examples.allowed.data() + sentence.first_unit, right, &observed);
            if (!std::isfinite(good)) continue;
            loss += sentence.weight * (sum - good);
            if (sum - good < 0.001) continue;
            for (std::uint32_t i = 0; i < sentence.units; ++i) {
                float gradient[kWidth];
                float most = 0;
                for (std::size_t y = 0; y < kWidth; ++y) {
                    gradient[y] =
                        static_cast<float>(right[i * kStride + y] - all[i * kStride + y]) *
                        sentence.weight;
                    most = std::max(most, std::abs(gradient[y]));
                }
                if (most < kNothing) continue;
                float gradient2[kWidth];
                for (std::size_t y = 0; y < kWidth; ++y) gradient2[y] = gradient[y] * gradient[y];
                for (std::uint64_t f = visible.starts[i]; f < visible.starts[i + 1]; ++f) {
                    const std::size_t at = std::size_t{visible.features[f]} * kWidth;
                    float* row = weights.rows.data() + at;
                    float* square = squares.data() + at;
                    for (std::size_t y = 0; y < kWidth; ++y) {
                        square[y] += gradient2[y];
                        row[y] += options.rate * gradient[y] / std::sqrt(square[y]);
                    }
                }
            }
            if (options.learn_transitions) {
                float* t = flat(weights.transitions);
                float* square = flat(transition_squares);
                const float *seen = flat(observed), *wanted = flat(expected);
                for (std::size_t k = 0; k < Transitions::kFloats; ++k) {
                    const float gradient = (seen[k] - wanted[k]) * sentence.weight;
                    square[k] += gradient * gradient;
                    t[k] += options.rate * gradient / std::sqrt(square[k]);
                }
            }
        }
        for (float& weight : weights.rows) weight *= 1 - options.decay;
        if (late) add_to_average();
        tell(fmt::format("epoch {} loss {:.0f}", epoch + 1, loss));
    }
    const float share = averaged > 0 ? 1.0F / static_cast<float>(averaged) : 0;
    average.scale(share);
    for (float& weight : average.rows) weight *= 1 - options.dropout;
    return average;
}

}  // namespace analyze
