// What a list of words stands for and how it is ordered: the values of --by and --sort.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace analyze {

enum class By { total, document, section };
enum class Sort { count, word, df, dp, arf };

[[nodiscard]] constexpr std::string_view name_of(By by) {
    return by == By::total ? "total" : by == By::document ? "document" : "section";
}
[[nodiscard]] constexpr std::string_view name_of(Sort sort) {
    switch (sort) {
        case Sort::count:
            return "count";
        case Sort::word:
            return "word";
        case Sort::df:
            return "df";
        case Sort::dp:
            return "dp";
        case Sort::arf:
            return "arf";
    }
    return {};
}

}  // namespace analyze
