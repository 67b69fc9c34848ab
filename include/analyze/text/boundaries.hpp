// Word boundaries: where UAX #29 (Unicode 15.0) and ICU's dictionaries divide a text.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace analyze {

/// What a segment is made of, as far as the boundary rules see it.
enum class SegmentClass : std::uint8_t {
    space,   ///< white space, line ends, controls, lone format characters and combining marks
    letter,  ///< has a letter, kana or ideograph (UAX #29 ALetter, Hebrew_Letter, Katakana; Lo)
    number,  ///< has a digit (Numeric) and no letter
    other,   ///< punctuation, symbols, emoji, underscores alone
};

struct Segment {
    std::uint32_t end;  ///< offset past the segment; it begins where the one before ended
    SegmentClass kind;
};

/// Finds the segments of texts, one text at a time. Exactly the default word boundaries of UAX #29;
/// runs of Chinese, Japanese, Thai, Lao, Khmer and Burmese script, which the default rules do not
/// divide into words, are divided by ICU's dictionaries; the boundaries inside such a run depend on
/// the run alone. Bytes that are no UTF-8 do no harm (they count as U+FFFD). Holds ICU's iterators
/// (opened when a text first needs them), so keep one per thread and use it again.
class Boundaries {
public:
    Boundaries();
    ~Boundaries();
    Boundaries(Boundaries&&) noexcept;
    Boundaries& operator=(Boundaries&&) noexcept;

    /// Appends the segments of `text` (valid UTF-8, less than 4 GiB) to `segments`; together they
    /// cover it. Linear in the text's length. Throws Error{resource} when ICU's dictionaries are
    /// missing.
    void find(std::string_view text, std::vector<Segment>& segments);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace analyze
