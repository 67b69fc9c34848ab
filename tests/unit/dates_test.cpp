// Tests of calendar dates as written: the forms, days that no calendar has, times of day, ISO 8601.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/dates.hpp"

#include <catch2/catch.hpp>

#include "text_cases.hpp"

using namespace analyze;

namespace {

/// "2024-03-15|rest" of the date at the start of `text`, "" for none.
std::string read(std::string_view text) {
    const auto date = read_date(text, 0);
    return date ? date->iso().append("|").append(text.substr(date->end)) : "";
}

void check(std::initializer_list<TextCase> cases) {
    check_cases(read, cases);
}

}  // namespace

TEST_CASE("dates: in digits") {
    check({{"2024-03-15", "2024-03-15|"},
           {"2024/3/5 and", "2024-03-05| and"},
           {"2024.03.15.", "2024-03-15|."},
           {"15.03.2024", "2024-03-15|"},
           {"15-3-2024", "2024-03-15|"},
           {"03/15/2024", "2024-03-15|"},
           {"15/03/2024", "2024-03-15|"},
           {"03/04/2024", "2024-03-04|2024-04-03|"},
           {"04/03/2024", "2024-03-04|2024-04-03|"},
           {"04/04/2024", "2024-04-04|"},
           {"03.15.2024", ""},  // points: the day comes first
           {"2024-03", "2024-03|"},
           {"2024-3", ""},
           {"2024-13", ""},
           {"2024/03", ""},
           {"0999-03", ""},
           {"2024-03/15", "2024-03|/15"},
           {"2024-03-15-16", "2024-03-15|-16"},
           {"2024-03-151", ""},
           {"2024-03-015", ""},
           {"12024-03-15", ""},
           {"15.03.24", ""},
           {"15.03.20245", ""},
           {"123.03.2024", ""},
           {"0000-03-15", ""},
           {"0001-01-01T00:00:00Z", ""},
           {"15.03.0024", ""},
           {"", ""},
           {"-2024", ""},
           {"\xFF", ""}});
}

TEST_CASE("dates: days that no calendar has") {
    check({{"2024-02-29", "2024-02-29|"},
           {"2023-02-29", ""},
           {"2000-02-29", "2000-02-29|"},
           {"1900-02-29", ""},
           {"2024-04-31", ""},
           {"2024-00-10", ""},
           {"2024-10-00", ""},
           {"February 29", "--02-29|"},
           {"February 30", ""},
           {"31 April", ""},
           {"29 February 2023", ""},
           {"0 May 2024", ""}});
}

TEST_CASE("dates: with the names of months") {
    check({{"March 15, 2024, the", "2024-03-15|, the"},
           {"March 15 2024", "2024-03-15|"},
           {"MARCH 1st, 2024", "2024-03-01|"},
           {"Mar. 2nd", "--03-02|"},
           {"Sept. 3", "--09-03|"},
           {"Sept 3rd.", "--09-03|."},
           {"Marc 3", ""},
           {"Marching 3", ""},
           {"March3", ""},
           {"March", ""},
           {"March 2024", "2024-03|"},
           {"March 999", ""},
           {"March 2200", ""},
           {"March 15, 2200", "--03-15|, 2200"},
           {"March 15, 20245", "--03-15|, 20245"},
           {"March 15th2", "--03-15|2"},
           {"March 15x", ""},
           {"March\t15,\t2024", "2024-03-15|"},
           {"March\n15", ""},
           {"May 5,000 people", ""},
           {"May 2.5 per cent", ""},
           {"May 5, 000", "--05-05|, 000"},
           {"May 5,2024.", "2024-05-05|."},
           {"May 5,2024.5", "2024-05-05|.5"},
           {"5 May,2024", "2024-05-05|"},
           {"15 March 2024", "2024-03-15|"},
           {"15th of March, 2024", "2024-03-15|"},
           {"15 of March", "--03-15|"},
           {"15 Mar. 2024", "2024-03-15|"},
           {"15-Mar-2024", "2024-03-15|"},
           {"15-Mar-24", ""},
           {"15-Mar 2024", ""},
           {"15-Mar-0024", ""},
           {"15 Marchers", ""},
           {"15March", ""},
           {"115 March", ""}});
}

TEST_CASE("dates: in other languages") {
    check({{"14 mars 2021 à 9h12.", "2021-03-14|."},
           {"le mardi 1er août 2023, on", "2023-08-01|, on"},
           {"15 févr. 2021", "2021-02-15|"},
           {"14. März 2021, 9.12 Uhr", "2021-03-14|, 9.12 Uhr"},
           {"14. März 2021 um 9.12 Uhr, von", "2021-03-14|, von"},
           {"Dienstag, 3. Mai 2021 9:12 Uhr", "2021-05-03|"},
           {"14. April 2021", "2021-04-14|"},
           {"14 de marzo de 2021 a las 9:12", "2021-03-14|"},
           {"martes, 14 de marzo del 2021", "2021-03-14|"},
           {"14 marzo 2021 alle 9:12", "2021-03-14|"},
           {"1º de março de 2021 às 9h", "2021-03-01|"},
           {"14 марта 2021 г. в 9:12", "2021-03-14|"},
           {"14 МАРТА 2021 года", "2021-03-14|"},
           {"3 mars", "--03-03|"},
           {"mars 2021", "2021-03|"},
           {"marzo de 2021", "2021-03|"},
           {"20 out 2021", "2021-10-20|"},
           {"20 out of", ""},      // an abbreviation that is a word needs its year
           {"mars 14, 2021", ""},  // only in English does the day stand behind the month
           {"31 avril 2021", ""},
           {"le marché", ""},
           {"14 de", ""},
           {"14 mars 2021 à la gare", "2021-03-14| à la gare"},
           {"14 mars 2021 9hx", "2021-03-14| 9hx"}});
}

TEST_CASE("dates: a weekday before it and a time behind it are part of it") {
    check({{"Friday, March 15, 2024", "2024-03-15|"},
           {"Fri 15 Mar", "--03-15|"},
           {"Tues., March 5", "--03-05|"},
           {"Thurs., March 7", "--03-07|"},
           {"Friday, 2024-03-15", "2024-03-15|"},
           {"Friday", ""},
           {"Friday, we", ""},
           {"Fridays March 5", ""},
           {"2024-03-15T09:15:00Z.", "2024-03-15|."},
           {"2024-03-15T09:15:00.123+02:00 x", "2024-03-15| x"},
           {"2024-03-15 09:15:00 +0000", "2024-03-15|"},
           {"March 15, 2024, 5:30 p.m. EST, by", "2024-03-15|, by"},
           {"March 15, 2024 at 5 pm on", "2024-03-15| on"},
           {"March 15, 2024 at 17:30 GMT", "2024-03-15|"},
           {"March 15, 2024 at 17:30 we", "2024-03-15| we"},
           {"March 15, 2024 at 17:30 (local)", "2024-03-15| (local)"},
           {"March 15, 2024 at noon", "2024-03-15| at noon"},
           {"March 15, 2024 12 apples", "2024-03-15| 12 apples"},
           {"March 15, 2024 25:00", "2024-03-15| 25:00"},
           {"March 15, 2024 9:x", "2024-03-15| 9:x"},
           {"March 2024 at 5 pm", "2024-03| at 5 pm"}});
}

TEST_CASE("dates: found at a place inside a text, and hostile text costs nothing") {
    const auto date = read_date("on 15 March 2024.", 3);
    REQUIRE(date);
    CHECK(date->end == 16);
    CHECK(date->year == 2024);
    CHECK(date->month == 3);
    CHECK(date->day == 15);
    CHECK_FALSE(date->ambiguous);
    CHECK_FALSE(read_date("2024-03-15", 10));
    for (const char* unit : {"1", " ", "March ", "1-", "a", "2024-03-15T"}) {
        std::string text;
        while (text.size() < 1000000) text += unit;
        for (std::size_t at = 0; at < text.size(); at += 10) (void)read_date(text, at);
    }
}
