// The file of --save-profile: opened before anything is counted, there only when all is in it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "analyze/analysis/ngram_counter.hpp"
#include "analyze/analysis/word_count.hpp"
#include "analyze/base/file.hpp"
#include "analyze/text/words.hpp"

namespace analyze {

class ProfileFile {
public:
    /// `output`: where the list itself goes, empty: standard output. Throws Error{usage} where the
    /// profile would go to standard output or into the file of the list, one of which would be
    /// lost; Error{output} where the file cannot be made.
    explicit ProfileFile(const std::string& path, const std::string& output = {});
    /// All counts, most frequent first. Throws Error{output}.
    void write(const WordTable& words, const WordDefinition& definition);
    /// The same of n-grams, all of which the counter must have; `documents` texts.
    void write(const NgramCounter& ngrams, std::uint64_t documents,
               const WordDefinition& definition, const NgramShape& shape);
    /// Puts the file in its place if write() was called. Throws Error{output}.
    void close();

private:
    OutputFile file_;
    bool written_ = false;
};

}  // namespace analyze
