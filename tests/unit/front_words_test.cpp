// Tests of the tables of words by which articles name authors and dates: case, order, all months.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/text/front_words.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using namespace analyze;

TEST_CASE("front words: labels in any case and several languages") {
    CHECK(label_key("Title") == FrontKey::title);
    CHECK(label_key("AUTEURE") == FrontKey::author);
    CHECK(label_key("T\u00CDTULO") == FrontKey::title);
    CHECK(label_key("\u0414\u0410\u0422\u0410") == FrontKey::date);          // ДАТА
    CHECK(label_key("\u0410\u0432\u0442\u043E\u0440") == FrontKey::author);  // Автор
    CHECK(label_key("Zuletzt aktualisiert") == FrontKey::updated);
    CHECK(label_key("Auteu") == FrontKey::other);
    CHECK(label_key("Auteurss") == FrontKey::other);
    CHECK(label_key("\xC3") == FrontKey::other);
    CHECK(label_key("") == FrontKey::other);
}

TEST_CASE("front words: what stands before a date is taken as far as it goes") {
    CHECK(date_opening("Published on 3 March").size == 13);
    CHECK(date_opening("Published 3 March").size == 10);
    CHECK(date_opening("MIS \u00C0 JOUR LE 3 mars").size == 15);
    CHECK(date_opening("Mis \u00E0 jour le 3 mars").key == FrontKey::updated);
    CHECK(date_opening("Veröffentlicht: 3. Mai").size == 17);
    CHECK(date_opening("Publi\u00E9").size == 0);  // nothing behind
    CHECK(date_opening("Publi\u00E9e").size == 0);
    CHECK(date_opening("").size == 0);
}

TEST_CASE("front words: bylines and what is in and between names") {
    CHECK(foreign_by("Par Luc") == 4);
    CHECK(foreign_by("POR Ana") == 4);
    CHECK(foreign_by("Escrito por Ana") == 12);
    CHECK(foreign_by("Parking Luc") == 0);
    CHECK(foreign_by("By Ann") == 0);
    CHECK(foreign_by("Par") == 0);
    CHECK(name_part("van") == NamePart::within);
    CHECK(name_part("und") == NamePart::between);
    CHECK(name_part("De") == NamePart::no);
    CHECK(name_part("y") == NamePart::between);
}

TEST_CASE("front words: every month of every language has its number") {
    const char* const kMonths[] = {
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz April mai juni juli August September oktober November dezember",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        ("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
         "dicembre"),
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"};
    for (const std::string year : kMonths) {
        int month = 0;
        for (std::size_t at = 0; at < year.size(); ++month) {
            const std::size_t end = std::min(year.find(' ', at), year.size());
            const std::string name = year.substr(at, end - at);
            CAPTURE(name);
            if (name[0] < 'A' || name[0] > 'Z')  // those with capitals are English as well
                CHECK(foreign_month(name).month == month + 1);
            at = end + 1;
        }
        CHECK(month == 12);
    }
    CHECK(foreign_month("MÄRZ").month == 3);
    CHECK(foreign_month("out").needs_year);
    CHECK_FALSE(foreign_month("outubro").needs_year);
    CHECK(foreign_month("outu").month == 0);
    CHECK(leads_date("Mardi"));
    CHECK(leads_time("à"));
    CHECK_FALSE(leads_date("ferry"));
}
