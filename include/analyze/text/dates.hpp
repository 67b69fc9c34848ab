// Calendar dates as articles write them: 2024-03-15, March 15, 2024, 15 Mar 2024, 15.03.2024 …
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace analyze {

/// A date as written. Nothing is filled in: what the text does not say is 0.
struct WrittenDate {
    std::uint32_t end = 0;  ///< offset past the date (a time of day and a zone included)
    int year = 0;           ///< 0: not given
    int month = 0;
    int day = 0;
    /// Day and month are both 1 to 12, differ, and stand as digits in an order that the text does
    /// not tell ("03/04/2024"); month and day then hold the reading month first.
    bool ambiguous = false;

    /// "2024-03-15", "2024-03", "--03-15" without a year; both readings of an ambiguous date with a
    /// bar between them, the earlier first: "2024-03-04|2024-04-03".
    [[nodiscard]] std::string iso() const;
};

/// Reads the date that begins at `at` (a weekday before it is part of it). Days that no calendar
/// has (31 April) are no dates, nor is what gives a year before 1000; 29 February without a year is
/// one. Reads no further than the longest date.
[[nodiscard]] std::optional<WrittenDate> read_date(std::string_view text, std::size_t at);

}  // namespace analyze
