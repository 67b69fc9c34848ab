// Units: the tokens of a text regrouped into what a name is made of, and foreign tokens made text again.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_units.hpp"

#include <algorithm>
#include <array>

#include "analyze/base/ascii.hpp"

namespace analyze {
namespace {

/// Abbreviations that stand in names and keep their stop there; sorted by bytes.
constexpr std::array<std::string_view, 75> kStopped{
    "Adm",  "Ala", "Ariz", "Ark",  "Assn", "Ave",  "Blvd", "Brig", "Bros", "Calif", "Capt",
    "Cmdr", "Co",  "Col",  "Colo", "Conn", "Corp", "Cpl",  "Del",  "Dept", "Det",   "Dr",
    "Esq",  "Fla", "Fr",   "Ft",   "Ga",   "Gen",  "Gov",  "Hon",  "Inc",  "Ind",   "Insp",
    "Intl", "Jr",  "Kan",  "Ky",   "Lt",   "Ltd",  "Maj",  "Md",   "Mich", "Minn",  "Mlle",
    "Mme",  "Mr",  "Mrs",  "Ms",   "Msgr", "Mt",   "Neb",  "Nev",  "Okla", "Pa",    "Pres",
    "Prof", "Pte", "Pty",  "Pvt",  "Rep",  "Rev",  "Rs",   "Sen",  "Sgt",  "Sr",    "St",
    "Sta",  "Ste", "Supt", "Tenn", "Tex",  "Univ", "Va",   "Vt",   "Wyo"};

bool is_alnum(char c) {
    return ascii::is_alphanumeric(c) || (c & 0x80) != 0;
}

/// "J", "U.S", "a.m", "Inc": takes the stop that follows.
bool takes_stop(std::string_view word) {
    if (word.size() == 1) return ascii::is_upper(word[0]);
    if (word.size() > 2 && word.size() % 2 == 1) {
        bool initials = true;
        for (std::size_t i = 1; i < word.size() && initials; i += 2) initials = word[i] == '.';
        if (initials) return true;
    }
    // One capital letter outside ASCII ("É.").
    if (word.size() == 2 && (word[0] & 0xe0) == 0xc0) return true;
    return std::binary_search(kStopped.begin(), kStopped.end(), word);
}

/// Bytes of the possessive ending of a word, 0: none.
std::uint32_t possessive(std::string_view word) {
    const auto ends = [&](std::string_view tail) {
        return word.size() > tail.size() && word.substr(word.size() - tail.size()) == tail;
    };
    if (ends("'s") || ends("'S")) return 2;
    if (ends("\u2019s") || ends("\u2019S")) return 4;
    return 0;
}

bool joins(std::string_view mark) {
    return mark == "-" || mark == "\u2010" || mark == "\u2011" || mark == "&";
}

}  // namespace

void append_units(std::string_view text, const Token* first, const Token* last,
                  std::vector<Unit>& units) {
    std::uint32_t before = first == last ? 0 : first->begin + 1;  // the first one is not glued
    for (const Token* token = first; token != last; ++token) {
        Span span = token->span();
        const bool glued = span.begin == before;
        if (token->is_word()) {
            while (true) {
                const bool more = token + 1 != last && token[1].begin == token->end;
                if (more && token + 2 != last && token[2].begin == token[1].end &&
                    token[2].is_word() && joins(slice(text, token[1].span()))) {
                    token += 2;
                    span.end = token->end;
                    continue;
                }
                // Not the last part of "Vega-C": its stop ends a sentence.
                if (more && slice(text, token[1].span()) == "." &&
                    (span.begin == token->begin || token->end - token->begin > 1) &&
                    takes_stop(slice(text, token->span()))) {
                    ++token;
                    span.end = token->end;
                    // "U.S.-led": the stop may be followed by more of the word.
                    if (token + 2 < last && token[1].begin == token->end &&
                        token[2].begin == token[1].end && token[2].is_word() &&
                        joins(slice(text, token[1].span()))) {
                        token += 2;
                        span.end = token->end;
                        continue;
                    }
                }
                break;
            }
        }
        before = span.end;
        const std::uint32_t tail = token->is_word() ? possessive(slice(text, span)) : 0;
        span.end -= tail;
        units.push_back({span, glued});
        if (tail != 0) units.push_back({{span.end, span.end + tail}, true});
    }
}

UnitPieces::UnitPieces(const Document& document) : text_(document.text()) {
    sentences_.reserve(document.sentences().size());
    const Token* tokens = document.tokens().data();
    for (std::uint32_t s = 0; s < document.sentences().size(); ++s) {
        const Sentence& sentence = document.sentences()[s];
        if (sentence.first_token == sentence.end_token) continue;
        const BlockKind kind = document.blocks()[sentence.block].kind;
        sentences_.push_back({tokens + sentence.first_token, tokens + sentence.end_token, s,
                              kind == BlockKind::title || kind == BlockKind::heading});
    }
}

UnitPieces::UnitPieces(std::string_view text, std::vector<SentenceTokens> sentences)
    : text_(text), sentences_(std::move(sentences)) {
    std::erase_if(sentences_, [](const SentenceTokens& one) { return one.first == one.last; });
}

bool UnitPieces::next(std::uint32_t most, UnitText& piece) {
    piece.text = text_;
    piece.units.clear();
    piece.sentences.clear();
    while (!done()) {
        SentenceTokens& sentence = sentences_[at_];
        const Token* const end = sentence.last - sentence.first > kLongestSentence
                                     ? sentence.first + kLongestSentence
                                     : sentence.last;
        const auto begin = static_cast<std::uint32_t>(piece.units.size());
        append_units(text_, sentence.first, end, piece.units);
        const auto size = static_cast<std::uint32_t>(piece.units.size());
        if (begin > 0 && size > most) {
            piece.units.resize(begin);  // the next piece begins with it
            break;
        }
        piece.sentences.push_back({begin, size, sentence.source, sentence.heading});
        sentence.first = end;
        if (end == sentence.last) ++at_;
    }
    return !piece.sentences.empty();
}

UnitText units_of(const Document& document) {
    UnitText all;
    UnitPieces(document).next(UINT32_MAX, all);
    return all;
}

JoinedText join_tokens(const std::vector<std::vector<std::string>>& sentences) {
    const auto inner_hyphen = [](const std::string& token) {
        const std::size_t at = token.find('-');
        return at != std::string::npos && at > 0 && at + 1 < token.size() &&
               is_alnum(token[at - 1]) && is_alnum(token[at + 1]);
    };
    bool splits_hyphens = true;
    for (const auto& sentence : sentences)
        if (splits_hyphens)
            splits_hyphens = std::none_of(sentence.begin(), sentence.end(), inner_hyphen);

    JoinedText joined;
    joined.tokens.reserve(sentences.size());
    for (const auto& sentence : sentences) {
        auto& spans = joined.tokens.emplace_back();
        spans.reserve(sentence.size());
        bool open_double = false, open_single = false, glue = true;
        for (std::size_t i = 0; i < sentence.size(); ++i) {
            std::string_view token = sentence[i];
            const std::string_view next =
                i + 1 < sentence.size() ? std::string_view(sentence[i + 1]) : std::string_view();
            const std::string_view last =
                i > 0 ? std::string_view(sentence[i - 1]) : std::string_view();
            bool before = false, after = false;  // no space there
            static constexpr std::array<std::string_view, 26> kClosing{
                ".",      ",",  ";",   ":",       "!",        "?",      "%",      ")",    "]",
                "}",      "'s", "n't", "'re",     "'ve",      "'ll",    "'d",     "'m",   "...",
                "\u2026", "'S", "N'T", "\u2019s", "n\u2019t", "\u2019", "\u201d", "-RRB-"};
            if (std::find(kClosing.begin(), kClosing.end(), token) != kClosing.end()) {
                before = true;
            } else if (token == "(" || token == "[" || token == "{" || token == "$" ||
                       token == "\u20ac" || token == "\u00a3" || token == "#" || token == "@" ||
                       token == "\u201c" || token == "\u2018" || token == "-LRB-" ||
                       token == "``" || token == "`") {
                after = true;
                if (token == "``") open_double = true;
            } else if (token == "\"" || token == "''") {
                (open_double ? before : after) = true;
                open_double = !open_double;
            } else if (token == "'") {
                // After s a possessive, else quotes in turn.
                const bool plural = !last.empty() && last.back() == 's' && !open_single;
                (open_single || plural ? before : after) = true;
                if (!plural) open_single = !open_single;
            } else if (token == "/") {
                before = after = true;
            } else if (!last.empty() && !next.empty() && is_alnum(last.back()) &&
                       is_alnum(next[0])) {
                if (splits_hyphens && (token == "-" || token == "\u2010")) before = after = true;
            }
            // "U . S .": a stop between single capitals.
            if (token == "." && last.size() == 1 && ascii::is_upper(last[0]) && next.size() == 1 &&
                ascii::is_upper(next[0]) && i + 2 < sentence.size() && sentence[i + 2] == ".")
                after = true;
            if (!glue && !before) joined.text += ' ';
            const auto begin = static_cast<std::uint32_t>(joined.text.size());
            if (token == "-LRB-") token = "(";
            if (token == "-RRB-") token = ")";
            if (token == "``" || token == "''") token = "\"";
            joined.text += token;
            spans.push_back({begin, static_cast<std::uint32_t>(joined.text.size())});
            glue = after;
        }
        joined.text += '\n';
    }
    return joined;
}

std::vector<SentenceTokens> sentences_of(const JoinedText& joined, Tokenizer& tokenizer,
                                         std::vector<Token>& tokens) {
    tokenizer.tokenize(joined.text, tokens);
    std::vector<SentenceTokens> sentences;
    sentences.reserve(joined.tokens.size());
    const Token* at = tokens.data();
    const Token* const end = at + tokens.size();
    std::uint32_t line_end = 0;
    for (std::uint32_t number = 0; number < joined.tokens.size(); ++number) {
        const auto& sentence = joined.tokens[number];
        line_end = sentence.empty() ? line_end + 1 : sentence.back().end + 1;
        const Token* from = at;
        while (at != end && at->begin < line_end) ++at;
        sentences.push_back({from, at, number});
    }
    return sentences;
}

UnitText units_of(const JoinedText& joined, Tokenizer& tokenizer) {
    std::vector<Token> tokens;
    UnitText all;
    UnitPieces(joined.text, sentences_of(joined, tokenizer, tokens)).next(UINT32_MAX, all);
    return all;
}

}  // namespace analyze
