// Groups the words of plain text into clusters of words that stand between the same neighbours.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyze/text/tokenizer.hpp"
#include "model_writer.hpp"

namespace analyze {

/// Whether a file of plain text has a sentence a line with its tokens between blanks: its name says so.
[[nodiscard]] bool is_tokenised(std::string_view file);
/// The tokens of each line of such a text; of an empty line, none.
[[nodiscard]] std::vector<std::vector<std::string>> tokens_of_lines(std::string_view text);

/// Plain text as sequences of numbered units.
class TextCounts {
public:
    /// Adds text, a line at a time. `tokenised`: tokens stand between blanks and are joined first.
    void add(std::string_view text, bool tokenised, Tokenizer& tokenizer);

    std::vector<std::string> words;  ///< in the order in which they were met
    std::vector<std::uint32_t> counts;
    std::vector<std::uint32_t> sequence;  ///< word numbers, kBreak between lines
    static constexpr std::uint32_t kBreak = 0xffffffffU;

private:
    void add_units(std::string_view text, Tokenizer& tokenizer);
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// A key of a line that does not depend on its spacing, case or marks; 0 for short ones.
[[nodiscard]] std::uint64_t line_key(std::string_view line);
/// A text without the lines whose keys are in `held_out`: sentences of parts that are measured.
[[nodiscard]] std::string without_lines(std::string_view text,
                                        const std::unordered_set<std::uint64_t>& held_out);

/// Exchange clustering (Martin, Liermann and Ney 1998, with the neighbours themselves as contexts,
/// as in the predictive models of Uszkoreit and Brants 2008): each word goes, in turn, to the
/// cluster that makes the mutual information of clusters and the words before and behind them
/// largest. Returns the cluster of each word, 0xffff for words seen less than `least` times. One
/// thread, no randomness.
[[nodiscard]] std::vector<std::uint16_t> cluster_words(
    const TextCounts& text, std::uint32_t clusters, std::uint32_t least, int rounds,
    const std::function<void(const std::string&)>& tell);

}  // namespace analyze
