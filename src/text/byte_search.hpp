// Finds the next byte of a kind, sixteen at a time where the CPU can.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace analyze {

/// LF, VT, FF or CR.
struct LineEnd {
    static bool is(char c) { return c >= '\n' && c <= '\r'; }
#if defined(__SSE2__)
    static __m128i are(__m128i v) {
        // Signed: what is beyond ASCII is negative.
        return _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('\n' - 1)),
                             _mm_cmplt_epi8(v, _mm_set1_epi8('\r' + 1)));
    }
#endif
};

/// A byte that may begin a sign that ends a sentence: . ? ! or one from 0xD6 on.
struct MayTerminate {
    static bool is(char c) {
        return c == '.' || c == '?' || c == '!' || static_cast<unsigned char>(c) >= 0xD6;
    }
#if defined(__SSE2__)
    static __m128i are(__m128i v) {
        const __m128i high = _mm_cmpeq_epi8(_mm_max_epu8(v, _mm_set1_epi8('\xD6')), v);
        return _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('.')),
                                         _mm_cmpeq_epi8(v, _mm_set1_epi8('?'))),
                            _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('!')), high));
    }
#endif
};

/// What sets columns apart.
struct Gap {
    static bool is(char a, char b, char c) {
        return (a == ' ' && b == ' ' && c == ' ') || a == '\t';
    }
#if defined(__SSE2__)
    static __m128i are(__m128i a, __m128i b, __m128i c) {
        const __m128i blank = _mm_set1_epi8(' '), tab = _mm_set1_epi8('\t');
        const __m128i blanks =
            _mm_and_si128(_mm_and_si128(_mm_cmpeq_epi8(a, blank), _mm_cmpeq_epi8(b, blank)),
                          _mm_cmpeq_epi8(c, blank));
        return _mm_or_si128(blanks, _mm_cmpeq_epi8(a, tab));
    }
#endif
};

/// The first place from `at` on, before `end`, that has a byte of the kind; `end` if none has.
template <class Kind>
[[nodiscard]] std::size_t find_byte(std::string_view text, std::size_t at, std::size_t end) {
#if defined(__SSE2__)
    for (; at + 16 <= end; at += 16) {
        const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
        const auto found = static_cast<unsigned>(_mm_movemask_epi8(Kind::are(v)));
        if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
    }
#endif
    while (at < end && !Kind::is(text[at])) ++at;
    return at;
}

/// The code points of a text (valid UTF-8) of at most 2^31 bytes: its bytes that continue none.
[[nodiscard]] inline std::uint32_t count_code_points(std::string_view text) {
    std::uint32_t count = 0;
    std::size_t at = 0;
#if defined(__SSE2__)
    // Each lane takes away 1 for a byte that begins a character, at most 255 times.
    while (at + 16 <= text.size()) {
        __m128i sums = _mm_setzero_si128();
        for (int i = 0; i < 255 && at + 16 <= text.size(); ++i, at += 16) {
            const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
            sums = _mm_sub_epi8(sums, _mm_cmpgt_epi8(v, _mm_set1_epi8('\xBF')));
        }
        const __m128i halves = _mm_sad_epu8(sums, _mm_setzero_si128());
        count +=
            static_cast<std::uint32_t>(_mm_cvtsi128_si32(halves) + _mm_extract_epi16(halves, 4));
    }
#endif
    for (; at < text.size(); ++at) count += (text[at] & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

/// Whether three bytes in a row are of a kind, at any place of a text: Kind::is says so of the three
/// from a place on, Kind::are of sixteen places at once.
template <class Kind>
[[nodiscard]] bool has_three(std::string_view text) {
    const std::size_t places = text.size() < 3 ? 0 : text.size() - 2;
    const char* from = text.data();
#if defined(__SSE2__)
    if (places >= 16) {
        const auto load = [](const char* at) {
            return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        };
        __m128i found = _mm_setzero_si128();
        const auto look = [&](std::size_t i) {
            const char* at = from + i;
            found = _mm_or_si128(found, Kind::are(load(at), load(at + 1), load(at + 2)));
        };
        for (std::size_t i = 0; i + 16 < places; i += 16) look(i);
        look(places - 16);  // again, perhaps, what was seen
        return _mm_movemask_epi8(found) != 0;
    }
#endif
    for (std::size_t i = 0; i < places; ++i)
        if (Kind::is(from[i], from[i + 1], from[i + 2])) return true;
    return false;
}

}  // namespace analyze
