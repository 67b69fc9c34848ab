// What all analysing commands share: which inputs, how they are read, where results go.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyze/report/writer.hpp"
#include "analyze/text/decode.hpp"
#include "analyze/text/source.hpp"
#include "analyze/text/words.hpp"

namespace analyze {

class OptionList;
struct Option;

struct InputOptions {
    std::vector<std::string> paths = {};                  ///< files, directories, "-"
    std::vector<std::string> include = {}, exclude = {};  ///< globs for what a walk finds
    std::string files_from = {}, files0_from = {};        ///< files that list inputs; empty: none
    DecodeOptions decode = {};
};

enum class Colour { automatic, always, never };

struct OutputOptions {
    Format format = Format::text;
    std::string path;  ///< empty: standard output
    Colour colour = Colour::automatic;
    bool ascii = false;
    bool quiet = false;
    bool bom = false;
    OffsetUnit offsets = OffsetUnit::bytes;
};

struct Settings {
    InputOptions input;
    OutputOptions output;
    std::uint64_t jobs = 0;  ///< threads; 0: the CPUs that the process may use
    std::string data;        ///< folder of --data
};

/// The options that every analysing command has: inputs, output and run. Returns --format: a
/// command may know more formats.
Option& declare_settings(OptionList& options, Settings& settings);
/// Of commands that show places in the file; stands among the options of the output.
void declare_offsets(OptionList& options, OutputOptions& output);
/// Of commands whose user chooses what a word is.
void declare_words(OptionList& options, WordDefinition& definition);

/// How results look on the place they go to: colour, width, characters, BOM. Reads the terminal and
/// the environment (NO_COLOR, TERM, COLUMNS; LC_ALL, LC_CTYPE, LANG). Only what goes to a terminal
/// depends on the locale: one that names a charset other than UTF-8, or TERM=dumb, has plain ASCII.
[[nodiscard]] Style style_for(const OutputOptions& output);

/// "bytes", "codepoints", "utf16".
[[nodiscard]] std::string_view name_of(OffsetUnit unit);

}  // namespace analyze
