// How far a training is, on stderr.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace analyze {

/// Says a line with the seconds since the first one.
void tell(const std::string& line);

}  // namespace analyze
