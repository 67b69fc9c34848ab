// Well-formed UTF-8: finding where it ends, the ground that decoding and messages stand on.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace analyze {
namespace {

constexpr std::uint64_t kLow = 0x0101010101010101, kHigh = 0x8080808080808080;

/// Of eight bytes: a high bit is left where one is no ASCII or (perhaps beside one such) is NUL.
/// Zero means: eight ASCII characters, none of them NUL.
std::uint64_t unusual(const char* p) {
    std::uint64_t word = 0;
    std::memcpy(&word, p, sizeof word);
    return (word | (word - kLow)) & kHigh;
}

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
    while (p != end) {
        while (end - p >= 32 &&
               (unusual(p) | unusual(p + 8) | unusual(p + 16) | unusual(p + 24)) == 0) {
            p += 32;
        }
        while (end - p >= 8 && unusual(p) == 0) p += 8;
        // Up to and beyond what is unusual here; back to whole words after the next ASCII pair.
        while (p != end) {
            const auto lead = static_cast<unsigned char>(*p);
            if (lead == 0) return static_cast<std::size_t>(p - begin);
            if (lead < 0x80) {
                ++p;
                if (end - p >= 8 && unusual(p) == 0) break;
                continue;
            }
            const auto next = [&](int i) { return static_cast<unsigned char>(p[i]); };
            if (lead >= 0xC2 && lead < 0xE0 && end - p >= 2 && continues(next(1))) {
                p += 2;
            } else if (lead >= 0xE1 && lead < 0xED && end - p >= 3 && continues(next(1)) &&
                       continues(next(2))) {
                p += 3;
            } else {
                const Utf8Step step = utf8_step({p, static_cast<std::size_t>(end - p)});
                if (!step.valid) return static_cast<std::size_t>(p - begin);
                p += step.size;
            }
        }
    }
    return text.size();
}

}  // namespace analyze
