// Takes gzip, zstd, xz and bzip2 data apart as a stream.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace analyze {

enum class Compression { none, gzip, zstd, xz, bzip2 };

/// The bytes that compression_of() wants to see, if there are so many.
inline constexpr std::size_t kMagicSize = 10;

/// What the first bytes of a file say.
[[nodiscard]] Compression compression_of(std::string_view start);

/// Decompresses what `next` gives, block by block (an empty block is the end). Checksums are
/// checked.
class Decompressor {
public:
    /// Every error is an Error{input} that begins with `name`. What `next` throws is passed on.
    Decompressor(Compression form, std::function<std::string_view()> next, std::string name);
    ~Decompressor();
    /// As InputFile::read.
    [[nodiscard]] std::size_t read(char* buffer, std::size_t size);

    /// One way of taking data apart.
    class Method {
    public:
        virtual ~Method() = default;
        virtual std::size_t read(char* buffer, std::size_t size) = 0;
    };

private:
    std::unique_ptr<Method> method_;
};

}  // namespace analyze
