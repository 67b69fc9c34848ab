// Tests that counting with bit masks is exactly counting with WordReader, for every kernel.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/word_counter.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <list>
#include <random>
#include <string>

using namespace analyze;

namespace {

using Row = std::tuple<std::string, std::uint64_t, std::uint64_t>;

std::vector<Row> rows_of(const WordTable& table) {
    std::vector<Row> rows;
    for (const WordCount& row : table.ranked())
        rows.emplace_back(row.word, row.count, row.documents);
    return rows;
}

/// What reads the words of one definition, kept from text to text: to make it costs more than to
/// read a short text, under sanitizers far more.
struct Readers {
    explicit Readers(WordDefinition wanted) : definition(wanted), slow(wanted) {
        for (const Kernel kernel : usable_kernels()) counters.emplace_back(wanted, kernel);
    }
    WordDefinition definition;
    WordReader slow;
    std::vector<WordCounter> counters;  ///< one for each usable kernel
};
Readers& readers_of(WordDefinition definition) {
    static std::list<Readers> all;
    const auto known = std::find_if(all.begin(), all.end(), [&](const Readers& readers) {
        return readers.definition == definition;
    });
    return known == all.end() ? all.emplace_back(definition) : *known;
}

/// The slow way, through nothing that is tested here.
std::vector<Row> expected(const std::vector<std::string>& texts, WordDefinition definition) {
    WordReader& reader = readers_of(definition).slow;
    WordTable table;
    std::vector<Span> words;
    for (const std::string& text : texts) {
        reader.read(text, words);
        for (const Span word : words) table.add(slice(text, word), definition.letter_case);
        table.end_document();
    }
    return rows_of(table);
}

void check_rows(const std::vector<Row>& mine, const std::vector<Row>& theirs,
                const std::string& what) {
    if (mine == theirs) return;
    std::size_t i = 0;
    while (i < mine.size() && i < theirs.size() && mine[i] == theirs[i]) ++i;
    const auto show = [i](const std::vector<Row>& rows) {
        return i == rows.size()
                   ? std::string("the end")
                   : std::get<0>(rows[i]) + " " + std::to_string(std::get<1>(rows[i])) + " " +
                         std::to_string(std::get<2>(rows[i]));
    };
    FAIL_CHECK(what << ": row " << i << " is " << show(mine) << ", not " << show(theirs));
}

std::vector<Kernel> fast_kernels() {
    std::vector<Kernel> kernels = usable_kernels();
    kernels.erase(kernels.begin());
    return kernels;
}

void check_texts(const std::vector<std::string>& texts, WordDefinition definition = {}) {
    const std::vector<Row> theirs = expected(texts, definition);
    std::vector<WordCounter>& counters = readers_of(definition).counters;
    for (std::size_t i = 0; i < counters.size(); ++i) {
        for (const std::string& text : texts) {
            counters[i].add(text);
            counters[i].end_document();
        }
        check_rows(rows_of(counters[i].take_table()), theirs,
                   std::string(name_of(usable_kernels()[i])));
    }
}

/// Silent when equal; short texts are shown.
void check_text(const std::string& text, WordDefinition definition = {}) {
    INFO((text.size() < 200 ? text : text.substr(0, 60) + " …"));
    check_texts({text}, definition);
}

void append(std::string& text, char32_t c) {
    std::uint8_t bytes[4];
    int size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

/// Characters of each class of the rules, of one to four bytes where there are such, of the
/// dictionary scripts, and those that make the tokens that are no words.
constexpr char32_t kAlphabet[] = {
    U'a',      U'Z',          U's',      U'S',      U'é',          U'я',          U'अ',
    U'한',     U'\U00010400', U'7',      U'٣',      U'９',         U'\U0001D7D8', U'_',
    U'‿',      U'＿',         U'\'',     U'’',      U'‘',          U'.',          U'．',
    U'·',      U':',          U'：',     U',',      U';',          U'،',          U'٬',
    U'\u0301', U'\u0308',     U'ा',      U'\u00AD', U'\u200E',     U'\u200D',     U'\uFE0F',
    U'\u20E3', U'א',          U'ש',      U'"',      U'״',          U'湖',         U'の',
    U'カ',     U'ก',          U'ั',       U'🎓',      U'\U0001F3FD', U'\U0001F1EB', U'\U0001F1EE',
    U'☕',      U'Ⓜ',          U'@',      U'#',      U'/',          U'-',          U'‐',
    U'—',      U'%',          U'$',      U'&',      U'+',          U'!',          U'²',
    U'ª',      U'\u0130',     U'ſ',      U'K',      U'ß',          U'ǅ',          U'İ',
    U'\uFFFD', U'\0',         U'\u1E9E', U'\u0345', U'\U000E0067', U'\uFF9E',     U'々',
    U'㋐',     U'?',          U'=',      U'w'};
constexpr char32_t kSpaces[] = {U' ',      U'\n',     U'\t',     U'\r', U'\u00A0',
                                U'\u3000', U'\u2028', U'\u0085', U'\v'};

const std::vector<std::string> kSnippets{"The keeper's log",
                                         "KEEPERS' LOGS",
                                         "Keeper’s",
                                         "keeper's's",
                                         "S's",
                                         "'s",
                                         "1,234.5",
                                         "3rd",
                                         "12:30",
                                         "a.b.c",
                                         "e.g.",
                                         "U.S.-led",
                                         "can't",
                                         "won’t",
                                         "rock'n'roll",
                                         "__init__",
                                         "_",
                                         "___",
                                         "x_1",
                                         "well-known",
                                         "AT&T",
                                         "C++",
                                         "50%",
                                         "$5.20",
                                         "https://lake.example/a_b?c=d#e",
                                         "www.lake.example",
                                         "lake.example",
                                         "lake.example/x",
                                         "WWW.LAKE.EXAMPLE",
                                         "ftp://a.example",
                                         "x@y.example",
                                         "keeper.of-lights@lake.example",
                                         "@keeper",
                                         "#lights",
                                         "#1",
                                         "a#b",
                                         "a@b",
                                         "mailto:x@y.example",
                                         "Öre Ærø naïve",
                                         "湖の岸辺を歩いた人々",
                                         "カタカナ",
                                         "湖岸的新桥",
                                         "ชาวบ้านเดินไป",
                                         "ປະຊາຊົນ",
                                         "ប្រជាជន",
                                         "လူများ",
                                         "호숫가를 걷는 사람들",
                                         "צה\"ל של ר' כהן",
                                         "שָׁלוֹם",
                                         "الناس يمشون، إلى البحيرة",
                                         "مُحَمَّد",
                                         "Люди шли к озеру",
                                         "λίμνη Ὀδυσσεύς",
                                         "झील के किनारे",
                                         "👩🏽‍🚀👨‍👩‍👧",
                                         "🇫🇮🇸🇪🇳",
                                         "1️⃣2️⃣",
                                         "ℹ️",
                                         "☕️",
                                         "©2026",
                                         "e\u0301t\u0301e",
                                         "E\u0301",
                                         "I\u0307",
                                         "ﬁsh",
                                         "STRASSE",
                                         "Straße",
                                         "averyveryverylongwordindeed",
                                         "sixteenletterswo",
                                         "sixteenlettersword",
                                         "Ελληνικά",
                                         "Ἀθήνα's",
                                         "OBAMA’S",
                                         "L’AQUILA",
                                         "l'aquila",
                                         "3.14",
                                         "1.a",
                                         "a.1",
                                         "1'000",
                                         "1;2",
                                         "a:b",
                                         "a:1",
                                         "::",
                                         "..",
                                         "''",
                                         "key=value",
                                         "(x)",
                                         "\"quoted\"",
                                         "and/or",
                                         "1/2",
                                         "\\n",
                                         "~x~"};

std::string random_text(std::mt19937& random, std::size_t size, bool spaces) {
    std::string text;
    const auto pick = [&](const auto& list) { return list[random() % std::size(list)]; };
    while (text.size() < size) {
        switch (random() % 8) {
            case 0:
            case 1:
            case 2:
                append(text, pick(kAlphabet));
                break;
            case 3:
                text += pick(kSnippets);
                break;
            case 4:
                if (spaces) append(text, pick(kSpaces));
                break;
            case 5:
                text += static_cast<char>('a' + random() % 26);
                break;
            case 6:
                if (spaces) text += ' ';
                break;
            default:
                text += random() % 2 != 0 ? kSnippets[random() % kSnippets.size()]
                                          : std::string(random() % 20, 'e');
        }
    }
    return text;
}

constexpr WordDefinition kKeep{WordPreset::uax29, Hyphens::split, Possessives::keep, Case::keep};

}  // namespace

TEST_CASE("counting: the definitions, by every kernel") {
    std::string text;
    for (const std::string& snippet : kSnippets) text += snippet + " ";
    for (const WordPreset preset : {WordPreset::uax29, WordPreset::letters, WordPreset::whitespace})
        for (const Hyphens hyphens : {Hyphens::split, Hyphens::join})
            for (const Possessives possessives : {Possessives::strip, Possessives::keep})
                for (const Case letter_case : {Case::fold, Case::keep})
                    check_text(text, {preset, hyphens, possessives, letter_case});
    for (const std::string& snippet : kSnippets) {
        check_text(snippet);
        check_text(snippet, kKeep);
        for (const std::string& other : kSnippets) check_text(snippet + other);
    }
}

TEST_CASE("counting: all sequences of three of the alphabet, and many of four") {
    std::string text;
    for (const char32_t a : kAlphabet)
        for (const char32_t b : kAlphabet)
            for (const char32_t c : kAlphabet) {
                append(text, a);
                append(text, b);
                append(text, c);
                text += ' ';
            }
    check_text(text);
    std::mt19937 random(4);
    text.clear();
    for (int i = 0; i < 300000; ++i) {
        for (int k = 0; k < 4 + i % 3; ++k)
            append(text, kAlphabet[random() % std::size(kAlphabet)]);
        text += i % 7 == 0 ? '\n' : ' ';
    }
    check_text(text, kKeep);
}

TEST_CASE("counting: all sequences of five ASCII signs of different classes") {
    constexpr std::string_view kSigns = "aS1_'.:,\"-@";
    std::string text;
    for (std::size_t code = 0; code < 11 * 11 * 11 * 11 * 11; ++code) {
        std::size_t rest = code;
        for (int k = 0; k < 5; ++k, rest /= 11) text += kSigns[rest % 11];
        text += ' ';
    }
    check_text(text);
}

TEST_CASE("counting: every character that there is, between and beside letters and digits") {
    std::string text;
    for (char32_t c = 1; c < 0x110000; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        if (u_isdefined(static_cast<UChar32>(c)) == 0 && c % 64 != 0) continue;
        if (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SCRIPT) == USCRIPT_HAN &&
            c % 64 != 0)
            continue;
        text += 'x';
        append(text, c);
        text += "y 1";
        append(text, c);
        text += "2 ";
        append(text, c);
        text += "s ";
    }
    check_text(text);
}

TEST_CASE("counting: random texts of every sort, at every place of a block") {
    std::mt19937 random(29);
    for (int i = 0; i < 3000; ++i) check_text(random_text(random, random() % 400, true));
    for (int i = 0; i < 300; ++i) check_text(random_text(random, random() % 400, false), kKeep);
    for (int i = 0; i < 10; ++i) check_text(random_text(random, 100000, true));
    std::string shifted;
    for (int i = 0; i < 130; ++i) {
        shifted += 'x';
        check_text(shifted + " l’été, 1’000 Люди's E\u0301a.b झील @x 湖の岸 y");
    }
}

TEST_CASE("counting: texts without white space, and tokens longer than a chunk") {
    std::mt19937 random(7);
    check_text(std::string(100000, 'a'));
    check_text("x " + std::string(40000, '1') + " y");
    check_text(std::string(100000, '@'));
    check_text(random_text(random, 60000, false));
    std::string lines;
    for (int i = 0; i < 20000; ++i) lines += "й\nः\n";
    check_text(lines);
}

TEST_CASE("counting: document frequencies, whatever a word is written like") {
    check_texts({"Éa éa E\u0301a", "éa", "Lake's lake LAKE", "lake", "@x", "",
                 "lake's and Kelvin \u212Aelvin"});
    std::mt19937 random(11);
    std::vector<std::string> texts;
    for (int i = 0; i < 200; ++i) texts.push_back(random_text(random, 300, true));
    check_texts(texts);
    check_texts(texts, kKeep);
}

TEST_CASE("counting: pieces of texts, counted apart and merged") {
    std::mt19937 random(13);
    std::vector<std::string> texts;
    for (int i = 0; i < 30; ++i) texts.push_back(random_text(random, 3000, true));
    const std::vector<Row> theirs = expected(texts, {});
    for (const Kernel kernel : fast_kernels()) {
        WordCounter all({}, kernel);
        for (const std::string& text : texts) {
            WordCounter parts[3] = {WordCounter({}, kernel), WordCounter({}, kernel),
                                    WordCounter({}, kernel)};
            std::size_t begin = 0;
            for (std::size_t at = 1; at <= text.size(); ++at) {
                const bool cut = at == text.size() ||
                                 (text[at - 1] == ' ' && text[at] > ' ' && random() % 8 == 0);
                if (!cut) continue;
                parts[random() % 3].add(std::string_view(text).substr(begin, at - begin));
                begin = at;
            }
            for (WordCounter& part : parts) all.merge(part);
            all.end_document();
        }
        check_rows(rows_of(all.table()), theirs, std::string(name_of(kernel)));
        CHECK(all.table().documents() == texts.size());
    }
}

TEST_CASE("counting: a text taken back leaves nothing, a table taken leaves an empty one") {
    for (const Kernel kernel : usable_kernels()) {
        INFO(name_of(kernel));
        WordCounter counter({}, kernel);
        counter.add("shore averyverylongwordindeed 湖 ");
        counter.end_document();
        counter.add("lake shore anotherverylongword 湖 岸 @x ");
        counter.discard_document();
        counter.add("shore pier ");
        counter.end_document();
        const std::vector<Row> theirs{
            {"shore", 2, 2}, {"averyverylongwordindeed", 1, 1}, {"pier", 1, 1}, {"湖", 1, 1}};
        check_rows(rows_of(counter.table()), theirs, "with a text taken back");
        CHECK(counter.table().types() == 4);
        CHECK(counter.table().tokens() == 5);
        check_rows(rows_of(counter.take_table()), theirs, "taken");
        CHECK(counter.table().types() == 0);
        counter.add("pier averyverylongwordindeed 湖");
        counter.end_document();
        check_rows(rows_of(counter.take_table()),
                   {{"averyverylongwordindeed", 1, 1}, {"pier", 1, 1}, {"湖", 1, 1}}, "begun anew");
    }
}

TEST_CASE("counting: a table that grows, and counts handed over in between") {
    std::string text;
    for (int i = 0; i < 200000; ++i) {
        text += 'w';
        text += std::to_string(i * 7919 % 60000);
        text += i % 3 == 0 ? "averyverylongtail " : " ";
    }
    check_texts({text, text, "w1 w2"});
}

TEST_CASE("counting: the collected texts beside the project") {
    const std::filesystem::path folder = std::filesystem::path(PROJECT_DIR) / "../shared/text";
    if (!std::filesystem::exists(folder)) {
        WARN("skipped: no " << folder.string());
        return;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".txt") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(file), {});
        if (text.size() > 1000000) text.resize(text.rfind('\n', 1000000));
        INFO(entry.path().string());
        check_text(text);
    }
}
