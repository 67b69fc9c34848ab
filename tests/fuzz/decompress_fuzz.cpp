// Fuzzes decompression: any bytes behind a known magic number end, as content or as an input error.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>
#include <vector>

#include "../../src/base/decompressor.hpp"
#include "analyze/base/error.hpp"

using namespace analyze;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    using namespace std::string_view_literals;
    constexpr std::string_view kStarts[] = {"\x1F\x8B\x08\0"sv, "\x28\xB5\x2F\xFD"sv,
                                            "\xFD\x37\x7A\x58\x5A\0"sv,
                                            "BZh9\x31\x41\x59\x26\x53\x59"sv};
    const std::uint8_t choice = data[--size];
    std::string bytes(reinterpret_cast<const char*>(data), size);
    if (compression_of(bytes) == Compression::none) bytes.insert(0, kStarts[choice % 4]);
    const std::size_t block = 1 + choice / 4;
    std::size_t given = 0;
    try {
        Decompressor decompressor(
            compression_of(bytes),
            [&] {
                const auto next = std::string_view(bytes).substr(given, block);
                given += next.size();
                return next;
            },
            "fuzz");
        std::vector<char> buffer(choice % 2 ? 5 : 65536);
        std::size_t total = 0;
        while (const std::size_t got = decompressor.read(buffer.data(), buffer.size())) {
            if (got > buffer.size()) __builtin_trap();
            if ((total += got) > (std::size_t{16} << 20)) break;
        }
    } catch (const Error& error) {
        if (error.fault() != Fault::input) __builtin_trap();
    }
    return 0;
}
