// The stored form of a compiled table: what the build embeds, so that a start compiles no patterns.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "temporal_table.hpp"

namespace analyze::temporal {

/// The table as bytes, for this version of the program and this byte order; the same bytes for the
/// same table.
[[nodiscard]] std::string stored_form(const Table& table);

/// Whether bytes are a stored form (of any version), not the text of a table.
[[nodiscard]] bool is_stored(std::string_view bytes);

/// The table again. Throws Error{resource} that names `origin` where the bytes are damaged or of
/// another version.
[[nodiscard]] Table read_stored(std::string_view bytes, const std::string& origin);

}  // namespace analyze::temporal
