// Turns tokens into items: words with their classes, numbers with their values, signs.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "analyze/base/ascii.hpp"
#include "analyze/text/fold.hpp"
#include "temporal_table.hpp"

namespace analyze::temporal {
namespace {

/// U+202F stands between groups of digits and inside a token.
constexpr std::string_view kNarrowSpace = "\xe2\x80\xaf";

bool is_upper(std::string_view word) {
    return !word.empty() &&
           (ascii::is_upper(word[0]) ||
            (word.size() > 1 && word[0] == '\xc3' && static_cast<unsigned char>(word[1]) < 0x9f));
}

/// Bytes at the end of `word` that are a possessive 's, else 0.
std::size_t possessive(std::string_view word) {
    if (word.size() > 2 && word.ends_with("'s")) return 2;
    if (word.size() > 4 && (word.ends_with("\xe2\x80\x99s"))) return 4;
    return 0;
}

/// Whether groups of digits between `sign` are those of a large number: 1,234,567 or 12,34,567.
bool grouped(std::string_view text, char sign) {
    std::size_t length = 0, groups = 0, first = 0;
    bool threes = true, twos = true;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != sign) {
            ++length;
            continue;
        }
        const bool last = i == text.size();
        if (groups == 0)
            first = length;
        else {
            threes = threes && length == 3;
            twos = twos && length == (last ? 3U : 2U);
        }
        ++groups;
        length = 0;
    }
    return groups > 1 && first >= 1 && text[0] != '0' &&
           ((threes && first <= 3) || (twos && first <= 2 && groups > 2));
}

/// Longer tokens are no words of ours.
constexpr std::size_t kLongest = 64;

class ItemReader {
public:
    ItemReader(const Table& table, std::string_view text, Items& out)
        : table_(table), text_(text), out_(out) {}

    void read(const Token& token) {
        switch (token.kind) {
            case TokenKind::word:
            case TokenKind::number:
            case TokenKind::punctuation:
            case TokenKind::symbol:
                read_piece(token.begin, token.end);
                break;
            default:
                push(token.begin, token.end, std::uint32_t{0});
                break;
        }
    }

    /// Puts the words of multi-word forms together, and abbreviations with their dots.
    void finish() {
        std::size_t out = 0;
        auto& items = out_.items;
        for (std::size_t i = 0; i < items.size();) {
            Item item = items[i];
            std::size_t next = i + 1;
            const Entry* entry = entries_[i];
            if (entry != nullptr) {
                for (const Phrase& phrase : entry->phrases) {
                    if (!phrase.head.empty() && phrase.head != text(item)) continue;
                    if (!fits(phrase, i + 1)) continue;
                    next = i + 1 + phrase.words.size();
                    item.list = phrase.list;
                    item.end = items[next - 1].end;
                    break;
                }
                if (entry->dot && next == i + 1 && next < items.size() && items[next].touches &&
                    text(items[next]) == ".") {
                    item.end = items[next].end;
                    ++next;
                }
            }
            items[out++] = item;
            i = next;
        }
        items.resize(out);
    }

private:
    [[nodiscard]] std::string_view text(const Item& item) const {
        return text_.substr(item.begin, item.end - item.begin);
    }

    std::string_view lower(std::string_view word) {
        if (word.size() > kLongest) return {};
        lookup_key(word, key_);
        return key_;
    }

    bool fits(const Phrase& phrase, std::size_t at) {
        if (at + phrase.words.size() > out_.items.size()) return false;
        for (const std::string& word : phrase.words) {
            const Item& item = out_.items[at++];
            if (lower(text(item)) != word &&
                !(word == "'s" && text(item).ends_with("s") && text(item).size() == 4))
                return false;
        }
        return true;
    }

    void push(std::uint32_t begin, std::uint32_t end, const Entry* entry) {
        push(begin, end,
             entry == nullptr ? 0 : entry->lists[shape(text_.substr(begin, end - begin))]);
        entries_.back() = entry;
    }
    void push(std::uint32_t begin, std::uint32_t end, std::uint32_t list) {
        entries_.push_back(nullptr);
        Item item;
        item.begin = begin;
        item.end = end;
        item.list = list;
        const unsigned char before = begin > 0 ? static_cast<unsigned char>(text_[begin - 1]) : ' ';
        item.touches = before > ' ' && !(out_.items.empty() || out_.items.back().end != begin);
        item.capital = is_upper(text_.substr(begin, end - begin));
        out_.items.push_back(item);
    }

    const Entry* find(std::string_view word) {
        const std::string_view key = lower(word);
        if (key.empty()) return nullptr;
        const auto found = table_.lexicon.find(key);
        return found == table_.lexicon.end() ? nullptr : &found->second;
    }

    static std::size_t shape(std::string_view word) {
        if (!is_upper(word)) return 0;
        for (const char c : word)
            if (ascii::is_lower(c)) return 1;
        return 2;
    }

    void read_piece(std::uint32_t begin, std::uint32_t end) {
        const std::string_view word = text_.substr(begin, end - begin);
        if (word.size() > kLongest) {  // no word of ours; also bounds the recursion
            push(begin, end, std::uint32_t{0});
            return;
        }
        if (ascii::is_digit(word[0])) {
            read_number(begin, end);
            return;
        }
        if (const Entry* entry = find(word)) {
            push(begin, end, entry);
            return;
        }
        if (const std::size_t tail = possessive(word)) {
            const auto cut = end - static_cast<std::uint32_t>(tail);
            read_piece(begin, cut);
            push(cut, end, std::uint32_t{0});
            return;
        }
        // letters before digits: USD200, Q1
        const auto digit = std::find_if(word.begin(), word.end(), ascii::is_digit);
        if (digit != word.end() && digit - word.begin() <= 9) {
            const auto cut = begin + static_cast<std::uint32_t>(digit - word.begin());
            const Entry* entry = find(text_.substr(begin, cut - begin));
            if (entry != nullptr &&
                table_.role(entry->lists[shape(text_.substr(begin, cut - begin))], Role::prefix)) {
                push(begin, cut, entry);
                read_number(cut, end);
                return;
            }
        }
        if (table_.compounds && read_compound(begin, end)) return;
        push(begin, end, suffix_list(word));
    }

    /// Number words written together: zweiundzwanzig, dreihundertste.
    bool read_compound(std::uint32_t begin, std::uint32_t end) {
        const std::string whole(lower(text_.substr(begin, end - begin)));
        double total = 0, part = 0;
        bool ordinal = false;
        std::size_t at = 0;
        while (at < whole.size()) {
            std::uint32_t list = 0;
            std::size_t length = std::min<std::size_t>(whole.size() - at, 16);
            for (; length > 0; --length) {
                const auto found = table_.lexicon.find(std::string_view(whole).substr(at, length));
                if (found == table_.lexicon.end()) continue;
                list = found->second.lists[0];
                const bool last = at + length == whole.size();
                if (table_.role(list, Role::number_word) || table_.role(list, Role::hundred) ||
                    table_.role(list, Role::scale) ||
                    (at > 0 && table_.role(list, Role::compound_and)) ||
                    (last && at > 0 &&
                     (table_.role(list, Role::ordinal_suffix) ||
                      table_.role(list, Role::ordinal_word))))
                    break;
            }
            if (length == 0) return false;
            if (const double* value = table_.role(list, Role::number_word))
                part += *value;
            else if (const double* hundred = table_.role(list, Role::hundred))
                part = std::max(part, 1.0) * *hundred;
            else if (const double* scale = table_.role(list, Role::scale)) {
                total += std::max(part, 1.0) * *scale;
                part = 0;
            } else if (const double* word = table_.role(list, Role::ordinal_word)) {
                part += *word;
                ordinal = true;
            } else if (table_.role(list, Role::ordinal_suffix)) {
                ordinal = true;
            }
            at += length;
        }
        push(begin, end, std::uint32_t{0});
        Number number;
        number.value = total + part;
        number.word = true;
        number.ordinal = ordinal;
        add_number(number);
        return true;
    }

    std::uint32_t suffix_list(std::string_view word) {
        if (word.size() < 4) return 0;
        for (const Suffix& suffix : table_.suffixes)
            if (word.ends_with(suffix.ending) && !is_upper(word)) return suffix.list;
        return 0;
    }

    /// A token that begins with a digit: a number, then perhaps letters (3pm, 27th, 1990s, 10km).
    void read_number(std::uint32_t begin, std::uint32_t end) {
        std::uint32_t cut = begin;
        while (cut < end) {
            const char c = text_[cut];
            if (ascii::is_digit(c)) {
                ++cut;
                continue;
            }
            if (text_.substr(cut, 3) == kNarrowSpace && cut + 3 < end &&
                ascii::is_digit(text_[cut + 3])) {
                cut += 3;
                continue;
            }
            const bool sign = c == '.' || c == ',' || c == '\'';
            if (!sign || cut + 1 >= end || !ascii::is_digit(text_[cut + 1])) break;
            ++cut;
        }
        // 1e10
        if (cut + 1 < end && (text_[cut] == 'e' || text_[cut] == 'E')) {
            const std::uint32_t power = cut + 1;
            if (std::all_of(text_.begin() + power, text_.begin() + end, ascii::is_digit) &&
                end - power <= 2) {
                double value = 0;
                std::from_chars(text_.data() + begin, text_.data() + end, value);
                push(begin, end, std::uint32_t{0});
                add_number({value, 0, true, false, value == std::floor(value)});
                return;
            }
        }
        const std::string_view rest = text_.substr(cut, end - cut);
        if (rest.empty()) {
            read_digits(begin, cut);
            return;
        }
        const Entry* entry = find(rest);
        if (entry == nullptr) {
            // 9.am, 10,000th and the like divide at their last sign; the rest is no number for us
            if (rest[0] == '.' || rest[0] == ',' || rest[0] == '\'') {
                read_digits(begin, cut);
                push(cut, cut + 1, find(rest.substr(0, 1)));
                read_piece(cut + 1, end);
                return;
            }
            // 2018Q4, 2024-03-15T18:00
            const auto digit =
                std::find_if(rest.begin(), rest.end(), ascii::is_digit) - rest.begin();
            const std::string_view sign = rest.substr(0, static_cast<std::size_t>(digit));
            if (sign.size() < rest.size() && !sign.empty() &&
                table_.role(list_of(sign), Role::prefix)) {
                const auto middle = cut + static_cast<std::uint32_t>(digit);
                read_digits(begin, cut);
                push(cut, middle, find(sign));
                read_number(middle, end);
                return;
            }
            push(begin, end, std::uint32_t{0});
            return;
        }
        const std::uint32_t list = entry->lists[shape(rest)];
        if (table_.role(list, Role::ordinal_suffix)) {
            const std::size_t before = out_.items.size();
            read_digits(begin, cut);
            if (out_.items.size() == before + 1 && out_.items.back().number >= 0) {
                out_.items.back().end = end;
                Number& number = out_.numbers.back();
                number.ordinal = number.integer;
            }
            return;
        }
        read_digits(begin, cut);
        push(cut, end, entry);
    }

    std::uint32_t list_of(std::string_view word) {
        const Entry* entry = find(word);
        return entry == nullptr ? 0 : entry->lists[shape(word)];
    }

    void add_number(const Number& number) {
        out_.items.back().number = static_cast<std::int32_t>(out_.numbers.size());
        out_.numbers.push_back(number);
    }

    /// [0-9] with , . ' inside: one number, or several and the signs between them.
    void read_digits(std::uint32_t begin, std::uint32_t end) {
        const std::string_view word = text_.substr(begin, end - begin);
        Number number;
        if (plain(word, number)) {
            push(begin, end, std::uint32_t{0});
            add_number(number);
            return;
        }
        std::uint32_t at = begin;
        for (std::uint32_t i = begin; i <= end; ++i) {
            if (i < end && ascii::is_digit(text_[i])) continue;
            Number part;
            plain(text_.substr(at, i - at), part);
            push(at, i, std::uint32_t{0});
            add_number(part);
            if (i < end) push(i, i + 1, find(text_.substr(i, 1)));
            at = i + 1;
        }
    }

    bool plain(std::string_view word, Number& number) const {
        if (word.find(kNarrowSpace) != std::string_view::npos) {
            std::string commas;
            for (std::size_t i = 0; i < word.size(); ++i) {
                if (word[i] == kNarrowSpace[0]) {
                    commas += '\'';
                    i += 2;
                } else {
                    commas += word[i];
                }
            }
            return plain(commas, number);
        }
        const char decimal_sign = table_.comma_decimal ? ',' : '.';
        const auto commas = std::count(word.begin(), word.end(), ',');
        const auto points = std::count(word.begin(), word.end(), '.');
        const auto quotes = std::count(word.begin(), word.end(), '\'');
        std::array<char, 320> digits{};
        std::size_t length = 0;
        number.exact = word.size() <= 40;
        if (commas + points + quotes == 0) {
            number.digits = static_cast<std::uint8_t>(std::min<std::size_t>(word.size(), 255));
            length = word.copy(digits.data(), 300);
        } else {
            std::size_t decimal_at = std::string_view::npos;
            const auto last = word.find_last_of(",.'");
            const char sign = word[last];
            const std::string_view head = word.substr(0, last);
            const bool once = (sign == ',' ? commas : sign == '.' ? points : quotes) == 1;
            if (once && sign != '\'') {
                const auto others = head.find_first_of(",.'");
                if (others != std::string_view::npos) {
                    const char group = head[others];
                    if (!grouped(head, group)) return false;
                    decimal_at = last;
                } else if (table_.comma_decimal && sign == '.' && !grouped(word, sign)) {
                    return false;  // 3.10. is a date, 18.30 a time
                } else if (sign == decimal_sign || !grouped(word, sign)) {
                    decimal_at = last;
                }
            } else if (!grouped(word, sign)) {
                return false;
            }
            for (std::size_t i = 0; i < word.size() && length < 300; ++i) {
                if (ascii::is_digit(word[i]))
                    digits[length++] = word[i];
                else if (i == decimal_at)
                    digits[length++] = '.';
            }
            if (decimal_at != std::string_view::npos) {
                number.integer = false;
                const std::string_view tail = word.substr(decimal_at + 1);
                number.clock = sign == '.' && tail.size() == 2 && tail[0] < '6' && head.size() <= 2;
                if (tail.find_first_not_of('0') == std::string_view::npos) number.integer = true;
            }
        }
        std::from_chars(digits.data(), digits.data() + length, number.value);
        return true;
    }

    const Table& table_;
    std::string_view text_;
    Items& out_;
    std::string key_;
    std::vector<const Entry*> entries_;  ///< of each item, null: none
};

}  // namespace

void lookup_key(std::string_view word, std::string& key) {
    key.clear();
    bool simple = true;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto c = static_cast<unsigned char>(word[i]);
        if (c < 0x80) {
            key.push_back(ascii::is_upper(c) ? static_cast<char>(c + 32) : word[i]);
        } else if (c == 0xc3 && i + 1 < word.size()) {
            const auto next = static_cast<unsigned char>(word[++i]);
            key.push_back(word[i - 1]);
            key.push_back(next < 0x9f && next != 0x97 ? static_cast<char>(next + 0x20) : word[i]);
        } else if (word.substr(i, 3) == "\xe2\x80\x99") {
            key.push_back('\'');
            i += 2;
        } else {
            simple = simple && (c == 0xc2 || c == 0xe2 || c < 0xc0);
            key.push_back(word[i]);
        }
    }
    if (simple) return;
    const std::string copy = key;
    fold(copy, Case::fold, key);
}

void read_items(const Table& table, const Document& document, std::uint32_t first,
                std::uint32_t end, Items& out) {
    out.items.clear();
    out.numbers.clear();
    ItemReader reader(table, document.text(), out);
    for (std::uint32_t i = first; i < end; ++i) reader.read(document.tokens()[i]);
    reader.finish();
}

void mark_ranges(const Table& table, Items& items) {
    for (Item& item : items.items) {
        if (item.number < 0) continue;
        const Number& number = items.numbers[static_cast<std::size_t>(item.number)];
        item.ranges = 0;
        for (std::size_t i = 0; i < table.ranges.size(); ++i)
            if (table.ranges[i].holds(number)) item.ranges |= std::uint64_t{1} << i;
    }
}

}  // namespace analyze::temporal
