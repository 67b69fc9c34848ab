// Lemmas and stems: what the forms of a word are counted under, applied once a type.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyze/resources/resource.hpp"
#include "analyze/text/words.hpp"

namespace analyze {

/// What a word definition asks for beside folding: lemmas by a list first, stems for all words that
/// the list does not have.
struct FormRules {
    std::string stem = {};    ///< a Snowball algorithm ("english"), empty: none
    std::string lemmas = {};  ///< a file, one "form TAB lemma" a line, empty: none
    friend bool operator==(const FormRules&, const FormRules&) = default;
};

/// The number that stands for rules in WordDefinition::forms: the same for equal rules, 0 for none.
/// Reads nothing. Thread-safe, as all below.
[[nodiscard]] std::uint32_t forms_number(const FormRules& rules);
[[nodiscard]] const FormRules& form_rules(std::uint32_t number);

/// The name of a Snowball algorithm that is called so or by an ISO 639-1 code ("en"); empty: there
/// is none.
[[nodiscard]] std::string stemmer_named(std::string_view name);
/// All names, in alphabetical order.
[[nodiscard]] std::vector<std::string> stemmer_names();

/// Rules that were loaded. Immutable; shared by threads.
class WordForms {
public:
    /// `lemmas`: null, or a list; lines that begin with # and blank lines are passed over, what
    /// follows a second tab too; of several lemmas of a form the first counts. Forms and lemmas are
    /// keys of `letter_case`. Throws Error{resource} that names origin:line for other lines.
    WordForms(std::string stem, const Resource* lemmas, Case letter_case);

    /// Replaces a key by the form that counts. Linear; for stems, a thread's first call of a
    /// language costs some microseconds.
    void apply(std::string& key) const;
    /// A hash of the list's bytes (FNV-1a, 64 bits), to tell lists apart that have the same name.
    [[nodiscard]] std::uint64_t lemmas_hash() const { return lemmas_hash_; }
    [[nodiscard]] std::size_t lemmas() const { return lemmas_.size(); }

private:
    std::string stem_;
    std::unordered_map<std::string, std::string> lemmas_;
    std::uint64_t lemmas_hash_ = 0;
};

/// The loaded rules of a definition; null: words count as they are folded. Reads the list on first
/// use and keeps it until the program ends. Throws Error{resource} that names --lemmas.
[[nodiscard]] const WordForms* forms_of(const WordDefinition& definition);

/// Writes the key under which a word (valid UTF-8) counts: folded, then its lemma or stem. `forms`
/// are those of the definition.
void word_key(std::string_view word, Case letter_case, const WordForms* forms, std::string& key);

}  // namespace analyze
