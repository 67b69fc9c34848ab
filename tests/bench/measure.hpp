// Times a piece of work of a benchmark and prints its line.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/core.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <vector>

/// Prints the median of `runs` runs in processor time as MB/s, and what the last one found; returns
/// that time in seconds.
inline double measure(const char* name, std::size_t bytes, int runs,
                      const std::function<std::size_t()>& work) {
    std::vector<double> seconds;
    std::size_t result = 0;
    for (int run = 0; run < runs; ++run) {
        const std::clock_t begin = std::clock();
        result = work();
        seconds.push_back(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    std::sort(seconds.begin(), seconds.end());
    const double median = seconds[seconds.size() / 2];
    fmt::print("{:<12} {:8.1f} MB/s  {:>12}\n", name, static_cast<double>(bytes) / median / 1e6,
               result);
    return median;
}
