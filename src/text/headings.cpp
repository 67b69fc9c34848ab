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
    Decision(std::string_view text, const std::vector<Line>& lines, const Layout& layout,
             std::vector<Draft>& drafts)
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
        if (drafts_[0].block.kind == BlockKind::metadata)
            has_title_ = content(drafts_[0]).find("itle") != std::string_view::npos;
        // A head of labels: at least two lines of them, or one of a known key at the very
        // beginning.
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
                if (label &&
                    (label->key != FrontKey::other ||
                     (d > 0 && drafts_[d - 1].block.kind == BlockKind::metadata &&
                      !draft.blank_before)) &&
                    label->value.size() < 1200) {
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
            if (const auto glued = read_glued_date(text_, span);
                glued && glued->value.end < span.end) {
                split(d, glued->value.end);
                ++body;
                continue;
            }
            if (body == 0) {
                if (const auto line = read_dateline(text_, span); line && line->end < span.end) {
                    split(d, line->end);
                    ++body;
                    continue;
                }
            }
            // A bare name between the title and a date line or a share line.
            if (d == 1 && !author && !draft.blank_before && d + 1 < drafts_.size() &&
                draft.shape.words <= 12 && prose(drafts_[0])) {
                const Draft& after = drafts_[d + 1];
                const bool dated = !read_credit_line(text_, after.block.span).empty();
                if ((dated || boilerplate_line(after)) && draft.shape.last != Edge::stop &&
                    (draft.shape.words == 1 || looks_like_names(text_, span))) {
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
            if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != lower_case[i])
                return false;
        }
        return true;
    }
    static bool is(std::string_view line, std::string_view lower_case) {
        return line.size() == lower_case.size() && begins(line, lower_case);
    }

    bool boilerplate_line(const Draft& draft) const {
        const std::string_view line = content(draft);
        if (line.size() > 160 || draft.end_line - draft.first_line > 2) return false;
        static constexpr std::array<std::string_view, 24> kWhole{"advertisement",
                                                                 "advertising",
                                                                 "sponsored content",
                                                                 "sponsored",
                                                                 "also read",
                                                                 "also read:",
                                                                 "share",
                                                                 "share this",
                                                                 "share this article",
                                                                 "share this story",
                                                                 "listen to this article",
                                                                 "print",
                                                                 "print this page",
                                                                 "comments",
                                                                 "leave a comment",
                                                                 "related articles",
                                                                 "related stories",
                                                                 "read next",
                                                                 "most read",
                                                                 "trending",
                                                                 "subscribe",
                                                                 "skip to content",
                                                                 "back to top",
                                                                 "save"};
        for (const std::string_view whole : kWhole)
            if (is(line, whole)) return true;
        static constexpr std::array<std::string_view, 15> kStart{
            "read more:", "also read:",    "read also:",    "see also:",       "related:",
            "more:",      "(reporting by", "reporting by ", "(editing by",     "photo:",
            "photo by ",  "image:",        "photograph:",   "sign up for our", "follow us on"};
        for (const std::string_view start : kStart)
            if (begins(line, start)) return true;
        const bool read_time = line.size() < 24 && line[0] >= '0' && line[0] <= '9' &&
                               (line.ends_with(" min read") || line.ends_with(" minute read") ||
                                line.ends_with(" minutes read"));
        const bool rights = begins(line, "copyright \xC2\xA9") ||
                            (begins(line, "\xC2\xA9 ") && line.size() < 120) ||
                            line.ends_with("All rights reserved.");
        return read_time || rights;
    }

    bool caption_line(const Draft& draft) const {
        const std::string_view line = content(draft);
        if (line.size() > 1500) return false;
        if (begins(line, "figure ") || begins(line, "fig. ") || begins(line, "table ") ||
            begins(line, "listing ")) {
            const std::size_t digits = line.find_first_of("0123456789");
            if (digits < 9) {
                const std::size_t end = line.find_first_not_of("0123456789.:-", digits);
                return end != std::string_view::npos && line[end] == ' ';
            }
        }
        if (line.size() > 500) return false;
        for (const std::string_view word :
             {std::string_view("mage: "), std::string_view("hoto: "), std::string_view("(credit"),
              std::string_view("CC BY"), std::string_view("mage by "),
              std::string_view("hoto by ")})
            if (line.find(word) != std::string_view::npos) return true;
        return false;
    }

    void furniture() {
        page_lines();
        for (Draft& draft : drafts_) {
            if (!prose(draft)) continue;
            if (boilerplate_line(draft))
                draft.block.kind = BlockKind::boilerplate;
            else if (caption_line(draft))
                draft.block.kind = BlockKind::caption, draft.block.cues |= Cue::caption_words;
        }
    }

    // ---- candidates ---------------------------------------------------------------------------

    bool body(const Draft& draft) const {
        switch (draft.block.kind) {
            case BlockKind::paragraph:
                return draft.shape.chars >= 90 || draft.shape.last == Edge::stop ||
                       draft.end_line > draft.first_line + 1 ||
                       draft.shape.last == Edge::question || draft.shape.last == Edge::colon ||
                       draft.shape.last == Edge::exclamation;
            case BlockKind::list_item:
            case BlockKind::quote:
            case BlockKind::code:
            case BlockKind::table:
            case BlockKind::verse:
                return true;
            default:
                return false;
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
            if (draft.block.kind == BlockKind::title || draft.block.kind == BlockKind::metadata ||
                draft.block.kind == BlockKind::boilerplate ||
                draft.block.kind == BlockKind::caption)
                continue;
            std::uint32_t& cues = draft.block.cues;
            if (draft.block.kind == BlockKind::paragraph) {
                const Shape& shape = draft.shape;
                if (draft.blank_before) cues |= Cue::blank_before;
                if (draft.blank_after) cues |= Cue::blank_after;
                const std::uint32_t longest = 110;
                if (shape.chars <= longest && draft.end_line == draft.first_line + 1)
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
                cues |= body_follows ? Cue::has_body : Cue::no_body;
                const bool could = has(cues, Cue::short_line) && has(cues, Cue::no_stop) &&
                                   shape.letters > 0 && !has(cues, Cue::quoted) &&
                                   shape.first != Edge::dash && shape.first != Edge::bracket;
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

    /// A line that its number may make a heading.
    bool numbered_candidate(const Draft& draft) const {
        const BlockKind kind = draft.block.kind;
        if (kind != BlockKind::paragraph && kind != BlockKind::list_item) return false;
        const NumberStyle style = draft.number.style;
        return style != NumberStyle::none && style != NumberStyle::bullet &&
               (draft.number.close != ')' || style >= NumberStyle::section_sign);
    }
    /// Short, without a final stop, set off, and as far left as the body or further.
    bool heading_shape(const Draft& draft) const {
        const std::uint32_t lines = draft.end_line - draft.first_line;
        if (draft.number.style >= NumberStyle::section_sign && draft.number.bare)
            return draft.blank_before;
        if (draft.shape.chars > 150 || lines > 2 || draft.indent > layout_.body_indent + 8)
            return false;
        if (draft.number.style == NumberStyle::decimal && draft.number.depth == 1 &&
            draft.indent > layout_.body_indent)
            return false;
        if (!draft.blank_before && layout_.blank_separated) return false;
        if (draft.number.bare)
            return draft.number.style == NumberStyle::roman ||
                   draft.number.style == NumberStyle::decimal;
        if (draft.shape.letters == 0) return false;
        const Edge last = draft.shape.last;
        return last != Edge::stop && last != Edge::comma && last != Edge::ellipsis;
    }

    struct Sequence {
        std::uint32_t key = 0;     // style, and depth of decimals
        std::uint32_t parent = 0;  // of decimals: the key of the components before
        std::uint32_t value = 0;
        std::size_t last = 0;  // draft of the newest member
        std::uint32_t members = 0, bad = 0, with_body = 0;
    };

    /// Finds the sequences that numbered lines form and makes those headings that have text between
    /// their members; the members of the others stay list items.
    void numbers() {
        std::vector<std::uint32_t> bodies(drafts_.size() + 1, 0);
        for (std::size_t d = 0; d < drafts_.size(); ++d)
            bodies[d + 1] =
                bodies[d] + (body(drafts_[d]) && !numbered_candidate(drafts_[d]) ? 1 : 0);
        std::vector<Sequence> sequences;
        std::vector<std::uint32_t> open;  // indices into sequences, outermost first
        std::vector<std::pair<std::size_t, std::uint32_t>> members;
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            Draft& draft = drafts_[d];
            if (!numbered_candidate(draft)) continue;
            const Numbering& number = draft.number;
            NumberStyle style = number.style;
            std::uint32_t value = number.value;
            // A single letter that is also a roman number goes on with the letters where they are
            // open.
            const auto find = [&](std::uint32_t key, std::uint32_t wanted) {
                for (std::size_t k = open.size(); k-- > 0;) {
                    const Sequence& sequence = sequences[open[k]];
                    if (sequence.key == key && sequence.parent == number.parent &&
                        sequence.value + 1 == wanted)
                        return static_cast<int>(k);
                }
                return -1;
            };
            const auto key_of = [&](NumberStyle s) {
                return static_cast<std::uint32_t>(s) * 16 +
                       (s == NumberStyle::decimal ? number.depth : 0);
            };
            if (number.letter != 0 &&
                (style == NumberStyle::roman || style == NumberStyle::lower_roman)) {
                const NumberStyle letters = style == NumberStyle::roman ? NumberStyle::upper_letter
                                                                        : NumberStyle::lower_letter;
                if (find(key_of(letters), number.letter) >= 0 && find(key_of(style), value) < 0)
                    style = letters, value = number.letter;
            }
            draft.number.style = style;
            const std::uint32_t key = key_of(style);
            int at = find(key, value);
            if (at < 0) {
                if (value > 1 && !(style == NumberStyle::decimal && number.depth >= 2) &&
                    style < NumberStyle::section_sign) {
                    draft.number.style = NumberStyle::none;
                    continue;
                }
                if (open.size() >= 12) open.erase(open.begin());
                open.push_back(static_cast<std::uint32_t>(sequences.size()));
                sequences.push_back({key, number.parent, value, d, 0, 0, 0});
                at = static_cast<int>(open.size()) - 1;
            } else {
                open.resize(static_cast<std::size_t>(at) + 1);
            }
            const std::uint32_t index = open[static_cast<std::size_t>(at)];
            Sequence& sequence = sequences[index];
            if (sequence.members > 0 && bodies[d] > bodies[sequence.last]) ++sequence.with_body;
            sequence.value = value;
            sequence.last = d;
            ++sequence.members;
            if (!heading_shape(draft)) ++sequence.bad;
            members.emplace_back(d, index);
        }
        for (Sequence& sequence : sequences) {
            // The last member has a body when text follows it before the next number.
            const auto next =
                std::upper_bound(members.begin(), members.end(),
                                 std::pair<std::size_t, std::uint32_t>{sequence.last, UINT32_MAX});
            const std::size_t stop = next == members.end() ? drafts_.size() : next->first;
            const std::size_t from = sequence.last + 1;
            if (stop > from && bodies[stop] > bodies[from]) ++sequence.with_body;
        }
        std::uint32_t accepted = 0;
        for (const auto& [d, index] : members) {
            const Sequence& sequence = sequences[index];
            Draft& draft = drafts_[d];
            const bool noun = draft.number.style >= NumberStyle::section_sign;
            const bool deep = draft.number.style == NumberStyle::decimal && draft.number.depth >= 2;
            bool believed = sequence.bad * 3 <= sequence.members && heading_shape(draft);
            if (!noun && sequence.with_body * 2 <= sequence.members) believed = false;
            if (sequence.members == 1 && !noun && !deep &&
                !lone_number(d, index, members, sequences))
                believed = false;
            if (!believed) continue;
            draft.block.kind = BlockKind::heading;
            draft.block.cues |= Cue::numbered;
            ++accepted;
        }
        numbered_ = accepted;
    }

    /// A sequence of one is believed when it stands in capitals or right below a believed number.
    bool lone_number(std::size_t d, std::uint32_t,
                     const std::vector<std::pair<std::size_t, std::uint32_t>>&,
                     const std::vector<Sequence>&) const {
        return drafts_[d].number.style == NumberStyle::roman && drafts_[d].shape.all_caps();
    }

    void clusters() {
        std::size_t questions = 0, colons = 0, plain = 0, small_paragraphs = 0, paragraphs = 0;
        for (const std::size_t d : is_candidate_) {
            const std::uint32_t cues = drafts_[d].block.cues;
            if (has(cues, Cue::question))
                ++questions;
            else if (has(cues, Cue::final_colon))
                ++colons;
            else
                ++plain;
        }
        for (const Draft& draft : drafts_) {
            if (!prose(draft)) continue;
            ++paragraphs;
            if (draft.shape.chars < 100) ++small_paragraphs;
        }
        std::size_t marks = 0;
        for (const Draft& draft : drafts_)
            if (draft.block.kind == BlockKind::heading && draft.mark != Mark::none &&
                draft.mark != Mark::bold)
                ++marks;
        const bool explicit_style = marks > 0 || (numbered_ >= 2 && numbered_ * 2 >= plain);
        bool first = true;
        const bool colon_style = colons >= 2 && colons > plain * 2;
        for (const std::size_t d : is_candidate_) {
            Draft& draft = drafts_[d];
            const std::uint32_t cues = draft.block.cues;
            if (draft.block.kind != BlockKind::paragraph) continue;
            const bool opening = first && opens_text(d);
            first = false;
            bool accept = has(cues, Cue::capital_start) && !has(cues, Cue::sentence_like);
            if (has(cues, Cue::question)) accept = accept && questions <= plain;
            if (has(cues, Cue::final_colon)) accept = accept && colon_style;
            if (!has(cues, Cue::blank_before) && layout_.blank_separated) accept = false;
            if (explicit_style && !opening) accept = false;
            if (accept) draft.block.kind = BlockKind::heading;
        }
    }

    /// Nothing but metadata stands before draft `d`.
    bool opens_text(std::size_t d) const {
        for (std::size_t i = 0; i < d; ++i)
            if (drafts_[i].block.kind != BlockKind::metadata && !drafts_[i].rule) return false;
        return true;
    }

    /// Short lines that come back again and again with at most their digits changed: page headers.
    void page_lines() {
        std::unordered_map<std::size_t, std::uint32_t> seen;
        const auto key = [&](const Draft& draft) {
            std::size_t hash = 1469598103934665603u;
            for (const char c : content(draft)) {
                if (c >= '0' && c <= '9') continue;
                hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
            }
            return hash;
        };
        const auto possible = [&](const Draft& draft) {
            return (prose(draft) || draft.block.kind == BlockKind::table) &&
                   draft.end_line == draft.first_line + 1 && draft.shape.gaps > 0 &&
                   draft.shape.chars <= 120;
        };
        for (const Draft& draft : drafts_)
            if (possible(draft)) ++seen[key(draft)];
        if (seen.empty()) return;
        for (Draft& draft : drafts_) {
            if (!possible(draft) || seen[key(draft)] < 3) continue;
            draft.block.kind = BlockKind::boilerplate;
            draft.block.cues |= Cue::repeated;
        }
    }

    // ---- title and levels ---------------------------------------------------------------------

    void title() {
        if (has_title_) return;
        for (std::size_t d = 0; d < drafts_.size(); ++d) {
            Draft& draft = drafts_[d];
            if (draft.block.kind == BlockKind::metadata || draft.rule) continue;
            if (draft.block.kind != BlockKind::heading) return;
            if (draft.number.style != NumberStyle::none &&
                draft.number.style != NumberStyle::bullet)
                return;
            draft.block.kind = BlockKind::title;
            draft.block.level = 0;
            return;
        }
    }

    /// Numbers and marks rank by their depth, or by order of first use; capitals stand above the
    /// rest where both are in use; everything else is level 1.
    void levels() {
        std::array<std::uint8_t, 512>
            rank{};  // by form: style and depth of a number, kind of a mark
        std::uint8_t ranks = 0;
        const auto form = [](const Draft& draft) -> std::uint32_t {
            if (draft.mark == Mark::underline) return draft.mark_rank & 127u;
            if (draft.mark == Mark::overline) return 128u + (draft.mark_rank & 127u);
            if (has(draft.block.cues, Cue::numbered))
                return 256u + static_cast<std::uint32_t>(draft.number.style) * 12 +
                       (draft.number.style == NumberStyle::decimal
                            ? std::min<std::uint32_t>(draft.number.depth, 9u)
                            : 0);
            return 0;
        };
        std::uint8_t least = 255;
        std::size_t caps = 0, plain = 0;
        for (const Draft& draft : drafts_) {
            if (draft.block.kind != BlockKind::heading) continue;
            if (draft.mark == Mark::hashes || draft.mark == Mark::equals)
                least = std::min(least, draft.mark_rank);
            else if (const std::uint32_t f = form(draft); f != 0) {
                if (rank[f] == 0) rank[f] = ++ranks;
            } else if (has(draft.block.cues, Cue::all_caps))
                ++caps;
            else
                ++plain;
        }
        for (Draft& draft : drafts_) {
            if (draft.block.kind != BlockKind::heading) continue;
            std::uint8_t& level = draft.block.level;
            if (draft.mark == Mark::hashes || draft.mark == Mark::equals)
                level = static_cast<std::uint8_t>(draft.mark_rank - least + 1);
            else if (const std::uint32_t f = form(draft); f != 0)
                level = rank[f];
            else
                level = caps >= 1 && plain >= 1 && !has(draft.block.cues, Cue::all_caps) ? 2 : 1;
        }
    }

    std::string_view text_;
    const std::vector<Line>& lines_;
    const Layout& layout_;
    std::vector<Draft>& drafts_;
    std::vector<std::size_t> is_candidate_;
    std::uint32_t body_size_ = 0;
    std::uint32_t numbered_ = 0;
    bool has_title_ = false;
};

}  // namespace

void decide(std::string_view text, const std::vector<Line>& lines, const Layout& layout,
            std::vector<Draft>& drafts) {
    Decision(text, lines, layout, drafts).run();
}

}  // namespace analyze
