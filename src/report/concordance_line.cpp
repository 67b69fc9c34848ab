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

/// A text as it is shown, and its columns. Most texts are shown as they are.
class Shown {
public:
    Shown(std::string_view text, bool unicode) : text_(text), columns_(text.size()) {
        unsigned char odd = 0;  // without a branch, so that vectors are made of it
        for (const char c : text)
            odd |= static_cast<unsigned char>(static_cast<signed char>(c) < ' ' || c == '\x7F');
        plain_ = odd == 0;
        if (plain_) return;
        made_ = visible(text, unicode);
        text_ = made_;
        columns_ = display_width(text_);
    }
    Shown(const Shown&) = delete;
    Shown& operator=(const Shown&) = delete;

    [[nodiscard]] bool plain() const { return plain_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }

    /// Keeps the end in so many columns at most.
    void keep_last(std::size_t columns) {
        if (plain_) {
            text_.remove_prefix(text_.size() - std::min(text_.size(), columns));
            columns_ = text_.size();
            return;
        }
        while (columns_ > columns) {
            text_.remove_prefix(utf8_step(text_).size);
            while (!text_.empty() && display_width(text_.substr(0, utf8_step(text_).size)) == 0)
                text_.remove_prefix(utf8_step(text_).size);
            columns_ = display_width(text_);
        }
    }
    /// Keeps the beginning in so many columns at most, without a blank at its end.
    void keep_first(std::size_t columns) {
        text_ = text_.substr(0, plain_ ? columns : fitting_bytes(text_, columns));
        while (text_.ends_with(' ')) text_.remove_suffix(1);
    }
    /// Keeps the beginning, with an ellipsis where it does not fit.
    void shorten(std::size_t columns, bool unicode) {
        if (columns_ <= columns) return;
        made_ = shortened(text_, columns, unicode);
        text_ = made_;
        columns_ = display_width(text_);
    }

private:
    std::string made_;
    std::string_view text_;
    std::size_t columns_;
    bool plain_ = true;
};

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
    Shown shown_left(left, style.unicode), shown_node(node, style.unicode),
        shown_right(right, style.unicode);
    const bool isolate = style.unicode && ((!shown_left.plain() && has_right_to_left(left)) ||
                                           (!shown_node.plain() && has_right_to_left(node)) ||
                                           (!shown_right.plain() && has_right_to_left(right)));
    const std::string_view open = isolate ? kIsolate : "", close = isolate ? kEndOfIsolate : "";

    if (layout.label > 0) {
        Shown shown_label(label, style.unicode);
        shown_label.shorten(layout.label > 2 ? layout.label - 2 : 1, style.unicode);
        paint(shown_label.text(), kDim);
        out.append(layout.label - std::min(layout.label, shown_label.columns()), ' ');
    }
    shown_left.keep_last(layout.left);
    out.append(layout.left - shown_left.columns(), ' ');
    if (!shown_left.text().empty()) out.append(open).append(shown_left.text()).append(close);

    const std::size_t before = layout.label + layout.left;
    if (layout.width > 0)
        shown_node.shorten(layout.width - std::min(layout.width, before), style.unicode);
    out += open;
    paint(shown_node.text(), kNode);
    out += close;

    std::size_t room = layout.right > 0 ? layout.right : std::string_view::npos;
    if (layout.width > 0) {
        const std::size_t used = before + shown_node.columns();
        room = std::min(room, layout.width - std::min(layout.width, used));
    }
    shown_right.keep_first(room);
    if (!shown_right.text().empty()) out.append(open).append(shown_right.text()).append(close);
    out += '\n';
}

}  // namespace analyze
