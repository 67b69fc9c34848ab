// What a text says about itself: fields read from its metadata blocks and its title.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "analyze/analysis/outline.hpp"

namespace analyze {

/// The fields of a document in text order. Each kind of statement is read by the functions of
/// text/front.hpp; front matter is YAML or TOML of the plain kind (`key: value`, lists of strings).
/// Cost: linear in the size of the metadata blocks.
[[nodiscard]] std::vector<MetaField> read_metadata(const Document& document);

}  // namespace analyze
