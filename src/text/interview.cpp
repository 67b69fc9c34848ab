// Tells the questions of an interview from questions that are headings.
// SPDX-License-Identifier: Apache-2.0
#include "interview.hpp"

#include "heading_words.hpp"

namespace analyze {

void QuestionCounts::add(std::string_view question, std::string_view answer) {
    ++count_;
    if (has_word(question, "you") || has_word(question, "your") || has_word(question, "You") ||
        has_word(question, "Your"))
        ++addressed_;
    if (answer.empty()) return;
    answer = answer.substr(0, 800);
    if (has_word(answer, "I") || has_word(answer, "my") || has_word(answer, "me")) ++first_person_;
    if (is_reply(answer)) ++replies_;
}

bool QuestionCounts::interview() const {
    const int signs = (long_ * 5 >= count_ && long_ > 0) + (addressed_ * 10 >= count_ * 3) +
                      (first_person_ * 2 >= count_) + (replies_ * 2 >= count_);
    return signs >= 2;
}

}  // namespace analyze
