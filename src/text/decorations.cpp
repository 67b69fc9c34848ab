// Believes signs around lines that each stand above text: !! x, [x], -- x --, • x, x ------.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "analyze/base/ascii.hpp"
#include "analyze/text/drafts.hpp"

namespace analyze {
namespace {

constexpr std::uint32_t kLongestSigned = 110;  // characters of a line
constexpr std::size_t kMostSigns = 8;          // bytes before the words
constexpr std::size_t kLeastTrailing = 3;      // signs that stand only behind the words
constexpr std::uint32_t kLeastMembers = 2;

/// What stands around the words of a line.
struct Decoration {
    std::uint32_t key = 0;  ///< equal for equal signs; 0: none
    Span content;
};

bool is_sign(char c) {
    return std::string_view("!+-~[]>:;|%&=*_/\\<#^{}@").find(c) != std::string_view::npos;
}

/// Bytes of the signs at the start of a line: ASCII ones, or one bullet or geometric shape.
std::size_t signs_before(std::string_view line) {
    if (line.starts_with("\xE2\x80\xA2") ||  // bullet
        (line[0] == '\xE2' && line.size() > 2 && (line[1] == '\x96' || line[1] == '\x97')))
        return 3;
    std::size_t at = 0;
    while (at < line.size() && is_sign(line[at])) ++at;
    return at;
}

Decoration read_decoration(std::string_view line, Span span) {
    const std::size_t before = signs_before(line);
    if (before == line.size() || before > kMostSigns) return {};
    std::size_t end = line.size();
    while (end > 0 && (is_sign(line[end - 1]) || line[end - 1] == '.')) --end;
    if (line.substr(end).find_first_not_of('.') == std::string_view::npos) end = line.size();
    const std::size_t after = line.size() - end;
    if (before == 0 && (after < kLeastTrailing || end == 0 || line[end - 1] != ' ')) return {};
    std::size_t begin = before;
    while (begin < end && line[begin] == ' ') ++begin;
    while (end > begin && line[end - 1] == ' ') --end;
    if (begin == end) return {};
    if (!ascii::is_alphanumeric(line[begin]) && static_cast<unsigned char>(line[begin]) < 0x80)
        return {};
    const auto sign = [&](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(line[at]));
    };
    Decoration out;
    out.key = before == 0
                  ? sign(line.size() - 1)
                  : (sign(before - 1) | sign(0) << 8 | static_cast<std::uint32_t>(before) << 16 |
                     (after > 0 ? 1u << 24 : 0u));
    out.content = {span.begin + static_cast<std::uint32_t>(begin),
                   span.begin + static_cast<std::uint32_t>(end)};
    return out;
}

struct Cluster {
    std::uint32_t members = 0, others = 0;  // lines with text below, and the rest
};

}  // namespace

void believe_decorations(std::string_view text, const Layout& layout, std::vector<Draft>& drafts) {
    struct Member {
        std::size_t draft;
        std::uint32_t key;
        Span content;
    };
    std::vector<Member> members;
    std::unordered_map<std::uint32_t, Cluster> clusters;
    for (std::size_t d = 0; d + 1 < drafts.size(); ++d) {
        const Draft& draft = drafts[d];
        const BlockKind kind = draft.block.kind;
        if ((kind != BlockKind::paragraph && kind != BlockKind::list_item) || draft.rule) continue;
        const NumberStyle style = draft.number.style;
        if (style != NumberStyle::none && style != NumberStyle::bullet) continue;  // "#1: x"
        const Span line = draft.block.extent;
        const Decoration decoration = read_decoration(slice(text, line), line);
        if (decoration.key == 0) continue;
        const Draft& next = drafts[d + 1];
        const Shape shape = shape_of(text, decoration.content);
        const bool heads =
            draft.end_line == draft.first_line + 1 && shape.chars <= kLongestSigned &&
            shape.letters > 0 && shape.letters * 2 > shape.chars && shape.first != Edge::lower &&
            shape.first != Edge::quote && shape.last != Edge::stop && shape.last != Edge::comma &&
            !shape.inner_stop && shape.gaps == 0 && !has(draft.block.cues, Cue::in_run) &&
            (draft.blank_before || !layout.blank_separated) &&
            next.block.kind == BlockKind::paragraph && is_body(next) &&
            next.shape.first != Edge::lower &&
            read_decoration(slice(text, next.block.extent), next.block.extent).key !=
                decoration.key;
        Cluster& cluster = clusters[decoration.key];
        ++(heads ? cluster.members : cluster.others);
        if (heads) members.push_back({d, decoration.key, decoration.content});
    }
    for (const Member& member : members) {
        const Cluster& cluster = clusters[member.key];
        if (cluster.members < kLeastMembers || cluster.others * 4 > cluster.members) continue;
        Draft& draft = drafts[member.draft];
        draft.block.kind = BlockKind::heading;
        draft.block.level = 0;
        draft.block.span = member.content;
        draft.shape = shape_of(text, member.content);
        draft.number = read_numbering(slice(text, member.content));
        draft.mark = Mark::frame;
        draft.mark_rank = static_cast<std::uint8_t>((member.key ^ member.key >> 16) & 127u);
    }
}

}  // namespace analyze
