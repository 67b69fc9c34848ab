// Events as an iCalendar stream (RFC 5545), for calendar programs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace analyze {

struct CalendarEvent {
    std::string uid;
    std::string stamp;  ///< DTSTAMP: "20240315T000000Z"
    /// A DATE ("20240315") for whole days, else a DATE-TIME ("20240315T184000", "…Z").
    std::string start;
    std::string end;          ///< of whole days: the DATE after the last one; else empty
    std::string summary;      ///< any text
    std::string description;  ///< any text; empty: none
};

/// The events as one VCALENDAR: CRLF, lines folded at 75 octets and never inside a character,
/// text escaped; control characters and bytes that are no UTF-8 are replaced.
[[nodiscard]] std::string calendar_stream(const std::vector<CalendarEvent>& events);

}  // namespace analyze
