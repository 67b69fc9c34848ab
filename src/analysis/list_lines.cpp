// The lines of a list that a user may have written: decoded, numbered, refused where not UTF-8.
// SPDX-License-Identifier: Apache-2.0
#include "list_lines.hpp"

#include <algorithm>

#include "analyze/text/decode.hpp"

namespace analyze {

Error list_error(const Resource& list, std::size_t line, const std::string& what) {
    return {Fault::resource, list.origin() + ':' + std::to_string(line) + ": " + what};
}

void for_lines(const Resource& list,
               const std::function<void(std::size_t, std::string_view)>& use) {
    const Decoded decoded =
        decode(std::string(list.bytes()), {.encoding = "UTF-8", .binary = BinaryPolicy::text}, "");
    if (const auto at = decoded.info.first_invalid) {
        const std::string_view before = list.bytes().substr(0, *at);
        const auto lines = std::count(before.begin(), before.end(), '\n');
        throw list_error(list, 1 + static_cast<std::size_t>(lines),
                         "not UTF-8; save the list as UTF-8");
    }
    std::string_view rest = decoded.text;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        use(number, rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

}  // namespace analyze
