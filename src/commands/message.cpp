// Messages for people on stderr: "analyze: FILE: what is wrong; what to do".
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/message.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace analyze {
namespace {

/// Length of the well-formed UTF-8 character at the front of `text`, 0: none there.
std::size_t character(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = at(0);
    const std::size_t size = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
    if (size == 0 || size > text.size()) return 0;
    for (std::size_t i = 1; i < size; ++i)
        if ((at(i) & 0xC0) != 0x80) return 0;
    const unsigned second = size > 1 ? at(1) : 0x80;
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
        (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
        return 0;
    return size;
}

}  // namespace

std::string visible(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t size = character(text);
        const auto first = static_cast<unsigned char>(text[0]);
        // U+0080 to U+009F are controls too: a terminal may obey them.
        const bool control =
            first < 0x20 || first == 0x7F ||
            (size == 2 && first == 0xC2 && static_cast<unsigned char>(text[1]) < 0xA0);
        const std::size_t taken = size == 0 ? 1 : size;
        if (size == 0 || control)
            for (std::size_t i = 0; i < taken; ++i)
                out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[i]));
        else
            out.append(text.substr(0, taken));
        text.remove_prefix(taken);
    }
    return out;
}

void tell(std::string_view text) {
    const std::string line = "analyze: " + visible(text) + '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);  // nobody to tell when this fails
}

}  // namespace analyze
