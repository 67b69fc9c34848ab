// Finds a word's key in text at memory's speed, in either case, and what else folds into it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/text/fold.hpp"
#include "analyze/text/literal_pair.hpp"
#include "analyze/text/scan.hpp"

namespace analyze {

/// A place where a literal may stand.
struct LiteralPlace {
    std::size_t begin = std::string_view::npos;  ///< npos: nowhere
    /// The literal stands there character for character, or in another case; else a character begins
    /// there that may be part of the literal written in another way, such as the Kelvin sign for k,
    /// ß for ss or an accent by itself: the word around it has to be folded to know.
    bool plain = true;
};

/// A key to look for. Immutable; shared by threads.
class Literal {
public:
    /// `key` is as fold() gives it under `letter_case`, at least one byte. Beyond ASCII it takes some
    /// milliseconds.
    Literal(std::string key, Case letter_case, Kernel kernel = chosen_kernel());

    [[nodiscard]] const std::string& key() const { return key_; }
    /// False for a few keys beyond ASCII (see literal_forms.hpp), which cannot be searched so.
    [[nodiscard]] bool usable() const { return usable_; }
    /// How rare its two rarest letters are in English, for a choice between literals: higher is rarer.
    [[nodiscard]] unsigned rarity() const { return rarity_; }

private:
    friend class LiteralSearch;
    /// What is looked at first: two bytes of a string of `size`.
    struct Probe {
        std::size_t size = 0;
        literal::Pair pair = {};
    };
    void prepare_ascii();
    void prepare_others();
    void add_foreign(std::string_view character);
    [[nodiscard]] bool stands_at(const char* text) const;

    std::string key_;
    Case case_;
    bool usable_ = true;
    /// Beyond ASCII: the ways to write each character, all of as many bytes.
    std::vector<std::vector<std::string>> characters_;
    std::size_t (*find_pair_)(const char*, std::size_t, std::size_t, const literal::Pair&);
    unsigned rarity_ = 0;
    Probe plain_;
    std::vector<Probe>
        foreign_;  ///< the first bytes of characters that fold into the key's letters
};

/// All characters beyond ASCII whose key is ASCII, with that key. (Where fold() makes ASCII of
/// several characters together, each does so by itself.)
struct FoldsToAscii {
    std::string_view character, key;
    bool under_keep;  ///< also under Case::keep: by NFC alone
};
[[nodiscard]] const std::array<FoldsToAscii, 11>& characters_that_fold_to_ascii();

/// One walk through one text, from left to right.
class LiteralSearch {
public:
    /// Both must outlive the walk.
    LiteralSearch(const Literal& literal, std::string_view text);
    /// The first place at or after `from`, which never falls. Some GB/s for a literal that is not
    /// there; each character of foreign() costs as much again.
    [[nodiscard]] LiteralPlace next(std::size_t from);

private:
    static constexpr std::size_t kUnknown = std::string_view::npos - 1;
    [[nodiscard]] std::size_t probe(const Literal::Probe& probe, std::size_t from) const;
    [[nodiscard]] std::size_t next_plain(std::size_t from) const;

    const Literal* literal_;
    std::string_view text_;
    std::size_t plain_ = kUnknown;      ///< the next place, npos when there is none
    std::vector<std::size_t> foreign_;  ///< the same for each of the foreign characters
};

}  // namespace analyze
