// Tests of decoding chunk by chunk: the same text however a file is cut, places in the whole file.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/text/decoder.hpp"

#include <catch2/catch.hpp>
#include <optional>

#include "analyze/base/error.hpp"

using namespace analyze;
using namespace std::string_literals;

namespace {

struct Result {
    std::string text;
    DecodeInfo info;
};

Result decode_in(const std::string& encoding, std::string_view bytes, std::size_t chunk,
                 const DecodeOptions& options = {}) {
    Decoder decoder({encoding, "option"}, options, "a.txt");
    Result result;
    while (bytes.size() > chunk) {
        decoder.feed(bytes.substr(0, chunk), false, result.text, nullptr);
        bytes.remove_prefix(chunk);
    }
    decoder.feed(bytes, true, result.text, nullptr);
    result.info = decoder.info();
    return result;
}

struct Case {
    const char* encoding;
    std::string bytes, text;
    std::uint64_t invalid;
    std::optional<std::uint64_t> first;
    bool bom;
};

}  // namespace

TEST_CASE("decoder: however a file is cut, the same text, count and places") {
    const std::string r = "\uFFFD";
    const Case cases[] = {
        {"UTF-8", "", "", 0, {}, false},
        {"UTF-8", "\xEF\xBB\xBF", "", 0, {}, true},
        {"UTF-8", "\xEF\xBB\xBF\xEF\xBB\xBFx", "\uFEFFx", 0, {}, true},
        {"UTF-8", "a\u00E9\u20AC\U0001F600z", "a\u00E9\u20AC\U0001F600z", 0, {}, false},
        {"UTF-8", "ab\xF0\x9F\x98\xE2\x82x\xFF", "ab" + r + r + "x" + r, 3, 2, false},
        {"UTF-8", "x\xF0\x9F\x98", "x" + r, 1, 1, false},
        {"UTF-16LE",
         "\xFF\xFE"
         "a\0\x3D\xD8\0\xDE"s,
         "a\U0001F600",
         0,
         {},
         true},
        {"UTF-16BE", "\0a\xD8\x3D\0b\xDE\0"s, "a" + r + "b" + r, 2, 2, false},
        {"UTF-16LE", "\xFF\xFE\xFF\xFE", "\uFEFF", 0, {}, true},
        {"UTF-16BE", "\0a\0"s, "a" + r, 1, 2, false},
        {"UTF-32LE", "a\0\0\0\0\xD8\0\0b\0\0\0"s, "a" + r + "b", 1, 4, false},
        {"windows-1252", "caf\xE9 \x80", "caf\u00E9 \u20AC", 0, {}, false},
        {"Shift_JIS", "a\x82\xA0\x82", "a\u3042" + r, 1, 3, false},
        {"ISO-2022-JP", "a\x1B$B$\"\x1B(Bz", "a\u3042z", 0, {}, false},
        {"UTF-7", "a+2D3eAA-b", "a\U0001F600b", 0, {}, false},
        {"GB18030", "\x94\x39\xFC\x36z", "\U0001F600z", 0, {}, false},
    };
    for (const Case& c : cases) {
        for (std::size_t chunk = 1; chunk <= c.bytes.size() + 1; ++chunk) {
            CAPTURE(c.encoding, c.bytes, chunk);
            const Result result = decode_in(c.encoding, c.bytes, chunk);
            CHECK(result.text == c.text);
            CHECK(result.info.invalid == c.invalid);
            CHECK(result.info.first_invalid == c.first);
            CHECK(result.info.bom == c.bom);
            CHECK(result.info.encoding == c.encoding);
            CHECK(result.info.chosen_by == "option");
        }
    }
}

TEST_CASE("decoder: offsets of one chunk lead to the bytes") {
    const struct {
        const char* encoding;
        std::string bytes;
        std::vector<std::uint64_t> places;  ///< of each byte of the text and of its end
    } cases[] = {
        {"UTF-8",
         "\xEF\xBB\xBF"
         "a\xFFz",
         {3, 4, 4, 4, 5, 6}},
        {"UTF-16LE",
         "\xFF\xFE"
         "a\0\xE9\0b\0"s,
         {2, 4, 4, 6, 8}},
        {"windows-1252", "a\xE9z", {0, 1, 1, 2, 3}},
        {"UTF-16BE", "\xD8\x3D\xDE\0\0z"s, {0, 0, 0, 0, 4, 6}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.encoding);
        Decoder decoder({c.encoding, "option"}, {}, "");
        std::string text;
        OffsetMap offsets;
        decoder.feed(c.bytes, true, text, &offsets);
        REQUIRE(text.size() + 1 == c.places.size());
        for (std::size_t i = 0; i < c.places.size(); ++i) CHECK(offsets.to_file(i) == c.places[i]);
    }
}

TEST_CASE("decoder: what is refused is named with its place in the file") {
    DecodeOptions strict;
    strict.invalid = InvalidPolicy::error;
    for (const std::size_t chunk : {1U, 2U, 3U, 100U}) {
        CHECK_THROWS_WITH(decode_in("UTF-8", "abc\xE2\x82x", chunk, strict),
                          Catch::StartsWith("a.txt: not valid UTF-8 at byte 3;"));
        CHECK_THROWS_WITH(decode_in("UTF-16LE",
                                    "a\0\0\xDC"
                                    "b\0"s,
                                    chunk, strict),
                          Catch::StartsWith("a.txt: not valid UTF-16LE at byte 2;"));
        CHECK_THROWS_WITH(decode_in("UTF-8", "abcd\0e"s, chunk),
                          Catch::Contains("NUL byte at offset 4"));
        CHECK_THROWS_WITH(decode_in("windows-1252", "abcd\0e"s, chunk),
                          Catch::Contains("NUL byte at offset 4"));
        DecodeOptions text;
        text.binary = BinaryPolicy::text;
        CHECK(decode_in("UTF-8", "a\0b"s, chunk, text).text == "a\0b"s);
    }
    try {
        const Decoder unknown({"no-such-encoding", "option"}, {}, "a.txt");
        FAIL_CHECK("nothing was thrown");
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::usage);
    }
}
