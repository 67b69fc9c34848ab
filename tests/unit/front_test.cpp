// Tests of the lines in which an article says what it is: labels, credits, datelines, glued dates.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/front.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace analyze;

namespace {

/// "key[label]=value" of fields; a date as ISO behind "@".
std::string show(std::string_view text, const FrontField& field) {
    constexpr const char* kKeys[] = {"none",    "title", "author", "date",
                                     "updated", "place", "agency", "other"};
    std::string out = kKeys[static_cast<std::size_t>(field.key)];
    if (!field.label.empty()) out.append("[").append(slice(text, field.label)).append("]");
    out.append("=").append(slice(text, field.value));
    if (field.date.end != 0) out.append("@").append(field.date.iso());
    return out.append(";");
}

Span all(std::string_view text) {
    return {0, static_cast<std::uint32_t>(text.size())};
}
std::string label(std::string_view text) {
    const auto field = read_label(text, all(text));
    return field ? show(text, *field) : "";
}
std::string credit(std::string_view text) {
    std::string out;
    for (const FrontField& field : read_credit_line(text, all(text))) out += show(text, field);
    return out;
}
std::string dateline(std::string_view text) {
    const auto line = read_dateline(text, all(text));
    if (!line) return "";
    std::string out;
    for (const FrontField& field : line->fields) out += show(text, field);
    return out.append("|").append(text.substr(line->end));
}
std::string glued(std::string_view text) {
    const auto field = read_glued_date(text, all(text));
    return field ? show(text, *field) : "";
}

struct Case {
    const char* text;
    const char* expected;
};
void check(std::string (*read)(std::string_view), std::initializer_list<Case> cases) {
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(read(c.text) == c.expected);
    }
}

}  // namespace

TEST_CASE("front: labels") {
    check(label, {{"Title: Ferries Return", "title[Title]=Ferries Return;"},
                  {"title: 'Ferries'", "title[title]=Ferries;"},
                  {":Author: Ann Holm", "author[Author]=Ann Holm;"},
                  {"From: Ann Holm <ann@bay.example>", "author[From]=Ann Holm;"},
                  {"WRITTEN BY:\tAnn Holm ", "author[WRITTEN BY]=Ann Holm;"},
                  {"Date: 3 March 2024 (final)", "date[Date]=3 March 2024@2024-03-03;"},
                  {"Last updated: March 3", "updated[Last updated]=March 3@--03-03;"},
                  {"Date: unknown", "other[Date]=unknown;"},
                  {"Place: Port Ellis", "place[Place]=Port Ellis;"},
                  {"Wire: NPA", "agency[Wire]=NPA;"},
                  {"Next Sailing Day: Monday", "other[Next Sailing Day]=Monday;"},
                  {"The Next Sailing Day: Monday", ""},  // four words
                  {"next sailing: Monday", ""},          // no capital
                  {"Tags:", ""},
                  {"Tags: \"\"", ""},
                  {"A: b", ""},
                  {"At 10:30", ""},
                  {"Tags:x", ""},
                  {"Tags : x", ""},
                  {"Tags1: x", ""},
                  {"::", ""},
                  {"", ""}});
    CHECK(label("Anabcdefghijklmnopqrstuvwxyzab: b").size() > 30);  // of thirty letters
    CHECK(label("Anabcdefghijklmnopqrstuvwxyzabc: b").empty());
    CHECK(label(std::string("Tags: ") + std::string(1994, 'x')).size() > 1994);
    CHECK(label(std::string("Tags: ") + std::string(1995, 'x')).empty());
}

TEST_CASE("front: credit lines have nothing else in them") {
    check(credit,
          {{"By Ann Holm", "author=Ann Holm;"},
           {"by Ann Holm and Peter Lind", "author=Ann Holm and Peter Lind;"},
           {"Written by Ann Holm, NPA", "author=Ann Holm;agency=NPA;"},
           {"By Ann Holm, Bay Press", "author=Ann Holm;agency=Bay Press;"},
           {"By Ann Holm, Peter Lind", "author=Ann Holm, Peter Lind;"},
           {"By Ann Holm | March 3, 2024", "author=Ann Holm;date=March 3, 2024@2024-03-03;"},
           {"By Ann Holm 2024-03-03", "author=Ann Holm;date=2024-03-03@2024-03-03;"},
           {"By Ann Holm \u2022 Updated March 3",
            "author=Ann Holm;updated[Updated]=March 3@--03-03;"},
           {"Published: March 3, 2024. Updated: March 4, 2024",
            "date[Published]=March 3, 2024@2024-03-03;updated[Updated]=March 4, 2024@2024-03-04;"},
           {"Sunday, 3 March 2024", "date=Sunday, 3 March 2024@2024-03-03;"},
           {"Posted on 2024-03", "date[Posted on]=2024-03@2024-03;"},
           {"2024-03", ""},  // no day and no label
           {"March 3", ""},  // no year and no label
           {"March 3, 2024, was a day", ""},
           {"Published in March", ""},
           {"By the time the ferry left, it was late.", ""},
           {"By Ann Holm: a story", ""},
           {"By Ann?", ""},
           {"By ", ""},
           {"Ann Holm", ""},
           {"|", ""},
           {"", ""}});
}

TEST_CASE("front: labels and credit lines in other languages") {
    check(label, {{"Auteur: Luc Bonnet", "author[Auteur]=Luc Bonnet;"},
                  {"Автор: Анна Белова", "author[Автор]=Анна Белова;"},
                  {"Fecha: 3 de mayo de 2021", "date[Fecha]=3 de mayo de 2021@2021-05-03;"},
                  {"Größe: 3", ""}});  // no known label, and not in ASCII
    check(credit,
          {{"Par Luc Bonnet et Ana Roy", "author=Luc Bonnet et Ana Roy;"},
           {"Von Eva Berg, 3. Mai 2021", "author=Eva Berg;date=3. Mai 2021@2021-05-03;"},
           {"Por Ana Ruiz | Actualizado el 3 de mayo de 2021",
            "author=Ana Ruiz;updated[Actualizado el]=3 de mayo de 2021@2021-05-03;"},
           {"Publié le 3 mai 2021 à 9h12 - Mis à jour le 4 mai 2021 à 10h",
            "date[Publié le]=3 mai 2021 à 9h12@2021-05-03;updated[Mis à jour le]=4 mai 2021 à "
            "10h@2021-05-04;"},
           {"Опубликовано: 3 мая 2021 г.", "date[Опубликовано]=3 мая 2021 г.@2021-05-03;"},
           {"Par la suite, on part.", ""}});
}

TEST_CASE("front: datelines") {
    check(dateline, {{"PORT ELLIS, March 3 (NPA) \u2014 The ferry",
                      "place=PORT ELLIS;date=March 3@--03-03;agency=NPA;| The ferry"},
                     {"PORT ELLIS (NPA) - The ferry", "place=PORT ELLIS;agency=NPA;| The ferry"},
                     {"Port Ellis (NPA) -- The ferry", "place=Port Ellis;agency=NPA;| The ferry"},
                     {"PORT ELLIS \u2013 The ferry", "place=PORT ELLIS;| The ferry"},
                     {"PORT ELLIS, Norland, March 3 \u2014 The ferry",
                      "place=PORT ELLIS, Norland;date=March 3@--03-03;| The ferry"},
                     {"(NPA) \u2014 The ferry", "agency=NPA;| The ferry"},
                     {"(Bay News) - The ferry", "agency=Bay News;| The ferry"},
                     {"(Optional) - The ferry", ""},
                     {", March 3 \u2014 The ferry", ""},
                     {"\u00C5RVIK, March 3 \u2014 The ferry",
                      "place=\u00C5RVIK;date=March 3@--03-03;| The ferry"},
                     {"PARIS, 14 mars (NPA) \u2014 Le bac",
                      "place=PARIS;date=14 mars@--03-14;agency=NPA;| Le bac"},
                     {"МОСКВА, 14 марта (NPA) \u2014 Le bac",
                      "place=МОСКВА;date=14 марта@--03-14;agency=NPA;| Le bac"},
                     {"МОСКВА \u2014 Le bac", ""},
                     {"Port Ellis \u2014 The ferry", ""},
                     {"BAY \u2014 The ferry", ""},  // too short to be sure
                     {"PORT ELLIS \u2014 THE FERRY", ""},
                     {"PORT ELLIS \u2014", ""},
                     {"PORT ELLIS The ferry", ""},
                     {"PORT ELLIS: A \u2014 The ferry", ""},
                     {"PORT ELLIS (NPA) (X) \u2014 The ferry", ""},
                     {"PORT ELLIS (NPA \u2014 The ferry", ""},
                     {"PORT ELLIS (NP) x \u2014 The ferry", ""},
                     {"\u2014 The ferry", ""},
                     {"", ""}});
    CHECK(dateline(std::string("PORT ") + std::string(160, 'X') + " \u2014 The ferry").empty());
}

TEST_CASE("front: dates glued to the text") {
    check(glued,
          {{"date 2024-03-15 The lead", "date[date]=2024-03-15@2024-03-15;"},
           {"Published: 15 March 2024 The lead", "date[Published]=15 March 2024@2024-03-15;"},
           {"Last updated March 15, 2024 the", "updated[Last updated]=March 15, 2024@2024-03-15;"},
           {"2024-03-15 The lead", ""},
           {"date March 15 The lead", ""},
           {"date 2024-03 The lead", ""},
           {"dated 2024-03-15", ""},
           {"date", ""},
           {"", ""}});
}

TEST_CASE("front: names of people or of a body") {
    for (const char* names :
         {"Ann Holm", "Ann Holm and Peter Lind", "ANN HOLM", "Ann van der Holm", "A. B. Holm",
          "Office of the Bay", "Ann Holm (Port Ellis), Peter Lind", "Ann Holm & Peter Lind",
          "ann, peter", "\u00C5sa Holm", "Ann Holm Jr."}) {
        CAPTURE(names);
        CHECK(looks_like_names(names, all(names)));
    }
    for (const char* text : {"", "the", "ann holm", "the ferry left late", "Ann Holm: a story",
                             "Why Ann?", "3 Ann Holm", "Ann left early today", "Ann Holm \"Bay\"",
                             "Ann Marie Sofie Clara Ida Eva Holm", "Ann Holm Harbour.", "(Ann"}) {
        CAPTURE(text);
        CHECK_FALSE(looks_like_names(text, all(text)));
    }
    CHECK_FALSE(looks_like_names(std::string(1201, 'A'), {0, 1201}));
}

TEST_CASE("front: spans are offsets into the whole text, and nothing beyond the line is read") {
    const std::string text = "x\nBy Ann Holm\nMarch 3, 2024";
    const Span line{2, 13};
    const auto fields = read_credit_line(text, line);
    REQUIRE(fields.size() == 1);
    CHECK(fields[0].value == Span{5, 13});
    const std::string dates = "Date: March 3, 2024";
    CHECK(read_label(dates, {0, 13})->date.year == 0);
    for (const char* unit : {"By ", "(", ": ", "March 3, ", "a", "A ", "- ", "|"}) {
        std::string hostile = "By A";
        while (hostile.size() < 100000) hostile += unit;
        CHECK(read_credit_line(hostile, all(hostile)).empty());
        CHECK_FALSE(read_label(hostile, all(hostile)));
        (void)read_dateline(hostile, all(hostile));
        (void)read_glued_date(hostile, all(hostile));
    }
}
