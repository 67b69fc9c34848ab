// Tests of numbers, money, percentages and quantities.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "analyze/analysis/temporal.hpp"

using namespace analyze;

namespace {

std::vector<Expression> find(const std::string& text, Span place = {}) {
    static const TemporalRules rules(load_resource("temporal/en.table"));
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("text", text), tokenizer);
    TemporalOptions options;
    options.place = place;
    return rules.find(document, {}, options);
}

/// Kind, text, value, currency or unit of the only expression; "none" and "many" else.
std::string only(const std::string& text) {
    const auto found = find(text);
    if (found.size() != 1) return found.empty() ? "none" : "many";
    const Expression& e = found[0];
    return fmt::format("{} {} = {}{}{}{}{}", name_of(e.kind),
                       text.substr(e.span.begin, e.span.size()), e.value,
                       e.details().currency.empty() ? "" : " ", e.details().currency,
                       e.details().unit.empty() ? "" : " ", e.details().unit);
}

}  // namespace

TEST_CASE("numbers in words and in digits of all conventions") {
    const std::pair<const char*, const char*> cases[] = {
        {"two and a half million", "2500000"},
        {"one hundred and sixteen", "116"},
        {"twenty-one trillion three hundred", "21000000000300"},
        {"three lakh crore", "3000000000000"},
        {"half a million", "500000"},
        {"twenty and three fifths", "20.6"},
        {"twenty and four", "24"},
        {"one hundred thirty-fifths", "2.85714285714286"},
        {"one one hundred fifth", "0.00952380952380952"},
        {"five one-thousandths", "0.005"},
        {"two out of three", "0.666666666666667"},
        {"a quarter million", "250000"},
        {"two thirds of a million", "666666.666666667"},
        {"five eighths", "0.625"},
        {"one over twenty", "0.05"},
        {"two hundred point seventy-one", "200.71"},
        {"1,234,567", "1234567"},
        {"12,34,567.89", "1234567.89"},
        {"1.234.567,89", "1234567.89"},
        {"1 414 021 100", "1414021100"},
        {"40 000", "40000"},
        {"40\xe2\x80\xaf"
         "000",
         "40000"},
        {"10 1/2", "10.5"},
        {"5\xc2\xbd", "5.5"},
        {"3/4", "0.75"},
        {".08", "0.08"},
        {"-4.5", "-4.5"},
        {"1e10", "10000000000"},
        {"4e25", "40000000000000000000000000"},  // more than any integer holds
        {"12345678901234567890", "12345678901234567890"},
        {"three dozen", "36"},
        {"nought", "0"},
    };
    for (const auto& [text, value] : cases)
        CHECK(only(text) == fmt::format("CARDINAL {} = {}", text, value));
    CHECK(only("the twenty-first boat") == "ORDINAL twenty-first = 21");
    CHECK(only("She came second.") == "ORDINAL second = 2");
}

TEST_CASE("money has its amount and its currency") {
    CHECK(only("It paid $1.2 billion.") == "MONEY $1.2 billion = 1200000000");
    CHECK(only("It paid US$ 7.2 bn.") == "MONEY US$ 7.2 bn = 7200000000 USD");
    CHECK(only("Rs 3.5 lakh") == "MONEY Rs 3.5 lakh = 350000");
    CHECK(only("\xc2\xa3"
               "5m") ==
          "MONEY \xc2\xa3"
          "5m = 5000000 GBP");
    CHECK(only("five million yen") == "MONEY five million yen = 5000000 JPY");
    CHECK(only("10,000 Swiss francs") == "MONEY 10,000 Swiss francs = 10000 CHF");
    CHECK(only("thirteen dollars and forty-five cents") ==
          "MONEY thirteen dollars and forty-five cents = 13.45");
    CHECK(only("210 pence") == "MONEY 210 pence = 2.1 GBP");
    CHECK(only("85 million crowns") == "MONEY 85 million crowns = 85000000");
    CHECK(find("There are 12 out of 10.").size() == 2);
    const auto open = find("$5");
    REQUIRE(open.size() == 1);
    CHECK(open[0].details().currency.empty());
    CHECK(open[0].details().currencies.front() == "USD");
    CHECK(open[0].details().currencies.size() > 1);
}

TEST_CASE("the place or the text tell which dollars, pounds and crowns") {
    const auto money = [](const std::string& text, Span place) {
        std::string out;
        for (const Expression& e : find(text, place))
            if (e.kind == ExpressionKind::money)
                out += e.value + ' ' +
                       (e.details().currency.empty() ? "open" : e.details().currency) + ' ';
        return out;
    };
    CHECK(money("TORONTO - It cost $5 and 40 cents.", {0, 7}) == "5.4 CAD ");
    CHECK(money("TORONTO - It cost $5 and 40 cents.", {}) == "5.4 open ");
    CHECK(money("OSLO - It cost 3 crowns.", {0, 4}) == "3 NOK ");
    CHECK(money("OSLO - It cost 3 dollars.", {0, 4}) == "3 open ");
    // the last of town and country; a phrase
    CHECK(money("LONDON, Ontario - It cost $5.", {0, 15}) == "5 CAD ");
    CHECK(money("NEW YORK - It cost $5.", {0, 8}) == "5 USD ");
    // the only one of them that the text states; the place before it
    CHECK(money("It cost $5. It brought 4 Canadian dollars.", {}) == "5 CAD 4 CAD ");
    CHECK(money("It cost $5, 4 US dollars, 3 Canadian dollars.", {}) == "5 open 4 USD 3 CAD ");
    CHECK(money("SYDNEY - It cost $5 or 4 US dollars.", {0, 6}) == "5 AUD 4 USD ");
    CHECK(money("It cost 5 euros or $6.", {}) == "5 EUR 6 open ");
}

TEST_CASE("percentages and quantities") {
    CHECK(only("17 per cent") == "PERCENT 17 per cent = 17");
    CHECK(only("-2.5%") == "PERCENT -2.5% = -2.5");
    CHECK(only("four kilometres") == "QUANTITY four kilometres = 4 km");
    CHECK(only("a 68-ounce can") == "QUANTITY 68-ounce = 68 oz");
    CHECK(only("5 ft 2 in") == "QUANTITY 5 ft 2 in = 5.166666666666667 ft");
    CHECK(only("190,000 square meters") == "QUANTITY 190,000 square meters = 190000 m2");
    CHECK(only("188 miles an hour") == "QUANTITY 188 miles an hour = 188 mi/h");
    CHECK(only("24703m2") == "QUANTITY 24703m2 = 24703 m2");
    CHECK(only("25 lakh tonnes") == "QUANTITY 25 lakh tonnes = 2500000 t");
    CHECK(only("scp173m") == "none");
}
