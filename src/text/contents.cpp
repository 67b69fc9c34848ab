// Finds a table of contents: lines in a row that stand again above text, which confirms those.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "analyze/text/drafts.hpp"

namespace analyze {
namespace {

constexpr std::size_t kLeastEntries = 3;
constexpr std::uint32_t kLongestEntry = 140;  // characters

/// A line without the dots and the page number at its end.
std::string_view without_page(std::string_view line) {
    std::size_t end = line.size();
    const auto back = [&](std::string_view of) {
        while (end > 0 && of.find(line[end - 1]) != std::string_view::npos) --end;
    };
    back("0123456789");
    const std::size_t digits = end;
    back(" .\t");
    return digits < line.size() && digits - end < 2 ? line : line.substr(0, end);
}

bool possible(const Draft& draft) {
    return (draft.block.kind == BlockKind::paragraph || draft.block.kind == BlockKind::list_item ||
            draft.block.kind == BlockKind::quote || draft.block.kind == BlockKind::heading) &&
           draft.end_line == draft.first_line + 1 && draft.shape.chars <= kLongestEntry &&
           draft.shape.letters > 0;
}

}  // namespace

void mark_contents(std::string_view text, std::vector<Draft>& drafts) {
    std::unordered_map<std::string_view, std::size_t> last;  // where a text stands last
    for (std::size_t d = 0; d < drafts.size(); ++d)
        if (possible(drafts[d])) last[slice(text, drafts[d].block.span)] = d;
    struct Entry {
        std::size_t at, again;  // the line in the contents, and where its text stands again
    };
    std::vector<Entry> row;
    for (std::size_t d = 0; d <= drafts.size(); ++d) {
        if (d < drafts.size() && possible(drafts[d])) {
            const auto found = last.find(without_page(slice(text, drafts[d].block.span)));
            if (found != last.end() && found->second > d &&
                (row.empty() || found->second > row.back().again)) {
                row.push_back({d, found->second});
                continue;
            }
        }
        // Entries of a deeper level may look like a quotation.
        if (d < drafts.size() && !row.empty() && drafts[d].block.kind == BlockKind::quote) {
            const Span block = drafts[d].block.span;
            for (std::uint32_t at = block.begin, end = at; at < block.end; at = end + 1) {
                end = static_cast<std::uint32_t>(
                    std::min<std::size_t>(text.find('\n', at), block.end));
                const auto found = last.find(without_page(slice(text, trim(text, {at, end}))));
                if (found != last.end() && found->second > row.back().again)
                    row.push_back({d, found->second});
            }
            continue;
        }
        if (row.size() >= kLeastEntries && row.front().again >= d) {
            for (const Entry& entry : row) {
                drafts[entry.at].block.cues |= Cue::in_run;
                drafts[entry.again].block.cues |= Cue::listed;
            }
            const std::size_t begin = row.front().at;  // "Contents"
            if (begin > 0 && possible(drafts[begin - 1]) && drafts[begin - 1].shape.words <= 3)
                drafts[begin - 1].block.cues |= Cue::in_run;
        }
        row.clear();
    }
}

}  // namespace analyze
