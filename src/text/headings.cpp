// Decides which drafts are headings and titles, and on which level.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <unordered_map>

#include "analyze/text/drafts.hpp"

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

constexpr std::uint32_t kLongest = 110;       // characters of an unmarked heading
constexpr std::uint32_t kThinSection = 160;   // bytes of a mean section, see thin_sections
constexpr std::uint32_t kLongestTitle = 260;  // of a title
constexpr std::uint32_t kAcronym = 5;         // letters of a word that capitals say nothing about
constexpr std::uint32_t kLongQuestion = 12;   // words of a question beside headings of other forms
constexpr std::uint32_t kLongestRun = 3;      // headings in a row before it is a list of something

class HeadingFinder {
public:
    HeadingFinder(std::string_view text, const Layout& layout, std::vector<Draft>& drafts)
        : text_(text), layout_(layout), drafts_(drafts) {}

    void run() {
        title();
        cues();
        gather();
        count_forms();
        for (const std::size_t d : candidates_)
            if (accept(d)) drafts_[d].block.kind = BlockKind::heading;
        runs();
        levels();
    }

private:
    std::string_view content(const Draft& draft) const { return slice(text_, draft.block.span); }
    bool marked(const Draft& draft) const {
        return draft.block.kind == BlockKind::heading && draft.mark != Mark::none;
    }

    // ---- title --------------------------------------------------------------------------------

    bool front_matter_title() const {
        const Draft& first = drafts_[0];
        return first.block.kind == BlockKind::metadata && content(first).size() > 6 &&
               (content(first).starts_with("---") || content(first).starts_with("+++")) &&
               content(first).find("\ntitle") != std::string_view::npos;
    }

    /// The first block that is no metadata, if it has the form of a title and none is named by a
    /// label.
    void title() {
        for (const Draft& draft : drafts_)
            if (draft.block.kind == BlockKind::title) return;
        std::size_t d = next_line(0);
        const std::size_t found = behind_furniture(d);
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
            is = title_form(d);
        }
        if (!is) return;
        draft.block.kind = BlockKind::title;
        draft.block.level = 0;
    }

    /// The draft at `d` or behind that is neither metadata nor furniture.
    std::size_t next_line(std::size_t d) const {
        while (d < drafts_.size() &&
               (drafts_[d].block.kind == BlockKind::metadata || drafts_[d].rule ||
                drafts_[d].block.kind == BlockKind::boilerplate))
            ++d;
        return d;
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
        const bool slug = shape.words == 1 && shape.upper > 1 && shape.lower == 0 &&
                          (shape.digits > 0 || shape.symbols > 0);
        const bool kicker = shape.words <= 2 && shape.all_caps() && !drafts_[last].shape.all_caps();
        const bool links = lines >= 3 && short_lines + 1 >= lines;
        return slug || kicker || links ? last : first;
    }

    bool title_form(std::size_t d) const {
        const Draft& draft = drafts_[d];
        const Shape& shape = draft.shape;
        if (d > 0 && !draft.blank_before && layout_.blank_separated) return false;
        if (shape.letters == 0 || shape.chars > kLongestTitle || shape.gaps > 0 ||
            draft.end_line - draft.first_line > 2)
            return false;
        if (shape.last == Edge::comma || shape.last == Edge::colon || shape.first == Edge::dash)
            return false;
        std::size_t next = d + 1;
        while (next < drafts_.size() && drafts_[next].block.kind == BlockKind::boilerplate) ++next;
        if (next >= drafts_.size()) return false;
        const bool glued = d > 0 && drafts_[d - 1].end_line == draft.end_line;  // behind a date
        if (glued && (shape.words > 8 || shape.chars > 80)) return false;
        const bool credited = drafts_[next].block.kind == BlockKind::metadata;
        if (shape.last == Edge::stop)
            return credited && shape.chars < kLongest && !shape.inner_stop;
        if (credited) return true;
        if (shape.first == Edge::lower || shape.inner_stop) return false;
        if (shape.first == Edge::quote && shape.closed_quote) return false;
        return shape.chars <= 160 && (draft.blank_after || !layout_.blank_separated);
    }

    // ---- evidence -----------------------------------------------------------------------------

    /// Writes down what speaks for and against each draft, going backwards so that what follows is
    /// known.
    void cues() {
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
            cues |= body ? Cue::has_body : Cue::no_body;
            if (draft.block.kind == BlockKind::paragraph && is_body(draft) &&
                !(has(cues, Cue::question) && has(cues, Cue::short_line)))
                body = true;
        }
    }

    bool candidate(std::size_t d) const {
        const Draft& draft = drafts_[d];
        const std::uint32_t cues = draft.block.cues;
        if (draft.block.kind != BlockKind::paragraph) return false;
        if (!has(cues, Cue::short_line) || !has(cues, Cue::no_stop) || !has(cues, Cue::has_body))
            return false;
        if (has(cues, Cue::quoted) || has(cues, Cue::sentence_like)) return false;
        const Shape& shape = draft.shape;
        const bool year = shape.letters == 0 && shape.digits == 4 && shape.chars == 4;
        if ((shape.letters * 2 < shape.chars && !year) || shape.gaps > 0 ||
            address(content(draft)) || shape.first == Edge::dash || shape.symbols * 3 > shape.chars)
            return false;
        if (!draft.blank_before && layout_.blank_separated) return false;
        // In text whose paragraphs or bodies are indented, headings are not.
        if (!draft.centred && layout_.first_indent != 0 && draft.indent >= layout_.first_indent)
            return false;
        if (!draft.centred && layout_.body_indent != 0 && layout_.first_indent == 0 &&
            layout_.wrapped && draft.indent >= layout_.body_indent)
            return false;
        if (byline(content(draft))) return false;
        if (form_line(d) || asked(content(draft)) || bracketed(content(draft)) ||
            breaks_off(content(draft)))
            return false;
        // What goes on in the next block with a small letter is no heading.
        const Draft& next = drafts_[d + 1 < drafts_.size() ? d + 1 : d];
        if (next.block.kind == BlockKind::quote &&
            (continues(next) || (next.shape.first == Edge::quote && !has(cues, Cue::title_case))))
            return false;
        return !(next.block.kind == BlockKind::paragraph && next.shape.first == Edge::lower &&
                 next.shape.chars < 60);
    }
    /// Addresses of mail and pages, and bylines.
    static bool address(std::string_view line) {
        return line.find("http") != std::string_view::npos ||
               line.find("www.") != std::string_view::npos ||
               line.find('@') != std::string_view::npos || line[0] == '<' ||
               (line.size() > 1 && line[0] == '#' && line[1] != ' ');
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
    /// "Q: …", "Q3: …", "A. …" of a list of questions.
    static bool asked(std::string_view line) {
        if (line[0] != 'Q') return false;
        const std::size_t end = line.find_first_not_of("0123456789", 1);
        return end != std::string_view::npos && (line[end] == ':' || line[end] == '.');
    }
    static bool bracketed(std::string_view line) { return line[0] == '(' && line.back() == ')'; }
    /// Ends with a word behind which something must come: "described by the press as the".
    static bool breaks_off(std::string_view line) {
        const std::size_t space = line.rfind(' ');
        if (space == std::string_view::npos) return false;
        for (const std::string_view word :
             {"a", "an", "the", "and", "or", "of", "as", "that", "said", "says"})
            if (line.substr(space + 1) == word) return true;
        return false;
    }
    /// "By" and two names.
    static bool byline(std::string_view line) {
        if (!line.starts_with("By ") && !line.starts_with("by ")) return false;
        const std::size_t second = line.find(' ', 3);
        const auto capital = [&](std::size_t at) {
            return at < line.size() && line[at] >= 'A' && line[at] <= 'Z';
        };
        return capital(3) && second != std::string_view::npos && capital(second + 1);
    }
    /// A quotation that begins inside a sentence.
    bool continues(const Draft& quote) const {
        for (const char c : content(quote)) {
            if (c >= 'a' && c <= 'z') return true;
            if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return false;
        }
        return false;
    }

    void gather() {
        for (std::size_t d = 0; d < drafts_.size(); ++d)
            if (candidate(d)) candidates_.push_back(d);
    }

    // ---- decision: forms are accepted or rejected together ------------------------------------

    void count_forms() {
        for (const Draft& draft : drafts_) {
            if (marked(draft)) ++marks_;
            if (has(draft.block.cues, Cue::numbered)) {
                if (draft.number.style == NumberStyle::any_word)
                    ++words_;
                else if (numbers_++ == 0)
                    first_number_ = static_cast<std::size_t>(&draft - drafts_.data());
            }
            if (draft.block.kind == BlockKind::paragraph && has(draft.block.cues, Cue::question) &&
                (!has(draft.block.cues, Cue::short_line) ||
                 has(draft.block.cues, Cue::sentence_like)))
                ++long_questions_;
        }
        std::unordered_map<std::string_view, std::uint32_t> texts;
        for (const std::size_t d : candidates_) {
            Draft& draft = drafts_[d];
            const std::uint32_t cues = draft.block.cues;
            if (has(cues, Cue::question)) {
                count_question(d);
            } else if (has(cues, Cue::final_colon)) {
                if (heads_prose(d) ? !has(cues, Cue::all_caps) : draft.shape.words <= 3)
                    colons_ += heads_prose(d) ? 2 : 1;
            } else if (has(cues, Cue::all_caps)) {
                ++caps_;
            } else {
                ++plain_;
            }
            if (++texts[content(draft)] == 2) repeated_ = true;
        }
        if (repeated_)
            for (const std::size_t d : candidates_)
                if (texts[content(drafts_[d])] >=
                    (has(drafts_[d].block.cues, Cue::final_colon) ? 2u : 3u))
                    drafts_[d].block.cues |= Cue::repeated;
        definitions();
        if (thin_sections())
            for (const std::size_t d : candidates_)
                if (!has(drafts_[d].block.cues, Cue::all_caps) &&
                    !has(drafts_[d].block.cues, Cue::question) &&
                    !has(drafts_[d].block.cues, Cue::final_colon))
                    drafts_[d].block.cues |= Cue::in_run;
        std::size_t gaps = 0, other_gaps = 0;
        for (const Draft& draft : drafts_) other_gaps += draft.wide_gap;
        for (const std::size_t d : candidates_) gaps += drafts_[d].wide_gap;
        other_gaps -= gaps;
        gap_style_ = gaps >= 2 && gaps * 4 >= candidates_.size() * 3 && other_gaps * 3 <= gaps;
        colon_style_ = colons_ >= 2 && colons_ >= 4 * (plain_ + caps_ + words_);
    }

    /// Text under the plain candidates is on average no longer than a remark: dialogue, a letter,
    /// verse.
    bool thin_sections() const {
        std::uint64_t bytes = 0, count = 0;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            if (has(drafts_[candidates_[i]].block.cues, Cue::question)) continue;
            const std::size_t end =
                i + 1 < candidates_.size() ? candidates_[i + 1] : drafts_.size();
            ++count;
            bytes += drafts_[end - 1].block.extent.end - drafts_[candidates_[i]].block.extent.end;
        }
        return count >= 3 && bytes < count * kThinSection;
    }

    /// Terms that are each followed by one paragraph beginning with an article define something.
    void definitions() {
        std::size_t begin = 0, articles = 0;
        for (std::size_t i = 0; i <= candidates_.size(); ++i) {
            const bool goes_on = i < candidates_.size() && i + 1 < candidates_.size() &&
                                 candidates_[i + 1] == candidates_[i] + 2;
            if (i < candidates_.size() && candidates_[i] + 1 < drafts_.size()) {
                const std::string_view body = content(drafts_[candidates_[i] + 1]);
                if (body.starts_with("A ") || body.starts_with("An ") || body.starts_with("The "))
                    ++articles;
            }
            if (goes_on) continue;
            const std::size_t end = std::min(i + 1, candidates_.size());
            if (end - begin >= 4 && articles * 4 >= (end - begin) * 3)
                for (std::size_t k = begin; k < end; ++k)
                    drafts_[candidates_[k]].block.cues |= Cue::in_run;
            begin = i + 1, articles = 0;
        }
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
        if (has(cues, Cue::repeated) || has(cues, Cue::in_run)) return false;
        const bool outdented = has(cues, Cue::outdented) && layout_.wrapped;
        // Where headings carry marks or numbers, plain lines are none; above the first number,
        // never.
        const bool explicit_style =
            (marks_ > 0 && marks_ * 3 >= plain_ + caps_) ||
            (numbers_ >= 2 && numbers_ >= plain_ + caps_) ||
            (numbers_ * 2 >= plain_ + caps_ + questions_ && d < first_number_);
        if (explicit_style && !outdented) return false;
        if (gap_style_ && !draft.wide_gap && d > 0 && is_body(drafts_[d - 1])) return false;
        const bool caps_colon = has(cues, Cue::all_caps) && caps_ >= 2;
        if (has(cues, Cue::final_colon) && !caps_colon)
            return colon_style_ &&
                   (heads_prose(d) ? has(cues, Cue::capital_start) && draft.shape.words <= 10
                                   : draft.shape.words <= 3);
        if (has(cues, Cue::question))
            return !interview() && (draft.shape.words <= kLongQuestion || plain_ + caps_ < 2);
        if (colon_style_) return false;
        if (draft.shape.last == Edge::exclamation && draft.shape.words > 4) return false;
        if (has(cues, Cue::lower_start)) return lower_heading(d);
        if (draft.shape.first == Edge::comma) return false;
        if (draft.shape.first == Edge::other) return draft.shape.letters * 2 > draft.shape.chars;
        return true;
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

    /// Two of four signs make questions those of an interview: long ones among them, the reader
    /// addressed, answers that say "I", answers that begin with yes, no or a first person.
    bool interview() const {
        const int signs = (long_questions_ * 5 >= questions_ && long_questions_ > 0) +
                          (addressed_ * 10 >= questions_ * 3) + (first_person_ * 2 >= questions_) +
                          (replies_ * 2 >= questions_);
        return signs >= 2;
    }
    static bool has_word(std::string_view text, std::string_view word) {
        for (std::size_t at = text.find(word); at != std::string_view::npos;
             at = text.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            if ((at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n') &&
                (end >= text.size() || text[end] < 'a' || text[end] > 'z'))
                return true;
        }
        return false;
    }
    static bool is_reply(std::string_view text) {
        for (const std::string_view word :
             {"I", "We", "My", "Our", "Yes", "No", "Well", "Yeah", "Oh", "Sure"})
            if (text.starts_with(word) && text.size() > word.size() &&
                (text[word.size()] < 'a' || text[word.size()] > 'z'))
                return true;
        return false;
    }
    void count_question(std::size_t d) {
        ++questions_;
        const std::string_view question = content(drafts_[d]);
        if (has_word(question, "you") || has_word(question, "your") || has_word(question, "You") ||
            has_word(question, "Your"))
            ++addressed_;
        if (d + 1 >= drafts_.size()) return;
        const std::string_view answer = content(drafts_[d + 1]).substr(0, 800);
        if (has_word(answer, "I") || has_word(answer, "my") || has_word(answer, "me"))
            ++first_person_;
        if (is_reply(answer)) ++replies_;
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
            if (end - d > kLongestRun) {
                for (std::size_t i = d; i < end; ++i) {
                    drafts_[i].block.kind = BlockKind::paragraph;
                    drafts_[i].block.cues |= Cue::in_run;
                }
            }
            d = std::max(end, d + 1);
        }
    }
    static bool unmarked(const Draft& draft) {
        return draft.block.kind == BlockKind::heading && draft.mark == Mark::none &&
               !has(draft.block.cues, Cue::numbered);
    }

    // ---- levels -------------------------------------------------------------------------------

    /// Numbers and marks rank by their depth, or by order of first use; capitals stand above the
    /// rest where both are in use; everything else is level 1.
    void levels() {
        // Beside ranked marks, lines of = and - are those of Markdown: the first two ranks.
        const bool markdown = std::any_of(drafts_.begin(), drafts_.end(), [](const Draft& draft) {
            return draft.block.kind == BlockKind::heading && draft.mark == Mark::ranked;
        });
        const auto ranked = [markdown](const Draft& draft) -> std::uint8_t {
            if (draft.mark == Mark::ranked) return draft.mark_rank;
            if (!markdown || draft.mark != Mark::underline) return 0;
            return draft.mark_rank == '=' ? 1 : draft.mark_rank == '-' ? 2 : 0;
        };
        std::array<std::uint8_t, 768>
            rank{};  // by form: style and depth of a number, kind of a mark
        std::uint8_t ranks = 0;
        const auto form = [](const Draft& draft) -> std::uint32_t {
            if (draft.mark == Mark::underline) return draft.mark_rank & 127u;
            if (draft.mark == Mark::overline) return 128u + (draft.mark_rank & 127u);
            if (draft.mark == Mark::frame) return 256u + (draft.mark_rank & 127u);
            if (has(draft.block.cues, Cue::numbered))
                return 384u + static_cast<std::uint32_t>(draft.number.style) * 12 +
                       (draft.number.style != NumberStyle::decimal ? 0u
                        : draft.number.depth == 1 && draft.number.close == ')'
                            ? 10u
                            : std::min<std::uint32_t>(draft.number.depth, 9u));
            return 0;
        };
        std::uint8_t least = 255;
        std::size_t caps = 0, plain = 0;
        for (const Draft& draft : drafts_) {
            if (draft.block.kind != BlockKind::heading) continue;
            if (const std::uint8_t r = ranked(draft); r != 0)
                least = std::min(least, r);
            else if (const std::uint32_t f = form(draft); f != 0) {
                if (rank[f] == 0) rank[f] = ++ranks;
            } else if (!has(draft.block.cues, Cue::all_caps))
                ++plain;
            else if (draft.shape.letters > kAcronym)  // "FAQ" alone is no form of its own
                ++caps;
        }
        for (Draft& draft : drafts_) {
            if (draft.block.kind != BlockKind::heading) continue;
            std::uint8_t& level = draft.block.level;
            if (const std::uint8_t r = ranked(draft); r != 0)
                level = static_cast<std::uint8_t>(r - least + 1);
            else if (const std::uint32_t f = form(draft); f != 0)
                level = rank[f];
            else
                level = caps >= 1 && plain >= 1 && !has(draft.block.cues, Cue::all_caps) ? 2 : 1;
        }
    }

    std::string_view text_;
    const Layout& layout_;
    std::vector<Draft>& drafts_;
    std::vector<std::size_t> candidates_;
    std::size_t first_number_ = 0;  // draft of the first numbered heading
    std::uint32_t marks_ = 0, numbers_ = 0, words_ = 0, questions_ = 0, long_questions_ = 0;
    std::uint32_t addressed_ = 0, first_person_ = 0, replies_ = 0;
    std::uint32_t colons_ = 0,  // twice those above prose, and those above lists and quotes
        caps_ = 0, plain_ = 0;
    bool colon_style_ = false, repeated_ = false;
    bool gap_style_ = false;  // headings stand under more blank lines than paragraphs
};

}  // namespace

void decide_headings(std::string_view text, const Layout& layout, std::vector<Draft>& drafts) {
    if (!drafts.empty()) HeadingFinder(text, layout, drafts).run();
}

}  // namespace analyze
