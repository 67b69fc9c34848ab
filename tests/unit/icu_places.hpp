// Divides runs by ICU's own iterator, and checks that what is divided without it is the same.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <catch2/catch.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace analyze::test {

using Places = std::vector<std::uint32_t>;

inline Places places_by_icu(std::u16string_view run) {
    static const std::unique_ptr<icu::BreakIterator> iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        // Its dictionary for Chinese is to be known before signs of no script: see Boundaries.
        made->setText(icu::UnicodeString(u"湖湖"));
        made->next();
        return made;
    }();
    const icu::UnicodeString text(false, run.data(), static_cast<std::int32_t>(run.size()));
    iterator->setText(text);
    Places places;
    for (std::int32_t at = iterator->first(); (at = iterator->next()) != text.length();)
        places.push_back(static_cast<std::uint32_t>(at));
    return places;
}

inline std::string utf8(std::u16string_view text) {
    std::string bytes;
    icu::UnicodeString(text.data(), static_cast<std::int32_t>(text.size())).toUTF8String(bytes);
    return bytes;
}

/// `words` has divide(run, places). Silent when equal: there are many of these checks.
template <class Words>
void check_as_icu(Words& words, std::u16string_view run) {
    Places places;
    if (words.divide(run, places) && places == places_by_icu(run)) return;
    INFO(utf8(run.substr(0, 100)));
    REQUIRE(words.divide(run, places));
    CHECK(places == places_by_icu(run));
}

}  // namespace analyze::test
