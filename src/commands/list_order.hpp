// What a list of words stands for and how it is ordered: the values of --by and --sort.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace analyze {

enum class By { total, document, section };
enum class Sort { count, word, df };

[[nodiscard]] constexpr std::string_view name_of(By by) {
    return by == By::total ? "total" : by == By::document ? "document" : "section";
}
[[nodiscard]] constexpr std::string_view name_of(Sort sort) {
    return sort == Sort::count ? "count" : sort == Sort::word ? "word" : "df";
}

}  // namespace analyze
