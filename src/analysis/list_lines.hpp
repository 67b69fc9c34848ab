// The lines of a list that a user may have written: decoded, numbered, refused where not UTF-8.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "analyze/base/error.hpp"
#include "analyze/resources/resource.hpp"

namespace analyze {

/// What is wrong with a line (counted from 1) of a list: Error{resource} with origin:line.
[[nodiscard]] Error list_error(const Resource& list, std::size_t line, const std::string& what);

/// Calls use(number, line) for each line, without its line feed; a byte order mark is left out.
/// Throws Error{resource} before the first call where the list is not UTF-8.
void for_lines(const Resource& list, const std::function<void(std::size_t, std::string_view)>& use);

}  // namespace analyze
