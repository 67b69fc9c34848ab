// Tests of writing: a file appears whole or not at all, pipes and devices, every fault.
// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "analyze/base/file.hpp"
#include "scratch_folder.hpp"

using namespace analyze;
using namespace scratch_folder;
namespace fs = std::filesystem;

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

TEST_CASE("output: bytes keep their order whatever the sizes of the pieces") {
    const Folder folder;
    constexpr std::size_t kBuffer = std::size_t{64} << 10;
    std::string all;
    OutputFile out(folder / "out");
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, kBuffer - 1, std::size_t{1},
                                   kBuffer, std::size_t{2}, kBuffer + 1, std::size_t{3}}) {
        const std::string piece(size, static_cast<char>('a' + all.size() % 26));
        out.write(piece);
        all += piece;
    }
    out.close();
    CHECK((get(folder / "out") == all));
    out.write("late");
    out.close();
    CHECK((get(folder / "out") == all));
}

TEST_CASE("output: what is not all there goes beside the target") {
    const Folder folder;
    put(folder / "out", "old");
    for (const std::string text : {"half", "more"}) {
        OutputFile out(folder / "out");
        out.write(text);
        out.divert(".partial");
        out.close();
        CHECK(get(folder / "out") == "old");
        CHECK(get(folder / "out.partial") == text);
    }
    CHECK(folder.count() == 2);
    // Bytes written directly cannot be diverted.
    OutputFile null("/dev/null");
    null.divert(".partial");
    null.close();
    CHECK_FALSE(fs::exists("/dev/null.partial"));
}

TEST_CASE("output: after a failure nothing more is written and nothing thrown again") {
    OutputFile full("/dev/full");
    full.write("x");
    CHECK_THROWS_AS(full.flush(), Error);
    full.write(std::string(100000, 'x'));
    full.close();
    CHECK_FALSE(full.closed());
    const Folder folder;
    OutputFile out(folder / "out");
    out.write("x");
    fs::create_directory(folder.path / "out");  // what cannot be replaced
    CHECK(failure(Fault::output, [&] { out.close(); }).starts_with((folder / "out") + ": "));
    CHECK(fs::is_directory(folder.path / "out"));
}
