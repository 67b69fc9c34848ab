// Tests of words and phrases in texts: examples, and the fast way against the slow one.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/phrase.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "analyze/base/error.hpp"

using namespace analyze;

namespace {

/// The hits in brackets, with what stands between them left out.
std::string hits(const std::string& pattern, std::string_view text, WordDefinition definition = {},
                 const KeyForm& form = {}) {
    const Phrase phrase(pattern, definition, chosen_kernel(), form);
    CHECK(phrase.written() == !form);
    std::vector<Span> found, slowly;
    PhraseFinder finder(phrase);
    finder.find(text, 0, text.size(), found);
    finder.find_slowly(text, slowly);
    CHECK(found == slowly);
    std::string out;
    for (const Span hit : found) out.append("[").append(slice(text, hit)) += ']';
    return out;
}

}  // namespace

TEST_CASE("a word is found as a whole word, in either case") {
    CHECK(hits("lake",
               "The lake, Lake, lakes, LAKE's lake\u2019s a lake-side flake #lake lake@x.org") ==
          "[lake][Lake][LAKE][lake][lake]");
    CHECK(hits("lake", "Lake lake", {.letter_case = Case::keep}) == "[lake]");
    CHECK(hits("lake", "").empty());
    CHECK(hits("lake", "lake") == "[lake]");
    CHECK(hits("\u00E9t\u00E9", "\u00C9T\u00C9 e\u0301te\u0301 ete") ==
          "[\u00C9T\u00C9][e\u0301te\u0301]");
    CHECK(hits("kiss", "\u212Aiss Ki\u00DF ki\u017F\u017F kissing") ==
          "[\u212Aiss][Ki\u00DF][ki\u017F\u017F]");
    CHECK(hits("Stra\u00DFe", "STRASSE stra\u00DFe") == "[STRASSE][stra\u00DFe]");
    CHECK(hits("3.14", "3.14 3.141 13.14 3.14.") == "[3.14][3.14]");
}

TEST_CASE("a phrase is words in a row with blanks or the same signs between them") {
    CHECK(hits("the lake", "The lake, the\n  lake. the\n\nlake the, lake the\u00A0lake") ==
          "[The lake][the\n  lake][the\u00A0lake]");
    CHECK(hits("a a", "a a a") == "[a a][a a]");
    CHECK(hits("well-known", "well-known, well known, well - known") == "[well-known]");
    CHECK(hits("keeper boat", "The keeper's boat, the keeper boat") ==
          "[keeper's boat][keeper boat]");
    CHECK(hits("U.S. Senate", "the U.S. Senate, the U.S Senate") == "[U.S. Senate]");
    CHECK(hits("\u043E\u0437\u0435\u0440\u043E \u0438 \u043C\u043E\u0440\u0435",
               "\u041E\u0437\u0435\u0440\u043E \u0438\n\u043C\u043E\u0440\u0435") ==
          "[\u041E\u0437\u0435\u0440\u043E \u0438\n\u043C\u043E\u0440\u0435]");
    CHECK(hits(" \"lake!\" ", "lake") == "[lake]");
    CHECK(hits("lake & sons", "Lake & Sons, lake & & sons") == "[Lake & Sons]");
    CHECK(hits("a - lake - the", "A - lake -\nthe, a - the") == "[A - lake -\nthe]");
    CHECK(hits("lake \u2013 the quay", "The lake \u2013 the quay") == "[lake \u2013 the quay]");
}

TEST_CASE("words are found by the form that they count under") {
    // A form of the test's own: without a final s.
    const KeyForm form = [](std::string& key) {
        if (key.ends_with('s')) key.pop_back();
    };
    const auto found = [&](const std::string& pattern, std::string_view text,
                           WordDefinition definition = {}) {
        return hits(pattern, text, definition, form);
    };
    CHECK(found("lake", "Lakes, lake; LAKES' flakes lakes's") == "[Lakes][lake][LAKES][lakes]");
    CHECK(found("Lakes", "a lake") == "[lake]");
    CHECK(found("the lakes", "The lake, the\nlakes, the  boat") == "[The lake][the\nlakes]");
    CHECK(found("lakes", "Lake lakes", {.letter_case = Case::keep}) == "[lakes]");
    // The pattern's endings are those of the definition, too.
    CHECK(found("lake's", "a lake") == "[lake]");
    // More different words than a finder remembers, in more than one stretch of text.
    std::string text, all;
    for (int i = 0; i < 140000; ++i) {
        text += "w" + std::to_string(i) + (i % 10000 == 0 ? " lakes\n" : " ");
        if (i % 10000 == 0) all += "[lakes]";
    }
    const bool equal = found("lake", text) == all;
    CHECK(equal);
}

TEST_CASE("the definition of a word decides") {
    CHECK(hits("known", "well-known known", {.hyphens = Hyphens::join}) == "[known]");
    CHECK(hits("well-known", "well-known known", {.hyphens = Hyphens::join}) == "[well-known]");
    CHECK(hits("lake", "lake's lake", {.possessives = Possessives::keep}) == "[lake]");
    CHECK(hits("lake's", "lake's lake lakes") == "[lake's]");
    CHECK(hits("lake's", "lake's lake", {.possessives = Possessives::keep}) == "[lake's]");
    CHECK(hits("don", "don't", {.tokens = WordPreset::letters}) == "[don]");
    CHECK(hits("lake", "lake, lake", {.tokens = WordPreset::whitespace}) == "[lake]");
    CHECK(hits("(lake", "(lake lake", {.tokens = WordPreset::whitespace}) == "[(lake]");
    CHECK(hits("a1", "a1 b", {.tokens = WordPreset::letters}) == "[a]");
}

TEST_CASE("a phrase without a word is refused") {
    CHECK_THROWS_AS(Phrase("", {}), Error);
    CHECK_THROWS_AS(Phrase("?!", {}), Error);
}

TEST_CASE("only what begins between the places asked for is found, and may end behind them") {
    const std::string text = "the lake the lake the lake";
    const Phrase phrase("the lake", {});
    PhraseFinder finder(phrase);
    std::vector<Span> found;
    finder.find(text, 4, 13, found);
    CHECK(found == std::vector<Span>{{9, 17}});
    finder.find(text, 18, text.size(), found);
    CHECK(found.size() == 2);
    CHECK(phrase.longest() > 8);
}

TEST_CASE("the fast way finds what reading all words finds, in one piece or in many") {
    constexpr std::string_view kParts[] = {"a",       "A",      "the",
                                           "The",     "lake",   "k",
                                           "K",       "ss",     "s",
                                           "\u00DF",  "\u212A", "\u017F",
                                           "\uFB01",  "fi",     "'s",
                                           "\u2019s", "'",      "-",
                                           ".",       ",",      " ",
                                           " ",       "\n",     "\r\n",
                                           "\n\n",    "\u00A0", "\t",
                                           "1",       "_",      "#",
                                           "@",       "\u0301", "\u00E9",
                                           "e",       "\u043B", "\u6E56",
                                           "www.",    ".org",   "\u0E01\u0E32",
                                           "\u200D",  "\x01",   "\u00AD",
                                           "/",       ":",      "  ",
                                           " the ",   "://",    " - "};
    constexpr const char* kPatterns[] = {"a",   "the", "the lake",   "k",       "kiss",        "fi",
                                         "ss",  "a-a", "the a",      "a a a",   "the 's a",    "1",
                                         "a's", "a.a", "lake's the", "a - the", "the - a -  a"};
    std::mt19937 random(11);
    for (int round = 0; round < 6000; ++round) {
        std::string text;
        const std::size_t size = random() % 40;
        for (std::size_t i = 0; i < size; ++i) text += kParts[random() % std::size(kParts)];
        WordDefinition definition;
        definition.tokens = static_cast<WordPreset>(random() % 3);
        if (definition.tokens == WordPreset::uax29) {
            definition.hyphens = static_cast<Hyphens>(random() % 2);
            definition.possessives = static_cast<Possessives>(random() % 2);
        }
        definition.letter_case = static_cast<Case>(random() % 2);
        std::optional<Phrase> phrase;
        try {
            phrase.emplace(kPatterns[random() % std::size(kPatterns)], definition);
        } catch (const Error&) {
            continue;  // no word of this definition
        }
        PhraseFinder finder(*phrase);
        std::vector<Span> slowly, found;
        finder.find_slowly(text, slowly);
        finder.find(text, 0, text.size(), found);
        const auto shown = [&](const std::vector<Span>& spans) {
            std::string out;
            for (const Span span : spans)
                out +=
                    '[' + std::to_string(span.begin) + ' ' + std::string(slice(text, span)) + ']';
            return out;
        };
        INFO(text);
        INFO(static_cast<int>(definition.tokens));
        INFO(shown(slowly));
        INFO(shown(found));
        REQUIRE(found == slowly);
        found.clear();
        for (std::size_t from = 0; from < text.size();) {
            std::size_t to = from + 1 + random() % 20;
            while (!parts_words(text, to)) ++to;
            finder.find(text, from, to = std::min(to, text.size()), found);
            from = to;
        }
        REQUIRE(found == slowly);
    }
}

TEST_CASE("words beyond ASCII are found however they are written") {
    constexpr std::string_view kParts[] = {"\u0439",
                                           "\u0419",
                                           "\u0438",
                                           "\u0418",
                                           "\u0306",
                                           "\u043E",
                                           "\u041E",
                                           "\u0434",
                                           "\u0414",
                                           "\u1C81",
                                           "\u1C82",
                                           "\u00E9",
                                           "\u00C9",
                                           "e",
                                           "E",
                                           "\u0301",
                                           "t",
                                           "T",
                                           "\u03C3",
                                           "\u03C2",
                                           "\u03A3",
                                           "\u03AC",
                                           "\u0386",
                                           "\u1F71",
                                           "\u03B1",
                                           "\u1FB3",
                                           "\u03B9",
                                           "\u1FBC",
                                           "\u0345",
                                           "\uD55C",
                                           "\u1112",
                                           "\u1161",
                                           "\u11AB",
                                           "\uD558",
                                           "\u6E56",
                                           "\uF9C5",
                                           "\u0130",
                                           "i\u0307",
                                           "\u01F0",
                                           "J\u030C",
                                           "\u0E01\u0E49",
                                           "\u0323",
                                           "\u0302",
                                           "\u1EC7",
                                           "a",
                                           "s",
                                           "\u00DF",
                                           " ",
                                           " ",
                                           " ",
                                           "-"};
    const std::string patterns[] = {"\u0439\u043E\u0434",
                                    "\u00E9t\u00E9",
                                    "\u03C3\u03AC",
                                    "\u03B1\u03B9",
                                    "\uD55C",
                                    "\u6E56",
                                    "\u6688",
                                    "i\u0307",
                                    "\u01F0",
                                    "\u0E01\u0E49",
                                    "\u1EC7",
                                    "a\u0323\u0302",
                                    "\u00E9ss",
                                    "\u0434",
                                    "\u0434\u043E t\u00E9"};
    std::mt19937 random(5);
    std::size_t all = 0;
    for (const std::string& pattern : patterns)
        for (const Case letter_case : {Case::fold, Case::keep}) {
            const Phrase phrase(pattern, {.letter_case = letter_case});
            PhraseFinder finder(phrase);
            for (int round = 0; round < 400; ++round) {
                // Half of the text is the pattern itself, one part of it replaced.
                std::string text;
                for (std::size_t i = random() % 12; i > 0; --i) {
                    if (random() % 2 == 0)
                        text += pattern;
                    else
                        for (std::size_t k = random() % 4; k > 0; --k)
                            text += kParts[random() % std::size(kParts)];
                    if (random() % 2 == 0) text += ' ';
                }
                std::vector<Span> slowly, found;
                finder.find_slowly(text, slowly);
                finder.find(text, 0, text.size(), found);
                INFO(pattern);
                INFO(text);
                REQUIRE(found == slowly);
                all += found.size();
            }
        }
    CHECK(all > 3000);
}

TEST_CASE("a word is found in each of the ways to write its characters") {
    // every character that folds to one of these, in a word of them
    for (const std::string key : {"\u0439\u043E\u0434", "\u00E5\u00E9", "\u03C3\u03AC\u03B9",
                                  "kiss\u00E9", "\uFB01\u00E9t"}) {
        const Phrase phrase(key, {});
        PhraseFinder finder(phrase);
        const std::string wanted = phrase.keys()[0];
        std::string folded, text;
        std::size_t expected = 0;
        for (char32_t c = 0x41; c < 0x30000; ++c) {
            if (c >= 0xD800 && c < 0xE000) continue;
            std::string character;
            if (c < 0x80)
                character = static_cast<char>(c);
            else if (c < 0x800)
                character = {static_cast<char>(0xC0 | c >> 6),
                             static_cast<char>(0x80 | (c & 0x3F))};
            else if (c < 0x10000)
                character = {static_cast<char>(0xE0 | c >> 12),
                             static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                             static_cast<char>(0x80 | (c & 0x3F))};
            else
                continue;
            fold(character, Case::fold, folded);
            const std::size_t at = wanted.find(folded);
            if (at == std::string::npos || folded.empty()) continue;
            text += wanted.substr(0, at) + character + wanted.substr(at + folded.size()) + " ";
            ++expected;
        }
        std::vector<Span> found, slowly;
        finder.find(text, 0, text.size(), found);
        finder.find_slowly(text, slowly);
        CHECK(found == slowly);
        CHECK(found.size() == expected);
        CHECK(expected >= 5);
    }
}

TEST_CASE("hostile texts take linear time") {
    std::string text;
    for (int i = 0; i < 200000; ++i) text += "a-";
    std::vector<Span> found;
    const Phrase word("a", {});
    PhraseFinder(word).find(text, 0, text.size(), found);
    CHECK(found.size() == 200000);
    found.clear();
    const Phrase phrase("a a a a", {});
    const std::string letters = [] {
        std::string out;
        for (int i = 0; i < 100000; ++i) out += "a\n";
        return out;
    }();
    PhraseFinder(phrase).find(letters, 0, letters.size(), found);
    CHECK(found.size() == 99997);
}

TEST_CASE("gaps are compared by what they mean") {
    CHECK(gap_between(" ") == " ");
    CHECK(gap_between(" \t\r\n ") == " ");
    CHECK(gap_between("\u3000\u00A0") == " ");
    CHECK(gap_between("\n \n") == "\n");
    CHECK(gap_between(std::string(2000, ' ')) == "\n");
    CHECK(gap_between(", ") == ", ");
    CHECK(gap_between("").empty());
}
