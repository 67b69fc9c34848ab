// The distribution of lengths: how long the sentences or the words of a text are.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/lengths.hpp"

#include <algorithm>
#include <cmath>

namespace analyze {

void Lengths::add(std::uint64_t length, std::uint64_t times) {
    if (times == 0) return;
    times_[length] += times;
    count_ += times;
    sum_ += length * times;
}

void Lengths::merge(const Lengths& other) {
    for (const auto& [length, times] : other.times_) add(length, times);
}

std::optional<double> Lengths::mean() const {
    if (count_ == 0) return {};
    return static_cast<double>(sum_) / static_cast<double>(count_);
}

std::optional<double> Lengths::standard_deviation() const {
    if (count_ < 2) return {};
    const double middle = *mean();
    double squares = 0;
    for (const auto& [length, times] : times_) {
        const double off = static_cast<double>(length) - middle;
        squares += off * off * static_cast<double>(times);
    }
    return std::sqrt(squares / static_cast<double>(count_ - 1));
}

std::optional<double> Lengths::quantile(double share) const {
    if (count_ == 0) return {};
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(count_ - 1);
    const auto rank = static_cast<std::uint64_t>(place);
    const auto low = static_cast<double>(at(rank));
    const auto high = static_cast<double>(at(std::min(rank + 1, count_ - 1)));
    return low + (place - static_cast<double>(rank)) * (high - low);
}

/// The length of that rank (from 0) in ascending order.
std::uint64_t Lengths::at(std::uint64_t rank) const {
    for (const auto& [length, times] : times_) {
        if (rank < times) return length;
        rank -= times;
    }
    return 0;
}

}  // namespace analyze
