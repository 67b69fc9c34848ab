// Bytes in and bytes out: reading files and pipes (decompressed), writing with every failure reported.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace analyze {

/// Reads a file, or standard input when the path is "-", from its beginning, once. Content in gzip,
/// zstd, xz or bzip2 form (known by its first bytes, not its name) is decompressed on the way.
class InputFile {
public:
    /// Opens; throws Error{input} that names the path: missing, unreadable, a directory.
    explicit InputFile(std::string path);
    ~InputFile();
    InputFile(InputFile&&) noexcept;
    InputFile& operator=(InputFile&&) noexcept;

    /// Fills `buffer` with up to `size` bytes; 0 only at the end. Throws Error{input} on a read error
    /// and on broken or truncated compressed data.
    [[nodiscard]] std::size_t read(char* buffer, std::size_t size);

    [[nodiscard]] const std::string& path() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The whole content of a file, decompressed. Throws Error{input} like InputFile, and when there are
/// more than `limit` bytes (the message says what to do about it).
[[nodiscard]] std::string read_file(const std::string& path, std::uint64_t limit = UINT32_MAX);

/// Writes results to standard output, or to a file that appears only when everything is in it: the
/// bytes go to a new file beside the target, which is synced and renamed by close().
class OutputFile {
public:
    /// `path` empty: standard output. Throws Error{output}.
    explicit OutputFile(std::string path = {});
    /// Without close() a target file stays as it was.
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Appends, buffered. Throws Error{output} (full disk, closed descriptor). When the reader of a
    /// pipe went away, nothing is thrown: `closed()` turns true and further bytes are dropped.
    void write(std::string_view bytes);
    void flush();
    /// Writes what is buffered, checks that all of it arrived, renames. Throws Error{output}.
    void close();
    /// The reader of our pipe went away: stop working, it is no failure.
    [[nodiscard]] bool closed() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace analyze
