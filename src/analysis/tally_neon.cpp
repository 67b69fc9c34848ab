// The tally kernel for 64-bit ARM: two keys compared at once.
// SPDX-License-Identifier: Apache-2.0
#include "tally_kernel.hpp"

#if defined(__aarch64__)
#include <arm_neon.h>

namespace analyze::tally {
namespace {

inline std::uint32_t match(const Bucket& bucket, std::uint64_t low, std::uint64_t high) {
    const auto equal = [&](std::size_t way) {
        return vmovn_u64(vandq_u64(vceqq_u64(vld1q_u64(bucket.low + way), vdupq_n_u64(low)),
                                   vceqq_u64(vld1q_u64(bucket.high + way), vdupq_n_u64(high))));
    };
    const uint32x4_t weights = {1, 2, 4, 8};
    return vaddvq_u32(vandq_u32(vcombine_u32(equal(0), equal(2)), weights));
}

#include "tally_count.inc"
#include "tally_load.inc"

}  // namespace

const TallyKernel kNeonTally{load, count};

}  // namespace analyze::tally
#endif
