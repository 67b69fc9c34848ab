// Places where a text can be cut without cutting a token.
// SPDX-License-Identifier: Apache-2.0
#include "cuts.hpp"

#include "analyze/base/ascii.hpp"

namespace analyze {

bool is_cut(std::string_view text, std::size_t i) {
    if (text[i - 1] == '\n') return true;
    return ascii::is_white(text[i - 1]) && static_cast<unsigned char>(text[i]) < 0x80 &&
           !ascii::is_white(text[i]);
}

bool is_behind_stop(std::string_view text, std::size_t i) {
    const std::string_view before = text.substr(0, i), behind = text.substr(i);
    if (!before.ends_with("。") && !before.ends_with("！") && !before.ends_with("？")) return false;
    const auto within = [behind](std::string_view first, std::string_view last) {
        return behind.substr(0, first.size()) >= first && behind.substr(0, last.size()) <= last;
    };
    return within("一", "\u9FFF") || within("ぁ", "ゖ") || within("ァ", "ヺ");
}

}  // namespace analyze
