// Finds word lists and models: in a folder given by the user, else in the binary itself.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/resources/resource.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <filesystem>

#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"

// The list of embedded files: ROW(symbol, "name"). embedded.S embeds the same list.
#include "embedded.inc"

#define ROW(symbol, name)                          \
    extern "C" const char analyze_data_##symbol[]; \
    extern "C" const char analyze_data_end_##symbol[];
ANALYZE_EMBEDDED_FILES
#undef ROW

namespace analyze {
namespace {

namespace fs = std::filesystem;

struct EmbeddedFile {
    std::string_view name;
    const char* begin;
    const char* end;
};

#define ROW(symbol, name) EmbeddedFile{name, analyze_data_##symbol, analyze_data_end_##symbol},
const std::array kEmbedded{ANALYZE_EMBEDDED_FILES};
#undef ROW

std::string& data_folder() {
    static std::string folder;
    return folder;
}

}  // namespace

Resource::Resource(std::string origin, std::string owned)
    : origin_(std::move(origin)), owned_(std::make_unique<const std::string>(std::move(owned))) {}

Resource::Resource(std::string origin, std::string_view embedded)
    : origin_(std::move(origin)), embedded_(embedded) {}

void set_data_folder(std::string folder) {
    data_folder() = std::move(folder);
}

Resource load_resource(std::string_view name) {
    const char* variable = std::getenv("ANALYZE_DATA");
    for (const std::string& folder : {data_folder(), std::string(variable ? variable : "")}) {
        if (folder.empty()) continue;
        std::error_code ignored;
        if (!fs::is_directory(folder, ignored)) {
            throw Error(Fault::resource, fmt::format("{}: no such folder; see --data and "
                                                     "ANALYZE_DATA",
                                                     shown_path(folder)));
        }
        std::string path = folder + "/" + std::string(name);
        if (fs::symlink_status(path, ignored).type() == fs::file_type::not_found) continue;
        try {
            std::string bytes = read_file(path);
            return {std::move(path), std::move(bytes)};
        } catch (const Error& error) {
            throw Error(Fault::resource, error.what());
        }
    }
    for (const EmbeddedFile& file : kEmbedded) {
        if (file.name != name) continue;
        return {fmt::format("embedded:{}", name),
                std::string_view(file.begin, static_cast<std::size_t>(file.end - file.begin))};
    }
    throw Error(Fault::resource, fmt::format("{}: no such resource; name a folder that holds it "
                                             "with --data DIR or ANALYZE_DATA",
                                             name));
}

}  // namespace analyze
