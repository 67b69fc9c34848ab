// What is counted on two sides: texts, saved profiles and word lists, all by one definition.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <mutex>
#include <optional>
#include <string>

#include "analyze/analysis/contrast.hpp"
#include "analyze/analysis/ngram_counter.hpp"
#include "analyze/analysis/profile.hpp"
#include "analyze/analysis/word_counter.hpp"
#include "analyze/commands/batch.hpp"
#include "analyze/text/decode.hpp"
#include "scratch_pool.hpp"

namespace analyze {

/// The definition in the form that profiles keep and compare; `shape`: of n-grams of these words.
[[nodiscard]] DefinitionFields definition_fields(const WordDefinition& definition,
                                                 const std::optional<NgramShape>& shape = {});

/// Counts the inputs of a batch, each on its side. Threads may add at the same time; what comes out
/// does not depend on their order. Memory: that of a WordCounter for each thread and side, and of
/// the Contrast. Of n-grams that of an NgramCounter for each; what the Contrast then calls words are
/// n-grams.
class ContrastInputs {
public:
    /// `force`: profiles of another definition are taken too. `shape`: n-grams are counted, of one
    /// length.
    ContrastInputs(const WordDefinition& definition, const DecodeOptions& decode, bool force,
                   const std::optional<NgramShape>& shape = {})
        : definition_(definition), decode_(decode), force_(force), shape_(shape) {}

    /// Counts a text as a stream of any size (for n-grams: read whole), or adds the rows of a saved
    /// profile: a regular file that begins with kProfileMark. Throws what TextStream and
    /// read_profile do; Error{usage} for a profile of another definition, and Error{input} for one
    /// that comes through a pipe.
    void add(const Input& input, unsigned threads, Warnings& warnings);
    /// Adds a word list that others have made, as it stands but for the case of its words.
    void add_list(Side side, const std::string& path);
    /// All of it; only when no thread adds any more. Empties this.
    [[nodiscard]] Contrast take();

private:
    void add_text(Side side, const std::string& path, unsigned threads, Warnings& warnings);
    void add_ngrams(Side side, const std::string& path, Warnings& warnings);
    /// Refuses a profile, and warns of a list, that begins so and would be counted as a text.
    void check_text(Side side, const std::string& path, std::string_view start,
                    Warnings& warnings) const;
    void add_profile(Side side, const std::string& path, Warnings& warnings);

    WordDefinition definition_;
    DecodeOptions decode_;
    bool force_;
    std::optional<NgramShape> shape_;
    std::array<ScratchPool<WordCounter>, 2> counters_;
    std::array<ScratchPool<NgramCounter>, 2> ngrams_;
    std::mutex mutex_;
    Contrast listed_;
};

}  // namespace analyze
