// Tests of owned descriptors: who closes what, waiting where nothing can be read, words for errors.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/base/descriptor.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <thread>

#include "scratch_folder.hpp"

using namespace analyze;
using namespace scratch_folder;

namespace {

bool is_open(int fd) {
    return fcntl(fd, F_GETFD) >= 0;
}

}  // namespace

TEST_CASE("descriptor: owned by one, closed once, but never a standard one") {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    {
        Descriptor first(ends[0]);
        Descriptor second(std::move(first));
        CHECK(first.get() == -1);  // NOLINT(bugprone-use-after-move): what moving leaves
        CHECK(second.get() == ends[0]);
        Descriptor third(ends[1]);
        third = std::move(second);
        CHECK_FALSE(is_open(ends[1]));
        Descriptor& same = third;
        third = std::move(same);
        CHECK(third.get() == ends[0]);
        CHECK(is_open(ends[0]));
    }
    CHECK_FALSE(is_open(ends[0]));
    { const Descriptor standard(STDERR_FILENO); }
    CHECK(is_open(STDERR_FILENO));
    Descriptor none;
    none.reset();
    CHECK(none.get() == -1);
}

TEST_CASE("descriptor: a file never takes the place of a standard one") {
    const Folder folder;
    {
        const Redirect redirect(STDIN_FILENO, -1);
        const Descriptor file(open_file((folder / "a").c_str(), O_WRONLY | O_CREAT, 0600));
        CHECK(file.get() > STDERR_FILENO);
        CHECK_FALSE(is_open(STDIN_FILENO));
        CHECK((fcntl(file.get(), F_GETFD) & FD_CLOEXEC) != 0);
    }
    errno = 0;
    CHECK(open_file((folder / "none").c_str(), O_RDONLY) == -1);
    CHECK(errno == ENOENT);
}

TEST_CASE("descriptor: reading and writing wait where the descriptor does not block") {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const Descriptor from(ends[0]);
    Descriptor to(ends[1]);
    for (const int end : ends) REQUIRE(fcntl(end, F_SETFL, O_NONBLOCK) == 0);
    const std::string text(300000, 'x');  // more than the pipe holds
    std::thread writer([&] {
        for (std::size_t at = 0; at < text.size();) {
            const std::ptrdiff_t put = write_some(to.get(), text.data() + at, text.size() - at);
            if (put <= 0) break;
            at += static_cast<std::size_t>(put);
        }
        to.reset();
    });
    std::size_t size = 0;
    char buffer[1000];
    std::ptrdiff_t got = 0;
    while ((got = read_some(from.get(), buffer, sizeof buffer)) > 0)
        size += static_cast<std::size_t>(got);
    writer.join();
    CHECK(got == 0);
    CHECK(size == text.size());
}

TEST_CASE("descriptor: what cannot be helped is an error at once") {
    char byte = 0;
    errno = 0;
    CHECK(read_some(-1, &byte, 1) == -1);
    CHECK(errno == EBADF);
    CHECK(write_some(-1, &byte, 1) == -1);
    CHECK(reason(EBADF) == "the descriptor is closed");
    CHECK(reason(ENOENT) == "no such file");
    CHECK(reason(EMFILE).find("ulimit") != std::string::npos);
    CHECK(reason(EPERM) == "Operation not permitted");
    CHECK_FALSE(reason(99999).empty());
}
