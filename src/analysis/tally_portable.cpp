// The tally kernel for any little-endian or big-endian CPU.
// SPDX-License-Identifier: Apache-2.0
#include "tally_kernel.hpp"

namespace analyze::tally {
namespace {

inline std::uint32_t match(const Bucket& bucket, std::uint64_t low, std::uint64_t high) {
    std::uint32_t found = 0;
    for (std::size_t way = 0; way < kWays; ++way)
        found |=
            static_cast<std::uint32_t>(((bucket.low[way] ^ low) | (bucket.high[way] ^ high)) == 0)
            << way;
    return found;
}

#include "tally_count.inc"
#include "tally_load.inc"

}  // namespace

const TallyKernel kPortableTally{load, count};

}  // namespace analyze::tally
