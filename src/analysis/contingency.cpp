// The 2×2 table of two things that go together or not: what is expected, and the log-likelihood.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/contingency.hpp"

#include <algorithm>
#include <cmath>

namespace analyze {
namespace {

/// O ln(O / E) where E = row column / n.
double cell(std::uint64_t observed, std::uint64_t row, std::uint64_t column, std::uint64_t n) {
    if (observed == 0) return 0;
    const double expected =
        static_cast<double>(row) * static_cast<double>(column) / static_cast<double>(n);
    return static_cast<double>(observed) * std::log(static_cast<double>(observed) / expected);
}

}  // namespace

double Contingency::expected() const {
    return static_cast<double>(r1) * static_cast<double>(c1) / static_cast<double>(n);
}

double log_likelihood(const Contingency& t) {
    const double sum = cell(t.o11, t.r1, t.c1, t.n) + cell(t.o12(), t.r1, t.c2(), t.n) +
                       cell(t.o21(), t.r2(), t.c1, t.n) + cell(t.o22(), t.r2(), t.c2(), t.n);
    return std::max(0.0, 2 * sum);
}

}  // namespace analyze
