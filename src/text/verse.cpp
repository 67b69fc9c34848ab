// Finds verse: stanzas of short lines that end before the edge and mostly go on in the next line.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "analyze/text/drafts.hpp"

namespace analyze {
namespace {

constexpr std::size_t kLeastLines = 4;       // of a stanza
constexpr std::uint32_t kLongestVerse = 64;  // characters of a line

/// A line of its own with small words in it, so no address, no list of names and no heading in
/// title case.
bool verse_line(const Draft& draft) {
    const Shape& shape = draft.shape;
    return draft.block.kind == BlockKind::paragraph && draft.end_line == draft.first_line + 1 &&
           shape.chars <= kLongestVerse && shape.words >= 2 && shape.gaps == 0 &&
           shape.digits == 0 && shape.symbols <= (shape.last == Edge::comma ? 1 : 0) &&
           (shape.first == Edge::upper || shape.first == Edge::lower ||
            shape.first == Edge::quote) &&
           shape.last != Edge::colon;
}

/// Lines [begin, end) of a text make a stanza: a quarter ends with a comma or a semicolon, most have
/// small words, and one ends without any stop or with a comma.
bool is_stanza(const std::vector<Draft>& drafts, std::size_t begin, std::size_t end) {
    std::size_t commas = 0, small = 0;
    for (std::size_t d = begin; d < end; ++d) {
        const Shape& shape = drafts[d].shape;
        commas += shape.last == Edge::comma;
        small += shape.capital_words * 2 <= shape.cased_words;
    }
    const std::size_t lines = end - begin;
    return commas * 4 >= lines && small * 4 >= lines * 3;
}

/// The same of a text that has a stanza already: one of its lines goes on in the next.
bool is_further_stanza(const std::vector<Draft>& drafts, std::size_t begin, std::size_t end) {
    std::size_t small = 0;
    bool goes_on = false;
    for (std::size_t d = begin; d < end; ++d) {
        const Shape& shape = drafts[d].shape;
        small += shape.capital_words * 2 <= shape.cased_words;
        const bool open = shape.last == Edge::lower || shape.last == Edge::comma;
        goes_on |= d + 1 < end && open && drafts[d + 1].shape.first == Edge::lower;
    }
    return goes_on && small * 4 >= (end - begin) * 3;
}

using IsStanza = bool (*)(const std::vector<Draft>&, std::size_t, std::size_t);

/// Makes one draft of each stanza. Whether there was any.
bool join_stanzas(std::string_view text, std::vector<Draft>& drafts, IsStanza is_one) {
    std::size_t kept = 0;
    bool any = false;
    for (std::size_t d = 0; d < drafts.size();) {
        std::size_t end = d;
        while (end < drafts.size() && verse_line(drafts[end]) &&
               (end == d || !drafts[end].blank_before))
            ++end;
        // The first line of all begins with a capital.
        const bool first = kept == 0 || drafts[kept - 1].block.kind != BlockKind::verse;
        const bool stanza = end - d >= kLeastLines && (d == 0 || drafts[d].blank_before) &&
                            !(first && drafts[d].shape.first == Edge::lower) &&
                            (end == drafts.size() || drafts[end - 1].blank_after) &&
                            is_one(drafts, d, end);
        any |= stanza;
        if (stanza) {
            Draft joined = drafts[d];
            const Draft& last = drafts[end - 1];
            joined.block.kind = BlockKind::verse;
            joined.block.span.end = last.block.span.end;
            joined.block.extent.end = last.block.extent.end;
            joined.end_line = last.end_line;
            joined.blank_after = last.blank_after;
            joined.shape = shape_of(text, joined.block.span);
            joined.number = {};
            drafts[kept++] = joined;
        } else {  // nor is what is left of these lines without the first ones
            for (end = std::max(end, d + 1); d < end; ++d, ++kept)
                if (kept < d) drafts[kept] = drafts[d];
        }
        d = end;
    }
    drafts.resize(kept);
    return any;
}

}  // namespace

void join_verse(std::string_view text, std::vector<Draft>& drafts) {
    if (join_stanzas(text, drafts, is_stanza)) join_stanzas(text, drafts, is_further_stanza);
}

}  // namespace analyze
