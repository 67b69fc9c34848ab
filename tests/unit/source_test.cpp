// Tests of sources: reading, and offsets in bytes, code points and UTF-16 units.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/source.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "analyze/base/error.hpp"
#include "encoded_text.hpp"

using namespace analyze;
using namespace encoded_text;

TEST_CASE("source: a file is read, named and measured") {
    const auto path =
        std::filesystem::temp_directory_path() / ("analyze-source-" + std::to_string(::getpid()));
    std::ofstream(path, std::ios::binary) << "\xEF\xBB\xBF"
                                             "caf\xC3\xA9";
    const Source source = Source::read(path.string());
    std::filesystem::remove(path);
    CHECK(source.name() == path.string());
    CHECK(source.text() == "caf\xC3\xA9");
    CHECK(source.file_size() == 8);
    CHECK(source.file_offset(3) == 6);
    CHECK_THROWS_AS(Source::read(path.string()), Error);
}

TEST_CASE("source: views stay when a source moves") {
    for (const std::string& text : {std::string("short"), std::string(100, 'x')}) {
        Source source = Source::from_bytes("name", text);
        const Source moved = std::move(source);
        CHECK(moved.text() == text);
        CHECK(moved.name() == "name");
    }
}

TEST_CASE("source: offsets count from the start of the file in each unit") {
    Random random(11);
    for (const std::string encoding : {"UTF-8", "UTF-16LE", "windows-1251", "Shift_JIS"}) {
        Converter converter(encoding);
        for (const bool bom : {false, true}) {
            if (bom && !encoding.starts_with("UTF")) continue;
            CAPTURE(encoding, bom);
            std::string file = random_file(random, encoding, 300);
            if (bom) file.insert(0, converter.encode(icu::UnicodeString(UChar32{0xFEFF})));
            DecodeOptions options;
            options.encoding = encoding;
            const Source source = Source::from_bytes("", file, options);
            OffsetCounter bytes(source, OffsetUnit::bytes);
            OffsetCounter points(source, OffsetUnit::codepoints);
            OffsetCounter units(source, OffsetUnit::utf16);
            std::vector<std::uint32_t> places;
            for (std::uint32_t i = 0; i <= source.text().size(); ++i) {
                const bool inside = i < source.text().size() &&
                                    (static_cast<unsigned char>(source.text()[i]) & 0xC0) == 0x80;
                if (!inside) places.push_back(i);
            }
            const auto check = [&](std::uint32_t place) {
                const auto before =
                    icu::UnicodeString::fromUTF8(std::string(source.text().substr(0, place)));
                const std::uint64_t mark = bom ? 1 : 0;
                CHECK(points.at(place) == mark + static_cast<std::uint64_t>(before.countChar32()));
                CHECK(units.at(place) == mark + static_cast<std::uint64_t>(before.length()));
                CHECK(bytes.at(place) == source.file_offset(place));
            };
            for (const std::uint32_t place : places) check(place);
            for (int i = 0; i < 50; ++i)
                check(places[below(random, places.size())]);  // backwards too
        }
    }
}

TEST_CASE("source: a replaced sequence is one code point") {
    const Source source = Source::from_bytes("", "d\xC3\xA9j\xC3\xA0 \xE2\x82 vu");
    CHECK(source.info().invalid == 1);
    const auto at = static_cast<std::uint32_t>(source.text().find("vu"));
    CHECK(OffsetCounter(source, OffsetUnit::codepoints).at(at) == 7);
    CHECK(OffsetCounter(source, OffsetUnit::bytes).at(at) == 10);
}
