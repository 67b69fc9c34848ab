// The sample articles: a report must find what their notes (data/samples/notes.tsv) say of them.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "analyze/analysis/entities.hpp"
#include "analyze/analysis/outline.hpp"
#include "analyze/resources/resource.hpp"

using namespace analyze;

namespace {

const std::string kSamples = std::string(PROJECT_DIR) + "/data/samples/";

/// file → what → values in order
std::map<std::string, std::map<std::string, std::vector<std::string>>> read_notes() {
    std::map<std::string, std::map<std::string, std::vector<std::string>>> notes;
    std::ifstream file(kSamples + "notes.tsv");
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream fields(line);
        std::string name, what, value;
        std::getline(fields, name, '\t');
        std::getline(fields, what, '\t');
        std::getline(fields, value);
        notes[name][what].push_back(value);
    }
    return notes;
}

std::vector<std::string> values_of(const Outline& outline, MetaKey key) {
    std::vector<std::string> values;
    for (const MetaField& field : outline.meta)
        if (field.key == key) values.push_back(field.value);
    return values;
}

}  // namespace

TEST_CASE("a report finds in the sample articles what their notes say") {
    Tokenizer tokenizer;
    const EntityModel model(load_resource("models/entities-en.bin"));
    auto notes = read_notes();
    REQUIRE(notes.size() >= 4);
    std::size_t wanted_names = 0;
    for (auto& [name, expected] : notes) {
        INFO(name);
        const Document document(Source::read(kSamples + name), tokenizer);
        const Outline outline = read_outline(document);
        for (MetaKey key :
             {MetaKey::title, MetaKey::author, MetaKey::date, MetaKey::place, MetaKey::agency}) {
            INFO(name_of(key));
            CHECK(values_of(outline, key) == expected[std::string(name_of(key))]);
        }
        std::vector<std::string> headings;
        for (const Section& section : outline.sections)
            if (!section.heading.empty())
                headings.push_back(std::to_string(section.level) + " " +
                                   std::string(document.text(section.heading)));
        CHECK(headings == expected["heading"]);
        std::set<std::string> names;
        for (const Entity& entity : model.find(document)) {
            std::string text(document.text(entity.span));
            std::replace(text.begin(), text.end(), '\n',
                         ' ');  // a name across a hard-wrapped line end
            names.insert(std::string(name_of(entity.type)) + " " + text);
        }
        for (const std::string& wanted : expected["name"]) {
            ++wanted_names;
            INFO(wanted);
            CHECK(names.count(wanted) == 1);
        }
    }
    CHECK(wanted_names >= 40);
}
