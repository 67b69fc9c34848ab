// `analyze words --ngrams`: how often sequences of words stand in the texts.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "analyze/analysis/ngram_counter.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/commands/settings.hpp"
#include "list_order.hpp"
#include "profile_file.hpp"
#include "word_filters.hpp"

namespace analyze {

class NgramOptions {
public:
    /// --ngrams, of one length, and --skip.
    void declare_single_shape(OptionList& options);
    /// The same of a range of lengths, and --two-pass.
    void declare(OptionList& options);
    [[nodiscard]] bool wanted() const { return !range_.empty() || skip_ > 0 || two_pass_; }
    /// Throws Error{usage}.
    [[nodiscard]] NgramShape shape() const;
    /// The shape where it is of one length and all are counted, as profiles and keyness need it.
    /// Throws Error{usage} that names `who` needs it.
    [[nodiscard]] NgramShape single_shape(std::string_view who) const;
    [[nodiscard]] const std::string& range() const { return range_; }
    [[nodiscard]] bool two_pass() const { return two_pass_; }

private:
    void declare_shape(OptionList& options, std::string help);

    std::string range_;
    std::uint64_t skip_ = 0;
    bool two_pass_ = false;
};

/// All that a list of n-grams is made by; the lists of `filters` are loaded.
struct NgramRequest {
    const Settings& settings;
    const WordDefinition& definition;
    const WordFilters& filters;
    const NgramOptions& options;
    By by;
    Sort sort;
    ProfileFile* profile = nullptr;  ///< also takes all counts, where there is one
};

/// Runs the batch and returns its exit status. Throws Error{usage}.
int list_ngrams(const NgramRequest& request);

}  // namespace analyze
