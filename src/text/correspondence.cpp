// Finds the short lines of letters and mails that head nothing: addresses, salutations, closings, names.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "analyze/text/drafts.hpp"
#include "heading_words.hpp"

namespace analyze {
namespace {

constexpr std::size_t kHeadDrafts = 14;     // a letter's salutation stands among as many
constexpr std::size_t kSignatureLines = 4;  // below a closing: name, office, house, place
constexpr std::uint32_t kLongestName = 60;  // characters of such a line

/// A line of prose that nothing stands behind as yet.
bool short_line(const Draft& draft) {
    return draft.block.kind == BlockKind::paragraph && draft.end_line == draft.first_line + 1 &&
           draft.shape.chars <= 90 && draft.shape.letters > 0;
}

/// "--" or more above the signature of a mail (RFC 3676, 4.3), perhaps with its lines.
bool is_dashes(std::string_view text, const Draft& draft) {
    const std::string_view line = slice(text, draft.block.span);
    return line == "--" || line.starts_with("--\n") || line.starts_with("-- \n") ||
           line.starts_with("--\r");
}

}  // namespace

void mark_correspondence(std::string_view text, std::vector<Draft>& drafts) {
    bool body = false;
    std::size_t lines = 0;  // short ones so far
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        Draft& draft = drafts[d];
        if (!short_line(draft)) {
            body |= draft.block.kind == BlockKind::paragraph;
            continue;
        }
        const std::string_view line = slice(text, draft.block.span);
        ++lines;
        if (draft.shape.words <= 3 && d + 1 < drafts.size() && is_dashes(text, drafts[d + 1]))
            draft.block.cues |= Cue::in_run;
        if (draft.shape.words <= 7 && is_salutation(line)) {
            // What stands above it is who writes, to whom, from where and when.
            // What stands right above it by itself may be what the letter is called.
            draft.block.cues |= Cue::in_run;
            if (!body && d < kHeadDrafts)
                for (std::size_t above = 0; above < d; ++above)
                    if (above + 1 < d || !drafts[above].blank_before ||
                        (lines > 3 && drafts[above].shape.words <= 5))
                        drafts[above].block.cues |= Cue::in_run;
            body = true;
        } else if (draft.shape.words <= 5 && is_closing(line)) {
            draft.block.cues |= Cue::in_run;
            for (std::size_t i = 1; i <= kSignatureLines && d + i < drafts.size(); ++i) {
                Draft& name = drafts[d + i];
                if (!short_line(name) || name.shape.chars > kLongestName || is_body(name)) break;
                name.block.cues |= Cue::in_run;
            }
        }
    }
}

}  // namespace analyze
