// What stands left and right of a place in a text, so wide or so many words, and how to sort by it.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/concordance.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analyze/base/ascii.hpp"
#include "analyze/base/display_width.hpp"
#include "analyze/text/fold.hpp"
#include "analyze/text/phrase.hpp"

namespace analyze {
namespace {

bool is_inside(char c) {  // of a character
    return static_cast<signed char>(c) < -0x40;
}

/// Where the character or the run of white space begins that ends at `end`.
std::size_t step_back(std::string_view text, std::size_t end) {
    std::size_t at = end - 1;
    if (ascii::is_white(text[at])) {
        while (at > 0 && ascii::is_white(text[at - 1])) --at;
    } else {
        while (at > 0 && is_inside(text[at])) --at;
    }
    return at;
}

/// Where the character or the run of white space ends that begins at `begin`.
std::size_t step_on(std::string_view text, std::size_t begin) {
    std::size_t at = begin + 1;
    if (ascii::is_white(text[begin])) {
        while (at < text.size() && ascii::is_white(text[at])) ++at;
    } else {
        while (at < text.size() && is_inside(text[at])) ++at;
    }
    return at;
}

std::size_t width_of(std::string_view step) {
    if (ascii::is_white(step[0])) return 1;
    const char c = step[0];
    // A control is shown as a picture of one column.
    return step.size() == 1 && static_cast<signed char>(c) >= 0 ? 1 : display_width(step);
}

/// Takes one column and needs no closer look.
bool is_sign(char c) {
    return c > ' ' && c < '\x7F';
}

std::string_view trimmed_front(std::string_view text) {
    while (!text.empty() && ascii::is_white(text.front())) text.remove_prefix(1);
    return text;
}
std::string_view trimmed_back(std::string_view text) {
    while (!text.empty() && ascii::is_white(text.back())) text.remove_suffix(1);
    return text;
}

/// Bytes of the possessive ending that a node left behind at the start of its right context.
std::size_t ending_size(std::string_view right) {
    for (const std::string_view mark : {"'", "\u2019"}) {
        if (!right.starts_with(mark)) continue;
        const std::string_view rest = right.substr(mark.size());
        if (rest.starts_with('s') || rest.starts_with('S')) return mark.size() + 1;
    }
    return 0;
}

constexpr std::size_t kFirstWindow = 64;

/// Most contexts are ASCII without two white spaces in a row or a control: each byte is a column.
/// Copies such a text, line feeds as blanks; nothing where it is another.
std::optional<std::string> plain_copy(std::string_view text) {
    // Without a branch, over whole sixteens, so that vectors are made of it.
    using Byte = unsigned char;
    constexpr std::size_t kStep = 16, kMost = 256;
    std::array<char, kMost + kStep + 1> bytes;
    if (text.size() > kMost) return std::nullopt;
    std::copy(text.begin(), text.end(), bytes.begin());
    std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(text.size()), kStep + 1, 'x');
    const std::size_t size = (text.size() + kStep - 1) / kStep * kStep;
    Byte odd = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const Byte c = static_cast<Byte>(bytes[i]), next = static_cast<Byte>(bytes[i + 1]);
        const Byte white = static_cast<Byte>((c == ' ') | (c == '\n')),
                   next_white = static_cast<Byte>((next == ' ') | (next == '\n'));
        odd |= static_cast<Byte>(((c < ' ') & (c != '\n')) | (c >= 0x7F) | (white & next_white));
    }
    if (odd != 0) return std::nullopt;
    for (std::size_t i = 0; i < size; ++i) bytes[i] = bytes[i] == '\n' ? ' ' : bytes[i];
    return std::string(bytes.data(), text.size());
}

}  // namespace

std::string_view last_columns(std::string_view text, std::size_t columns) {
    std::size_t begin = text.size(), used = 0;
    while (begin > 0) {
        while (begin > 0 && used < columns && is_sign(text[begin - 1])) --begin, ++used;
        if (begin == 0) break;
        const std::size_t before = step_back(text, begin);
        const std::size_t width = width_of(text.substr(before, begin - before));
        if (used + width > columns) break;
        used += width;
        begin = before;
    }
    // Marks whose base is left out go with it.
    while (begin > 0 && begin < text.size()) {
        const std::size_t end = step_on(text, begin);
        if (width_of(text.substr(begin, end - begin)) > 0) break;
        begin = end;
    }
    return text.substr(begin);
}

std::string_view first_columns(std::string_view text, std::size_t columns) {
    std::size_t end = 0, used = 0;
    while (end < text.size()) {
        while (end < text.size() && used < columns && is_sign(text[end])) ++end, ++used;
        if (end == text.size()) break;
        const std::size_t next = step_on(text, end);
        const std::size_t width = width_of(text.substr(end, next - end));
        if (used + width > columns) break;
        used += width;
        end = next;
    }
    return text.substr(0, end);
}

std::string with_single_blanks(std::string_view text) {
    // Most texts are as they should be.
    const bool plain =
        text.find("  ") == std::string_view::npos &&
        std::none_of(text.begin(), text.end(), [](char c) { return c >= '\t' && c <= '\r'; });
    if (plain) return std::string(text);

    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (!ascii::is_white(c))
            out += c;
        else if (out.empty() || out.back() != ' ')
            out += ' ';
    }
    return out;
}

ContextReader::ContextReader(WordDefinition definition, ContextSize size)
    : size_(size),
      reader_(definition),
      reach_(1024 + std::max(64 * std::max(size.left, size.right), 256 * size.words)) {}

std::string ContextReader::left(std::string_view text, std::size_t from, std::size_t at) {
    if (size_.words == 0) {
        const std::size_t size = std::min(size_.left, at - from);
        if (auto plain = plain_copy(text.substr(at - size, size))) {
            if (plain->starts_with(' ')) plain->erase(0, 1);
            return *std::move(plain);
        }
    }
    std::size_t limit = std::max(from, at - std::min(at, reach_));
    while (limit < at && is_inside(text[limit])) ++limit;  // not into the middle of a character
    std::string_view context = text.substr(limit, at - limit);
    if (size_.words > 0) {
        for (std::size_t window = kFirstWindow + 16 * size_.words;; window *= 2) {
            std::size_t begin = context.size() - std::min(context.size(), window);
            while (begin > 0 && !parts_words(context, begin)) --begin;
            reader_.read(context.substr(begin), words_);
            if (words_.size() >= size_.words)
                context.remove_prefix(begin + words_[words_.size() - size_.words].begin);
            if (words_.size() >= size_.words || begin == 0) break;
        }
    }
    if (size_.left > 0) context = last_columns(context, size_.left);
    return with_single_blanks(trimmed_front(context));
}

std::string ContextReader::right(std::string_view text, std::size_t at, std::size_t to) {
    if (size_.words == 0) {
        const std::size_t size = std::min(size_.right, to - at);
        // A mark behind the last column would belong to it.
        const bool whole = at + size == to || static_cast<signed char>(text[at + size]) >= 0;
        auto plain = whole ? plain_copy(text.substr(at, size)) : std::nullopt;
        if (plain) {
            if (plain->ends_with(' ')) plain->pop_back();
            return *std::move(plain);
        }
    }
    std::size_t limit = std::min(to, at + std::min(text.size() - at, reach_));
    while (limit > at && limit < to && is_inside(text[limit])) --limit;
    std::string_view context = text.substr(at, limit - at);
    if (size_.words > 0) {
        const std::size_t ending = ending_size(context);
        for (std::size_t window = kFirstWindow + 16 * size_.words;; window *= 2) {
            std::size_t end = std::min(context.size(), window);
            while (end < context.size() && !parts_words(context, end)) ++end;
            reader_.read(context.substr(ending, std::max(end, ending) - ending), words_);
            if (words_.size() >= size_.words)
                context = context.substr(0, ending + words_[size_.words - 1].end);
            if (words_.size() >= size_.words || end == context.size()) break;
        }
    }
    if (size_.right > 0) context = first_columns(context, size_.right);
    return with_single_blanks(trimmed_back(context));
}

std::string ContextOrder::left_key(std::string_view left) {
    reader_.read(left, words_);
    std::string key, word;
    std::reverse(words_.begin(), words_.end());
    for (const Span span : words_) {
        fold(slice(left, span), Case::fold, word);
        key.append(word) += '\0';  // less than any byte of a word: "lake" before "lakes"
    }
    return key;
}

std::string ContextOrder::right_key(std::string_view right) {
    right.remove_prefix(ending_size(right));
    reader_.read(right, words_);
    std::string key, word;
    for (const Span span : words_) {
        fold(slice(right, span), Case::fold, word);
        key.append(word) += '\0';
    }
    return key;
}

}  // namespace analyze
