// Tests of iCalendar output: line length, characters kept whole, escapes.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/report/calendar_stream.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {

std::vector<std::string> lines_of(const std::string& stream) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < stream.size();) {
        const std::size_t end = stream.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        lines.push_back(stream.substr(at, end - at));
        CHECK(lines.back().find('\n') == std::string::npos);
        at = end + 2;
    }
    return lines;
}

/// The SUMMARY of the only event, unfolded.
std::string summary_of(const std::string& text) {
    std::string found;
    bool inside = false;
    for (const std::string& line :
         lines_of(calendar_stream({{"u", "20240315T000000Z", "20240315", "20240316", text, ""}}))) {
        CHECK(line.size() <= 75);
        CHECK((line.empty() || (static_cast<unsigned char>(line[0]) & 0xC0) != 0x80));
        if (!line.empty() && line[0] == ' ') {
            CHECK((line.size() > 1 && (static_cast<unsigned char>(line[1]) & 0xC0) != 0x80));
            if (inside) found += line.substr(1);
        } else {
            inside = line.starts_with("SUMMARY:");
            if (inside) found = line.substr(8);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("an empty calendar is a calendar") {
    CHECK(calendar_stream({}) ==
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//analyze//timeline//EN\r\n"
          "CALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("an event has the properties that RFC 5545 asks for") {
    const auto lines = lines_of(calendar_stream(
        {{"1@analyze", "20240315T000000Z", "20240314T184000", "", "It opened.", "a.txt"}}));
    CHECK(lines[4] == "BEGIN:VEVENT");
    CHECK(lines[5] == "UID:1@analyze");
    CHECK(lines[6] == "DTSTAMP:20240315T000000Z");
    CHECK(lines[7] == "DTSTART:20240314T184000");
    CHECK(lines[8] == "SUMMARY:It opened.");
    CHECK(lines[9] == "DESCRIPTION:a.txt");
    CHECK(lines[10] == "TRANSP:TRANSPARENT");
    CHECK(lines[11] == "END:VEVENT");
}

TEST_CASE("lines are folded at 75 octets, between characters, and unfold to the text") {
    for (std::size_t before = 0; before < 80; ++before)
        for (const std::string unit : {"x", "é", "€", "😀"}) {
            std::string text(before, 'a');
            for (int i = 0; i < 60; ++i) text += unit;
            CHECK(summary_of(text) == text);
        }
}

TEST_CASE("text is escaped, and what is no text is replaced") {
    CHECK(summary_of("a,b;c\\d\ne\tf\r") == "a\\,b\\;c\\\\d\\ne f ");
    CHECK(summary_of("x\xFFy") == "x\xEF\xBF\xBDy");
    CHECK(summary_of("BEGIN:VEVENT\r\nEND:VEVENT") == "BEGIN:VEVENT \\nEND:VEVENT");
}
