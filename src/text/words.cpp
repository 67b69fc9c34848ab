// What counts as a word: one definition, set by options and printed with every count.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/words.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "analyze/base/ascii.hpp"
#include "analyze/text/source.hpp"

namespace analyze {
namespace {

/// What a character does in the presets that do without tokens.
enum class Part { inside, divides, joins, ignored };

/// Calls `part` for each character of `range`, with whether a word is open, and collects the words:
/// they begin at `inside`, go on at `inside` and `joins`, and end before `divides`. What is
/// `ignored` neither ends a word nor makes it longer.
template <class PartOf>
void read_runs(std::string_view text, Span range, PartOf part_of, std::vector<Span>& words) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    bool open = false;
    for (std::uint32_t at = range.begin; at < range.end;) {
        const std::uint32_t begin = at;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, at, range.end, c);
        const Part part = part_of(c);
        if (part == Part::inside && !open) {
            words.push_back({begin, at});
            open = true;
        } else if (part == Part::divides) {
            open = false;
        } else if (open && part != Part::ignored) {
            words.back().end = at;
        }
    }
}

Part letters_part(UChar32 c) {
    const std::uint32_t category = U_MASK(u_charType(c));
    if ((category & U_GC_L_MASK) != 0) return Part::inside;
    return (category & U_GC_M_MASK) != 0 ? Part::joins : Part::divides;
}

Part whitespace_part(UChar32 c) {
    if (c >= 0x21 && c <= 0x7E) return Part::inside;
    if (ascii::is_white(c)) return Part::divides;
    const std::uint32_t category = U_MASK(u_charType(c));
    constexpr UChar32 kWordJoiner = 0x2060;
    if ((category & U_GC_ZS_MASK) != 0 || c == kWordJoiner) return Part::divides;
    constexpr std::uint32_t kUnprintable =
        U_GC_CC_MASK | U_GC_CN_MASK | U_GC_CS_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
    return (category & kUnprintable) != 0 ? Part::ignored : Part::inside;
}

bool is_hyphen(std::string_view token) {
    return token == "-" || token == "\u2010" || token == "\u2011";
}

/// Without a final 's. UAX #29 keeps an apostrophe inside a word only where letters stand on both
/// sides (WB6, WB7), so a letter stands before it.
std::uint32_t end_without_possessive(std::string_view text, Span word) {
    const std::string_view raw = slice(text, word);
    if (!raw.ends_with('s') && !raw.ends_with('S')) return word.end;
    const std::string_view before = raw.substr(0, raw.size() - 1);
    return word.end - (before.ends_with('\'') ? 2U : before.ends_with("\u2019") ? 4U : 0U);
}

/// The words of the presets that do without tokens.
void read_text(std::string_view text, Span range, WordPreset preset, std::vector<Span>& words) {
    if (preset == WordPreset::letters) {
        read_runs(text, range, letters_part, words);
    } else {
        read_runs(text, range, whitespace_part, words);
    }
}

}  // namespace

Cuts cuts_of(const WordDefinition& definition) {
    return definition.tokens == WordPreset::whitespace ? Cuts::white_space : Cuts::stops_too;
}

void WordReader::read(std::string_view text, std::vector<Span>& words) {
    if (definition_.tokens == WordPreset::uax29) {
        tokenizer_.tokenize(text, tokens_);
        read(text, tokens_.data(), tokens_.data() + tokens_.size(), words);
    } else {
        words.clear();
        read_text(text, {0, static_cast<std::uint32_t>(text.size())}, definition_.tokens, words);
    }
}

void WordReader::read(std::string_view text, const Token* first, const Token* last,
                      std::vector<Span>& words) const {
    words.clear();
    if (first == last) return;
    if (definition_.tokens != WordPreset::uax29)
        return read_text(text, {first->begin, (last - 1)->end}, definition_.tokens, words);

    for (const Token* token = first; token != last; ++token) {
        if (!token->is_word()) continue;
        Span word = token->span();
        if (definition_.hyphens == Hyphens::join) {
            while (last - token > 2 && token[1].begin == token[0].end &&
                   token[2].begin == token[1].end && token[2].is_word() &&
                   is_hyphen(slice(text, token[1].span()))) {
                token += 2;
                word.end = token->end;
            }
        }
        if (definition_.possessives == Possessives::strip)
            word.end = end_without_possessive(text, word);
        words.push_back(word);
    }
}

}  // namespace analyze
