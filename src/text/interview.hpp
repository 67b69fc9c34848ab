// Tells the questions of an interview from questions that are headings.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace analyze {

class QuestionCounts {
public:
    /// A question that could be a heading, with what stands below it (empty at the end of the text).
    void add(std::string_view question, std::string_view answer);
    /// One that is too long for a heading.
    void add_long() { ++long_; }
    [[nodiscard]] std::uint32_t count() const { return count_; }
    /// Two of four signs make questions those of an interview: long ones among them, the reader
    /// addressed, answers that say "I", answers that begin with yes, no or a first person.
    [[nodiscard]] bool interview() const;

private:
    std::uint32_t count_ = 0, long_ = 0, addressed_ = 0, first_person_ = 0, replies_ = 0;
};

}  // namespace analyze
