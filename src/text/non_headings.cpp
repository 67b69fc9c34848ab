// Finds the candidates that head nothing by what stands around them: speakers, terms, captions, remarks.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <unordered_map>

#include "analyze/base/ascii.hpp"
#include "analyze/text/drafts.hpp"

namespace analyze {

bool is_name(const Draft& draft) {
    return draft.shape.words <= 3 && draft.shape.capital_words == draft.shape.words;
}

namespace {

constexpr std::uint32_t kThinSection = 80;  // bytes of a mean section, see thin_sections
constexpr std::size_t kNear = 2000;         // bytes of a block that names are looked for in

class NonHeadings {
public:
    NonHeadings(std::string_view text, const std::vector<std::size_t>& candidates,
                std::vector<Draft>& drafts)
        : text_(text), candidates_(candidates), drafts_(drafts) {}

    void run() {
        speakers();
        definitions();
        captions();
        remarks();
    }

private:
    std::string_view content(const Draft& draft) const { return slice(text_, draft.block.span); }

    /// Lines that stand there three times head nothing, nor do those that do so twice where a second
    /// one does: speakers, by turns.
    void speakers() {
        std::unordered_map<std::string_view, std::uint32_t> texts;
        bool any = false;
        for (const std::size_t d : candidates_) any |= ++texts[content(drafts_[d])] == 2;
        if (!any) return;
        std::size_t twice = 0;
        for (const auto& [line, count] : texts) twice += count > 1;
        std::array<std::uint32_t, 4> all{}, again{};  // names, by look
        for (const std::size_t d : candidates_) {
            Draft& draft = drafts_[d];
            const bool colon = has(draft.block.cues, Cue::final_colon), name = is_name(draft);
            const bool repeated =
                texts.at(content(draft)) >= (colon || (name && twice > 1) ? 2u : 3u);
            if (repeated) draft.block.cues |= Cue::repeated;
            all[look_of(draft)] += name;
            again[look_of(draft)] += name && repeated;
        }
        // Who speaks but once stands among those who come back.
        for (const std::size_t d : candidates_) {
            const std::size_t look = look_of(drafts_[d]);
            if (is_name(drafts_[d]) && again[look] >= 3 && again[look] * 2 > all[look])
                drafts_[d].block.cues |= Cue::repeated;
        }
    }
    /// Capitals or not, right above what follows or not.
    static std::size_t look_of(const Draft& draft) {
        return (has(draft.block.cues, Cue::all_caps) ? 2u : 0u) + (draft.blank_after ? 1u : 0u);
    }

    void remarks() {
        if (!thin_sections()) return;
        for (const std::size_t d : candidates_)
            if (!has(drafts_[d].block.cues, Cue::all_caps) &&
                !has(drafts_[d].block.cues, Cue::named) &&
                !has(drafts_[d].block.cues, Cue::question) &&
                !has(drafts_[d].block.cues, Cue::final_colon))
                drafts_[d].block.cues |= Cue::in_run;
    }
    /// Text under the plain candidates is on average no longer than a remark: dialogue, a letter,
    /// verse.
    bool thin_sections() const {
        std::uint64_t bytes = 0, count = 0;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const std::uint32_t cues = drafts_[candidates_[i]].block.cues;
            if (has(cues, Cue::question) || has(cues, Cue::named)) continue;
            const std::size_t end =
                i + 1 < candidates_.size() ? candidates_[i + 1] : drafts_.size();
            if (end == candidates_[i] + 1 || lists(candidates_[i] + 1)) continue;
            ++count;
            bytes += drafts_[end - 1].block.extent.end - drafts_[candidates_[i]].block.extent.end;
        }
        return count >= 3 && bytes < count * kThinSection;
    }

    /// Items begin, with marks or without.
    bool lists(std::size_t d) const {
        const Draft& draft = drafts_[d];
        return draft.block.kind != BlockKind::paragraph ||
               (!is_body(draft) && !draft.blank_after && d + 1 < drafts_.size() &&
                !is_body(drafts_[d + 1]) && draft.shape.first != Edge::lower &&
                draft.shape.last != Edge::comma);
    }

    /// Terms that are each followed by one paragraph beginning with an article define something. Where
    /// nothing else could be a heading, they do so in one sentence each.
    void definitions() {
        std::size_t begin = 0, articles = 0, short_ones = 0;
        for (std::size_t i = 0; i <= candidates_.size(); ++i) {
            const bool goes_on = i < candidates_.size() && i + 1 < candidates_.size() &&
                                 candidates_[i + 1] == candidates_[i] + 2;
            if (i < candidates_.size() && candidates_[i] + 1 < drafts_.size()) {
                const Draft& below = drafts_[candidates_[i] + 1];
                const std::string_view body = content(below);
                if (body.starts_with("A ") || body.starts_with("An ") || body.starts_with("The ")) {
                    ++articles;
                    short_ones += !below.shape.inner_stop;
                }
            }
            if (goes_on) continue;
            const std::size_t end = std::min(i + 1, candidates_.size());
            const bool all = end - begin == candidates_.size();
            if (end - begin >= 4 && (all ? short_ones : articles) * 4 >= (end - begin) * 3)
                for (std::size_t k = begin; k < end; ++k)
                    drafts_[candidates_[k]].block.cues |= Cue::in_run;
            begin = i + 1, articles = short_ones = 0;
        }
    }

    /// Lines that are names of the text around them, with rows of them among them, are captions of
    /// pictures that are gone; so is a name where hardly anything else could be a heading.
    void captions() {
        std::size_t pairs = 0, named = 0, plain = 0, caps = 0;
        std::vector<bool> names(candidates_.size());
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const std::uint32_t cues = drafts_[candidates_[i]].block.cues;
            if (!has(cues, Cue::question) && !has(cues, Cue::final_colon))
                ++(has(cues, Cue::all_caps) ? caps : plain);
            if (has(cues, Cue::all_caps) || has(cues, Cue::question)) continue;
            if (i > 0 && candidates_[i] == candidates_[i - 1] + 1) ++pairs;
            names[i] = has_known_name(candidates_[i]);
            named += names[i];
        }
        const bool row = pairs >= 2 && named * 2 >= plain;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            Draft& draft = drafts_[candidates_[i]];
            const bool only = plain + caps <= 2 && is_name(draft);
            if (names[i] && (row || only)) draft.block.cues |= Cue::caption_words;
        }
    }
    /// Two words with capitals that stand side by side in the block before or after as well.
    bool has_known_name(std::size_t d) const {
        const std::string_view line = content(drafts_[d]);
        const auto capital = [&](std::size_t at) {
            return at < line.size() && ascii::is_upper(line[at]);
        };
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t space = line.find(' ', at);
            if (space == std::string_view::npos) break;
            if (capital(at) && capital(space + 1)) {
                const std::size_t end = std::min(line.find(' ', space + 1), line.size());
                const std::string_view name = line.substr(at, end - at);
                for (std::size_t near = d > 2 ? d - 2 : 0; near < drafts_.size() && near <= d + 2;
                     ++near)
                    if (near != d && is_body(drafts_[near]) &&
                        content(drafts_[near]).substr(0, kNear).find(name) !=
                            std::string_view::npos)
                        return true;
            }
            at = space + 1;
        }
        return false;
    }

    std::string_view text_;
    const std::vector<std::size_t>& candidates_;
    std::vector<Draft>& drafts_;
};

}  // namespace

void mark_non_headings(std::string_view text, const std::vector<std::size_t>& candidates,
                       std::vector<Draft>& drafts) {
    NonHeadings(text, candidates, drafts).run();
}

}  // namespace analyze
