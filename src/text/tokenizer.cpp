// Tokens: segments of the word boundaries joined into words, numbers, addresses, marks and signs.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/tokenizer.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "addresses.hpp"
#include "cuts.hpp"

namespace analyze {

static_assert(sizeof(Token) == 12, "documents keep millions of them");

namespace {

constexpr UChar32 kTextStyle = 0xFE0E, kEmojiStyle = 0xFE0F, kJoiner = 0x200D;
constexpr std::string_view kKeycap = "\u20E3";

/// Takes a character off the front; 0 at the end.
UChar32 take(std::string_view& text) {
    if (text.empty()) return 0;
    UChar32 c = 0;
    std::size_t size = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), size, text.size(), c);
    text.remove_prefix(size);
    return c;
}

/// White space can begin a segment that shows: spaces, a joiner and a sign (WB3c).
std::size_t leading_space(std::string_view segment) {
    std::string_view rest = segment;
    std::size_t size = 0;
    while (u_isUWhiteSpace(take(rest)) != 0) size = segment.size() - rest.size();
    return size;
}

/// A whole segment that is an emoji sequence (UTS #51): by default or by its variation selector,
/// with a skin tone, joined, a flag of two regional indicators, or keycaps.
bool is_emoji(std::string_view segment) {
    if (segment.ends_with(kKeycap)) return true;
    const UChar32 first = take(segment), second = take(segment);
    if (u_hasBinaryProperty(first, UCHAR_REGIONAL_INDICATOR) != 0)
        return u_hasBinaryProperty(second, UCHAR_REGIONAL_INDICATOR) != 0;
    if (u_hasBinaryProperty(first, UCHAR_EMOJI_PRESENTATION) != 0) return second != kTextStyle;
    return u_hasBinaryProperty(first, UCHAR_EMOJI) != 0 &&
           (second == kEmojiStyle || (second == kJoiner && !segment.empty()) ||
            u_hasBinaryProperty(second, UCHAR_EMOJI_MODIFIER) != 0);
}

/// By general category: P is punctuation, the rest are symbols. Lone number forms are symbols too.
TokenKind sign_kind(std::string_view segment) {
    const bool punctuation = (U_MASK(u_charType(take(segment))) & U_GC_P_MASK) != 0;
    return punctuation ? TokenKind::punctuation : TokenKind::symbol;
}

bool is_bracket(std::string_view segment) {
    constexpr std::uint32_t kBrackets = U_GC_PS_MASK | U_GC_PE_MASK | U_GC_PI_MASK | U_GC_PF_MASK;
    return (U_MASK(u_charType(take(segment))) & kBrackets) != 0;
}

/// One pass over the segments; knows only what stands before and looks ahead inside addresses.
class Joiner {
public:
    Joiner(std::string_view text, const std::vector<Segment>& segments, std::vector<Token>& tokens)
        : text_{text, segments}, tokens_(tokens), next_dot_(text.find('.')) {}

    void join_all() {
        for (std::size_t i = 0; i < text_.size();) i = join(i);
    }

private:
    /// Makes a token of the segment `i` and what belongs to it; returns the next segment.
    std::size_t join(std::size_t i) {
        std::uint32_t begin = text_.begin(i);
        const SegmentClass kind = text_.segments[i].kind;
        if (kind == SegmentClass::space) return i + 1;
        const auto lead = static_cast<unsigned char>(text_.text[begin]);
        if (lead <= ' ' || lead == 0xC2 || lead >= 0xE1) {
            begin += static_cast<std::uint32_t>(leading_space(text_.at(i)));
        }
        if (kind == SegmentClass::other) return join_sign(i, begin);
        if (kind == SegmentClass::letter) {
            if (next_dot_ < text_.end(i) && has_dot(i)) {
                if (const std::size_t end = bare_url_end(text_, i); end != i)
                    return add_url(i, end);
            }
            const bool sign = lead >= 0xE2 && text_.end(i) - begin > 3 &&
                              text_.at(i).ends_with("\uFE0F") && is_emoji(text_.at(i));
            return add(begin, i + 1, sign ? TokenKind::emoji : TokenKind::word);
        }
        const bool keycap = static_cast<signed char>(text_.text[text_.end(i) - 1]) < 0 &&
                            text_.at(i).ends_with(kKeycap);
        return add(begin, i + 1, keycap ? TokenKind::emoji : TokenKind::number);
    }

    std::size_t join_sign(std::size_t i, std::uint32_t begin) {
        const std::string_view segment = text_.text.substr(begin, text_.end(i) - begin);
        std::size_t end = i + 1;
        if (segment == ":") {
            end = text_.is(i + 1, "/") && text_.is(i + 2, "/") && follows(TokenKind::word, begin) &&
                          ends_with_scheme(last_text()) && text_.is_word(i + 3)
                      ? url_end(text_, i + 3)
                      : i;
            if (end > i + 3) return extend(end, TokenKind::url);
        } else if (segment == "@") {
            end = join_at_sign(i);
            if (end != i) return end;
        } else if (segment == "#" || segment == "\uFF03") {
            end = follows_word(begin) || (begin > 0 && text_.text[begin - 1] == '&')
                      ? i + 1
                      : hashtag_end(text_, i + 1);
            if (end != i + 1) return add(begin, end, TokenKind::hashtag);
        }
        if (segment.size() > 1 && is_emoji(segment)) return add(begin, i + 1, TokenKind::emoji);
        const TokenKind kind = sign_kind(segment);
        if (i > 0 && follows(kind, begin) && text_.at(i - 1) == segment && !is_bracket(segment))
            return extend(i + 1, kind);
        return add(begin, i + 1, kind);
    }

    /// An e-mail address, whose local part is in the tokens already, or a mention; `i` if neither.
    std::size_t join_at_sign(std::size_t i) {
        const std::uint32_t begin = text_.begin(i);
        if (const std::size_t end = mail_host_end(text_, i + 1); end != i + 1) {
            if (follows(TokenKind::mention, begin)) return extend(end, TokenKind::mention);
            const std::size_t first = local_part(begin);
            if (first != tokens_.size()) {
                tokens_.resize(first + 1);
                return extend(end, TokenKind::email);
            }
        }
        const bool named =
            i + 1 < text_.size() && text_.segments[i + 1].kind == SegmentClass::letter;
        return named && !follows_word(begin) ? add(begin, i + 2, TokenKind::mention) : i;
    }

    /// Index of the first token of the local part that ends at `end`; tokens_.size() if there is
    /// none. At most 64 bytes (RFC 5321), so the look back costs no more than that.
    [[nodiscard]] std::size_t local_part(std::uint32_t end) const {
        constexpr std::string_view kAtEnd = "_-+", kInside = ".%&'";
        constexpr std::uint32_t kLongest = 64;
        std::size_t first = tokens_.size();
        std::uint32_t at = end;
        for (std::size_t t = tokens_.size(); t-- > 0 && tokens_[t].end == at;) {
            const std::string_view token = slice(text_.text, tokens_[t].span());
            if (end - tokens_[t].begin > kLongest) break;
            const bool host =
                tokens_[t].kind == TokenKind::url && token.find('/') == std::string_view::npos;
            if (tokens_[t].is_word() || host) {
                first = t;
            } else if (token.size() != 1 ||
                       (kAtEnd.find(token[0]) == std::string_view::npos &&
                        (at == end || kInside.find(token[0]) == std::string_view::npos))) {
                break;
            }
            at = tokens_[t].begin;
        }
        return first;
    }

    /// A bare address takes in the parts of its host before a hyphen ("lake-side.com").
    std::size_t add_url(std::size_t i, std::size_t end) {
        constexpr std::uint32_t kLongest = 64;  // a label has at most 63 bytes
        std::size_t first = tokens_.size();
        std::uint32_t begin = text_.begin(i);
        while (first >= 2 && tokens_[first - 1].end == begin && tokens_[first - 2].is_word() &&
               tokens_[first - 2].end == tokens_[first - 1].begin &&
               slice(text_.text, tokens_[first - 1].span()) == "-" &&
               text_.begin(i) - tokens_[first - 2].begin < kLongest) {
            first -= 2;
            begin = tokens_[first].begin;
        }
        tokens_.resize(first);
        return add(begin, end, TokenKind::url);
    }

    /// Whether segment `i` has a full stop in it. Stops are sought ahead of need, at memchr's
    /// speed.
    bool has_dot(std::size_t i) {
        if (next_dot_ < text_.begin(i)) next_dot_ = text_.text.find('.', text_.begin(i));
        return next_dot_ < text_.end(i);
    }

    std::size_t add(std::uint32_t begin, std::size_t end, TokenKind kind) {
        tokens_.push_back({begin, text_.end(end - 1), kind});
        return end;
    }
    /// Makes the last token reach to segment `end`.
    std::size_t extend(std::size_t end, TokenKind kind) {
        tokens_.back().end = text_.end(end - 1);
        tokens_.back().kind = kind;
        return end;
    }
    [[nodiscard]] bool follows(TokenKind kind, std::uint32_t begin) const {
        return !tokens_.empty() && tokens_.back().end == begin && tokens_.back().kind == kind;
    }
    [[nodiscard]] bool follows_word(std::uint32_t begin) const {
        return !tokens_.empty() && tokens_.back().end == begin &&
               tokens_.back().kind != TokenKind::punctuation &&
               tokens_.back().kind != TokenKind::symbol && tokens_.back().kind != TokenKind::emoji;
    }
    [[nodiscard]] std::string_view last_text() const {
        return slice(text_.text, tokens_.back().span());
    }

    SegmentedText text_;
    std::vector<Token>& tokens_;
    std::size_t next_dot_;
};

/// The first cut from `at` on, or the end.
std::size_t piece_end(std::string_view text, std::size_t at) {
    while (at < text.size() && !is_cut(text, at) && !is_behind_stop(text, at)) ++at;
    return std::min(at, text.size());
}

}  // namespace

std::string_view name_of(TokenKind kind) {
    constexpr std::array<std::string_view, 9> kNames{
        "word", "number", "punctuation", "symbol", "url", "email", "hashtag", "mention", "emoji"};
    return kNames[static_cast<std::size_t>(kind)];
}

void Tokenizer::tokenize(std::string_view text, std::vector<Token>& tokens, std::size_t piece) {
    // The segments of a long text take more memory than its tokens.
    tokens.clear();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = piece_end(text, at + std::max<std::size_t>(1, piece));
        segments_.clear();
        boundaries_.find(text.substr(at, end - at), segments_);
        if (at == 0) {
            Joiner(text.substr(0, end), segments_, tokens).join_all();
        } else {
            Joiner(text.substr(at, end - at), segments_, piece_).join_all();
            const auto base = static_cast<std::uint32_t>(at);
            for (const Token& token : piece_)
                tokens.push_back({token.begin + base, token.end + base, token.kind});
            piece_.clear();
        }
        at = end;
    }
    constexpr std::size_t kKept = std::size_t{1} << 18;
    if (segments_.capacity() > kKept) std::vector<Segment>().swap(segments_);
    if (piece_.capacity() > kKept) std::vector<Token>().swap(piece_);
}

}  // namespace analyze
