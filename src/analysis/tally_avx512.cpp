// The tally kernel for CPUs with AVX-512: four keys compared at once, masks from compares.
// SPDX-License-Identifier: Apache-2.0
#include "tally_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

namespace analyze::tally {
namespace {

inline std::uint64_t first_bytes(std::uint64_t bytes, std::size_t count) {
    return _bzhi_u64(bytes, static_cast<unsigned>(count < 8 ? 8 * count : 64));
}

inline std::uint32_t match(const Bucket& bucket, std::uint64_t low, std::uint64_t high) {
    const auto key = [](std::uint64_t half) {
        return _mm256_set1_epi64x(static_cast<long long>(half));
    };
    const __mmask8 lows = _mm256_cmpeq_epi64_mask(
        _mm256_load_si256(reinterpret_cast<const __m256i*>(bucket.low)), key(low));
    return _mm256_mask_cmpeq_epi64_mask(
        lows, _mm256_load_si256(reinterpret_cast<const __m256i*>(bucket.high)), key(high));
}

#include "tally_passes.inc"

}  // namespace

const TallyKernel kAvx512Tally{load, count};

}  // namespace analyze::tally
#endif
