// The filters of words that several commands share: which words a list shows, and how many.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyze/analysis/stop_words.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/report/table.hpp"
#include "analyze/report/writer.hpp"
#include "analyze/text/pattern.hpp"
#include "analyze/text/words.hpp"

namespace analyze {

/// --top, --min-count, --stopwords and --match: declared, loaded, then applied by a WordSieve.
class WordFilters {
public:
    /// What holds where nothing else is asked for.
    struct Defaults {
        std::uint64_t top_in_text = 50, min_count = 1;
        std::string stop_words = "none";
    };
    WordFilters() : WordFilters(Defaults{}) {}
    explicit WordFilters(Defaults defaults)
        : top_in_text_(defaults.top_in_text),
          min_count_(defaults.min_count),
          stop_list_(std::move(defaults.stop_words)) {}

    /// All four, in this order. They mean the same in every command.
    void declare(OptionList& options);
    /// Only -n,--top; `things` are what the rows are ("words").
    void declare_top(OptionList& options, const std::string& things);
    /// Only --min-count, with a help of the command's own.
    void declare_min_count(OptionList& options, std::string help);
    /// Only --stopwords and --match.
    void declare_lists(OptionList& options);

    /// Reads the list of stop words and tries the expression; call after set_data_folder(), before
    /// anything below. Throws Error{usage} that names --match, Error{resource} for the list.
    void load(Case letter_case);
    /// The same under a whole definition: with lemmas or stems the words of the list count under
    /// theirs, as the words that they stop do.
    void load(const WordDefinition& definition);

    /// How many rows to show, 0: all. Text shows 50, or the default given, where nothing was asked
    /// for.
    [[nodiscard]] std::uint64_t top(Format format) const;
    [[nodiscard]] std::uint64_t min_count() const { return min_count_; }
    /// The expression of --match, empty: none.
    [[nodiscard]] const std::string& match() const { return match_; }
    /// The list of stop words, under the forms of the definition that was loaded.
    [[nodiscard]] const StopWords& stop_words() const { return stop_words_; }
    [[nodiscard]] bool has_stop_words() const { return stop_words_.size() > 0; }
    /// "top", "min_count", "stopwords" and "match" for the options of a machine format.
    [[nodiscard]] std::vector<std::pair<std::string, Value>> fields(Format format) const;

private:
    friend class WordSieve;
    static constexpr std::uint64_t kUnset = UINT64_MAX;
    std::uint64_t top_in_text_, top_ = kUnset, min_count_;
    std::string stop_list_, match_;
    Case letter_case_ = Case::fold;
    StopWords stop_words_;
};

/// Applies loaded filters, which must outlive it. It holds a matcher: one per thread.
class WordSieve {
public:
    explicit WordSieve(const WordFilters& filters);
    /// Whether the list of stop words has the word.
    [[nodiscard]] bool stops(std::string_view word);
    /// Whether --match finds something in the text; true where there is no --match. Throws
    /// Error{usage} that names the option when the match takes too long.
    [[nodiscard]] bool matches(std::string_view text);
    /// Whether a word of that frequency passes all filters.
    [[nodiscard]] bool passes(std::string_view word, std::uint64_t count) {
        return count >= filters_.min_count_ && !stops(word) && matches(word);
    }

private:
    const WordFilters& filters_;
    std::optional<Pattern> pattern_;
    std::string scratch_;
};

/// "120 more; --top 0 shows all" for a table of which only the first rows are shown.
[[nodiscard]] std::string more_note(std::uint64_t left_out);

}  // namespace analyze
