// Finds the title: the first line that can be one, behind what stands above it on a page.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "analyze/base/ascii.hpp"
#include "analyze/text/drafts.hpp"
#include "analyze/text/front.hpp"
#include "heading_words.hpp"
#include "word_rows.hpp"

namespace analyze {
namespace {

constexpr std::uint32_t kLongestTitle = 260;    // characters
constexpr std::uint32_t kLongestStopped = 110;  // of a title with a full stop
constexpr std::uint32_t kOpenWords = 14;        // of several sentences without a stop at the end
constexpr std::uint32_t kDateWords = 6;         // of a line that is a date, with its place
constexpr std::uint32_t kDayWords = 12;         // of a line that says when
constexpr std::size_t kLinesBelow = 3;          // between a title and the first blank line

class TitleFinder {
public:
    TitleFinder(std::string_view text, const Layout& layout, std::vector<Draft>& drafts)
        : text_(text), layout_(layout), drafts_(drafts) {}

    /// The first block that is no metadata, if it has the form of a title and none is named by a
    /// label.
    void run() {
        for (const Draft& draft : drafts_)
            if (draft.block.kind == BlockKind::title) return;
        std::size_t d = next_line(behind_memo_head());
        const std::size_t found = behind_furniture(behind_genre(behind_publisher(d)));
        const bool moved = found != d;
        for (; d < found; d = next_line(d + 1)) drafts_[d].block.kind = BlockKind::boilerplate;
        if (d >= drafts_.size()) return;
        Draft& draft = drafts_[d];
        if (moved) draft.blank_before = true;
        if (has(draft.block.cues, Cue::numbered) || with_noun(draft.number)) return;
        bool is = false;
        if (draft.block.kind == BlockKind::heading) {
            // Alone in its form: one # above ##, one overline above underlines.
            const auto same =
                std::count_if(drafts_.begin(), drafts_.end(), [&](const Draft& other) {
                    return other.block.kind == BlockKind::heading && other.mark == draft.mark &&
                           other.mark_rank == draft.mark_rank;
                });
            is = same == 1 && (draft.mark != Mark::ranked || draft.mark_rank == 1);
        } else if (draft.block.kind == BlockKind::paragraph && !front_matter_title()) {
            is = title_form(d, false);
        }
        if (!is) return;
        draft.block.kind = BlockKind::title;
        draft.block.level = 0;
    }

private:
    std::string_view content(const Draft& draft) const { return slice(text_, draft.block.span); }

    bool front_matter_title() const {
        const Draft& first = drafts_[0];
        return first.block.kind == BlockKind::metadata && content(first).size() > 6 &&
               (content(first).starts_with("---") || content(first).starts_with("+++")) &&
               content(first).find("\ntitle") != std::string_view::npos;
    }

    /// The draft at `d` or behind that is neither metadata nor furniture.
    std::size_t next_line(std::size_t d) const {
        while (d < drafts_.size() &&
               (drafts_[d].block.kind == BlockKind::metadata || drafts_[d].rule ||
                drafts_[d].block.kind == BlockKind::boilerplate))
            ++d;
        return d;
    }

    /// Behind a head in two columns: the line of a page, or, where a line in the middle follows, a
    /// request for comments.
    std::size_t behind_memo_head() const {
        if (drafts_.size() < 3) return 0;
        const bool memo = drafts_[0].block.kind == BlockKind::table && drafts_[1].centred;
        const bool page = drafts_[0].block.kind == BlockKind::paragraph &&
                          drafts_[0].shape.gaps > 0 && !is_body(drafts_[1]);
        return memo || page ? 1 : 0;
    }

    /// Behind a line that says what kind of text it is, where another may be the title.
    std::size_t behind_genre(std::size_t first) const {
        return first + 1 < drafts_.size() && names_genre(content(drafts_[first])) &&
                       drafts_[first + 1].block.kind == BlockKind::paragraph &&
                       !is_body(drafts_[first + 1])
                   ? first + 1
                   : first;
    }

    /// Behind who publishes the text and where that is, the next line before the text begins that may
    /// be a title.
    std::size_t behind_publisher(std::size_t first) const {
        if (first >= drafts_.size() || !names_publisher(content(drafts_[first]), false))
            return first;
        for (std::size_t d = first + 1; d < drafts_.size() && d <= first + kLinesBelow; ++d) {
            const Draft& draft = drafts_[d];
            if (draft.block.kind == BlockKind::metadata || draft.rule ||
                draft.block.kind == BlockKind::boilerplate ||
                (with_noun(draft.number) && draft.number.bare))  // "Chapter 61" of the laws
                continue;
            if (draft.block.kind != BlockKind::paragraph || draft.shape.last == Edge::stop ||
                draft.shape.last == Edge::comma || draft.shape.last == Edge::colon ||
                draft.shape.inner_stop || draft.shape.gaps > 0 ||
                draft.end_line > draft.first_line + 2)
                return first;
            const bool heads =
                d + 1 < drafts_.size() && is_body(drafts_[d + 1]) && draft.shape.words < 3;
            const bool data = draft.shape.digits * 3 > draft.shape.letters ||
                              names_publisher(content(draft), true) || is_address(content(draft)) ||
                              (draft.shape.words <= kDateWords && has_full_date(content(draft))) ||
                              is_data(content(draft));
            if (data) continue;
            for (const std::string_view more :
                 {"A ", "An ", "How ", "a ", "by "})  // a second title
                if (content(draft).starts_with(more)) return first;
            return heads || !title_form(d, true) ? first : d;
        }
        return first;
    }

    /// "Case No. 7", "Present: …", "Conductor: …": who, when and where, and the numbers of a series.
    static bool is_data(std::string_view line) {
        static constexpr WordRow kLabels(
            "apologies|appeal|author|authors|case|chair|chairman|circulation|conductor|contact|"
            "date|doi|from|in attendance|isbn|issn|members present|moderator|panel|panellists|"
            "place|prepared by|present|ref|reference|report of|session|sitting|subject|time|to|"
            "venue|vol");
        static constexpr WordRow kNumbers("no.|nr.|n.|nº|num.|issue|vol.|paper|file|docket");
        const std::size_t colon = line.find(": ");
        if (colon != std::string_view::npos && kLabels.has(line.substr(0, colon))) return true;
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t end = std::min(line.find(' ', at), line.size());
            if (kNumbers.has(line.substr(at, end - at)) && end + 1 < line.size() &&
                ascii::is_digit(line[end + 1]))
                return true;
            at = end + 1;
        }
        return false;
    }

    /// Where the short lines above a byline begin with the links of a page, a kicker or a slug, the
    /// line right above the byline is the title; else `first` is.
    std::size_t behind_furniture(std::size_t first) const {
        std::size_t d = first, lines = 0, short_lines = 0;
        for (; d < drafts_.size() && d < first + 12; ++d) {
            const Draft& draft = drafts_[d];
            if (draft.block.kind == BlockKind::metadata) break;
            if (draft.block.kind == BlockKind::boilerplate || draft.rule) continue;
            if (draft.block.kind != BlockKind::paragraph || draft.shape.chars > 160 ||
                draft.shape.last == Edge::stop)
                return first;
            ++lines;
            if (draft.shape.words <= 3) ++short_lines;
        }
        if (lines < 2 || d >= drafts_.size() || drafts_[d].block.kind != BlockKind::metadata)
            return first;
        std::size_t last = d;
        while (drafts_[last - 1].block.kind == BlockKind::boilerplate) --last;
        --last;
        const Shape& shape = drafts_[first].shape;
        const bool slug = (shape.words == 1 && shape.upper > 1 && shape.lower == 0 &&
                           (shape.digits > 0 || shape.symbols > 0)) ||
                          (shape.words <= 4 && begins_with_slug(content(drafts_[first])));
        const bool kicker = shape.words <= 2 && shape.all_caps() && !drafts_[last].shape.all_caps();
        const auto credit = read_credit_line(text_, drafts_[d].block.span);
        const bool links = lines >= 3 && short_lines + 1 >= lines && !credit.empty() &&
                           credit[0].key == FrontKey::author;
        return slug || kicker || links ? last : first;
    }

    /// "BC-BAY-FERRY, 1st Ld": capitals with two hyphens between them.
    static bool begins_with_slug(std::string_view line) {
        const std::string_view word = line.substr(0, line.find_first_of(" ,"));
        return std::count(word.begin(), word.end(), '-') >= 2 &&
               std::all_of(word.begin(), word.end(), [](char c) {
                   return ascii::is_upper(c) || ascii::is_digit(c) || c == '-';
               });
    }

    /// "Port Ellis, 3 March" above a letter.
    bool day_and_place(std::size_t d) const {
        const auto fields = read_credit_line(text_, drafts_[d].block.span);
        return !fields.empty() && fields[0].key == FrontKey::place;
    }

    /// `first`: nothing above it counts.
    bool title_form(std::size_t d, bool first) const {
        const Draft& draft = drafts_[d];
        const Shape& shape = draft.shape;
        if (is_salutation(content(draft)) || begins_with_time(content(draft)) ||
            is_picture_caption(content(draft)))
            return false;
        // An address in the head of a letter.
        if (has(draft.block.cues, Cue::in_run) && !draft.blank_after) return false;
        // Where and when something was written: "Port Ellis, 3 March 2024".
        if (shape.words <= kDateWords && has_full_date(content(draft))) return false;
        if (!first && d > 0 && !draft.blank_before && layout_.blank_separated &&
            drafts_[d - 1].block.kind != BlockKind::boilerplate && drafts_[d - 1].shape.gaps == 0)
            return false;
        if (shape.letters == 0 || shape.chars > kLongestTitle || shape.gaps > 0 ||
            draft.end_line - draft.first_line > 2)
            return false;
        if (shape.last == Edge::comma || shape.last == Edge::colon || shape.first == Edge::dash)
            return false;
        std::size_t next = d + 1;
        while (next < drafts_.size() && drafts_[next].block.kind == BlockKind::boilerplate) ++next;
        if (next >= drafts_.size()) return false;
        const bool glued = d > 0 && drafts_[d - 1].end_line == draft.end_line;  // behind a date
        if (is_salutation(content(drafts_[next])) && day_and_place(d)) return false;
        if (glued && (shape.words > 8 || shape.chars > 80)) return false;
        const bool credited = drafts_[next].block.kind == BlockKind::metadata;
        const bool capitals = shape.all_caps() && shape.words > 1 && draft.blank_after;
        if (shape.last == Edge::stop && !capitals)
            return credited && shape.chars < kLongestStopped && !shape.inner_stop;
        if (credited) return true;
        const bool open =
            shape.last == Edge::lower || shape.last == Edge::upper || shape.last == Edge::digit;
        if (shape.first == Edge::lower ||
            (shape.inner_stop && !(open && draft.blank_after && shape.words <= kOpenWords &&
                                   content(draft).find(": ") == std::string_view::npos)))
            return false;
        if (shape.first == Edge::quote && shape.closed_quote && !heads_lines(d)) return false;
        return shape.chars <= 160 &&
               (draft.blank_after || !layout_.blank_separated || heads_lines(d));
    }

    /// Up to three short lines right below that are no text: a second title, who, when and where.
    bool heads_lines(std::size_t d) const {
        bool day = false;
        for (std::size_t line = d + 1; line < drafts_.size() && line <= d + kLinesBelow; ++line) {
            const Draft& below = drafts_[line];
            if (day && is_body(below)) return true;
            if (below.block.kind == BlockKind::metadata || below.block.kind == BlockKind::heading ||
                below.block.kind == BlockKind::boilerplate || below.shape.letters == 0)
                return true;
            day = has_full_date(content(below)) && below.shape.words <= kDayWords;
            const bool text = is_body(below) && !day;
            // "N. K. Dray" begins as the item of a list does; "a memoir".
            const bool initial = below.block.kind == BlockKind::list_item &&
                                 below.shape.words <= 4 &&
                                 below.shape.capital_words == below.shape.words;
            const bool small =
                below.shape.first == Edge::lower &&
                !(below.blank_after && content(below).starts_with("a ") && below.shape.words <= 3);
            if ((below.block.kind != BlockKind::paragraph && !initial) || (text && !initial) ||
                small || below.shape.last == Edge::comma)
                return false;
            if (below.blank_after) return line + 1 < drafts_.size();
        }
        return false;
    }

    std::string_view text_;
    const Layout& layout_;
    std::vector<Draft>& drafts_;
};

}  // namespace

void find_title(std::string_view text, const Layout& layout, std::vector<Draft>& drafts) {
    TitleFinder(text, layout, drafts).run();
}

}  // namespace analyze
