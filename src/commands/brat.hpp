// Mentions as a folder of the annotation tool brat: a text and its standoff annotation for each input.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyze/text/document.hpp"
#include "mentions.hpp"

namespace analyze {

/// The two files of one document (https://brat.nlplab.org/standoff.html).
struct BratPair {
    std::string text;         ///< .txt: UTF-8 without a mark, lines ended by LF
    std::string annotations;  ///< .ann: offsets are code points of `text`, line ends included
};

/// Names and expressions as text-bound annotations in the order of their places, in fragments where
/// one crosses a line end; the value of an expression is a note on it. Linear.
[[nodiscard]] BratPair brat_pair(const Document& document, const Mentions& found);

/// "annotation.conf": without it brat takes the types for unknown ones.
[[nodiscard]] std::string brat_configuration();

/// A name below the folder for each input, without the ending of its files: the path without the
/// folder that all share and without its last extension, which stays where two inputs would be
/// the same ("a.md", "a.txt"). Standard input is "stdin". No name leads out of the folder, and no two
/// are the same.
[[nodiscard]] std::vector<std::string> brat_names(const std::vector<std::string>& paths);

}  // namespace analyze
