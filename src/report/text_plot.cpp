// A plot on two logarithmic axes, drawn with characters.
// SPDX-License-Identifier: Apache-2.0
#include "text_plot.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "analyze/report/text_line.hpp"
#include "cell.hpp"

namespace analyze {
namespace {

constexpr std::size_t kMostWidth = 100;
constexpr std::size_t kPipedPlotWidth = 72;
constexpr std::size_t kLeastCells = 8;
constexpr std::size_t kMostRows = 16;
constexpr std::size_t kIndent = 2;

/// "1", "10", … "100000", "1e6": of a decade.
std::string decade_name(int decade) {
    std::string name(1, '1');
    if (decade > 5) return name.append("e").append(std::to_string(decade));
    return name.append(static_cast<std::size_t>(decade), '0');
}

/// One axis: from 1 to the largest value, on a number of steps.
struct Axis {
    double length = 1;  ///< in decades
    std::size_t steps = 1;

    Axis(double largest, std::size_t steps_)
        : length(std::max(std::log10(std::max(largest, 1.0)), 0.3)), steps(steps_) {}
    [[nodiscard]] std::size_t at(double value) const {
        const double share = std::clamp(std::log10(value) / length, 0.0, 1.0);
        return static_cast<std::size_t>(std::lround(share * static_cast<double>(steps - 1)));
    }
    [[nodiscard]] int decades() const { return static_cast<int>(length); }
};

/// The cells of the plot. In unicode each has 2 by 4 dots.
class Grid {
public:
    Grid(std::size_t columns, std::size_t rows, bool unicode)
        : columns_(columns),
          across_(unicode ? 2 : 1),
          up_(unicode ? 4 : 1),
          cells_(columns * rows),
          rows_(rows) {}

    [[nodiscard]] std::size_t dots_across() const { return columns_ * across_; }
    [[nodiscard]] std::size_t dots_up() const { return rows_ * up_; }
    [[nodiscard]] std::size_t row_of(std::size_t dot) const { return rows_ - 1 - dot / up_; }
    [[nodiscard]] std::size_t column_of(std::size_t dot) const { return dot / across_; }

    void set(std::size_t x, std::size_t y) {
        // the dots of a braille character (U+2800), from the bottom up
        static constexpr unsigned kDots[4][2] = {
            {0x40, 0x80}, {0x04, 0x20}, {0x02, 0x10}, {0x01, 0x08}};
        cells_[row_of(y) * columns_ + column_of(x)] |= kDots[y % up_][x % across_];
    }
    [[nodiscard]] std::string row(std::size_t row) const {
        std::string out;
        for (std::size_t c = 0; c < columns_; ++c) {
            const unsigned dots = cells_[row * columns_ + c];
            if (dots == 0)
                out += ' ';
            else if (up_ == 1)
                out += '*';
            else
                out.append({'\xE2', static_cast<char>(0xA0 | dots >> 6),
                            static_cast<char>(0x80 | (dots & 0x3F))});
        }
        while (out.ends_with(' ')) out.pop_back();
        return out;
    }

private:
    std::size_t columns_, across_, up_;
    std::vector<unsigned> cells_;
    std::size_t rows_;
};

}  // namespace

void append_plot(std::string& out, const Plot& plot, const Style& style) {
    double most_across = 1;
    double most_up = 1;
    for (const auto& [x, y] : plot.points) {
        if (!(x >= 1 && y >= 1)) continue;
        most_across = std::max(most_across, x);
        most_up = std::max(most_up, y);
    }
    const std::size_t width = style.width > 0
                                  ? std::min(static_cast<std::size_t>(style.width), kMostWidth)
                                  : kPipedPlotWidth;
    const std::size_t labels = decade_name(Axis(most_up, 1).decades()).size();
    const std::size_t taken = kIndent + labels + 1;
    const std::size_t columns = width > taken + kLeastCells ? width - taken : kLeastCells;
    const std::size_t rows = std::clamp<std::size_t>(columns / 3, 4, kMostRows);
    Grid grid(columns, rows, style.unicode);
    const Axis across(most_across, grid.dots_across());
    const Axis up(most_up, grid.dots_up());
    for (const auto& [x, y] : plot.points)
        if (x >= 1 && y >= 1) grid.set(across.at(x), up.at(y));

    std::vector<std::string> names(rows);
    for (int decade = 0; decade <= up.decades(); ++decade)
        names[grid.row_of(up.at(std::pow(10, decade)))] = decade_name(decade);
    TextLine line(style);
    line.move_to(kIndent);
    line.add(visible(plot.up, style.unicode), kDim);
    line.end(out);
    for (std::size_t row = 0; row < rows; ++row) {
        line.move_to(kIndent + labels - names[row].size());
        line.add(names[row], kDim);
        line.move_to(kIndent + labels);
        line.add(style.unicode        ? names[row].empty() ? "│" : "┤"
                 : names[row].empty() ? "|"
                                      : "+",
                 kDim);
        line.add(grid.row(row), kBar);
        line.end(out);
    }
    // the axis below, with a mark and a number at each decade that has room
    std::vector<bool> marked(columns);
    TextLine numbers(style);
    std::size_t free = 0;
    for (int decade = 0; decade <= across.decades(); ++decade) {
        const std::size_t column = grid.column_of(across.at(std::pow(10, decade)));
        marked[column] = true;
        const std::string name = decade_name(decade);
        if (column < free || taken + column + name.size() > width) continue;
        numbers.move_to(taken + column);
        numbers.add(name, kDim);
        free = column + name.size() + 1;
    }
    line.move_to(kIndent + labels);
    std::string axis = style.unicode ? "└" : "+";
    for (std::size_t c = 0; c < columns; ++c)
        axis += style.unicode ? marked[c] ? "┬" : "─" : marked[c] ? "+" : "-";
    line.add(axis, kDim);
    line.end(out);
    numbers.end(out);
    line.move_to(taken);
    line.add(visible(plot.across, style.unicode), kDim);
    line.end(out);
}

}  // namespace analyze
