// Tests of dates gathered from mentions: which count, how often, in which order.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/date_counts.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {

struct Mention {
    const char* text;
    const char* value;
    ExpressionKind kind = ExpressionKind::date;
    std::vector<std::string> values = {};
};

Document document_of(const std::string& text) {
    Tokenizer tokenizer;
    return {Source::from_bytes("text", text), tokenizer};
}

std::vector<Expression> expressions_of(const Document& document,
                                       const std::vector<Mention>& mentions) {
    std::vector<Expression> found;
    std::size_t at = 0;
    for (const Mention& mention : mentions) {
        at = document.text().find(mention.text, at);
        REQUIRE(at != std::string_view::npos);
        Expression& e = found.emplace_back();
        e.kind = mention.kind;
        e.span.begin = static_cast<std::uint32_t>(at);
        at += std::string_view(mention.text).size();
        e.span.end = static_cast<std::uint32_t>(at);
        e.value = mention.value;
        e.add_details().values = mention.values;
    }
    return found;
}

std::string shown(const std::string& text, const std::vector<Mention>& mentions) {
    const Document document = document_of(text);
    std::string out;
    for (const DateCount& date : count_dates(document, expressions_of(document, mentions)))
        out += date.value + '=' + date.text + " x" + std::to_string(date.count) + '\n';
    return out;
}

}  // namespace

TEST_CASE("dates are counted by value, in the order of time, the longest of one beginning first") {
    CHECK(shown("It opened on 2 May 2024, closed in 2023, on that day and in May 2024.\n",
                {{"2 May 2024", "2024-05-02"},
                 {"2023", "2023"},
                 {"that day", "2024-05-02"},
                 {"May 2024", "2024-05"}}) ==
          "2023=2023 x1\n2024-05=May 2024 x1\n2024-05-02=2 May 2024 x2\n");
    CHECK(
        shown("On 1 January 2024, in January\n2024, in 2024.\n",
              {{"1 January 2024", "2024-01-01"}, {"January\n2024", "2024-01"}, {"2024", "2024"}}) ==
        "2024=2024 x1\n2024-01=January 2024 x1\n2024-01-01=1 January 2024 x1\n");
}

TEST_CASE("what is no settled date does not count") {
    const std::string text = "It ended on 7/8/2007 after two weeks in the past at noon, in May.\n";
    const std::vector<Mention> mentions{
        {"7/8/2007", "2007-07-08", ExpressionKind::date, {"2007-07-08", "2007-08-07"}},
        {"two weeks", "P2W", ExpressionKind::duration},
        {"the past", "PAST_REF"},
        {"noon", "2024-03-15T12:00", ExpressionKind::time},
        {"May", "XXXX-05"}};
    CHECK(shown(text, mentions).empty());
    const Document document = document_of(text);
    const auto expressions = expressions_of(document, mentions);
    const bool dated[] = {false, false, false, true, false};  // the time tells when, but is no date
    for (std::size_t i = 0; i < expressions.size(); ++i) {
        CAPTURE(mentions[i].text);
        CHECK(is_dated(document, expressions[i]) == dated[i]);
    }
}

TEST_CASE("dates in metadata do not count, and each expression knows its block") {
    const std::string text =
        "date: 2024-03-15\nauthor: Ada Velm\n\nThe ferry sank on 2 May 2023.\n\nIt rose on 3 June "
        "2023.\n";
    const Document document = document_of(text);
    const auto expressions = expressions_of(document, {{"2024-03-15", "2024-03-15"},
                                                       {"2 May 2023", "2023-05-02"},
                                                       {"3 June 2023", "2023-06-03"}});
    CHECK(block_of(document, expressions[0]).kind == BlockKind::metadata);
    CHECK_FALSE(is_dated(document, expressions[0]));
    for (std::size_t i = 1; i < 3; ++i) {
        const Block& block = block_of(document, expressions[i]);
        CHECK(block.kind == BlockKind::paragraph);
        CHECK(block.span.begin <= expressions[i].span.begin);
        CHECK(block.span.end >= expressions[i].span.end);
        CHECK(is_dated(document, expressions[i]));
    }
}
