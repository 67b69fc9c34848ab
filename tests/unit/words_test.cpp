// Tests of the definitions of a word, by hand-made cases and against slow versions.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/words.hpp"

#include <unicode/regex.h>

#include <catch2/catch.hpp>
#include <random>

using namespace analyze;

namespace {

std::vector<std::string> words_of(std::string_view text, const WordDefinition& definition) {
    WordReader reader(definition);
    std::vector<Span> spans;
    reader.read(text, spans);
    std::vector<std::string> words;
    for (const Span span : spans) words.emplace_back(slice(text, span));
    return words;
}

std::string shown(std::string_view text, const WordDefinition& definition = {}) {
    std::string result;
    for (const std::string& word : words_of(text, definition)) {
        if (!result.empty()) result += '|';
        result += word;
    }
    return result;
}

constexpr WordDefinition kJoin{.hyphens = Hyphens::join};
constexpr WordDefinition kKeep{.possessives = Possessives::keep};
constexpr WordDefinition kLetters{.tokens = WordPreset::letters};
constexpr WordDefinition kWhitespace{.tokens = WordPreset::whitespace};

const std::vector<std::string> kPieces{
    "Lake",   "a",      "É",      "e\u0301", "ß",    "湖", "ก",  "1",       "½", "-",
    "\u2010", "'s",     "’S",     "'",       " ",    "  ", "\n", "\t",      ".", "\u00A0",
    "\u2007", "\u2060", "\u200B", "\u0301",  "\x01", "😀",  "_",  "x@y.org", "Ⅷ", "\u3000"};

std::string random_text(std::mt19937& random) {
    std::string text;
    for (auto n = random() % 20; n-- != 0;) text += kPieces[random() % kPieces.size()];
    return text;
}

/// All matches of a regular expression, found by ICU.
std::vector<std::string> matches(const std::string& text, const char* expression) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString subject = icu::UnicodeString::fromUTF8(text);
    icu::RegexMatcher matcher(icu::UnicodeString(expression, -1, US_INV), subject, 0, status);
    std::vector<std::string> found;
    while (matcher.find()) matcher.group(status).toUTF8String(found.emplace_back());
    return found;
}

}  // namespace

TEST_CASE("words: uax29 takes words and numbers") {
    CHECK(shown("") == "");
    CHECK(shown("The 3rd lake, 1,234.5 m.") == "The|3rd|lake|1,234.5|m");
    CHECK(shown("mail x@y.org see https://lake.example #tag @ann 😀 $") == "mail|see");
}

TEST_CASE("words: hyphens join or split") {
    CHECK(shown("a well-known COVID-19 test") == "a|well|known|COVID|19|test");
    CHECK(shown("a well-known COVID-19 test", kJoin) == "a|well-known|COVID-19|test");
    CHECK(shown("state\u2010of\u2011the-art", kJoin) == "state\u2010of\u2011the-art");
    CHECK(shown("a - b -c d- e--f g\u2014h", kJoin) == "a|b|c|d|e|f|g|h");
    CHECK(shown("the keeper's-eye mother-in-law's", kJoin) == "the|keeper's-eye|mother-in-law");
}

TEST_CASE("words: possessives are stripped or kept") {
    CHECK(shown("Ann's ANN’S boats' it's") == "Ann|ANN|boats|it");
    CHECK(shown("Ann's ANN’S boats' it's", kKeep) == "Ann's|ANN’S|boats|it's");
    CHECK(shown("Åse’s José's can't o's s") == "Åse|José|can't|o|s");
    CHECK(shown("1990's 'tis") == "1990|s|tis");
}

TEST_CASE("words: letters are runs of letters with their marks") {
    CHECK(shown("Ann's 3rd well-known x_y É e\u0301a", kLetters) ==
          "Ann|s|rd|well|known|x|y|É|e\u0301a");
    std::mt19937 random(1);
    for (int i = 0; i < 5000; ++i) {
        const std::string text = random_text(random);
        CHECK(words_of(text, kLetters) == matches(text, "\\p{L}[\\p{L}\\p{M}]*"));
    }
}

TEST_CASE("words: whitespace is what wc counts") {
    CHECK(shown("Ann's  well-known,\tx_y\n— 1", kWhitespace) == "Ann's|well-known,|x_y|—|1");
    CHECK(shown("a\u00A0b\u2060c\u3000d", kWhitespace) == "a|b|c|d");
    CHECK(shown("\x01 a\x01"
                "b \x01",
                kWhitespace) ==
          "a\x01"
          "b");
    std::mt19937 random(2);
    for (int i = 0; i < 5000; ++i) {
        const std::string text = random_text(random);
        std::vector<std::string> expected;
        for (const std::string& run : matches(text, "[^\\p{Zs}\\u2060\\t-\\r]+"))
            for (const std::string& word : matches(
                     run, "[^\\p{Cc}\\p{Cn}\\p{Zl}\\p{Zp}](.*[^\\p{Cc}\\p{Cn}\\p{Zl}\\p{Zp}])?"))
                expected.push_back(word);
        CHECK(words_of(text, kWhitespace) == expected);
    }
}

TEST_CASE("words: the tokens of a document give the same words") {
    std::mt19937 random(4);
    Tokenizer tokenizer;
    for (int i = 0; i < 2000; ++i) {
        const std::string text = random_text(random);
        std::vector<Token> tokens;
        tokenizer.tokenize(text, tokens);
        for (const WordDefinition& definition : {WordDefinition{}, kJoin, kKeep}) {
            WordReader reader(definition);
            std::vector<Span> from_text, from_tokens;
            reader.read(text, from_text);
            reader.read(text, tokens.data(), tokens.data() + tokens.size(), from_tokens);
            CHECK(from_text == from_tokens);
        }
    }
}
