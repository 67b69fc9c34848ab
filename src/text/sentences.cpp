// Sentences inside blocks: UAX #29 repaired by abbreviations, initials, numbers and quotes.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/sentences.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "analyze/base/ascii.hpp"
#include "analyze/text/abbreviations.hpp"
#include "analyze/text/lines.hpp"
#include "byte_search.hpp"

namespace analyze {
namespace {

constexpr std::size_t kLongestWord = 24;  // bytes; longer words are no abbreviations

/// Reads one block from left to right.
class Splitter {
public:
    Splitter(std::string_view text, const AbbreviationList& list) : text_(text), list_(list) {}

    void split(const Block& block, std::uint32_t index, std::vector<Sentence>& out) {
        end_ = block.span.end;
        block_ = block.span.begin;
        begin_ = block.span.begin;
        std::uint32_t at = begin_;
        // Nearly every character is none of the terminators; this is the hot loop.
        while ((at = next_candidate(at)) < end_) {
            const std::uint32_t size = terminator(at);
            if (size == 0) {
                ++at;
                continue;
            }
            std::uint32_t next = 0;
            const std::uint32_t stop = sentence_end(at, size, next);
            if (stop != 0) {
                add({begin_, stop}, index, out);
                begin_ = next;
            }
            at = std::max(next, at + size);
        }
        add({begin_, end_}, index, out);
    }

private:
    std::uint32_t next_candidate(std::uint32_t at) const {
        return static_cast<std::uint32_t>(find_byte<MayTerminate>(text_, at, end_));
    }

    void add(Span span, std::uint32_t index, std::vector<Sentence>& out) const {
        span = trim(text_, span);
        if (!span.empty()) out.push_back({span, index, 0, 0});
    }

    UChar32 char_at(std::uint32_t at, std::uint32_t& size) const {
        const auto byte = [&](std::uint32_t i) {
            return static_cast<UChar32>(static_cast<unsigned char>(text_[i]));
        };
        const UChar32 c = byte(at);
        if (c < 0x80 || at + 1 >= end_) return size = 1, c;
        if (c < 0xE0 || at + 2 >= end_) return size = 2, ((c & 0x1F) << 6) | (byte(at + 1) & 0x3F);
        if (c < 0xF0 || at + 3 >= end_)
            return size = 3,
                   ((c & 0xF) << 12) | ((byte(at + 1) & 0x3F) << 6) | (byte(at + 2) & 0x3F);
        return size = 4, ((c & 7) << 18) | ((byte(at + 1) & 0x3F) << 12) |
                             ((byte(at + 2) & 0x3F) << 6) | (byte(at + 3) & 0x3F);
    }

    static bool wide(UChar32 c) {
        return c == 0x3002 || c == 0xFF0E || c == 0xFF1F || c == 0xFF01 || c == 0xFF61;
    }

    /// Bytes of the sentence terminator at `at`, else 0: STerm and ATerm of UAX #29, and the
    /// ellipsis.
    std::uint32_t terminator(std::uint32_t at) const {
        std::uint32_t size = 0;
        const UChar32 c = char_at(at, size);
        if (c < 0x80) return c == '.' || c == '?' || c == '!' ? 1 : 0;
        if (c == 0x2026) return size;
        if (c < 0x589) return 0;
        const int property = u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK);
        return property == U_SB_STERM || property == U_SB_ATERM ? size : 0;
    }

    /// Bytes of a closing quotation mark or bracket at `at`, else 0. Straight quotes close here:
    /// an opening one has white space before it.
    std::uint32_t closer(std::uint32_t at) const {
        std::uint32_t size = 0;
        if (at >= end_) return 0;
        const UChar32 c = char_at(at, size);
        if (c < 0x80) return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' ? 1 : 0;
        return c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x203A || c == 0x300D ||
                       c == 0x300F || c == 0xFF09 || c == 0x3011
                   ? size
                   : 0;
    }

    enum class Next { end, upper, lower, digit, other };
    /// What begins at `at` behind opening quotes and brackets; `word` receives where.
    Next next_kind(std::uint32_t at, std::uint32_t& word) const {
        for (int i = 0; i < 6 && at < end_; ++i) {
            std::uint32_t size = 0;
            const UChar32 c = char_at(at, size);
            const bool opener = c == '"' || c == '\'' || c == '(' || c == '[' || c == '*' ||
                                c == '_' || c == 0x201C || c == 0x2018 || c == 0xAB ||
                                c == 0x201E || c == 0xBF || c == 0xA1 || c == '`';
            if (!opener) {
                word = at;
                if (c < 0x80)
                    return ascii::is_upper(static_cast<char>(c))   ? Next::upper
                           : ascii::is_lower(static_cast<char>(c)) ? Next::lower
                           : ascii::is_digit(static_cast<char>(c)) ? Next::digit
                                                                   : Next::other;
                return u_islower(c) ? Next::lower : u_isalpha(c) ? Next::upper : Next::other;
            }
            at += size;
        }
        word = at;
        return at >= end_ ? Next::end : Next::other;
    }

    std::string_view word_at(std::uint32_t at) const {
        std::uint32_t end = at;
        while (end < end_ && end - at < kLongestWord &&
               (ascii::is_letter(text_[end]) || static_cast<unsigned char>(text_[end]) >= 0x80))
            ++end;
        return text_.substr(at, end - at);
    }

    /// The word that the stop at `at` ends, with inner stops and the stop itself; empty if too
    /// long.
    std::string_view word_before(std::uint32_t at) const {
        std::uint32_t begin = at;
        while (begin > begin_ && at - begin <= kLongestWord) {
            const char c = text_[begin - 1];
            if (!(ascii::is_alphanumeric(c) || c == '.' || c == '\'' ||
                  static_cast<unsigned char>(c) >= 0x80))
                break;
            --begin;
        }
        if (at - begin > kLongestWord) return {};
        while (begin < at && (text_[begin] == '\'' || text_[begin] == '.')) ++begin;
        return text_.substr(begin, at + 1 - begin);
    }

    /// The offset past the sentence that the terminator at `at` ends, 0 if it ends none; `next`
    /// receives where reading goes on.
    std::uint32_t sentence_end(std::uint32_t at, std::uint32_t size, std::uint32_t& next) const {
        std::uint32_t unit = 0;
        UChar32 last = char_at(at, unit);
        std::uint32_t end = at + size, count = 1;
        bool strong = last != '.' && last != 0x2026, ellipsis = last == 0x2026;
        while (end < end_) {
            const std::uint32_t more = terminator(end);
            if (more == 0) break;
            last = char_at(end, unit);
            strong = strong || (last != '.' && last != 0x2026);
            ellipsis = ellipsis || last == 0x2026;
            end += more, ++count;
        }
        if (!strong && count >= 2) ellipsis = true;
        bool closed = false;
        for (std::uint32_t n = closer(end); n != 0; n = closer(end)) end += n, closed = true;
        std::uint32_t after = end;
        for (std::uint32_t n = after < end_ ? space_at(text_, after) : 0; n != 0;
             n = after < end_ ? space_at(text_, after) : 0)
            after += n;
        next = after;
        if (after >= end_) return end;
        if (after == end) {
            // Only scripts that write no spaces end a sentence inside a run of characters.
            next = end;
            return last >= 0x589 && last != 0x2026 && (wide(last) || strong) ? end : 0;
        }
        // A reference behind the stop belongs to the sentence before it: "… in 2008. [5] The …".
        for (std::uint32_t n = reference(after); n != 0; n = reference(after)) {
            end = after + n;
            after = end;
            while (after < end_ && space_at(text_, after) != 0) after += space_at(text_, after);
        }
        next = after;
        if (after >= end_) return end;
        std::uint32_t word = after;
        const Next kind = next_kind(after, word);
        if (kind == Next::lower && !opens_small(word)) return strong && !closed ? end : 0;
        if (strong) return end;
        if (kind == Next::other && continues(word)) return 0;
        if (ellipsis) return kind == Next::upper ? end : 0;
        if (closed || kind == Next::lower) return end;
        return plain_stop(at, kind, word) ? end : 0;
    }

    /// Bytes of a reference in brackets at `at`: [12]; else 0.
    std::uint32_t reference(std::uint32_t at) const {
        if (at >= end_ || text_[at] != '[') return 0;
        std::uint32_t end = at + 1;
        while (end < end_ && ascii::is_digit(text_[end]) && end - at < 5) ++end;
        return end > at + 1 && end < end_ && text_[end] == ']' ? end + 1 - at : 0;
    }

    /// Words that open a sentence though they begin with a small letter: "i", "wikiHow",
    /// "https://…".
    bool opens_small(std::uint32_t at) const {
        const std::string_view word = word_at(at);
        if (word == "i" || word == "http" || word == "https") return true;
        return word.size() > 2 && std::any_of(word.begin() + 1, word.end(), ascii::is_upper);
    }

    /// Punctuation that cannot open a sentence.
    bool continues(std::uint32_t at) const {
        if (at >= end_) return false;
        std::uint32_t size = 0;
        const UChar32 c = char_at(at, size);
        return c == ',' || c == ';' || c == ':' || c == ')' || c == ']' || c == '/' || c == '=' ||
               c == '&';
    }

    bool plain_stop(std::uint32_t at, Next kind, std::uint32_t next_word) const {
        const std::string_view word = word_before(at);
        if (word.size() < 2) return true;
        const std::string_view stem = word.substr(0, word.size() - 1);
        const bool starter =
            kind == Next::upper && list_.find(word_at(next_word)) == AbbreviationClass::starter;
        // A number or letter that opens its block counts a list.
        const auto begin = static_cast<std::uint32_t>(word.data() - text_.data());
        if (begin == block_ &&
            (stem.find_first_not_of("0123456789.") == std::string_view::npos || stem.size() == 1 ||
             stem.find_first_not_of("IVXivx") == std::string_view::npos))
            return false;
        switch (list_.find(word)) {
            case AbbreviationClass::title:
            case AbbreviationClass::never:
                return false;
            case AbbreviationClass::number:
                return kind != Next::digit;
            case AbbreviationClass::month:
                return kind != Next::digit && kind != Next::other && starter;
            case AbbreviationClass::final:
                return starter;
            default:
                break;
        }
        const bool apart =
            begin == begin_ ||
            std::string_view(" \t\n\r([{\"'-/&").find(text_[begin - 1]) != std::string_view::npos ||
            static_cast<unsigned char>(text_[begin - 1]) >= 0x80;
        const bool initial = stem.size() == 1 && ascii::is_upper(stem[0]) && apart;
        if (initial)
            return stem[0] == 'I' ? starter || kind != Next::upper : starter && !name_before(begin);
        // U.S.-like words that the list does not have.
        const bool dotted = stem.size() >= 3 && stem.find('.') != std::string_view::npos &&
                            stem[1] == '.' && (ascii::is_letter(stem[0]));
        if (dotted) return starter;
        return true;
    }

    /// Whether a capitalised word or an initial stands before `at`: "Mary K. The" is still rare.
    bool name_before(std::uint32_t at) const {
        if (at < begin_ + 2) return false;
        return text_[at - 2] == '.';
    }

    std::string_view text_;
    const AbbreviationList& list_;
    std::uint32_t begin_ = 0, end_ = 0, block_ = 0;
};

const AbbreviationList& english() {
    static const AbbreviationList list(load_resource("abbreviations/en.txt"));
    return list;
}

bool whole(BlockKind kind) {
    return kind == BlockKind::title || kind == BlockKind::heading || kind == BlockKind::metadata ||
           kind == BlockKind::code || kind == BlockKind::table;
}

}  // namespace

std::vector<Sentence> find_sentences(std::string_view text, const std::vector<Block>& blocks) {
    std::vector<Sentence> sentences;
    sentences.reserve(text.size() / 100 + blocks.size());
    Splitter splitter(text, english());
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
        if (whole(blocks[b].kind)) {
            if (!blocks[b].span.empty()) sentences.push_back({blocks[b].span, b, 0, 0});
        } else {
            splitter.split(blocks[b], b, sentences);
        }
    }
    return sentences;
}

}  // namespace analyze
