// A folder of small files for the tests of training, gone at the end of its scope.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace analyze {

class TrainingFiles {
public:
    explicit TrainingFiles(const std::vector<std::pair<std::string, std::string>>& files) {
        for (const auto& [name, bytes] : files) {
            std::filesystem::create_directories((folder_ / name).parent_path());
            std::ofstream(folder_ / name, std::ios::binary) << bytes;
        }
    }
    ~TrainingFiles() { std::filesystem::remove_all(folder_); }
    TrainingFiles(const TrainingFiles&) = delete;
    TrainingFiles& operator=(const TrainingFiles&) = delete;
    [[nodiscard]] std::string path(const std::string& name = "") const {
        return name.empty() ? folder_.string() : (folder_ / name).string();
    }

private:
    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("analyze-training-" + std::to_string(::getpid()));
};

}  // namespace analyze
