// Reads texts as sequences of numbered word types, parted where sentences or sections end.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "analyze/text/blocks.hpp"
#include "analyze/text/scan.hpp"
#include "analyze/text/words.hpp"

namespace analyze {

/// What no sequence of words crosses.
enum class Within { sentence, section };

/// Where the sequences of a text are parted, ascending: where its sentences begin and end, or where
/// its headings begin (Section's ranges). `blocks` are those of the text.
[[nodiscard]] std::vector<std::uint32_t> cuts_of(std::string_view text,
                                                 const std::vector<Block>& blocks, Within within);

/// Numbers the words of texts, in the order in which they first come, and gives them back in text
/// order: the very words that WordReader reads, keys as in WordTable, an order of magnitude sooner
/// where the masks of WordScanner can find them. One per thread; the numbers are its own and stay
/// as long as it lives. Takes some 100 bytes for each type, and as much for each raw form of it.
class TypeReader {
public:
    explicit TypeReader(WordDefinition definition, Kernel kernel = chosen_kernel());
    ~TypeReader();
    TypeReader(TypeReader&&) noexcept;
    TypeReader& operator=(TypeReader&&) noexcept;

    /// Some sequences, one after another: sequence i is types [ends[i - 1], ends[i]). None is
    /// empty.
    using Take = std::function<void(std::span<const std::uint32_t> types,
                                    std::span<const std::uint32_t> ends)>;
    /// Calls `take` until all words of `text` (valid UTF-8, less than 4 GiB) were given. A word
    /// belongs to the sequence that it begins in; words before the first cut and after the last are
    /// sequences too. A sequence is given whole, however long: it is held in memory, 4 bytes a word.
    void read(std::string_view text, std::span<const std::uint32_t> cuts, const Take& take);

    /// How many types were met so far.
    [[nodiscard]] std::uint32_t types() const;
    /// The key of a type; valid as long as the reader.
    [[nodiscard]] std::string_view word(std::uint32_t type) const;
    /// The number of the type whose key is `word`, a new one if need be.
    [[nodiscard]] std::uint32_t type_of(std::string_view word);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace analyze
