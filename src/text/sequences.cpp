// Believes numbers at the start of lines: which sequences are headings and which are lists.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "analyze/text/drafts.hpp"

namespace analyze {
namespace {

struct Sequence {
    std::uint32_t key = 0;     // see key_of
    std::uint32_t parent = 0;  // of decimals: the key of the components before
    std::uint32_t value = 0;
    std::uint32_t indent = 0;
    std::size_t last = 0;  // draft of the newest member
    std::uint32_t members = 0, bad = 0, with_body = 0;
    bool orphan = false;  // "3.1" where no 3 is open: the sections of a chapter by itself
};

struct Member {
    std::size_t draft;
    std::uint32_t sequence;
};

/// The form of a number: those of one form are one sequence.
std::uint32_t key_of(NumberStyle style, const Numbering& number) {
    const std::uint32_t depth = style == NumberStyle::decimal ? number.depth : 0;
    return (static_cast<std::uint32_t>(style) * 16 + depth) * 128 +
           (depth == 1 ? static_cast<unsigned char>(number.close) : 0);
}

/// A line that its number may make a heading.
bool numbered(const Draft& draft) {
    const BlockKind kind = draft.block.kind;
    if (kind != BlockKind::paragraph && kind != BlockKind::list_item) return false;
    const NumberStyle style = draft.number.style;
    const bool clause = style == NumberStyle::lower_letter || style == NumberStyle::lower_roman;
    return style != NumberStyle::none && style != NumberStyle::bullet &&
           !(clause && (draft.number.close == ')' || draft.number.close == '('));
}

constexpr std::uint32_t kNamedWords = 8;  // of "Section 2. Sound levels."
constexpr std::uint32_t kSlack = 2;       // columns by which numbers of one sequence may be set off
constexpr std::size_t kDeepest = 32;      // sequences open at once

class NumberReader {
public:
    NumberReader(const Layout& layout, std::vector<Draft>& drafts)
        : layout_(layout), drafts_(drafts) {}

    void run() {
        bodies_.assign(drafts_.size() + 1, 0);
        for (std::size_t d = 0; d < drafts_.size(); ++d)
            bodies_[d + 1] = bodies_[d] + (is_body(drafts_[d]) && !numbered(drafts_[d]) ? 1 : 0);
        count_up();
        for (std::size_t d = 0; d < drafts_.size(); ++d)
            if (numbered(drafts_[d])) place(d);
        for (std::size_t m = 0; m < members_.size(); ++m) count_body(m);
        for (std::size_t m = 0; m < members_.size(); ++m) judge(m);
    }

private:
    /// Short, without a final stop, set off, and as far left as the body or further.
    bool heading_shape(const Draft& draft) const {
        if (with_noun(draft.number) && draft.number.bare) return draft.blank_before;
        // In wrapped text a line beyond the right edge was not wrapped: nobody does that to a body.
        const bool beyond = layout_.wrapped && draft.end_line == draft.first_line + 1 &&
                            draft.shape.chars > layout_.width;
        if (draft.shape.chars > (beyond ? 400u : 150u) || draft.end_line - draft.first_line > 2)
            return false;
        // A number in the middle is a page's.
        const bool middle =
            draft.centred && !(draft.number.bare && draft.number.style == NumberStyle::decimal);
        if (!middle && layout_.first_indent != 0 && draft.indent >= layout_.first_indent)
            return false;
        if (!middle && draft.indent > layout_.body_indent + (draft.number.depth > 1 ? 8 : 0))
            return false;
        const bool second = &draft == drafts_.data() + 1 && draft.blank_after &&
                            with_noun(draft.number) && !is_body(drafts_[0]);
        if (!draft.blank_before && layout_.blank_separated && !below_parent(draft) &&
            !below_text(draft) && !second)
            return false;
        if (draft.number.bare)
            return (draft.blank_after || !layout_.blank_separated) &&
                   (draft.number.style == NumberStyle::roman ||
                    (draft.number.style == NumberStyle::upper_letter && draft.centred) ||
                    draft.number.style == NumberStyle::decimal ||
                    draft.number.style == NumberStyle::any_word);
        if (draft.shape.letters == 0 || draft.shape.gaps > 1) return false;
        const Edge last = draft.shape.last;
        return last != Edge::comma &&
               ((last != Edge::colon && last != Edge::stop) || draft.shape.all_caps() ||
                (last == Edge::stop && with_noun(draft.number) && draft.blank_before &&
                 draft.blank_after && draft.shape.words <= kNamedWords) ||
                (last == Edge::colon && draft.number.depth >= 2));
    }

    /// "10. …" to "1. …": what all numbers of the text count down to one is read as counting up.
    void count_up() {
        std::uint32_t first = 0, last = 0, count = 0;
        const auto counts = [](const Draft& draft) {
            return numbered(draft) && draft.number.style == NumberStyle::decimal &&
                   draft.number.depth == 1;
        };
        for (const Draft& draft : drafts_) {
            if (!counts(draft)) continue;
            if (count++ == 0)
                first = draft.number.value;
            else if (draft.number.value + 1 != last)
                return;
            last = draft.number.value;
        }
        if (count < 3 || last != 1) return;
        for (Draft& draft : drafts_)
            if (counts(draft)) draft.number.value = first + 1 - draft.number.value;
    }

    /// "2.1 Sites" right below "2 Methods".
    bool below_parent(const Draft& draft) const {
        if (&draft == drafts_.data() || draft.number.depth < 2) return false;
        const Draft& above = *(&draft - 1);
        return above.number.style == NumberStyle::decimal &&
               draft.number.parent == child_key(above.number.parent, above.number.value) &&
               heading_shape(above);
    }

    /// "2.2 Methods" right below the last sentence of 2.1.
    bool below_text(const Draft& draft) const {
        if (&draft == drafts_.data() || draft.number.depth < 2 || draft.shape.words > 12)
            return false;
        const Draft& above = *(&draft - 1);
        return above.block.kind == BlockKind::paragraph && above.shape.last == Edge::stop &&
               above.number.style == NumberStyle::none;
    }

    /// Index in open_ of the sequence that `value` continues, -1 if there is none.
    int find(std::uint32_t key, std::uint32_t parent, std::uint32_t value,
             std::uint32_t indent) const {
        int close = -1;
        for (std::size_t k = open_.size(); k-- > 0;) {
            const Sequence& sequence = sequences_[open_[k]];
            if (sequence.key != key || sequence.parent != parent || sequence.value + 1 != value)
                continue;
            if (sequence.indent == indent) return static_cast<int>(k);
            if (close < 0 &&
                std::max(sequence.indent, indent) - std::min(sequence.indent, indent) <= kSlack)
                close = static_cast<int>(k);
        }
        return close;
    }

    /// "3.7 …" without a stop is a number below 3 only where 3 is open; else it may be a version.
    bool has_parent(const Numbering& number) const {
        for (const std::uint32_t index : open_) {
            const Sequence& sequence = sequences_[index];
            if (number.parent == child_key(sequence.parent, sequence.value)) return true;
        }
        return false;
    }

    static std::uint64_t name_of(std::uint32_t key, std::uint32_t parent) {
        return std::uint64_t{key} * 0x100000000u + parent;
    }

    /// Puts a numbered draft into the sequence that it continues, or opens one at 1.
    void place(std::size_t d) {
        Numbering& number = drafts_[d].number;
        const std::uint32_t indent = drafts_[d].centred ? 0 : drafts_[d].indent;
        // A single letter that is also a roman number goes on with the letters where they are open.
        if (number.letter != 0 &&
            (number.style == NumberStyle::roman || number.style == NumberStyle::lower_roman)) {
            const NumberStyle letters = number.style == NumberStyle::roman
                                            ? NumberStyle::upper_letter
                                            : NumberStyle::lower_letter;
            if (find(key_of(letters, number), number.parent, number.letter, indent) >= 0 &&
                find(key_of(number.style, number), number.parent, number.value, indent) < 0) {
                number.style = letters;
                number.value = number.letter;
            }
        }
        const std::uint32_t key = key_of(number.style, number);
        int at = find(key, number.parent, number.value, indent);
        if (at < 0) {
            const bool version = number.depth > 1 && number.close == 0 && !has_parent(number);
            const auto newest = newest_.find(name_of(key, number.parent));
            // Sections may be counted on through all parts of a text.
            const bool goes_on = newest != newest_.end() && number.depth == 1 &&
                                 sequences_[newest->second].value + 1 == number.value &&
                                 sequences_[newest->second].indent == indent;
            const bool orphan = version && number.depth == 2 && number.value == 1 &&
                                drafts_[d].blank_before && drafts_[d].shape.words <= 15 &&
                                heading_shape(drafts_[d]);
            if (!goes_on && (number.value > 1 || (version && !orphan)) &&
                !with_noun(drafts_[d].number)) {
                number.style = NumberStyle::none;
                return;
            }
            if (open_.size() >= kDeepest) open_.erase(open_.begin());  // keeps this linear
            at = static_cast<int>(open_.size());
            if (goes_on) {
                open_.push_back(newest->second);
            } else {
                newest_[name_of(key, number.parent)] =
                    static_cast<std::uint32_t>(sequences_.size());
                open_.push_back(static_cast<std::uint32_t>(sequences_.size()));
                sequences_.push_back(
                    {key, number.parent, number.value, indent, d, 0, 0, 0, orphan});
            }
        }
        open_.resize(static_cast<std::size_t>(at) + 1);
        const std::uint32_t index = open_[static_cast<std::size_t>(at)];
        Sequence& sequence = sequences_[index];
        sequence.value = number.value;
        sequence.last = d;
        ++sequence.members;
        if (!heading_shape(drafts_[d])) ++sequence.bad;
        members_.push_back({d, index});
    }

    /// A member has a body when text follows it before the next number, or a number one deeper.
    void count_body(std::size_t m) {
        const std::size_t d = members_[m].draft;
        const bool last = m + 1 == members_.size();
        const std::size_t stop = last ? drafts_.size() : members_[m + 1].draft;
        bool body = bodies_[stop] > bodies_[d + 1];
        if (!last && !body) {
            const Draft& next = drafts_[stop];
            // A list begins, or the first section below.
            body = members_[m + 1].sequence > members_[m].sequence && !heading_shape(next);
            body = body || (next.number.style == NumberStyle::decimal &&
                            drafts_[d].number.style == NumberStyle::decimal &&
                            next.number.depth > drafts_[d].number.depth && heading_shape(next));
            body = body ||
                   (drafts_[d].number.style == NumberStyle::roman && drafts_[d].shape.all_caps());
        }
        if (body) ++sequences_[members_[m].sequence].with_body;
    }

    /// One number alone: believed only set off by blank lines, with a paragraph below it.
    bool lone(std::size_t d) const {
        const Draft& draft = drafts_[d];
        if (!draft.blank_before || draft.shape.chars > 110 ||
            draft.end_line != draft.first_line + 1)
            return false;
        if (d + 1 >= drafts_.size() || drafts_[d + 1].block.kind == BlockKind::list_item)
            return false;
        return draft.blank_after || layout_.first_indent != 0;
    }

    /// The next number is one below this one: 1.1 after 1.
    bool has_child(std::size_t m) const {
        const Numbering& number = drafts_[members_[m].draft].number;
        return m + 1 < members_.size() && drafts_[members_[m + 1].draft].number.parent ==
                                              child_key(number.parent, number.value);
    }

    void judge(std::size_t m) {
        const Sequence& sequence = sequences_[members_[m].sequence];
        Draft& draft = drafts_[members_[m].draft];
        if (sequence.bad * 3 > sequence.members || !heading_shape(draft)) return;
        const bool deep = draft.number.style == NumberStyle::decimal && draft.number.depth >= 2;
        if (!with_noun(draft.number)) {
            if (sequence.with_body * 2 <= sequence.members) return;
            const bool alone =
                is_weak(draft.number) ? !has_child(m) : !deep && !lone(members_[m].draft);
            if (sequence.members == 1 && (alone || sequence.orphan)) return;
        }
        draft.block.kind = BlockKind::heading;
        draft.block.cues |= Cue::numbered;
    }

    const Layout& layout_;
    std::vector<Draft>& drafts_;
    std::vector<std::uint32_t> bodies_;  // [d]: drafts before d that are bodies of text
    std::vector<Sequence> sequences_;
    std::vector<std::uint32_t> open_;  // indices of the sequences that may go on, outermost first
    std::unordered_map<std::uint64_t, std::uint32_t> newest_;  // by key and parent
    std::vector<Member> members_;
};

}  // namespace

void believe_numbers(const Layout& layout, std::vector<Draft>& drafts) {
    NumberReader(layout, drafts).run();
}

}  // namespace analyze
