// An ordered parallel pipeline: work done by any number of threads, results taken in input order.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace analyze {

/// The CPUs that this process may use (its affinity mask), at least 1.
[[nodiscard]] unsigned usable_cpus();

/// Calls work(i) for i = 0, 1, … and done(i) in the order of i, each after its work(i), on `threads`
/// threads, of which the calling one is one. Any of them calls done(), never two at a time; what one
/// call wrote the next one sees. At most `window` items are begun and not yet done, so memory is
/// bounded. Ends when `count` items are done or done() returned false (work already begun is
/// finished, its done() is not called). An exception from work(i), in i's turn, or from done() ends
/// the run likewise and is rethrown on the calling thread when all threads have stopped. With
/// threads <= 1 everything runs on the calling thread.
void run_ordered(std::size_t count, unsigned threads, std::size_t window,
                 const std::function<void(std::size_t)>& work,
                 const std::function<bool(std::size_t)>& done);

}  // namespace analyze
