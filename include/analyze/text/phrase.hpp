// Finds a word or a phrase in texts as whole words, exactly as the words are counted.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyze/base/span.hpp"
#include "analyze/text/literal.hpp"
#include "analyze/text/words.hpp"

namespace analyze {

/// Changes a folded word into the key that it counts under (its lemma, its stem). Thread-safe.
using KeyForm = std::function<void(std::string&)>;

/// Words in a row as they are looked for: the keys of the words under a definition, and what stands
/// between them. Immutable; shared by threads.
class Phrase {
public:
    /// Signs before the first word and behind the last are passed over. A word with a possessive
    /// ending is looked for with its ending, whatever the definition says of those of the text.
    /// `form`: what words are the same under; then endings are what the definition says, and
    /// every word of a text is read. Throws Error{usage} when there is no word in `text`.
    Phrase(std::string_view text, WordDefinition definition, Kernel kernel = chosen_kernel(),
           KeyForm form = {});

    [[nodiscard]] const WordDefinition& definition() const { return definition_; }
    [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }
    /// As gap_between() gives them, one less than keys.
    [[nodiscard]] const std::vector<std::string>& gaps() const { return gaps_; }
    /// Whether it finds words by what is written, not by their forms.
    [[nodiscard]] bool written() const { return !form_; }
    /// More bytes than any occurrence takes up; of forms that is not known.
    [[nodiscard]] std::size_t longest() const;

private:
    friend class PhraseFinder;
    WordDefinition definition_;
    KeyForm form_;
    std::vector<std::string> keys_, gaps_;
    std::size_t anchor_ = 0;          ///< the word that is searched as a literal
    std::optional<Literal> literal_;  ///< none where no key can be searched so
    bool simple_ = false;             ///< one word of ASCII letters and digits
};

/// What stands between two words, for comparison: white space with at most one line end and of at
/// most 1000 bytes is a blank; other white space (a blank line) equals no blank; the rest is as it
/// is.
[[nodiscard]] std::string gap_between(std::string_view text);

/// Whether no word of any definition crosses `at`, whatever stands around: ends of the text, and
/// ASCII white space followed by a letter, a digit or an ASCII character that is no white space.
[[nodiscard]] bool parts_words(std::string_view text, std::size_t at);

/// Looks for one phrase in texts. Scratch memory: one per thread.
class PhraseFinder {
public:
    explicit PhraseFinder(const Phrase& phrase);  ///< which must outlive the finder

    /// Appends to `hits` the occurrences that begin in [from, to) of `text` (valid UTF-8), in order;
    /// they may overlap and end behind `to`. `from` is 0 or a place for which parts_words() holds,
    /// and the text ends where no word crosses. A hit is the words without the possessive ending
    /// that the definition takes off. Linear in the text and the number of words of the phrase;
    /// white space to white space around each place where a word of the phrase may stand is read by
    /// WordReader, the rest only at the speed of LiteralSearch.
    void find(std::string_view text, std::size_t from, std::size_t to, std::vector<Span>& hits);
    /// The same without LiteralSearch: reads all words. For tests.
    void find_slowly(std::string_view text, std::vector<Span>& hits);

private:
    /// Words [from, to) of the text; keeps those hits whose anchor begins in `anchor_in`.
    void match_window(std::string_view text, std::size_t from, std::size_t to, Span anchor_in,
                      std::vector<Span>& hits);
    void read_words(std::string_view window);
    [[nodiscard]] bool matches(std::string_view window, std::size_t first);
    enum class Verdict { hit, no_hit, unknown };
    [[nodiscard]] Verdict judge_by_neighbours(std::string_view text, std::size_t at) const;
    /// Writes the key of a word to key_.
    void read_key(std::string_view word);

    const Phrase* phrase_;
    WordReader reader_, whole_reader_;
    std::vector<Span> words_, whole_words_;  ///< whole: with possessive endings
    std::string key_;
    std::unordered_map<std::string, std::string> forms_;  ///< of folded words that were seen
};

}  // namespace analyze
