// The literal's kernel for CPUs with AVX2: 64 places at a time.
// SPDX-License-Identifier: Apache-2.0
#include "literal_kernel.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

namespace analyze::literal {
namespace {

struct Sought {
    __m256i first, second, mask;
};

__m256i places(const char* text, const Pair& pair, const Sought& sought) {
    const auto load = [&](std::size_t at) {
        return _mm256_or_si256(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + at)),
                               sought.mask);
    };
    return _mm256_and_si256(_mm256_cmpeq_epi8(load(pair.first), sought.first),
                            _mm256_cmpeq_epi8(load(pair.second), sought.second));
}

}  // namespace

std::size_t find_pair_avx2(const char* text, std::size_t from, std::size_t end, const Pair& pair) {
    const Sought sought{_mm256_set1_epi8(static_cast<char>(pair.first_byte)),
                        _mm256_set1_epi8(static_cast<char>(pair.second_byte)),
                        _mm256_set1_epi8(static_cast<char>(pair.mask))};
    for (; end - from >= 64; from += 64) {
        const __m256i low = places(text + from, pair, sought),
                      high = places(text + from + 32, pair, sought);
        const __m256i any = _mm256_or_si256(low, high);
        if (_mm256_testz_si256(any, any) != 0) continue;
        const unsigned long long bits =
            static_cast<unsigned>(_mm256_movemask_epi8(low)) |
            static_cast<unsigned long long>(static_cast<unsigned>(_mm256_movemask_epi8(high)))
                << 32;
        return from + static_cast<std::size_t>(__builtin_ctzll(bits));
    }
    for (; end - from >= 32; from += 32) {
        const auto bits =
            static_cast<unsigned>(_mm256_movemask_epi8(places(text + from, pair, sought)));
        if (bits != 0) return from + static_cast<std::size_t>(__builtin_ctz(bits));
    }
    return find_pair_portable(text, from, end, pair);
}

}  // namespace analyze::literal
#endif
