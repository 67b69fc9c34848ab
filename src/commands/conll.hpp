// Names as IOB2 tags, one token a line (CoNLL, CoNLL-U): for texts that come in tokens, and for our own.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "analyze/analysis/entities.hpp"

namespace analyze {

/// The two forms of lines: "token TAB tag", and the ten columns of CoNLL-U
/// (https://universaldependencies.org/format.html) with the tag as NE=… in the last, MISC, and all
/// columns in between empty ("_").
enum class TokenLines { conll, conllu };

/// Tags a text that is given as tokens: one a line (what stands before the first tab, else before
/// the first blank), a blank line after each sentence, a line that begins with -DOCSTART- before
/// each document. `conll` gives a line for each line: tokens with their tags, the others as they
/// are. `conllu` gives the sentences alone, each with its comments; `name` stands in these.
[[nodiscard]] std::string tag_lines(std::string_view lines, const EntityModel& model,
                                    TokenLines form = TokenLines::conll,
                                    std::string_view name = {});

/// The tokens of a document in the same forms. A name that begins or ends inside a token takes it.
[[nodiscard]] std::string tagged_tokens(const Document& document,
                                        const std::vector<Entity>& entities,
                                        TokenLines form = TokenLines::conll);

}  // namespace analyze
