// Finds the types of raw words in text order: a cache from the bytes of a word to its number.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "analyze/base/string_index.hpp"
#include "analyze/text/scan.hpp"
#include "tally_kernel.hpp"

namespace analyze::tally {

/// Remembers what resolve() once said of a raw word. 64 to 128 bytes for each short raw word (up to 16
/// bytes of text).
class RawTypes {
public:
    /// `resolve` gives the type of a raw word, or kNoWord.
    RawTypes(Kernel kernel, std::function<std::uint32_t(std::string_view)> resolve);

    /// Writes the type of each word to `types`: word i is [edges[2i], edges[2i + 1]) of `bytes`
    /// (kShortWord readable bytes from the beginning of each).
    void find(const char* bytes, const std::uint16_t* edges, std::size_t words,
              std::uint32_t* types);

private:
    struct alignas(32) Slot {             // none stands in two cache lines
        std::uint64_t low = 0, high = 0;  ///< low is 0 where the slot is free
        std::uint32_t type = 0;
    };
    [[nodiscard]] std::uint32_t add(std::size_t key, std::string_view word);
    [[nodiscard]] std::uint32_t find_long(std::string_view word);
    void grow();

    const TallyKernel& code_;
    std::function<std::uint32_t(std::string_view)> resolve_;
    Batch batch_{};
    std::vector<Slot> slots_;  ///< open addressing, a power of two, at most half full
    std::size_t used_ = 0;
    StringIndex long_words_;
    std::vector<std::uint32_t> long_types_;
};

}  // namespace analyze::tally
