// Tests of decoding: which encoding is chosen, what text results, and the way back to the file.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/decode.hpp"

#include <catch2/catch.hpp>
#include <functional>

#include "analyze/base/error.hpp"
#include "analyze/base/utf8.hpp"
#include "encoded_text.hpp"

using namespace analyze;
using namespace encoded_text;
using namespace std::string_literals;

namespace {

constexpr const char* kReplaced = "\xEF\xBF\xBD";

Decoded decode_as(const std::string& encoding, const std::string& bytes) {
    DecodeOptions options;
    options.encoding = encoding;
    options.binary = BinaryPolicy::text;
    return decode(bytes, options, "test");
}

std::string failure(Fault fault, const std::string& bytes, const DecodeOptions& options = {}) {
    try {
        (void)decode(bytes, options, "some.txt");
    } catch (const Error& error) {
        CHECK(error.fault() == fault);
        return error.what();
    }
    return "nothing was thrown";
}

/// The starts of the characters of valid UTF-8, and its end.
std::vector<std::size_t> starts(const std::string& text) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < text.size(); i += utf8_step(std::string_view(text).substr(i)).size)
        all.push_back(i);
    all.push_back(text.size());
    return all;
}

/// ICU writes U+001A for some single bytes that have no character.
std::string without_substitutes(std::string text) {
    for (std::size_t at = 0; (at = text.find(kReplaced, at)) != text.npos;)
        text.replace(at, 3, 1, '\x1A');
    return text;
}

}  // namespace

TEST_CASE("decode: UTF-8 is itself, without its mark") {
    for (const std::string& text : {""s, "plain"s, "caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"s}) {
        const Decoded plain = decode(text, {}, "");
        CHECK(plain.text == text);
        CHECK(plain.info.encoding == "UTF-8");
        CHECK(plain.info.chosen_by == "utf-8");
        CHECK_FALSE(plain.info.bom);
        CHECK(plain.info.invalid == 0);
        CHECK_FALSE(plain.info.first_invalid);
        const Decoded marked = decode(std::string("\xEF\xBB\xBF").append(text), {}, "");
        CHECK(marked.text == text);
        CHECK(marked.info.chosen_by == "bom");
        CHECK(marked.info.bom);
        for (std::size_t i = 0; i <= text.size(); ++i) {
            CHECK(plain.offsets.to_file(i) == i);
            CHECK(marked.offsets.to_file(i) == i + 3);
        }
    }
}

TEST_CASE("decode: valid UTF-8 is moved") {
    std::string text(1000, 'x');
    const char* const place = text.data();
    CHECK(decode(std::move(text), {}, "").text.data() == place);
}

TEST_CASE("decode: ill-formed UTF-8 is replaced by maximal parts and counted") {
    struct Case {
        std::string bytes, text;
        std::uint64_t invalid, first;
    };
    const std::string r = kReplaced;
    const Case cases[] = {
        // the example of Unicode 3.9
        {"a\xF1\x80\x80\xE1\x80\xC2"
         "b\x80"
         "c\x80\xBF"
         "d",
         "a" + r + r + r + "b" + r + "c" + r + r + "d", 6, 1},
        {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82", r + r + r + r + r + r + r + r, 8, 0},  // overlong
        {"\xED\xA0\x80\xED\xBF\xBF"
         "x",
         r + r + r + r + r + r + "x", 6, 0},  // surrogates
        {"\xF4\x91\x92\x93\xFF"
         "A",
         r + r + r + r + r + "A", 5, 0},  // beyond
        {"ab\xE2\x82", "ab" + r, 1, 2},   // cut off
        {"ab\xF0\x9F\x98", "ab" + r, 1, 2},
        {"\xEF\xBB\xBF\xFF", r, 1, 3},
    };
    for (const Case& c : cases) {
        const Decoded decoded = decode_as("UTF-8", c.bytes);
        CHECK(decoded.text == c.text);
        CHECK(decoded.info.invalid == c.invalid);
        CHECK(decoded.info.first_invalid == c.first);
        DecodeOptions strict;
        strict.encoding = "utf8";
        strict.invalid = InvalidPolicy::error;
        CHECK(failure(Fault::input, c.bytes, strict)
                  .find("some.txt: not valid UTF-8 at byte " + std::to_string(c.first) + ";") == 0);
    }
}

TEST_CASE("decode: a byte order mark decides") {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8("Ein Tag am See: \xE2\x82\xAC 5");
    for (const char* encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
        CAPTURE(encoding);
        Converter converter(encoding);
        const std::string mark = converter.encode(icu::UnicodeString(UChar32{0xFEFF}));
        const Decoded decoded = decode(mark + converter.encode(text), {}, "");
        CHECK(decoded.text == "Ein Tag am See: \xE2\x82\xAC 5");
        CHECK(decoded.info.encoding == encoding);
        CHECK(decoded.info.chosen_by == "bom");
        CHECK(decoded.info.bom);
        CHECK(decoded.info.invalid == 0);
        CHECK(decoded.offsets.to_file(0) == mark.size());
        CHECK(decode(mark, {}, "").text.empty());
        // Forced, too; plain UTF-16 and UTF-32 find the order.
        const std::string family = std::string(encoding).substr(0, 6);
        const Decoded forced =
            decode_as(family == "UTF-8" ? "utf-8" : family, mark + converter.encode(text));
        CHECK(forced.text == decoded.text);
        CHECK(forced.info.encoding == encoding);
        CHECK(forced.info.chosen_by == "option");
        CHECK(forced.info.bom);
    }
    CHECK(decode_as("UTF-16", "\0a\0b"s).info.encoding == "UTF-16BE");
    CHECK(decode_as("UTF-16", "a\0b\0"s).text == "ab");
    CHECK(decode_as("UTF-16", "\xAC\x20"s).text == "\xE2\x82\xAC");  // no hint: little-endian
    CHECK(decode_as("UTF-16", "\xAC\x20\0"s).info.encoding == "UTF-16LE");
    CHECK(decode_as("UTF-32", "\0\0"s).info.encoding == "UTF-32LE");
    // The mark of the encoding asked for, though UTF-32LE's begins with it.
    CHECK(decode_as("UTF-16", "\xFF\xFE\0\0"s).info.encoding == "UTF-16LE");
}

TEST_CASE("decode: plain UTF-16 and UTF-32 find the order of text with few zeros by its spaces") {
    // Too few letters below U+0100, an ideographic space; a control character; something broken at the end.
    for (const char* text :
         {"\u4ECA\u65E5\u3000\u5929\u6C17\u3067\u3059\u3002\n\u6E2F\u306E\u8239",
          "\u041C\u0430\u043C\u0430 \u0438 \u042F", "one line \x01 and more\n"}) {
        for (const char* encoding : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
            CAPTURE(encoding, text);
            const std::string family = std::string(encoding).substr(0, 6);
            const std::string bytes =
                Converter(encoding).encode(icu::UnicodeString::fromUTF8(text));
            CHECK(decode_as(family, bytes).text == text);
            const std::string broken =
                bytes + (family == "UTF-32" ? "\xFF\xFF\xFF\xFF"s : "\xDC\xDC"s);
            CHECK(decode_as(family, broken).text == text + std::string(kReplaced));
        }
    }
}

TEST_CASE("decode: nothing is guessed where ill-formed bytes are an error") {
    DecodeOptions strict;
    strict.invalid = InvalidPolicy::error;
    const std::string told = "; --encoding NAME reads another encoding, --invalid=replace replaces";
    for (const std::string& tail : {""s, " caf\xC3\xA9 \xE2\x82\xAC"s, " \xE9t\xE9"s}) {
        // Guessed as ISO-8859-1, as UTF-8 with a broken byte, as windows-1252.
        CHECK(failure(Fault::input, "one bad \xFF byte" + tail, strict) ==
              "some.txt: not valid UTF-8 at byte 8" + told);
    }
    CHECK(failure(Fault::input, "caf\xC3\xA9 \xC3\xA9 cut \xE2\x82", strict) ==
          "some.txt: not valid UTF-8 at byte 13" + told);
    CHECK(failure(Fault::input, "zero \0 and \xFF"s, strict).find("binary") != std::string::npos);
    // What is certain is read.
    CHECK(decode("caf\xC3\xA9", strict, "").info.chosen_by == "utf-8");
    CHECK(decode("\xE9\0t\0\xE9\0"s, strict, "").info.chosen_by == "zero-bytes");
    CHECK(decode("\xFF\xFEt\0"s, strict, "").info.chosen_by == "bom");
    strict.encoding = "latin1";
    CHECK(decode("\xE9t\xE9", strict, "").info.chosen_by == "option");
}

TEST_CASE("decode: UTF-16 and UTF-32 without a mark are known by their zeros") {
    for (const char* encoding : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
        for (const char* text :
             {"The ferry leaves at nine.\r\n", "Wei\xC3\x9F nicht, \xF0\x9F\x98\x80!",
              "\xD0\x9C\xD0\xB0\xD0\xBC\xD0\xB0 \xD0\xB8 \xD1\x8F \xD0\xB8 \xD1\x82\xD1\x8B"}) {
            CAPTURE(encoding, text);
            const Decoded decoded =
                decode(Converter(encoding).encode(icu::UnicodeString::fromUTF8(text)), {}, "");
            CHECK(decoded.text == text);
            CHECK(decoded.info.encoding == encoding);
            CHECK(decoded.info.chosen_by == "zero-bytes");
            CHECK_FALSE(decoded.info.not_utf8_at);
        }
    }
    const Decoded odd = decode("t\0e\0x\0t\0!"s, {}, "");
    CHECK(odd.text == "text"s + kReplaced);
    CHECK(odd.info.first_invalid == 8U);
}

TEST_CASE("decode: UTF-8 with a few broken bytes stays UTF-8") {
    const std::string text =
        "Der K\xC3\xB6nig \xC3\xBC"
        "ber dem Tal h\xC3\xB6rte \xE2\x80\x9Enichts\xE2\x80\x9C.";
    const Decoded decoded = decode(text + " \xFF und \xC3", {}, "");
    CHECK(decoded.info.encoding == "UTF-8");
    CHECK(decoded.info.chosen_by == "mostly-utf-8");
    CHECK(decoded.info.not_utf8_at == text.size() + 1);
    CHECK(decoded.text == text + " " + kReplaced + " und " + kReplaced);
    CHECK(decoded.info.invalid == 2);
    CHECK(decoded.info.first_invalid == text.size() + 1);
}

TEST_CASE("decode: the detector tells common encodings apart") {
    struct Case {
        const char* encoding;
        const char* text;
    };
    const Case cases[] = {
        {"windows-1252",
         "The caf\u00E9 on the quay opened at eight, and the owner said \u201Cgood "
         "morning\u201D to everyone who came in from the boats."},
        {"windows-1252", "caf\u00E9 \u2013 closed"},
        {"windows-1252", "na\u00EFve caf\u00E9"},
        {"windows-1254", "\u0130stanbul'da g\u00FCzel bir \u015Fehir"},
        {"windows-1251",
         "\u0423\u0442\u0440\u043E\u043C \u043B\u043E\u0434\u043A\u0438 "
         "\u0432\u044B\u0448\u043B\u0438 \u0438\u0437 "
         "\u0433\u0430\u0432\u0430\u043D\u0438, \u0438 \u0432\u0435\u0442\u0435\u0440 "
         "\u0431\u044B\u043B \u0441\u043B\u0430\u0431\u044B\u043C \u0434\u043E "
         "\u0441\u0430\u043C\u043E\u0433\u043E \u0432\u0435\u0447\u0435\u0440\u0430."},
        {"KOI8-R",
         "\u0423\u0442\u0440\u043E\u043C \u043B\u043E\u0434\u043A\u0438 "
         "\u0432\u044B\u0448\u043B\u0438 \u0438\u0437 "
         "\u0433\u0430\u0432\u0430\u043D\u0438, \u0438 \u0432\u0435\u0442\u0435\u0440 "
         "\u0431\u044B\u043B \u0441\u043B\u0430\u0431\u044B\u043C \u0434\u043E "
         "\u0441\u0430\u043C\u043E\u0433\u043E \u0432\u0435\u0447\u0435\u0440\u0430."},
        {"Shift_JIS",
         "\u4ECA\u65E5\u306F\u3068\u3066\u3082\u826F\u3044\u5929\u6C17\u3067\u3059\u3002"
         "\u6E2F\u306E\u8239\u306F\u671D\u65E9\u304F\u51FA\u307E\u3057\u305F\u3002"},
        {"EUC-JP",
         "\u4ECA\u65E5\u306F\u3068\u3066\u3082\u826F\u3044\u5929\u6C17\u3067\u3059\u3002"
         "\u6E2F\u306E\u8239\u306F\u671D\u65E9\u304F\u51FA\u307E\u3057\u305F\u3002"},
        {"GB18030",
         "\u4ECA\u5929\u7684\u5929\u6C14\u5F88\u597D\uFF0C\u6211\u4EEC\u5728\u6E2F\u53E3"
         "\u770B\u5230\u4E86\u5F88\u591A\u8239\u3002\u4ED6\u8BF4\u660E\u5929\u8FD8\u4F1A"
         "\u6765\u3002"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.encoding, c.text);
        // Far into the file: the detector is shown what matters.
        for (const std::string& before : {""s, std::string(20000, '.') + "\n"}) {
            const Decoded decoded =
                decode(before + Converter(c.encoding).encode(icu::UnicodeString::fromUTF8(c.text)),
                       {}, "");
            CHECK(decoded.text == before + c.text);
            CHECK(decoded.info.chosen_by == "detector");
            REQUIRE(decoded.info.not_utf8_at);
            CHECK(*decoded.info.not_utf8_at >= before.size());
        }
    }
}

TEST_CASE("decode: binary content is refused unless it is wanted") {
    const std::string zero = "text\0more text here"s;
    CHECK(
        failure(Fault::input, zero) ==
        "some.txt: looks like a binary file (NUL byte at offset 4); --binary=text reads it anyway");
    CHECK(failure(Fault::input,
                  "\x7F"
                  "ELF\x02\x01\x01\0\0\0\0\xFF"s)
              .find("binary") != std::string::npos);
    CHECK(failure(Fault::input, "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s).find("binary") !=
          std::string::npos);
    CHECK(failure(Fault::input, "a\x01\x02\x03 b"s).find("3 control characters") !=
          std::string::npos);
    CHECK(failure(Fault::input,
                  "\xEF\xBB\xBF"
                  "a\0"s)
              .find("offset 4") != std::string::npos);
    CHECK(failure(Fault::input,
                  "\xFF\xFE"
                  "a\0\0\0b\0"s)
              .find("offset 4") != std::string::npos);
    DecodeOptions forced;
    forced.encoding = "windows-1252";
    CHECK(failure(Fault::input, "caf\xE9\0"s, forced).find("offset 4") != std::string::npos);
    DecodeOptions options;
    options.binary = BinaryPolicy::text;
    const Decoded decoded = decode(zero, options, "");
    CHECK(decoded.text == zero);
    CHECK(decoded.info.encoding == "UTF-8");
    CHECK(decoded.offsets.to_file(7) == 7);
    // What plain text may have is no sign of binary content.
    CHECK(decode("\x1B[1mbold\x1B[0m", {}, "").info.encoding == "UTF-8");
    CHECK(decode("_\bu_\bn_\bd", {}, "").info.encoding == "UTF-8");
    CHECK(decode("page\f\x1A", {}, "").info.encoding == "UTF-8");
}

TEST_CASE("decode: options name encodings by any alias, and unknown ones are a usage error") {
    CHECK(decode_as("latin1", "caf\xE9").info.encoding == "ISO-8859-1");
    CHECK(decode_as("cp1252", "caf\xE9").info.encoding == "windows-1252");
    CHECK(decode_as("utf8", "caf\xC3\xA9").info.encoding == "UTF-8");
    CHECK(decode_as("SJIS", "\x82\xA0").text == "\xE3\x81\x82");
    for (const std::string& name :
         {"latin-one"s, "UTF-9"s, " "s, std::string(500, 'x'), "a\nb"s, "../x"s}) {
        DecodeOptions options;
        options.encoding = name;
        const std::string message = failure(Fault::usage, "text", options);
        CHECK(message.find("unknown encoding") == 0);
        CHECK(message.find("IANA") != std::string::npos);
    }
}

TEST_CASE("decode: every text offset leads to the bytes of that character") {
    Random random(20240315);
    for (const std::string& encoding : kStateless) {
        CAPTURE(encoding);
        Converter converter(encoding);
        for (int round = 0; round < 20; ++round) {
            std::string file, text;
            std::vector<std::uint64_t> places;
            for (std::size_t n = below(random, 400); n > 0; --n) {
                const UChar32 c = random_character(random);
                const std::string bytes = converter.encode(icu::UnicodeString(c));
                // Some bytes are another character on the way back.
                if (c == 0xFEFF || bytes.empty() || converter.decode(bytes) != utf8(c)) continue;
                for (std::size_t i = 0; i < utf8(c).size(); ++i) {
                    places.push_back(file.size() + (encoding == "UTF-8" ? i : 0));
                }
                file += bytes;
                text += utf8(c);
            }
            places.push_back(file.size());
            const Decoded decoded = decode_as(encoding, file);
            REQUIRE(decoded.text == text);
            CHECK(decoded.info.invalid == 0);
            for (std::size_t i = 0; i < places.size(); ++i) {
                if (decoded.offsets.to_file(i) != places[i]) {
                    CAPTURE(i);
                    REQUIRE(decoded.offsets.to_file(i) == places[i]);
                }
            }
        }
    }
}

TEST_CASE("decode: broken input gives ICU's text, and offsets that lead to the bytes") {
    Random random(7);
    for (const bool stateful : {false, true}) {
        for (const std::string& encoding : stateful ? kStateful : kStateless) {
            CAPTURE(encoding);
            Converter converter(encoding);
            for (int round = 0; round < 40; ++round) {
                const std::string file = broken(random, random_file(random, encoding, 200));
                const Decoded decoded = decode_as(encoding, file);
                std::string expected = converter.decode(file);
                if (expected.starts_with("\xEF\xBB\xBF")) expected.erase(0, 3);
                REQUIRE(without_substitutes(decoded.text) == without_substitutes(expected));
                CHECK(decoded.info.first_invalid.has_value() == (decoded.info.invalid != 0));
                const std::vector<std::size_t> at = starts(decoded.text);
                CHECK(decoded.offsets.to_file(decoded.text.size()) == file.size());
                for (std::size_t i = 0; i + 1 < at.size(); ++i) {
                    const std::uint64_t begin = decoded.offsets.to_file(at[i]);
                    const std::uint64_t end = decoded.offsets.to_file(at[i + 1]);
                    REQUIRE(begin <= end);
                    const std::string c = decoded.text.substr(at[i], at[i + 1] - at[i]);
                    if (stateful || c == kReplaced) continue;
                    // Both ends of a pair that one sequence stands for begin in the same place.
                    if (begin == end) continue;
                    const std::string again =
                        converter.decode(std::string_view(file).substr(begin, end - begin));
                    CHECK(again.find(c) != std::string::npos);
                }
            }
        }
    }
}

TEST_CASE("decode: lone surrogates in UTF-7 are ill-formed") {
    for (const std::string& file : {"a+2D3-b"s, "a+3QA-b"s, "a+2D3"s}) {  // D83D, DD00
        const Decoded decoded = decode_as("UTF-7", file);
        CHECK(decoded.text.starts_with("a"s + kReplaced));
        CHECK(valid_utf8_prefix(decoded.text) == decoded.text.size());
        CHECK(decoded.info.invalid >= 1);
    }
}

TEST_CASE("decode: an ill-formed part has a place even where ICU names no bytes") {
    const Decoded decoded = decode_as("BOCU-1", "#\xFFi");
    CHECK(decoded.info.invalid == 1);
    CHECK(decoded.info.first_invalid.value_or(99) < 3);
    CHECK(decoded.offsets.to_file(decoded.text.size()) == 3);
}

TEST_CASE("decode: a map of offsets merges runs and answers everywhere") {
    OffsetMap map;
    CHECK(map.to_file(0) == 0);
    CHECK(map.to_file(9) == 0);
    map.append(1, 0, 2);
    CHECK(map.to_file(0) == 2);
    map.append(5, 1, 2);
    map.append(2, 1, 2);
    map.append(0, 9, 9);
    map.append(2, 3, 2);
    map.append(1, 2, 0);
    map.append(1, 3, 1);
    CHECK(map.to_file(0) == 2);
    CHECK(map.to_file(6) == 14);
    CHECK(map.to_file(7) == 16);
    CHECK(map.to_file(9) == 16);
    CHECK(map.to_file(10) == 18);
    CHECK(map.to_file(13) == 20);
    CHECK(map.to_file(15) == 20);
    CHECK(map.to_file(18) == 21);
    CHECK(map.to_file(99) == 21);
}

TEST_CASE("decode: where valid UTF-8 ends is found at every place") {
    // Against a step by step reference, with every kind of break at every distance from the start.
    const std::string breaks[] = {"\0"s,
                                  "\x80",
                                  "\xC3",
                                  "\xC3"
                                  "a",
                                  "\xE2\x82",
                                  "\xF0\x9F\x98",
                                  "\xFF",
                                  "\xC1\xBF",
                                  "\xED\xA0\x80",
                                  "\xF4\x90\x80\x80"};
    for (const std::string& unit : {"a"s, "a\xC3\xA9"s, "\xE2\x82\xAC"s, "bc\xF0\x9F\x98\x80 "s}) {
        for (std::size_t n = 0; n < 70; ++n) {
            std::string text;
            for (std::size_t i = 0; i < n; ++i) text += unit;
            CHECK(valid_utf8_prefix(text) == text.size());
            for (const std::string& bad : breaks) {
                CHECK(valid_utf8_prefix(text + bad + unit) == text.size());
                CHECK(valid_utf8_prefix(text + bad) == text.size());
            }
        }
    }
    for (UChar32 c = 1; c <= 0x10FFFF; ++c) {
        if (c == 0xD800) c = 0xE000;
        const std::string text = utf8(c);
        if (valid_utf8_prefix(text) != text.size()) FAIL("U+" << std::hex << c);
    }
}
