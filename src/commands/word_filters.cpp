// The filters of words: their options, their lists, and whether a word passes.
// SPDX-License-Identifier: Apache-2.0
#include "word_filters.hpp"

#include "analyze/analysis/word_forms.hpp"
#include "analyze/base/error.hpp"
#include "document_view.hpp"

namespace analyze {
namespace {

/// What is wrong with a pattern is told with the option that gave it.
template <typename Work>
auto naming_match(const Work& work) {
    try {
        return work();
    } catch (const Error& error) {
        throw Error(error.fault(), std::string("--match: ") + error.what());
    }
}

}  // namespace

void WordFilters::declare(OptionList& options) {
    declare_top(options, "words");
    declare_min_count(options, "only words that stand at least N times");
    declare_lists(options);
}

void WordFilters::declare_top(OptionList& options, const std::string& things) {
    options.number("-n,--top", "N", top_, 0, kUnset - 1, "show the first N " + things + "; 0: all")
        .fallback = std::to_string(top_in_text_) + " in text, else all";
}

void WordFilters::declare_min_count(OptionList& options, std::string help) {
    options.number("--min-count", "N", min_count_, 1, kUnset - 1, std::move(help));
}

void WordFilters::declare_lists(OptionList& options) {
    options.text("--stopwords", "LIST", stop_list_,
                 "leave out the words of a list: en, a file with one word a line, or none");
    options.text("--match", "REGEX", match_, "only words in which the regular expression is found");
}

void WordFilters::load(Case letter_case) {
    letter_case_ = letter_case;
    stop_words_ = load_stop_words(stop_list_);
    if (!match_.empty()) naming_match([&] { return Pattern(match_, letter_case_); });
}

void WordFilters::load(const WordDefinition& definition) {
    load(definition.letter_case);
    if (const WordForms* forms = forms_of(definition)) stop_words_ = stop_words_.under(*forms);
}

std::uint64_t WordFilters::top(Format format) const {
    if (top_ != kUnset) return top_;
    return format == Format::text ? top_in_text_ : 0;
}

std::vector<std::pair<std::string, Value>> WordFilters::fields(Format format) const {
    return {{"top", number(top(format))},
            {"min_count", number(min_count_)},
            {"stopwords", stop_list_},
            {"match", match_.empty() ? Value() : Value(match_)}};
}

WordSieve::WordSieve(const WordFilters& filters) : filters_(filters) {
    if (!filters.match_.empty()) pattern_.emplace(filters.match_, filters.letter_case_);
}

bool WordSieve::stops(std::string_view word) {
    return filters_.stop_words_.has(word, scratch_);
}

bool WordSieve::matches(std::string_view text) {
    return !pattern_ || pattern_->found_in(text);
}

std::string more_note(std::uint64_t left_out) {
    return std::to_string(left_out) + " more; --top 0 shows all";
}

}  // namespace analyze
