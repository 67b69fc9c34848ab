// The tally kernel for CPUs with AVX-512: four keys compared at once, masks from compares.
// SPDX-License-Identifier: Apache-2.0
#include "tally_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

namespace analyze::tally {
namespace {

inline std::uint32_t match(const Bucket& bucket, std::uint64_t low, std::uint64_t high) {
    const auto key = [](std::uint64_t half) {
        return _mm256_set1_epi64x(static_cast<long long>(half));
    };
    const __mmask8 lows = _mm256_cmpeq_epi64_mask(
        _mm256_load_si256(reinterpret_cast<const __m256i*>(bucket.low)), key(low));
    return _mm256_mask_cmpeq_epi64_mask(
        lows, _mm256_load_si256(reinterpret_cast<const __m256i*>(bucket.high)), key(high));
}

#include "tally_count.inc"

/// Eight words at a time: two gathers, the hash in vectors, and compress for the long ones.
void load(const char* bytes, const std::uint16_t* edges, std::size_t words, Batch& batch) {
    const __m512i k8 = _mm512_set1_epi64(8), k16 = _mm512_set1_epi64(kShortWord),
                  ones = _mm512_set1_epi64(-1);
    std::size_t keys = 0, longer = 0;
    __m128i numbers = _mm_setr_epi16(0, 1, 2, 3, 4, 5, 6, 7);
    for (std::size_t i = 0; i < words; i += 8) {
        const auto there = static_cast<__mmask8>(words - i >= 8 ? 0xFF : (1U << (words - i)) - 1);
        const __m512i pairs = _mm512_cvtepu32_epi64(_mm256_maskz_loadu_epi32(there, edges + 2 * i));
        const __m512i begin = _mm512_and_si512(pairs, _mm512_set1_epi64(0xFFFF));
        const __m512i size = _mm512_sub_epi64(_mm512_srli_epi64(pairs, 16), begin);
        // Keeps the first bytes: shifts by 64 and more give 0.
        const auto first = [&](__m512i count) {
            return _mm512_andnot_si512(_mm512_sllv_epi64(ones, _mm512_slli_epi64(count, 3)), ones);
        };
        const __m512i low = _mm512_and_si512(_mm512_i64gather_epi64(begin, bytes, 1), first(size));
        const __mmask8 over = _mm512_cmpgt_epi64_mask(size, k8);
        const __m512i high = _mm512_and_si512(
            _mm512_mask_i64gather_epi64(_mm512_setzero_si512(), over, begin, bytes + 8, 1),
            first(_mm512_sub_epi64(size, k8)));
        const auto factor = [](std::uint64_t value) {
            return _mm512_set1_epi64(static_cast<long long>(value));
        };
        __m512i mixed =
            _mm512_xor_si512(_mm512_mullo_epi64(low, factor(kLowFactor)),
                             _mm512_srli_epi64(_mm512_mullo_epi64(high, factor(kHighFactor)), 7));
        mixed = _mm512_xor_si512(mixed, _mm512_srli_epi64(mixed, 32));
        const __m256i hash = _mm512_cvtepi64_epi32(
            _mm512_srli_epi64(_mm512_mullo_epi64(mixed, factor(kHighFactor)), 32));
        const __mmask8 is_long = _mm512_mask_cmpgt_epi64_mask(there, size, k16);
        if (is_long == 0) {
            _mm512_storeu_si512(batch.low + keys, low);
            _mm512_storeu_si512(batch.high + keys, high);
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(batch.hash + keys), hash);
            keys += static_cast<std::size_t>(_mm_popcnt_u32(there));
        } else {
            const auto is_short = static_cast<__mmask8>(there & ~is_long);
            _mm512_storeu_si512(batch.low + keys, _mm512_maskz_compress_epi64(is_short, low));
            _mm512_storeu_si512(batch.high + keys, _mm512_maskz_compress_epi64(is_short, high));
            _mm256_storeu_si256(reinterpret_cast<__m256i*>(batch.hash + keys),
                                _mm256_maskz_compress_epi32(is_short, hash));
            _mm_storeu_si128(reinterpret_cast<__m128i*>(batch.longer + longer),
                             _mm_maskz_compress_epi16(is_long, numbers));
            keys += static_cast<std::size_t>(_mm_popcnt_u32(is_short));
            longer += static_cast<std::size_t>(_mm_popcnt_u32(is_long));
        }
        numbers = _mm_add_epi16(numbers, _mm_set1_epi16(8));
    }
    batch.keys = keys;
    batch.longer_words = longer;
}

}  // namespace

const TallyKernel kAvx512Tally{load, count};

}  // namespace analyze::tally
#endif
