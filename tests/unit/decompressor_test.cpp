// Tests of taking compressed data apart: forms by their first bytes, blocks of any size, errors.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/base/decompressor.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "analyze/base/error.hpp"

using namespace analyze;
using namespace std::string_literals;

namespace {

struct Packed {
    Compression form;
    const char* name;
    std::string bytes;  ///< "pier\n", by gzip -n, zstd, xz and bzip2
};
const Packed kPacked[] = {
    {Compression::gzip, "gzip",
     "\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03\x2B\xC8\x4C\x2D\xE2\x02\x00\xFA\x54\x1E\xCA\x05\x00\x00\x00"s},
    {Compression::zstd, "zstd",
     "\x28\xB5\x2F\xFD\x04\x58\x29\x00\x00\x70\x69\x65\x72\x0A\xA2\x80\xB7\x96"s},
    {Compression::xz, "xz",
     "\xFD\x37\x7A\x58\x5A\x00\x00\x04\xE6\xD6\xB4\x46\x02\x00\x21\x01\x16\x00\x00\x00\x74\x2F\xE5\xA3\x01\x00\x04\x70\x69\x65\x72\x0A\x00\x00\x00\x00\x5B\x4E\xD3\xAE\x2A\x21\xEC\xA3\x00\x01\x1D\x05\xB8\x2D\x80\xAF\x1F\xB6\xF3\x7D\x01\x00\x00\x00\x00\x04\x59\x5A"s},
    {Compression::bzip2, "bzip2",
     "\x42\x5A\x68\x39\x31\x41\x59\x26\x53\x59\x95\xA7\xBA\x9C\x00\x00\x01\xC1\x80\x00\x10\x02\x20\x50\x00\x20\x00\x30\xCD\x00\xC1\xA1\x8C\x71\x77\x24\x53\x85\x09\x09\x5A\x7B\xA9\xC0"s},
};

/// All that comes out of `bytes`, given in blocks of `block` and taken in parts of `part` bytes.
std::string unpack(Compression form, std::string_view bytes, std::size_t block, std::size_t part) {
    Decompressor reader(
        form,
        [&] {
            const std::string_view next = bytes.substr(0, block);
            bytes.remove_prefix(next.size());
            return next;
        },
        "some.txt");
    std::string out, buffer(part, '\0');
    while (const std::size_t size = reader.read(buffer.data(), part)) out.append(buffer, 0, size);
    CHECK(reader.read(buffer.data(), part) == 0);  // and stays there
    return out;
}

}  // namespace

TEST_CASE("decompressor: the first bytes name the form, and only all of them") {
    struct Case {
        std::string start;
        Compression form;
    };
    const std::string xz =
        "\xFD"
        "7zXZ\0"s;
    const Case cases[] = {
        {"", Compression::none},
        {"\x1F\x8B", Compression::none},
        {"\x1F\x8B\x08", Compression::gzip},
        {"\x1F\x8B\x07", Compression::none},
        {"\x28\xB5\x2F", Compression::none},
        {"\x28\xB5\x2F\xFD", Compression::zstd},
        {xz.substr(0, 5), Compression::none},
        {xz, Compression::xz},
        {"BZh9 is how a line may begin", Compression::none},
        {"BZh91AY&SY", Compression::bzip2},
        {"BZh11AY&SY", Compression::bzip2},
        {"BZh01AY&SY", Compression::none},
        {"BZh:1AY&SY", Compression::none},
        {"BZh91AY&S", Compression::none},
        {"BZh9\x17\x72\x45\x38\x50\x90", Compression::bzip2},
        {" BZh91AY&SY", Compression::none},
    };
    for (const Case& c : cases) {
        CAPTURE(c.start);
        CHECK(compression_of(c.start) == c.form);
    }
    for (const Packed& packed : kPacked)
        CHECK(compression_of(std::string_view(packed.bytes).substr(0, kMagicSize)) == packed.form);
}

TEST_CASE("decompressor: the same bytes for blocks and parts of any size") {
    for (const Packed& packed : kPacked) {
        CAPTURE(packed.name);
        for (const std::size_t block : {1U, 2U, 7U, 1000U})
            for (const std::size_t part : {1U, 3U, 1000U}) {
                CHECK(unpack(packed.form, packed.bytes, block, part) == "pier\n");
                CHECK(unpack(packed.form, packed.bytes + packed.bytes, block, part) ==
                      "pier\npier\n");
            }
    }
    CHECK(unpack(Compression::gzip, kPacked[0].bytes + std::string(600, '\0'), 5, 4) == "pier\n");
}

TEST_CASE("decompressor: no room takes nothing and is no end") {
    for (const Packed& packed : kPacked) {
        CAPTURE(packed.name);
        std::string_view bytes = packed.bytes;
        Decompressor reader(
            packed.form, [&] { return std::exchange(bytes, {}); }, "");
        char buffer[8];
        CHECK(reader.read(buffer, 0) == 0);
        CHECK(reader.read(buffer, 8) == 5);
    }
}

TEST_CASE("decompressor: errors name the file and the form; those of the source are passed on") {
    for (const Packed& packed : kPacked) {
        CAPTURE(packed.name);
        for (const std::size_t size : {kMagicSize, packed.bytes.size() - 1}) {
            try {
                (void)unpack(packed.form, packed.bytes.substr(0, size), 3, 100);
                FAIL_CHECK("nothing was thrown for " << size);
            } catch (const Error& error) {
                CHECK(error.fault() == Fault::input);
                CHECK(
                    std::string(error.what())
                        .starts_with("some.txt: broken or truncated "s + packed.name + " data ("));
            }
        }
        int calls = 0;
        const auto broken = [&]() -> std::string_view {
            if (++calls > 1) throw std::runtime_error("the disk is gone");
            return std::string_view(packed.bytes).substr(0, 12);
        };
        const auto read_all = [&] {
            Decompressor reader(packed.form, broken, "");
            char buffer[8];
            while (reader.read(buffer, 8) != 0) continue;
        };
        CHECK_THROWS_WITH(read_all(), "the disk is gone");
    }
}
