// Tells the questions of an interview from questions that are headings.
// SPDX-License-Identifier: Apache-2.0
#include "interview.hpp"

#include <algorithm>
#include <unordered_map>

#include "analyze/base/ascii.hpp"
#include "heading_words.hpp"

namespace analyze {
namespace {

constexpr std::size_t kLongestSpeaker = 40;  // bytes of a name before the colon
constexpr std::size_t kLongestTopic = 400;   // bytes of a question
constexpr std::size_t kLeastTopics = 3;

/// "Hanneke Adeyemi" of "Hanneke Adeyemi: It has not …", empty where no name with a colon stands
/// there.
std::string_view speaker_of(std::string_view paragraph) {
    const std::size_t colon = paragraph.substr(0, kLongestSpeaker).find(": ");
    if (colon == std::string_view::npos) return {};
    const std::string_view name = paragraph.substr(0, colon);
    for (std::size_t at = 0; at < name.size(); ++at)
        if ((at == 0 || name[at - 1] == ' ') && !ascii::is_upper(name[at]) &&
            static_cast<unsigned char>(name[at]) < 0x80)
            return {};
    return name;
}

}  // namespace

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

void believe_topics(std::string_view text, std::vector<Draft>& drafts) {
    std::vector<std::size_t> topics;
    std::unordered_map<std::string_view, std::uint32_t> turns;
    std::size_t shared = 0;   // questions that several answer
    std::string_view answer;  // who answers the last question first; empty: nobody yet, or counted
    std::size_t question = drafts.size();  // that nobody has answered yet
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        const Draft& draft = drafts[d];
        if (draft.block.kind == BlockKind::heading) return;
        if (draft.block.kind != BlockKind::paragraph) continue;
        const std::string_view paragraph = slice(text, draft.block.span);
        const std::string_view speaker = speaker_of(paragraph);
        if (!speaker.empty()) {
            ++turns[speaker];
            if (question < d) {
                topics.push_back(question);
                answer = speaker;
            } else if (!answer.empty() && speaker != answer) {
                ++shared;
                answer = {};
            }
        }
        const bool asks = speaker.empty() && paragraph.back() == '?' &&
                          paragraph.size() <= kLongestTopic && draft.blank_before &&
                          draft.blank_after;
        question = asks ? d : drafts.size();
        if (asks) answer = {};
    }
    const auto come_back =
        std::count_if(turns.begin(), turns.end(), [](const auto& turn) { return turn.second > 1; });
    if (come_back < 2 || topics.size() < kLeastTopics || shared * 2 < topics.size()) return;
    for (const std::size_t d : topics) {
        drafts[d].block.kind = BlockKind::heading;
        drafts[d].block.level = 0;
    }
}

}  // namespace analyze
