// Reading files and pipes as bytes, decompressed.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include "analyze/base/error.hpp"
#include "analyze/base/utf8.hpp"
#include "decompressor.hpp"
#include "descriptor.hpp"

namespace analyze {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

[[noreturn]] void fail(const std::string& path, int error_number) {
    throw Error(Fault::input, fmt::format("{}: {}", shown_path(path), reason(error_number)));
}

}  // namespace

std::string shown_path(std::string_view path) {
    if (path == "-") return "standard input";
    if (path.empty()) return "''";
    std::string shown;
    while (!path.empty()) {
        const Utf8Step step = utf8_step(path);
        const auto c = static_cast<unsigned char>(path[0]);
        // U+0080 to U+009F are controls as well.
        const bool control =
            c < 0x20 || c == 0x7F ||
            (c == 0xC2 && step.valid && static_cast<unsigned char>(path[1]) < 0xA0);
        for (const char byte : path.substr(0, step.size)) {
            if (step.valid && !control) {
                shown += byte;
            } else {
                shown += fmt::format("\\x{:02X}", static_cast<unsigned char>(byte));
            }
        }
        path.remove_prefix(step.size);
    }
    return shown;
}

struct InputFile::State {
    std::string path;
    Descriptor descriptor;
    std::uint64_t size = 0;   // as fstat says, of a regular file
    std::uint64_t taken = 0;  // from the descriptor
    bool started = false;
    bool ended = false;
    std::unique_ptr<char[]> block{new char[kBlock]};
    std::string_view ahead;  // in block: read, not yet given out
    std::optional<Decompressor> decompressor;

    std::size_t read_raw(char* buffer, std::size_t wanted) {
        if (ended) return 0;
        const std::ptrdiff_t got = read_some(descriptor.get(), buffer, wanted);
        if (got < 0) fail(path, errno);
        const auto bytes = static_cast<std::size_t>(got);
        taken += bytes;
        // A regular file that gave what it has and less than was wanted: asking again for its end
        // would cost a tenth of reading a small one.
        ended = bytes < wanted && taken == size;
        return bytes;
    }

    /// Looks at the first bytes; they decide whether there is anything to decompress.
    void start() {
        started = true;
        std::size_t held = 0;
        while (held < kMagicSize) {
            const std::size_t got = read_raw(block.get() + held, kBlock - held);
            if (got == 0) break;
            held += got;
        }
        ahead = {block.get(), held};
        const Compression form = compression_of(ahead);
        if (form == Compression::none) return;
        decompressor.emplace(
            form, [this] { return next_block(); }, shown_path(path));
    }

    std::string_view next_block() {
        if (!ahead.empty()) return std::exchange(ahead, {});
        return {block.get(), read_raw(block.get(), kBlock)};
    }
};

InputFile::InputFile(std::string path) : state_(std::make_unique<State>()) {
    state_->path = std::move(path);
    state_->descriptor = Descriptor(
        state_->path == "-" ? STDIN_FILENO : open_file(state_->path.c_str(), O_RDONLY | O_NOCTTY));
    struct stat status {};
    if (state_->descriptor.get() < 0 || fstat(state_->descriptor.get(), &status) != 0) {
        fail(state_->path, errno);
    }
    if (S_ISDIR(status.st_mode)) {
        throw Error(Fault::input, fmt::format("{}: is a directory: name the files in it",
                                              shown_path(state_->path)));
    }
    if (S_ISREG(status.st_mode)) state_->size = static_cast<std::uint64_t>(status.st_size);
}
InputFile::~InputFile() = default;
InputFile::InputFile(InputFile&&) noexcept = default;
InputFile& InputFile::operator=(InputFile&&) noexcept = default;

std::size_t InputFile::read(char* buffer, std::size_t size) {
    State& state = *state_;
    if (!state.started) state.start();
    if (size == 0) return 0;
    if (state.decompressor) return state.decompressor->read(buffer, size);
    if (state.ahead.empty()) return state.read_raw(buffer, size);
    const std::size_t taken = std::min(size, state.ahead.size());
    std::memcpy(buffer, state.ahead.data(), taken);
    state.ahead.remove_prefix(taken);
    return taken;
}

std::uint64_t InputFile::size_hint() {
    if (!state_->started) state_->start();
    return state_->decompressor ? 0 : state_->size;
}

const std::string& InputFile::path() const {
    return state_->path;
}

void read_up_to(InputFile& file, std::size_t size, std::string& bytes) {
    const std::size_t before = bytes.size();
    // One byte more than the file seems to have, so that its end shows without growing.
    const std::uint64_t hint = file.size_hint();
    const std::size_t room = hint == 0 ? kBlock : static_cast<std::size_t>(hint) + 1;
    std::size_t held = 0;
    while (held < size) {
        if (before + held == bytes.size()) {
            bytes.resize(before + std::min(size, std::max(room, 2 * held)));
        }
        const std::size_t got =
            file.read(bytes.data() + before + held, bytes.size() - before - held);
        if (got == 0) break;
        held += got;
    }
    bytes.resize(before + held);
}

std::string read_file(const std::string& path, std::uint64_t limit) {
    InputFile file(path);
    std::string bytes;
    if (file.size_hint() <= limit) {
        read_up_to(file, static_cast<std::size_t>(std::min<std::uint64_t>(limit, SIZE_MAX - 1)) + 1,
                   bytes);
        if (bytes.size() <= limit) return bytes;
    }
    throw Error(Fault::input,
                fmt::format("{}: is larger than {} bytes: `analyze words` streams files of any "
                            "size; split the file for the others",
                            shown_path(path), limit));
}

}  // namespace analyze
