// Reads from a document what statistics of a text are made of: its words in order, and lengths.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/analysis/diversity.hpp"
#include "analyze/analysis/lengths.hpp"
#include "analyze/analysis/readability.hpp"
#include "analyze/analysis/syllables.hpp"
#include "analyze/analysis/word_forms.hpp"
#include "analyze/base/string_index.hpp"
#include "analyze/text/document.hpp"
#include "analyze/text/words.hpp"

namespace analyze {

/// Of a whole text or one section. 4 bytes for each word.
struct TextFigures {
    TypeSequence words;  ///< all words; numbers of types hold within these figures alone
    std::uint64_t types = 0;
    Lengths word_lengths;      ///< letters and digits of each of `words`
    Lengths sentence_lengths;  ///< words of each sentence of running text that has one
    ProseCounts prose;         ///< of those sentences
};

/// Whether sentences of a block count as running text: paragraphs, list items, quotes and verse do;
/// titles, headings, metadata, captions, tables, code and furniture of the page do not.
[[nodiscard]] bool is_running_text(BlockKind kind);

/// Measures texts under one definition of words; what was learned of a word form is kept (some 100
/// bytes and its length). One per thread.
class TextMeter {
public:
    /// The rules must outlive the meter.
    TextMeter(const WordDefinition& definition, const SyllableRules& syllables)
        : definition_(definition),
          forms_(forms_of(definition)),
          reader_(definition),
          syllables_(syllables) {}

    /// The words of `range` and the sentences of the blocks [first, end) of a document. Linear.
    [[nodiscard]] TextFigures measure(const Document& document, Span range,
                                      std::uint32_t first_block, std::uint32_t end_block);

private:
    struct Form {
        std::uint32_t type;  ///< in keys_
        std::uint32_t characters, syllables;
    };
    const Form& form_of(std::string_view word);
    std::uint32_t local_type(std::uint32_t type, TextFigures& figures);

    WordDefinition definition_;
    const WordForms* forms_;
    WordReader reader_;
    const SyllableRules& syllables_;
    StringIndex raw_, keys_;
    std::vector<Form> raw_forms_;
    struct Local {
        std::uint64_t text = 0;  ///< the number of the figures that have met the type
        std::uint32_t type = 0;
    };
    std::vector<Local> locals_;  ///< by type
    std::uint64_t text_ = 0;
    std::vector<Span> spans_;
    std::string key_, scratch_;
};

}  // namespace analyze
