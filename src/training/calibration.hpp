// How far the confidences of names can be believed: the fit that makes them shares, and the tables that show it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "evaluate.hpp"

namespace analyze {

/// Slope and offset (ModelView) under which the judged names are likeliest, by Newton's method from 1 and 0.
/// Judged from a model without calibration. Fewer than 100 names, or names that say nothing: 1, 0.
[[nodiscard]] std::pair<float, float> fit_calibration(const std::vector<Judged>& judged);

/// Lines of a table: ten bins of confidence with the number of names, their mean confidence and the share
/// that is right, then the expected calibration error (mean of the differences, by names) and
/// how many names reach 0.5, 0.8 and 0.9 and are right.
[[nodiscard]] std::string reliability(const std::vector<Judged>& judged);

/// F1 over ten types and of each, with 95 % intervals: `draws` samples of the documents of each part
/// with replacement, pooled; the same for the same seed.
[[nodiscard]] std::string intervals(const std::vector<const Evaluation*>& parts, std::size_t draws,
                                    std::uint64_t seed);

}  // namespace analyze
