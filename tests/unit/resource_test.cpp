// Tests of finding resources: the copy in the binary, and what a folder puts in its place.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/resources/resource.hpp"

#include <stdlib.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "analyze/base/error.hpp"

using namespace analyze;
namespace fs = std::filesystem;

namespace {

/// A data folder; the settings that may name it are gone afterwards.
struct DataFolder {
    explicit DataFolder(const std::string& name)
        : path(fs::temp_directory_path() / ("analyze-data-" + name + std::to_string(getpid()))) {
        fs::create_directories(path / "stopwords");
    }
    ~DataFolder() {
        set_data_folder({});
        unsetenv("ANALYZE_DATA");
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    void put(const std::string& name, const std::string& bytes) const {
        std::ofstream(path / name, std::ios::binary) << bytes;
    }
    fs::path path;
};

std::string failure(const std::string& name) {
    try {
        (void)load_resource(name);
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::resource);
        return error.what();
    }
    return "nothing was thrown";
}

constexpr const char* kName = "stopwords/en.txt";

}  // namespace

TEST_CASE("resource: the binary has a copy, byte for byte") {
    for (const std::string name : {"stopwords/en.txt", "abbreviations/en.txt"}) {
        const Resource resource = load_resource(name);
        std::ifstream file(std::string(PROJECT_DIR "/data/") + name, std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)), {});
        CHECK_FALSE(bytes.empty());
        CHECK(resource.bytes() == bytes);
        CHECK(resource.origin() == "embedded:" + name);
    }
    CHECK(failure("stopwords/none.txt").find("stopwords/none.txt: no such resource") == 0);
}

TEST_CASE("resource: --data goes before ANALYZE_DATA, and that before the binary, file by file") {
    const DataFolder given("given"), environment("environment");
    environment.put(kName, "from the environment\n");
    environment.put("stopwords/extra.txt", "extra\n");
    REQUIRE(setenv("ANALYZE_DATA", environment.path.c_str(), 1) == 0);
    CHECK(load_resource(kName).bytes() == "from the environment\n");
    CHECK(load_resource("stopwords/extra.txt").bytes() == "extra\n");
    set_data_folder(given.path);
    CHECK(load_resource(kName).bytes() == "from the environment\n");
    given.put(kName, "given\n");
    const Resource resource = load_resource(kName);
    CHECK(resource.bytes() == "given\n");
    CHECK(resource.origin() == (given.path / kName).string());
    CHECK(load_resource("abbreviations/en.txt").origin() == "embedded:abbreviations/en.txt");
    REQUIRE(setenv("ANALYZE_DATA", "", 1) == 0);
    CHECK(failure("stopwords/extra.txt").find("no such resource") != std::string::npos);
}

TEST_CASE("resource: bytes stay where they are when a resource moves") {
    const DataFolder folder("move");
    folder.put(kName, "short");
    set_data_folder(folder.path);
    Resource resource = load_resource(kName);
    const std::string_view bytes = resource.bytes();
    const Resource moved = std::move(resource);
    CHECK(moved.bytes().data() == bytes.data());
    CHECK(bytes == "short");
}

TEST_CASE("resource: an override that cannot be read is an error, not passed over") {
    const DataFolder folder("broken");
    set_data_folder(folder.path);
    fs::create_directory(folder.path / kName);
    CHECK(failure(kName).find("is a directory") != std::string::npos);
    fs::remove(folder.path / kName);
    fs::create_symlink("nowhere", folder.path / kName);
    CHECK(failure(kName).find("no such file") != std::string::npos);
    fs::remove(folder.path / kName);
    folder.put(kName, "\x1F\x8B\x08 no gzip");
    CHECK(failure(kName).find("gzip") != std::string::npos);
    set_data_folder(folder.path / "none");
    CHECK(failure(kName).find((folder.path / "none").string() + ": ") == 0);
    folder.put("file", "x");
    set_data_folder(folder.path / "file");
    CHECK(failure(kName).find("no such folder") != std::string::npos);
}
