// Marks that make one line a heading: # x, == x ==, * x, **x**, *** x ***, <h2>x</h2>, h2. x, \section{x}.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/marks.hpp"

#include <algorithm>
#include <array>

#include "analyze/base/ascii.hpp"

namespace analyze {
namespace {

constexpr std::size_t kLongestMarked = 400;  // bytes of a line that a mark makes a heading
constexpr std::size_t kLongestBold = 200;    // of one that emphasis or a frame does
constexpr std::size_t kDeepest = 6;          // # in a row

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    });
}
MarkedLine marked(Mark mark, std::size_t rank, std::size_t begin, std::size_t end) {
    return {mark,
            static_cast<std::uint8_t>(rank),
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
}

/// "## x", "== x", "** x": the sign repeated, a blank, the heading, perhaps the signs again.
std::optional<MarkedLine> prefixed(std::string_view line) {
    const char sign = line[0];
    const std::size_t level = line.find_first_not_of(sign);
    if (level == std::string_view::npos || level > kDeepest) return {};
    const std::size_t last = line.find_last_not_of(sign);
    const std::size_t closing = line.size() - 1 - last;
    if (ascii::is_blank(line[level])) {
        if (sign == '=' && closing != 0 && closing != level) return {};
        const bool closed =
            closing > 0 && (sign == '=' ? closing == level : ascii::is_blank(line[last]));
        return marked(Mark::ranked, level, level, closed ? last + 1 : line.size());
    }
    if (sign == '=' && closing == level) return marked(Mark::ranked, level, level, last + 1);
    return {};
}

/// "<h2 class=x>x</h2>".
std::optional<MarkedLine> element(std::string_view line) {
    if (line.size() < 10 || line[0] != '<' || (line[1] != 'h' && line[1] != 'H') || line[2] < '1' ||
        line[2] > '6' || (line[3] != '>' && line[3] != ' '))
        return {};
    const std::size_t open = line.find('>');
    const std::size_t close = line.rfind("</");
    if (open == std::string_view::npos || close == std::string_view::npos || close <= open + 1 ||
        line.size() != close + 5 || line[close + 3] != line[2])
        return {};
    return marked(Mark::ranked, static_cast<std::size_t>(line[2] - '0'), open + 1, close);
}

/// "\section*{x}".
std::optional<MarkedLine> command(std::string_view line) {
    static constexpr std::array<std::string_view, 6> kCommands{
        "\\title", "\\part", "\\chapter", "\\section", "\\subsection", "\\subsubsection"};
    if (line[0] != '\\' || line.back() != '}') return {};
    for (std::size_t rank = 0; rank < kCommands.size(); ++rank) {
        if (!line.starts_with(kCommands[rank])) continue;
        std::size_t at = kCommands[rank].size();
        if (at < line.size() && line[at] == '*') ++at;
        if (at + 2 < line.size() && line[at] == '{')
            return marked(Mark::ranked, rank, at + 1, line.size() - 1);
    }
    return {};
}

/// "*** x ***", "~~ x ~~"; two hyphens on both sides are dashes.
std::optional<MarkedLine> framed(std::string_view line) {
    const char sign = line[0];
    if (ascii::is_letter(sign)) return {};  // most lines
    if (std::string_view("*=~:+-_").find(sign) == std::string_view::npos) return {};
    const std::size_t run = line.find_first_not_of(sign);
    const std::size_t last = line.find_last_not_of(sign);
    if (run == std::string_view::npos || run < (sign == '-' ? 3u : 2u) ||
        line.size() - 1 - last != run || !ascii::is_blank(line[run]) ||
        !ascii::is_blank(line[last]) || !has_letter(line))
        return {};
    return marked(Mark::frame, static_cast<unsigned char>(sign), run, last + 1);
}

}  // namespace

std::optional<MarkedLine> read_mark(std::string_view line, bool stars) {
    if (line.size() < 3 || line.size() >= kLongestMarked) return {};
    if (line[0] == '<') return element(line);
    if (line[0] == '\\') return command(line);
    if (line[0] == '#') return prefixed(line);
    if (line[0] == 'h' && line[1] >= '1' && line[1] <= '6' && line.substr(2).starts_with(". "))
        return marked(Mark::ranked, static_cast<std::size_t>(line[1] - '0'), 4, line.size());
    if (line.size() < kLongestBold) {
        if (const auto frame = framed(line); frame && (line[0] != '=' || frame->content.begin > 6))
            return frame;
        if (line.size() >= 5 && (line.starts_with("**") || line.starts_with("__")) &&
            line.ends_with(line.substr(0, 2)) && !ascii::is_blank(line[2]) &&
            line.find(line.substr(0, 2), 2) == line.size() - 2 && line[line.size() - 3] != '.')
            return marked(Mark::bold, 0, 2, line.size() - 2);
    }
    if (line[0] == '=' || (stars && line[0] == '*')) return prefixed(line);
    return {};
}

bool is_outline_line(std::string_view line) {
    if (line.starts_with("#+")) return line.size() > 3 && line.find(": ") != std::string_view::npos;
    if (!line.starts_with("**")) return false;
    const std::size_t level = line.find_first_not_of('*');
    return level != std::string_view::npos && level <= kDeepest && ascii::is_blank(line[level]) &&
           line.back() != '*';
}

}  // namespace analyze
