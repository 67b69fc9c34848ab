// Classes and cases of ASCII characters, whatever the locale: other bytes and code points are in no class.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>

namespace analyze::ascii {

[[nodiscard]] constexpr bool is_digit(int c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_upper(int c) {
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_lower(int c) {
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_letter(int c) {
    return is_lower(c) || is_upper(c);
}
[[nodiscard]] constexpr bool is_alphanumeric(int c) {
    return is_letter(c) || is_digit(c);
}
[[nodiscard]] constexpr bool all_alphanumeric(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_alphanumeric);
}
/// A space or a tab.
[[nodiscard]] constexpr bool is_blank(int c) {
    return c == ' ' || c == '\t';
}
/// A blank or an end of a line or page: space, tab, line feed, vertical tab, form feed, carriage
/// return.
[[nodiscard]] constexpr bool is_white(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
[[nodiscard]] constexpr char lower(char c) {
    return is_upper(c) ? static_cast<char>(c + 32) : c;
}
[[nodiscard]] constexpr char upper(char c) {
    return is_lower(c) ? static_cast<char>(c - 32) : c;
}

}  // namespace analyze::ascii
