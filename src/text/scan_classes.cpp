// What the scanner needs to know about characters beyond ASCII, looked up by their UTF-8 bytes.
// SPDX-License-Identifier: Apache-2.0
#include "scan_classes.hpp"

namespace analyze::scan {
namespace {

CharClass class_of(char32_t c) {
    // Signs of tokens that are no words: emoji sequences, flags of regions, tags.
    constexpr char32_t kKeycap = 0x20E3, kTextStyle = 0xFE0E, kEmojiStyle = 0xFE0F,
                       kWideHash = 0xFF03, kRegionTags = 0xE0000;
    if (c == kKeycap || c == kTextStyle || c == kEmojiStyle || c == kWideHash || c >= kRegionTags)
        return CharClass::hard;
    const WordInfo info = find_word_info(c);
    switch (word_class(info)) {
        case WordClass::letter:
            return CharClass::letter;
        case WordClass::hebrew:
            return CharClass::hebrew;
        case WordClass::numeric:
            return CharClass::digit;
        case WordClass::extend_num_let:
            return CharClass::connector;
        case WordClass::mid_letter:
            return CharClass::mid_letter;
        case WordClass::mid_num:
            return CharClass::mid_number;
        case WordClass::mid_num_let:
            return CharClass::mid_both;
        case WordClass::extend:
        case WordClass::format:
            return CharClass::mark;
        case WordClass::other:
        case WordClass::newline:
        case WordClass::space:
        case WordClass::pictograph:
            return (info & kLetter) != 0 ? CharClass::hard : CharClass::other;
        default:
            return CharClass::hard;
    }
}

}  // namespace

std::uint16_t CharClasses::load(std::size_t page) {
    const auto index = static_cast<std::uint16_t>(pages_.size());
    Page& classes = pages_.emplace_back();
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const std::size_t c = page * classes.size() + i;
        classes[i] = c <= 0x10FFFF ? class_of(static_cast<char32_t>(c)) : CharClass::hard;
    }
    if (page >= page_of_.size()) page_of_.resize(kPages, 0);
    page_of_[page] = index;
    return index;
}

}  // namespace analyze::scan
