// One line of a concordance for a terminal: nodes below each other, contexts left and right.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/report/concordance_line.hpp"

#include <algorithm>

#include "analyze/base/display_width.hpp"
#include "analyze/base/utf8.hpp"
#include "analyze/report/text_line.hpp"
#include "cell.hpp"

namespace analyze {
namespace {

constexpr std::size_t kUsualNode = 12, kLeastContext = 8, kNoTerminal = 80;
constexpr std::string_view kIsolate = "\u2068", kEndOfIsolate = "\u2069";
constexpr Paint kNode = "1;31";

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and what is beside them, and their presentation forms, by
/// their first bytes.
bool has_right_to_left(std::string_view text) {
    const bool ascii = std::none_of(text.begin(), text.end(),
                                    [](char c) { return static_cast<signed char>(c) < 0; });
    if (ascii) return false;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto first = static_cast<unsigned char>(text[i]),
                   second = static_cast<unsigned char>(text[i + 1]);
        if ((first >= 0xD6 && first <= 0xDF && (first > 0xD6 || second >= 0x90)) ||
            (first == 0xE0 && second >= 0xA0 && second <= 0xA3) ||
            (first == 0xEF && ((second >= 0xAC && second <= 0xB7) || second == 0xB9 ||
                               second == 0xBA || second == 0xBB)) ||
            (first == 0xF0 && second == 0x9E))
            return true;
    }
    return false;
}

/// The end of a visible text in so many columns at most.
std::string_view last_that_fit(std::string_view text, std::size_t columns) {
    while (display_width(text) > columns) {
        text.remove_prefix(utf8_step(text).size);
        while (!text.empty() && display_width(text.substr(0, utf8_step(text).size)) == 0)
            text.remove_prefix(utf8_step(text).size);
    }
    return text;
}

}  // namespace

ConcordanceLayout fitted_layout(const Style& style, std::size_t label) {
    const std::size_t width = style.width > 0 ? static_cast<std::size_t>(style.width) : kNoTerminal;
    const std::size_t taken = label + kUsualNode;
    const std::size_t left =
        std::max(kLeastContext, width > taken ? (width - taken) / 2 : std::size_t{0});
    return {label, left, 0, std::max(width, label + left + kLeastContext)};
}

void append_concordance_line(std::string& out, const Style& style, const ConcordanceLayout& layout,
                             std::string_view label, std::string_view left, std::string_view node,
                             std::string_view right) {
    const auto paint = [&](std::string_view text, Paint colour) {
        if (style.colour && !text.empty())
            out.append("\x1B[").append(colour).append("m").append(text).append("\x1B[0m");
        else
            out += text;
    };
    const bool isolate = style.unicode && (has_right_to_left(left) || has_right_to_left(node) ||
                                           has_right_to_left(right));
    const std::string_view open = isolate ? kIsolate : "", close = isolate ? kEndOfIsolate : "";

    if (layout.label > 0) {
        const std::string shown = shortened(visible(label, style.unicode),
                                            layout.label > 2 ? layout.label - 2 : 1, style.unicode);
        paint(shown, kDim);
        out.append(layout.label - std::min(layout.label, display_width(shown)), ' ');
    }
    const std::string all_left = visible(left, style.unicode);
    const std::string_view shown_left = last_that_fit(all_left, layout.left);
    out.append(layout.left - display_width(shown_left), ' ');
    if (!shown_left.empty()) out.append(open).append(shown_left).append(close);

    std::string shown_node = visible(node, style.unicode);
    const std::size_t before = layout.label + layout.left;
    if (layout.width > 0)
        shown_node =
            shortened(shown_node, layout.width - std::min(layout.width, before), style.unicode);
    out += open;
    paint(shown_node, kNode);
    out += close;

    std::size_t room = layout.right > 0 ? layout.right : std::string_view::npos;
    if (layout.width > 0) {
        const std::size_t used = before + display_width(shown_node);
        room = std::min(room, layout.width - std::min(layout.width, used));
    }
    const std::string all_right = visible(right, style.unicode);
    std::string_view shown_right =
        std::string_view(all_right).substr(0, fitting_bytes(all_right, room));
    while (shown_right.ends_with(' ')) shown_right.remove_suffix(1);
    if (!shown_right.empty()) out.append(open).append(shown_right).append(close);
    out += '\n';
}

}  // namespace analyze
