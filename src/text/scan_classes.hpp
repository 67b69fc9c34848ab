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
    hebrew,  ///< a letter too
    digit,
    connector,
    mid_letter,
    mid_number,
    mid_both,
    mark,  ///< Extend or Format: belongs to what it stands on
    hard,  ///< for WordReader
};

[[nodiscard]] constexpr bool is_letter(CharClass kind) {
    static_assert(static_cast<int>(CharClass::hebrew) == static_cast<int>(CharClass::letter) + 1);
    return static_cast<unsigned>(kind) - static_cast<unsigned>(CharClass::letter) < 2;
}

/// The classes of characters in pages of 64, each filled when the first of its characters comes by:
/// the page is all of the UTF-8 form but its last byte. Not to be shared by threads.
class CharClasses {
public:
    struct Found {
        CharClass kind;
        std::size_t width;  ///< bytes of the UTF-8 form
    };
    CharClasses() : page_of_(kFirstPages, 0), pages_(1) {}

    /// The class of the character at `utf8`, which is well-formed and not ASCII.
    [[nodiscard]] Found find(const char* utf8) {
        const std::size_t lead = bits(utf8[0], 0xFF);
        if (lead < 0xE0) return {get(lead & 0x1F, utf8[1]), 2};
        if (lead < 0xF0) return {get((lead & 0x0F) << 6 | bits(utf8[1], 0x3F), utf8[2]), 3};
        return {get((lead & 0x07) << 12 | bits(utf8[1], 0x3F) << 6 | bits(utf8[2], 0x3F), utf8[3]),
                4};
    }

private:
    using Page = std::array<CharClass, 64>;
    static constexpr std::size_t kFirstPages = 0x10000 / 64, kPages = 0x200000 / 64;

    [[nodiscard]] static std::size_t bits(char byte, unsigned mask) {
        return static_cast<unsigned char>(byte) & mask;
    }
    [[nodiscard]] CharClass get(std::size_t page, char last) {
        std::uint16_t index = page < page_of_.size() ? page_of_[page] : 0;
        if (index == 0) index = load(page);
        return pages_[index][bits(last, 0x3F)];
    }
    std::uint16_t load(std::size_t page);

    std::vector<std::uint16_t> page_of_;  ///< 0: not loaded
    std::vector<Page> pages_;
};

}  // namespace analyze::scan
