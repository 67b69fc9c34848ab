// Measures of how much more often a word stands in one corpus than in another.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/keyness.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

#include "analyze/analysis/contingency.hpp"

namespace analyze {
namespace {

double real(std::uint64_t count) {
    return static_cast<double>(count);
}

/// The four cells: observed, and expected by the margins.
struct Cell {
    double observed, expected;
};
std::array<Cell, 4> cells_of(const TwoCounts& n) {
    const double all = real(n.c) + real(n.d);
    const double word = real(n.a + n.b);
    const double other = all - word;
    return {{{real(n.a), word * real(n.c) / all},
             {real(n.b), word * real(n.d) / all},
             {real(n.c - n.a), other * real(n.c) / all},
             {real(n.d - n.b), other * real(n.d) / all}}};
}

}  // namespace

int direction_of(const TwoCounts& n) {
    const double here = real(n.a) / real(n.c);
    const double there = real(n.b) / real(n.d);
    return here > there ? 1 : here < there ? -1 : 0;
}

double log_likelihood(const TwoCounts& n, Cells cells) {
    if (cells == Cells::four)
        return log_likelihood(Contingency{.o11 = n.a, .r1 = n.a + n.b, .c1 = n.c, .n = n.c + n.d});
    double sum = 0;
    for (const Cell& cell : {cells_of(n)[0], cells_of(n)[1]})
        if (cell.observed > 0) sum += cell.observed * std::log(cell.observed / cell.expected);
    return std::max(0.0, 2 * sum);
}

double chi_squared_yates(const TwoCounts& n) {
    double sum = 0;
    for (const Cell& cell : cells_of(n)) {
        if (!(cell.expected > 0)) return 0;
        const double distance = std::max(0.0, std::abs(cell.observed - cell.expected) - 0.5);
        sum += distance * distance / cell.expected;
    }
    return sum;
}

double p_of_chi_squared(double x) {
    return std::erfc(std::sqrt(x / 2));
}

double bayes_information(double log_likelihood, const TwoCounts& n) {
    return log_likelihood - std::log(real(n.c) + real(n.d));
}

double log_ratio(const TwoCounts& n) {
    constexpr double kForNone = 0.5;
    const double here = (n.a == 0 ? kForNone : real(n.a)) / real(n.c);
    const double there = (n.b == 0 ? kForNone : real(n.b)) / real(n.d);
    return std::log2(here / there);
}

std::optional<double> percent_difference(const TwoCounts& n) {
    if (n.b == 0) return std::nullopt;
    const double there = real(n.b) / real(n.d);
    return (real(n.a) / real(n.c) - there) * 100 / there;
}

std::optional<double> odds_ratio(const TwoCounts& n) {
    if (n.b == 0 || n.a == n.c) return std::nullopt;
    return real(n.a) / real(n.c - n.a) * (real(n.d - n.b) / real(n.b));
}

void adjust_for_number(std::vector<double>& p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t x, std::size_t y) { return p[x] > p[y]; });
    double least = 1;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double rank = static_cast<double>(order.size() - i);
        double& value = p[order[i]];
        least = std::min(least, value * static_cast<double>(order.size()) / rank);
        value = least;
    }
}

double to_eight_digits(double score) {
    std::array<char, 32> digits;
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), score,
                                       std::chars_format::scientific, 7);
    std::from_chars(digits.data(), written.ptr, score);
    return score;
}

}  // namespace analyze
