// A table laid out for people: columns by display width, trees, bars scaled to the room.
// SPDX-License-Identifier: Apache-2.0
#include "text_table.hpp"

#include <algorithm>
#include <cmath>

#include "analyze/base/display_width.hpp"
#include "analyze/report/text_line.hpp"
#include "cell.hpp"

namespace analyze {
namespace {

constexpr std::size_t kGap = 2;          ///< blanks between columns
constexpr std::size_t kPipedWidth = 60;  ///< alignment without a terminal's width
constexpr std::size_t kLeastText = 8;    ///< a column of text is not made narrower
constexpr std::size_t kLeastBar = 8;     ///< a bar with less room is left out
constexpr std::size_t kMostBar = 40;
constexpr std::size_t kPipedBar = 20;
constexpr std::size_t kBelow = 2;  ///< what stands below a row, from its beginning
constexpr int kMostDepth = 16;     ///< deeper rows of a tree stand here

double number_in(const Value& value) {
    if (undefined(value)) return 0;
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*integer);
    const auto* number = std::get_if<double>(&value);
    return number ? *number : 0;
}

/// The lines that join each row of a tree to its parent, from the depths of the rows.
std::vector<std::string> tree_marks(const std::vector<int>& depths, bool unicode) {
    std::vector<std::string> marks(depths.size());
    std::vector<bool> more(kMostDepth + 1);  // a later row of this depth has the same parent
    for (std::size_t row = depths.size(); row-- > 0;) {
        const int depth = std::clamp(depths[row], 0, kMostDepth);
        for (int d = 1; d <= depth; ++d) {
            const bool goes_on = more[static_cast<std::size_t>(d)];
            if (!unicode)
                marks[row] += "  ";
            else if (d < depth)
                marks[row] += goes_on ? "│  " : "   ";
            else
                marks[row] += goes_on ? "├─ " : "└─ ";
        }
        more[static_cast<std::size_t>(depth)] = true;
        std::fill(more.begin() + depth + 1, more.end(), false);
    }
    return marks;
}

/// A colour for a value of a small set. The ten types of names have colours that stay apart; others
/// get one by their letters.
Paint type_paint(std::string_view value) {
    struct Row {
        std::string_view name;
        Paint paint;
    };
    static constexpr Row kTypes[] = {{"PERSON", "32"},     {"ORG", "34"},  {"GPE", "36"},
                                     {"LOC", "96"},        {"NORP", "35"}, {"FAC", "33"},
                                     {"EVENT", "31"},      {"MISC", "94"}, {"PRODUCT", "95"},
                                     {"WORK_OF_ART", "93"}};
    for (const Row& row : kTypes)
        if (row.name == value) return row.paint;
    static constexpr Paint kOthers[] = {"32", "34", "36", "35", "33", "31"};
    unsigned sum = 0;
    for (const char c : value) sum = sum * 31 + static_cast<unsigned char>(c);
    return kOthers[sum % std::size(kOthers)];
}

Paint paint_of(Column::Draw draw, std::string_view cell) {
    switch (draw) {
        case Column::Draw::type:
            return type_paint(cell);
        case Column::Draw::dim:
            return kDim;
        case Column::Draw::strong:
            return kBold;
        case Column::Draw::bar:
        case Column::Draw::heights:
            return kBar;
        case Column::Draw::plain:
            break;
    }
    return kPlain;
}

/// A bar of `share` of the room, in eighths of a column; what is more than nothing is never
/// invisible.
std::string bar(double share, std::size_t room, bool unicode) {
    if (!(share > 0) || room == 0) return {};
    const std::size_t parts = unicode ? 8 : 1;
    const auto length = static_cast<std::size_t>(
        std::max(1L, std::lround(std::min(share, 1.0) * static_cast<double>(room * parts))));
    std::string out;
    for (std::size_t i = 0; i < length / parts; ++i) out += unicode ? "█" : "#";
    static constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    return out.append(kEighths[unicode ? length % 8 : 0]);
}

/// Each digit as a block of its height; what is no digit as nothing.
std::string heights(std::string_view digits, bool unicode) {
    static constexpr std::string_view kBlocks[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    static constexpr std::string_view kSigns = " .:-=+*#@";
    std::string out;
    for (const char digit : digits) {
        const auto height =
            static_cast<std::size_t>(digit >= '0' && digit <= '8' ? digit - '0' : 0);
        if (unicode)
            out += kBlocks[height];
        else
            out += kSigns[height];
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

class Layout {
public:
    Layout(const Table& table, const Style& style, std::size_t margin)
        : table_(table), style_(style), margin_(margin) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i].show == Show::machine_only) continue;
            if (table.columns[i].below)
                below_.push_back(i);
            else
                columns_.push_back({i});
        }
        if (!table.indent.empty()) marks_ = tree_marks(table.indent, style.unicode);
        find_tree();
        measure();
        if (style.width <= 0) return;
        const auto room = static_cast<std::size_t>(style.width);
        if (used(true) > room) {
            std::erase_if(columns_,
                          [&](const Shown& shown) { return table.columns[shown.index].spare; });
            find_tree();
        }
        fit(room);
    }

    void append(std::string& out) const {
        TextLine line(style_);
        bool named = false;
        for (std::size_t c = 0; c < columns_.size(); ++c) named = named || !header(c).empty();
        if (named) {
            std::size_t start = margin_;
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                put(line, begin_of(line, c, start), columns_[c].width, c, header(c), kDim);
                start += columns_[c].width + kGap;
            }
            line.end(out);
        }
        for (std::size_t row = 0; row < table_.rows.size(); ++row) append_row(out, line, row);
    }

private:
    struct Shown {
        std::size_t index = 0;  ///< in Table::columns
        std::size_t width = 0;
        double largest = 0;
        int decimals = 0;
    };
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    const Column& column(std::size_t c) const { return table_.columns[columns_[c].index]; }
    bool is_bar(std::size_t c) const { return column(c).draw == Column::Draw::bar; }
    std::string header(std::size_t c) const {
        return is_bar(c) ? std::string() : label_of(column(c).name, style_.unicode);
    }
    std::string cell(std::size_t row, std::size_t c) const {
        const Value& value = table_.rows[row][columns_[c].index];
        const auto* text = std::get_if<std::string>(&value);
        if (column(c).draw == Column::Draw::heights && text != nullptr)
            return heights(*text, style_.unicode);
        return readable(value, columns_[c].decimals, style_.unicode);
    }
    std::string_view mark(std::size_t row, std::size_t c) const {
        return c == tree_ && row < marks_.size() ? std::string_view(marks_[row])
                                                 : std::string_view();
    }

    /// The width of each column if there were room for everything.
    void measure() {
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            Shown& shown = columns_[c];
            bool whole = true;
            for (const auto& row : table_.rows) {
                const double number = number_in(row[shown.index]);
                shown.largest = std::max(shown.largest, std::abs(number));
                whole = whole && number == std::floor(number);
            }
            shown.decimals = whole ? 0 : decimals_for(shown.largest);
            shown.width = display_width(header(c));
            if (is_bar(c)) {
                shown.width = kPipedBar;
                continue;
            }
            for (std::size_t row = 0; row < table_.rows.size(); ++row)
                shown.width = std::max(shown.width,
                                       display_width(mark(row, c)) + display_width(cell(row, c)));
            if (style_.width <= 0) shown.width = std::min(shown.width, kPipedWidth);
        }
    }

    /// The first column of text holds the tree.
    void find_tree() {
        tree_ = kNone;
        for (std::size_t c = 0; c < columns_.size() && !marks_.empty() && tree_ == kNone; ++c)
            if (column(c).align == Align::left && !is_bar(c)) tree_ = c;
    }

    /// What the columns take, bars being as short as they may be; `yielding`: what they need to
    /// take.
    [[nodiscard]] std::size_t used(bool yielding = false) const {
        std::size_t sum = margin_ + kGap * (std::max<std::size_t>(columns_.size(), 1) - 1);
        for (std::size_t c = 0; c < columns_.size(); ++c)
            sum += is_bar(c) ? kLeastBar
                   : yielding && column(c).yields
                       ? std::min(columns_[c].width, static_cast<std::size_t>(column(c).most))
                       : columns_[c].width;
        return sum;
    }

    /// Takes from the widest columns of text what is too much; gives bars what is left.
    void fit(std::size_t room) {
        std::size_t bars = 0;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            columns_[c].width = std::min(columns_[c].width, room);
            bars += is_bar(c);
        }
        std::size_t used = this->used();
        for (std::size_t c = 0; c < columns_.size() && used > room; ++c) {
            const auto most = static_cast<std::size_t>(std::max(column(c).most, 0));
            if (most == 0 || columns_[c].width <= most || is_bar(c)) continue;
            const std::size_t cut = std::min(used - room, columns_[c].width - most);
            columns_[c].width -= cut;
            used -= cut;
        }
        while (used > room) {
            Shown* widest = nullptr;
            std::size_t second = kLeastText;
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                if (is_bar(c) || column(c).align == Align::right) continue;
                if (!widest || columns_[c].width > widest->width) {
                    if (widest) second = std::max(second, widest->width);
                    widest = &columns_[c];
                } else {
                    second = std::max(second, columns_[c].width);
                }
            }
            if (!widest || widest->width <= kLeastText) break;
            // Down to the next widest; one column at a time where several are as wide.
            const std::size_t step = std::max<std::size_t>(widest->width - second, 1);
            const std::size_t cut = std::min(used - room, step);
            widest->width -= cut;
            used -= cut;
        }
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            if (!is_bar(c)) continue;
            const std::size_t extra = bars > 0 && used < room ? (room - used) / bars : 0;
            columns_[c].width = used > room ? 0 : std::min(kMostBar, kLeastBar + extra);
        }
    }

    void put(TextLine& line, std::size_t start, std::size_t width, std::size_t c,
             std::string_view text, Paint paint) const {
        const bool limited = style_.width > 0 && column(c).align == Align::left;
        const std::string fitted =
            limited ? shortened(text, width, style_.unicode) : std::string(text);
        const std::size_t own = display_width(fitted);
        line.move_to(start + (column(c).align == Align::right && own < width ? width - own : 0));
        line.add(fitted, paint);
    }

    /// Where cell `c` begins: at its column, or behind a whole cell that is wider than its own.
    static std::size_t begin_of(const TextLine& line, std::size_t c, std::size_t column_start) {
        return c == 0 ? column_start : std::max(column_start, line.column() + kGap);
    }

    /// What a tree's lines leave of a column; at least one.
    std::size_t room_beside(std::string_view before, std::size_t c) const {
        return std::max(columns_[c].width, display_width(before) + 1) - display_width(before);
    }

    void append_row(std::string& out, TextLine& line, std::size_t row) const {
        std::vector<std::string> cells;
        std::vector<std::vector<std::string_view>> lines;
        std::size_t height = 1;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const Value& value = table_.rows[row][columns_[c].index];
            const double largest = columns_[c].largest;
            cells.push_back(is_bar(c) ? bar(largest > 0 ? number_in(value) / largest : 0,
                                            columns_[c].width, style_.unicode)
                                      : cell(row, c));
        }
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const bool wrap = column(c).wrap && style_.width > 0 && !is_bar(c);
            lines.push_back(wrapped(cells[c], wrap ? room_beside(mark(row, c), c) : 0));
            height = std::max(height, lines.back().size());
        }
        for (std::size_t l = 0; l < height; ++l) {
            std::size_t start = margin_;
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                const std::string_view before = mark(row, c);
                const std::size_t begin = begin_of(line, c, start);
                if (l == 0 && !before.empty()) {
                    line.move_to(begin);
                    line.add(before, kDim);
                }
                if (l < lines[c].size())
                    put(line, begin + display_width(before), room_beside(before, c), c, lines[c][l],
                        paint_of(column(c).draw, cells[c]));
                start += columns_[c].width + kGap;
            }
            line.end(out);
        }
        for (const std::size_t index : below_) append_below(out, line, table_.rows[row][index]);
    }

    /// The strings of a cell, each in lines of its own.
    void append_below(std::string& out, TextLine& line, const Value& value) const {
        const auto append = [&](const std::string& text) {
            const std::size_t start = margin_ + kBelow;
            const auto room = static_cast<std::size_t>(std::max(style_.width, 0));
            for (const std::string_view part :
                 wrapped(text, room == 0 ? 0 : std::max(room, start + 1) - start)) {
                line.move_to(start);
                line.add(part, kDim);
                line.end(out);
            }
        };
        if (const List* list = std::get_if<List>(&value))
            for (const std::string& item : *list) append(visible(item, style_.unicode));
        else if (!undefined(value))
            append(readable(value, 0, style_.unicode));
    }

    const Table& table_;
    const Style& style_;
    std::size_t margin_;
    std::vector<Shown> columns_;
    std::vector<std::size_t> below_;  ///< indices of what stands below each row
    std::vector<std::string> marks_;  ///< one a row, or none: no tree
    std::size_t tree_ = kNone;        ///< the column with the tree
};

}  // namespace

void append_table(std::string& out, const Table& table, const Style& style, std::size_t margin) {
    Layout(table, style, margin).append(out);
}

}  // namespace analyze
