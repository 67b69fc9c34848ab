// What a scan kernel does: bytes into bit masks, and bit masks into offsets.
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Included where code for CPUs that may not be there is made: no function here that the linker
// could share.
#include <cstddef>
#include <cstdint>

namespace analyze::scan {

constexpr std::size_t kBlock = 64;                      ///< bytes a mask stands for
constexpr std::size_t kChunk = std::size_t{16} * 1024;  ///< bytes scanned at a time
constexpr std::size_t kBlocks = kChunk / kBlock;
constexpr std::size_t kGuard = 8;  ///< zero masks on both sides, for look-behind and look-ahead

/// One bit per byte of a chunk: bit k of masks[kGuard + i] is byte 64 * i + k.
using MaskArray = std::uint64_t[kGuard + kBlocks + kGuard];

struct Masks {
    alignas(64) MaskArray letter;      ///< ALetter and Hebrew_Letter with the marks on them
    alignas(64) MaskArray digit;       ///< Numeric with the marks on it
    alignas(64) MaskArray connector;   ///< ExtendNumLet
    alignas(64) MaskArray mid_letter;  ///< ASCII that joins letters:  ' . :
    alignas(64) MaskArray mid_number;  ///< ASCII that joins digits:  ' . , ;
    alignas(64) MaskArray address;     ///< . and /
    alignas(64) MaskArray hard;        ///< what masks can't decide
    alignas(64) MaskArray open;  ///< lead bytes of characters that the kernel left to the table
    alignas(64) MaskArray dot;   ///< full stops that join letters
    alignas(64) MaskArray word;  ///< all bytes of words
    alignas(64) MaskArray edge;  ///< where words begin, and the bytes behind their ends
};

/// Classes of ASCII as the kernels' tables hold them.
constexpr std::uint8_t kLetterBit = 1, kDigitBit = 2, kConnectorBit = 4, kMidLetterBit = 8,
                       kMidNumberBit = 16, kAddressBit = 32, kHardBit = 64, kUpperBit = 128;
[[nodiscard]] static constexpr std::uint8_t ascii_bits(unsigned char c) {
    if (c >= 'a' && c <= 'z') return kLetterBit;
    if (c >= 'A' && c <= 'Z') return kLetterBit | kUpperBit;
    if (c >= '0' && c <= '9') return kDigitBit;
    switch (c) {
        case '_':
            return kConnectorBit;
        case ':':
            return kMidLetterBit;
        case '\'':
            return kMidLetterBit | kMidNumberBit;
        case '.':
            return kMidLetterBit | kMidNumberBit | kAddressBit;
        case '/':
            return kAddressBit;
        case ',':
        case ';':
            return kMidNumberBit;
        case '@':
        case '#':
            return kHardBit;
        default:
            return 0;
    }
}

struct ScanKernel {
    /// Fills letter … open for `size` bytes (at most kChunk), and zero bits up to the block's end;
    /// copies the bytes to `copy`, with A–Z lowered if `lower`. Returns whether anything is not
    /// ASCII.
    bool (*classify)(const char* text, std::size_t size, bool lower, Masks& masks, char* copy);
    /// Adds to `word` and `hard` and fills `dot`. Returns whether anything is in the last two.
    bool (*join)(Masks& masks, std::size_t blocks);
    /// Fills `edge` from `word`.
    void (*find_edges)(Masks& masks, std::size_t blocks);
    /// Writes the positions of the bits of edge, and returns how many. May write up to 64 values
    /// more.
    std::size_t (*positions)(const Masks& masks, std::size_t blocks, std::uint16_t* out);
};

extern const ScanKernel kPortableKernel, kAvx2Kernel, kAvx512Kernel, kNeonKernel;

}  // namespace analyze::scan
