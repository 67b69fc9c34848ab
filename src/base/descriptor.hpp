// An owned file descriptor and the words for what the system says went wrong with it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <utility>

namespace analyze {

/// Owns a descriptor, unless it is one of the standard three, which it only uses.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() { reset(); }
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        if (this != &other) {
            reset();
            fd_ = std::exchange(other.fd_, -1);
        }
        return *this;
    }
    [[nodiscard]] int get() const { return fd_; }
    void reset();

private:
    int fd_ = -1;
};

/// open(2) with O_CLOEXEC, again when a signal interrupts, and never one of the descriptors 0 to 2
/// (which a careless caller may have closed). -1 with errno on failure.
[[nodiscard]] int open_file(const char* path, int flags, unsigned mode = 0);

/// read(2) and write(2) that go on after a signal and wait where a descriptor does not block.
[[nodiscard]] std::ptrdiff_t read_some(int fd, char* buffer, std::size_t size);
[[nodiscard]] std::ptrdiff_t write_some(int fd, const char* bytes, std::size_t size);

/// An errno in plain words with the remedy where there is one, e.g. "no such file".
[[nodiscard]] std::string reason(int error_number);

}  // namespace analyze
