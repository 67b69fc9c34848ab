// The distribution of lengths: how long the sentences or the words of a text are.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>

namespace analyze {

/// Whole numbers with how often each came. Exact; takes memory for each different length only.
class Lengths {
public:
    void add(std::uint64_t length, std::uint64_t times = 1);
    void merge(const Lengths& other);

    [[nodiscard]] std::uint64_t count() const { return count_; }
    [[nodiscard]] std::uint64_t sum() const { return sum_; }
    /// Undefined without a length.
    [[nodiscard]] std::optional<double> mean() const;
    /// Of a sample (divided by count - 1); undefined for fewer than two.
    [[nodiscard]] std::optional<double> standard_deviation() const;
    /// The quantile at `share` (0 to 1), between two lengths by linear interpolation: definition 7
    /// of Hyndman & Fan 1996, as in R and spreadsheets. Undefined without a length.
    [[nodiscard]] std::optional<double> quantile(double share) const;

private:
    [[nodiscard]] std::uint64_t at(std::uint64_t rank) const;

    std::map<std::uint64_t, std::uint64_t> times_;
    std::uint64_t count_ = 0, sum_ = 0;
};

}  // namespace analyze
