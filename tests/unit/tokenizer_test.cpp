// Tests of token kinds: what is joined, what is not, and that no boundary moves.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/tokenizer.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

using namespace analyze;

namespace {

std::vector<Token> tokens_of(std::string_view text) {
    static Tokenizer tokenizer;
    std::vector<Token> tokens;
    tokenizer.tokenize(text, tokens);
    return tokens;
}

/// "w:lake p:. u:https://…", with the first letter of each kind (m: mention, M: e-mail).
std::string shown(std::string_view text) {
    std::string result;
    for (const Token& token : tokens_of(text)) {
        if (!result.empty()) result += ' ';
        result += "wnpsuMhme"[static_cast<int>(token.kind)];
        result += ':';
        result += slice(text, token.span());
    }
    return result;
}

const std::vector<std::string> kPieces{"Lake",
                                       "shore",
                                       "a",
                                       "x1",
                                       "12",
                                       "1,234.5",
                                       " ",
                                       " ",
                                       "\n",
                                       ".",
                                       ",",
                                       ":",
                                       "/",
                                       "//",
                                       "://",
                                       "http",
                                       "https",
                                       "www.",
                                       "@",
                                       "#",
                                       "-",
                                       "_",
                                       "'",
                                       "’s",
                                       "(",
                                       ")",
                                       "[",
                                       "]",
                                       "?",
                                       "!",
                                       "&",
                                       "=",
                                       "%",
                                       "+",
                                       "example.com",
                                       "lake.org",
                                       ".co.uk",
                                       "湖岸",
                                       "ก",
                                       "😀",
                                       "👩🏽‍🚀",
                                       "🇫🇮",
                                       "🇫",
                                       "1️⃣",
                                       "ℹ️",
                                       "❤",
                                       "\uFE0F",
                                       "\u200D",
                                       "\u0301",
                                       "…",
                                       "—",
                                       "\u00A0",
                                       "é",
                                       "ж",
                                       "\u2028",
                                       "＃",
                                       "$",
                                       "½",
                                       "\t",
                                       "\r\n"};

std::string random_text(std::mt19937& random) {
    std::string text;
    for (auto n = 1 + random() % 30; n-- != 0;) text += kPieces[random() % kPieces.size()];
    return text;
}

}  // namespace

TEST_CASE("tokens: words, numbers, punctuation and symbols") {
    CHECK(shown("") == "");
    CHECK(shown(" \t\r\n\u00A0\u200B") == "");
    CHECK(shown("The keeper's 3rd log.") == "w:The w:keeper's w:3rd w:log p:.");
    CHECK(shown("COVID-19") == "w:COVID p:- n:19");
    CHECK(shown("-1,234.5% of $3") == "p:- n:1,234.5 p:% w:of s:$ n:3");
    CHECK(shown("½ ² Ⅷ") == "s:½ s:² w:Ⅷ");
    CHECK(shown("_ a_b __") == "p:_ w:a_b p:__");
    CHECK(shown("湖岸") == "w:湖岸");
    CHECK(shown("“Yes,” she said") == "p:“ w:Yes p:, p:” w:she w:said");
    CHECK(shown("a+b=c") == "w:a s:+ w:b s:= w:c");
}

TEST_CASE("tokens: a sign that repeats is one token, a bracket is not") {
    CHECK(shown("wait... no!!! -- !??") == "w:wait p:... w:no p:!!! p:-- p:! p:??");
    CHECK(shown("((a))") == "p:( p:( w:a p:) p:)");
    CHECK(shown("== <<") == "s:== s:<<");
    CHECK(shown(". .") == "p:. p:.");
    CHECK(shown("😀😀") == "e:😀 e:😀");
    CHECK(shown("## Plan") == "p:## w:Plan");
}

TEST_CASE("tokens: web addresses") {
    CHECK(shown("See https://lake.example/a_b?c=d&e=f%20g#h.") ==
          "w:See u:https://lake.example/a_b?c=d&e=f%20g#h p:.");
    CHECK(shown("(http://lake.example/a_(b)), then") ==
          "p:( u:http://lake.example/a_(b) p:) p:, w:then");
    CHECK(shown("[x](http://lake.example)") == "p:[ w:x p:] p:( u:http://lake.example p:)");
    CHECK(shown("<ftp://lake.example/>") == "s:< u:ftp://lake.example/ s:>");
    CHECK(shown("HTTP://LAKE.EXAMPLE:8080/!") == "u:HTTP://LAKE.EXAMPLE:8080/ p:!");
    CHECK(shown("http://10.0.0.1/x") == "u:http://10.0.0.1/x");
    CHECK(shown("http://user:pw@lake.example") == "u:http://user:pw@lake.example");
    CHECK(shown("\"http://lake.example\"") == "p:\" u:http://lake.example p:\"");
    CHECK(shown("**http://lake.example**") == "p:** u:http://lake.example p:**");
    CHECK(shown("http://lake.example/a(b") == "u:http://lake.example/a p:( w:b");
    CHECK(shown("http://søen.example/å") == "u:http://søen.example/å");
    CHECK(shown("详见http://lake.example网站") == "w:详 w:见 u:http://lake.example w:网站");
    CHECK(shown("http://例え.example") == "u:http://例え.example");
    CHECK(shown("see:http://lake.example") == "u:see:http://lake.example");
    CHECK(shown("http:// is") == "w:http p:: p:// w:is");
    CHECK(shown("www.lake-side.example/x, ok") == "u:www.lake-side.example/x p:, w:ok");
    CHECK(shown("lake.org and lake-side.co.uk.") == "u:lake.org w:and u:lake-side.co.uk p:.");
    CHECK(shown("Lakeside.com Inc") == "w:Lakeside.com w:Inc");
    CHECK(shown("Lakeside.com/news") == "u:Lakeside.com/news");
    CHECK(shown("shore.The e.g. it.is file.txt") == "w:shore.The w:e.g p:. w:it.is w:file.txt");
    CHECK(shown("co.uk .com") == "w:co.uk p:. w:com");
}

TEST_CASE("tokens: e-mail addresses, mentions and hashtags") {
    CHECK(shown("Write to ann.lee+x@lake.example.") == "w:Write w:to M:ann.lee+x@lake.example p:.");
    CHECK(shown("<a_b-c@my-lake.co.uk>") == "s:< M:a_b-c@my-lake.co.uk s:>");
    CHECK(shown("mailto:ann@lake.example") == "M:mailto:ann@lake.example");
    CHECK(shown("ann@1st.example") == "M:ann@1st.example");
    CHECK(shown("(ann@lake.example)") == "p:( M:ann@lake.example p:)");
    CHECK(shown("a@b") == "w:a p:@ w:b");
    CHECK(shown("3@1.50") == "n:3 p:@ n:1.50");
    CHECK(shown(".@lake hello") == "p:. m:@lake w:hello");
    CHECK(shown("@ann_lee, (@bo)") == "m:@ann_lee p:, p:( m:@bo p:)");
    CHECK(shown("@ann@lake.example") == "m:@ann@lake.example");
    CHECK(shown("@ 5 @5 @@") == "p:@ n:5 p:@ n:5 p:@@");
    CHECK(shown("#lake #Lake_2 #123abc") == "h:#lake h:#Lake_2 h:#123abc");
    CHECK(shown("#1 a#b &#xA0; C#") == "p:# n:1 w:a p:# w:b p:& p:# w:xA0 p:; w:C p:#");
    CHECK(shown("#湖岸まつり ＃лето") == "h:#湖岸まつり h:＃лето");
}

TEST_CASE("tokens: emoji") {
    CHECK(shown("😀 👍🏽 👩🏽‍🚀 ❤️‍🔥") ==
          "e:😀 e:👍🏽 e:👩🏽‍🚀 e:❤️‍🔥");
    CHECK(shown("🇫🇮🇸🇪 🇫") == "e:🇫🇮 e:🇸🇪 s:🇫");
    CHECK(shown("1️⃣ #️⃣ 1 #") == "e:1️⃣ e:#️⃣ n:1 p:#");
    CHECK(shown("❤ ❤️ ☕ ☕\uFE0E © ©️ ™") ==
          "s:❤ e:❤️ e:☕ s:☕\uFE0E s:© e:©️ s:™");
    CHECK(shown("ℹ ℹ️") == "w:ℹ e:ℹ️");
    CHECK(shown("\u00A0\u200D☕") == "s:\u200D☕");
}

TEST_CASE("tokens: ordered, disjoint, made of whole segments, and the same in pieces") {
    std::mt19937 random(3);
    Boundaries boundaries;
    std::vector<Segment> segments;
    for (int i = 0; i < 20000; ++i) {
        const std::string text = random_text(random);
        INFO(text);
        const auto tokens = tokens_of(text);
        segments.clear();
        boundaries.find(text, segments);
        const auto is_end = [&](std::uint32_t offset) {
            return std::any_of(segments.begin(), segments.end(),
                               [offset](const Segment& segment) { return segment.end == offset; });
        };
        std::uint32_t last = 0;
        bool sound = true;
        for (const Token& token : tokens) {
            sound = sound && token.begin >= last && token.begin < token.end && is_end(token.end) &&
                    text[token.begin] != ' ' && text[token.begin] != '\n';
            last = token.end;
        }
        CHECK(sound);
        const auto equal = [](const Token& a, const Token& b) {
            return a.span() == b.span() && a.kind == b.kind;
        };
        static Tokenizer tokenizer;
        std::vector<Token> divided;
        for (const std::size_t piece : {0U, 1U, 9U}) {
            tokenizer.tokenize(text, divided, piece);
            CHECK(std::equal(tokens.begin(), tokens.end(), divided.begin(), divided.end(), equal));
        }
        // As TextStream cuts: before ASCII that is no white space after ASCII white space.
        std::vector<Token> pieces;
        std::uint32_t begin = 0;
        for (std::uint32_t at = 1; at <= text.size(); ++at) {
            const bool end = at == text.size();
            const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
            if (!end && (!is_space(text[at - 1]) || is_space(text[at]) || (text[at] & 0x80) != 0))
                continue;
            for (Token token : tokens_of(std::string_view(text).substr(begin, at - begin))) {
                token.begin += begin;
                token.end += begin;
                pieces.push_back(token);
            }
            begin = at;
        }
        const bool same =
            std::equal(tokens.begin(), tokens.end(), pieces.begin(), pieces.end(), equal);
        CHECK(same);
    }
}
