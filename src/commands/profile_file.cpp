// The file of --save-profile: opened before anything is counted, there only when all is in it.
// SPDX-License-Identifier: Apache-2.0
#include "profile_file.hpp"

#include "analyze/analysis/profile.hpp"
#include "analyze/base/error.hpp"
#include "contrast_inputs.hpp"

namespace analyze {
namespace {

const std::string& checked(const std::string& path) {
    if (path.empty() || path == "-")
        throw Error(Fault::usage, "--save-profile takes the name of a file, not '" + path + "'");
    return path;
}

}  // namespace

ProfileFile::ProfileFile(const std::string& path) : file_(checked(path)) {}

void ProfileFile::write(const WordTable& words, const WordDefinition& definition) {
    write_profile({definition_fields(definition), words.documents(), words.tokens(), words.types()},
                  words.ranked(), [&](std::string_view piece) { file_.write(piece); });
    written_ = true;
}

void ProfileFile::write(const NgramCounter& ngrams, std::uint64_t documents,
                        const WordDefinition& definition, const NgramShape& shape) {
    const std::vector<Ngram> ranked = ngrams.ranked([](const Ngram&) { return true; });
    std::vector<std::string> texts;
    texts.reserve(ranked.size());
    std::vector<WordCount> rows;
    rows.reserve(ranked.size());
    for (const Ngram& ngram : ranked) {
        texts.push_back(ngrams.text(ngram));
        rows.push_back({texts.back(), ngram.count, ngram.documents});
    }
    write_profile(
        {definition_fields(definition, shape), documents, ngrams.ngrams(), ngrams.distinct()}, rows,
        [&](std::string_view piece) { file_.write(piece); });
    written_ = true;
}

void ProfileFile::close() {
    if (written_) file_.close();
}

}  // namespace analyze
