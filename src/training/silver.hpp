// Plain text tagged by two models that must agree, to learn from beside the corpora (self-training).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analyze/analysis/entities_model.hpp"
#include "corpus.hpp"

namespace analyze {

/// Texts by the name of their file in its folder, tokenised or not (is_tokenised).
using PlainTexts = std::vector<std::pair<std::string, std::string>>;

/// Documents of some pages, of the corpus "silver", with the sentences in which both models find the same names and are fairly sure, labelled so;
/// of those in which they find none three in ten. Of a source (a file, or a folder with
/// its files) some megabytes at most are read, so that none outweighs the others. `threads` change nothing but the time.
[[nodiscard]] Corpus silver_documents(const PlainTexts& texts, const ModelView& one,
                                      const ModelView& other, unsigned threads);

}  // namespace analyze
