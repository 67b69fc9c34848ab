// Finds a table of contents: lines in a row that stand again above text, which confirms those.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "analyze/base/ascii.hpp"
#include "analyze/text/drafts.hpp"

namespace analyze {
namespace {

constexpr std::size_t kLeastEntries = 3;
constexpr std::uint32_t kLongestEntry = 140;  // characters

/// A line without the dots and the page number at its end.
std::string_view without_page(std::string_view line) {
    std::size_t end = line.size();
    while (end > 0 && ascii::is_digit(line[end - 1])) --end;
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

/// Sixteen bytes at a time, the last sixteen perhaps twice; small letters and capitals are one.
std::uint64_t hash_of(std::string_view line) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U, kOther = 0xC2B2AE3D27D4EB4FU;
    constexpr std::uint64_t kSmall = 0x2020202020202020U;
    std::uint64_t mixed = line.size(), other = kOther;
    const auto mix = [&](const char* from) {
        std::uint64_t bytes[2];
        std::memcpy(bytes, from, sizeof bytes);
        bytes[0] |= kSmall, bytes[1] |= kSmall;
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

/// A set of hashes that knows all its own and may take others for them: 16 bits for each.
class HashFilter {
public:
    explicit HashFilter(std::size_t expected) : words_(std::bit_ceil(expected / 4 + 1)) {}
    /// Whether it was there, as far as it knows.
    bool add(std::uint64_t hash) {
        std::uint64_t& word = words_[place(hash)];
        return (std::exchange(word, word | bit(hash)) & bit(hash)) != 0;
    }
    [[nodiscard]] bool has(std::uint64_t hash) const {
        return (words_[place(hash)] & bit(hash)) != 0;
    }

private:
    [[nodiscard]] std::size_t place(std::uint64_t hash) const {
        return (hash >> 16) & (words_.size() - 1);
    }
    static std::uint64_t bit(std::uint64_t hash) { return std::uint64_t{1} << (hash >> 58); }

    std::vector<std::uint64_t> words_;
};

/// Calls take(line) for the lines of a span.
template <class Take>
void each_line(std::string_view text, Span span, const Take& take) {
    for (std::uint32_t at = span.begin, end = at; at < span.end; at = end + 1) {
        end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', at), span.end));
        take(slice(text, trim(text, {at, end})));
    }
}

/// Where each text stands last: an index of drafts by 64 bits of hash of their content, which stand
/// for it. It has only those that some line may name: in nearly all texts hardly any.
class LastPlaces {
public:
    static constexpr std::size_t kNowhere = SIZE_MAX;

    LastPlaces(std::string_view text, const std::vector<Draft>& drafts) : slots_(64) {
        std::vector<Slot> all;
        for (std::size_t d = 0; d < drafts.size(); ++d)
            if (possible(drafts[d])) all.push_back({hash_of(content(text, drafts[d])), d + 1});
        HashFilter once(all.size()), twice(all.size()), named(all.size());
        for (const Slot& slot : all)
            if (once.add(slot.hash)) twice.add(slot.hash);
        for (const Slot& slot : all) {
            const std::string_view line = content(text, drafts[slot.place - 1]);
            const std::string_view entry = without_page(line);
            const bool same = entry.size() == line.size();
            const std::uint64_t hash = same ? slot.hash : hash_of(entry);
            if (!(same ? twice : once).has(hash)) continue;
            named.add(hash);
            entries_.push_back({hash, slot.place});
        }
        if (entries_.empty()) return;
        for (const Draft& draft : drafts)
            if (draft.block.kind == BlockKind::quote)
                each_line(text, draft.block.span,
                          [&](std::string_view line) { named.add(hash_of(without_page(line))); });
        for (const Slot& slot : all) {
            if (!named.has(slot.hash)) continue;
            if (2 * used_ >= slots_.size()) grow();
            Slot& mine = slots_[slot_of(slot.hash)];
            used_ += mine.place == 0 ? 1 : 0;
            mine = slot;
        }
    }
    /// For the line of a draft; to be asked of drafts in order.
    [[nodiscard]] std::size_t find_entry(std::size_t draft) {
        while (next_ < entries_.size() && entries_[next_].place <= draft) ++next_;
        if (next_ == entries_.size() || entries_[next_].place != draft + 1) return kNowhere;
        return find(entries_[next_].hash);
    }
    /// For a line of a quotation.
    [[nodiscard]] std::size_t find_line(std::string_view line) const {
        return find(hash_of(without_page(line)));
    }
    /// Whether no draft's text may stand again.
    [[nodiscard]] bool empty() const { return entries_.empty(); }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::size_t place = 0;  ///< 0: free, else one more than the draft's
    };

    static std::string_view content(std::string_view text, const Draft& draft) {
        return slice(text, draft.block.span);
    }
    [[nodiscard]] std::size_t find(std::uint64_t hash) const {
        const Slot& slot = slots_[slot_of(hash)];
        return slot.place == 0 ? kNowhere : slot.place - 1;
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

    std::vector<Slot> entries_;  // lines that may stand again, by the hash of what they name
    std::size_t next_ = 0;
    std::vector<Slot> slots_;  // open addressing, a power of two, at most half full
    std::size_t used_ = 0;
};

}  // namespace

void mark_contents(std::string_view text, std::vector<Draft>& drafts) {
    LastPlaces last(text, drafts);
    if (last.empty()) return;
    struct Entry {
        std::size_t at, again;  // the line in the contents, and where its text stands again
    };
    std::vector<Entry> row;
    for (std::size_t d = 0; d <= drafts.size(); ++d) {
        if (d < drafts.size() && possible(drafts[d])) {
            const std::size_t found = last.find_entry(d);
            if (found != LastPlaces::kNowhere && found > d &&
                (row.empty() || found > row.back().again)) {
                row.push_back({d, found});
                continue;
            }
        }
        // Entries of a deeper level may look like a quotation.
        if (d < drafts.size() && !row.empty() && drafts[d].block.kind == BlockKind::quote) {
            each_line(text, drafts[d].block.span, [&](std::string_view line) {
                const std::size_t found = last.find_line(line);
                if (found != LastPlaces::kNowhere && found > row.back().again)
                    row.push_back({d, found});
            });
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
