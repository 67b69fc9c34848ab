// Compiles the lists of names into the model's facts and phrases.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyze/analysis/entities_model.hpp"
#include "analyze/text/tokenizer.hpp"
#include "corpus.hpp"
#include "model_writer.hpp"

namespace analyze {

/// How often the words of texts are written in lower case. Sentence beginnings do not count.
struct CaseCounts {
    struct Counts {
        std::uint32_t lower = 0, other = 0;
    };
    std::unordered_map<std::uint64_t, Counts> words;  ///< by folded hash
    void add_text(std::string_view text, Tokenizer& tokenizer);
};

/// Facts and phrases by key, made of lists.
class Lexicon {
public:
    explicit Lexicon(const CaseCounts& cases) : cases_(&cases) {}
    /// Reads our own lists (names.tsv, given.tsv, surname.tsv, not-names.txt, honorifics.tsv, and
    /// kinds.tsv: common nouns with the type of the names that they go with).
    void add_own(const std::string& folder);
    /// Reads the public lists.
    void add_public(const std::string& folder);
    /// Takes the people, organisations and places of a corpus that is too noisy to learn from into the
    /// noisier lists. Of "Velm, 2nd Earl of Orsk" and "Bridge (song)" the part before the mark is a
    /// name, of "Orsk, Tarnland" it is one too.
    void add_labelled(const Labelled& document);
    /// The two tables, sorted by key.
    [[nodiscard]] KeyedValues facts() const;
    [[nodiscard]] KeyedValues phrases() const;

private:
    void add_phrase(std::string_view name, int kind, std::size_t most_units = phrase::kMaxUnits);
    void add_fact(std::string_view word, std::uint32_t bit);
    void add_kinds(const std::string& file);
    [[nodiscard]] bool ordinary(std::uint64_t folded) const;
    std::vector<std::uint64_t> words_of(std::string_view name);

    const CaseCounts* cases_;
    Tokenizer tokenizer_;
    std::unordered_map<std::uint64_t, std::uint32_t> facts_, phrases_;
};

}  // namespace analyze
