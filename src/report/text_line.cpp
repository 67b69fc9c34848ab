// One line for a terminal: pieces in colours at given columns, never wider than the terminal.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/report/text_line.hpp"

#include <algorithm>

#include "analyze/base/display_width.hpp"
#include "analyze/base/utf8.hpp"

namespace analyze {
namespace {

/// `at`, or where the character ends that `at` stands inside: no cut inside UTF-8. (No character
/// has more than three bytes behind its first; what goes on longer is ill-formed.)
std::size_t character_end(std::string_view text, std::size_t at) {
    const std::size_t farthest = std::min(text.size(), at + 3);
    while (at < farthest && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    return std::min(at, text.size());
}

/// Where the character (or ill-formed part) ends that begins at `at`, before the end of the text.
std::size_t next_character(std::string_view text, std::size_t at) {
    return at + utf8_step(text.substr(at)).size;
}

}  // namespace

std::size_t fitting_bytes(std::string_view text, std::size_t columns) {
    if (text.size() <= columns)
        return text.size();  // no character is wider than its bytes are many
    // Width grows with the prefix, so: double until too wide, then halve the interval.
    const auto fits = [&](std::size_t size) {
        return display_width(text.substr(0, size)) <= columns;
    };
    std::size_t good = 0;
    std::size_t bad = character_end(text, columns + 1);
    while (fits(bad)) {
        if (bad == text.size()) return bad;
        good = bad;
        bad = character_end(text, bad * 2);
    }
    for (;;) {
        const std::size_t middle = character_end(text, good + (bad - good) / 2);
        if (middle > good && middle < bad) {
            (fits(middle) ? good : bad) = middle;
        } else {  // the upper half holds no other end of a character, or few
            const std::size_t next = next_character(text, good);
            if (next >= bad || !fits(next)) return good;
            good = next;
        }
    }
}

std::string shortened(std::string_view text, std::size_t columns, bool unicode) {
    const std::size_t fitting = fitting_bytes(text, columns);
    if (fitting == text.size()) return std::string(text);
    const std::string_view ellipsis = unicode ? "…" : "...";
    const std::size_t mark = unicode ? 1 : 3;
    if (columns <= mark) return std::string(unicode ? ellipsis : ellipsis.substr(0, columns));
    text = text.substr(0, fitting_bytes(text, columns - mark));
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return std::string(text).append(ellipsis);
}

std::vector<std::string_view> wrapped(std::string_view text, std::size_t columns) {
    std::vector<std::string_view> lines;
    for (;;) {
        std::size_t size = columns == 0 ? text.size() : fitting_bytes(text, columns);
        if (size == text.size()) {
            lines.push_back(text);
            return lines;
        }
        if (size == 0) size = next_character(text, 0);  // wider than a line by itself
        std::size_t end = text[size] == ' ' ? size : text.substr(0, size).rfind(' ') + 1;
        while (end > 0 && text[end - 1] == ' ') --end;
        if (end == 0) end = text.substr(0, size).find_last_of("/-_") + 1;
        if (end == 0) end = size;  // no word ends in this line
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
        if (text.empty()) return lines;
    }
}

void TextLine::add(std::string_view text, Paint paint) {
    if (text.empty()) return;
    const auto limit = static_cast<std::size_t>(std::max(style_.width, 0));
    std::string cut;
    if (limit > 0) {
        if (column() >= limit) return;
        cut = shortened(text, limit - column(), style_.unicode);
        text = cut;
    }
    bytes_.append(gap_, ' ');
    const bool painted = style_.colour && !paint.empty();
    if (painted) bytes_.append("\x1B[").append(paint).append("m");
    bytes_ += text;
    if (painted) bytes_ += "\x1B[0m";
    column_ += gap_ + display_width(text);
    gap_ = 0;
}

void TextLine::move_to(std::size_t target) {
    gap_ = target >= column_ ? target - column_ : 2;
}

void TextLine::end(std::string& out) {
    out += bytes_;
    out += '\n';
    bytes_.clear();
    column_ = gap_ = 0;
}

}  // namespace analyze
