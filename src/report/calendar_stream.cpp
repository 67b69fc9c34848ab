// Writes events as iCalendar: properties, escapes and folded lines of RFC 5545.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/report/calendar_stream.hpp"

#include "cell.hpp"

namespace analyze {
namespace {

constexpr std::size_t kLineOctets = 75;  ///< without CRLF (section 3.1)

bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// One content line; a line that goes on begins with a blank, which counts.
void append_line(std::string& out, std::string_view line) {
    for (std::size_t room = kLineOctets; line.size() > room; room = kLineOctets - 1) {
        std::size_t cut = room;
        while (cut > 1 && continues_character(line[cut])) --cut;
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
    }
    out.append(line).append("\r\n");
}

/// A value of type TEXT (section 3.3.11).
std::string escaped(std::string_view raw) {
    std::string out;
    for (const char c : valid_utf8(raw)) {
        if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            out += ' ';
        else if (c == '\\' || c == ';' || c == ',')
            out.append(1, '\\').append(1, c);
        else
            out += c;
    }
    return out;
}

}  // namespace

std::string calendar_stream(const std::vector<CalendarEvent>& events) {
    std::string out =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//analyze//timeline//EN\r\n"
        "CALSCALE:GREGORIAN\r\n";
    for (const CalendarEvent& event : events) {
        out += "BEGIN:VEVENT\r\n";
        append_line(out, "UID:" + escaped(event.uid));
        append_line(out, "DTSTAMP:" + event.stamp);
        const bool days = event.start.size() == 8;
        append_line(out, (days ? "DTSTART;VALUE=DATE:" : "DTSTART:") + event.start);
        if (!event.end.empty())
            append_line(out, (days ? "DTEND;VALUE=DATE:" : "DTEND:") + event.end);
        append_line(out, "SUMMARY:" + escaped(event.summary));
        if (!event.description.empty())
            append_line(out, "DESCRIPTION:" + escaped(event.description));
        out += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
    }
    return out + "END:VCALENDAR\r\n";
}

}  // namespace analyze
