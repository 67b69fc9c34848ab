// The scan kernel for any CPU: a table whose entries hold eight class bits in eight lanes.
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <bit>
#include <cstring>

#include "scan_kernel.hpp"

namespace analyze::scan {
namespace {

/// Lane k (byte k) of an entry is bit k of the class, so that eight entries shifted by 0 … 7 and
/// or-ed hold eight masks of eight bits.
constexpr unsigned kLeadLane = 7;
constexpr std::array<std::uint64_t, 256> kLanes = [] {
    std::array<std::uint64_t, 256> lanes{};
    for (unsigned c = 0; c < 256; ++c) {
        unsigned bits = c < 0x80 ? ascii_bits(static_cast<unsigned char>(c)) & 0x7FU : 0;
        if (c >= 0xC0) bits |= 1U << kLeadLane;
        for (unsigned k = 0; k < 8; ++k)
            lanes[c] |= static_cast<std::uint64_t>(bits >> k & 1) << (8 * k);
    }
    return lanes;
}();

std::uint64_t lower_ascii(std::uint64_t bytes) {
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    const std::uint64_t low = bytes & (0x7F * kOnes);
    const std::uint64_t from_a = low + (0x80 - 'A') * kOnes, past_z = low + (0x7F - 'Z') * kOnes;
    const std::uint64_t upper = from_a & ~past_z & ~bytes & (0x80 * kOnes);
    return bytes | upper >> 2;
}

std::uint64_t classify_block(const char* text, bool lower, Masks& masks, std::size_t i,
                             char* copy) {
    std::uint64_t mask[8] = {}, high = 0;
    for (unsigned group = 0; group < 8; ++group) {
        const char* from = text + std::size_t{8} * group;
        std::uint64_t lanes = 0;
        for (unsigned k = 0; k < 8; ++k) lanes |= kLanes[static_cast<unsigned char>(from[k])] << k;
        for (unsigned k = 0; k < 8; ++k) mask[k] |= (lanes >> (8 * k) & 0xFF) << (8 * group);
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, from, 8);
        if (lower) bytes = lower_ascii(bytes);
        high |= bytes;
        std::memcpy(copy + std::size_t{8} * group, &bytes, 8);
    }
    masks.letter[i] = mask[0];
    masks.digit[i] = mask[1];
    masks.connector[i] = mask[2];
    masks.mid_letter[i] = mask[3];
    masks.mid_number[i] = mask[4];
    masks.address[i] = mask[5];
    masks.hard[i] = mask[6];
    masks.open[i] = mask[kLeadLane];
    return high & 0x8080808080808080U;
}

bool classify(const char* text, std::size_t size, bool lower, Masks& masks, char* copy) {
    std::uint64_t any = 0;
    std::size_t at = 0, i = kGuard;
    for (; at + kBlock <= size; at += kBlock, ++i)
        any |= classify_block(text + at, lower, masks, i, copy + at);
    if (at < size) {
        char last[kBlock];
        std::memset(last, ' ', kBlock);
        std::memcpy(last, text + at, size - at);
        any |= classify_block(last, lower, masks, i, copy + at);
    }
    return any != 0;
}

#include "scan_join.inc"

std::size_t positions(const Masks& masks, std::size_t blocks, std::uint16_t* out) {
    std::uint16_t* const begin = out;
    for (std::size_t i = 0; i < blocks; ++i)
        for (std::uint64_t bits = masks.edge[kGuard + i]; bits != 0; bits &= bits - 1)
            *out++ = static_cast<std::uint16_t>(kBlock * i +
                                                static_cast<std::size_t>(std::countr_zero(bits)));
    return static_cast<std::size_t>(out - begin);
}

}  // namespace

const ScanKernel kPortableKernel{classify, join, find_edges, positions};

}  // namespace analyze::scan
