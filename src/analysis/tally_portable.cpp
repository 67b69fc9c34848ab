// The tally kernel for any little-endian or big-endian CPU.
// SPDX-License-Identifier: Apache-2.0
#include "tally_kernel.hpp"

namespace analyze::tally {
namespace {

inline std::uint64_t first_bytes(std::uint64_t bytes, std::size_t count) {
    if (count >= 8) return bytes;
    const std::uint64_t ones = (std::uint64_t{1} << (8 * count)) - 1;
    return bytes &
           (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? ones : ~(~std::uint64_t{0} >> (8 * count)));
}

inline std::uint32_t match(const Bucket& bucket, std::uint64_t low, std::uint64_t high) {
    std::uint32_t found = 0;
    for (std::size_t way = 0; way < kWays; ++way)
        found |=
            static_cast<std::uint32_t>(((bucket.low[way] ^ low) | (bucket.high[way] ^ high)) == 0)
            << way;
    return found;
}

#include "tally_passes.inc"

}  // namespace

const TallyKernel kPortableTally{load, count};

}  // namespace analyze::tally
