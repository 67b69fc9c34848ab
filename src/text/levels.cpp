// Gives each heading its level.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "analyze/text/drafts.hpp"

namespace analyze {
namespace {

constexpr std::uint32_t kAcronym = 5;  // letters of a word whose capitals say nothing

}  // namespace

void rank_headings(std::vector<Draft>& drafts) {
    // Beside ranked marks, lines of = and - are those of Markdown: the first two ranks.
    const bool markdown = std::any_of(drafts.begin(), drafts.end(), [](const Draft& draft) {
        return draft.block.kind == BlockKind::heading && draft.mark == Mark::ranked;
    });
    const auto ranked = [markdown](const Draft& draft) -> std::uint8_t {
        if (draft.mark == Mark::ranked) return draft.mark_rank;
        if (!markdown || draft.mark != Mark::underline) return 0;
        return draft.mark_rank == '=' ? 1 : draft.mark_rank == '-' ? 2 : 0;
    };
    std::array<std::uint8_t, 768> rank{};  // by form: style and depth of a number, kind of a mark
    std::uint8_t ranks = 0;
    const auto form = [](const Draft& draft) -> std::uint32_t {
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
    };
    std::uint8_t least = 255;
    std::size_t caps = 0, plain = 0;
    for (const Draft& draft : drafts) {
        if (draft.block.kind != BlockKind::heading) continue;
        if (const std::uint8_t r = ranked(draft); r != 0)
            least = std::min(least, r);
        else if (const std::uint32_t f = form(draft); f != 0) {
            if (rank[f] == 0) rank[f] = ++ranks;
        } else if (!has(draft.block.cues, Cue::all_caps))
            ++plain;
        else if (draft.shape.letters > kAcronym)  // "FAQ" alone is no form of its own
            ++caps;
    }
    for (Draft& draft : drafts) {
        if (draft.block.kind != BlockKind::heading) continue;
        std::uint8_t& level = draft.block.level;
        if (const std::uint8_t r = ranked(draft); r != 0)
            level = static_cast<std::uint8_t>(r - least + 1);
        else if (const std::uint32_t f = form(draft); f != 0)
            level = rank[f];
        else
            level = caps >= 1 && plain >= 1 && !has(draft.block.cues, Cue::all_caps) ? 2 : 1;
    }
}

}  // namespace analyze
