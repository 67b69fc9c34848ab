// The scan kernel for CPUs with AVX2: classes of ASCII from two look-ups by half bytes.
// SPDX-License-Identifier: Apache-2.0
#include "scan_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

namespace analyze::scan {
namespace {

// Each class is a product of a set of upper and a set of lower half bytes; a byte is in it when
// both tables have its bit. Bytes above 0x7F look up 0.
constexpr int kAtoO = 1, kPtoZ = 2, kDigit = 4, kUnderscore = 8, kQuoteOrStop = 16, kColon = 32,
              kComma = 64, kSemicolon = 128;

__m256i twice(__m128i table) {
    return _mm256_broadcastsi128_si256(table);
}

struct Half {
    __m256i bytes, kind;
};

std::uint32_t any_of(__m256i kind, int bits) {
    const __m256i none = _mm256_cmpeq_epi8(
        _mm256_and_si256(kind, _mm256_set1_epi8(static_cast<char>(bits))), _mm256_setzero_si256());
    return ~static_cast<std::uint32_t>(_mm256_movemask_epi8(none));
}
std::uint64_t any_of(const Half& a, const Half& b, int bits) {
    return any_of(a.kind, bits) | static_cast<std::uint64_t>(any_of(b.kind, bits)) << 32;
}
std::uint32_t equal(__m256i bytes, char c) {
    return static_cast<std::uint32_t>(
        _mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(c))));
}
std::uint64_t equal(const Half& a, const Half& b, char c) {
    return equal(a.bytes, c) | static_cast<std::uint64_t>(equal(b.bytes, c)) << 32;
}

Half look_up(__m256i bytes) {
    const auto c = [](int bits) { return static_cast<char>(bits); };
    // clang-format off
    const __m256i upper = twice(_mm_setr_epi8(
        0, 0, c(kQuoteOrStop | kComma), c(kDigit | kColon | kSemicolon), c(kAtoO), c(kPtoZ | kUnderscore), c(kAtoO), c(kPtoZ),
        0, 0, 0, 0, 0, 0, 0, 0));
    const int both = kAtoO | kPtoZ | kDigit, az = kAtoO | kPtoZ;
    const __m256i lower = twice(_mm_setr_epi8(
        c(kPtoZ | kDigit), c(both), c(both), c(both), c(both), c(both), c(both), c(both | kQuoteOrStop),
        c(both), c(both), c(az | kColon), c(kAtoO | kSemicolon), c(kAtoO | kComma), c(kAtoO), c(kAtoO | kQuoteOrStop),
        c(kAtoO | kUnderscore)));
    // clang-format on
    const __m256i half = _mm256_set1_epi8(0x0F);
    const __m256i above = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half);
    return {bytes, _mm256_and_si256(_mm256_shuffle_epi8(upper, above),
                                    _mm256_shuffle_epi8(lower, _mm256_and_si256(bytes, half)))};
}

__m256i lowered(__m256i bytes, __m256i case_bit) {
    const __m256i upper = _mm256_and_si256(_mm256_cmpgt_epi8(bytes, _mm256_set1_epi8('A' - 1)),
                                           _mm256_cmpgt_epi8(_mm256_set1_epi8('Z' + 1), bytes));
    return _mm256_or_si256(bytes, _mm256_and_si256(upper, case_bit));
}

bool classify(const char* text, std::size_t size, bool lower, Masks& masks, char* copy) {
    const __m256i case_bit = _mm256_set1_epi8(lower ? 0x20 : 0);
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
        masks.letter[i] = any_of(a, b, kAtoO | kPtoZ);
        masks.digit[i] = any_of(a, b, kDigit);
        masks.connector[i] = any_of(a, b, kUnderscore);
        masks.mid_letter[i] = any_of(a, b, kQuoteOrStop | kColon);
        masks.mid_number[i] = any_of(a, b, kQuoteOrStop | kComma | kSemicolon);
        masks.address[i] = equal(a, b, '.') | equal(a, b, '/');
        const std::uint64_t hard = equal(a, b, '@') | equal(a, b, '#');
        masks.hard[i] = hard;
        const std::uint64_t not_ascii =
            static_cast<std::uint32_t>(_mm256_movemask_epi8(a.bytes)) |
            static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(b.bytes)))
                << 32;
        masks.open[i] = 0;
        if (not_ascii != 0) {
            const auto second_bit = [](__m256i bytes) {
                return static_cast<std::uint32_t>(
                    _mm256_movemask_epi8(_mm256_slli_epi16(bytes, 1)));
            };
            masks.open[i] = not_ascii & (second_bit(a.bytes) |
                                         static_cast<std::uint64_t>(second_bit(b.bytes)) << 32);
        }
        any |= not_ascii;
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(copy + at), lowered(a.bytes, case_bit));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(copy + at + 32), lowered(b.bytes, case_bit));
    }
    return any != 0;
}

#include "scan_join.inc"

std::size_t positions(const Masks& masks, std::size_t blocks, std::uint16_t* out) {
    std::uint16_t* const begin = out;
    for (std::size_t i = 0; i < blocks; ++i) {
        std::uint64_t bits = masks.edge[kGuard + i];
        const auto count = static_cast<std::size_t>(_mm_popcnt_u64(bits));
        const std::size_t base = kBlock * i;
        // Sixteen at a time without asking whether they are there: a branch a block, not one a
        // word.
        for (std::size_t done = 0; done < count; done += 16)
            for (std::size_t k = 0; k < 16; ++k) {
                out[done + k] = static_cast<std::uint16_t>(base + _tzcnt_u64(bits));
                bits = _blsr_u64(bits);
            }
        out += count;
    }
    return static_cast<std::size_t>(out - begin);
}

}  // namespace

const ScanKernel kAvx2Kernel{classify, join, find_edges, positions};

}  // namespace analyze::scan
#endif
