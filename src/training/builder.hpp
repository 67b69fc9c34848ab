// Builds a model from corpora, lists of names and plain text.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "corpus.hpp"
#include "model_writer.hpp"

namespace analyze {

/// What analyze-train was asked for.
struct TrainOptions {
    std::string data = "data";  ///< the project's own names/ and training/
    std::string corpora, names, text, clusters, out, evaluate, without;
    std::uint32_t fine = 400, coarse = 48;
    bool own_only = false, errors = false, test_parts = false, tuning = false, memory = true;
    float memory_rate = 0.1F;
    int epochs = 10, choosing = 2;
    std::size_t members = 4;  ///< trainings, of which the mean is taken
    float silver = 0.5F;      ///< what a sentence of tagged plain text weighs; 0: none
    unsigned threads = 1;     ///< change nothing but the time
    float rate = 0.1F, decay = 0, dropout = 0.45F;
    bool reliability = false;
    std::size_t draws = 0;
    std::uint64_t seed = 1;
    std::size_t rows = 270000;
    std::uint32_t min_count = 2;
    std::map<std::string, float> weights;
};

[[nodiscard]] Corpus read_corpora(const TrainOptions& options);
[[nodiscard]] ModelParts build_model(const TrainOptions& options, const Corpus& corpus);

}  // namespace analyze
