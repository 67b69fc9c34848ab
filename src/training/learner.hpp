// Learns the weights of a conditional random field from units whose tags are known in part.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analyze/analysis/entities_decode.hpp"

namespace analyze {

/// A training sentence: feature numbers of each unit and the tags that are allowed.
struct TrainingSentence {
    std::uint64_t first_unit = 0;  ///< into Examples::starts and ::allowed
    std::uint32_t units = 0;
    float weight = 1;
};

struct Examples {
    std::vector<TrainingSentence> sentences;
    std::vector<std::uint64_t> starts{0};  ///< features of unit i: [starts[i], starts[i + 1])
    std::vector<std::uint32_t> features;
    std::vector<std::uint64_t> allowed;
    std::vector<float> base;  ///< scores to start from, kStride a unit; empty: zeros

    void add_unit(const std::vector<std::uint32_t>& numbers, std::uint64_t tags) {
        features.insert(features.end(), numbers.begin(), numbers.end());
        starts.push_back(features.size());
        allowed.push_back(tags);
    }
};

/// Floats a feature in the learner.
inline constexpr std::size_t kWidth = 44;

struct Weights {
    std::vector<float> rows;  ///< kWidth a feature
    Transitions transitions;

    void add(const Weights& other);  ///< of the same features
    void scale(float factor);
};

struct LearnOptions {
    int epochs = 8;
    float rate = 0.15F;
    float decay = 0.02F;  ///< share of each weight taken away after an epoch
    float dropout = 0;    ///< share of features left out at each visit, at random
    std::uint64_t seed = 1;
    bool learn_transitions = true;
};

/// Maximises the log of the share of allowed paths (for fully known tags: the conditional
/// likelihood) by AdaGrad, a sentence at a time in a fixed random order; one thread, so the same
/// input gives the same weights. Returns the average of the weights after each epoch of the second
/// half. `tell` gets a line an epoch.
[[nodiscard]] Weights learn(const Examples& examples,
                            const std::vector<TrainingSentence>& sentences, std::size_t features,
                            const LearnOptions& options, Weights start,
                            const std::function<void(const std::string&)>& tell);

/// Scores of a sentence's tags under the weights, kStride a unit.
void score(const Examples& examples, const TrainingSentence& sentence, const Weights& weights,
           std::vector<float>& scores);

}  // namespace analyze
