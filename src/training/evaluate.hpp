// Precision, recall and F1 of found names against a corpus, as score_raw.py and score_tokens.py count them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "analyze/analysis/entities_tagger.hpp"
#include "corpus.hpp"

namespace analyze {

struct Score {
    std::uint64_t right = 0, extra = 0, missed = 0;
    void add(const Score& other) {
        right += other.right;
        extra += other.extra;
        missed += other.missed;
    }
    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
};

/// A name that was found, judged over ten types.
struct Judged {
    float confidence = 0;
    std::uint8_t type = 0;
    bool right = false;
};

struct Evaluation {
    std::array<Score, kTypes> types;
    Score ten, three, spans;
    /// Of the three classes: organisations that were found as places. Many corpora call a state that
    /// acts an organisation; for us it is a place.
    std::uint64_t acting = 0;
    std::vector<Judged> judged;                             ///< in order
    std::vector<std::array<Score, kTypes>> documents = {};  ///< over ten types, in order
    /// "3-class P … R … F1 … span F1 … | ten types …", or "… | N organisations found as places, F1 … if
    /// these were right".
    [[nodiscard]] std::string line(bool ten_types) const;
};

/// Tags each document of a corpus part and compares.
[[nodiscard]] Evaluation evaluate(const Tagger& tagger, const Corpus& corpus,
                                  const std::string& name, const std::string& part,
                                  bool show_errors);

}  // namespace analyze
