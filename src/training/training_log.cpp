// How far a training is, on stderr.
// SPDX-License-Identifier: Apache-2.0
#include "training_log.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

namespace analyze {

void tell(const std::string& line) {
    static const auto start = std::chrono::steady_clock::now();
    fmt::print(stderr, "[{:6.1f}s] {}\n",
               std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
               line);
}

}  // namespace analyze
