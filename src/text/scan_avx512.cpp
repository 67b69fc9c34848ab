// The scan kernel for CPUs with AVX-512 VBMI2: a table in registers, compress for offsets.
// SPDX-License-Identifier: Apache-2.0
#include "scan_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

namespace analyze::scan {
namespace {

struct Table {
    alignas(64) std::uint8_t bytes[128];
};
constexpr Table kAscii = [] {
    Table table{};
    for (unsigned c = 0; c < 128; ++c) table.bytes[c] = ascii_bits(static_cast<unsigned char>(c));
    return table;
}();

bool classify(const char* text, std::size_t size, bool lower, Masks& masks, char* copy) {
    const __m512i low = _mm512_load_si512(kAscii.bytes),
                  high = _mm512_load_si512(kAscii.bytes + 64);
    const __m512i case_bit = _mm512_set1_epi8(lower ? 0x20 : 0),
                  leads = _mm512_set1_epi8(static_cast<char>(0xC0));
    const auto bit = [](std::uint8_t value) { return _mm512_set1_epi8(static_cast<char>(value)); };
    std::uint64_t any = 0;
    for (std::size_t at = 0, i = kGuard; at < size; at += kBlock, ++i) {
        const std::size_t left = size - at;
        const __mmask64 inside =
            left >= kBlock ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
        const __m512i bytes = _mm512_mask_loadu_epi8(_mm512_set1_epi8(' '), inside, text + at);
        const __mmask64 not_ascii = _mm512_movepi8_mask(bytes);
        const __m512i kind = _mm512_maskz_permutex2var_epi8(~not_ascii, low, bytes, high);
        masks.letter[i] = _mm512_test_epi8_mask(kind, bit(kLetterBit));
        masks.digit[i] = _mm512_test_epi8_mask(kind, bit(kDigitBit));
        masks.connector[i] = _mm512_test_epi8_mask(kind, bit(kConnectorBit));
        masks.mid_letter[i] = _mm512_test_epi8_mask(kind, bit(kMidLetterBit));
        masks.mid_number[i] = _mm512_test_epi8_mask(kind, bit(kMidNumberBit));
        masks.address[i] = _mm512_test_epi8_mask(kind, bit(kAddressBit));
        const __mmask64 hard = _mm512_test_epi8_mask(kind, bit(kHardBit));
        masks.hard[i] = hard;
        masks.open[i] = _mm512_cmpge_epu8_mask(bytes, leads);
        any |= not_ascii;
        const __mmask64 upper = _mm512_test_epi8_mask(kind, bit(kUpperBit));
        _mm512_storeu_si512(copy + at,
                            _mm512_or_si512(bytes, _mm512_maskz_mov_epi8(upper, case_bit)));
    }
    return any != 0;
}

#include "scan_join.inc"

std::size_t positions(const Masks& masks, std::size_t blocks, std::uint16_t* out) {
    alignas(64) static constexpr std::uint8_t kIota[64] = {
        0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
        22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
        44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
    const __m512i iota = _mm512_load_si512(kIota);
    std::uint16_t* const begin = out;
    __m512i base = _mm512_setzero_si512();
    for (std::size_t i = 0; i < blocks; ++i) {
        const std::uint64_t bits = masks.edge[kGuard + i];
        const __m512i packed = _mm512_maskz_compress_epi8(bits, iota);
        const auto count = static_cast<std::size_t>(_mm_popcnt_u64(bits));
        _mm512_storeu_si512(
            out, _mm512_add_epi16(base, _mm512_cvtepu8_epi16(_mm512_castsi512_si256(packed))));
        if (count > 32)
            _mm512_storeu_si512(
                out + 32,
                _mm512_add_epi16(base, _mm512_cvtepu8_epi16(_mm512_extracti64x4_epi64(packed, 1))));
        out += count;
        base = _mm512_add_epi16(base, _mm512_set1_epi16(kBlock));
    }
    return static_cast<std::size_t>(out - begin);
}

}  // namespace

const ScanKernel kAvx512Kernel{classify, join, find_edges, positions};

}  // namespace analyze::scan
#endif
