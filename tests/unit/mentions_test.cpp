// Tests of what mentions are wanted, of the article's day, and of values for people.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/mentions.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"

using namespace analyze;

namespace {

std::string shown(const std::optional<CivilDay>& day) {
    if (!day) return "none";
    return std::to_string(day->year) + '-' + std::to_string(day->month) + '-' +
           std::to_string(day->day);
}

std::string reference(const std::string& text, DateOptions dates = {}) {
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("text", text), tokenizer);
    return shown(reference_day(document, read_outline(document), dates));
}

}  // namespace

TEST_CASE("groups of types are what they say") {
    MentionTypes types = MentionTypes::none();
    CHECK_FALSE(types.any_names());
    CHECK_FALSE(types.any_expressions());
    REQUIRE(types.add("Times"));
    for (const ExpressionKind kind : {ExpressionKind::date, ExpressionKind::time,
                                      ExpressionKind::duration, ExpressionKind::set})
        CHECK(types.has(kind));
    CHECK_FALSE(types.has(ExpressionKind::money));
    CHECK_FALSE(types.any_names());
    REQUIRE(types.add("numbers"));
    for (const ExpressionKind kind :
         {ExpressionKind::money, ExpressionKind::percent, ExpressionKind::quantity,
          ExpressionKind::ordinal, ExpressionKind::cardinal})
        CHECK(types.has(kind));
    CHECK_FALSE(types.any_names());
    REQUIRE(types.add("misc"));
    CHECK(types.has(EntityType::misc));
    CHECK_FALSE(types.has(EntityType::person));
    types.keep_names();
    CHECK_FALSE(types.any_expressions());
    CHECK(types.any_names());
    for (const char* bad : {"", "name", "people", "dates", " date"}) CHECK_FALSE(types.add(bad));
    CHECK(MentionTypes::all().has(EntityType::person));
    CHECK(MentionTypes::all().has(ExpressionKind::cardinal));
}

TEST_CASE("the day is the one given, else the text's own, else none") {
    const std::string dated = "Date: 2024-03-15\n\nThe ferry sank.\n";
    CHECK(reference(dated) == "2024-3-15");
    CHECK(reference(dated, {.day = CivilDay{2001, 2, 3}}) == "2001-2-3");
    CHECK(reference("The ferry sank.\n") == "none");
    CHECK(reference("Date: March 2024\n\nThe ferry sank.\n") == "none");
    const std::string open = "Date: 03/04/2024\n\nThe ferry sank.\n";
    CHECK(reference(open) == "none");
    CHECK(reference(open, {.order = DayOrder::day_first}) == "2024-4-3");
    CHECK(reference(open, {.order = DayOrder::month_first}) == "2024-3-4");
    CHECK_THROWS_AS(day_given("--date", "2024-02-30"), Error);
}

TEST_CASE("values for people carry their unit") {
    Expression e;
    e.kind = ExpressionKind::money;
    e.value = "3";
    e.add_details().currencies = {"USD", "CAD"};
    CHECK(shown_value(e) == "3 USD/CAD");
    e.add_details().currencies.emplace_back("AUD");
    CHECK(shown_value(e) == "3 USD/CAD/…");
    e.add_details().currencies.clear();
    CHECK(shown_value(e) == "3");
    e.add_details().currency = "EUR";
    CHECK(shown_value(e) == "3 EUR");
    e.kind = ExpressionKind::quantity;
    e.add_details().unit = "km";
    CHECK(shown_value(e) == "3 km");
    e.kind = ExpressionKind::percent;
    CHECK(shown_value(e) == "3 %");
    e.kind = ExpressionKind::date;
    e.add_details().values = {"2023-03-04", "2023-04-03"};
    CHECK(shown_value(e) == "2023-03-04 or 2023-04-03");
}
