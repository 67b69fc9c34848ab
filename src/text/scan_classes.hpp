// What the scanner needs to know about characters beyond ASCII, looked up by their UTF-8 bytes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "word_class.hpp"

namespace analyze::scan {

/// Coarser than WordClass: what masks do with the character.
enum class CharClass : std::uint8_t {
    other,  ///< never part of a word, and no rule looks across it
    letter,
    digit,
    connector,
    mid_letter,
    mid_number,
    mid_both,
    hebrew,
    mark,  ///< Extend or Format: belongs to what it stands on
    hard,  ///< for WordReader
};

/// The classes of characters in pages of 64, each filled when the first of its characters comes by:
/// the page is all of the UTF-8 form but its last byte. Not to be shared by threads.
class CharClasses {
public:
    struct Found {
        CharClass kind;
        std::uint8_t width;  ///< bytes of the UTF-8 form
    };
    CharClasses() : page_of_(kPages, 0), pages_(1) {}

    /// The class of the character at `utf8`, which is not ASCII and well-formed.
    [[nodiscard]] Found of(const char* utf8) {
        const auto byte = [utf8](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
        if (byte(0) < 0xE0) return {get(byte(0) & 0x1FU, byte(1)), 2};
        if (byte(0) < 0xF0) return {get((byte(0) & 0x0FU) << 6 | (byte(1) & 0x3FU), byte(2)), 3};
        return {get((byte(0) & 0x07U) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU), byte(3)),
                4};
    }

private:
    using Page = std::array<CharClass, 64>;
    static constexpr std::size_t kPages = 0x200000 / 64;

    [[nodiscard]] CharClass get(std::size_t page, unsigned char last) {
        std::uint16_t index = page_of_[page];
        if (index == 0) index = load(page);
        return pages_[index][last & 0x3FU];
    }
    std::uint16_t load(std::size_t page);

    std::vector<std::uint16_t> page_of_;  ///< 0: not loaded
    std::vector<Page> pages_;
};

}  // namespace analyze::scan
