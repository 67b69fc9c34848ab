// An owned file descriptor and the words for what the system says went wrong with it.
// SPDX-License-Identifier: Apache-2.0
#include "descriptor.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace analyze {
namespace {

/// Whether a call that failed on `fd` is to be tried again.
bool try_again(int fd, short event) {
    if (errno == EINTR) return true;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return false;
    pollfd wait{fd, event, 0};
    return poll(&wait, 1, -1) > 0 || errno == EINTR;
}

}  // namespace

void Descriptor::reset() {
    const int fd = std::exchange(fd_, -1);
    if (fd > STDERR_FILENO) ::close(fd);
}

int open_file(const char* path, int flags, unsigned mode) {
    int fd = -1;
    do {
        fd = ::open(path, flags | O_CLOEXEC, mode);
    } while (fd < 0 && errno == EINTR);
    if (fd < 0 || fd > STDERR_FILENO) return fd;
    const int high = ::fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    const int error_number = errno;
    ::close(fd);
    errno = error_number;
    return high;
}

std::ptrdiff_t read_some(int fd, char* buffer, std::size_t size) {
    for (;;) {
        const ssize_t got = ::read(fd, buffer, size);
        if (got >= 0 || !try_again(fd, POLLIN)) return got;
    }
}

std::ptrdiff_t write_some(int fd, const char* bytes, std::size_t size) {
    for (;;) {
        const ssize_t put = ::write(fd, bytes, size);
        if (put >= 0 || !try_again(fd, POLLOUT)) return put;
    }
}

std::string reason(int error_number) {
    switch (error_number) {
        case ENOENT:
            return "no such file";
        case EACCES:
            return "permission denied";
        case ENOTDIR:
            return "no such file (a part of the path is no directory)";
        case ELOOP:
            return "symbolic links go round in a circle";
        case ENAMETOOLONG:
            return "the name is too long";
        case EMFILE:
            return "too many open files (see ulimit -n)";
        case ENOSPC:
            return "no space left on the device";
        case EDQUOT:
            return "the disk quota is used up";
        case EBADF:
            return "the descriptor is closed";
        case EIO:
            return "the device reports an input/output error";
        default:
            return std::generic_category().message(error_number);
    }
}

}  // namespace analyze
