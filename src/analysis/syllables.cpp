// Counts the syllables of English words by rules over their letters.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/syllables.hpp"

#include <algorithm>
#include <charconv>

#include "analyze/base/ascii.hpp"

#include "list_lines.hpp"

namespace analyze {
namespace {

constexpr std::string_view kVowels = "aeiouy";

bool is_vowel(char c) {
    return kVowels.find(c) != std::string_view::npos;
}
bool fits(char pattern, char c) {
    if (pattern == 'V') return is_vowel(c);
    if (pattern == 'C') return ascii::is_lower(c) && !is_vowel(c);
    return pattern == c;
}

/// The letter, or letters, that a Latin letter beyond ASCII reads as: U+00E0 to U+00FF, and œ.
std::string_view plain(std::string_view character) {
    static constexpr std::array<std::string_view, 32> kLatin{
        "a", "a", "a", "a", "a", "a", "a", "c", "a", "a", "a", "-a", "i", "i", "i", "-i",
        "d", "n", "o", "o", "o", "o", "o", "",  "o", "u", "u", "u",  "u", "y", "t", "y"};
    if (character == "’") return "'";
    if (character == "œ") return "o";
    const auto second = static_cast<unsigned char>(character.size() > 1 ? character[1] : 0);
    if (character.size() == 2 && character[0] == '\xC3' && second >= 0xA0)
        return kLatin[second - 0xA0U];
    return "?";
}

/// "^word$" in ASCII; characters that have no letter of their own become "?".
void spell(std::string_view word, std::string& spelt) {
    spelt.assign(1, '^');
    for (std::size_t at = 0; at < word.size();) {
        const auto first = static_cast<unsigned char>(word[at]);
        const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (size > 1)
            spelt += plain(word.substr(at, size));
        else
            spelt += word[at] == '^' || word[at] == '$' ? '?' : word[at];
        at += size;
    }
    spelt += '$';
}

bool is_pattern(std::string_view text) {
    const std::size_t begin = text.starts_with('^') ? 1 : 0;
    const std::size_t end = text.size() - (text.ends_with('$') ? 1 : 0);
    if (begin >= end) return false;
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                       text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
                           return ascii::is_lower(c) || c == 'V' || c == 'C' || c == '\'';
                       });
}

}  // namespace

SyllableRules::SyllableRules(const Resource& table) {
    for_lines(table, [&](std::size_t number, std::string_view line) {
        while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
        if (line.empty() || line[0] == '#') return;
        const std::size_t blank = std::min(line.find(' '), line.size() - 1);
        std::string_view patterns = line.substr(0, blank);
        const std::string_view what = line.substr(blank + 1);
        int amount = -1;
        const char* const end = what.data() + what.size();
        const bool whole =
            what.size() > 1 && std::from_chars(what.data() + 1, end, amount).ptr == end;
        if (!whole || amount < 0 || amount > 99 || std::string_view("+-=").find(what[0]) == 3 ||
            patterns.empty())
            throw list_error(table, number, "not 'PATTERN +N', 'PATTERN -N' or 'word =N'");
        if (what[0] == '=') {
            words_[std::string(patterns)] = static_cast<std::uint32_t>(std::max(amount, 1));
            return;
        }
        while (!patterns.empty()) {
            const std::size_t comma = std::min(patterns.find(','), patterns.size());
            const std::string_view pattern = patterns.substr(0, comma);
            patterns.remove_prefix(std::min(comma + 1, patterns.size()));
            if (!is_pattern(pattern))
                throw list_error(table, number,
                                 std::string("'").append(pattern).append("' is no pattern"));
            for (unsigned c = 0; c < rules_.size(); ++c)
                if (fits(pattern[0], static_cast<char>(c)))
                    rules_[c].push_back({std::string(pattern), what[0] == '+' ? amount : -amount});
        }
    });
}

std::uint32_t SyllableRules::count(std::string_view word, std::string& scratch) const {
    spell(word, scratch);
    const auto known = words_.find(scratch.substr(1, scratch.size() - 2));
    if (known != words_.end()) return known->second;
    std::int64_t syllables = 0;
    bool in_vowels = false;
    for (std::size_t at = 0; at < scratch.size(); ++at) {
        const bool vowel = is_vowel(scratch[at]);
        if (vowel && !in_vowels) ++syllables;
        in_vowels = vowel;
        for (const Rule& rule : rules_[static_cast<unsigned char>(scratch[at])]) {
            const std::size_t size = rule.pattern.size();
            if (size <= scratch.size() - at &&
                std::equal(rule.pattern.begin(), rule.pattern.end(), scratch.data() + at, fits))
                syllables += rule.change;
        }
    }
    return static_cast<std::uint32_t>(std::max<std::int64_t>(syllables, 1));
}

}  // namespace analyze
