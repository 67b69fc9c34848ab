// Tests of the second look: what other mentions say about a unit, and that its own does not count.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_memory.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "small_model.hpp"

using namespace analyze;

namespace {

constexpr std::uint8_t kPerson = 0, kOrg = 1;

/// A text, its names as the first look gives them, and the keys of a unit.
struct Remembered {
    explicit Remembered(const std::string& bytes, const std::vector<Found>& names)
        : text(bytes), features(text.units, ModelView()), memory(features, names) {}
    [[nodiscard]] std::vector<std::uint64_t> keys(std::uint32_t unit) const {
        std::vector<std::uint64_t> keys;
        memory.keys(text.sentence(unit), unit, keys);
        std::sort(keys.begin(), keys.end());
        return keys;
    }
    Units text;
    FeatureText features;
    DocumentMemory memory;
};

}  // namespace

TEST_CASE("a document of one mention says nothing about it") {
    CHECK(Remembered("Velm slept.", {{0, 1, kPerson}}).keys(0).empty());
    CHECK(Remembered("Ada Velm slept.", {{0, 2, kPerson}}).keys(1).empty());
    CHECK(Remembered("Velm slept.", {}).keys(0).empty());
    CHECK(Remembered("it rained there today", {}).keys(2).empty());
}

TEST_CASE("the same word elsewhere speaks, by the type that it had there") {
    const std::string text = "Velm slept. Then Velm left. Where Velm sat.";  // units 0, 4, 8
    const Remembered person(text, {{0, 1, kPerson}, {4, 5, kPerson}});
    const Remembered org(text, {{0, 1, kPerson}, {4, 5, kOrg}});
    const Remembered none(text, {{0, 1, kPerson}});
    REQUIRE(person.text.unit(4) == "Velm");
    REQUIRE(person.text.unit(8) == "Velm");
    CHECK_FALSE(person.keys(0).empty());
    CHECK(person.keys(0) != org.keys(0));
    CHECK(person.keys(0) != none.keys(0));
    CHECK(none.keys(4) == none.keys(8));  // what it was itself does not count
    CHECK_FALSE(none.keys(4).empty());
    CHECK(person.keys(1).empty());  // "slept"
}

TEST_CASE("a surname speaks of the full name, an acronym of the name it abbreviates") {
    // Ada Velm slept . Velm left .
    const Remembered longer("Ada Velm slept. Velm left.", {{0, 2, kPerson}, {4, 5, kPerson}});
    const Remembered single("Ada, Velm slept. Velm left.", {{2, 3, kPerson}, {5, 6, kPerson}});
    CHECK(longer.keys(4).size() == single.keys(5).size() + 1);
    // Reed Lake Trust grew . Then the RLT slept .
    const std::string text = "Reed Lake Trust grew. Then the RLT slept.";
    const Remembered known(text, {{0, 3, kOrg}}), unknown(text, {{0, 2, kOrg}});
    const std::uint32_t acronym = known.text.find("RLT");
    CHECK(known.keys(acronym).size() == 1);
    CHECK(unknown.keys(acronym).empty());
}

TEST_CASE("words that stand together in a name elsewhere speak of their pair") {
    const std::string text = "Lake Office grew. Then Lake Office fell.";
    const std::uint32_t second = 5;
    const Remembered together(text, {{0, 2, kOrg}});
    REQUIRE(together.text.unit(second) == "Lake");
    const Remembered apart(text, {{0, 1, kOrg}, {1, 2, kOrg}});
    CHECK(together.keys(second) != apart.keys(second));
    CHECK_FALSE(together.keys(second).empty());
}

TEST_CASE("counts do not run over, and pairs keep their place among very many") {
    std::string text;
    std::vector<Found> names;
    for (std::uint32_t i = 0; i < 70000; ++i) {
        text += "Velm ";
        names.push_back({i, i + 1, kPerson});
    }
    const Remembered many(text, names);
    CHECK(many.keys(5) == many.keys(60000));
    CHECK_FALSE(many.keys(5).empty());
}

TEST_CASE("neighbours in a list speak for each other, others do not") {
    const auto keys = [](const char* text, std::uint8_t other) {
        const Remembered list(text, {{0, 1, other}});
        return list.keys(list.text.find("Orsk"));
    };
    CHECK(keys("Velm, Orsk left.", kOrg).size() == 2);
    CHECK(keys("Velm, Orsk left.", kOrg) != keys("Velm, Orsk left.", kPerson));
    CHECK(keys("Velm, Orsk left.", kOrg) != keys("Velm and Orsk left.", kOrg));
    CHECK(keys("Velm 3, and Orsk 2.", kOrg).size() == 2);
    CHECK(keys("Velm saw Orsk.", kOrg).empty());
    CHECK(keys("Velm. Orsk left.", kOrg).empty());  // another sentence
    const Remembered longer("Velm, Reed Lake Orsk left.", {{0, 1, kOrg}, {2, 5, kOrg}});
    CHECK_FALSE(longer.keys(4).empty());  // all of the name is beside Velm
}

TEST_CASE("a piece of a document knows the names of the pieces before it") {
    const Units a("Ada Velm slept. Reed Lake Trust grew."), b("Velm left. The RLT fell.");
    const FeatureText first(a.units, {}), second(b.units, {});
    NameTable table;
    const DocumentMemory before(first, {{0, 2, kPerson}, {4, 7, kOrg}}, &table);
    const DocumentMemory alone(second, {{0, 1, kOrg}});
    const DocumentMemory after(second, {{0, 1, kOrg}}, &table);
    const auto keys = [&](const DocumentMemory& memory, std::uint32_t unit) {
        std::vector<std::uint64_t> found;
        memory.keys(b.sentence(unit), unit, found);
        std::sort(found.begin(), found.end());
        return found;
    };
    CHECK(keys(alone, 0).empty());
    // As if it were one document.
    CHECK(keys(after, 0) ==
          Remembered("Ada Velm slept. Velm left.", {{0, 2, kPerson}, {4, 5, kOrg}}).keys(4));
    CHECK(keys(after, b.find("RLT")).size() == 1);
    CHECK(table.words.size() == 5);  // Ada Velm Reed Lake Trust
    CHECK(table.words.at(hash_of("Velm")).types[kOrg] == 1);
    CHECK(table.words.at(hash_of("Velm")).types[kPerson] == 1);
}

TEST_CASE("the table of names has a bound") {
    NameTable table;
    std::string text;
    std::vector<Found> names;
    for (std::uint32_t i = 0; i < NameTable::kMost + 1000; ++i) {
        text += "V" + std::to_string(i) + " ";
        names.push_back({i, i + 1, kPerson});
    }
    const Units units(text);
    const FeatureText features(units.units, {});
    const DocumentMemory memory(features, names, &table);
    CHECK(table.words.size() == NameTable::kMost);
}
