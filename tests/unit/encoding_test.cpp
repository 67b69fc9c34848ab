// Tests of choosing an encoding by the first bytes of a file: order of the signs, refusals, cuts.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/text/encoding.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"

using namespace analyze;
using namespace std::string_literals;

namespace {

/// "encoding chosen_by", with "!" and a place where it is not UTF-8.
std::string choice(const std::string& start, bool whole = true, const DecodeOptions& options = {}) {
    const EncodingChoice chosen = choose_encoding(start, whole, options, "a.txt");
    std::string out = chosen.encoding;
    out.append(" ").append(chosen.chosen_by);
    if (chosen.not_utf8_at) out.append("!").append(std::to_string(*chosen.not_utf8_at));
    return out;
}

std::string refusal(const std::string& start, const DecodeOptions& options, Fault fault) {
    try {
        (void)choose_encoding(start, true, options, "a.txt");
    } catch (const Error& error) {
        CHECK(error.fault() == fault);
        return error.what();
    }
    return "nothing was thrown";
}

}  // namespace

TEST_CASE("encoding: the first sign in their order decides") {
    const struct {
        std::string start, expected;
    } cases[] = {
        {"", "UTF-8 utf-8"},
        {"plain", "UTF-8 utf-8"},
        {"caf\u00E9", "UTF-8 utf-8"},
        {"\xEF\xBB\xBF\xFF\xFE", "UTF-8 bom"},
        {"\xFF\xFE", "UTF-16LE bom"},
        {"\xFE\xFF", "UTF-16BE bom"},
        {"\xFF\xFE\0\0"s, "UTF-32LE bom"},
        {"\0\0\xFE\xFF"s, "UTF-32BE bom"},
        {"\xFF\xFE\0x"s, "UTF-16LE bom"},
        {"a\0b\0"s, "UTF-16LE zero-bytes"},
        {"\0a\0b"s, "UTF-16BE zero-bytes"},
        {"a\0\0\0"s, "UTF-32LE zero-bytes"},
        {"\0\0\0a"s, "UTF-32BE zero-bytes"},
        {"\u00E9\u00E9 \xFF", "UTF-8 mostly-utf-8!5"},
        {"\u00E9 \xFF", "windows-1252 detector!3"},
        {"caf\xE9", "windows-1252 detector!3"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.start);
        CHECK(choice(c.start) == c.expected);
    }
    CHECK(choose_encoding("plain", true, {}, "").clean == 5);
    CHECK(choose_encoding("\u00E9\u00E9 \xFF x", true, {}, "").clean == 5);
}

TEST_CASE("encoding: a character cut off at the end of the beginning is not broken") {
    CHECK(choice("caf\xC3", false) == "UTF-8 utf-8");
    CHECK(choice("\xE2\x82", false) == "UTF-8 utf-8");
    CHECK(choice("caf\xC3", true) != "UTF-8 utf-8");
    CHECK(choice("\u20AC\u20AC\xFF\xE2\x82", false) == "UTF-8 mostly-utf-8!6");
    CHECK(choice("\xFF\xC3", false).ends_with("detector!0"));
    DecodeOptions strict;
    strict.invalid = InvalidPolicy::error;
    CHECK(choice("caf\xC3", false, strict) == "UTF-8 utf-8");
    CHECK(refusal("\u00E9\u00E9 \xFF", strict, Fault::input)
              .starts_with("a.txt: not valid UTF-8 at byte 5; "));
}

TEST_CASE("encoding: an option is its preferred name, and finds the order of bytes") {
    const struct {
        const char* asked;
        std::string start, expected;
    } cases[] = {
        {"latin1", "x", "ISO-8859-1 option"},
        {"UTF8", "\xFF\xFE", "UTF-8 option"},
        {"utf-16", "", "UTF-16LE option"},
        {"utf-16", "\xFE\xFF", "UTF-16BE option"},
        {"utf-16", "\x4E\x2D\0 "s, "UTF-16BE option"},
        {"utf-16", "\0\n\0"s, "UTF-16BE option"},
        {"utf-16be", "\xFF\xFE", "UTF-16BE option"},
        {"utf-32", "\xFF\xFE\0\0"s, "UTF-32LE option"},
        {"utf-32", "\0\0\0a"s, "UTF-32BE option"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.asked);
        DecodeOptions options;
        options.encoding = c.asked;
        CHECK(choice(c.start, true, options) == c.expected);
    }
    DecodeOptions unknown;
    unknown.encoding = "utf-9\n";
    CHECK(refusal("", unknown, Fault::usage).starts_with("unknown encoding 'utf-9\\x0A': "));
}

TEST_CASE("encoding: binary content is refused at the edges of the rule") {
    const DecodeOptions refuse;
    DecodeOptions read;
    read.binary = BinaryPolicy::text;
    CHECK(refusal("text\0more"s, refuse, Fault::input) ==
          "a.txt: looks like a binary file (NUL byte at offset 4); --binary=text reads it anyway");
    CHECK(choice("text\0more"s, true, read) == "UTF-8 utf-8");
    // One control in sixteen bytes is a slip, one in fifteen is not.
    CHECK(choice(std::string(15, 'a') + "\x01") == "UTF-8 utf-8");
    CHECK(refusal(std::string(14, 'a') + "\x01", refuse, Fault::input).find("1 control") !=
          std::string::npos);
    CHECK(choice("\x01\x02", true, read) == "UTF-8 utf-8");
    CHECK(choice("\t\n\r\f\b\x1A\x1B[m") == "UTF-8 utf-8");
    CHECK(refusal("\xEF\xBB\xBF\x01", refuse, Fault::input).find("1 control") != std::string::npos);
    CHECK_THROWS_WITH(refuse_binary("-", "x"), Catch::StartsWith("standard input: looks like"));
    CHECK_THROWS_WITH(refuse_invalid("b\n", "UTF-8", 7),
                      Catch::StartsWith("b\\x0A: not valid UTF-8 at byte 7; "));
}
