// Word lists that others have made: a word and a count a line, in any of the usual forms.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>

#include "analyze/analysis/profile.hpp"
#include "analyze/resources/resource.hpp"

namespace analyze {

/// Reads a list of words with their counts and calls use(word) for each row; its view is valid
/// during the call, its `documents` are 0 (no list tells). The word is as it stands there, blanks
/// around it off: folding it is the caller's.
///
/// The form is found out, once for the whole list:
/// - Blank lines and lines that begin with # are passed over.
/// - Columns are parted by tabs, else commas (quotes as in CSV, within a line), else semicolons,
///   else blanks: the first of these that stands in both of the first two lines.
/// - A first line that has no whole number is a header. Where it names a column of words (word,
///   type, form, lemma, term, …) and one of counts (count, freq, frequency, n, …) there may be others
///   beside them.
/// - Else there are two columns. The counts are in the one that is a number where the other is not,
///   in the first line that tells. Parted by blanks, all but the number is the word.
///
/// Throws Error{resource} that names origin:line: a line with too few columns or too many, a count
/// that is no whole number, a word that is empty, counts beyond 2^63 together, a list without words,
/// and one that does not tell words and counts apart. Linear; the list is held in memory twice.
void read_counted_list(const Resource& list, const std::function<void(const ListedWord&)>& use);

/// Whether a text looks like such a list: of the lines that `start`, its first bytes, has whole
/// there are three or more, and each (but the first, which may be a header) is a word and a count.
[[nodiscard]] bool looks_like_counted_list(std::string_view start);

}  // namespace analyze
