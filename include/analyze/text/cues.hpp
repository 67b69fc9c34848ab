// Cues: what speaks for and against a block being a heading, kept apart from the decision.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace analyze {

/// One bit each; a block carries all that hold. `name_of` gives the words that --explain prints.
enum class Cue : std::uint32_t {
    none = 0,
    // for
    marked = 1u << 0,    ///< #, ==, **, an underline
    numbered = 1u << 1,  ///< a number whose sequence holds
    blank_before = 1u << 2,
    blank_after = 1u << 3,
    short_line = 1u << 4,  ///< short for this text
    no_stop = 1u << 5,     ///< no full stop, comma or semicolon at the end
    capital_start = 1u << 6,
    all_caps = 1u << 7,
    title_case = 1u << 8,
    has_body = 1u << 9,    ///< text follows that it could head
    outdented = 1u << 10,  ///< stands to the left of the body
    listed = 1u << 11,     ///< the table of contents has it
    named = 1u << 12,      ///< what parts of texts are called: References, See also
    // against
    final_stop = 1u << 16,
    quoted = 1u << 17,  ///< quotation marks around it
    question = 1u << 18,
    final_colon = 1u << 19,
    lower_start = 1u << 20,
    sentence_like = 1u << 21,  ///< reads as a sentence or more
    no_body = 1u << 22,
    in_run = 1u << 23,    ///< one of a run of short lines: contents, verse, dialogue, an address
    repeated = 1u << 24,  ///< stands in the text several times: a page header or a pull quote
    caption_words = 1u << 25,  ///< figure, image, photo, credit
};

constexpr std::uint32_t operator|(Cue a, Cue b) {
    return static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b);
}
constexpr std::uint32_t& operator|=(std::uint32_t& cues, Cue cue) {
    return cues |= static_cast<std::uint32_t>(cue);
}
[[nodiscard]] constexpr bool has(std::uint32_t cues, Cue cue) {
    return (cues & static_cast<std::uint32_t>(cue)) != 0;
}

/// The words for one cue, e.g. "blank line before".
[[nodiscard]] std::string_view name_of(Cue cue);

}  // namespace analyze
