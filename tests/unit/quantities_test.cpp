// Tests of numbers, money, percentages and quantities.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "analyze/analysis/temporal.hpp"

using namespace analyze;

namespace {

std::vector<Expression> find(const std::string& text) {
    static const TemporalRules rules(load_resource("temporal/en.table"));
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("text", text), tokenizer);
    return rules.find(document, {}, {});
}

/// Kind, text, value, currency or unit of the only expression; "none" and "many" else.
std::string only(const std::string& text) {
    const auto found = find(text);
    if (found.size() != 1) return found.empty() ? "none" : "many";
    const Expression& e = found[0];
    return fmt::format(
        "{} {} = {}{}{}{}{}", name_of(e.kind), text.substr(e.span.begin, e.span.size()), e.value,
        e.currency.empty() ? "" : " ", e.currency, e.unit.empty() ? "" : " ", e.unit);
}

}  // namespace

TEST_CASE("numbers in words and in digits of all conventions") {
    const std::pair<const char*, const char*> cases[] = {
        {"two and a half million", "2500000"},
        {"one hundred and sixteen", "116"},
        {"twenty-one trillion three hundred", "21000000000300"},
        {"three lakh crore", "3000000000000"},
        {"half a million", "500000"},
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
    const auto open = find("$5");
    REQUIRE(open.size() == 1);
    CHECK(open[0].currency.empty());
    CHECK(open[0].currencies.front() == "USD");
    CHECK(open[0].currencies.size() > 1);
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
