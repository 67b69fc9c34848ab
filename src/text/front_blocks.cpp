// Finds the metadata at the head of a text, and splits openings off their paragraphs.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "analyze/base/ascii.hpp"
#include "analyze/text/drafts.hpp"
#include "analyze/text/front.hpp"
#include "front_words.hpp"

namespace analyze {
namespace {

constexpr std::size_t kFrontDrafts = 18;  // metadata is looked for in this many drafts

class FrontFinder {
public:
    FrontFinder(std::string_view text, std::vector<Draft>& drafts) : text_(text), drafts_(drafts) {}

    void run() {
        for (std::size_t d = 0; d < drafts_.size() && d < kFrontDrafts; ++d) {
            const BlockKind kind = drafts_[d].block.kind;
            if (kind == BlockKind::list_item && body_ == 0 && d > 0 && (day_line(d) || initials(d)))
                continue;
            if (kind != BlockKind::paragraph) {
                if (kind == BlockKind::heading && drafts_[d].mark == Mark::none) ++body_;
                continue;
            }
            if (labelled(d) || credited(d) || glued(d) || datelined(d) || bare_name(d) ||
                below_byline(d))
                continue;
            const Draft& draft = drafts_[d];
            const bool stopped =
                draft.shape.last == Edge::stop && (d > 0 || draft.shape.chars > 110);
            if (stopped || draft.block.span.size() > 400) ++body_;
        }
    }

private:
    [[nodiscard]] Span span(std::size_t d) const { return drafts_[d].block.span; }

    /// Cuts draft `d` in two at `end`; the first part becomes metadata.
    void split(std::size_t d, std::uint32_t end) {
        Draft rest = drafts_[d];
        Draft& head = drafts_[d];
        const Span whole = head.block.extent;
        head.block.kind = BlockKind::metadata;
        head.block.level = 0;
        head.block.span = head.block.extent = trim(text_, {whole.begin, end});
        rest.block.span = rest.block.extent = trim(text_, {end, whole.end});
        if (rest.block.span.empty()) return;
        rest.block.kind = BlockKind::paragraph;
        rest.shape = shape_of(text_, rest.block.span);
        rest.blank_before = true;  // what follows the opening begins the text
        rest.number = {};
        head.blank_after = false;
        drafts_.insert(drafts_.begin() + static_cast<std::ptrdiff_t>(d) + 1, rest);
    }

    /// "Author: A. Name". A label that is none of the known ones must follow a line of metadata.
    bool labelled(std::size_t d) {
        Draft& draft = drafts_[d];
        if (body_ > 1) return false;
        const auto label = read_label(text_, draft.block.span);
        if (!label) return false;
        const bool other = label->key == FrontKey::other;
        const bool below =
            d > 0 && drafts_[d - 1].block.kind == BlockKind::metadata && !draft.blank_before;
        const std::string_view name = slice(text_, label->label);
        const bool contact = body_ == 0 && (name.ends_with("ontact") || name.ends_with("ontacts"));
        if (other ? !below && !contact : body_ > 0) return false;
        if (label->key == FrontKey::title) {
            draft.block.kind = BlockKind::title;
            draft.block.span = label->value;
        } else {
            draft.block.kind = BlockKind::metadata;
            if (label->key == FrontKey::author) author_ = true;
        }
        return true;
    }

    /// "14. Mai 2024", which begins as the item of a list does.
    bool day_line(std::size_t d) {
        Draft& draft = drafts_[d];
        if (draft.end_line != draft.first_line + 1) return false;
        const auto fields = read_credit_line(text_, draft.block.extent);
        if (fields.empty() || fields[0].key != FrontKey::date) return false;
        make_metadata(draft);
        return true;
    }

    /// "A. Name, B. Name and C. Name" right below the title, which begins as the item of a list does.
    bool initials(std::size_t d) {
        Draft& draft = drafts_[d];
        const NumberStyle style = draft.number.style;
        if (d != 1 || author_ || draft.end_line != draft.first_line + 1 ||
            draft.number.close != '.' ||
            (style != NumberStyle::upper_letter && style != NumberStyle::roman) ||
            (d + 1 < drafts_.size() && drafts_[d + 1].block.kind == BlockKind::list_item) ||
            draft.blank_before || draft.shape.last == Edge::stop ||
            !looks_like_names(text_, draft.block.extent) || !second_initial(draft.block.extent))
            return false;
        make_metadata(draft);
        author_ = true;
        return true;
    }
    bool second_initial(Span line) const {
        const std::string_view s = slice(text_, line);
        for (std::size_t stop = s.find(". ", 2); stop != std::string_view::npos;
             stop = s.find(". ", stop + 2))
            if (ascii::is_upper(s[stop - 1]) && s[stop - 2] == ' ') return true;
        return false;
    }
    static void make_metadata(Draft& draft) {
        draft.block.kind = BlockKind::metadata;
        draft.block.span = draft.block.extent;
        draft.block.level = 0;
        draft.number = {};
    }

    /// "By A. Name", "March 3, 2024": one byline, before the body; date lines also just below it.
    bool credited(std::size_t d) {
        Draft& draft = drafts_[d];
        if (draft.end_line - draft.first_line > 3 || draft.block.span.size() > 1300) return false;
        const Span line = without_emphasis(draft.block.span);
        const auto fields = read_credit_line(text_, line);
        if (fields.empty()) return loose_byline(d);
        if (fields[0].key == FrontKey::place && (d == 0 || body_ > 0)) return false;
        if (fields[0].key == FrontKey::author) {
            const std::string_view words = slice(text_, line);
            // Alone, or above another: "Words by A. Name", "Pictures by B. Name".
            const bool alone =
                draft.blank_after || (d + 1 < drafts_.size() && starts_credit(span(d + 1)));
            const bool set_off =
                d > 0 && (draft.blank_before || (d == 1 && words.starts_with("by "))) && alone &&
                draft.shape.words <= 9 && draft.shape.cased_words > 0 &&
                draft.shape.capital_words + small_words(line) >= draft.shape.cased_words;
            const bool plain = words.starts_with("By ") || words.starts_with("BY ") ||
                               words.starts_with("Written by ") ||
                               (words.starts_with("by ") && set_off) ||
                               (set_off && draft.shape.words >= 4);  // "Tested by A. Name"
            const bool foreign = foreign_by(words) > 0;
            const bool sure = (fields.size() > 1 && draft.shape.chars <= 100) ||
                              line.size() < draft.block.span.size();
            if (author_ || body_ > 0) return false;
            if (foreign ? !foreign_byline(d, set_off) : !plain && (!sure || d == 0)) return false;
            author_ = true;
            byline_ = d;
        }
        draft.block.kind = BlockKind::metadata;
        draft.block.span = line;
        return true;
    }

    /// Words of a credit that are written small: "by", and in further ones what for.
    std::uint32_t small_words(Span line) const {
        std::uint32_t by = 0;
        const std::string_view s = slice(text_, line);
        for (std::size_t at = s.find(" by "); at != s.npos; at = s.find(" by ", at + 3)) ++by;
        return by < 2 ? 1 : 2 * by - 1;
    }

    /// "Par", "Von", "Por" and "Di" begin names and sentences too: below the title, with a first and a
    /// last name behind, between blank lines or next to a date.
    bool foreign_byline(std::size_t d, bool set_off) const {
        const Shape& shape = drafts_[d].shape;
        const std::uint32_t capitals = shape.first == Edge::upper ? 3 : 2;  // "di Anna Ferrante"
        if (d == 0 || shape.words < 3 || shape.last == Edge::stop || shape.capital_words < capitals)
            return false;
        if (set_off) return true;
        if (drafts_[d].shape.digits > 0) return true;
        if (d + 1 >= drafts_.size()) return false;
        const auto below = read_credit_line(text_, span(d + 1));
        return !below.empty() && below[0].key != FrontKey::author;
    }

    /// A line between asterisks or underscores without these.
    Span without_emphasis(Span span) const {
        const char first = text_[span.begin];
        if ((first == '*' || first == '_') && span.size() > 4 && text_[span.end - 1] == first)
            return {span.begin + 1, span.end - 1};
        return span;
    }

    bool starts_credit(Span line) const {
        const auto fields = read_credit_line(text_, line);
        return !fields.empty() && fields[0].key == FrontKey::author;
    }

    /// "By" and anything short without a stop, between the title and a line of metadata.
    bool loose_byline(std::size_t d) {
        Draft& draft = drafts_[d];
        if (author_ || body_ > 0 || d == 0 || d > 3 || d + 1 >= drafts_.size() ||
            draft.shape.chars > 300)
            return false;
        if (!slice(text_, draft.block.span).starts_with("By ") || draft.shape.last == Edge::stop ||
            draft.shape.last == Edge::question)
            return false;
        if (read_credit_line(text_, span(d + 1)).empty()) return false;
        draft.block.kind = BlockKind::metadata;
        author_ = true;
        return true;
    }

    bool glued(std::size_t d) {
        const auto field = read_glued_date(text_, span(d));
        if (!field || field->value.end >= span(d).end) return false;
        split(d, field->value.end);
        ++body_;
        return true;
    }

    bool datelined(std::size_t d) {
        if (body_ > 2 || placed_) return false;
        const auto line = read_dateline(text_, span(d));
        if (!line || (body_ > 0 && line->fields.size() < 2)) return false;
        const Shape& shape = drafts_[d].shape;
        if (d == 0 && line->fields.size() < 2 && shape.last != Edge::stop && shape.chars < 110)
            return false;                // "LESSON PLAN - Measuring time"
        if (line->end == span(d).end) {  // above the text, on a line of its own
            make_metadata(drafts_[d]);
            placed_ = true;
            return true;
        }
        split(d, line->end);
        placed_ = true;
        ++body_;
        return true;
    }

    /// Right below the byline, with nothing else: whom the author writes for.
    bool below_byline(std::size_t d) {
        Draft& draft = drafts_[d];
        if (d == 0 || d != byline_ + 1 || draft.blank_before || !draft.blank_after ||
            draft.shape.words > 5 || !draft.shape.title_case() || draft.shape.last == Edge::stop)
            return false;
        draft.block.kind = BlockKind::metadata;
        return true;
    }

    /// The author of AsciiDoc: a name right below the marked title.
    bool below_marked_title(std::size_t d) const {
        const Draft& draft = drafts_[d];
        return drafts_[d - 1].mark == Mark::ranked && draft.blank_after && draft.shape.words >= 2 &&
               draft.shape.words <= 5 && draft.shape.title_case() && draft.shape.digits == 0 &&
               draft.shape.last != Edge::stop && looks_like_names(text_, draft.block.span);
    }

    /// Names right below the title and right above a date line or a share line.
    bool bare_name(std::size_t d) {
        Draft& draft = drafts_[d];
        if (d != 1 || author_ || draft.blank_before || d + 1 >= drafts_.size() ||
            draft.shape.words > 14)
            return false;
        if (below_marked_title(d)) {
            draft.block.kind = BlockKind::metadata;
            author_ = true;
            return true;
        }
        if (drafts_[0].block.kind != BlockKind::paragraph &&
            drafts_[0].block.kind != BlockKind::title)
            return false;
        const Draft& after = drafts_[d + 1];
        const auto fields = read_credit_line(text_, after.block.span);
        if (fields.empty() ? !is_boilerplate_line(slice(text_, after.block.span))
                           : fields[0].key == FrontKey::author)
            return false;
        if (draft.shape.last == Edge::stop || draft.shape.last == Edge::question ||
            draft.shape.last == Edge::colon)
            return false;
        if (d + 2 < drafts_.size() && starts_credit(span(d + 2))) return false;  // the newspaper
        const bool list = slice(text_, draft.block.span).find(',') != std::string_view::npos;
        if (draft.shape.words > 1 && !list && !looks_like_names(text_, draft.block.span))
            return false;
        draft.block.kind = BlockKind::metadata;
        author_ = true;
        return true;
    }

    std::string_view text_;
    std::vector<Draft>& drafts_;
    std::uint32_t body_ = 0;  // paragraphs of body text seen
    bool author_ = false, placed_ = false;
    std::size_t byline_ = SIZE_MAX - 1;  // draft of a line "By …"
};

}  // namespace

void mark_front(std::string_view text, std::vector<Draft>& drafts) {
    FrontFinder(text, drafts).run();
}

}  // namespace analyze
