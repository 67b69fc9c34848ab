// Tests of reading as a stream: the same characters as a Source, in pieces that cut no token.
// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "../../src/text/decoder.hpp"
#include "analyze/base/error.hpp"
#include "analyze/base/utf8.hpp"
#include "analyze/text/source.hpp"
#include "analyze/text/words.hpp"
#include "encoded_text.hpp"

using namespace analyze;
using namespace encoded_text;

namespace {

/// A file that lives as long as this.
struct File {
    explicit File(const std::string& bytes)
        : path((std::filesystem::temp_directory_path() /
                ("analyze-stream-" + std::to_string(::getpid())))
                   .string()) {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    ~File() { std::filesystem::remove(path); }
    std::string path;
};

void check_same(const DecodeInfo& a, const DecodeInfo& b) {
    CHECK(a.encoding == b.encoding);
    CHECK(a.chosen_by == b.chosen_by);
    CHECK(a.not_utf8_at == b.not_utf8_at);
    CHECK(a.bom == b.bom);
    CHECK(a.invalid == b.invalid);
    CHECK(a.first_invalid == b.first_invalid);
}

void check_stream(const std::string& bytes, const DecodeOptions& options, std::size_t piece_size) {
    CAPTURE(piece_size, options.encoding, options.decision_bytes);
    const File file(bytes);
    const Source source = Source::from_bytes(file.path, bytes, options);
    TextStream stream(file.path, options, piece_size);
    std::string all;
    for (std::string_view piece = stream.next(); !piece.empty(); piece = stream.next()) {
        if (!all.empty()) {
            const char before = all.back();
            const bool space = before == ' ' || (before >= '\t' && before <= '\r');
            const bool plain = static_cast<unsigned char>(piece[0]) < 0x80 && piece[0] > ' ';
            REQUIRE((before == '\n' || (space && (plain || piece[0] < '\t' || piece[0] > '\r'))));
        }
        all += piece;
    }
    CHECK(stream.next().empty());
    CHECK(all == source.text());
    CHECK(stream.file_size() == bytes.size());
    check_same(stream.info(), source.info());
}

}  // namespace

TEST_CASE("stream: pieces of any size are the text of the source") {
    Random random(5);
    for (const std::vector<std::string>& encodings : {kStateless, kStateful}) {
        for (const std::string& encoding : encodings) {
            for (int round = 0; round < 3; ++round) {
                std::string bytes = random_file(random, encoding, 300);
                if (round == 1) bytes = broken(random, bytes);
                DecodeOptions options;
                options.binary = BinaryPolicy::text;
                for (const std::string& asked : {encoding, std::string()}) {
                    options.encoding = asked;
                    check_stream(bytes, options, 1);
                    check_stream(bytes, options, 2 + below(random, 100));
                    check_stream(bytes, options, 1 << 20);
                }
            }
        }
    }
}

TEST_CASE("stream: long files, decided on their start") {
    Random random(6);
    for (const char* encoding : {"UTF-8", "UTF-16LE", "Shift_JIS", "windows-1251"}) {
        for (const bool bad : {false, true}) {
            std::string bytes = random_file(random, encoding, 150000);
            if (bad) {
                for (int i = 0; i < 100; ++i) bytes[below(random, bytes.size())] = '\xFF';
            }
            DecodeOptions options;
            options.binary = BinaryPolicy::text;
            for (const std::size_t decision :
                 {std::size_t{1}, std::size_t{5000}, std::size_t{1} << 24}) {
                options.decision_bytes = decision;
                check_stream(bytes, options, 100);
                check_stream(bytes, options, 70001);
            }
        }
    }
}

TEST_CASE("stream: the end of what decides may cut a character") {
    const std::string bytes =
        "Stra\xC3\x9F"
        "e und \xE2\x82\xAC\n";
    for (std::size_t decision = 0; decision <= bytes.size() + 1; ++decision) {
        DecodeOptions options;
        options.decision_bytes = decision;
        const Decoded decoded = decode(bytes, options, "");
        CHECK(decoded.text == bytes);
        CHECK(decoded.info.chosen_by == "utf-8");
        check_stream(bytes, options, 4);
    }
}

TEST_CASE("stream: a token longer than a piece is not cut") {
    std::string token(3 << 20, 'a');
    check_stream("one " + token + " two\n" + token, {}, 1000);
    check_stream(token, {}, 1);
    check_stream(std::string(200000, ' ') + "x", {}, 10);
    std::string lines;
    for (int i = 0; i < 100000; ++i) lines += "\xE6\xB0\xB4\n";  // no ASCII but line feeds
    const File file(lines);
    TextStream stream(file.path, {}, 1000);
    CHECK(stream.next().size() == 1000);
}

TEST_CASE("stream: faults are those of a source") {
    CHECK_THROWS_AS(TextStream("/nonexistent/file", {}), Error);
    const File file(std::string(300000, 'a') + std::string(1, '\0'));
    DecodeOptions options;
    options.decision_bytes = 1000;
    CHECK_THROWS_AS(Source::read(file.path, options), Error);
    TextStream stream(file.path, options, 1000);
    const auto read_all = [&] {
        while (!stream.next().empty()) continue;
    };
    CHECK_THROWS_WITH(read_all(), Catch::Contains("NUL byte at offset 300000"));
}

TEST_CASE("stream: a chunk may end anywhere") {
    Random random(8);
    for (const bool stateful : {false, true}) {
        for (const std::string& encoding : stateful ? kStateful : kStateless) {
            CAPTURE(encoding);
            for (int round = 0; round < 30; ++round) {
                const std::string bytes = broken(random, random_file(random, encoding, 100));
                DecodeOptions options;
                options.encoding = encoding;
                options.binary = BinaryPolicy::text;
                const Decoded whole = decode(bytes, options, "");
                const std::size_t most = 1 + below(random, 20);
                Decoder decoder({whole.info.encoding, "option"}, options, "");
                std::string text;
                for (std::size_t at = 0; at < bytes.size();) {
                    const std::size_t size = std::min(bytes.size() - at, 1 + below(random, most));
                    at += size;
                    decoder.feed(bytes.substr(at - size, size), false, text, nullptr);
                }
                decoder.feed({}, true, text, nullptr);
                CHECK(text == whole.text);
                if (stateful) {  // ICU tells the place of a part that a chunk cuts only nearly
                    CHECK(decoder.info().invalid == whole.info.invalid);
                } else {
                    check_same(decoder.info(), whole.info);
                }
            }
        }
    }
}

TEST_CASE("what came before a piece is kept as far as was asked for") {
    std::string text;
    for (int i = 0; text.size() < 300000; ++i)
        text += "word" + std::to_string(i) + (i % 9 == 0 ? '\n' : ' ');
    const File file(text);
    for (const std::size_t keep : {std::size_t{0}, std::size_t{1}, std::size_t{100},
                                   std::size_t{50000}, std::size_t{1} << 20}) {
        TextStream stream(file.path, {}, 1000);
        std::size_t done = 0;
        for (;;) {
            const std::string_view piece = stream.next(keep);
            REQUIRE(stream.before() == std::min(keep, done));
            const std::string_view all(piece.data() - stream.before(),
                                       stream.before() + piece.size());
            REQUIRE(all == std::string_view(text).substr(done - stream.before(), all.size()));
            done += piece.size();
            if (piece.empty()) break;
        }
        CHECK(done == text.size());
    }
}

TEST_CASE("stream: pieces cut behind stops have the words of the whole text") {
    const std::vector<std::string> snippets{
        "湖岸的新桥", "将于三月开放", "の", "カタカナ", "ー",   "々",    "㐀",   "𠀋",
        "。",         "。",           "！", "？",       "！！", "，",    "」",   "\u3099",
        "\uFE00",     "\u200D",       "a",  "-",        "#",    "@",     "lake", "www.lake.example",
        "https://",   "x@y.example",  "12", "１２",     "_",    ".",     "'s",   " ",
        "\n",         "가",           "ก",  "👩\u200D",  "🇫",    "\u3000"};
    Random random(12);
    std::size_t cut_at_stops = 0;
    for (int round = 0; round < 400; ++round) {
        std::string text;
        for (std::size_t n = 1 + below(random, 60); n > 0; --n)
            text += snippets[below(random, below(random, 2) == 0 ? 12 : snippets.size())];
        const File file(text);
        for (const WordPreset preset :
             {WordPreset::uax29, WordPreset::letters, WordPreset::whitespace}) {
            WordDefinition definition;
            definition.tokens = preset;
            if (round % 2 == 0) definition.hyphens = Hyphens::join;
            WordReader reader(definition);
            std::vector<Span> words, whole, joined;
            reader.read(text, whole);
            DecodeOptions options;
            options.encoding = "UTF-8";
            TextStream stream(file.path, options, 1 + below(random, 20), cuts_of(definition));
            std::uint32_t begin = 0;
            for (std::string_view piece; !(piece = stream.next()).empty();) {
                if (piece.ends_with("。") && begin + piece.size() < text.size()) ++cut_at_stops;
                reader.read(piece, words);
                for (const Span word : words)
                    joined.push_back({word.begin + begin, word.end + begin});
                begin += static_cast<std::uint32_t>(piece.size());
            }
            INFO(text);
            CHECK(joined == whole);
        }
    }
    CHECK(cut_at_stops > 300);
}

TEST_CASE("stream: Chinese and Japanese without white space are cut behind stops") {
    for (const char* sentence : {"湖岸的新桥将于三月开放。", "橋が開く！", "エコー？"}) {
        std::string text;
        while (text.size() < 300000) text += sentence;
        const File file(text);
        TextStream stream(file.path, {}, 1000, Cuts::stops_too);
        const std::string_view piece = stream.next();
        CHECK(piece.size() <= 1000);
        CHECK(piece.size() > 900);
        CHECK(piece.ends_with(std::string_view(sentence).substr(std::string(sentence).size() - 3)));
        TextStream whole(file.path, {}, 1000);
        CHECK(whole.next().size() == text.size());
    }
}
