// Finds the words of a text with bit masks, 64 bytes at a time, exactly as WordReader would.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "analyze/base/span.hpp"
#include "analyze/text/words.hpp"

namespace analyze {

/// Which machine code looks for words. All of them find the same words; `reference` is WordReader
/// over everything.
enum class Kernel : std::uint8_t { reference, portable, avx2, avx512, neon };
[[nodiscard]] std::string_view name_of(Kernel kernel);
/// The kernels that this CPU and this build can run, the slowest first.
[[nodiscard]] std::vector<Kernel> usable_kernels();
/// The last of usable_kernels(), or the one named by the environment variable ANALYZE_KERNEL, which
/// is read once. Throws Error{usage} when that names no usable kernel.
[[nodiscard]] Kernel chosen_kernel();

/// Walks through a text chunk by chunk. In each chunk the words are of two sorts:
///  - raw words, found by masks: segments of UAX #29 that may have a letter or a digit. What is to
///  be done once a
///    word (possessives, case folding, "is it a word at all") is left to be done once a word type:
///    see read_raw_word.
///  - whole words, from the stretches that masks can't decide (dictionary scripts, addresses,
///  #tags,
///    emoji sequences, …): those go through WordReader, from white space to white space.
/// Scratch memory of some 100 KiB: keep one per thread and use it again.
class WordScanner {
public:
    WordScanner(WordDefinition definition, Kernel kernel);
    ~WordScanner();
    WordScanner(WordScanner&&) noexcept;
    WordScanner& operator=(WordScanner&&) noexcept;

    /// Begins a text (valid UTF-8, less than 4 GiB), which must outlive the walk.
    void begin(std::string_view text);
    /// Goes to the next chunk; false at the end. Linear in the text's length.
    [[nodiscard]] bool next();

    /// Where the chunk begins in the text.
    [[nodiscard]] std::size_t offset() const;
    /// The raw words of the chunk: word i is [edges()[2 * i], edges()[2 * i + 1]) of bytes(), which
    /// is the chunk with A–Z lowered when the definition folds case, and 64 readable bytes behind
    /// it.
    [[nodiscard]] const char* bytes() const;
    [[nodiscard]] const std::uint16_t* edges() const;
    [[nodiscard]] std::size_t raw_words() const;
    /// The whole words of the chunk, as spans of the text given to begin().
    [[nodiscard]] const std::vector<Span>& whole_words() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace analyze
