// Finds a table of contents: lines in a row that stand again above text, which confirms those.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "analyze/text/drafts.hpp"

namespace analyze {
namespace {

constexpr std::size_t kLeastEntries = 3;
constexpr std::uint32_t kLongestEntry = 140;  // characters

/// A line without the dots and the page number at its end.
std::string_view without_page(std::string_view line) {
    std::size_t end = line.size();
    while (end > 0 && line[end - 1] >= '0' && line[end - 1] <= '9') --end;
    const std::size_t digits = end;
    const auto filler = [](char c) { return c == ' ' || c == '.' || c == '\t'; };
    while (end > 0 && filler(line[end - 1])) --end;
    return digits < line.size() && digits - end < 2 ? line : line.substr(0, end);
}

bool possible(const Draft& draft) {
    return (draft.block.kind == BlockKind::paragraph || draft.block.kind == BlockKind::list_item ||
            draft.block.kind == BlockKind::quote || draft.block.kind == BlockKind::heading) &&
           draft.end_line == draft.first_line + 1 && draft.shape.chars <= kLongestEntry &&
           draft.shape.letters > 0;
}

/// Where each text stands last: an index of drafts by 64 bits of hash of their content, which stand
/// for it.
class LastPlaces {
public:
    static constexpr std::size_t kNowhere = SIZE_MAX;

    LastPlaces(std::string_view text, const std::vector<Draft>& drafts) : slots_(64) {
        for (std::size_t d = 0; d < drafts.size(); ++d) {
            if (!possible(drafts[d])) continue;
            if (2 * used_ >= slots_.size()) grow();
            const std::uint64_t hash = hash_of(slice(text, drafts[d].block.span));
            Slot& slot = slots_[slot_of(hash)];
            used_ += slot.place == 0 ? 1 : 0;
            slot = {hash, d + 1};
        }
    }
    [[nodiscard]] std::size_t find(std::string_view line) const {
        const Slot& slot = slots_[slot_of(hash_of(line))];
        return slot.place == 0 ? kNowhere : slot.place - 1;
    }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::size_t place = 0;  ///< 0: free, else one more than the draft's
    };

    /// Sixteen bytes at a time, the last sixteen perhaps twice.
    static std::uint64_t hash_of(std::string_view line) {
        constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U, kOther = 0xC2B2AE3D27D4EB4FU;
        std::uint64_t mixed = line.size(), other = kOther;
        const auto mix = [&](const char* from) {
            std::uint64_t bytes[2];
            std::memcpy(bytes, from, sizeof bytes);
            mixed = (mixed ^ bytes[0]) * kFactor;
            mixed ^= mixed >> 32;
            other = (other ^ bytes[1]) * kOther;
            other ^= other >> 29;
        };
        const char* at = line.data();
        std::size_t left = line.size();
        for (; left >= 16; at += 16, left -= 16) mix(at);
        if (line.size() >= 16) {
            if (left > 0) mix(at + left - 16);
        } else {
            char last[16] = {};
            std::memcpy(last, at, left);
            mix(last);
        }
        return (mixed ^ (other << 32 | other >> 32)) * kFactor;
    }
    /// The slot that has the hash, or is free for it.
    [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const {
        std::size_t at = (hash >> 32) & (slots_.size() - 1);
        while (slots_[at].place != 0 && slots_[at].hash != hash)
            at = (at + 1) & (slots_.size() - 1);
        return at;
    }

    void grow() {
        const std::vector<Slot> filled =
            std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
        for (const Slot& slot : filled)
            if (slot.place != 0) slots_[slot_of(slot.hash)] = slot;
    }

    std::vector<Slot> slots_;  // open addressing, a power of two, at most half full
    std::size_t used_ = 0;
};

}  // namespace

void mark_contents(std::string_view text, std::vector<Draft>& drafts) {
    const LastPlaces last(text, drafts);
    struct Entry {
        std::size_t at, again;  // the line in the contents, and where its text stands again
    };
    std::vector<Entry> row;
    for (std::size_t d = 0; d <= drafts.size(); ++d) {
        if (d < drafts.size() && possible(drafts[d])) {
            const std::size_t found = last.find(without_page(slice(text, drafts[d].block.span)));
            if (found != LastPlaces::kNowhere && found > d &&
                (row.empty() || found > row.back().again)) {
                row.push_back({d, found});
                continue;
            }
        }
        // Entries of a deeper level may look like a quotation.
        if (d < drafts.size() && !row.empty() && drafts[d].block.kind == BlockKind::quote) {
            const Span block = drafts[d].block.span;
            for (std::uint32_t at = block.begin, end = at; at < block.end; at = end + 1) {
                end = static_cast<std::uint32_t>(
                    std::min<std::size_t>(text.find('\n', at), block.end));
                const std::size_t found =
                    last.find(without_page(slice(text, trim(text, {at, end}))));
                if (found != LastPlaces::kNowhere && found > row.back().again)
                    row.push_back({d, found});
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
