// Bytes in and bytes out: files and pipes (decompressed), every failure reported.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace analyze {

/// A path as it may stand in a message: "-" is "standard input", the empty one in quotes; controls
/// and bytes that are not UTF-8 become \xNN. (A path itself is any bytes and is used as it is.)
[[nodiscard]] std::string shown_path(std::string_view path);

/// Reads a file, or standard input when the path is "-" (which stays open), from its beginning,
/// once. Content in gzip, zstd, xz or bzip2 form (known by its first bytes, not its name) is
/// decompressed on the way, members one after another. What a file is when its end is reached
/// counts: one that shrinks or grows meanwhile is no error. Costs open, fstat, read, close and 64
/// KiB.
class InputFile {
public:
    /// Opens; throws Error{input} that names the path: missing, unreadable, a directory.
    explicit InputFile(std::string path);
    ~InputFile();
    InputFile(InputFile&&) noexcept;
    InputFile& operator=(InputFile&&) noexcept;

    /// Fills `buffer` with up to `size` bytes; 0 only at the end. Throws Error{input} on a read
    /// error and on broken or truncated compressed data.
    [[nodiscard]] std::size_t read(char* buffer, std::size_t size);

    /// The size that the file system states, 0 where it states none (pipes) or the content is
    /// compressed. Only a hint: the file may change.
    [[nodiscard]] std::uint64_t size_hint();
    [[nodiscard]] const std::string& path() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Appends up to `size` bytes of `file` to `bytes`; fewer only at the end of the file.
void read_up_to(InputFile& file, std::size_t size, std::string& bytes);

/// The whole content of a file, decompressed. Throws Error{input} like InputFile, and when there
/// are more than `limit` bytes (the message says what to do about it).
[[nodiscard]] std::string read_file(const std::string& path, std::uint64_t limit = UINT32_MAX);

/// Writes results to standard output, or to a file that appears only when everything is in it: the
/// bytes go to a new file beside the target (without a name where the system can do that, so that
/// nothing stays behind when we are killed), which is synced and renamed by close(). It gets the
/// permissions of the file that it replaces. A symbolic link is followed; what is not a regular
/// file (a device, a FIFO) is written directly. The program must ignore SIGPIPE.
class OutputFile {
public:
    /// `path` empty or "-": standard output. Throws Error{output}.
    explicit OutputFile(const std::string& path = {});
    /// Without close() a target file stays as it was; standard output gets what is buffered.
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Appends, buffered. Throws Error{output} (full disk, closed descriptor). When the reader of a
    /// pipe went away, nothing is thrown: `closed()` turns true and further bytes are dropped.
    void write(std::string_view bytes);
    void flush();
    /// Writes what is buffered, checks that all of it arrived, renames. Throws Error{output}.
    /// Nothing may be written afterwards.
    void close();
    /// close() will add `suffix` to the name of the target, which stays as it was: for output that is
    /// not all there. Without effect where bytes are written directly.
    void divert(std::string_view suffix);
    /// The reader of our pipe went away: stop working, it is no failure.
    [[nodiscard]] bool closed() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace analyze
