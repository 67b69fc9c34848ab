// Divides runs of Thai, Lao, Khmer and Burmese into words, by ICU's dictionaries and as ICU does.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace analyze {

class ComplexEngine;

/// ICU's way to the words of these scripts (ThaiBreakEngine and its like in its dictbe.cpp), without
/// the iterator and the text accessors around it: of the words that begin at a place the longest
/// that two more follow; what no word begins with goes to a short word before it and reaches to
/// where a word may begin; marks stay with what they stand on. What the first two characters of a
/// word lead to in a dictionary is remembered, in half a megabyte a script at most: keep one per
/// thread and use it again.
class ComplexWords {
public:
    ComplexWords();
    ~ComplexWords();
    ComplexWords(ComplexWords&&) noexcept;
    ComplexWords& operator=(ComplexWords&&) noexcept;

    /// Finds the places inside `run` (UTF-16, beginning with no mark) where a word ends and the next
    /// begins, in order. False, and nothing found, where this is left to ICU's iterator: when the characters
    /// of the run are not all of one script's dictionary, or when the ICU in use has none that is
    /// known here (DictionaryData) or goes by another model. Linear in the length of the run; one
    /// byte of scratch for each unit of the longest.
    [[nodiscard]] bool divide(std::u16string_view run, std::vector<std::uint32_t>& places);

private:
    std::array<std::unique_ptr<ComplexEngine>, 4> engines_;  // opened by the first run of a script
};

}  // namespace analyze
