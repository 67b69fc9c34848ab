// Finds what could be headings: the cues of every draft, and the unmarked lines that have the form of one.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "analyze/base/ascii.hpp"
#include "analyze/text/drafts.hpp"
#include "heading_words.hpp"

namespace analyze {
namespace {

constexpr std::uint32_t kText = 90;       // characters of what stands below "Pea Soup."
constexpr std::uint32_t kInnerWords = 8;  // see inner
constexpr std::uint32_t kOpenWords = 8;   // see open_sentences
constexpr std::uint32_t kLongest = 110;   // characters of an unmarked heading

class CandidateFinder {
public:
    CandidateFinder(std::string_view text, const Layout& layout, std::vector<Draft>& drafts)
        : text_(text), layout_(layout), drafts_(drafts) {}

    /// Writes down what speaks for and against each draft, going backwards so that what follows is
    /// known.
    void cues() {
        std::size_t capitals = 0, names = 0, others = 0, titled = 0, italics = 0, inners = 0;
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            titled += titled_line(drafts_[d]);
            inners += inner(d);
            italics += in_italics(drafts_[d]) &&
                       content(drafts_[d])[content(drafts_[d]).size() - 2] != '.' &&
                       drafts_[d].blank_before;
            if (!stopped_line(drafts_[d])) continue;
            if (drafts_[d].shape.all_caps())
                ++capitals;
            else
                ++(d + 1 < drafts_.size() && drafts_[d + 1].shape.chars >= kText ? names : others);
        }
        inner_ = layout_.blank_separated && inners > 1;
        titled_ = titled > 3;
        italics_ = italics > 2;
        stopped_capitals_ = capitals > 1;
        stopped_names_ = names > 2 && names >= 4 * others;
        bool body = false;
        for (std::size_t d = drafts_.size(); d-- > 0;) {
            Draft& draft = drafts_[d];
            std::uint32_t& cues = draft.block.cues;
            if (draft.block.kind == BlockKind::heading) {
                if (draft.mark != Mark::none) cues |= Cue::marked;
            } else if (draft.block.kind != BlockKind::paragraph) {
                if (is_body(draft)) body = true;
                continue;
            }
            const Shape& shape = draft.shape;
            if (draft.blank_before) cues |= Cue::blank_before;
            if (draft.blank_after) cues |= Cue::blank_after;
            if (shape.chars <= kLongest && draft.end_line == draft.first_line + 1)
                cues |= Cue::short_line;
            const bool stop = shape.last == Edge::stop || shape.last == Edge::comma ||
                              shape.last == Edge::ellipsis || shape.last == Edge::dash;
            cues |= stop ? Cue::final_stop : Cue::no_stop;
            if (shape.last == Edge::question) cues |= Cue::question;
            if (shape.last == Edge::colon) cues |= Cue::final_colon;
            if (shape.first == Edge::upper || shape.first == Edge::digit)
                cues |= Cue::capital_start;
            if (shape.first == Edge::lower) cues |= Cue::lower_start;
            if (shape.first == Edge::quote && shape.closed_quote) cues |= Cue::quoted;
            if (shape.all_caps())
                cues |= Cue::all_caps;
            else if (shape.title_case())
                cues |= Cue::title_case;
            if (shape.inner_stop) cues |= Cue::sentence_like;
            if (draft.indent < layout_.body_indent || draft.indent < layout_.first_indent)
                cues |= Cue::outdented;
            if (has(cues, Cue::short_line) && draft.blank_before && d + 1 < drafts_.size() &&
                names_section(content(draft))) {
                cues |= Cue::named;
                body = true;
            }
            cues |= body ? Cue::has_body : Cue::no_body;
            if (draft.block.kind != BlockKind::paragraph) continue;
            const bool set_in = layout_.body_indent > 0 && draft.indent >= layout_.body_indent;
            if (set_in || (is_body(draft) && !heads_with_stop(draft) &&
                           !(has(cues, Cue::question) && has(cues, Cue::short_line))))
                body = true;
        }
    }

    bool candidate(std::size_t d) const {
        const Draft& draft = drafts_[d];
        const std::uint32_t cues = draft.block.cues;
        if (draft.block.kind != BlockKind::paragraph || has(cues, Cue::in_run)) return false;
        const bool titled = titled_ && titled_line(draft);
        if ((!has(cues, Cue::short_line) && !titled) || !has(cues, Cue::has_body)) return false;
        if (!has(cues, Cue::no_stop) && !titled && !heads_with_stop(draft)) return false;
        if (has(cues, Cue::quoted) || (has(cues, Cue::sentence_like) && !titled &&
                                       !is_questions(content(draft)) && !open_sentences(draft)))
            return false;
        const Shape& shape = draft.shape;
        const bool year = shape.letters == 0 && shape.digits == 4 && shape.chars == 4;
        if ((shape.letters * 2 < shape.chars && !year && !is_release(content(draft))) ||
            shape.gaps > 0 || is_address(content(draft)) || shape.first == Edge::dash ||
            shape.symbols * 3 > shape.chars)
            return false;
        if (!draft.blank_before && layout_.blank_separated &&
            !(draft.blank_after && names_part(drafts_, d)) && !(inner_ && inner(d)))
            return false;
        // In text whose paragraphs or bodies are indented, headings are not.
        if (!draft.centred && layout_.first_indent != 0 && draft.indent >= layout_.first_indent)
            return false;
        if (!draft.centred && layout_.body_indent != 0 && layout_.first_indent == 0 &&
            layout_.wrapped && draft.indent >= layout_.body_indent)
            return false;
        // 'A nurse put her head round the door. "Mr. Hale?"'
        if (has(cues, Cue::question) && content(draft).back() != '?' && shape.first != Edge::quote)
            return false;
        if (in_italics(draft) && !italics_) return false;
        if (is_byline(content(draft)) || is_dated_caption(content(draft)) ||
            is_picture_caption(content(draft)) || is_remark(content(draft)))
            return false;
        if (above_metadata(d) || begins_with_time(content(draft))) return false;
        if (form_line(d) || is_asked(content(draft)) || bracketed(content(draft)) ||
            breaks_off(content(draft)) || is_score(content(draft)) || is_argument(content(draft)) ||
            (goes_on(content(draft)) && !has(cues, Cue::title_case) && !has(cues, Cue::all_caps)))
            return false;
        if (layout_.blank_separated && !has(cues, Cue::named) && run_below(d)) return false;
        // What goes on in the next block with a small letter is no heading.
        const Draft& next = drafts_[d + 1 < drafts_.size() ? d + 1 : d];
        if (next.block.kind == BlockKind::quote &&
            (continues(next) || (next.shape.first == Edge::quote && !has(cues, Cue::title_case))))
            return false;
        return !(next.block.kind == BlockKind::paragraph && next.shape.first == Edge::lower &&
                 (next.shape.chars < 60 || goes_on_from_name(content(next))) &&
                 next.indent <= draft.indent);
    }

private:
    std::string_view content(const Draft& draft) const { return slice(text_, draft.block.span); }

    /// "Can You Tell Me What Makes You Most Proud About This?": several words that prose would write
    /// small. Where there are more of them, length and signs at the end say nothing.
    bool titled_line(const Draft& draft) const {
        const Shape& shape = draft.shape;
        if (draft.block.kind != BlockKind::paragraph || !draft.blank_before || !draft.blank_after ||
            shape.words < kTitledWords || shape.chars > 300 || !shape.title_case() ||
            shape.all_caps() || shape.last == Edge::comma || draft.end_line > draft.first_line + 3)
            return false;
        const std::string_view line = content(draft);  // the source of a text has them all
        return line.find_first_of("(;") == std::string_view::npos &&
               std::count(line.begin(), line.end(), ',') <= 2;
    }
    /// "Cut the pipe. Yes, really", set off: prose would end with a stop.
    static bool open_sentences(const Draft& draft) {
        const Edge last = draft.shape.last;
        return draft.shape.words <= kOpenWords && draft.blank_before && draft.blank_after &&
               (last == Edge::lower || last == Edge::upper || last == Edge::digit);
    }
    /// "MENU button" between the end of one text and the beginning of the next, without blank lines.
    bool inner(std::size_t d) const {
        if (d == 0 || d + 1 >= drafts_.size()) return false;
        const Draft& draft = drafts_[d];
        const Draft& above = drafts_[d - 1];
        const Draft& below = drafts_[d + 1];
        // Of a long block the shape is that of its first line.
        const bool closed =
            above.block.kind == BlockKind::paragraph && content(above).back() == '.';
        const bool headed = inner_ && above.blank_before && !above.blank_after && !is_body(above) &&
                            above.shape.first == Edge::upper;
        return draft.block.kind == BlockKind::paragraph && !draft.blank_before &&
               !draft.blank_after && draft.end_line == draft.first_line + 1 &&
               draft.shape.words <= kInnerWords && draft.shape.first == Edge::upper &&
               (draft.shape.last == Edge::lower || draft.shape.last == Edge::upper) &&
               ((closed && is_body(above)) || headed) && below.block.kind == BlockKind::paragraph &&
               is_body(below) && below.shape.first == Edge::upper;
    }
    /// "_The Fruit Wall_"; where there is hardly another, a remark of the printer's.
    bool in_italics(const Draft& draft) const {
        const std::string_view line = content(draft);
        return line.size() > 2 && line[0] == '_' && line.find('_', 1) == line.size() - 1;
    }
    /// "THE CAUSE OF THE FIRE.", "Pea Soup.", set off: where there are several, the headings of old
    /// newspapers and books.
    bool heads_with_stop(const Draft& draft) const {
        return (draft.shape.all_caps() ? stopped_capitals_ : stopped_names_) && stopped_line(draft);
    }
    bool stopped_line(const Draft& draft) const {
        const Shape& shape = draft.shape;
        const bool dots = shape.last == Edge::ellipsis && !shape.all_caps();  // "Using a Macro..."
        if (draft.block.kind != BlockKind::paragraph || (shape.last != Edge::stop && !dots) ||
            shape.inner_stop || draft.end_line != draft.first_line + 1 || shape.gaps > 0 ||
            shape.first != Edge::upper)
            return false;
        const bool set_off = draft.blank_before && draft.blank_after;
        if (shape.all_caps())
            return shape.chars <= kLongest && shape.letters > 3 &&
                   (set_off ? shape.words > 1 : !layout_.blank_separated);
        return set_off && shape.title_case() && shape.capital_words * 2 > shape.words &&
               shape.capital_words > 1 && shape.words <= 6 && shape.digits == 0;
    }
    /// A name right above a line of metadata of its own: the author.
    bool above_metadata(std::size_t d) const {
        const Shape& shape = drafts_[d].shape;
        return d + 1 < drafts_.size() && drafts_[d + 1].block.kind == BlockKind::metadata &&
               drafts_[d + 1].blank_after && shape.words == 2 && shape.capital_words == 2 &&
               shape.digits == 0;
    }
    /// Two more short lines stand right below: an address, a signature.
    bool run_below(std::size_t d) const {
        for (const std::size_t below : {d + 1, d + 2})
            if (below >= drafts_.size() || drafts_[below].blank_before ||
                drafts_[below].block.kind != BlockKind::paragraph || is_body(drafts_[below]))
                return false;
        return true;
    }
    /// One of several lines of the form "Label: value" with nothing between them.
    bool form_line(std::size_t d) const {
        const auto form = [&](std::size_t i) {
            const Draft& draft = drafts_[i];
            return draft.block.kind == BlockKind::paragraph && draft.shape.chars <= kLongest &&
                   content(draft).find(": ") != std::string_view::npos;
        };
        return form(d) && ((d > 0 && form(d - 1)) || (d + 1 < drafts_.size() && form(d + 1)));
    }
    /// "(an aside)", "[Laughter]", but not the "[section]" of a file of settings.
    static bool bracketed(std::string_view line) {
        while (line.size() > 1 && (line.back() == '"' || line.back() == '.')) line.remove_suffix(1);
        if (line.size() < 3) return false;
        const bool word = ascii::is_upper(line[1]) && ascii::is_lower(line[2]);
        const bool said = word || line.find(' ') != std::string_view::npos;
        return (line[0] == '(' && line.back() == ')') ||
               (said && line[0] == '[' && line.back() == ']');
    }
    /// A quotation that begins inside a sentence.
    bool continues(const Draft& quote) const {
        for (const char c : content(quote)) {
            if (ascii::is_lower(c)) return true;
            if (ascii::is_upper(c) || ascii::is_digit(c)) return false;
        }
        return false;
    }

    std::string_view text_;
    const Layout& layout_;
    std::vector<Draft>& drafts_;
    bool inner_ = false;    // headings stand inside of what blank lines divide
    bool italics_ = false;  // several lines have underscores around them
    bool titled_ = false;   // title case is what sets headings off
    bool stopped_capitals_ = false, stopped_names_ = false;
};

}  // namespace

bool names_part(const std::vector<Draft>& drafts, std::size_t d) {
    if (d == 0) return false;
    const Draft& above = drafts[d - 1];
    return above.block.kind == BlockKind::heading && with_noun(above.number) && above.number.bare;
}

std::vector<std::size_t> find_candidates(std::string_view text, const Layout& layout,
                                         std::vector<Draft>& drafts) {
    CandidateFinder finder(text, layout, drafts);
    finder.cues();
    std::vector<std::size_t> candidates;
    for (std::size_t d = 0; d < drafts.size(); ++d)
        if (finder.candidate(d)) candidates.push_back(d);
    return candidates;
}

}  // namespace analyze
