// What several commands show of a document: how it was read, its metadata, its sections.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyze/analysis/entities.hpp"
#include "analyze/analysis/outline.hpp"
#include "analyze/analysis/stop_words.hpp"
#include "analyze/commands/batch.hpp"
#include "analyze/report/table.hpp"
#include "analyze/text/document.hpp"
#include "analyze/text/words.hpp"

namespace analyze {

/// Reads a text and builds its document; says what decoding did.
[[nodiscard]] Document open_document(const std::string& path, const DecodeOptions& options,
                                     Tokenizer& tokenizer, Warnings& warnings);

/// The model of names from the data folder or the binary. Throws Error{resource}.
[[nodiscard]] EntityModel load_entity_model();

/// The file that an option names. Throws Error{resource} that names the option.
[[nodiscard]] Resource option_file(std::string_view option, const std::string& path);
/// The list that --stopwords names: "en", "none" or a file. Throws Error{resource}.
[[nodiscard]] StopWords load_stop_words(const std::string& name);

/// "input": bytes, encoding and how it was found, for programs.
[[nodiscard]] Group input_group(const DecodeInfo& info, std::uint64_t bytes);
/// "definition": what counted as a word, for programs. Throws Error{resource} for a list of lemmas
/// that cannot be read.
[[nodiscard]] Group definition_group(const WordDefinition& definition);
/// "meta": what the text says about itself; several authors joined by ", ". A field that the text
/// does not have is left out, or (`all`) undefined, so that every document has the same fields.
[[nodiscard]] Group meta_group(const Document& document, const Outline& outline, bool all);

/// Tokens of kind word or number in a range of the text. O(log n + range).
[[nodiscard]] std::uint64_t words_in(const Document& document, Span range);
/// The text that a section takes up, heading included and subsections not.
[[nodiscard]] Span section_range(const Document& document, const Section& section);
/// "1", "1.1", "2" by the tree of the sections; empty for the lead.
[[nodiscard]] std::vector<std::string> section_numbers(const Outline& outline);
/// The first columns of a table of all sections of a text: number and heading.
[[nodiscard]] std::vector<Column> section_columns();
/// The cells of a section in them; the lead has no heading.
[[nodiscard]] std::vector<Value> section_cells(const Document& document, const Outline& outline,
                                               std::size_t section);
/// How many sections each is inside.
[[nodiscard]] std::vector<int> section_depths(const Outline& outline);
/// Whether headings carry numbers of their own ("2.1 Method"), so that ours would only repeat them.
[[nodiscard]] bool headings_are_numbered(const Document& document, const Outline& outline);

/// Runs of white space (a line end within a name) as one blank.
[[nodiscard]] std::string one_line(std::string_view text);

[[nodiscard]] inline Value number(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

}  // namespace analyze
