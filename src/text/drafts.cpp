// Drafts: the lines of a text grouped by layout and marks, before it is decided what each group is.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/drafts.hpp"

#include <algorithm>
#include <array>

#include "analyze/base/ascii.hpp"
#include "analyze/text/front.hpp"
#include "byte_search.hpp"

namespace analyze {
namespace {

constexpr std::uint32_t kJudged = 8;      // lines of a text whose layout says something
constexpr std::uint32_t kTableHead = 60;  // columns of a heading right above a table
constexpr std::uint32_t kHeadLines = 40;  // labels are looked for in this many lines

class Grouper {
public:
    Grouper(std::string_view text, const std::vector<Line>& lines, const Layout& layout)
        : text_(text),
          lines_(lines),
          layout_(layout),
          count_(static_cast<std::uint32_t>(lines.size())),
          stars_(is_outline()) {}

    std::vector<Draft> run() {
        drafts_.reserve(count_);  // pages that are not used are not taken
        std::uint32_t i = front_matter();
        while (i < count_) i = next(i);
        return std::move(drafts_);
    }

private:
    /// Org's keywords, or stars in a row under a single star that came before.
    bool is_outline() const {
        bool single = false;
        for (const Line& line : lines_) {
            if (line.indent > 0 || line.columns > 140) continue;
            const std::string_view s = slice(text_, line.span);
            if (s.starts_with("* "))
                single = true;
            else if (is_outline_line(s) && (single || s[0] == '#'))
                return true;
        }
        return false;
    }

    std::string_view at(std::uint32_t i) const { return slice(text_, lines_[i].span); }
    bool adjacent(std::uint32_t i) const {
        return i < count_ && lines_[i].blanks == 0 && !lines_[i].page;
    }

    /// Adds lines [first, end) as one draft; `content` leaves out marks.
    std::uint32_t add(BlockKind kind, std::uint32_t first, std::uint32_t end, Span content) {
        Draft& draft = drafts_.emplace_back();
        draft.block.kind = kind;
        draft.block.extent = {lines_[first].span.begin, lines_[end - 1].span.end};
        draft.block.span = content.empty() ? draft.block.extent : content;
        draft.first_line = first, draft.end_line = end;
        draft.indent = lines_[first].indent;
        draft.blank_before = first == 0 || lines_[first].blanks > 0 || lines_[first].page ||
                             (drafts_.size() > 1 && drafts_[drafts_.size() - 2].rule);
        draft.wide_gap = first > 0 && lines_[first].blanks > 1;
        draft.centred = end == first + 1 && centred(first);
        draft.blank_after = end == count_ || lines_[end].blanks > 0 || lines_[end].page;
        draft.shape = shape_of(text_, draft.block.span);
        if (kind == BlockKind::paragraph || kind == BlockKind::heading ||
            kind == BlockKind::list_item)
            draft.number = read_numbering(slice(text_, draft.block.span));
        return end;
    }
    std::uint32_t add(BlockKind kind, std::uint32_t first, std::uint32_t end) {
        return add(kind, first, end, {});
    }

    /// YAML between lines of ---, TOML between lines of +++, at the very beginning.
    std::uint32_t front_matter() {
        if (count_ < 3 || (at(0) != "---" && at(0) != "+++")) return 0;
        const char mark = at(0)[0];
        const std::uint32_t limit = std::min<std::uint32_t>(count_, 200);
        for (std::uint32_t i = 1; i < limit; ++i) {
            if (at(i) == at(0)) return i == 1 ? 0 : add(BlockKind::metadata, 0, i + 1);
            const std::string_view line = at(i);
            const bool nested = lines_[i].indent > 0 || line[0] == '-' || line[0] == '#' ||
                                line[0] == '[' || line[0] == ']';
            if (!nested && line.find(mark == '-' ? ':' : '=') == std::string_view::npos) return 0;
        }
        return 0;
    }

    static bool rule_char(char c) {
        constexpr std::string_view kRules = "=-~^\"'`#*+.:_";
        // Most lines begin with a letter.
        return !ascii::is_letter(c) && kRules.find(c) != kRules.npos;
    }
    /// A line of one punctuation character, at least three of it; 0 if it is none.
    char rule(std::uint32_t i) const {
        const std::string_view line = at(i);
        if (line.size() < 3 || !rule_char(line[0])) return 0;
        return line.find_first_not_of(line[0]) == std::string_view::npos ? line[0] : '\0';
    }
    bool spaced_rule(std::uint32_t i) const {
        const std::string_view line = at(i);
        if (line.size() < 3 || line.size() > 120) return false;
        std::size_t marks = 0;
        for (const char c : line) {
            if (c == '*' || c == '-' || c == '_' || c == '~' || c == '#' || c == '=' || c == '+' ||
                c == '.')
                ++marks;
            else if (c != ' ' && c != '\t')
                return false;
        }
        return marks >= 3;
    }

    std::uint32_t next(std::uint32_t i) {
        const std::string_view line = at(i);
        const Line& info = lines_[i];
        if (line.starts_with("```") || line.starts_with("~~~")) {
            if (const std::uint32_t end = fence_end(i); end != 0)
                return add(BlockKind::code, i, end);
        }
        if (info.indent < 4 || info.indent <= layout_.body_indent) {
            if (const std::uint32_t end = marked(i); end != 0) return end;
        }
        if (rule(i) != 0 || spaced_rule(i)) {
            add(BlockKind::boilerplate, i, i + 1);
            drafts_.back().rule = true;
            return i + 1;
        }
        if (line[0] == '>' && !line.starts_with(">>")) {
            std::uint32_t end = i + 1;
            while (adjacent(end) && at(end)[0] == '>') ++end;
            return add(BlockKind::quote, i, end);
        }
        if (const std::uint32_t end = table_end(i); end != 0)
            return heads_table(i) ? add(BlockKind::paragraph, i, i + 1)
                                  : add(BlockKind::table, i, end);
        if (const std::uint32_t end = indented(i); end != 0) return end;
        const Numbering number = read_numbering(line);
        const bool listed = number.style == NumberStyle::bullet ||
                            (number.close != 0 && !number.bare && number.close != ':' &&
                             number.style <= NumberStyle::lower_roman && number.depth == 1);
        if (listed) return list_item(i, number);
        return prose(i);
    }

    std::uint32_t fence_end(std::uint32_t i) {
        bool& unclosed = unclosed_[at(i)[0] == '~' ? 1 : 0];
        if (unclosed) return 0;
        const std::string_view mark = at(i).substr(0, 3);
        for (std::uint32_t j = i + 1; j < count_; ++j)
            if (at(j).starts_with(mark) &&
                at(j).find_first_not_of(mark[0]) == std::string_view::npos)
                return j + 1;
        unclosed = true;  // nothing closes this one, so nothing closes a later one of its kind
        return 0;
    }

    std::uint32_t heading(std::uint32_t first, std::uint32_t end, Span content, Mark mark,
                          std::uint8_t rank) {
        add(BlockKind::heading, first, end, trim(text_, content));
        drafts_.back().mark = mark;
        drafts_.back().mark_rank = rank;
        return end;
    }

    /// One line in a box of hyphens and bars.
    bool boxed(std::uint32_t i) const {
        const std::string_view edge = at(i);
        if (edge.size() < 5 || edge[0] != '+' || i + 2 >= count_ || !adjacent(i + 1) ||
            !adjacent(i + 2) || at(i + 2) != edge ||
            edge.find_first_not_of("-=", 1) != edge.size() - 1 || edge.back() != '+')
            return false;
        const std::string_view inner = at(i + 1);
        return inner.size() > 4 && inner[0] == '|' && inner.find('|', 1) == inner.size() - 1;
    }

    /// Headings that carry a mark, among them over- and underlined lines.
    std::uint32_t marked(std::uint32_t i) {
        const std::string_view line = at(i);
        const Span span = lines_[i].span;
        const char over = rule(i);
        if (over != 0 && i + 2 < count_ && adjacent(i + 1) && adjacent(i + 2) &&
            rule(i + 2) == over && rule(i + 1) == 0 &&
            (at(i).size() * 2 >= at(i + 1).size() || at(i) == at(i + 2)) && at(i).size() < 200)
            return heading(i, i + 3, lines_[i + 1].span, Mark::overline,
                           static_cast<std::uint8_t>(over));
        if (over == 0 && adjacent(i + 1) &&
            (i == 0 || !adjacent(i) || drafts_.empty() || drafts_.back().rule ||
             drafts_.back().block.kind == BlockKind::heading ||
             drafts_.back().block.kind == BlockKind::metadata)) {
            const char under = rule(i + 1);
            if (under != 0 && lines_[i].columns <= 200 && line[0] != '|' &&
                at(i + 1).size() * 3 >= line.size() * 2)
                return heading(i, i + 2, span, Mark::underline, static_cast<std::uint8_t>(under));
        }
        if (boxed(i))
            return heading(i, i + 3, {lines_[i + 1].span.begin + 1, lines_[i + 1].span.end - 1},
                           Mark::overline, static_cast<std::uint8_t>('+'));
        const auto mark = read_mark(line, stars_);
        if (!mark || (mark->mark == Mark::bold && adjacent(i + 1)) ||
            (mark->mark == Mark::frame && adjacent(i) && layout_.blank_separated))
            return 0;
        heading(i, i + 1, {span.begin + mark->content.begin, span.begin + mark->content.end},
                mark->mark, mark->rank);
        if (mark->mark == Mark::ranked && mark->rank == 0)
            drafts_.back().block.kind = BlockKind::title;
        return i + 1;
    }

    /// Three blanks in a row, or a tab. The last answer is kept: a line is asked about as the next
    /// one, and then as itself.
    bool has_gap(std::uint32_t i) const {
        if (gap_line_ != i) {
            const std::string_view line = at(i);
            gap_line_ = i;
            // A line ends in no white space: of its last two characters only the first is asked.
            gap_ = has_three<Gap>(line) || (line.size() > 1 && line[line.size() - 2] == '\t');
        }
        return gap_;
    }

    /// Adjacent lines with columns set apart by bars, tabs or runs of spaces; the first may be a
    /// caption.
    std::uint32_t table_end(std::uint32_t i) const {
        const std::string_view line = at(i);
        if (line.size() > 600) return 0;
        if (line[0] == '|' || line[0] == '+') {
            std::uint32_t end = i;
            while (end < count_ && (end == i || adjacent(end)) &&
                   (at(end)[0] == '|' || at(end)[0] == '+'))
                ++end;
            return end >= i + 2 ? end : 0;
        }
        std::uint32_t end = i, gaps = 0, last_gap = i;
        if (!has_gap(i) &&
            !(adjacent(i + 1) && has_gap(i + 1) && adjacent(i + 2) && has_gap(i + 2)))
            return 0;
        std::uint32_t plain = 0;
        while (end < count_ && (end == i || adjacent(end)) && at(end).size() <= 600) {
            if (has_gap(end))
                ++gaps, last_gap = end, plain = 0;
            else if (++plain > 2 || (plain > 1 && !layout_.blank_separated))
                break;
            ++end;
        }
        end = last_gap + 1;
        return gaps >= 2 && gaps * 2 >= end - i ? end : 0;
    }

    /// In capitals, set off above, without columns: a heading rather than a caption.
    bool heads_table(std::uint32_t i) const {
        return !has_gap(i) && !adjacent(i) && lines_[i].columns <= kTableHead &&
               shape_of(text_, lines_[i].span).all_caps();
    }

    bool code_like(std::uint32_t first, std::uint32_t end) const {
        std::uint32_t symbols = 0, chars = 0, words = 0, ends = 0;
        for (std::uint32_t j = first; j < end && j < first + 40; ++j) {
            const Shape shape = shape_of(text_, lines_[j].span);
            symbols += shape.symbols, chars += shape.chars, words += shape.words;
            const char last = text_[lines_[j].span.end - 1];
            if (last == ';' || last == '{' || last == '}' || last == ')' || last == ':' ||
                last == '=')
                ++ends;
        }
        const std::string_view line = at(first);
        if (line.starts_with("$ ") || line.starts_with(">>>") || line.starts_with("//") ||
            line.starts_with("# ") || line.starts_with("#!"))
            return true;
        if (line[0] == '"' || line.starts_with("\xE2\x80\x9C") || line.starts_with("\xE2\x80\x98"))
            return symbols * 12 > chars;
        return symbols * 25 > chars || (ends * 2 > end - first && symbols * 60 > chars) ||
               words <= (end - first);
    }

    /// A line by itself in the middle between the edges.
    bool centred(std::uint32_t i) const {
        const Line& line = lines_[i];
        if (line.indent < 4 || adjacent(i + 1) || (i > 0 && adjacent(i)) ||
            line.columns > layout_.width || read_numbering(at(i)).style == NumberStyle::bullet ||
            std::string_view(";{})=").find(at(i).back()) != std::string_view::npos)
            return false;
        const std::uint32_t right = layout_.width - line.columns;
        const std::uint32_t slack = line.columns <= line.indent + 6 ? 12 : 5;  // "III."
        return std::max(line.indent, right) - std::min(line.indent, right) <= slack;
    }

    /// Lines further in than the body: code, or a quotation, up to the next line that is not.
    std::uint32_t indented(std::uint32_t i) {
        const std::uint32_t base = std::max(layout_.body_indent, layout_.first_indent);
        const std::uint32_t indent = lines_[i].indent;
        if (indent <= base || indent < base + (layout_.first_indent ? 1 : 2)) return 0;
        if (layout_.first_indent != 0 && indent == layout_.first_indent) return 0;
        if (centred(i)) return add(BlockKind::paragraph, i, i + 1);
        const Numbering number = read_numbering(at(i));
        const bool listed =
            number.style == NumberStyle::bullet || (number.close != 0 && !number.bare);
        if (listed && !(indent >= base + 4 && code_like(i, i + 1) &&
                        number.style == NumberStyle::bullet && at(i)[0] == '*'))
            return 0;
        std::uint32_t end = i + 1;
        while (adjacent(end) && lines_[end].indent > base &&
               lines_[end].indent + 1 >= indent - std::min(indent, 2u))
            ++end;
        const bool code = indent >= base + 3 && code_like(i, end);
        if (code) {
            // Blank lines inside code do not end it.
            while (end < count_ && !lines_[end].page && lines_[end].blanks <= 2 &&
                   lines_[end].indent >= indent) {
                std::uint32_t stop = end + 1;
                while (adjacent(stop) && lines_[stop].indent >= indent) ++stop;
                if (!code_like(end, stop)) break;
                end = stop;
            }
            return add(BlockKind::code, i, end);
        }
        if (indent > base + 12 && end == i + 1)
            return add(BlockKind::paragraph, i, end);  // centred or flush right
        return add(BlockKind::quote, i, end);
    }

    std::uint32_t list_item(std::uint32_t i, const Numbering& number) {
        const std::uint32_t indent = lines_[i].indent;
        std::uint32_t end = i + 1;
        while (adjacent(end)) {
            const Line& line = lines_[end];
            // The first line of an indented paragraph is none of the item's.
            const bool opens = layout_.first_indent != 0 && line.indent == layout_.first_indent &&
                               adjacent(end + 1) && lines_[end + 1].indent < line.indent;
            const bool hanging =
                !opens && line.indent > indent && line.indent <= indent + number.size + 6;
            const bool lazy = line.indent == indent && (layout_.full(text_, lines_[end - 1], line));
            if (!hanging && !lazy) break;
            const Numbering inner = read_numbering(at(end));
            if (inner.style == NumberStyle::bullet ||
                (inner.close != 0 && line.indent <= indent + 4 &&
                 !layout_.full(text_, lines_[end - 1], line)))
                break;
            ++end;
        }
        add(BlockKind::list_item, i, end);
        Draft& draft = drafts_.back();
        // Depth by indent among the items of this list.
        if (list_end_ != i || list_.empty()) list_.clear();
        while (!list_.empty() && list_.back() > indent) list_.pop_back();
        if (list_.empty() || list_.back() < indent) list_.push_back(indent);
        draft.block.level = static_cast<std::uint8_t>(std::min<std::size_t>(list_.size(), 255));
        list_end_ = end;
        return end;
    }

    bool ends_clause(Span line) const {
        return std::string_view(".:;!?,)\"").find(text_[line.end - 1]) != std::string_view::npos;
    }

    bool starts_block(std::uint32_t i) const {
        const std::string_view line = at(i);
        if (line[0] == '#' || line[0] == '>' || line[0] == '|')
            return line.size() > 1 && (line[1] == ' ' || line[1] == '#');
        if (line.starts_with("```")) return true;
        const Numbering number = read_numbering(line);
        return number.style == NumberStyle::bullet && line[0] != 'o';
    }

    /// Two lines of a head: one has a known label, or both have some.
    bool labels(Span before, Span line) const {
        const auto first = read_label(text_, before), second = read_label(text_, line);
        return (first && (second || first->key != FrontKey::other)) ||
               (second && second->key != FrontKey::other);
    }

    std::uint32_t prose(std::uint32_t i) {
        std::uint32_t end = i + 1;
        while (adjacent(end)) {
            const Line& line = lines_[end];
            const Line& before = lines_[end - 1];
            if (layout_.width == 0 || before.columns > layout_.width + 2) break;
            const bool outdent = end == i + 1 && before.indent > line.indent &&
                                 before.indent == layout_.first_indent;
            if (line.indent != before.indent && !outdent) break;
            if (i < kHeadLines && lines_[i].indent == 0 &&
                (labels(before.span, line.span) || !read_credit_line(text_, line.span).empty()))
                break;
            const bool full = layout_.full(text_, before, line);
            // One line a paragraph and no blank lines: a line that goes on is a coincidence.
            if (count_ >= kJudged && !layout_.wrapped && !layout_.blank_separated &&
                line.indent == 0)
                break;
            if (!full) {
                const char first = text_[line.span.begin];
                if (!ascii::is_lower(first) || starts_block(end)) break;
                if (!layout_.wrapped && line.indent == 0) break;
                if (line.columns > layout_.width + 2) break;
            } else if (starts_block(end) && ends_clause(before.span)) {
                break;
            }
            if (rule(end) != 0) break;
            ++end;
        }
        return add(BlockKind::paragraph, i, end);
    }

    std::string_view text_;
    const std::vector<Line>& lines_;
    const Layout& layout_;
    std::uint32_t count_;
    bool stars_;  // the text is an outline with stars
    std::vector<Draft> drafts_;
    mutable std::uint32_t gap_line_ = UINT32_MAX;
    mutable bool gap_ = false;
    std::vector<std::uint32_t> list_;  // indents of the open list, outermost first
    std::uint32_t list_end_ = 0;
    std::array<bool, 2> unclosed_{};  // fences of ``` and ~~~ that nothing closes have been seen
};

}  // namespace

std::vector<Draft> group_lines(std::string_view text, const std::vector<Line>& lines,
                               const Layout& layout) {
    return Grouper(text, lines, layout).run();
}

}  // namespace analyze
