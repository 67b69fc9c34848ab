// The tally kernel for CPUs with AVX2: four keys compared at once.
// SPDX-License-Identifier: Apache-2.0
#include "tally_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

namespace analyze::tally {
namespace {

inline std::uint32_t match(const Bucket& bucket, std::uint64_t low, std::uint64_t high) {
    const auto equal = [](const std::uint64_t* keys, std::uint64_t key) {
        return _mm256_cmpeq_epi64(_mm256_load_si256(reinterpret_cast<const __m256i*>(keys)),
                                  _mm256_set1_epi64x(static_cast<long long>(key)));
    };
    const __m256i both = _mm256_and_si256(equal(bucket.low, low), equal(bucket.high, high));
    return static_cast<std::uint32_t>(_mm256_movemask_pd(_mm256_castsi256_pd(both)));
}

#include "tally_count.inc"
#include "tally_load.inc"

}  // namespace

const TallyKernel kAvx2Tally{load, count};

}  // namespace analyze::tally
#endif
