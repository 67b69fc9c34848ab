// Finds a word or a phrase in texts as whole words, exactly as the words are counted.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/phrase.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

#include "analyze/base/ascii.hpp"
#include "analyze/base/error.hpp"

namespace analyze {
namespace {

constexpr std::size_t kLongestBlank = 1000;
constexpr std::size_t kMostForms = std::size_t{1} << 16;  // kept by a finder

/// Bytes of the white space character at the start of `text`, 0: there is none.
std::size_t white_size(std::string_view text) {
    if (ascii::is_white(text[0])) return 1;
    constexpr std::array<std::string_view, 18> kOthers{
        "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",
        "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u2028", "\u202F", "\u205F", "\u3000"};
    if (static_cast<signed char>(text[0]) >= 0) return 0;
    for (const std::string_view other : kOthers)
        if (text.starts_with(other)) return other.size();
    return 0;
}

WordDefinition keeping_possessives(WordDefinition definition) {
    definition.possessives = Possessives::keep;
    return definition;
}

}  // namespace

std::string gap_between(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::size_t size = 0, line_ends = 0;
        while (size < text.size()) {
            const std::size_t next = white_size(text.substr(size));
            if (next == 0) break;
            const char c = text[size];
            // CR LF is one line end
            if (c == '\n' || (c == '\r' && !text.substr(size + 1).starts_with('\n'))) ++line_ends;
            size += next;
        }
        if (size > 0) {
            out += line_ends < 2 && size <= kLongestBlank ? " " : "\n";
            text.remove_prefix(size);
        } else {
            out += text[0];
            text.remove_prefix(1);
        }
    }
    return out;
}

bool parts_words(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return true;
    if (!ascii::is_white(text[at - 1]) || ascii::is_white(text[at])) return false;
    if (static_cast<signed char>(text[at]) >= 0) return true;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
    return (U_MASK(u_charType(c)) & (U_GC_L_MASK | U_GC_ND_MASK)) != 0;
}

Phrase::Phrase(std::string_view text, WordDefinition definition, Kernel kernel, KeyForm form)
    : definition_(definition), form_(std::move(form)) {
    WordReader reader(definition_);
    std::vector<Span> words, whole;
    reader.read(text, words);
    WordReader(keeping_possessives(definition_)).read(text, whole);
    if (written() && whole != words) {
        definition_.possessives = Possessives::keep;
        words = whole;
    }
    if (words.empty())
        throw Error(Fault::usage,
                    "there is no word in '" + std::string(text) + "'; --regex finds signs");
    for (std::size_t i = 0; i < words.size(); ++i) {
        fold(slice(text, words[i]), definition_.letter_case, keys_.emplace_back());
        if (form_) form_(keys_.back());
        if (i > 0)
            gaps_.push_back(
                gap_between(text.substr(words[i - 1].end, words[i].begin - words[i - 1].end)));
    }
    for (std::size_t i = 0; written() && i < keys_.size(); ++i) {
        Literal literal(keys_[i], definition_.letter_case, kernel);
        if (!literal.usable() || (literal_ && literal_->rarity() >= literal.rarity())) continue;
        literal_.emplace(std::move(literal));
        anchor_ = i;
    }
    simple_ =
        keys_.size() == 1 && std::all_of(keys_[0].begin(), keys_[0].end(), ascii::is_alphanumeric);
}

std::size_t Phrase::longest() const {
    // NFC and folding shorten a string to a third at most ("ss" of "ß" is as long), a possessive
    // ending is no longer than the four bytes added
    std::size_t bytes = 0;
    for (const std::string& key : keys_) bytes += 4 * key.size() + 8;
    for (const std::string& gap : gaps_) bytes += gap.size() * kLongestBlank;
    return bytes;
}

PhraseFinder::PhraseFinder(const Phrase& phrase)
    : phrase_(&phrase),
      reader_(phrase.definition()),
      whole_reader_(keeping_possessives(phrase.definition())) {}

void PhraseFinder::read_words(std::string_view window) {
    reader_.read(window, words_);
    // The gap behind a word begins behind its possessive ending.
    if (phrase_->definition_.possessives == Possessives::strip && phrase_->keys_.size() > 1)
        whole_reader_.read(window, whole_words_);
    else
        whole_words_ = words_;
}

bool PhraseFinder::matches(std::string_view window, std::size_t first) {
    const Phrase& phrase = *phrase_;
    const std::size_t count = phrase.keys_.size();
    if (words_.size() - first < count) return false;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) {
            const std::size_t begin = whole_words_[first + i - 1].end,
                              end = words_[first + i].begin;
            if (gap_between(window.substr(begin, end - begin)) != phrase.gaps_[i - 1]) return false;
        }
        read_key(slice(window, words_[first + i]));
        if (key_ != phrase.keys_[i]) return false;
    }
    return true;
}

void PhraseFinder::read_key(std::string_view word) {
    fold(word, phrase_->definition_.letter_case, key_);
    if (phrase_->written()) return;
    if (forms_.size() >= kMostForms) forms_.clear();
    const auto [known, is_new] = forms_.try_emplace(key_, key_);
    if (is_new) phrase_->form_(known->second);
    key_ = known->second;
}

void PhraseFinder::match_window(std::string_view text, std::size_t from, std::size_t to,
                                Span anchor_in, std::vector<Span>& hits) {
    const std::string_view window = text.substr(from, to - from);
    read_words(window);
    const auto shift = static_cast<std::uint32_t>(from);
    const std::size_t count = phrase_->keys_.size();
    for (std::size_t i = 0; i + count <= words_.size(); ++i) {
        const std::uint32_t anchor = words_[i + phrase_->anchor_].begin + shift;
        if (anchor < anchor_in.begin || anchor >= anchor_in.end || !matches(window, i)) continue;
        hits.push_back({words_[i].begin + shift, words_[i + count - 1].end + shift});
    }
}

/// What most places are decided by: the bytes beside them. A letter or digit there makes another
/// word of it; with white space on both sides it is a word for itself.
PhraseFinder::Verdict PhraseFinder::judge_by_neighbours(std::string_view text,
                                                        std::size_t at) const {
    const std::string& key = phrase_->keys_[phrase_->anchor_];
    const WordPreset preset = phrase_->definition_.tokens;
    const auto lengthens = [preset](char own, char neighbour) {
        switch (preset) {
            case WordPreset::uax29:
                return ascii::is_alphanumeric(own) &&
                       (ascii::is_alphanumeric(neighbour) || neighbour == '_');
            case WordPreset::letters:
                return ascii::is_letter(neighbour);
            case WordPreset::whitespace:
                return neighbour > ' ' && neighbour < '\x7F';
        }
        return false;
    };
    const std::size_t end = at + key.size();
    if (at > 0 && lengthens(key.front(), text[at - 1])) return Verdict::no_hit;
    if (end < text.size() && lengthens(key.back(), text[end])) return Verdict::no_hit;
    if (!phrase_->simple_ || (at > 0 && !ascii::is_white(text[at - 1]))) return Verdict::unknown;
    if (preset != WordPreset::whitespace && end < text.size() &&
        (text[end] == '.' || text[end] == ','))
        return end + 1 == text.size() || ascii::is_white(text[end + 1]) ? Verdict::hit
                                                                        : Verdict::unknown;
    return end == text.size() || ascii::is_white(text[end]) ? Verdict::hit : Verdict::unknown;
}

void PhraseFinder::find(std::string_view text, std::size_t from, std::size_t to,
                        std::vector<Span>& hits) {
    const Phrase& phrase = *phrase_;
    // White space parts what stands before and behind the anchor into so many stretches at most.
    const auto blanks = [&](std::size_t begin, std::size_t end) {
        std::size_t count = 0;
        for (std::size_t i = begin; i < end; ++i)
            count += static_cast<std::size_t>(
                std::count_if(phrase.gaps_[i].begin(), phrase.gaps_[i].end(), ascii::is_white));
        return count;
    };
    const std::size_t before = blanks(0, phrase.anchor_),
                      after = blanks(phrase.anchor_, phrase.gaps_.size());
    const auto back = [&](std::size_t at) {
        while (at > from && !parts_words(text, at)) --at;
        return at;
    };
    const auto forth = [&](std::size_t at) {
        while (at < text.size() && !parts_words(text, at)) ++at;
        return at;
    };
    const std::size_t found_before = hits.size();
    if (phrase.literal_) {
        LiteralSearch search(*phrase.literal_, text);
        for (std::size_t at = from; at < text.size();) {
            const LiteralPlace place = search.next(at);
            if (place.begin >= text.size()) break;
            if (phrase.simple_ && place.begin >= to) break;
            if (place.plain) {
                const Verdict verdict = judge_by_neighbours(text, place.begin);
                if (verdict == Verdict::hit)
                    hits.push_back(
                        {static_cast<std::uint32_t>(place.begin),
                         static_cast<std::uint32_t>(place.begin + phrase.literal_->key().size())});
                if (verdict != Verdict::unknown) {
                    at = place.begin + 1;
                    continue;
                }
            }
            const std::size_t begin = back(place.begin);
            std::size_t first = begin, last = forth(place.begin + 1);
            const std::size_t end = last;
            for (std::size_t i = 0; i < before && first > from; ++i) first = back(first - 1);
            if (first >= to) break;
            for (std::size_t i = 0; i < after && last < text.size(); ++i) last = forth(last + 1);
            match_window(
                text, first, last,
                // what begins before `at` in this stretch is decided already
                {static_cast<std::uint32_t>(std::max(begin, at)), static_cast<std::uint32_t>(end)},
                hits);
            at = end;
        }
    } else {
        // No literal: all words, in stretches, each with enough behind it for the whole phrase.
        constexpr std::size_t kStretch = std::size_t{64} << 10;
        for (std::size_t at = from; at < to;) {
            const std::size_t end = forth(std::min(at + kStretch, text.size()));
            std::size_t last = end;
            for (std::size_t i = 0; i < after && last < text.size(); ++i) last = forth(last + 1);
            match_window(text, at, last,
                         {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, hits);
            at = end;
        }
    }
    while (hits.size() > found_before && hits.back().begin >= to) hits.pop_back();
}

void PhraseFinder::find_slowly(std::string_view text, std::vector<Span>& hits) {
    read_words(text);
    for (std::size_t i = 0; i < words_.size(); ++i)
        if (matches(text, i))
            hits.push_back({words_[i].begin, words_[i + phrase_->keys_.size() - 1].end});
}

}  // namespace analyze
