// Decides which drafts are headings.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "analyze/base/ascii.hpp"
#include "analyze/text/drafts.hpp"
#include "heading_words.hpp"
#include "interview.hpp"

namespace analyze {

bool is_body(const Draft& draft) {
    switch (draft.block.kind) {
        case BlockKind::paragraph: {
            const Edge last = draft.shape.last;
            return draft.shape.chars >= 90 || draft.end_line > draft.first_line + 1 ||
                   last == Edge::stop || last == Edge::question || last == Edge::colon ||
                   last == Edge::exclamation;
        }
        case BlockKind::list_item:
        case BlockKind::quote:
        case BlockKind::code:
        case BlockKind::table:
        case BlockKind::verse:
        case BlockKind::caption:
            return true;
        default:
            return false;
    }
}

namespace {

constexpr std::uint32_t kLongQuestion = 12;  // words of a question beside headings of other forms
constexpr std::uint32_t kDividingWords = 8;  // of a line without a number below one with it
constexpr std::uint32_t kMostQuestions = 4;  // see few_questions
constexpr std::uint32_t kFewQuestions = 2;   // beside which one of two sentences is no heading
constexpr std::uint32_t kFew = 2;            // candidates of a form, see lone
constexpr std::size_t kLetterDrafts = 14;    // a salutation stands among as many
constexpr std::size_t kFrontDrafts = 40;     // what stands before the text begins is among as many
constexpr std::size_t kLastDrafts = 3;       // where a text tells who wrote it
constexpr std::uint32_t kLongestRun = 3;     // headings in a row before it is a list of something

class HeadingFinder {
public:
    HeadingFinder(std::string_view text, const Layout& layout, std::vector<Draft>& drafts)
        : text_(text),
          layout_(layout),
          drafts_(drafts),
          candidates_(find_candidates(text, layout, drafts)) {}

    void run() {
        const std::size_t most = std::min(drafts_.size(), kFrontDrafts);
        while (front_ < most && !is_body(drafts_[front_])) ++front_;
        count_forms();
        for (const std::size_t d : candidates_)
            if (accept(d)) {
                Draft& draft = drafts_[d];
                draft.block.kind = BlockKind::heading;
                draft.inner = layout_.blank_separated && !draft.blank_before && !draft.blank_after;
            }
        fragments();
        runs();
    }

private:
    std::string_view content(const Draft& draft) const { return slice(text_, draft.block.span); }
    bool marked(const Draft& draft) const {
        return draft.block.kind == BlockKind::heading && draft.mark != Mark::none;
    }

    // ---- decision: forms are accepted or rejected together ------------------------------------

    void count_forms() {
        for (const Draft& draft : drafts_) {
            if (marked(draft)) ++marks_;
            ranked_ |= marked(draft) && draft.mark == Mark::ranked;
            if (has(draft.block.cues, Cue::numbered)) {
                if (draft.number.style == NumberStyle::any_word)
                    ++words_;
                else if (numbers_++ == 0)
                    first_number_ = static_cast<std::size_t>(&draft - drafts_.data());
            }
            if (draft.block.kind == BlockKind::paragraph && has(draft.block.cues, Cue::question) &&
                (!has(draft.block.cues, Cue::short_line) ||
                 has(draft.block.cues, Cue::sentence_like)))
                questions_.add_long();
        }
        for (const std::size_t d : candidates_) {
            const Draft& draft = drafts_[d];
            const std::uint32_t cues = draft.block.cues;
            if (has(cues, Cue::question)) {
                if (!has(cues, Cue::sentence_like))
                    questions_.add(content(draft), d + 1 < drafts_.size() ? content(drafts_[d + 1])
                                                                          : std::string_view{});
            } else if (has(cues, Cue::final_colon)) {
                if (!leads_speech(d) && (heads_prose(d) || draft.shape.words <= 3))
                    colons_ += heads_prose(d) ? 2 : 1;
            } else if (has(cues, Cue::all_caps)) {
                ++caps_;
            } else {
                ++plain_;
            }
            early_ += d < front_ && !has(cues, Cue::question) && !has(cues, Cue::final_colon);
            led_ += led(d);
            tight_ += !draft.blank_after && has(cues, Cue::capital_start);
        }
        for (const std::size_t d : candidates_) listed_ += has(drafts_[d].block.cues, Cue::listed);
        mark_non_headings(text_, candidates_, drafts_);
        for (const std::size_t d : candidates_) {
            const std::uint32_t cues = drafts_[d].block.cues;
            sure_ += !has(cues, Cue::question) && !has(cues, Cue::final_colon) &&
                     !has(cues, Cue::in_run) && !has(cues, Cue::repeated) &&
                     !has(cues, Cue::caption_words);
        }
        std::size_t gaps = 0, other_gaps = 0;
        for (const Draft& draft : drafts_) other_gaps += draft.wide_gap;
        for (const std::size_t d : candidates_) gaps += drafts_[d].wide_gap;
        other_gaps -= gaps;
        gap_style_ = gaps >= 2 && gaps * 4 >= candidates_.size() * 3 && other_gaps * 3 <= gaps;
        tight_style_ = tight_ >= 3 && tight_ * 3 >= candidates_.size() * 2;
        colon_style_ = colons_ >= 2 + early_ && colons_ >= 4 * (plain_ + caps_ + words_ - early_);
    }

    /// "On snow:", and then what someone said about it.
    bool leads_speech(std::size_t d) const {
        return d + 1 < drafts_.size() && drafts_[d + 1].shape.first == Edge::quote;
    }
    bool heads_prose(std::size_t d) const {
        if (d + 1 >= drafts_.size()) return false;
        const Draft& next = drafts_[d + 1];
        return next.block.kind == BlockKind::paragraph || next.block.kind == BlockKind::metadata ||
               next.block.kind == BlockKind::caption;
    }

    bool accept(std::size_t d) const {
        const Draft& draft = drafts_[d];
        const std::uint32_t cues = draft.block.cues;
        if (has(cues, Cue::listed)) return true;
        if (has(cues, Cue::repeated) || has(cues, Cue::in_run) || has(cues, Cue::caption_words))
            return false;
        if (listed_ * 2 > candidates_.size()) return false;
        const bool outdented = has(cues, Cue::outdented) && layout_.wrapped;
        // Where headings carry marks or numbers, plain lines are none; above the first number,
        // never.
        const bool explicit_style =
            (marks_ > 0 && marks_ * 3 >= plain_ + caps_) ||
            (numbers_ >= 2 && numbers_ >= plain_ + caps_) ||
            (numbers_ * 2 >= plain_ + caps_ + questions_.count() && d < first_number_);
        if (explicit_style && !outdented && !names_part(drafts_, d) &&
            (ranked_ || !has(cues, Cue::named)) && (marks_ > 0 || !divides_number(d)))
            return false;
        if (tight_style_ && draft.blank_after && is_body(drafts_[d + 1])) return false;
        if (gap_style_ && !draft.wide_gap && d > 0 && is_body(drafts_[d - 1])) return false;
        const bool caps_colon = has(cues, Cue::all_caps) && caps_ >= 2;
        if (has(cues, Cue::final_colon) && !caps_colon)
            return colon_style_ && !leads_speech(d) &&
                   (heads_prose(d) ? has(cues, Cue::capital_start) && draft.shape.words <= 10
                                   : draft.shape.words <= 3);
        if (front_data(d)) return false;
        if (second_title(d) || above_credit(d) || introduced(d) ||
            (d < front_ && names_genre(content(draft))) || signature(d))
            return false;
        if (has(cues, Cue::question) && has(cues, Cue::title_case) &&
            draft.shape.words >= kTitledWords)
            return true;
        if (has(cues, Cue::question))
            return (!questions_.interview() || few_questions()) &&
                   !(d > 0 && has(drafts_[d - 1].block.cues, Cue::repeated)) &&
                   (questions_.count() + plain_ + caps_ > 1 || has(cues, Cue::title_case) ||
                    !is_thought(content(draft))) &&
                   (draft.shape.words <= kLongQuestion || plain_ + caps_ < 2) &&
                   (!has(cues, Cue::sentence_like) || questions_.count() > kFewQuestions);
        if (colon_style_) return false;
        if (has(cues, Cue::sentence_like) && !has(cues, Cue::title_case) && plain_ <= kFew)
            return false;
        if (dated(d) || (led_ >= 2 && led_ * 2 > plain_ + caps_ && led(d))) return false;
        if (questions_.count() > plain_ && !has(cues, Cue::title_case) &&
            opens_question(content(draft)) && questions_.interview())
            return false;
        if (draft.shape.last == Edge::exclamation && draft.shape.words > 4) return false;
        if (lone(d)) return false;
        if (has(cues, Cue::lower_start)) return lower_heading(d);
        if (draft.shape.first == Edge::comma) return false;
        if (draft.shape.first == Edge::other) return draft.shape.letters * 2 > draft.shape.chars;
        return true;
    }

    /// Behind the first number, set off, with text above and below; where it is the only such line no
    /// name (a signature) and nothing with a year behind a comma (a caption).
    bool divides_number(std::size_t d) const {
        const Draft& draft = drafts_[d];
        if (d < first_number_ || d + 1 >= drafts_.size() || !draft.blank_before ||
            draft.shape.words > kDividingWords || has(draft.block.cues, Cue::final_colon) ||
            has(draft.block.cues, Cue::question))
            return false;
        const BlockKind above = drafts_[d - 1].block.kind, below = drafts_[d + 1].block.kind;
        if (above == BlockKind::heading || below != BlockKind::paragraph ||
            !is_body(drafts_[d + 1]))
            return false;
        const std::string_view line = content(draft);
        return plain_ + caps_ > kFew ||
               !((is_name(draft) && draft.shape.words > 1) ||
                 (line.find(", ") != std::string_view::npos && has_year(line)));
    }
    /// Among more headings of other forms, too few for an interview.
    bool few_questions() const {
        return !questions_.any_long() && questions_.count() <= kMostQuestions &&
               questions_.count() * 2 <= sure_;
    }

    /// Right below the title and longer than what stands above other text.
    bool second_title(std::size_t d) const {
        const Draft& draft = drafts_[d];
        if (d == 0 || drafts_[d - 1].block.kind != BlockKind::title || draft.shape.words < 5 ||
            has(draft.block.cues, Cue::all_caps) || has(draft.block.cues, Cue::title_case))
            return false;
        std::size_t longer = 0;
        for (const std::size_t other : candidates_)
            longer += other != d && drafts_[other].shape.words >= draft.shape.words;
        return longer == 0;
    }
    /// A name before the text begins, of whom the last lines tell more: "A. Name lives in …".
    bool introduced(std::size_t d) const {
        const Draft& draft = drafts_[d];
        if (d >= front_ || draft.shape.words < 2 || !is_name(draft)) return false;
        for (std::size_t below = drafts_.size() - std::min(drafts_.size() - front_, kLastDrafts);
             below < drafts_.size(); ++below) {
            const std::string_view line = content(drafts_[below]);
            if (line.starts_with(content(draft)) && line.size() > draft.block.span.size() &&
                line[draft.block.span.size()] == ' ')
                return true;
        }
        return false;
    }
    /// Between the title and who wrote it, or when: a second title.
    bool above_credit(std::size_t d) const {
        if (d >= front_ || has(drafts_[d].block.cues, Cue::all_caps) ||
            has(drafts_[d].block.cues, Cue::title_case))
            return false;
        for (std::size_t below = d + 1; below <= front_ && below < drafts_.size(); ++below)
            if (drafts_[below].block.kind == BlockKind::metadata && drafts_[below].blank_after)
                return true;
        return false;
    }
    /// "A. Name, Port Ellis" below one text and right above the heading of the next.
    bool signature(std::size_t d) const {
        const Draft& draft = drafts_[d];
        return d > 0 && is_body(drafts_[d - 1]) && draft.shape.title_case() &&
               draft.shape.words <= 5 && draft.shape.digits == 0 &&
               !has(draft.block.cues, Cue::all_caps) &&
               content(draft).find(", ") != std::string_view::npos &&
               std::binary_search(candidates_.begin(), candidates_.end(), d + 1);
    }

    /// "Serves 4", "Registered charity no. 4711": before the text begins, above no text or below
    /// another such line.
    bool front_data(std::size_t d) const {
        const auto data = [&](std::size_t i) {
            const Draft& draft = drafts_[i];
            return draft.block.kind == BlockKind::paragraph && has_digits(draft) &&
                   draft.shape.first != Edge::digit && draft.shape.words <= 5 &&
                   !has(draft.block.cues, Cue::all_caps);
        };
        if (d >= front_ || d + 1 >= drafts_.size() || !data(d)) return false;
        const Draft& next = drafts_[d + 1];
        return (next.block.kind == BlockKind::paragraph && !is_body(next)) ||
               (d > 0 && data(d - 1));
    }

    /// The paragraph before it has no end: what a sign says, or what someone said.
    bool led(std::size_t d) const {
        if (d < 2) return false;  // the first line may be a title that was not seen
        const Draft& before = drafts_[d - 1];
        return before.block.kind == BlockKind::paragraph && before.shape.words > 3 &&
               before.shape.first != Edge::digit &&
               (before.shape.last == Edge::colon || before.shape.last == Edge::lower);
    }

    /// The day of an event or of its report, before the text begins.
    bool dated(std::size_t d) const {
        return d < front_ && has_full_date(content(drafts_[d])) && !is_release(content(drafts_[d]));
    }

    /// With hardly another that could be a heading: a remark in a letter, a sound or a silence in a
    /// story, a name above what someone is quoted with.
    bool lone(std::size_t d) const {
        if (plain_ > kFew || caps_ > kFew) return false;
        const Draft& draft = drafts_[d];
        const Shape& shape = draft.shape;
        const bool remark =
            !has(draft.block.cues, Cue::all_caps) && !has(draft.block.cues, Cue::title_case);
        if (remark && is_letter()) return true;
        if (plain_ + caps_ > kFew) return false;
        const bool name = shape.words > 1 && shape.words <= 3 && shape.capital_words == shape.words;
        return (shape.words <= 2 && is_story()) ||
               (name && drafts_[d + 1].block.kind == BlockKind::quote);
    }
    bool is_letter() const {
        for (std::size_t d = 0; d < drafts_.size() && d < kLetterDrafts; ++d)
            if (drafts_[d].block.kind == BlockKind::paragraph && is_salutation(content(drafts_[d])))
                return true;
        return false;
    }
    /// A third of the paragraphs begin with what someone says.
    bool is_story() const {
        std::size_t said = 0, all = 0;
        for (const Draft& draft : drafts_) {
            if (draft.block.kind != BlockKind::paragraph) continue;
            ++all;
            said += draft.shape.first == Edge::quote;
        }
        return said >= 3 && said * 3 >= all;
    }

    /// A name in small letters ("rustfmt and friends"): set off, between whole sentences.
    bool lower_heading(std::size_t d) const {
        const Draft& draft = drafts_[d];
        if (d == 0 || d + 1 >= drafts_.size() || draft.shape.words > 6 || !draft.blank_before ||
            !draft.blank_after)
            return false;
        const Draft& before = drafts_[d - 1];
        const Edge last = before.shape.last;
        if (before.block.kind == BlockKind::paragraph && last != Edge::stop &&
            last != Edge::exclamation && last != Edge::question)
            return false;
        const Draft& next = drafts_[d + 1];
        return next.block.kind == BlockKind::paragraph && next.shape.first != Edge::lower &&
               next.shape.first != Edge::quote && is_body(next);
    }

    /// A line of its own that neither heads anything nor is text: the scrap of something.
    bool fragment(std::size_t d) const {
        const Draft& draft = drafts_[d];
        return draft.block.kind == BlockKind::paragraph && draft.blank_before &&
               draft.blank_after && !is_body(draft) && !is_byline(content(draft));
    }
    /// Before the text begins, a line above such scraps is one of them: an imprint, the place and time
    /// of an event, a cast. Behind, headings stand above terms and captions.
    void fragments() {
        if (!layout_.blank_separated) return;
        for (std::size_t d = front_; d-- > 0;) {
            Draft& draft = drafts_[d];
            if (!unmarked(draft) || has(draft.block.cues, Cue::listed) || d + 1 >= drafts_.size() ||
                !fragment(d + 1))
                continue;
            draft.block.kind = BlockKind::paragraph;
            draft.block.cues |= Cue::in_run;
        }
    }

    /// Rejects rows of unmarked headings of one form with nothing between them: an address, a cast,
    /// a list of captions.
    void runs() {
        std::size_t d = 0;
        while (d < drafts_.size()) {
            std::size_t end = d;
            while (end < drafts_.size() && unmarked(drafts_[end]) &&
                   (end == d || has(drafts_[end].block.cues, Cue::all_caps) ==
                                    has(drafts_[d].block.cues, Cue::all_caps)))
                ++end;
            const bool data =
                end - d > 1 &&
                std::all_of(drafts_.begin() + offset(d), drafts_.begin() + offset(end),
                            [this](const Draft& draft) { return has_digits(draft); });
            const bool front = end - d >= kLongestRun && end <= front_;
            if (end - d > kLongestRun || data || front) {
                for (std::size_t i = d; i < end; ++i) {
                    if (has(drafts_[i].block.cues, Cue::named)) continue;  // "Ingredients"
                    drafts_[i].block.kind = BlockKind::paragraph;
                    drafts_[i].block.cues |= Cue::in_run;
                }
            }
            d = std::max(end, d + 1);
        }
    }
    static std::ptrdiff_t offset(std::size_t d) { return static_cast<std::ptrdiff_t>(d); }
    /// Rows of lines with figures other than a year are results, quantities, times.
    bool has_digits(const Draft& draft) const {
        return draft.shape.digits > 0 && draft.shape.letters > 0 && !has_year(content(draft));
    }
    static bool unmarked(const Draft& draft) {
        return draft.block.kind == BlockKind::heading && draft.mark == Mark::none &&
               !has(draft.block.cues, Cue::numbered);
    }

    std::string_view text_;
    const Layout& layout_;
    std::vector<Draft>& drafts_;
    std::vector<std::size_t> candidates_;
    std::size_t first_number_ = 0;  // draft of the first numbered heading
    std::uint32_t marks_ = 0, numbers_ = 0, words_ = 0;
    QuestionCounts questions_;
    std::uint32_t colons_ = 0,  // twice those above prose, and those above lists and quotes
        caps_ = 0, plain_ = 0,  // by form, and of both what nothing speaks against
        sure_ = 0;
    std::size_t tight_ = 0;    // right above what they head
    std::uint32_t early_ = 0;  // of both, before the text begins: perhaps a second title
    std::uint32_t led_ = 0;    // behind a paragraph without an end
    std::size_t front_ = 0;    // the first draft of text
    std::size_t listed_ = 0;   // candidates that the contents have
    bool ranked_ = false;      // a mark says the level of a heading
    bool colon_style_ = false;
    bool tight_style_ = false;  // headings stand right above their text
    bool gap_style_ = false;    // headings stand under more blank lines than paragraphs
};

}  // namespace

void decide_headings(std::string_view text, const Layout& layout, std::vector<Draft>& drafts) {
    if (drafts.empty()) return;
    find_title(text, layout, drafts);
    believe_topics(text, drafts);
    HeadingFinder(text, layout, drafts).run();
    rank_headings(drafts);
}

}  // namespace analyze
