// A folder of its own for a test, what stands in its files, and the errors that a test waits for.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdlib.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include "analyze/base/error.hpp"

namespace scratch_folder {

/// New and empty, gone afterwards.
struct Folder {
    Folder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "analyze-test-XXXXXX").string();
        path = mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    [[nodiscard]] std::string operator/(const std::string& name) const {
        return (path / name).string();
    }
    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path),
                                                      std::filesystem::directory_iterator()));
    }
    std::filesystem::path path;
};

inline void put(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}
inline std::string get(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The message of the Error that `act` must throw.
inline std::string failure(analyze::Fault fault, const std::function<void()>& act) {
    try {
        act();
    } catch (const analyze::Error& error) {
        CHECK(error.fault() == fault);
        return error.what();
    }
    return "nothing was thrown";
}

/// Puts another file in the place of a standard descriptor while it lives; -1: none.
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

inline std::string varied_text(std::size_t lines) {
    std::string text;
    for (std::size_t i = 0; i < lines; ++i)
        text += "line " + std::to_string(i * i % 9973) + " of the harbour log\n";
    return text;
}

}  // namespace scratch_folder
