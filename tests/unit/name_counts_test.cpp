// Tests of names gathered from mentions: counts, order, and the line that shows them.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/name_counts.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {

struct Mention {
    const char* text;  ///< as it stands; found after the mention before
    EntityType type;
};

std::string shown(const std::string& text, const std::vector<Mention>& mentions) {
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("text", text), tokenizer);
    std::vector<Entity> entities;
    std::size_t at = 0;
    for (const auto& [name, type] : mentions) {
        at = text.find(name, at);
        REQUIRE(at != std::string::npos);
        const auto begin = static_cast<std::uint32_t>(at);
        at += std::string_view(name).size();
        entities.push_back({type, {begin, static_cast<std::uint32_t>(at)}});
    }
    std::string out;
    for (const NameCount& name : count_names(document, entities))
        out += std::string(name_of(name.type)) + ' ' + name.name + ' ' +
               std::to_string(name.count) + '\n';
    return out;
}

}  // namespace

TEST_CASE("names are counted by type and text, the frequent first, equal ones as they came") {
    CHECK(shown("Velm saw Orsk. Tarn. Orsk saw Tarn. Velm Ltd", {{"Velm", EntityType::person},
                                                                 {"Orsk", EntityType::gpe},
                                                                 {"Tarn", EntityType::loc},
                                                                 {"Orsk", EntityType::gpe},
                                                                 {"Tarn", EntityType::loc},
                                                                 {"Velm", EntityType::org}}) ==
          "GPE Orsk 2\nLOC Tarn 2\nPERSON Velm 1\nORG Velm 1\n");
    CHECK(shown("nothing", {}).empty());
}

TEST_CASE("a name that a line end or several blanks divide is the same name; case tells apart") {
    CHECK(shown("Port\nAverley, Port  Averley, Port \r\n\tAverley, PORT AVERLEY",
                {{"Port\nAverley", EntityType::gpe},
                 {"Port  Averley", EntityType::gpe},
                 {"Port \r\n\tAverley", EntityType::gpe},
                 {"PORT AVERLEY", EntityType::gpe}}) == "GPE Port Averley 3\nGPE PORT AVERLEY 1\n");
}

TEST_CASE("a part of the mentions can be counted alone") {
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("text", "Orsk Orsk Velm"), tokenizer);
    std::vector<Entity> entities;
    for (const Span span : {Span{0, 4}, Span{5, 9}}) entities.push_back({EntityType::gpe, span});
    entities.push_back({EntityType::person, {10, 14}});
    const auto part = count_names(document, entities.begin() + 1, entities.end());
    REQUIRE(part.size() == 2);
    CHECK(part[0].name == "Orsk");
    CHECK(part[0].count == 1);
}

TEST_CASE("the line of names: counts above one, and a sign that there are more") {
    const std::vector<NameCount> names{{EntityType::gpe, "Port Averley", 5},
                                       {EntityType::fac, "Sandholm Bridge", 1},
                                       {EntityType::gpe, "Orsk", 1}};
    CHECK(name_line(names, 3) == "Port Averley ×5, Sandholm Bridge, Orsk");
    CHECK(name_line(names, 9) == "Port Averley ×5, Sandholm Bridge, Orsk");
    CHECK(name_line(names, 2) == "Port Averley ×5, Sandholm Bridge, …");
    CHECK(name_line({}, 3).empty());
}
