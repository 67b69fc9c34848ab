// From what the user named to the list of inputs: files, directories walked, lists of files.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/commands/settings.hpp"

namespace analyze {

/// One text to analyse, or something that cannot be and why.
struct Input {
    std::string path;       ///< as given or reached by the walk; "-": standard input
    std::string problem;    ///< empty, or a message that begins with the path
    std::uint8_t side = 0;  ///< of commands that set texts against others: 1 for those others
};

/// Thrown where nothing is named and standard input is a terminal: nobody would know that we wait.
struct NothingToRead {};

/// The inputs in order: the paths given, then those of --files-from, then of --files0-from.
/// A directory stands for the files below it in byte order of their paths; symbolic links are
/// followed, one that leads back to a directory above it is a problem, names that begin with a dot
/// and things that are no files are passed over. --include and --exclude apply to what a walk
/// finds: a glob without "/" to the name, one with "/" to the path; --exclude also to directories.
/// Nothing named at all: standard input.
/// Throws NothingToRead, and Error{usage} when standard input is named twice, a list cannot be read
/// or a glob is malformed.
[[nodiscard]] std::vector<Input> list_inputs(const InputOptions& options);
/// The inputs of two sides: those of `options`, then what `others` name under the same rules, as
/// side 1. Throws also where standard input is named on both sides.
[[nodiscard]] std::vector<Input> list_two_sides(const InputOptions& options,
                                                const std::vector<std::string>& others);

/// Takes the first of the paths away, which is none: what a command looks for (`name`: "PATTERN").
/// Throws Error{usage} where there is nothing, and where it is a file and only standard input would
/// be read. A file whose name could be a word may be meant as one where that is no terminal.
[[nodiscard]] std::string take_first_operand(InputOptions& input, std::string_view command,
                                             std::string_view name);
/// Why nothing was found: what was looked for is a file. Empty: it is none.
[[nodiscard]] std::string operand_hint(const std::string& given, std::string_view command,
                                       std::string_view name);

}  // namespace analyze
