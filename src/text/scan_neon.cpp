// The scan kernel for 64-bit ARM: classes from look-ups of half of ASCII each.
// SPDX-License-Identifier: Apache-2.0
#include "scan_kernel.hpp"

#if defined(__aarch64__)
#include <arm_neon.h>

namespace analyze::scan {
namespace {

struct Tables {
    alignas(64) std::uint8_t bits[128];
};
constexpr Tables kTables = [] {
    Tables tables{};
    for (unsigned c = 0; c < 128; ++c) tables.bits[c] = ascii_bits(static_cast<unsigned char>(c));
    return tables;
}();

struct Block {
    uint8x16_t part[4];
};

template <class F>
Block each(const Block& block, const F& f) {
    return {{f(block.part[0]), f(block.part[1]), f(block.part[2]), f(block.part[3])}};
}

/// A bit for each byte that is not 0 but 0xFF.
std::uint64_t bits_of(const Block& whole) {
    const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const Block each_bit = each(whole, [&](uint8x16_t part) { return vandq_u8(part, weights); });
    const uint8x16_t half = vpaddq_u8(each_bit.part[0], each_bit.part[1]),
                     other = vpaddq_u8(each_bit.part[2], each_bit.part[3]),
                     sums = vpaddq_u8(half, other);
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}
std::uint64_t class_mask(const Block& kinds, std::uint8_t bit) {
    return bits_of(each(kinds, [bit](uint8x16_t part) { return vtstq_u8(part, vdupq_n_u8(bit)); }));
}

bool classify(const char* text, std::size_t size, bool lower, Masks& masks, char* copy) {
    const uint8x16x4_t first = vld1q_u8_x4(kTables.bits), second = vld1q_u8_x4(kTables.bits + 64);
    const uint8x16_t case_bit = vdupq_n_u8(lower ? 0x20 : 0);
    bool any = false;
    char last[kBlock];
    for (std::size_t at = 0, i = kGuard; at < size; at += kBlock, ++i) {
        const char* from = text + at;
        if (size - at < kBlock) {
            for (std::size_t k = 0; k < kBlock; ++k) last[k] = k < size - at ? from[k] : ' ';
            from = last;
        }
        const auto* const bytes = reinterpret_cast<const std::uint8_t*>(from);
        const Block block{
            {vld1q_u8(bytes), vld1q_u8(bytes + 16), vld1q_u8(bytes + 32), vld1q_u8(bytes + 48)}};
        // An index beyond a table gives 0: so do bytes above 0x7F in both.
        const Block kinds = each(block, [&](uint8x16_t part) {
            return vorrq_u8(vqtbl4q_u8(first, part),
                            vqtbl4q_u8(second, vsubq_u8(part, vdupq_n_u8(64))));
        });
        masks.letter[i] = class_mask(kinds, kLetterBit);
        masks.digit[i] = class_mask(kinds, kDigitBit);
        masks.connector[i] = class_mask(kinds, kConnectorBit);
        masks.mid_letter[i] = class_mask(kinds, kMidLetterBit);
        masks.mid_number[i] = class_mask(kinds, kMidNumberBit);
        masks.address[i] = class_mask(kinds, kAddressBit);
        masks.hard[i] = class_mask(kinds, kHardBit);
        masks.open[i] = 0;
        const uint8x16_t most = vmaxq_u8(vmaxq_u8(block.part[0], block.part[1]),
                                         vmaxq_u8(block.part[2], block.part[3]));
        if (vmaxvq_u8(most) >= 0x80) {
            any = true;
            masks.open[i] = bits_of(
                each(block, [](uint8x16_t part) { return vcgeq_u8(part, vdupq_n_u8(0xC0)); }));
        }
        static_assert(kUpperBit >> 2 == 0x20);
        for (std::size_t k = 0; k < 4; ++k)
            vst1q_u8(reinterpret_cast<std::uint8_t*>(copy) + at + 16 * k,
                     vorrq_u8(block.part[k], vandq_u8(vshrq_n_u8(kinds.part[k], 2), case_bit)));
    }
    return any;
}

#include "scan_bits.inc"
#include "scan_join.inc"

std::size_t positions(const Masks& masks, std::size_t blocks, std::uint16_t* out) {
    std::uint16_t* const begin = out;
    uint16x8_t base = vdupq_n_u16(0);
    for (std::size_t i = 0; i < blocks; ++i) {
        std::uint64_t bits = masks.edge[kGuard + i];
        for (int k = 0; k < 8; ++k, bits >>= 8) {
            const std::size_t byte = bits & 0xFF;
            vst1q_u16(out, vaddq_u16(base, vmovl_u8(vld1_u8(kBits.of[byte]))));
            out += kBits.count[byte];
            base = vaddq_u16(base, vdupq_n_u16(8));
        }
    }
    return static_cast<std::size_t>(out - begin);
}

}  // namespace

const ScanKernel kNeonKernel{classify, join, find_edges, positions};

}  // namespace analyze::scan
#endif
