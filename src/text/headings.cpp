// Decides what the drafts of a text are: metadata, headings with levels, captions and the rest.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <unordered_map>

#include "analyze/text/drafts.hpp"
#include "analyze/text/front.hpp"

namespace analyze {
namespace {

constexpr std::size_t kFrontDrafts = 14;  // metadata is looked for in this many drafts

class Decision {
public:
    Decision(std::string_view text, const std::vector<Line>& lines, const Layout& layout, std::vector<Draft>& drafts)
        : text_(text), lines_(lines), layout_(layout), drafts_(drafts) {}

    void run() {
        if (drafts_.empty()) return;
        measure();
        front();
        furniture();
        candidates();
        numbers();
        clusters();
        title();
        levels();
    }

private:
    std::string_view content(const Draft& draft) const { return slice(text_, draft.block.span); }
    static bool prose(const Draft& draft) { return draft.block.kind == BlockKind::paragraph; }

    void measure() {
        std::uint64_t chars = 0, count = 0;
        for (const Draft& draft : drafts_) {
            if (!prose(draft) || draft.block.span.size() < 100) continue;
            chars += draft.block.span.size(), ++count;
        }
        body_size_ = count ? static_cast<std::uint32_t>(chars / count) : 0;
    }

    // ---- metadata -----------------------------------------------------------------------------

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
        rest.blank_before = false;
        rest.number = {};
        head.blank_after = false;
        drafts_.insert(drafts_.begin() + static_cast<std::ptrdiff_t>(d) + 1, rest);
    }

    bool label_block(std::size_t d) {
        Draft& draft = drafts_[d];
        const auto label = read_label(text_, draft.block.span);
        if (!label) return false;
        if (label->key == FrontKey::title) {
            draft.block.kind = BlockKind::title;
            draft.block.span = label->value;
            has_title_ = true;
        } else {
            draft.block.kind = BlockKind::metadata;
        }
        draft.block.level = 0;
        return true;
    }

    void front() {
        const std::size_t limit = std::min(drafts_.size(), kFrontDrafts);
        if (drafts_[0].block.kind == BlockKind::metadata) has_title_ = content(drafts_[0]).find("itle") != std::string_view::npos;
        // A head of labels: at least two lines of them, or one of a known key at the very beginning.
        std::size_t d = 0;
        std::uint32_t body = 0;
        bool author = false;
        for (; d < drafts_.size() && d < limit + 4; ++d) {
            Draft& draft = drafts_[d];
            if (draft.block.kind == BlockKind::metadata) continue;
            if (draft.block.kind != BlockKind::paragraph) continue;
            const Span span = draft.block.span;
            if (body <= 1) {
                const auto label = read_label(text_, span);
                if (label && (label->key != FrontKey::other || (d > 0 && drafts_[d - 1].block.kind == BlockKind::metadata && !draft.blank_before)) && label->value.size() < 1200) {
                    const bool known = label->key != FrontKey::other;
                    if (known && body == 0 && label->key != FrontKey::place) {
                        if (label->key == FrontKey::author) author = true;
                        label_block(d);
                        continue;
                    }
                    if (!known || body == 0) {
                        label_block(d);
                        continue;
                    }
                }
            }
            if (const auto glued = read_glued_date(text_, span); glued && glued->value.end < span.end) {
                split(d, glued->value.end);
                ++body;
                continue;
            }
            if (draft.end_line - draft.first_line <= 3 && span.size() < 1300) {
                const auto fields = read_credit_line(text_, span);
                if (!fields.empty()) {
                    const bool by = fields[0].key == FrontKey::author;
                    const bool lower = text_[span.begin] == 'b';
                    if (!by || (!author && body == 0 && !lower)) {
                        draft.block.kind = BlockKind::metadata;
                        if (by) author = true;
                        continue;
                    }
                }
            }
            if (body == 0) {
                if (const auto line = read_dateline(text_, span); line && line->end < span.end) {
                    split(d, line->end);
                    ++body;
                    continue;
                }
            }
            // A bare name between the title and a date line or a share line.
            if (d == 1 && !author && !draft.blank_before && d + 1 < drafts_.size() && draft.shape.words <= 12 && prose(drafts_[0])) {
                const Draft& after = drafts_[d + 1];
                const bool dated = !read_credit_line(text_, after.block.span).empty();
                if ((dated || boilerplate_line(after)) && draft.shape.last != Edge::stop && (draft.shape.words == 1 || looks_like_names(text_, span))) {
                    draft.block.kind = BlockKind::metadata;
                    author = true;
                    continue;
                }
            }
            if (span.size() > 200 || draft.shape.last == Edge::stop) ++body;
        }
    }

    // ---- what surrounds an article ------------------------------------------------------------

    static bool begins(std::string_view line, std::string_view lower_case) {
        if (line.size() < lower_case.size()) return false;
        for (std::size_t i = 0; i < lower_case.size(); ++i) {
            const char c = line[i];
            if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != lower_case[i]) return false;
        }
        return true;
    }
    static bool is(std::string_view line, std::string_view lower_case) { return line.size() == lower_case.size() && begins(line, lower_case); }

    bool boilerplate_line(const Draft& draft) const {
        const std::string_view line = content(draft);
        if (line.size() > 160 || draft.end_line - draft.first_line > 2) return false;
        static constexpr std::array<std::string_view, 24> kWhole{
            "advertisement", "advertising", "sponsored content", "sponsored", "also read", "also read:", "share", "share this", "share this article",
            "share this story", "listen to this article", "print", "print this page", "comments", "leave a comment", "related articles",
            "related stories", "read next", "most read", "trending", "subscribe", "skip to content", "back to top", "save"};
        for (const std::string_view whole : kWhole)
            if (is(line, whole)) return true;
        static constexpr std::array<std::string_view, 15> kStart{
            "read more:", "also read:", "read also:", "see also:", "related:", "more:", "(reporting by", "reporting by ", "(editing by", "photo:", "photo by ", "image:", "photograph:",
            "sign up for our", "follow us on"};
        for (const std::string_view start : kStart)
            if (begins(line, start)) return true;
        const bool read_time = line.size() < 24 && line[0] >= '0' && line[0] <= '9' && (line.ends_with(" min read") || line.ends_with(" minute read") || line.ends_with(" minutes read"));
        const bool rights = begins(line, "copyright \xC2\xA9") || (begins(line, "\xC2\xA9 ") && line.size() < 120) || line.ends_with("All rights reserved.");
        return read_time || rights;
    }

    bool caption_line(const Draft& draft) const {
        const std::string_view line = content(draft);
        if (line.size() > 1500) return false;
        if (begins(line, "figure ") || begins(line, "fig. ") || begins(line, "table ") || begins(line, "listing ")) {
            const std::size_t digits = line.find_first_of("0123456789");
            if (digits < 9) {
                const std::size_t end = line.find_first_not_of("0123456789.:-", digits);
                return end != std::string_view::npos && line[end] == ' ';
            }
        }
        if (line.size() > 500) return false;
        for (const std::string_view word : {std::string_view("mage: "), std::string_view("hoto: "), std::string_view("(credit"), std::string_view("CC BY"), std::string_view("mage by "), std::string_view("hoto by ")})
            if (line.find(word) != std::string_view::npos) return true;
        return false;
    }

    void furniture() {
        for (Draft& draft : drafts_) {
            if (!prose(draft)) continue;
            if (boilerplate_line(draft)) draft.block.kind = BlockKind::boilerplate;
            else if (caption_line(draft)) draft.block.kind = BlockKind::caption, draft.block.cues |= Cue::caption_words;
        }
    }

    // ---- candidates ---------------------------------------------------------------------------

    bool body(const Draft& draft) const {
        switch (draft.block.kind) {
            case BlockKind::paragraph:
                return draft.shape.chars >= 90 || draft.shape.last == Edge::stop || draft.end_line > draft.first_line + 1 ||
                       draft.shape.last == Edge::question || draft.shape.last == Edge::colon || draft.shape.last == Edge::exclamation;
            case BlockKind::list_item: case BlockKind::quote: case BlockKind::code: case BlockKind::table: case BlockKind::verse: return true;
            default: return false;
        }
    }

    void candidates() {
        // From the end, so that what follows is known.
        bool body_follows = false;  // before the next accepted candidate's own body
        std::uint32_t heads_before_body = 0;
        for (std::size_t d = drafts_.size(); d-- > 0;) {
            Draft& draft = drafts_[d];
            if (draft.block.kind == BlockKind::heading) {
                draft.block.cues |= Cue::marked;
                draft.block.cues |= body_follows ? Cue::has_body : Cue::no_body;
                ++heads_before_body;
                continue;
            }
            if (draft.block.kind == BlockKind::title || draft.block.kind == BlockKind::metadata || draft.block.kind == BlockKind::boilerplate || draft.block.kind == BlockKind::caption) continue;
            std::uint32_t& cues = draft.block.cues;
            if (draft.block.kind == BlockKind::paragraph) {
                const Shape& shape = draft.shape;
                if (draft.blank_before) cues |= Cue::blank_before;
                if (draft.blank_after) cues |= Cue::blank_after;
                const std::uint32_t longest = 110;
                if (shape.chars <= longest && draft.end_line == draft.first_line + 1) cues |= Cue::short_line;
                const bool stop = shape.last == Edge::stop || shape.last == Edge::comma || shape.last == Edge::ellipsis || shape.last == Edge::dash;
                cues |= stop ? Cue::final_stop : Cue::no_stop;
                if (shape.last == Edge::question) cues |= Cue::question;
                if (shape.last == Edge::colon) cues |= Cue::final_colon;
                if (shape.first == Edge::upper || shape.first == Edge::digit) cues |= Cue::capital_start;
                if (shape.first == Edge::lower) cues |= Cue::lower_start;
                if (shape.first == Edge::quote && shape.closed_quote) cues |= Cue::quoted;
                if (shape.all_caps()) cues |= Cue::all_caps;
                else if (shape.title_case()) cues |= Cue::title_case;
                if (shape.inner_stop) cues |= Cue::sentence_like;
                cues |= body_follows ? Cue::has_body : Cue::no_body;
                const bool could = has(cues, Cue::short_line) && has(cues, Cue::no_stop) && shape.letters > 0 &&
                                   !has(cues, Cue::quoted) && shape.first != Edge::dash && shape.first != Edge::bracket;
                if (could && body_follows) {
                    is_candidate_.push_back(d);
                    ++heads_before_body;
                    if (heads_before_body >= 4) body_follows = body_follows && false;
                    continue;
                }
            }
            if (body(draft)) body_follows = true, heads_before_body = 0;
        }
        std::reverse(is_candidate_.begin(), is_candidate_.end());
    }

    void numbers() {}

    void clusters() {
        std::size_t questions = 0, colons = 0, plain = 0, small_paragraphs = 0, paragraphs = 0;
        for (const std::size_t d : is_candidate_) {
            const std::uint32_t cues = drafts_[d].block.cues;
            if (has(cues, Cue::question)) ++questions;
            else if (has(cues, Cue::final_colon)) ++colons;
            else ++plain;
        }
        for (const Draft& draft : drafts_) {
            if (!prose(draft)) continue;
            ++paragraphs;
            if (draft.shape.chars < 100) ++small_paragraphs;
        }
        const bool colon_style = colons >= 2 && colons > plain * 2;
        for (const std::size_t d : is_candidate_) {
            Draft& draft = drafts_[d];
            const std::uint32_t cues = draft.block.cues;
            bool accept = has(cues, Cue::capital_start) && !has(cues, Cue::sentence_like);
            if (has(cues, Cue::question)) accept = accept && questions <= plain;
            if (has(cues, Cue::final_colon)) accept = accept && colon_style;
            if (!has(cues, Cue::blank_before) && layout_.blank_separated) accept = false;
            if (accept) draft.block.kind = BlockKind::heading;
        }
    }

    // ---- title and levels ---------------------------------------------------------------------

    void title() {
        if (has_title_) return;
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            Draft& draft = drafts_[d];
            if (draft.block.kind == BlockKind::metadata || draft.rule) continue;
            if (draft.block.kind != BlockKind::heading) return;
            if (draft.number.style != NumberStyle::none && draft.number.style != NumberStyle::bullet) return;
            draft.block.kind = BlockKind::title;
            draft.block.level = 0;
            return;
        }
    }

    void levels() {
        for (Draft& draft : drafts_)
            if (draft.block.kind == BlockKind::heading) draft.block.level = 1;
    }

    std::string_view text_;
    const std::vector<Line>& lines_;
    const Layout& layout_;
    std::vector<Draft>& drafts_;
    std::vector<std::size_t> is_candidate_;
    std::uint32_t body_size_ = 0;
    bool has_title_ = false;
};

}  // namespace

void decide(std::string_view text, const std::vector<Line>& lines, const Layout& layout, std::vector<Draft>& drafts) {
    Decision(text, lines, layout, drafts).run();
}

}  // namespace analyze
