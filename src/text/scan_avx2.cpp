// The scan kernel for CPUs with AVX2: classes of signs and digits from look-ups by half bytes.
// SPDX-License-Identifier: Apache-2.0
#include "scan_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

namespace analyze::scan {
namespace {

struct Half {
    __m256i bytes, kind, letter;
};

/// Classes of ' ' to '?' by their lower half bytes; of the letters by their range.
struct Tables {
    alignas(16) std::uint8_t signs[16], digits[16];
};
constexpr Tables kTables = [] {
    Tables tables{};
    for (unsigned low = 0; low < 16; ++low) {
        tables.signs[low] = ascii_bits(static_cast<unsigned char>(0x20 + low));
        tables.digits[low] = ascii_bits(static_cast<unsigned char>(0x30 + low));
    }
    return tables;
}();

__m256i all_of(int value) {
    return _mm256_set1_epi8(static_cast<char>(value));
}
__m256i twice(const std::uint8_t* table) {
    return _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(table)));
}

Half look_up(__m256i bytes) {
    const __m256i upper_half = _mm256_and_si256(bytes, all_of(0xF0));
    const __m256i lowered = _mm256_or_si256(bytes, all_of(0x20));
    // Bytes above 0x7F look up 0, and are negative.
    const auto of = [&](const std::uint8_t* table, int upper) {
        return _mm256_and_si256(_mm256_shuffle_epi8(twice(table), bytes),
                                _mm256_cmpeq_epi8(upper_half, all_of(upper)));
    };
    const __m256i at_sign =
        _mm256_and_si256(_mm256_cmpeq_epi8(bytes, all_of('@')), all_of(kHardBit));
    return {bytes,
            _mm256_or_si256(at_sign,
                            _mm256_or_si256(of(kTables.signs, 0x20), of(kTables.digits, 0x30))),
            _mm256_and_si256(_mm256_cmpgt_epi8(lowered, all_of('a' - 1)),
                             _mm256_cmpgt_epi8(all_of('z' + 1), lowered))};
}

std::uint64_t top_bits(__m256i a, __m256i b) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(a)) |
           static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(b))) << 32;
}
/// The bytes that have the class of bit 7 - `to_top`.
template <int to_top>
std::uint64_t class_mask(const Half& a, const Half& b) {
    return top_bits(_mm256_slli_epi16(a.kind, to_top), _mm256_slli_epi16(b.kind, to_top));
}

bool classify(const char* text, std::size_t size, bool lower, Masks& masks, char* copy) {
    static_assert(kDigitBit == 1 << 1 && kMidLetterBit == 1 << 3 && kMidNumberBit == 1 << 4 &&
                  kAddressBit == 1 << 5 && kHardBit == 1 << 6);
    const __m256i case_bit = all_of(lower ? 0x20 : 0);
    std::uint64_t any = 0;
    char last[kBlock];
    for (std::size_t at = 0, i = kGuard; at < size; at += kBlock, ++i) {
        const char* from = text + at;
        if (size - at < kBlock) {
            for (std::size_t k = 0; k < kBlock; ++k) last[k] = k < size - at ? from[k] : ' ';
            from = last;
        }
        const Half a = look_up(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)));
        const Half b = look_up(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + 32)));
        masks.letter[i] = top_bits(a.letter, b.letter);
        masks.digit[i] = class_mask<6>(a, b);
        masks.connector[i] = top_bits(_mm256_cmpeq_epi8(a.bytes, all_of('_')),
                                      _mm256_cmpeq_epi8(b.bytes, all_of('_')));
        masks.mid_letter[i] = class_mask<4>(a, b);
        masks.mid_number[i] = class_mask<3>(a, b);
        masks.address[i] = class_mask<2>(a, b);
        masks.hard[i] = class_mask<1>(a, b);
        const std::uint64_t not_ascii = top_bits(a.bytes, b.bytes);
        masks.open[i] = 0;
        if (not_ascii != 0)
            masks.open[i] =
                not_ascii & top_bits(_mm256_slli_epi16(a.bytes, 1), _mm256_slli_epi16(b.bytes, 1));
        any |= not_ascii;
        const auto lowered = [case_bit](const Half& half) {
            return _mm256_or_si256(half.bytes, _mm256_and_si256(half.letter, case_bit));
        };
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(copy + at), lowered(a));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(copy + at + 32), lowered(b));
    }
    return any != 0;
}

#include "scan_bits.inc"
#include "scan_join.inc"

std::size_t positions(const Masks& masks, std::size_t blocks, std::uint16_t* out) {
    std::uint16_t* const begin = out;
    __m128i base = _mm_setzero_si128();
    for (std::size_t i = 0; i < blocks; ++i) {
        std::uint64_t bits = masks.edge[kGuard + i];
        for (int k = 0; k < 8; ++k, bits >>= 8) {
            const std::size_t byte = bits & 0xFF;
            const __m128i found = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(kBits.of[byte]));
            _mm_storeu_si128(reinterpret_cast<__m128i*>(out),
                             _mm_add_epi16(base, _mm_cvtepu8_epi16(found)));
            out += kBits.count[byte];
            base = _mm_add_epi16(base, _mm_set1_epi16(8));
        }
    }
    return static_cast<std::size_t>(out - begin);
}

}  // namespace

const ScanKernel kAvx2Kernel{classify, join, find_edges, positions};

}  // namespace analyze::scan
#endif
