// The file of --save-profile: opened before anything is counted, there only when all is in it.
// SPDX-License-Identifier: Apache-2.0
#include "profile_file.hpp"

#include <filesystem>

#include "analyze/analysis/profile.hpp"
#include "analyze/base/error.hpp"
#include "contrast_inputs.hpp"

namespace analyze {
namespace {

/// Two paths that lead to one place are equal so, whether or not anything is there.
std::filesystem::path place(const std::string& path) {
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::absolute(path, error);
    std::filesystem::path found = std::filesystem::weakly_canonical(whole, error);
    return error ? std::filesystem::path(path) : found;
}

const std::string& checked(const std::string& path, const std::string& output) {
    if (path.empty() || path == "-")
        throw Error(Fault::usage, "--save-profile takes the name of a file, not '" + path + "'");
    if (!output.empty() && place(path) == place(output))
        throw Error(Fault::usage, "--save-profile and -o name the same file, " + shown_path(path));
    return path;
}

}  // namespace

ProfileFile::ProfileFile(const std::string& path, const std::string& output)
    : file_(checked(path, output)) {}

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
