// What is counted on two sides: texts, saved profiles and word lists, all by one definition.
// SPDX-License-Identifier: Apache-2.0
#include "contrast_inputs.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include "analyze/analysis/counted_list.hpp"
#include "analyze/analysis/type_reader.hpp"
#include "analyze/analysis/word_forms.hpp"
#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "analyze/text/source.hpp"
#include "document_view.hpp"

namespace analyze {
namespace {

/// Looks at a regular file only: what is read of a pipe is gone.
bool is_profile(const std::string& path) {
    struct stat status {};
    if (path == "-" || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
    InputFile file(path);
    std::string start;
    read_up_to(file, kProfileMark.size() + 4, start);  // with a byte order mark and a line end
    return begins_profile(start);
}

}  // namespace

DefinitionFields definition_fields(const WordDefinition& definition,
                                   const std::optional<NgramShape>& shape) {
    DefinitionFields fields;
    for (const auto& [name, value] : definition_group(definition).fields)
        if (const auto* text = std::get_if<std::string>(&value))
            if (name != "lemmas") fields.emplace_back(name, *text);  // its hash says which list
    if (shape) {
        fields.emplace_back("ngrams", std::to_string(shape->least));
        fields.emplace_back("skip", std::to_string(shape->skip));
    }
    return fields;
}

void ContrastInputs::add(const Input& input, unsigned threads, Warnings& warnings) {
    const Side side = input.side == 0 ? Side::target : Side::reference;
    if (is_profile(input.path))
        add_profile(side, input.path, warnings);
    else if (shape_)
        add_ngrams(side, input.path, warnings);
    else
        add_text(side, input.path, threads, warnings);
}

void ContrastInputs::check_text(Side side, const std::string& path, std::string_view start,
                                Warnings& warnings) const {
    if (begins_profile(start))
        throw Error(Fault::input,
                    path + ": a saved profile comes through a pipe; name its file instead");
    if (side == Side::reference && looks_like_counted_list(start))
        warnings.push_back(shown_path(path) +
                           ": looks like a list of words and counts, and is read as a text; "
                           "--reference-list reads it as a list");
}

void ContrastInputs::add_ngrams(Side side, const std::string& path, Warnings& warnings) {
    const Source source = Source::read(path, decode_);
    constexpr std::size_t kStart = std::size_t{64} << 10;
    check_text(side, path, source.text().substr(0, kStart), warnings);
    const auto counter = ngrams_[static_cast<std::size_t>(side)].borrow(definition_, *shape_);
    counter->add(source.text(),
                 cuts_of(source.text(), find_blocks(source.text()), Within::sentence));
    counter->end_document();
    warn_about(source.info(), path, warnings);
    const std::lock_guard lock(mutex_);
    listed_.add_documents(side, 1);
}

void ContrastInputs::add_text(Side side, const std::string& path, unsigned threads,
                              Warnings& warnings) {
    const auto counter = counters_[static_cast<std::size_t>(side)].borrow(definition_);
    TextStream stream(path, decode_, TextStream::kPieceSize, cuts_of(definition_));
    try {
        const std::string_view first = stream.next();
        check_text(side, path, first, warnings);
        counter->add(first);
        counter->add(stream, threads);
    } catch (...) {
        counter->discard_document();
        throw;
    }
    counter->end_document();
    warn_about(stream.info(), path, warnings);
}

void ContrastInputs::add_profile(Side side, const std::string& path, Warnings& warnings) {
    const Resource file(path, read_file(path));
    // Into a table of its own: a profile that turns out broken leaves nothing behind.
    Contrast profile;
    std::string key;
    std::uint64_t rows = 0;
    const ProfileHead head = read_profile(file, [&](const ListedWord& word) {
        fold(word.word, definition_.letter_case, key);
        profile.add(side, key, word.count, word.documents);
        ++rows;
    });
    const DefinitionDifference other =
        difference(head.definition, definition_fields(definition_, shape_));
    if (!other.what.empty() && !force_)
        throw Error(
            Fault::usage,
            fmt::format(
                "{}: made with another definition of a word: {}; {}, or take it with --force", path,
                other.what, other.remedy));
    if (rows < head.distinct_words)
        warnings.push_back(fmt::format(
            "{}: has {} of the {} words that were counted; the others count as not there",
            shown_path(path), rows, head.distinct_words));
    profile.add_unlisted(side, head.words - profile.words(side));
    profile.add_documents(side, head.documents);
    const std::lock_guard lock(mutex_);
    listed_.merge(profile);
}

void ContrastInputs::add_list(Side side, const std::string& path) {
    std::string key;
    read_counted_list(option_file("--reference-list", path), [&](const ListedWord& word) {
        word_key(word.word, definition_.letter_case, forms_of(definition_), key);
        listed_.add(side, key, word.count, 0);
    });
}

Contrast ContrastInputs::take() {
    for (const Side side : {Side::target, Side::reference}) {
        for (const auto& counter : ngrams_[static_cast<std::size_t>(side)].items()) {
            // In any order: a row is added to a sum.
            for (const Ngram& ngram : counter->ranked([](const Ngram&) { return true; }, 1))
                listed_.add(side, counter->text(ngram), ngram.count, ngram.documents);
            counter->clear();
        }
        for (const auto& counter : counters_[static_cast<std::size_t>(side)].items()) {
            listed_.add(side, counter->table());
            static_cast<void>(counter->take_table());
        }
    }
    return std::exchange(listed_, Contrast());
}

}  // namespace analyze
