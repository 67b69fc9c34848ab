// Learns the second look at a document: what is right where the first look says this and the rest of the document that.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lessons.hpp"
#include "model_writer.hpp"

namespace analyze {

/// Learns from the first `count` lessons: each half of them is tagged by a model that has seen the other half only.
/// `how`: how these are learnt; `transitions`: those of the model that will be corrected. Writes the rows into `parts`.
/// `rate`: the learning rate of the corrections; `threads` change nothing but the time.
void learn_second_look(const std::vector<Lesson>& lessons, std::size_t count,
                       const Lessons& numbered, const LearnOptions& how,
                       const Transitions& transitions, float rate, unsigned threads,
                       ModelParts& parts);

}  // namespace analyze
