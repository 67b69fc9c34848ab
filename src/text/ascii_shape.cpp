// The shape of a line of ASCII, 64 bytes at a time: what shape_of reads character by character.
// SPDX-License-Identifier: Apache-2.0
#include "ascii_shape.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "edges.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>

#include "analyze/base/ascii.hpp"
#endif

namespace analyze {
namespace {

constexpr std::size_t kBlock = 64;

/// One bit for each of 64 characters; what is none of these is punctuation or a control.
struct Masks {
    std::uint64_t beyond = 0, space = 0, tab = 0, letter = 0, upper = 0, digit = 0;
};

bool blank(char c) {
    return ascii::is_blank(c) || c == '\n' || c == '\r';
}

#if defined(__SSE2__)
Masks read_masks(const char* from) {
    Masks masks;
    const auto all = [](char c) { return _mm_set1_epi8(c); };
    const auto bits = [](__m128i v) {
        return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(v)));
    };
    // v - first < count, without signs: compared as signed numbers, both moved by 128.
    const auto within = [&](__m128i v, char first, int count) {
        return _mm_cmplt_epi8(_mm_add_epi8(v, all(static_cast<char>(-128 - first))),
                              all(static_cast<char>(-128 + count)));
    };
    for (unsigned i = 0; i < kBlock; i += 16) {
        const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + i));
        const __m128i tab = _mm_cmpeq_epi8(v, all('\t'));
        const __m128i space =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, all(' ')), tab),
                         _mm_or_si128(_mm_cmpeq_epi8(v, all('\n')), _mm_cmpeq_epi8(v, all('\r'))));
        masks.beyond |= bits(v) << i;
        masks.space |= bits(space) << i;
        masks.tab |= bits(tab) << i;
        masks.letter |= bits(within(_mm_or_si128(v, all(0x20)), 'a', 26)) << i;
        masks.upper |= bits(within(v, 'A', 26)) << i;
        masks.digit |= bits(within(v, '0', 10)) << i;
    }
    return masks;
}
#else
Masks read_masks(const char* from) {
    Masks masks;
    for (unsigned i = 0; i < kBlock; ++i) {
        const std::uint64_t bit = std::uint64_t{1} << i;
        const char c = from[i];
        const bool upper = ascii::is_upper(c);
        if (static_cast<unsigned char>(c) >= 0x80) masks.beyond |= bit;
        if (blank(c)) masks.space |= bit;
        if (c == '\t') masks.tab |= bit;
        if (upper || ascii::is_lower(c)) masks.letter |= bit;
        if (upper) masks.upper |= bit;
        if (ascii::is_digit(c)) masks.digit |= bit;
    }
    return masks;
}
#endif

unsigned ones(std::uint64_t mask) {
    // Not std::popcount, which is a call where the CPU may lack the instruction.
    mask -= mask >> 1 & 0x5555555555555555U;
    mask = (mask & 0x3333333333333333U) + (mask >> 2 & 0x3333333333333333U);
    mask = (mask + (mask >> 4)) & 0x0F0F0F0F0F0F0F0FU;
    return static_cast<unsigned>(mask * 0x0101010101010101U >> 56);
}

/// The next letter behind each place of `after` in the same word; between are `others`, what in
/// words is no letter.
std::uint64_t next_letters(std::uint64_t after, std::uint64_t letters, std::uint64_t others) {
    // A sum carries a bit through the run of others that it is the first of.
    const std::uint64_t passed = others & ~(others + (after & others));
    return letters & (after | passed << 1);
}

/// The fifth letters of the words whose first ones are given.
std::uint64_t fifth_letters(std::uint64_t first, std::uint64_t letters, std::uint64_t others) {
    for (int i = 0; i < 4; ++i) first = next_letters(first << 1, letters, others);
    return first;
}

void add(std::uint16_t& sum, unsigned count) {
    sum = static_cast<std::uint16_t>(sum + count);
}

/// Whether a sentence may have ended before the word that begins at `at`: behind the last sign that
/// is no quote stands a stop that is not that of a short capitalised word ("Mrs.", "J."), or a
/// question or exclamation mark.
bool ended_before(std::string_view line, std::size_t at) {
    while (at > 0 && (blank(line[at - 1]) || ascii_edge_of(line[at - 1]) == Edge::quote)) --at;
    if (at == 0) return false;
    const Edge edge = ascii_edge_of(line[at - 1]);
    if (edge != Edge::stop) return edge == Edge::question || edge == Edge::exclamation;
    std::size_t letters = 0;
    Edge first = Edge::none;
    for (--at; at > 0 && !blank(line[at - 1]); --at)
        if (const Edge one = ascii_edge_of(line[at - 1]); one == Edge::upper || one == Edge::lower)
            ++letters, first = one;
    return !(first == Edge::upper && letters <= 3);
}

constexpr auto kSymbols = [] {
    std::array<bool, 128> symbols{};
    for (const char c : std::string_view("{}[]<>=_\\|$;()/`"))
        symbols[static_cast<unsigned char>(c)] = true;
    return symbols;
}();

}  // namespace

bool read_ascii_shape(std::string_view line, std::size_t room, Shape& shape) {
    std::uint64_t before =
        0;  // which of the last three characters are white space, the last: bit 2
    for (std::size_t at = 0; at < line.size();) {
        std::array<char, kBlock> copy;
        const char* from = line.data() + at;
        if (room - at < kBlock) {
            copy.fill(' ');
            std::memcpy(copy.data(), from, line.size() - at);
            from = copy.data();
        }
        Masks masks = read_masks(from);
        // Blocks end behind white space, so that no word is cut.
        std::size_t size = line.size() - at;
        if (size >= kBlock) {
            if (masks.space == 0) return false;
            size = kBlock - static_cast<std::size_t>(std::countl_zero(masks.space));
        }
        const std::uint64_t inside =
            size == kBlock ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1;
        if ((masks.beyond & inside) != 0) return false;
        const std::uint64_t space = masks.space & inside, letters = masks.letter & inside,
                            upper = masks.upper & inside, digits = masks.digit & inside,
                            words = inside & ~space, others = words & ~letters;

        const std::uint64_t starts = words & (space << 1 | 1);
        add(shape.words, ones(starts));
        add(shape.letters, ones(letters));
        if (digits != 0) add(shape.digits, ones(digits));
        const std::uint64_t third = space & (space << 1 | before >> 2) & (space << 2 | before >> 1);
        const std::uint64_t fourth = space << 3 | before;
        if (const std::uint64_t gaps = (third & ~fourth) | (masks.tab & inside); gaps != 0)
            add(shape.gaps, ones(gaps));

        const std::uint64_t first = next_letters(starts, letters, others);
        const std::uint64_t small = first & ~upper;
        const bool none_before = shape.cased_words == 0;
        unsigned capitals = ones(first);
        add(shape.cased_words, capitals);
        if (small != 0) {
            const unsigned smalls = ones(small);
            capitals -= smalls;
            // Each word has one fifth letter at most: small words less long small words.
            const std::uint64_t long_small = fifth_letters(small, letters, others);
            unsigned minor = smalls - ones(long_small);
            // The first word of the line that has a letter is never a minor one.
            const std::uint64_t opening = none_before ? first & (~first + 1) & small : 0;
            if (opening != 0 && fifth_letters(opening, letters, others) == 0) --minor;
            add(shape.minor_words, minor);
        }
        add(shape.capital_words, capitals);
        add(shape.upper, capitals);
        if (const std::uint64_t inner = upper & ~first; inner != 0) add(shape.upper, ones(inner));

        if (shape.first == Edge::none && starts != 0)
            shape.first =
                ascii_edge_of(line[at + static_cast<std::size_t>(std::countr_zero(starts))]);
        for (std::uint64_t place = starts & upper; place != 0 && !shape.inner_stop;
             place &= place - 1)
            shape.inner_stop =
                ended_before(line, at + static_cast<std::size_t>(std::countr_zero(place)));
        unsigned symbols = 0;
        for (std::uint64_t place = others & ~digits; place != 0; place &= place - 1) {
            const char c = line[at + static_cast<std::size_t>(std::countr_zero(place))];
            symbols += kSymbols[static_cast<unsigned char>(c)] ? 1 : 0;
        }
        add(shape.symbols, symbols);

        before = size >= 3 ? space >> (size - 3) & 7 : (space << 3 | before) >> size & 7;
        at += size;
    }
    shape.lower = static_cast<std::uint16_t>(shape.letters - shape.upper);
    shape.chars = static_cast<std::uint32_t>(line.size());
    return true;
}

}  // namespace analyze
