// Messages for people on stderr: "analyze: FILE: what is wrong; what to do".
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/message.hpp"

#include <cstdio>

#include "analyze/base/file.hpp"

namespace analyze {

std::string visible(std::string_view text) {
    return text == "-" || text.empty() ? std::string(text) : shown_path(text);
}

void tell(std::string_view text) {
    const std::string line = "analyze: " + visible(text) + '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);  // nobody to tell when this fails
}

}  // namespace analyze
