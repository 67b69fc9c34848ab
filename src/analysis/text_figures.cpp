// Reads from a document what statistics of a text are made of: its words in order, and lengths.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/text_figures.hpp"

#include <algorithm>

#include "analyze/text/characters.hpp"

namespace analyze {

bool is_running_text(BlockKind kind) {
    return kind == BlockKind::paragraph || kind == BlockKind::list_item ||
           kind == BlockKind::quote || kind == BlockKind::verse;
}

const TextMeter::Form& TextMeter::form_of(std::string_view word) {
    const std::uint32_t number = raw_.find_or_add(word);
    if (number == raw_forms_.size()) {
        fold(word, Case::fold, key_);
        const std::uint32_t syllables = syllables_.count(key_, scratch_);
        if (definition_.letter_case != Case::fold || forms_ != nullptr)
            word_key(word, definition_.letter_case, forms_, key_);
        raw_forms_.push_back({keys_.find_or_add(key_),
                              static_cast<std::uint32_t>(letters_and_digits(word)), syllables});
    }
    return raw_forms_[number];
}

std::uint32_t TextMeter::local_type(std::uint32_t type, TextFigures& figures) {
    if (type >= locals_.size()) locals_.resize(type + std::size_t{1});
    Local& local = locals_[type];
    if (local.text != text_) local = {text_, static_cast<std::uint32_t>(figures.types++)};
    return local.type;
}

TextFigures TextMeter::measure(const Document& document, Span range, std::uint32_t first_block,
                               std::uint32_t end_block) {
    TextFigures figures;
    ++text_;
    const Token* const tokens = document.tokens().data();
    reader_.read(document.text(), tokens + document.token_at(range.begin),
                 tokens + document.token_at(range.end), spans_);
    figures.words.reserve(spans_.size());
    for (const Span span : spans_) {
        const Form& form = form_of(document.text(span));
        figures.words.push_back(local_type(form.type, figures));
        figures.word_lengths.add(form.characters);
    }

    const auto& sentences = document.sentences();
    auto sentence =
        std::partition_point(sentences.begin(), sentences.end(),
                             [&](const Sentence& earlier) { return earlier.block < first_block; });
    for (; sentence != sentences.end() && sentence->block < end_block; ++sentence) {
        if (!is_running_text(document.blocks()[sentence->block].kind)) continue;
        reader_.read(document.text(), tokens + sentence->first_token, tokens + sentence->end_token,
                     spans_);
        if (spans_.empty()) continue;
        figures.sentence_lengths.add(spans_.size());
        ++figures.prose.sentences;
        figures.prose.words += spans_.size();
        for (const Span span : spans_) {
            const Form& form = form_of(document.text(span));
            figures.prose.characters += form.characters;
            figures.prose.syllables += form.syllables;
            figures.prose.polysyllables += form.syllables >= 3 ? 1 : 0;
        }
    }
    return figures;
}

}  // namespace analyze
