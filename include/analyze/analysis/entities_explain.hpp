// Why the tagger takes something for a name: which features add what to its score.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analyze/analysis/entities.hpp"
#include "analyze/analysis/entities_decode.hpp"
#include "analyze/analysis/entities_features.hpp"
#include "analyze/analysis/entities_memory.hpp"

namespace analyze {

/// What speaks for a name.
struct Explanation {
    /// The score of the tags that the decoder chose for the name less that of "outside" for all its
    /// units, all else being equal; the sum of the weights of `reasons`, but for rounding.
    float score = 0;
    /// First the rules that changed the name afterwards; then, by size, the kReasons features with
    /// the largest weights and all that lists say of its words and those beside it; last the sum of the others.
    std::vector<Reason> reasons;
};
inline constexpr std::size_t kReasons = 8;

/// What explanations are made from.
struct EntityEvidence {
    const ModelView& model;
    const Transitions& transitions;
    const FeatureText& features;
    const DocumentMemory* memory;  ///< null: no second look
};

/// Appends an explanation for each of `names`. `scores`: kStride for each unit of the text, with which
/// the decoder found `decoded`; `names` came from these by trimming and agreement of types.
void explain(const EntityEvidence& evidence, const std::vector<float>& scores,
             const std::vector<Found>& decoded, const std::vector<Found>& names,
             std::vector<Explanation>& result);

}  // namespace analyze
