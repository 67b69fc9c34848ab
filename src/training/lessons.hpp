// Labelled documents made ready to learn from: the features of their units, and the features worth keeping.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "analyze/analysis/entities_features.hpp"
#include "corpus.hpp"
#include "learner.hpp"

namespace analyze {

/// A document that is learnt from.
struct Lesson {
    const Labelled* item = nullptr;  ///< must outlive it
    float weight = 0;                ///< how much each of its sentences counts
    std::unique_ptr<FeatureText> text;
};

/// The lessons as numbers.
struct Lessons {
    Examples examples;
    std::vector<std::uint64_t> keys;          ///< of the features, by their number
    std::vector<std::size_t> first_sentence;  ///< of each lesson, in examples.sentences
};

/// All features that are met at least `least` times next to what may be a name.
[[nodiscard]] Lessons number_features(const std::vector<Lesson>& lessons, std::uint32_t least);

/// Leaves the `limit` features that say most, numbered anew in their order: those with large weights, and
/// of them those that are met often, in corpora that weigh much.
void keep_best_features(Lessons& lessons, const Weights& weights, std::size_t limit);

}  // namespace analyze
