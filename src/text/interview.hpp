// Tells the questions of an interview from questions that are headings.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/text/drafts.hpp"

namespace analyze {

class QuestionCounts {
public:
    /// A question that could be a heading, with what stands below it (empty at the end of the text).
    void add(std::string_view question, std::string_view answer);
    /// One that is too long for a heading.
    void add_long() { ++long_; }
    [[nodiscard]] std::uint32_t count() const { return count_; }
    [[nodiscard]] bool any_long() const { return long_ > 0; }
    /// Two of four signs make questions those of an interview: long ones among them, the reader
    /// addressed, answers that say "I", answers that begin with yes, no or a first person.
    [[nodiscard]] bool interview() const;

private:
    std::uint32_t count_ = 0, long_ = 0, addressed_ = 0, first_person_ = 0, replies_ = 0;
};

/// Makes headings of the questions of a round table: paragraphs without a speaker's name, however
/// long, that several speakers answer in turn, each under "Name: ". Two speakers who come back, three
/// such questions, half of them with answers by more than one, and no mark or number at any heading.
void believe_topics(std::string_view text, std::vector<Draft>& drafts);

}  // namespace analyze
