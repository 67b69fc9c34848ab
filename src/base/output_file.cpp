// Writing to standard output or to a file replaced in one step, every failure reported.
// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "descriptor.hpp"

namespace analyze {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBuffer = std::size_t{64} << 10;

/// What `path` finally names when symbolic links are followed, whether that exists or not.
fs::path follow(fs::path path) {
    std::error_code none;
    for (int links = 0; links < 40; ++links) {
        const fs::path target = fs::read_symlink(path, none);
        if (none) break;
        path = path.parent_path() / target;
    }
    return path;
}

/// A name beside `target` that nothing has yet, tried out by `take` (which sets errno).
template <typename Take>
fs::path take_free_name(const fs::path& target, const Take& take) {
    for (int tries = 0; tries < 1000; ++tries) {
        fs::path name = target.parent_path() / fmt::format(".analyze-{}-{}", getpid(), tries);
        if (take(name.c_str())) return name;
        if (errno != EEXIST) break;
    }
    return {};
}

}  // namespace

struct OutputFile::State {
    std::string shown = "standard output";
    Descriptor descriptor{STDOUT_FILENO};
    bool replaces = false;  // the descriptor is a new file that close() gives the name `target`
    fs::path target;
    fs::path temporary;  // the new file's name so far; empty: it has none
    std::string buffer;
    bool closed = false;  // the reader went away
    bool done = false;    // close() was called or something failed: write no more

    [[noreturn]] void fail(std::string_view why) {
        done = true;
        buffer.clear();
        throw Error(Fault::output, fmt::format("{}: {}", shown, why));
    }

    void open(const std::string& path) {
        shown = shown_path(path);
        struct stat status {};
        const bool exists = stat(path.c_str(), &status) == 0;
        if (!exists && errno != ENOENT) fail(reason(errno));
        target = follow(path);
        if (exists && S_ISDIR(status.st_mode)) fail("is a directory: name a file in it");
        // /dev/stdout and its like lead to open files, which cannot be replaced by name.
        const bool by_number = target.native().starts_with("/proc/");
        if (exists && (by_number || !S_ISREG(status.st_mode))) {
            descriptor = Descriptor(open_file(path.c_str(), O_WRONLY | O_APPEND | O_NOCTTY));
            if (descriptor.get() < 0) fail(reason(errno));
            return;
        }
        if (exists && access(path.c_str(), W_OK) != 0) fail(reason(errno));
        open_new();
        if (exists && fchmod(descriptor.get(), status.st_mode & 07777U) != 0) fail(reason(errno));
        replaces = true;
    }

    /// A new file beside the target. The kernel applies the umask.
    void open_new() {
        constexpr unsigned kMode = 0666;
        const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
        int fd = -1;
        if (access("/proc/self/fd", X_OK) == 0) {
            fd = open_file(folder.c_str(), O_TMPFILE | O_WRONLY, kMode);
        }
        if (fd <
            0) {  // a file system that knows no nameless files, or a real error: that shows here
            temporary = take_free_name(target, [&](const char* name) {
                fd = open_file(name, O_WRONLY | O_CREAT | O_EXCL, kMode);
                return fd >= 0;
            });
        }
        if (fd < 0) fail(fmt::format("cannot create a file in its folder: {}", reason(errno)));
        descriptor = Descriptor(fd);
    }

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const std::ptrdiff_t put = write_some(descriptor.get(), bytes.data(), bytes.size());
            if (put < 0 && errno == EPIPE) {
                closed = done = true;
                return;
            }
            if (put < 0) fail(reason(errno));
            bytes.remove_prefix(static_cast<std::size_t>(put));
        }
    }

    void flush() {
        if (!done) send(buffer);
        buffer.clear();
    }

    void publish() {
        if (temporary.empty()) {
            const std::string link = fmt::format("/proc/self/fd/{}", descriptor.get());
            temporary = take_free_name(target, [&](const char* name) {
                return linkat(AT_FDCWD, link.c_str(), AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
            });
            if (temporary.empty()) fail(reason(errno));
        }
        if (rename(temporary.c_str(), target.c_str()) != 0) fail(reason(errno));
        temporary.clear();
    }

    /// Some file systems report a failed write only when a descriptor of the file is closed; ours
    /// stays open (it may be standard output), so a copy is closed.
    void check_late_errors() {
        const int copy = fcntl(descriptor.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        if (copy < 0 || (::close(copy) != 0 && errno != EINTR)) fail(reason(errno));
    }
};

OutputFile::OutputFile(const std::string& path) : state_(std::make_unique<State>()) {
    if (!path.empty() && path != "-") {
        state_->open(path);
    } else if (const int flags = fcntl(STDOUT_FILENO, F_GETFL); flags < 0) {
        state_->fail(reason(errno));
    }
    state_->buffer.reserve(kBuffer);
}

OutputFile::~OutputFile() {
    if (!state_->replaces) {
        try {
            state_->flush();
        } catch (const Error&) {
            // Only an exception is on its way here without close(): it is the one that is reported.
        }
    }
    if (!state_->temporary.empty()) unlink(state_->temporary.c_str());
}

void OutputFile::write(std::string_view bytes) {
    State& state = *state_;
    if (state.done) return;
    if (state.buffer.size() + bytes.size() > kBuffer) state.flush();
    if (bytes.size() >= kBuffer) {
        if (!state.done) state.send(bytes);
    } else {
        state.buffer += bytes;
    }
}

void OutputFile::flush() {
    state_->flush();
}

void OutputFile::close() {
    State& state = *state_;
    if (state.done) return;
    state.flush();
    if (state.closed) return;
    if (state.replaces && fsync(state.descriptor.get()) != 0) state.fail(reason(errno));
    state.check_late_errors();
    if (state.replaces) state.publish();
    state.done = true;
}

void OutputFile::divert(std::string_view suffix) {
    if (state_->replaces) state_->target += suffix;
}

bool OutputFile::closed() const {
    return state_->closed;
}

}  // namespace analyze
