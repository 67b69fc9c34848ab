// Texts grouped into drafts, as the steps that decide what drafts are find them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analyze/text/drafts.hpp"

namespace draft_text {

struct Grouped {
    explicit Grouped(const std::string& text)
        : lines(analyze::split_lines(text)),
          layout(analyze::read_layout(text, lines)),
          drafts(analyze::group_lines(text, lines, layout)) {}
    std::vector<analyze::Line> lines;
    analyze::Layout layout;
    std::vector<analyze::Draft> drafts;
};

/// The first letters of the kinds; q is a pull quote.
inline std::string kinds_of(const std::vector<analyze::Draft>& drafts) {
    std::string out;
    for (const analyze::Draft& draft : drafts)
        out += draft.block.kind == analyze::BlockKind::pullquote
                   ? 'q'
                   : analyze::name_of(draft.block.kind)[0];
    return out;
}

/// A paragraph between blank lines, for a heading to stand above.
inline const std::string kBody =
    "\n\nThe harbour of Port Ellis was dredged twice last year, and the council has now asked for "
    "a third survey of the sea bed before the ferries return. Work begins in spring.\n\n";

}  // namespace draft_text
