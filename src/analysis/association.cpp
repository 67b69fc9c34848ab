// Association measures: how strongly two words go together, each formula with its source.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/association.hpp"

#include <cmath>
#include <limits>

namespace analyze {
namespace {

double number(std::uint64_t count) {
    return static_cast<double>(count);
}

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// NaN instead of an infinity.
double finite(double value) {
    return std::isfinite(value) ? value : kUndefined;
}

double share(std::uint64_t part, std::uint64_t whole) {
    return finite(number(part) / number(whole));
}

}  // namespace

double mutual_information(const Contingency& t) {
    return finite(std::log2(number(t.o11) / t.expected()));
}

double mutual_information_3(const Contingency& t) {
    const double o = number(t.o11);
    return finite(std::log2(o * o * o / t.expected()));
}

double normalised_mutual_information(const Contingency& t) {
    return finite(mutual_information(t) / -std::log2(number(t.o11) / number(t.n)));
}

double t_score(const Contingency& t) {
    return finite((number(t.o11) - t.expected()) / std::sqrt(number(t.o11)));
}

double z_score(const Contingency& t) {
    return finite((number(t.o11) - t.expected()) / std::sqrt(t.expected()));
}

double delta_p_column(const Contingency& t) {
    return share(t.o11, t.r1) - share(t.o21(), t.r2());
}

double delta_p_row(const Contingency& t) {
    return share(t.o11, t.c1) - share(t.o12(), t.c2());
}

double dice(std::uint64_t together, std::uint64_t f1, std::uint64_t f2) {
    return finite(2 * number(together) / (number(f1) + number(f2)));
}

double log_dice(std::uint64_t together, std::uint64_t f1, std::uint64_t f2) {
    return finite(14 + std::log2(dice(together, f1, f2)));
}

}  // namespace analyze
