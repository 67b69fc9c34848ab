// What surrounds an article: page headers, share and credit lines, captions, pull quotes.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <unordered_map>

#include "analyze/base/ascii.hpp"
#include "analyze/text/drafts.hpp"
#include "byte_search.hpp"
#include "word_rows.hpp"

namespace analyze {
namespace {

bool begins(std::string_view line, std::string_view lower_case) {
    if (line.size() < lower_case.size()) return false;
    for (std::size_t i = 0; i < lower_case.size(); ++i) {
        const char c = line[i];
        if (ascii::lower(c) != lower_case[i]) return false;
    }
    return true;
}

/// The first signs of the words that caption_line() looks for: "mag", "hot", "CC", "(". Nearly no
/// line has any.
struct CreditSign {
    static bool is(char a, char b, char c) {
        return (a == 'm' && b == 'a' && c == 'g') || (a == 'h' && b == 'o' && c == 't') ||
               (a == 'C' && b == 'C') || a == '(';
    }
#if defined(__SSE2__)
    static __m128i are(__m128i a, __m128i b, __m128i c) {
        const auto is = [](__m128i v, char sign) { return _mm_cmpeq_epi8(v, _mm_set1_epi8(sign)); };
        const __m128i mag = _mm_and_si128(_mm_and_si128(is(a, 'm'), is(b, 'a')), is(c, 'g'));
        const __m128i hot = _mm_and_si128(_mm_and_si128(is(a, 'h'), is(b, 'o')), is(c, 't'));
        const __m128i licence = _mm_and_si128(is(a, 'C'), is(b, 'C'));
        return _mm_or_si128(_mm_or_si128(mag, hot), _mm_or_si128(licence, is(a, '(')));
    }
#endif
};

/// "The church on its rollers, June 1911. (Port Ellis Museum)": one sentence, and names in brackets.
bool names_lender(std::string_view line) {
    const std::size_t open = line.rfind(" (");
    if (open == std::string_view::npos || open < 12 || line[open - 1] != '.' ||
        line.find(". ") != open - 1)
        return false;
    const std::string_view names = line.substr(open + 2, line.size() - open - 3);
    if (names.size() < 4 || names.size() > 50) return false;
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < names.size(); ++at)
        if (at == 0 || names[at - 1] == ' ') {
            const char c = names[at];
            if (!ascii::is_upper(c) && names.substr(at, 3) != "of " && names[at] != '/')
                return false;
            capitals += ascii::is_upper(c);
        }
    return capitals >= 2 && names.find_first_of("0123456789.;,") == std::string_view::npos;
}

bool caption_line(std::string_view line) {
    if (line.size() > 1500) return false;
    if (begins(line, "figure ") || begins(line, "fig. ") || begins(line, "table ") ||
        begins(line, "listing ")) {
        const std::size_t digits = line.find_first_of("0123456789");
        if (digits < 9) {
            const std::size_t end = line.find_first_not_of("0123456789.:-", digits);
            return end != std::string_view::npos && line[end] == ' ';
        }
    }
    if (line.size() > 500) return false;
    if (line.size() < 100 && begins(line, "source: ")) return true;
    if (line.size() < 200 && line.back() == ')' && names_lender(line)) return true;
    if (!has_three<CreditSign>(line)) return false;
    for (const std::string_view word :
         {std::string_view("mage: "), std::string_view("hoto: "), std::string_view("(credit"),
          std::string_view("CC BY"), std::string_view("mage by "), std::string_view("hoto by ")})
        if (line.find(word) != std::string_view::npos) return true;
    return false;
}

/// Short lines that come back again and again with at most their digits changed: page headers.
void mark_page_lines(std::string_view text, std::vector<Draft>& drafts) {
    std::unordered_map<std::size_t, std::uint32_t> seen;
    const auto key = [&](const Draft& draft) {
        std::size_t hash = 1469598103934665603u;
        for (const char c : slice(text, draft.block.span)) {
            if (ascii::is_digit(c)) continue;
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
        }
        return hash;
    };
    const auto possible = [&](const Draft& draft) {
        return (draft.block.kind == BlockKind::paragraph || draft.block.kind == BlockKind::table) &&
               draft.end_line == draft.first_line + 1 && draft.shape.gaps > 0 &&
               draft.shape.chars <= 120;
    };
    for (const Draft& draft : drafts)
        if (possible(draft)) ++seen[key(draft)];
    if (seen.empty()) return;
    for (Draft& draft : drafts) {
        if (!possible(draft) || seen[key(draft)] < 3) continue;
        draft.block.kind = BlockKind::boilerplate;
        draft.block.cues |= Cue::repeated;
    }
}

/// Reads the words (runs of letters and digits) of a span from left to right.
class WordWalk {
public:
    WordWalk(std::string_view text, Span span) : text_(text), at_(span.begin), end_(span.end) {}
    /// The next word, false at the end.
    bool next() {
        while (at_ < end_ && !letter(text_[at_])) ++at_;
        if (at_ >= end_) return false;
        begin = at_;
        while (at_ < end_ && letter(text_[at_])) ++at_;
        end = at_;
        return true;
    }
    /// Of its first bytes and its length; equal words have equal hashes.
    [[nodiscard]] std::uint32_t hash() const {
        const std::uint32_t size = end - begin;
        const auto byte = [&](std::uint32_t i) {
            return static_cast<std::uint32_t>(static_cast<unsigned char>(text_[i]));
        };
        return (byte(begin) | byte(begin + size / 2) << 8 | byte(end - 1) << 16 | size << 24) *
               2654435761u;
    }
    [[nodiscard]] std::string_view word() const { return text_.substr(begin, end - begin); }
    std::uint32_t begin = 0, end = 0;

private:
    static bool letter(char c) { return kLetters[static_cast<unsigned char>(c)]; }
    static constexpr auto kLetters = [] {
        std::array<bool, 256> letters{};
        for (int c = 0; c < 128; ++c)
            letters[static_cast<std::size_t>(c)] = ascii::is_alphanumeric(c);
        return letters;
    }();
    std::string_view text_;
    std::uint32_t at_, end_;
};

constexpr std::size_t kEdgeDrafts = 3;  // of a page, where its links stand
constexpr std::uint32_t kOpeningWords = 4;
constexpr std::uint32_t kLongerBy =
    40;  // bytes that a list item must have besides, or it names a heading

/// A hash of the first words of a span from `words` on, 0 when there are fewer.
std::uint64_t opening(WordWalk words) {
    std::uint64_t key = 0;
    for (std::uint32_t i = 0; i < kOpeningWords; ++i) {
        if (!words.next()) return 0;
        key = key * 0x9E3779B97F4A7C15u + words.hash();
    }
    return key | 1;
}

/// Whether all words of `short_span` follow at the word that begins at `at`, up to the end of a
/// sentence or clause.
bool stands_at(std::string_view text, Span short_span, Span long_span, std::uint32_t at) {
    WordWalk mine(text, short_span), theirs(text, {at, long_span.end});
    std::uint32_t end = at;
    while (mine.next()) {
        if (!theirs.next() || mine.word() != theirs.word()) return false;
        end = theirs.end;
    }
    if (end >= long_span.end) return true;
    const char c = text[end];
    return c == '.' || c == '?' || c == '!' || c == ',' || c == '"' || c == ')' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// "Page 2 of 14", "p. 2", "2 | Page": the foot of a page, but not "PAGE 2" of a script.
bool page_number(std::string_view line) {
    static constexpr WordRow kPage("page|p|p.|pg|pg.|seite|página|pagina|стр|стр.");
    static constexpr WordRow kBetween("of|von|sur|de|di|из|/");
    if (line.size() > 24) return false;
    std::size_t numbers = 0, pages = 0, others = line.starts_with("p. ");
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        const std::string_view word = line.substr(at, end - at);
        if (word.empty()) return false;
        if (ascii::is_digit(word[0]) &&
            word.find_first_not_of("0123456789/") == std::string_view::npos) {
            ++numbers;
            others += word.find('/') != std::string_view::npos;
        } else if (kPage.has(word)) {
            ++pages;
        } else if (word == "|" || kBetween.has(word)) {
            ++others;
        } else {
            return false;
        }
        at = end + 1;
    }
    return numbers > 0 && pages == 1 && others > 0;
}

/// "Home | Recipes | About", "News > Local > Bay": three links or more, of up to three words each.
bool navigation(std::string_view line) {
    const auto link = [](std::string_view words) {
        return !words.empty() && ascii::is_upper(words[0]) &&
               std::count(words.begin(), words.end(), ' ') < 3 &&
               words.find_first_of("0123456789.") == std::string_view::npos;
    };
    if (line.find_first_of("|>\xE2\xC2") == std::string_view::npos || begins(line, "by "))
        return false;
    for (const std::string_view sign : {" | ", " > ", " \u203A ", " \u00BB ", " \u2022 "}) {
        std::size_t links = 0;
        for (std::size_t begin = 0; begin <= line.size();) {
            const std::size_t end = std::min(line.find(sign, begin), line.size());
            if (!link(line.substr(begin, end - begin))) {
                links = 0;
                break;
            }
            ++links;
            begin = end + sign.size();
        }
        if (links > 2) return true;
    }
    return false;
}

}  // namespace

bool is_boilerplate_line(std::string_view line) {
    if (line.empty() || line.size() > 160) return false;
    // Of pages on the web and of wire copy. Whole lines, then beginnings of lines.
    static constexpr WordRow kWhole(
        "advertisement|advertising|sponsored content|also read|also read:|read more|read next|"
        "continue reading|share|share this|share this article|share this story|share this page|"
        "share this post|share full article|tweet|print|subscribe|sign in|sign up|log in|menu|"
        "from the free encyclopedia|toggle navigation|accept all|accept cookies|"
        "manage preferences|listen to this article|print this page|leave a comment|"
        "related articles|related stories|most read|most popular|back to top|skip advertisement|"
        "follow us|unsubscribe|view comments|show comments|show more|load more|view all|"
        "editor's picks|editors' picks|recommended for you|more on this story|you may also like|"
        "read the full story|watch the video|getty images|image|for immediate release|(more)|more|"
        "the end|finis|ende|-30-|- 30 -|ends|-ends-|- ends -");
    static constexpr WordRow kStart(
        "watch: |listen: |video: |read more:|also read:|read also:|see also:|related:|more:|"
        "(reporting by|reporting by |(editing by|photo:|foto:|eds:|photo by |image:|photograph:|"
        "sign up for |subscribe to |follow us on|share on |share via |share by |skip to |jump to |"
        "from wikipedia|comments (|filed under|category: |categories: |credit...|image caption|"
        "image source|follow @|story continues below|article continues|we use cookies|"
        "this site uses cookies|home > |home / |home » |copyright ©");
    if (kWhole.has(line) || kStart.longest_of(line) != 0) return true;
    const bool read_time = line.size() < 24 && ascii::is_digit(line[0]) &&
                           (line.ends_with(" min read") || line.ends_with(" minute read") ||
                            line.ends_with(" minutes read"));
    const bool rights =
        (begins(line, "\xC2\xA9 ") && line.size() < 120) || line.ends_with("All rights reserved.");
    return read_time || rights || page_number(line);
}

void mark_furniture(std::string_view text, std::vector<Draft>& drafts) {
    mark_page_lines(text, drafts);
    const auto divided = [&](std::size_t d) {
        return d < drafts.size() &&
               slice(text, drafts[d].block.span).find(" | ") != std::string_view::npos;
    };
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        Draft& draft = drafts[d];
        if (draft.block.kind != BlockKind::paragraph) continue;
        const std::string_view line = slice(text, draft.block.span);
        // Links stand by themselves above the text or below it; rows of a table have others beside
        // them.
        const bool edge = d < kEdgeDrafts || d + kEdgeDrafts >= drafts.size();
        if (is_boilerplate_line(line) ||
            (edge && navigation(line) && !(d > 0 && divided(d - 1)) && !divided(d + 1))) {
            draft.block.kind = BlockKind::boilerplate;
        } else if (caption_line(line)) {
            draft.block.kind = BlockKind::caption;
            draft.block.cues |= Cue::caption_words;
        }
    }
}

void mark_pull_quotes(std::string_view text, std::vector<Draft>& drafts) {
    std::unordered_multimap<std::uint64_t, std::size_t> wanted;
    std::vector<bool> filter(1u << 14);  // most words of the text are turned away here
    const auto bit = [](std::uint64_t key) { return static_cast<std::size_t>(key >> 50); };
    for (std::size_t d = 0; d < drafts.size(); ++d) {
        const Draft& draft = drafts[d];
        if (draft.block.kind != BlockKind::paragraph || has(draft.block.cues, Cue::listed) ||
            draft.shape.chars > 300 || draft.shape.chars < 28 || draft.shape.words < 5 ||
            !draft.blank_before || !draft.blank_after)
            continue;
        const std::uint64_t key = opening({text, draft.block.span});
        if (key == 0 || wanted.count(key) >= 4) continue;
        wanted.emplace(key, d);
        filter[bit(key)] = true;
    }
    if (wanted.empty()) return;
    for (const Draft& draft : drafts) {
        const BlockKind kind = draft.block.kind;
        if (kind != BlockKind::paragraph && kind != BlockKind::quote &&
            kind != BlockKind::list_item)
            continue;
        std::array<std::uint32_t, kOpeningWords> hashes{}, begins{};
        std::uint32_t count = 0, previous_end = draft.block.span.begin;
        bool starts = true;  // the word may open a sentence
        std::array<bool, kOpeningWords> opens{};
        for (WordWalk words(text, draft.block.span); words.next(); previous_end = words.end) {
            starts = count == 0 || words.begin > previous_end + 1;
            for (std::uint32_t at = previous_end; starts && count > 0 && at < words.begin; ++at)
                if (text[at] == '.' || text[at] == '?' || text[at] == '!' || text[at] == '"' ||
                    text[at] == ':')
                    break;
                else if (at + 1 == words.begin && static_cast<unsigned char>(text[at]) < 0x80)
                    starts = text[at] == '"' || text[at] == '\'';
            hashes[count % kOpeningWords] = words.hash();
            begins[count % kOpeningWords] = words.begin;
            opens[count % kOpeningWords] = starts;
            ++count;
            if (count < kOpeningWords) continue;
            std::uint64_t key = 0;
            for (std::uint32_t i = 0; i < kOpeningWords; ++i)
                key = key * 0x9E3779B97F4A7C15u + hashes[(count + i) % kOpeningWords];
            key |= 1;
            if (!filter[bit(key)] || !opens[count % kOpeningWords]) continue;
            const auto [first, last] = wanted.equal_range(key);
            for (auto it = first; it != last; ++it) {
                Draft& candidate = drafts[it->second];
                if (candidate.block.span.size() + (kind == BlockKind::list_item ? kLongerBy : 1) >
                    draft.block.span.size())
                    continue;
                if (candidate.block.kind != BlockKind::paragraph) continue;
                if (!stands_at(text, candidate.block.span, draft.block.span,
                               begins[count % kOpeningWords]))
                    continue;
                candidate.block.kind = BlockKind::pullquote;
                candidate.block.cues |= Cue::repeated;
            }
        }
    }
}

}  // namespace analyze
