// What an ASCII character is at the edge of a line, from a table.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include "analyze/base/ascii.hpp"
#include "analyze/text/lines.hpp"

namespace analyze {

/// The edge of an ASCII character.
constexpr Edge find_ascii_edge(char c) {
    if (ascii::is_upper(c)) return Edge::upper;
    if (ascii::is_lower(c)) return Edge::lower;
    if (ascii::is_digit(c)) return Edge::digit;
    switch (c) {
        case '.':
            return Edge::stop;
        case '?':
            return Edge::question;
        case '!':
            return Edge::exclamation;
        case ':':
            return Edge::colon;
        case ',':
        case ';':
            return Edge::comma;
        case '"':
        case '\'':
        case '`':
            return Edge::quote;
        case '(':
        case ')':
        case '[':
        case ']':
        case '{':
        case '}':
            return Edge::bracket;
        case '-':
            return Edge::dash;
        default:
            return Edge::other;
    }
}

inline constexpr auto kAsciiEdges = [] {
    std::array<Edge, 128> edges{};
    for (std::size_t c = 0; c < edges.size(); ++c) edges[c] = find_ascii_edge(static_cast<char>(c));
    return edges;
}();

/// `c` is below 0x80.
[[nodiscard]] constexpr Edge ascii_edge_of(char c) {
    return kAsciiEdges[static_cast<unsigned char>(c)];
}

}  // namespace analyze
