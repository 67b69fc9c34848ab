// Tests of the metadata fields: labels, bylines, dates, datelines, front matter.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/metadata.hpp"

#include <catch2/catch.hpp>

#include "analyze/text/dates.hpp"
#include "analyze/text/numbering.hpp"

using namespace analyze;

namespace {

const std::string kBody =
    "The bridge over the Arle was closed to lorries on Monday while engineers looked at its piers. "
    "It reopens in May.";

/// "key=value" of each field, joined by "; ".
std::string fields(const std::string& text) {
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("t", text), tokenizer);
    std::string out;
    for (const MetaField& field : read_metadata(document)) {
        if (!out.empty()) out += "; ";
        out += std::string(name_of(field.key)) +
               (field.label.empty() ? "" : "(" + field.label + ")") + "=" + field.value;
    }
    return out;
}

std::string iso(std::string_view text) {
    const auto date = read_date(text, 0);
    return date && date->end == text.size() ? date->iso() : date ? "part" : "none";
}

}  // namespace

TEST_CASE("dates in the forms that articles use") {
    CHECK(iso("2024-03-15") == "2024-03-15");
    CHECK(iso("2024-03-15T09:15:00Z") == "2024-03-15");
    CHECK(iso("Friday, March 15, 2024") == "2024-03-15");
    CHECK(iso("Fri, 15 Mar 2024 09:15:00 +0000") == "2024-03-15");
    CHECK(iso("15th of March 2024") == "2024-03-15");
    CHECK(iso("Sept. 5, 2024, 5:30 p.m. EST") == "2024-09-05");
    CHECK(iso("15.03.2024") == "2024-03-15");
    CHECK(iso("03/15/2024") == "2024-03-15");
    CHECK(iso("15/03/2024") == "2024-03-15");
    CHECK(iso("March 2024") == "2024-03");
    CHECK(iso("Oct. 22") == "--10-22");
    CHECK(iso("29 February") == "--02-29");
}

TEST_CASE("day and month that cannot be told apart are both given, none is guessed") {
    CHECK(iso("04/03/2024") == "2024-03-04|2024-04-03");
    CHECK(iso("05/05/2024") == "2024-05-05");
}

TEST_CASE("what is no date") {
    for (const char* text : {"31 April 2024", "2024-02-30", "Marching 3", "3.14", "13/13/2024",
                             "May", "Mayor 3, 2024", "12345-01-01", ""}) {
        INFO(text);
        CHECK(iso(text) == "none");
    }
}

TEST_CASE("labels, mail heads, bylines and date lines") {
    CHECK(fields("Title: Bridge Shut\nAuthor: Ann Holm\nDate: 2024-03-15\n\n" + kBody) ==
          "title=Bridge Shut; author=Ann Holm; date=2024-03-15");
    CHECK(fields("From: Ann Holm <ann@bridge.example>\nDate: Fri, 15 Mar 2024 09:15:00 "
                 "+0000\nSubject: Bridge shut\n\n" +
                 kBody) == "author=Ann Holm; date=2024-03-15; title=Bridge shut");
    CHECK(fields("Bridge Shut\n\nBy Ann Holm and Peter Lind\nPublished March 15, 2024 | Updated "
                 "March 16, 2024\n\n" +
                 kBody) ==
          "title=Bridge Shut; author=Ann Holm and Peter Lind; date=2024-03-15; updated=2024-03-16");
    CHECK(fields("Bridge Shut\n\nBy Ann Holm, Northern Press\n\n" + kBody) ==
          "title=Bridge Shut; author=Ann Holm; agency=Northern Press");
    CHECK(fields("date 2024-03-15 " + kBody) == "date=2024-03-15");
    CHECK(fields(kBody) == "");
}

TEST_CASE("datelines") {
    CHECK(fields("PORT ELLIS, Oct. 22 (NPA) \xE2\x80\x94 " + kBody) ==
          "place=PORT ELLIS; other(dateline)=--10-22; agency=NPA");
    CHECK(fields("Arlemouth (NPA) - " + kBody) == "place=Arlemouth; agency=NPA");
    CHECK(fields("ARLEMOUTH \xE2\x80\x94 " + kBody) == "place=ARLEMOUTH");
    CHECK(fields("The bridge \xE2\x80\x94 an old one \xE2\x80\x94 is shut. " + kBody) == "");
}

TEST_CASE("datelines on a line of their own, credits of several people, who wrote without a name") {
    CHECK(fields("Bridge shut\n\nARLE, March 3 (NPA)\n\n" + kBody) ==
          "title=Bridge shut; place=ARLE; other(dateline)=--03-03; agency=NPA");
    CHECK(fields("Bridge shut\n\nARLE, March 3 -\n\n" + kBody) ==
          "title=Bridge shut; place=ARLE; other(dateline)=--03-03");
    CHECK(fields("Bridge shut\n\nWords by Ann Holm, pictures by Eva Berg\n\n" + kBody) ==
          "title=Bridge shut; author=Ann Holm");
    CHECK(fields("Bridge shut\nBy a staff reporter\n\n" + kBody) ==
          "title=Bridge shut; author=a staff reporter");
    CHECK(fields("Bridge shut\nBy Ann Holm\n3 March 2016 | 6 min read\n\n" + kBody) ==
          "title=Bridge shut; author=Ann Holm; date=2016-03-03");
}

TEST_CASE("front matter in YAML and TOML") {
    CHECK(fields("---\ntitle: \"Bridge: Shut\"\nauthor:\n  - Ann Holm\n  - Peter Lind\ndate: "
                 "2024-03-15\ntags: [road, river]\n---\n\n" +
                 kBody) ==
          "title=Bridge: Shut; author=Ann Holm, Peter Lind; date=2024-03-15; other(tags)=road; "
          "other(tags)=river");
    CHECK(fields("+++\ntitle = 'Bridge Shut'\ndate = 2024-03-15T08:00:00Z\n+++\n\n" + kBody) ==
          "title=Bridge Shut; date=2024-03-15");
}

TEST_CASE("numbers at the start of lines") {
    const auto read = [](std::string_view line) { return read_numbering(line); };
    CHECK(read("2.3 Scope").depth == 2);
    CHECK(read("2.3 Scope").value == 3);
    CHECK(read("IV. Scope").style == NumberStyle::roman);
    CHECK(read("IV. Scope").value == 4);
    CHECK(read("Chapter Two: Scope").value == 2);
    CHECK(read("Chapter 12").bare);
    CHECK(read("\xC2\xA7 3 Scope").style == NumberStyle::section_sign);
    CHECK(read("- item").style == NumberStyle::bullet);
    CHECK(read("2024 was dry").style == NumberStyle::none);
    CHECK(read("IIII. Scope").style == NumberStyle::none);
    CHECK(read("Part of the bridge").style == NumberStyle::none);
    CHECK(read("I think so").style == NumberStyle::none);
}
