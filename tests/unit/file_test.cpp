// Tests of reading files: every kind of file, every fault.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/file.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "scratch_folder.hpp"

using namespace analyze;
using namespace scratch_folder;
namespace fs = std::filesystem;

namespace {

std::string input_failure(const std::string& path) {
    return failure(Fault::input, [&] { (void)read_file(path); });
}

/// `bytes` in a compressed form, by libarchive's own writers.
std::string pack(const std::string& form, const std::string& bytes) {
    archive* writer = archive_write_new();
    archive_write_set_format_raw(writer);
    REQUIRE(archive_write_add_filter_by_name(writer, form.c_str()) == ARCHIVE_OK);
    std::string packed(bytes.size() + 4096, '\0');
    std::size_t used = 0;
    archive_write_set_bytes_per_block(writer, 0);
    REQUIRE(archive_write_open_memory(writer, packed.data(), packed.size(), &used) == ARCHIVE_OK);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    REQUIRE(archive_write_header(writer, entry) == ARCHIVE_OK);
    CHECK(archive_write_data(writer, bytes.data(), bytes.size()) ==
          static_cast<la_ssize_t>(bytes.size()));
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    packed.resize(used);
    return packed;
}

}  // namespace

TEST_CASE("file: content is read exactly, whatever its size") {
    const Folder folder;
    for (const std::size_t size : {0U, 1U, 9U, 10U, 65535U, 65536U, 65537U, 1000000U}) {
        const std::string bytes = varied_text(size / 20 + 1).substr(0, size);
        put(folder / "a", bytes);
        CHECK(read_file(folder / "a") == bytes);
        InputFile file(folder / "a");
        CHECK(file.size_hint() == size);
        std::string read;
        char buffer[7];
        while (const std::size_t n = file.read(buffer, sizeof buffer)) read.append(buffer, n);
        CHECK(read == bytes);
        CHECK(file.read(buffer, sizeof buffer) == 0);
    }
    CHECK_FALSE(read_file("/proc/self/status").empty());  // has no size
}

TEST_CASE("file: messages name the file and the reason") {
    const Folder folder;
    CHECK(input_failure(folder / "none") == folder / "none" + ": no such file");
    CHECK(input_failure(folder / "none/deeper").find("no such file") != std::string::npos);
    CHECK(input_failure(folder.path).find("is a directory") != std::string::npos);
    CHECK(input_failure("") == "'': no such file");
    put(folder / "file", "x");
    CHECK(input_failure(folder / "file/below").find("no directory") != std::string::npos);
    fs::create_symlink("loop", folder.path / "loop");
    CHECK(input_failure(folder / "loop").find("circle") != std::string::npos);
    fs::permissions(folder.path / "file", fs::perms::none);
    if (access((folder / "file").c_str(), R_OK) == 0) {
        WARN("skipped: this user may read everything");
    } else {
        CHECK(input_failure(folder / "file") == folder / "file" + ": permission denied");
    }
}

TEST_CASE("file: a name is any bytes, and shown without harm") {
    const Folder folder;
    const std::string name = folder / "caf\xE9\n\x1B[31m";
    put(name, "text");
    CHECK(read_file(name) == "text");
    CHECK(shown_path("caf\xE9\n\x1B[31m") == "caf\\xE9\\x0A\\x1B[31m");
    CHECK(shown_path("caf\xC3\xA9 \xC2\x9B") == "caf\xC3\xA9 \\xC2\\x9B");
    CHECK(shown_path("-") == "standard input");
    CHECK(input_failure(name + "-").find("caf\\xE9\\x0A") != std::string::npos);
}

TEST_CASE("file: the limit is exact and its message says what to do") {
    const Folder folder;
    put(folder / "a", "0123456789");
    CHECK(read_file(folder / "a", 10) == "0123456789");
    const std::string message = failure(Fault::input, [&] { (void)read_file(folder / "a", 9); });
    CHECK(message.find("analyze words") != std::string::npos);
    put(folder / "packed", pack("gzip", std::string(300000, 'a')));
    CHECK(read_file(folder / "packed", 300000).size() == 300000);
    CHECK_THROWS_AS(read_file(folder / "packed", 299999), Error);
}

TEST_CASE("file: one that shrinks or grows is read to its end") {
    const Folder folder;
    const std::string bytes = varied_text(20000);
    put(folder / "a", bytes);
    InputFile shrinks(folder / "a");
    char buffer[1000];
    std::string read(buffer, shrinks.read(buffer, sizeof buffer));
    fs::resize_file(folder.path / "a", 100000);
    while (const std::size_t n = shrinks.read(buffer, sizeof buffer)) read.append(buffer, n);
    CHECK(read == bytes.substr(0, 100000));
    InputFile grows(folder / "a");
    CHECK(grows.size_hint() == 100000);
    std::ofstream(folder / "a", std::ios::app) << "more";
    std::string all;
    read_up_to(grows, SIZE_MAX, all);
    CHECK(all == bytes.substr(0, 100000) + "more");
}

TEST_CASE("file: compressed content is known by its bytes") {
    const Folder folder;
    const std::string text = varied_text(30000);
    for (const std::string tool : {"gzip", "zstd", "xz", "bzip2"}) {
        CAPTURE(tool);
        const std::string packed = folder / ("packed-" + tool);  // no telling suffix
        const std::string bytes = pack(tool, text);
        put(packed, bytes);
        CHECK(read_file(packed) == text);
        CHECK(InputFile(packed).size_hint() == 0);
        // Members one after another.
        put(packed, bytes + bytes);
        CHECK(read_file(packed) == text + text);
        // Nothing, compressed.
        put(folder / "empty", pack(tool, ""));
        CHECK(read_file(folder / "empty").empty());
        // Cut off anywhere behind what tells the form.
        for (std::size_t size = 10; size < bytes.size();
             size += size < 40 ? 1 : bytes.size() / 50) {
            CAPTURE(size);
            put(packed, bytes.substr(0, size));
            const std::string message = input_failure(packed);
            CHECK(message.find("broken or truncated " + tool + " data (it ends too early)") !=
                  std::string::npos);
            CHECK(message.find("packed-") != std::string::npos);
        }
        put(packed, bytes.substr(0, bytes.size() - 1));
        CHECK(input_failure(packed).find("broken or truncated") != std::string::npos);
        // A single wrong bit never passes for the text (these zstd files have no checksum).
        if (tool == "zstd") continue;
        for (std::size_t at = 10; at < bytes.size(); at += bytes.size() / 101) {
            std::string wrong = bytes;
            wrong[at] = static_cast<char>(wrong[at] ^ 0x10);
            put(packed, wrong);
            std::string read = text;
            try {
                read = read_file(packed);
            } catch (const Error& error) {
                CHECK(error.fault() == Fault::input);
            }
            CHECK(read == text);
        }
    }
    put(folder / "a.gz", "not compressed at all");
    CHECK(read_file(folder / "a.gz") == "not compressed at all");
    put(folder / "b", "BZh9 is how a line may begin");
    CHECK(read_file(folder / "b") == "BZh9 is how a line may begin");
    put(folder / "c", "\x1F\x8B");
    CHECK(read_file(folder / "c") == "\x1F\x8B");
}

TEST_CASE("file: padding behind gzip data is ignored, a wrong checksum is not") {
    const Folder folder;
    const std::string bytes = pack("gzip", "a short text\n");
    put(folder / "padded", bytes + std::string(512, '\0'));
    CHECK(read_file(folder / "padded") == "a short text\n");
    for (std::size_t back = 1; back <= 8; ++back) {
        std::string wrong = bytes;
        wrong[wrong.size() - back] = static_cast<char>(wrong[wrong.size() - back] ^ 1);
        put(folder / "wrong", wrong);
        CHECK(input_failure(folder / "wrong").find("gzip") != std::string::npos);
    }
}

TEST_CASE("file: standard input is read from a pipe and a file, and its faults are named") {
    const Folder folder;
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    REQUIRE(write(ends[1], "through ", 8) == 8);
    REQUIRE(write(ends[1], "a pipe", 6) == 6);
    close(ends[1]);
    {
        const Redirect redirect(STDIN_FILENO, ends[0]);
        CHECK(read_file("-") == "through a pipe");
        CHECK(fcntl(STDIN_FILENO, F_GETFD) >= 0);  // still open
    }
    close(ends[0]);
    {
        const Redirect redirect(STDIN_FILENO, -1);
        CHECK(input_failure("-").find("standard input: ") == 0);
        put(folder / "a", "kept apart");
        CHECK(read_file(folder / "a") == "kept apart");
        InputFile file(folder / "a");
        CHECK(fcntl(STDIN_FILENO, F_GETFD) < 0);  // the file did not take its place
    }
    const int directory = open(folder.path.c_str(), O_RDONLY);
    {
        const Redirect redirect(STDIN_FILENO, directory);
        CHECK(input_failure("-").find("standard input: is a directory") == 0);
    }
    close(directory);
}
