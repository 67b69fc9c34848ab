// Names as IOB2 tags, one token a line: for texts that come in tokens, and for our own tokens.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "analyze/analysis/entities.hpp"

namespace analyze {

/// Tags a text that is given as tokens: one a line (what stands before the first tab, else before
/// the first blank), a blank line after each sentence, a line that begins with -DOCSTART- before
/// each document. Gives "token TAB tag" for each token; the other lines are repeated.
[[nodiscard]] std::string tag_lines(std::string_view lines, const EntityModel& model);

/// The tokens of a document in the same form. A name that begins or ends inside a token takes it.
[[nodiscard]] std::string tagged_tokens(const Document& document,
                                        const std::vector<Entity>& entities);

}  // namespace analyze
