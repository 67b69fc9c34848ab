// Tests that no object in a result of any command has the same key twice: readers keep only one.
// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>

#include "analyze/commands/command.hpp"

namespace analyze {
namespace {

std::string output_of(std::vector<std::string> arguments) {
    const std::string path = (std::filesystem::temp_directory_path() /
                              ("analyze-keys-" + std::to_string(::getpid()) + ".json"))
                                 .string();
    for (const char* argument : {"-f", "json", "-q", "-o"}) arguments.emplace_back(argument);
    arguments.push_back(path);
    arguments.emplace_back(PROJECT_DIR "/data/samples/harbour-bridge.txt");
    REQUIRE(run_program(arguments) == 0);
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    std::filesystem::remove(path);
    return out.str();
}

/// The first key that stands twice in one object, at any depth; empty: none.
std::string doubled_key(const rapidjson::Value& value) {
    std::string found;
    if (value.IsObject()) {
        std::set<std::string> keys;
        for (const auto& member : value.GetObject()) {
            if (!keys.insert(member.name.GetString()).second) return member.name.GetString();
            if (found.empty()) found = doubled_key(member.value);
        }
    } else if (value.IsArray()) {
        for (const auto& element : value.GetArray())
            if (found.empty()) found = doubled_key(element);
    }
    return found;
}

rapidjson::Document parsed(const std::string& text) {
    rapidjson::Document document;
    document.Parse(text);
    REQUIRE_FALSE(document.HasParseError());
    return document;
}

TEST_CASE("the keys of every object in a result are different") {
    CHECK(doubled_key(parsed(R"([{"a":1,"b":[{"c":1,"c":2}]}])")) == "c");
    const std::vector<std::vector<std::string>> lines = {{"report"},
                                                         {"words"},
                                                         {"words", "--by", "document"},
                                                         {"words", "--by", "section"},
                                                         {"entities"},
                                                         {"entities", "--explain"},
                                                         {"entities", "--summary"},
                                                         {"timeline"},
                                                         {"sections"},
                                                         {"sections", "--explain"},
                                                         {"sections", "--outline"},
                                                         {"sentences"},
                                                         {"tokens"}};
    for (const auto& line : lines) {
        CAPTURE(line);
        const rapidjson::Document document = parsed(output_of(line));
        REQUIRE(document.IsArray());
        REQUIRE(document.Size() == 1);
        CHECK(doubled_key(document) == "");
    }
}

}  // namespace
}  // namespace analyze
