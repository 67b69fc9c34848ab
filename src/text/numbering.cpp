// Numbers and marks at the start of a line: 1. / 1.1 / IV. / A. / (a) / § 3 / Chapter Two / • / –.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/numbering.hpp"

#include <algorithm>
#include <array>

#include "analyze/base/ascii.hpp"
#include "word_rows.hpp"

namespace analyze {
namespace {

bool same_word(std::string_view a, std::string_view lower_case) {
    if (a.size() != lower_case.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (ascii::lower(a[i]) != lower_case[i]) return false;
    return true;
}

std::uint32_t roman_digit(char c) {
    switch (ascii::lower(c)) {
        case 'i':
            return 1;
        case 'v':
            return 5;
        case 'x':
            return 10;
        case 'l':
            return 50;
        case 'c':
            return 100;
        default:
            return 0;
    }
}

/// The value of a well-formed roman number up to 399, else 0.
std::uint32_t roman(std::string_view word) {
    if (word.empty() || word.size() > 11) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const std::uint32_t d = roman_digit(word[i]);
        if (d == 0 || ascii::is_upper(word[i]) != ascii::is_upper(word[0])) return 0;
        const std::uint32_t next = i + 1 < word.size() ? roman_digit(word[i + 1]) : 0;
        value = d < next ? value - d : value + d;
    }
    // Only the canonical spelling counts: "IC", "VV" and "IIII" are words or names.
    static constexpr std::array<std::string_view, 10> kOnes{"",  "i",  "ii",  "iii",  "iv",
                                                            "v", "vi", "vii", "viii", "ix"};
    static constexpr std::array<std::string_view, 10> kTens{"",  "x",  "xx",  "xxx",  "xl",
                                                            "l", "lx", "lxx", "lxxx", "xc"};
    if (value == 0 || value >= 400) return 0;
    std::size_t at = 0;
    const auto eat = [&](std::string_view part) {
        if (!same_word(word.substr(at, part.size()), part)) return false;
        at += part.size();
        return true;
    };
    for (std::uint32_t i = 0; i < value / 100; ++i)
        if (!eat("c")) return 0;
    return eat(kTens[value / 10 % 10]) && eat(kOnes[value % 10]) && at == word.size() ? value : 0;
}

std::uint32_t number_word(std::string_view word) {
    static constexpr std::array<std::string_view, 20> kCardinal{
        "one",     "two",     "three",     "four",     "five",     "six",      "seven",
        "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
    static constexpr std::array<std::string_view, 20> kOrdinal{
        "first",     "second",      "third",      "fourth",     "fifth",
        "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
        "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
        "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
    for (std::uint32_t i = 0; i < 20; ++i)
        if (same_word(word, kCardinal[i]) || same_word(word, kOrdinal[i])) return i + 1;
    return 0;
}

std::uint32_t to_number(std::string_view digits) {
    std::uint32_t value = 0;
    for (const char c : digits)
        value = value < 100000000 ? value * 10 + static_cast<std::uint32_t>(c - '0') : value;
    return value;
}

std::size_t word_end(std::string_view line, std::size_t at) {
    while (at < line.size() && (ascii::is_alphanumeric(line[at]))) ++at;
    return at;
}

struct NumberNoun {
    WordRow words;
    NumberStyle style;
};
constexpr std::size_t kLongestNoun = 24;  // bytes
constexpr std::array<NumberNoun, 5> kNouns{
    {{WordRow("part|book|volume|teil|buch|band|partie|livre|titre|parte|libro|título|titolo|livro|"
              "часть|"
              "книга|том"),
      NumberStyle::part},
     {WordRow("chapter|chap.|kapitel|chapitre|capítulo|capitolo|глава"), NumberStyle::chapter},
     {WordRow("section|sec.|abschnitt|sección|sezione|seção|раздел"), NumberStyle::section},
     {WordRow("appendix|annex|anhang|annexe|apéndice|anexo|appendice|allegato|apêndice|приложение"),
      NumberStyle::appendix},
     {WordRow("article|art.|act|scene|lesson|unit|letter|artikel|artículo|articolo|artigo|статья"),
      NumberStyle::other_word}}};

/// Of ASCII or in Cyrillic.
bool begins_with_capital(std::string_view line) {
    return ascii::is_upper(line[0]) ||
           (line[0] == '\xD0' && line.size() > 1 && static_cast<unsigned char>(line[1]) < 0xB0);
}

/// Bytes of what makes an ordinal of a number: "1.º", "2ª", "3°".
std::size_t ordinal_sign(std::string_view behind) {
    const std::size_t stop = behind.starts_with('.');
    for (const std::string_view sign : {"\u00BA", "\u00AA", "\u00B0"})
        if (behind.substr(stop).starts_with(sign)) return stop + sign.size();
    return 0;
}

/// "Chapter 1: …", "PART TWO", "§ 3."; nothing else may follow the number than the end, punctuation
/// or a title behind two spaces or a dash (a hyphen that joins two numbers is none).
Numbering with_noun(std::string_view line) {
    Numbering out;
    std::size_t at = word_end(line, 0);
    if (at == 0 && line.substr(0, 2) == "\xC2\xA7") {
        at = 2;
        out.style = NumberStyle::section_sign;
    } else {
        while (at < line.size() && static_cast<unsigned char>(line[at]) >= 0x80)
            at = word_end(line, at + 1);
        const bool shortened = line.substr(at, 2) == ". ";  // "CHAP. IV."
        at += shortened;
        if (at < 3 || at > kLongestNoun || at >= line.size() || !ascii::is_blank(line[at]) ||
            !begins_with_capital(line))
            return {};
        out.style = NumberStyle::any_word;
        for (const NumberNoun& noun : kNouns)
            if (noun.words.has(line.substr(0, at))) out.style = noun.style;
        if (shortened && out.style == NumberStyle::any_word) return {};
        if (out.style >= NumberStyle::other_word)
            for (const char c : line.substr(0, at))
                out.parent = out.parent * 131 + static_cast<unsigned char>(ascii::lower(c));
    }
    while (at < line.size() && ascii::is_blank(line[at])) ++at;
    std::size_t end = word_end(line, at);
    if (same_word(line.substr(at, end - at), "the") && end < line.size()) {  // "Part the First"
        at = end + 1;
        end = word_end(line, at);
        if (number_word(line.substr(at, end - at)) == 0) return {};
    }
    const std::string_view word = line.substr(at, end - at);
    if (word.empty()) return {};
    if (ascii::is_digit(word[0])) {
        const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
        const bool ordinal = out.style != NumberStyle::any_word;
        if (digits == word.size() || (ordinal && word.substr(digits) == "er"))
            out.value = to_number(word.substr(0, digits));
        if (ordinal) end += ordinal_sign(line.substr(end));
    } else if (word.size() == 1 && ascii::is_upper(word[0]) && out.style == NumberStyle::appendix)
        out.value = static_cast<std::uint32_t>(word[0] - 'A' + 1);
    else if (const std::uint32_t r = ascii::is_upper(word[0]) ? roman(word) : 0)
        out.value = r;
    else
        out.value = number_word(word);
    if (out.value == 0 || (out.style == NumberStyle::any_word && !ascii::is_digit(word[0])))
        return {};
    out.depth = 1;
    at = end;
    if (line.substr(at, 4) == " of " && at + 4 < line.size() && ascii::is_digit(line[at + 4]))
        at = word_end(line, at + 4);
    if (line.substr(at, 3) == " : " && out.style != NumberStyle::any_word) ++at;  // in French
    if (at < line.size() && (line[at] == '.' || line[at] == ':' || line[at] == ')')) {
        out.close = line[at++];
        if (at < line.size() && !ascii::is_blank(line[at])) return {};  // "Rust 1.67"
    }
    out.size = static_cast<std::uint32_t>(at);
    out.bare = at == line.size();
    if (out.bare || out.close != 0) return out;
    std::size_t next = at;
    while (next < line.size() && ascii::is_blank(line[next])) ++next;
    if (out.style == NumberStyle::section_sign) return next > at ? out : Numbering{};
    const std::string_view rest = line.substr(next);
    const bool dash = (next > at && rest.substr(0, 1) == "-") ||
                      rest.substr(0, 3) == "\xE2\x80\x93" || rest.substr(0, 3) == "\xE2\x80\x94";
    return dash || (next >= at + 2 && out.style != NumberStyle::any_word) ? out : Numbering{};
}

}  // namespace

Numbering read_numbering(std::string_view line) {
    Numbering out;
    if (line.empty()) return out;
    static constexpr std::array<std::string_view, 18> kBullets{"[ ]",
                                                               "[x]",
                                                               "[X]",
                                                               "\xE2\x98\x90",
                                                               "\xE2\x98\x91",
                                                               "\xE2\x98\x92",
                                                               "-",
                                                               "*",
                                                               "+",
                                                               "o",
                                                               "\xE2\x80\xA2",
                                                               "\xE2\x80\x93",
                                                               "\xE2\x80\xA3",
                                                               "\xE2\x97\x8F",
                                                               "\xE2\x97\xA6",
                                                               "\xE2\x96\xAA",
                                                               "\xC2\xB7",
                                                               "\xE2\x81\x83"};
    const bool may_be_bullet = line[0] == 'o' || !(ascii::is_alphanumeric(line[0]));
    for (const std::string_view bullet : kBullets) {
        if (!may_be_bullet) break;
        if (line.substr(0, bullet.size()) != bullet || line.size() <= bullet.size() ||
            !ascii::is_blank(line[bullet.size()]))
            continue;
        out.style = NumberStyle::bullet;
        out.size = static_cast<std::uint32_t>(bullet.size());
        out.value = static_cast<unsigned char>(bullet.back());
        return out;
    }
    if (const Numbering noun = with_noun(line); noun.style != NumberStyle::none) return noun;
    std::size_t at = 0;
    const bool open = line[0] == '(' || line[0] == '[';
    if (open || (line[0] == '#' && line.size() > 1 && ascii::is_digit(line[1]))) ++at;
    const std::size_t first = at;
    if (at < line.size() && ascii::is_digit(line[at])) {
        std::uint32_t parent = 17;
        while (true) {
            const std::size_t begin = at;
            while (at < line.size() && ascii::is_digit(line[at])) ++at;
            if (at - begin > 4) return {};
            if (out.depth > 0) parent = child_key(parent, out.value);
            out.value = to_number(line.substr(begin, at - begin));
            if (++out.depth > 9) return {};
            if (at + 1 < line.size() && line[at] == '.' && ascii::is_digit(line[at + 1]))
                ++at;
            else
                break;
        }
        if (out.depth == 2 && out.value == 0) {  // "2.0 Findings" above 2.1
            out.value = to_number(line.substr(first, line.find('.') - first));
            out.depth = 1;
            parent = 17;
        }
        out.parent = parent;
        out.style = NumberStyle::decimal;
    } else {
        at = word_end(line, at);
        const std::string_view word = line.substr(first, at - first);
        if (word.empty()) return {};
        const std::uint32_t r = roman(word);
        const bool letter = word.size() == 1 && (ascii::is_letter(word[0]));
        if (r == 0 && !letter) return {};
        const auto as_letter =
            static_cast<std::uint8_t>(letter ? ascii::lower(word[0]) - 'a' + 1 : 0);
        out.letter = as_letter;
        out.depth = 1;
        const bool is_upper = ascii::is_upper(word[0]);
        if (r != 0)
            out.style = is_upper ? NumberStyle::roman : NumberStyle::lower_roman, out.value = r;
        else
            out.style = is_upper ? NumberStyle::upper_letter : NumberStyle::lower_letter,
            out.value = as_letter;
    }
    if (open) {
        if (at >= line.size() || line[at] != (line[0] == '(' ? ')' : ']')) return {};
        if (line[at++] == ']') return {};  // a reference: [12]
        out.close = '(';
    } else if (at < line.size() && (line[at] == '.' || line[at] == ')' ||
                                    (line[at] == ':' && (out.style == NumberStyle::decimal ||
                                                         out.style == NumberStyle::roman)))) {
        out.close = line[at++];
    }
    out.size = static_cast<std::uint32_t>(at);
    out.bare = at == line.size();
    if (out.bare) return out;
    if (!ascii::is_blank(line[at])) return {};
    if (out.close != 0) return out;
    if (out.style != NumberStyle::decimal) return {};
    if (out.depth >= 2) return out;
    while (at < line.size() && ascii::is_blank(line[at])) ++at;
    return out.value < 100 && at < line.size() &&
                   (ascii::is_upper(line[at]) || static_cast<unsigned char>(line[at]) >= 0x80)
               ? out
               : Numbering{};
}

}  // namespace analyze
