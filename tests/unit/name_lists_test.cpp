// Tests of the lists of names that a user adds.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/name_lists.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "analyze/base/error.hpp"

using namespace analyze;

namespace {

Resource list(const std::string& lines) {
    return {"lists/mine.tsv", lines};
}

/// "TYPE text, …" of what is left of `names`, given as pieces of the text with type PERSON.
std::string applied(const NameLists& lists, const std::string& text,
                    const std::vector<std::string>& names) {
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("x", text), tokenizer);
    std::vector<Entity> entities;
    std::uint32_t from = 0;
    for (const std::string& name : names) {
        const auto at = static_cast<std::uint32_t>(text.find(name, from));
        from = at + static_cast<std::uint32_t>(name.size());
        entities.push_back({EntityType::person, {at, from}, 0, 0.5F});
    }
    lists.apply(document, entities);
    std::string out;
    for (const Entity& entity : entities) {
        if (!out.empty()) out += ", ";
        out.append(name_of(entity.type)).append(" ").append(document.text(entity.span));
        if (!entity.canonical().empty()) out.append(" = ").append(entity.canonical());
    }
    return out;
}

std::string refused(const std::string& lines, bool gazetteer) {
    NameLists lists;
    try {
        gazetteer ? lists.add_gazetteer(list(lines)) : lists.add_denied(list(lines));
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::resource);
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a gazetteer's names win: the longest from the left, whole words, as written") {
    NameLists lists;
    CHECK(lists.empty());
    lists.add_gazetteer(list("# mine\n\nVeldt Lake\tLOC\r\nVeldt\tORG\nLake Ferry Line\tORG\n"));
    CHECK(applied(lists, "At Veldt Lake Ferry Line met.", {}) == "LOC Veldt Lake");
    CHECK(applied(lists, "By Veldt   Lake in Tolm.", {"Tolm"}) == "LOC Veldt   Lake, PERSON Tolm");
    CHECK(applied(lists, "Ann Veldt's boat", {"Ann Veldt"}) == "ORG Veldt");
    CHECK(applied(lists, "Veldtland, veldt and a Veldt-led team", {"Veldtland"}) ==
          "PERSON Veldtland");
    CHECK(applied(lists, "", {}).empty());
    lists.add_gazetteer(list("Veldt\tPERSON"));
    CHECK(applied(lists, "Veldt", {}) == "PERSON Veldt");
}

TEST_CASE("a gazetteer's canonical forms and priorities") {
    NameLists lists;
    lists.add_gazetteer(
        list("Veldt Lake\tLOC\t\t-1\nLake Ferry\tORG\tLake Ferry Line\t3\n"
             "Ferry Tolm\tPERSON\tF. Tolm\nFerry Tolm Bo\tFAC\n"));
    // The higher priority, though it begins later; below 0 only where the model found nothing.
    CHECK(applied(lists, "Veldt Lake Ferry Tolm Bo", {}) == "ORG Lake Ferry = Lake Ferry Line");
    CHECK(applied(lists, "Veldt Lake", {}) == "LOC Veldt Lake");
    CHECK(applied(lists, "Ann Veldt Lake", {"Ann Veldt"}) == "PERSON Ann Veldt");
    CHECK(applied(lists, "Ann Lake Ferry", {"Ann Lake"}) == "ORG Lake Ferry = Lake Ferry Line");
    // Equal ones: the longest.
    CHECK(applied(lists, "Ferry Tolm Bo and Ferry Tolm", {}) ==
          "FAC Ferry Tolm Bo, PERSON Ferry Tolm = F. Tolm");
    // Of one name the higher priority, then the last line.
    lists.add_gazetteer(list("Lake Ferry\tGPE\tno\t2\nFerry Tolm\tGPE\tFerrytolm\t0\n"));
    CHECK(applied(lists, "Lake Ferry, Ferry Tolm", {}) ==
          "ORG Lake Ferry = Lake Ferry Line, GPE Ferry Tolm = Ferrytolm");
}

TEST_CASE("a gazetteer's name tells the line that it is from") {
    NameLists lists;
    lists.add_gazetteer(list("# mine\nVeldt\tORG\n\nVeldt Lake\tLOC\n"));
    lists.add_gazetteer({"more.tsv", std::string("Tolm\tGPE\n")});
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("x", "Tolm at Veldt Lake, Orsk"), tokenizer);
    std::vector<Entity> names;
    names.push_back({EntityType::gpe,
                     {20, 24},
                     0,
                     0.5F,
                     std::make_unique<EntityNotes>(EntityNotes{{}, {{"word: Orsk", 2.0F}}})});
    lists.apply(document, names);
    REQUIRE(names.size() == 3);
    const auto reason = [&](std::size_t i) { return names[i].notes->reasons.at(0); };
    CHECK(reason(0).what == "gazetteer more.tsv:1");
    CHECK_FALSE(reason(0).weight.has_value());
    CHECK(reason(1).what == "gazetteer lists/mine.tsv:4");
    CHECK(reason(2).what == "word: Orsk");  // the model's own stay
}

TEST_CASE("denied names go, with a type only those of it; a gazetteer still adds them") {
    NameLists lists;
    lists.add_denied(list("Tolm\nAnn Veldt\tPERSON\nBo Veldt\tORG\n"));
    CHECK(applied(lists, "Tolm, Ann Veldt, Bo Veldt, Tolm Lake",
                  {"Tolm", "Ann Veldt", "Bo Veldt", "Tolm Lake"}) ==
          "PERSON Bo Veldt, PERSON Tolm Lake");
    lists.add_gazetteer(list("Tolm\tGPE\n"));
    CHECK(applied(lists, "Tolm saw Ann Veldt", {"Tolm", "Ann Veldt"}) == "GPE Tolm");
}

TEST_CASE("a line that is none is refused with its number") {
    CHECK(refused("Tolm\tGPE\n", true).empty());
    CHECK_THAT(refused("# x\nTolm\n", true), Catch::Contains("lists/mine.tsv:2: no type"));
    CHECK_THAT(refused("Tolm\tGPE\tx\thigh\n", true), Catch::Contains(":1: 'high' is no priority"));
    CHECK_THAT(refused("Tolm\tGPE\tx\t1.5\n", true), Catch::Contains("'1.5' is no priority"));
    CHECK_THAT(refused("Tolm\tGPE\tx\t\n", true), Catch::Contains("'' is no priority"));
    CHECK_THAT(refused("Tolm\tGPE\tx\t1\ty\n", true), Catch::Contains("at most 4 columns"));
    CHECK_THAT(refused("Tolm\tGPE\tx\n", false), Catch::Contains("at most 2 columns"));
    CHECK_THAT(refused("Tolm\tTOWN\n", false), Catch::Contains("lists/mine.tsv:1: unknown type"));
    CHECK_THAT(refused("\tGPE\n", true), Catch::Contains(":1: no name"));
    CHECK_THAT(refused("a\n\xff\n", false), Catch::Contains(":2: not UTF-8"));
}
