// Well-formed UTF-8: finding where it ends, the ground that decoding and messages stand on.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/utf8.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace analyze {
namespace {

constexpr std::uint64_t kLow = 0x0101010101010101, kHigh = 0x8080808080808080;
constexpr std::ptrdiff_t kBlock = 16, kRow = 128;

/// Whether each of kBlock (or more, a compile time's constant) bytes is ASCII and none of them NUL.
template <std::ptrdiff_t size>
bool all_plain(const char* p) {
    std::uint64_t seen = 0;
    for (std::ptrdiff_t i = 0; i < size; i += 8) {  // in vectors, where the CPU has them
        std::uint64_t word = 0;
        std::memcpy(&word, p + i, sizeof word);
        seen |= word | (word - kLow);
    }
    return (seen & kHigh) == 0;
}

/// A table of Unicode's well-formed sequences (table 3-7) as an automaton whose states are shift
/// counts: the entry of a byte holds, at the place of each state, six bits of the state that
/// follows. So a step is one load, which waits for nothing, and one shift. (Per Vognsen,
/// "Shift-based DFAs", 2021.)
using State = std::uint64_t;
constexpr State kAccept = 0, kError = 6, kOneMore = 12, kTwoMore = 18, kThreeMore = 24,
                kAfterE0 = 30, kAfterEd = 36, kAfterF0 = 42, kAfterF4 = 48, kStateBits = 63;

constexpr std::array<std::uint64_t, 256> make_steps() {
    std::array<std::uint64_t, 256> steps{};
    const auto enter = [&](unsigned first, unsigned last, State from, State to) {
        for (unsigned c = first; c <= last; ++c)
            steps[c] = (steps[c] & ~(kStateBits << from)) | (to << from);
    };
    for (State from = 0; from <= kAfterF4; from += kError) enter(0, 0xFF, from, kError);
    enter(0x01, 0x7F, kAccept, kAccept);  // NUL stays an error
    enter(0xC2, 0xDF, kAccept, kOneMore);
    enter(0xE0, 0xE0, kAccept, kAfterE0);
    enter(0xE1, 0xEF, kAccept, kTwoMore);
    enter(0xED, 0xED, kAccept, kAfterEd);
    enter(0xF0, 0xF0, kAccept, kAfterF0);
    enter(0xF1, 0xF3, kAccept, kThreeMore);
    enter(0xF4, 0xF4, kAccept, kAfterF4);
    enter(0x80, 0xBF, kOneMore, kAccept);
    enter(0x80, 0xBF, kTwoMore, kOneMore);
    enter(0x80, 0xBF, kThreeMore, kTwoMore);
    enter(0xA0, 0xBF, kAfterE0, kOneMore);  // no overlong forms
    enter(0x80, 0x9F, kAfterEd, kOneMore);  // no surrogates
    enter(0x90, 0xBF, kAfterF0, kTwoMore);  // no overlong forms
    enter(0x80, 0x8F, kAfterF4, kTwoMore);  // nothing beyond U+10FFFF
    return steps;
}
constexpr std::array<std::uint64_t, 256> kSteps = make_steps();

bool continues(unsigned char c) {
    return (c & 0xC0) == 0x80;
}

}  // namespace

Utf8Step utf8_step(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {1, true, false};
    if (lead < 0xC2 || lead > 0xF4) return {1, false, false};
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // The second byte excludes overlong forms, surrogates and what lies beyond U+10FFFF.
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (text.size() < 2) return {1, false, true};
    if (byte(1) < low || byte(1) > high) return {1, false, false};
    for (std::size_t i = 2; i < length; ++i) {
        if (i == text.size()) return {i, false, true};
        if (!continues(byte(i))) return {i, false, false};
    }
    return {length, true, false};
}

std::size_t valid_utf8_prefix(std::string_view text) {
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const char* p = begin;
    State state = kAccept;
    for (; end - p >= kBlock; p += kBlock) {
        if ((state & kStateBits) == kAccept) {
            while (end - p >= kRow && all_plain<kRow>(p)) p += kRow;
            if (end - p < kBlock) break;
            if (all_plain<kBlock>(p)) continue;
        }
        State next = state;
        for (std::ptrdiff_t i = 0; i < kBlock; ++i)
            next = kSteps[static_cast<unsigned char>(p[i])] >> (next & kStateBits);
        if ((next & kStateBits) == kError) break;
        state = next;
    }
    if ((state & kStateBits) != kAccept) {  // a character goes on across p: back to its start
        do --p;
        while (continues(static_cast<unsigned char>(*p)));
    }
    while (p != end && *p != '\0') {
        const Utf8Step step = utf8_step({p, static_cast<std::size_t>(end - p)});
        if (!step.valid) break;
        p += step.size;
    }
    return static_cast<std::size_t>(p - begin);
}

}  // namespace analyze
