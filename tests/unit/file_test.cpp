// Tests of reading and writing files: every kind of file, every fault.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/file.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>

#include "analyze/base/error.hpp"

using namespace analyze;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for each test, gone afterwards.
struct Folder {
    Folder() {
        std::string name = (fs::temp_directory_path() / "analyze-test-XXXXXX").string();
        path = mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    [[nodiscard]] std::string operator/(const std::string& name) const {
        return (path / name).string();
    }
    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
    fs::path path;
};

void put(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}
std::string get(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The message of the Error that `act` must throw.
std::string failure(Fault fault, const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& error) {
        CHECK(error.fault() == fault);
        return error.what();
    }
    return "nothing was thrown";
}
std::string input_failure(const std::string& path) {
    return failure(Fault::input, [&] { (void)read_file(path); });
}

std::string varied_text(std::size_t lines) {
    std::string text;
    for (std::size_t i = 0; i < lines; ++i) {
        text += "line " + std::to_string(i * i % 9973) + " of the harbour log\n";
    }
    return text;
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

/// Puts another file in the place of a standard descriptor while it lives.
struct Redirect {
    Redirect(int fd, int other) : number(fd), saved(dup(fd)) {
        other < 0 ? close(fd) : dup2(other, fd);
    }
    ~Redirect() {
        dup2(saved, number);
        close(saved);
    }
    int number, saved;
};

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

TEST_CASE("output: a file appears with all of its content or not at all") {
    const Folder folder;
    const std::string target = folder / "out";
    const std::string text = varied_text(20000);
    {
        OutputFile out(target);
        out.write("half");
        out.flush();
        CHECK_FALSE(fs::exists(target));
    }
    CHECK(folder.count() == 0);
    {
        OutputFile out(target);
        for (std::size_t i = 0; i < text.size(); i += 999) {
            out.write(std::string_view(text).substr(i, 999));
        }
        out.write(text);
        out.close();
    }
    CHECK(get(target) == text + text);
    CHECK(folder.count() == 1);
    const mode_t mask = umask(0);
    umask(mask);
    struct stat status {};
    REQUIRE(stat(target.c_str(), &status) == 0);
    CHECK((status.st_mode & 07777U) == (0666U & ~mask));
    // Replacing keeps the permissions; not closing keeps the old content.
    REQUIRE(chmod(target.c_str(), 0640) == 0);
    OutputFile(target).write("never");
    CHECK(get(target) == text + text);
    OutputFile again(target);
    again.write("new");
    again.close();
    again.close();
    CHECK(get(target) == "new");
    REQUIRE(stat(target.c_str(), &status) == 0);
    CHECK((status.st_mode & 07777U) == 0640);
    CHECK(folder.count() == 1);
}

TEST_CASE("output: symbolic links are followed, also to what is not there yet") {
    const Folder folder;
    fs::create_directory(folder.path / "deep");
    put(folder / "deep/real", "old");
    fs::create_symlink("deep/real", folder.path / "link");
    fs::create_symlink("link", folder.path / "second");
    fs::create_symlink(folder.path / "deep/later", folder.path / "dangling");
    for (const std::string name : {"second", "dangling"}) {
        OutputFile out(folder / name);
        out.write("new");
        out.close();
        CHECK(fs::is_symlink(folder.path / name));
    }
    CHECK(get(folder / "deep/real") == "new");
    CHECK(get(folder / "deep/later") == "new");
}

TEST_CASE("output: devices and pipes are written directly, and a full disk is an error") {
    OutputFile null("/dev/null");
    null.write("away");
    null.close();
    CHECK(fs::is_character_file("/dev/null"));
    const std::string message = failure(Fault::output, [] {
        OutputFile full("/dev/full");
        full.write("x");
        full.close();
    });
    CHECK(message == "/dev/full: no space left on the device");
    const Folder folder;
    REQUIRE(mkfifo((folder / "fifo").c_str(), 0600) == 0);
    const int reader = open((folder / "fifo").c_str(), O_RDONLY | O_NONBLOCK);
    OutputFile out(folder / "fifo");
    out.write("through");
    out.close();
    char buffer[16];
    CHECK(std::string(buffer, static_cast<std::size_t>(read(reader, buffer, 16))) == "through");
    close(reader);
}

TEST_CASE("output: what cannot be opened is named with the reason") {
    const Folder folder;
    const auto open_failure = [](const std::string& path) {
        return failure(Fault::output, [&] { OutputFile out(path); });
    };
    CHECK(open_failure(folder.path).find("is a directory") != std::string::npos);
    CHECK(open_failure(folder / "none/out").find("no such file") != std::string::npos);
    put(folder / "file", "x");
    CHECK(open_failure(folder / "file/out").find("no directory") != std::string::npos);
    fs::permissions(folder.path / "file", fs::perms::owner_read);
    if (access((folder / "file").c_str(), W_OK) != 0) {
        CHECK(open_failure(folder / "file").find("permission denied") != std::string::npos);
        CHECK(get(folder / "file") == "x");
    }
}

TEST_CASE("output: standard output, its closed reader, its full disk and its absence") {
    signal(SIGPIPE, SIG_IGN);
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    {
        const Redirect redirect(STDOUT_FILENO, ends[1]);
        OutputFile out;
        out.write("seen");
        out.close();
        OutputFile("-").write(" even without close");
    }
    char buffer[64];
    CHECK(std::string(buffer, static_cast<std::size_t>(read(ends[0], buffer, 64))) ==
          "seen even without close");
    close(ends[0]);
    bool closed = false;
    std::string none, full;
    {
        const Redirect redirect(STDOUT_FILENO, ends[1]);
        OutputFile out;
        out.write("nobody reads this");
        out.flush();
        out.write(std::string(1 << 20, 'x'));
        out.close();
        closed = out.closed();
    }
    CHECK(closed);
    close(ends[1]);
    {
        const Redirect redirect(STDOUT_FILENO, -1);
        none = failure(Fault::output, [] { OutputFile out; });
    }
    CHECK(none == "standard output: the descriptor is closed");
    const int device = open("/dev/full", O_WRONLY);
    {
        const Redirect redirect(STDOUT_FILENO, device);
        full = failure(Fault::output, [] {
            OutputFile out;
            out.write("x");
            out.close();
        });
    }
    close(device);
    CHECK(full == "standard output: no space left on the device");
}
