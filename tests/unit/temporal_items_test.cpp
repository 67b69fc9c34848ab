// Tests of items: how tokens divide and join, values of digits, abbreviations, phrases, compounds.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "rule_table.hpp"

using namespace analyze;
using namespace analyze::temporal;

namespace {

const Table& english() {
    static const Table table = compile_table(
        "[prefix]\nq: q, usd\nd: -\n[ordinal_suffix]\n0: st, nd, rd, th\n[unit]\nh: hours, pm, s, "
        "km\n"
        "[month]\n1: jan., january\n[phrase]\n1: new year's, new year's eve, Middle Ages\n"
        "[suffixes]\nunit: ically\n[rules]\n",
        "t");
    return table;
}

const Table& german() {
    static const Table table = compile_table(
        "[settings]\ndecimal: comma\ncompounds: yes\n[number]\n1: ein\n2: zwei, zwo\n3: drei\n"
        "20: zwanzig\n[hundred]\n100: hundert\n[scale]\n1000: tausend\n[compound_and]\n0: und\n"
        "[ordinal_suffix]\n0: ste\n[ordinal]\n3: dritte\n[rules]\n",
        "t");
    return table;
}

std::string items(const std::string& text) {
    return shown_items(english(), text, false);
}

/// The class list of the first item: its values.
std::string values(const Table& table, const std::string& text) {
    const Items found = items_of(table, text, false);
    std::string out;
    for (const ClassValue& value : table.lists[found.items.at(0).list])
        out += decimal(value.value) + ' ';
    return out;
}

}  // namespace

TEST_CASE("digits: groups, fractions, clocks, and several numbers in a token") {
    const std::pair<const char*, const char*> cases[] = {
        {"7", "7=7d"},
        {"0070", "0070=70d"},
        {"1,234", "1,234=1234"},
        {"12,34,567", "12,34,567=1234567"},
        {"1,234,56", "1=1d | , | 234=234d | , | 56=56d"},
        {"0,123", "0,123=0.123f"},
        {"1234,567", "1234,567=1234.567f"},
        {"1.5", "1.5=1.5f"},
        {"2.0", "2.0=2"},
        {"8.30", "8.30=8.3cf"},
        {"8.60", "8.60=8.6f"},
        {"123.30", "123.30=123.3f"},
        {"1,234.56", "1,234.56=1234.56f"},
        {"1.234.567", "1.234.567=1234567"},
        {"1'000'000", "1'000'000=1000000"},
        {"3.10.2011", "3=3d | . | 10=10d | . | 2011=2011d"},
        {"1e3", "1e3=1000w"},
        {"40\u202F000", "40\u202F000=40000"}};
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(items(text) == expected);
    }
}

TEST_CASE("letters behind digits and before them") {
    const std::pair<const char*, const char*> cases[] = {
        {"3pm", "3=3d | pm"},
        {"27th", "27th=27do"},
        {"2.5th", "2.5th=2.5f"},  // a fraction has no rank
        {"1990s", "1990=1990d | s"},
        {"3xyz", "3xyz"},
        {"Q1", "Q | 1=1d"},
        {"USD200", "USD | 200=200d"},
        {"X200", "X200"},
        {"2018Q4", "2018=2018d | Q | 4=4d"}};
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(items(text) == expected);
    }
}

TEST_CASE("abbreviations take their dot, phrases their words, possessives stand apart") {
    CHECK(items("Jan. 5") == "Jan. | 5=5d");
    CHECK(items("Jan . 5") == "Jan | . | 5=5d");
    CHECK(items("January.") == "January | .");
    CHECK(items("New Year's Eve party") == "New Year's Eve | party");
    CHECK(items("new year\u2019s party") == "new year\u2019s | party");
    CHECK(items("new years party") == "new | years | party");
    CHECK(items("the Middle Ages") == "the | Middle Ages");
    CHECK(items("middle ages") == "middle | ages");  // its capitals are required
    CHECK(items("January's end") == "January | 's | end");
    CHECK(items("see x@y.example now") == "see | x@y.example | now");
    CHECK(items("").empty());
}

TEST_CASE("what an item touches, and whether it begins with a capital") {
    const Items found = items_of(english(), "An-b É2", false);
    std::string flags;
    for (const Item& item : found.items)
        flags += std::string(item.touches ? "t" : "-") + (item.capital ? "c " : "- ");
    CHECK(flags == "-c t- t- -c ");
}

TEST_CASE("a word has the classes of its form, else of its ending") {
    CHECK(values(english(), "january") == "1 ");
    CHECK(values(english(), "basically") == "0 ");
    CHECK(values(english(), "Basically").empty());  // endings are those of words in lower case
    CHECK(values(english(), "ically") == "0 ");
    CHECK(values(english(), "x").empty());
    CHECK(values(english(), std::string(65, 'j')).empty());
}

TEST_CASE("number words written together") {
    const std::pair<const char*, const char*> cases[] = {
        {"zweiundzwanzig", "zweiundzwanzig=22w"},
        {"dreihundert", "dreihundert=300w"},
        {"hundertdrei", "hundertdrei=103w"},
        {"zweitausenddreihundertein", "zweitausenddreihundertein=2301w"},
        {"zwanzigste", "zwanzigste=20wo"},
        {"hundertdritte", "hundertdritte=103wo"},
        {"undzwanzig", "undzwanzig"},
        {"zweier", "zweier"},
        {"Zwanzigzwei", "Zwanzigzwei=22w"},
        {"1.500", "1.500=1500"},
        {"1,5", "1,5=1.5f"},
        {"18.30", "18=18d | . | 30=30d"}};
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(shown_items(german(), text, false) == expected);
    }
    CHECK(shown_items(english(), "zweiundzwanzig", false) == "zweiundzwanzig");
}

TEST_CASE("the lexicon's form of a word: lower case, a straight apostrophe") {
    const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                         {"MaY", "may"},
                                                         {"O\u2019Clock", "o'clock"},
                                                         {"ÄÖÜ", "äöü"},
                                                         {"ß", "ß"},
                                                         {"×", "×"},
                                                         {"MÄRZ", "märz"},
                                                         {"ΑΘΗΝΑ", "αθηνα"},
                                                         {"€", "€"},
                                                         {"\u00BD", "\u00BD"}};
    std::string key = "left over";
    for (const auto& [word, expected] : cases) {
        CAPTURE(word);
        lookup_key(word, key);
        CHECK(key == expected);
    }
}
