// Scores as machine formats show them: to twelve digits, the same on every CPU.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <string>

namespace analyze {

/// To twelve digits: the last bits of a logarithm are not the same on every CPU.
[[nodiscard]] inline double steady(double value) {
    if (!std::isfinite(value)) return value;
    const std::string digits = fmt::format("{:.12g}", value);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace analyze
