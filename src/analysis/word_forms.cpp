// Lemmas and stems: what the forms of a word are counted under, applied once a type.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/word_forms.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>

#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "list_lines.hpp"

namespace analyze {
namespace {

/// The algorithms that Snowball has for a language. Those that the library here lacks are left out
/// when it is asked; "porter" is the older one for English.
struct Algorithm {
    std::string_view code, name;
};
constexpr Algorithm kAlgorithms[] = {
    {"ar", "arabic"},     {"hy", "armenian"},   {"eu", "basque"},    {"ca", "catalan"},
    {"da", "danish"},     {"nl", "dutch"},      {"en", "english"},   {"fi", "finnish"},
    {"fr", "french"},     {"de", "german"},     {"el", "greek"},     {"hi", "hindi"},
    {"hu", "hungarian"},  {"id", "indonesian"}, {"ga", "irish"},     {"it", "italian"},
    {"lt", "lithuanian"}, {"ne", "nepali"},     {"no", "norwegian"}, {"", "porter"},
    {"pt", "portuguese"}, {"ro", "romanian"},   {"ru", "russian"},   {"sr", "serbian"},
    {"es", "spanish"},    {"sv", "swedish"},    {"ta", "tamil"},     {"tr", "turkish"},
    {"yi", "yiddish"}};

struct DeleteStemmer {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, DeleteStemmer>;

Stemmer make_stemmer(std::string_view name) {
    return Stemmer(sb_stemmer_new(std::string(name).c_str(), "UTF_8"));
}

/// A stemmer holds the word it works on, so each thread has its own.
sb_stemmer* stemmer_of_thread(const std::string& name) {
    thread_local std::vector<std::pair<std::string, Stemmer>> stemmers;
    for (const auto& [known, stemmer] : stemmers)
        if (known == name) return stemmer.get();
    return stemmers.emplace_back(name, make_stemmer(name)).second.get();
}

/// What was asked for, and what was loaded of it for each Case. Entries never move.
struct Entry {
    FormRules rules;
    std::unique_ptr<const WordForms> loaded[2];
};
struct Registry {
    std::mutex mutex;
    std::deque<Entry> entries{1};  // number 0: no rules
};
Registry& registry() {
    static Registry rules;
    return rules;
}

std::unique_ptr<const WordForms> load(const FormRules& rules, Case letter_case) {
    if (rules.lemmas.empty())
        return std::make_unique<const WordForms>(rules.stem, nullptr, letter_case);
    try {
        const Resource list(rules.lemmas, read_file(rules.lemmas));
        return std::make_unique<const WordForms>(rules.stem, &list, letter_case);
    } catch (const Error& error) {
        throw Error(Fault::resource, std::string("--lemmas ").append(error.what()));
    }
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \r") + 1 - first);
}

}  // namespace

std::uint32_t forms_number(const FormRules& rules) {
    Registry& all = registry();
    const std::lock_guard lock(all.mutex);
    for (std::size_t i = 0; i < all.entries.size(); ++i)
        if (all.entries[i].rules == rules) return static_cast<std::uint32_t>(i);
    all.entries.emplace_back().rules = rules;
    return static_cast<std::uint32_t>(all.entries.size() - 1);
}

const FormRules& form_rules(std::uint32_t number) {
    Registry& all = registry();
    const std::lock_guard lock(all.mutex);
    return all.entries.at(number).rules;
}

std::string stemmer_named(std::string_view name) {
    for (const Algorithm& algorithm : kAlgorithms)
        if (!name.empty() && (name == algorithm.code || name == algorithm.name))
            return make_stemmer(algorithm.name) ? std::string(algorithm.name) : std::string();
    return {};
}

std::vector<std::string> stemmer_names() {
    std::vector<std::string> names;
    for (const Algorithm& algorithm : kAlgorithms)
        if (make_stemmer(algorithm.name)) names.emplace_back(algorithm.name);
    return names;
}

WordForms::WordForms(std::string stem, const Resource* lemmas, Case letter_case)
    : stem_(std::move(stem)) {
    if (lemmas == nullptr) return;
    lemmas_hash_ = 0xCBF29CE484222325;
    for (const char c : lemmas->bytes())
        lemmas_hash_ = (lemmas_hash_ ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    std::string form;
    std::string lemma;
    for_lines(*lemmas, [&](std::size_t number, std::string_view line) {
        if (trimmed(line).empty() || line.front() == '#') return;
        const std::size_t tab = std::min(line.find('\t'), line.size());
        const std::string_view rest = line.substr(std::min(tab + 1, line.size()));
        fold(trimmed(line.substr(0, tab)), letter_case, form);
        fold(trimmed(rest.substr(0, rest.find('\t'))), letter_case, lemma);
        if (form.empty() || lemma.empty())
            throw list_error(*lemmas, number, "not 'form TAB lemma'");
        lemmas_.emplace(form, lemma);
    });
}

void WordForms::apply(std::string& key) const {
    if (const auto lemma = lemmas_.find(key); lemma != lemmas_.end()) {
        key = lemma->second;
        return;
    }
    if (stem_.empty()) return;
    constexpr std::size_t kLongest =
        1000;  // of a word that is worth stemming; longer ones are none
    sb_stemmer* const stemmer = key.size() > kLongest ? nullptr : stemmer_of_thread(stem_);
    if (stemmer == nullptr) return;
    const sb_symbol* const stem = sb_stemmer_stem(
        stemmer, reinterpret_cast<const sb_symbol*>(key.data()), static_cast<int>(key.size()));
    const int size = sb_stemmer_length(stemmer);
    if (stem != nullptr && size > 0)
        key.assign(reinterpret_cast<const char*>(stem), static_cast<std::size_t>(size));
}

const WordForms* forms_of(const WordDefinition& definition) {
    if (definition.forms == 0) return nullptr;
    Registry& all = registry();
    const std::lock_guard lock(all.mutex);
    Entry& entry = all.entries.at(definition.forms);
    auto& loaded = entry.loaded[definition.letter_case == Case::fold ? 0 : 1];
    if (!loaded) loaded = load(entry.rules, definition.letter_case);
    return loaded.get();
}

void word_key(std::string_view word, Case letter_case, const WordForms* forms, std::string& key) {
    fold(word, letter_case, key);
    if (forms != nullptr) forms->apply(key);
}

}  // namespace analyze
