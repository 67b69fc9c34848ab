// Saved word counts: a table that people can read, with the definition that made them at its head.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyze/analysis/word_count.hpp"
#include "analyze/resources/resource.hpp"

namespace analyze {

/// The first line of every profile; what begins otherwise is none.
inline constexpr std::string_view kProfileMark = "# analyze.profile/1";

/// The definition of a word as names and values ("case", "fold"), in the order of the machine
/// formats. A name that one definition has and another lacks makes them different.
using DefinitionFields = std::vector<std::pair<std::string, std::string>>;

/// What a profile says of itself: of all that was counted, whatever rows were cut from it since.
struct ProfileHead {
    DefinitionFields definition;
    std::uint64_t documents = 0, words = 0, distinct_words = 0;
};

/// A word of a list.
struct ListedWord {
    std::string_view word;
    std::uint64_t count = 0, documents = 0;
};

/// Whether a file that begins so is a profile (a byte order mark may stand before the mark).
[[nodiscard]] bool begins_profile(std::string_view bytes);

/// Writes a profile, in pieces of some 64 KiB: the mark; "# definition.NAME: VALUE" lines;
/// "# documents: N", "# words: N", "# distinct_words: N"; the names of the columns, word, count and
/// documents; then a line for each word in the order given, with tabs between. Tab, line feed,
/// carriage return and backslash in a word are \t, \n, \r and \\.
void write_profile(const ProfileHead& head, const std::vector<WordCount>& words,
                   const std::function<void(std::string_view)>& write);

/// Reads a profile and calls use(word) for each of its rows, in their order; a view is valid during
/// the call. Rows may have been cut out or moved, and other comments may stand in the head. Throws
/// Error{resource} that names origin:line: no mark, a figure of the head that is missing or no
/// number, a row that is not three columns, a count of 0 or no number, more documents than count or
/// than the head states, more words than the head states. Linear in the size of the file, which is
/// held in memory twice.
ProfileHead read_profile(const Resource& file, const std::function<void(const ListedWord&)>& use);

/// How `made` differs from `wanted`: "case keep instead of fold, hyphens join instead of split, stem
/// none instead of english"; empty: not at all. `remedy`: what would make a run agree with `made`:
/// "count with --case keep --hyphens join and without --stem", or, where no option does, "make it
/// anew".
struct DefinitionDifference {
    std::string what, remedy;
};
[[nodiscard]] DefinitionDifference difference(const DefinitionFields& made,
                                              const DefinitionFields& wanted);

}  // namespace analyze
