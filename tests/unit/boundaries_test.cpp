// Tests of the word boundaries against WordBreakTest.txt and the reference, on texts of every kind.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/boundaries.hpp"

#include <unicode/uchar.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#include "reference_boundaries.hpp"

using namespace analyze;

namespace {

std::vector<std::uint32_t> ends_of(std::string_view text) {
    static Boundaries boundaries;
    static std::vector<Segment> segments;
    segments.clear();
    boundaries.find(text, segments);
    std::vector<std::uint32_t> ends;
    for (const Segment& segment : segments) ends.push_back(segment.end);
    return ends;
}

std::string visible(std::string_view text, const std::vector<std::uint32_t>& ends) {
    std::string shown;
    std::size_t begin = 0;
    for (const std::uint32_t end : ends) {
        std::size_t at = begin;
        while (at < end) {
            UChar32 c = 0;
            U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, end, c);
            std::ostringstream hex;
            hex << std::hex << c << ' ';
            shown += hex.str();
        }
        shown += "| ";
        begin = end;
    }
    return shown;
}

/// Silent when equal: there are millions of these checks.
void check_same(std::string_view text) {
    const auto mine = ends_of(text), theirs = test::reference_boundaries(text);
    if (mine == theirs) return;
    if (text.size() < 200) {
        CHECK(visible(text, mine) == visible(text, theirs));
        return;
    }
    std::size_t i = 0;
    while (i < mine.size() && i < theirs.size() && mine[i] == theirs[i]) ++i;
    const std::size_t at = i == 0 ? 0 : mine[i - 1];
    FAIL_CHECK("first difference at byte " << at << ": " << text.substr(at, 60));
}

void append(std::string& text, char32_t c) {
    std::uint8_t bytes[4];
    int size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

/// At least one character of each class of the rules, of the dictionary scripts, and of those that
/// ICU treats in ways of their own.
constexpr char32_t kRepresentatives[] = {
    U'\r',         U'\n',     U'\v',     U' ',  U'a',      U'\u05D0', U'7',      U'_',
    U'\'',         U'"',      U'.',      U':',  U',',      U'\u0301', U'\u00AD', U'\u200D',
    U'\U0001F1EB', U'\u2615', U'\u24C2', U'カ', U'の',     U'湖',     U'々',     U'ก',
    U'ั',           U'@',      U'한',     U'-',  U'\u302A', U'\uFF9E', U'\u30A0'};

char32_t random_character(std::mt19937& random) {
    for (;;) {
        // Half of them from the first planes' letters, where the scripts are.
        const auto c = static_cast<char32_t>(random() % (random() % 2 != 0 ? 0x3200 : 0x20000));
        if ((c < 0xD800 || c > 0xDFFF) && u_isdefined(static_cast<UChar32>(c)) != 0) return c;
    }
}

const std::vector<std::string> kSnippets{"The keeper's log, 1,234.5 m above",
                                         " — ",
                                         "can't; won't",
                                         "3rd-floor",
                                         "e.g. U.S.-led",
                                         "\r\n",
                                         "Öre Ærø naïve",
                                         "湖の岸辺を歩いた人々",
                                         "カタカナとひらがな",
                                         "湖岸的新桥将于三月开放",
                                         "ｶﾞｽﾞ",
                                         "ชาวบ้านเดินไปที่ทะเลสาบ",
                                         "ປະຊາຊົນຍ່າງໄປທະເລ",
                                         "ប្រជាជនដើរទៅបឹង",
                                         "လူများသည်ကန်သို့",
                                         "អ\u200D៊ឹះបង្អែនទូភី",
                                         "ယခင်\u200C့ယခင်ထောင်",
                                         "호숫가를 걷는 사람들",
                                         "צה\"ל של ר' כהן",
                                         "الناس يمشون، إلى البحيرة",
                                         "Люди шли к озеру",
                                         "λίμνη",
                                         "झील के किनारे",
                                         "👩🏽‍🚀👨‍👩‍👧",
                                         "🇫🇮🇸🇪🇳",
                                         "1️⃣2️⃣",
                                         "ℹ️",
                                         "https://lake.example/a_b?c=d#e",
                                         "x@y.example",
                                         "#tag @name",
                                         "12:30",
                                         "a:b",
                                         "\t",
                                         "  ",
                                         "\u200B",
                                         "\u2028",
                                         "\u202F",
                                         "\u3000",
                                         "\u0E33",
                                         "\u200C",
                                         "\U000E0100",
                                         "々",
                                         "〇",
                                         "㋐",
                                         "ー",
                                         "〱",
                                         "゛",
                                         "ᨕᩣ",
                                         "ꪀꪱ",
                                         "𠀋𠀌",
                                         "🄰",
                                         "\U00016FF0",
                                         "\u302A"};

}  // namespace

TEST_CASE("boundaries: every line of WordBreakTest.txt, by us and by the reference") {
    std::ifstream file("/usr/share/unicode/auxiliary/WordBreakTest.txt");
    if (!file) FAIL("no WordBreakTest.txt: install Debian's package unicode-data");
    int lines = 0;
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line.substr(0, line.find('#')));
        std::string text;
        std::vector<std::uint32_t> ends;
        for (std::string field; fields >> field;) {
            if (field == "÷") {
                if (!text.empty()) ends.push_back(static_cast<std::uint32_t>(text.size()));
            } else if (field != "×") {
                append(text, static_cast<char32_t>(std::stoul(field, nullptr, 16)));
            }
        }
        if (text.empty()) continue;
        ++lines;
        INFO(line);
        CHECK(visible(text, ends_of(text)) == visible(text, ends));
        CHECK(visible(text, test::reference_boundaries(text)) == visible(text, ends));
    }
    CHECK(lines > 1800);
}

TEST_CASE("boundaries: all sequences of up to four classes are as in the reference") {
    constexpr std::size_t kCount = std::size(kRepresentatives);
    for (std::size_t length = 1, total = kCount; length <= 4; ++length, total *= kCount)
        for (std::size_t n = 0; n < total; ++n) {
            std::string text;
            for (std::size_t i = 0, rest = n; i < length; ++i, rest /= kCount)
                append(text, kRepresentatives[rest % kCount]);
            check_same(text);
        }
}

TEST_CASE("boundaries: long random sequences of classes are as in the reference") {
    std::mt19937 random(29);
    for (int i = 0; i < 30000; ++i) {
        std::string text;
        for (auto n = 5 + random() % 12; n-- != 0;)
            append(text, kRepresentatives[random() % std::size(kRepresentatives)]);
        check_same(text);
    }
}

TEST_CASE("boundaries: characters of all scripts are as in the reference") {
    std::mt19937 random(15);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (auto n = 2 + random() % 14; n-- != 0;)
            append(text, random() % 4 != 0
                             ? random_character(random)
                             : kRepresentatives[random() % std::size(kRepresentatives)]);
        check_same(text);
    }
    for (char32_t c = 0; c < 0x110000; ++c) {  // every character among letters and among numbers
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        if (c > 0x32000 && c < 0xE0000 && c % 97 != 0) continue;
        std::string text = "a";
        append(text, c);
        text += "a1";
        append(text, c);
        text += "1 ";
        append(text, c);
        append(text, c);
        check_same(text);
    }
}

TEST_CASE("boundaries: mixtures of real text are as in the reference, whole and in pieces") {
    std::mt19937 random(72);
    for (int i = 0; i < 5000; ++i) {
        std::string text;
        for (auto n = 1 + random() % 40; n-- != 0;) {
            text += kSnippets[random() % kSnippets.size()];
            if (random() % 3 == 0) text += ' ';
        }
        check_same(text);
        // As TextStream cuts: before ASCII that is no white space after ASCII white space.
        const auto whole = ends_of(text);
        std::vector<std::uint32_t> pieces;
        std::size_t begin = 0;
        const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
        for (std::size_t at = 1; at <= text.size(); ++at) {
            const bool can_cut = at == text.size() ||
                                 (is_space(text[at - 1]) &&
                                  static_cast<signed char>(text[at]) >= 0 && !is_space(text[at]));
            if (!can_cut || (at < text.size() && random() % 2 == 0)) continue;
            for (const std::uint32_t end :
                 ends_of(std::string_view(text).substr(begin, at - begin)))
                pieces.push_back(static_cast<std::uint32_t>(begin) + end);
            begin = at;
        }
        CHECK(pieces == whole);
    }
}

TEST_CASE("boundaries: large real texts are as in the reference") {
    const std::filesystem::path shared = std::filesystem::path(PROJECT_DIR) / "../shared";
    if (!std::filesystem::exists(shared)) {
        WARN("skipped: no ../shared");
        return;
    }
    for (const char* folder : {"text", "structure/docs", "articles"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(shared / folder)) {
            if (!entry.is_regular_file()) continue;
            std::ifstream file(entry.path(), std::ios::binary);
            std::string text(200000, '\0');
            file.read(text.data(), static_cast<std::streamsize>(text.size()));
            text.resize(static_cast<std::size_t>(file.gcount()));
            while (!text.empty() && (text.back() & 0x80) != 0) text.pop_back();  // whole characters
            INFO(entry.path());
            check_same(text);
        }
}

TEST_CASE("boundaries: hostile text is as in the reference") {
    for (const char* unit :
         {"a", "\u0301", ":",  ".",  "a.",     "a:",      "1,",  "'",  "_", "🇫", "湖",
          "ก", "ั",       "カ", "の", "\u200D", "👩\u200D", "א\"", "\r", " ", "々"}) {
        std::string text;
        while (text.size() < 30000) text += unit;
        INFO(unit);
        check_same(text);
        check_same("a" + text + "a");
    }
}

TEST_CASE("boundaries: segments know what they are made of") {
    const auto kinds = [](std::string_view text) {
        Boundaries boundaries;
        std::vector<Segment> segments;
        boundaries.find(text, segments);
        std::string letters;
        for (const Segment& segment : segments) letters += "slno"[static_cast<int>(segment.kind)];
        return letters;
    };
    CHECK(kinds("") == "");
    CHECK(kinds("a 1") == "lsn");
    CHECK(kinds("can't stop.") == "lslo");
    CHECK(kinds("a.") == "lo");
    CHECK(kinds("a:1") == "lon");
    CHECK(kinds("3rd 1,234.5%") == "lsno");
    CHECK(kinds("_ _1 _a") == "osnsl");
    CHECK(kinds("\t\r\n\u00A0\u2028\u202F") == "sssss");
    CHECK(kinds("\u200B\u00AD\n\u0301") == "sss");
    CHECK(kinds(" \u0301x") == "sl");
    CHECK(kinds("湖岸ก") == "ll");
    CHECK(kinds("〆½☕$") == "looo");
    CHECK(kinds("ℹ") == "l");
}

TEST_CASE("boundaries: bytes that are no UTF-8 do no harm") {
    std::mt19937 random(8);
    for (int i = 0; i < 5000; ++i) {
        std::string text(random() % 24, ' ');
        for (char& c : text) c = static_cast<char>(random() % 3 != 0 ? random() : 0xE0);
        const auto ends = ends_of(text);
        CHECK((text.empty() ? ends.empty() : ends.back() == text.size()));
        CHECK(std::is_sorted(ends.begin(), ends.end()));
    }
}
