// The words by which articles of several languages name their authors and dates, as tables.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "analyze/text/front.hpp"

namespace analyze {

// English, French, German, Spanish, Italian, Portuguese and Russian. Capitals of ASCII, Latin-1 and
// Russian are read as small letters. Nothing is tried language by language: what a word says does
// not depend on the language of the text, and a word that would (Italian "da", French "le" before
// a noun) is left out or needs more beside it.

/// What a label ("Author", "Fecha", "Дата") names; FrontKey::other for a label that is not known.
[[nodiscard]] FrontKey label_key(std::string_view label);
/// The words before a date that need no colon: "Published", "Mis à jour le". `size` 0: none.
struct DateOpening {
    std::size_t size = 0;
    FrontKey key = FrontKey::none;
};
[[nodiscard]] DateOpening date_opening(std::string_view line);
/// Bytes of "Par ", "Von ", "Por ", "Di " and the like, 0 where a line begins otherwise. These words
/// begin sentences and names as well, so that what is behind them has to look like a name.
[[nodiscard]] std::size_t foreign_by(std::string_view line);
/// A word inside a name or between names: "de", "van", "and", "und".
enum class NamePart : std::uint8_t { no, within, between };
[[nodiscard]] NamePart name_part(std::string_view word);

/// 1 to 12, 0 for what is no month. `needs_year`: an abbreviation that is a word as well ("set", "out").
struct MonthWord {
    int month = 0;
    bool needs_year = false;
};
/// In the other languages; English months are read by read_date itself.
[[nodiscard]] MonthWord foreign_month(std::string_view word);
/// A weekday or an article that stands before a date: "mardi", "le", "среда". English ones too.
[[nodiscard]] bool leads_date(std::string_view word);
/// A word between a date and the time of day: "at", "à", "um", "в".
[[nodiscard]] bool leads_time(std::string_view word);

}  // namespace analyze
