// Gives each heading its level.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "analyze/text/drafts.hpp"

namespace analyze {
namespace {

constexpr std::uint32_t kAcronym = 5;    // letters of a word whose capitals say nothing
constexpr std::size_t kSubheadings = 3;  // see HeadingRanker::below_number

class HeadingRanker {
public:
    explicit HeadingRanker(std::vector<Draft>& drafts) : drafts_(drafts) {
        // Beside ranked marks, lines of = and - are those of Markdown: the first two ranks.
        markdown_ = std::any_of(drafts.begin(), drafts.end(), [](const Draft& draft) {
            return draft.block.kind == BlockKind::heading && draft.mark == Mark::ranked;
        });
    }

    void run() {
        for (std::size_t d = 0; d < drafts_.size(); ++d)
            if (drafts_[d].block.kind == BlockKind::heading) count(d);
        std::uint8_t number_level = 0, outer_level = 0;  // of the last with a number; not inner
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            if (drafts_[d].block.kind != BlockKind::heading) continue;
            std::uint8_t& level = drafts_[d].block.level;
            level = level_of(d, number_level);
            if (has(drafts_[d].block.cues, Cue::numbered)) number_level = level;
            if (!drafts_[d].inner)
                outer_level = level;
            else if (outer_level > 0)
                level = static_cast<std::uint8_t>(outer_level + 1);
        }
    }

private:
    /// The level that a mark says, as it is written; 0: none.
    std::uint8_t ranked(const Draft& draft) const {
        if (draft.mark == Mark::ranked) return draft.mark_rank;
        if (!markdown_ || draft.mark != Mark::underline) return 0;
        return draft.mark_rank == '=' ? 1 : draft.mark_rank == '-' ? 2 : 0;
    }
    /// The style and depth of a number, the kind of a mark; 0 for a line without.
    static std::uint32_t form(const Draft& draft) {
        if (draft.mark == Mark::underline) return draft.mark_rank & 127u;
        if (draft.mark == Mark::overline) return 128u + (draft.mark_rank & 127u);
        if (draft.mark == Mark::frame) return 256u + (draft.mark_rank & 127u);
        if (has(draft.block.cues, Cue::numbered))
            return 384u + static_cast<std::uint32_t>(draft.number.style) * 12 +
                   (draft.number.style != NumberStyle::decimal ? 0u
                    : draft.number.depth == 1 && draft.number.close == ')'
                        ? 10u
                        : std::min<std::uint32_t>(draft.number.depth, 9u));
        return 0;
    }

    void count(std::size_t d) {
        const Draft& draft = drafts_[d];
        const bool appendix = draft.number.style == NumberStyle::appendix;  // behind the references
        if (has(draft.block.cues, Cue::numbered) && !appendix) {
            if (numbers_end_ > 0) between_ += waiting_;
            numbers_end_ = d + 1, waiting_ = 0;
        } else if (draft.mark == Mark::none && !appendix && !names_part(drafts_, d)) {
            ++waiting_;
            before_ |= numbers_end_ == 0 && !has(draft.block.cues, Cue::named);
        }
        if (const std::uint8_t r = ranked(draft); r != 0)
            least_ = std::min(least_, r);
        else if (const std::uint32_t f = form(draft); f != 0) {
            if (rank_[f] == 0) rank_[f] = ++ranks_;
        } else if (!has(draft.block.cues, Cue::all_caps))
            ++plain_;
        else if (draft.shape.letters > kAcronym)  // "FAQ" alone is no form of its own
            ++caps_;
    }

    std::uint8_t level_of(std::size_t d, std::uint8_t number_level) const {
        const Draft& draft = drafts_[d];
        if (const std::uint8_t r = ranked(draft); r != 0)
            return static_cast<std::uint8_t>(r - least_ + 1);
        if (const std::uint32_t f = form(draft); f != 0) return rank_[f];
        if (names_part(drafts_, d)) return drafts_[d - 1].block.level;
        if (number_level > 0 && below_number(d)) return static_cast<std::uint8_t>(number_level + 1);
        return caps_ >= 1 && plain_ >= 1 && !has(draft.block.cues, Cue::all_caps) ? 2 : 1;
    }
    /// Between two numbers a line without one divides what the first of them heads, unless such lines
    /// stand before all numbers. Behind the last number it does so where there are several between
    /// others; else it closes the text: "Conclusion".
    bool below_number(std::size_t d) const {
        return !before_ && (d < numbers_end_ ||
                            (between_ >= kSubheadings && !has(drafts_[d].block.cues, Cue::named)));
    }

    std::vector<Draft>& drafts_;
    bool markdown_ = false;
    std::array<std::uint8_t, 768> rank_{};  // by form
    std::uint8_t ranks_ = 0, least_ = 255;
    std::size_t caps_ = 0, plain_ = 0;
    std::size_t numbers_end_ = 0;            // behind the last heading with a number
    std::size_t waiting_ = 0, between_ = 0;  // those without: behind the last number, between two
    bool before_ = false;                    // such headings stand before the first number
};

}  // namespace

void rank_headings(std::vector<Draft>& drafts) {
    HeadingRanker(drafts).run();
}

}  // namespace analyze
