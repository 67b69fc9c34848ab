// Bytes in and bytes out: reading files and pipes (decompressed), writing with every failure reported.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/file.hpp"

#include <cstdio>

#include "analyze/base/error.hpp"

namespace analyze {

struct InputFile::State {
    std::string path;
    std::FILE* file = nullptr;
};
InputFile::InputFile(std::string path) : state_(std::make_unique<State>()) {
    state_->path = std::move(path);
    state_->file = state_->path == "-" ? stdin : std::fopen(state_->path.c_str(), "rb");
    if (!state_->file) throw Error(Fault::input, state_->path + ": cannot be read");
}
InputFile::~InputFile() {
    if (state_ && state_->file && state_->file != stdin) std::fclose(state_->file);
}
InputFile::InputFile(InputFile&&) noexcept = default;
InputFile& InputFile::operator=(InputFile&&) noexcept = default;
std::size_t InputFile::read(char* buffer, std::size_t size) {
    return std::fread(buffer, 1, size, state_->file);
}
const std::string& InputFile::path() const { return state_->path; }

std::string read_file(const std::string& path, std::uint64_t limit) {
    InputFile file(path);
    std::string all;
    char buffer[65536];
    while (std::size_t n = file.read(buffer, sizeof buffer)) all.append(buffer, n);
    if (all.size() > limit) throw Error(Fault::input, path + ": too large");
    return all;
}

struct OutputFile::State {};
OutputFile::OutputFile(std::string) : state_(std::make_unique<State>()) {}
OutputFile::~OutputFile() = default;
void OutputFile::write(std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); }
void OutputFile::flush() { std::fflush(stdout); }
void OutputFile::close() { flush(); }
bool OutputFile::closed() const { return false; }

}  // namespace analyze
