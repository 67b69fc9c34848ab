// What is counted on two sides: texts, saved profiles and word lists, all by one definition.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <mutex>
#include <string>

#include "analyze/analysis/contrast.hpp"
#include "analyze/analysis/profile.hpp"
#include "analyze/analysis/word_counter.hpp"
#include "analyze/commands/batch.hpp"
#include "analyze/text/decode.hpp"
#include "scratch_pool.hpp"

namespace analyze {

/// The definition in the form that profiles keep and compare.
[[nodiscard]] DefinitionFields definition_fields(const WordDefinition& definition);

/// Counts the inputs of a batch, each on its side. Threads may add at the same time; what comes out
/// does not depend on their order. Memory: that of a WordCounter for each thread and side, and of
/// the Contrast.
class ContrastInputs {
public:
    /// `force`: profiles of another definition are taken too.
    ContrastInputs(const WordDefinition& definition, const DecodeOptions& decode, bool force)
        : definition_(definition), decode_(decode), force_(force) {}

    /// Counts a text as a stream of any size, or adds the rows of a saved profile: a regular file
    /// that begins with kProfileMark. Throws what TextStream and read_profile do; Error{usage} for
    /// a profile of another definition, and Error{input} for one that comes through a pipe.
    void add(const Input& input, unsigned threads, Warnings& warnings);
    /// Adds a word list that others have made, as it stands but for the case of its words.
    void add_list(Side side, const std::string& path);
    /// All of it; only when no thread adds any more. Empties this.
    [[nodiscard]] Contrast take();

private:
    void add_text(Side side, const std::string& path, unsigned threads, Warnings& warnings);
    void add_profile(Side side, const std::string& path, Warnings& warnings);

    WordDefinition definition_;
    DecodeOptions decode_;
    bool force_;
    std::array<ScratchPool<WordCounter>, 2> counters_;
    std::mutex mutex_;
    Contrast listed_;
};

}  // namespace analyze
