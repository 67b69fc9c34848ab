// Tests of compiling lists of names: facts of words, phrases, and words too ordinary for noisy lists.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/training/lexicon.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"
#include "small_model.hpp"
#include "training_files.hpp"

using namespace analyze;

namespace {

std::uint64_t folded(std::string_view word) {
    std::string scratch;
    return describe(word, ModelView(), scratch).folded;
}

std::uint32_t value_of(const KeyedValues& values, std::uint64_t key) {
    for (const auto& [known, value] : values)
        if (known == key) return value;
    return 0;
}

/// The bits of a phrase of words, 0: not there.
std::uint32_t phrase_of(const Lexicon& lexicon, const std::vector<std::string>& words) {
    std::uint64_t at = 0;
    for (const std::string& word : words) at = phrase_key(at, folded(word));
    return value_of(lexicon.phrases(), at);
}

std::uint32_t fact_of(const Lexicon& lexicon, std::string_view word) {
    return value_of(lexicon.facts(), folded(word));
}

}  // namespace

TEST_CASE("how words are written is counted inside sentences only") {
    Tokenizer tokenizer;
    CaseCounts cases;
    cases.add_text("Most lakes froze. Most of Orsk slept: 7 Lakes", tokenizer);
    const auto counts = [&](std::string_view word) {
        const auto found = cases.words.find(folded(word));
        return found == cases.words.end() ? std::string("-")
                                          : std::to_string(found->second.lower) + '/' +
                                                std::to_string(found->second.other);
    };
    CHECK(counts("most") == "0/0");   // begins sentences
    CHECK(counts("lakes") == "1/0");  // behind a number nothing is sure
    CHECK(counts("orsk") == "0/1");
    CHECK(counts("of") == "1/0");
    CHECK(counts("7") == "-");
}

TEST_CASE("our own lists: types with other forms, given names, titles, words that are no names") {
    const TrainingFiles files(
        {{"names.tsv",
          "GPE\tPort Averley\tAverley|The Port\nNORP\tOrskian\nFAC\tThe Sand Bridge\t\n"
          "HUMAN\tNobody\nGPE\nORG\ta b c d e f g h i\n"},
         {"given.tsv", "Ada\t12\nMary Ann\t3\n"},
         {"surname.tsv", "Velm\n"},
         {"not-names.txt", "Monday\nhigh water\n"},
         {"honorifics.tsv", "Dr.\tx\n"},
         {"kinds.tsv", ""}});
    const CaseCounts cases;
    Lexicon lexicon(cases);
    lexicon.add_own(files.path());
    constexpr std::uint32_t kGpe = 1U << 2, kNorp = 1U << 4, kFac = 1U << 5;
    CHECK(phrase_of(lexicon, {"port"}) == (phrase::kPrefix | kGpe));  // "The Port": without The
    CHECK(phrase_of(lexicon, {"Port", "AVERLEY"}) == kGpe);
    CHECK(phrase_of(lexicon, {"averley"}) == kGpe);
    CHECK(phrase_of(lexicon, {"sand", "bridge"}) == kFac);
    CHECK(phrase_of(lexicon, {"the"}) == 0);
    CHECK(phrase_of(lexicon, {"nobody"}) == 0);
    CHECK(phrase_of(lexicon, {"orskian"}) == kNorp);
    CHECK(phrase_of(lexicon, {"a"}) == 0);  // nine words are too many
    CHECK(phrase_of(lexicon, {"high", "water"}) == 1U << phrase::kNotName);
    CHECK(phrase_of(lexicon, {"dr."}) == 1U << phrase::kHonorific);
    CHECK(fact_of(lexicon, "orskian") == fact::demonym);
    CHECK(fact_of(lexicon, "ada") == fact::given);
    CHECK(fact_of(lexicon, "mary") == 0);
    CHECK(fact_of(lexicon, "velm") == fact::surname);
    CHECK(fact_of(lexicon, "monday") == fact::not_name);
    CHECK(fact_of(lexicon, "dr.") == fact::honorific);
    const KeyedValues facts = lexicon.facts(), phrases = lexicon.phrases();
    CHECK(std::is_sorted(facts.begin(), facts.end()));
    CHECK(std::is_sorted(phrases.begin(), phrases.end()));
    CHECK_THROWS_AS(lexicon.add_own(files.path("none")), Error);
}

TEST_CASE("nouns of kinds, with their plurals") {
    const std::vector<std::pair<std::string, std::string>> lists{
        {"names.tsv", ""},
        {"given.tsv", ""},
        {"surname.tsv", ""},
        {"not-names.txt", ""},
        {"honorifics.tsv", ""},
        {"kinds.tsv",
         "# a comment\nPRODUCT\ttrawler\nPRODUCT\tferry\nORG\tbody\n"
         "PRODUCT\tsearch\nEVENT\tplay\nWORK_OF_ART\tplay\nHUMAN\tx\n"}};
    const TrainingFiles files(lists);
    const CaseCounts cases;
    Lexicon lexicon(cases);
    lexicon.add_own(files.path());
    const auto kinds = [&](const char* word) { return fact_of(lexicon, word) >> fact::kKindShift; };
    for (const char* product : {"trawler", "trawlers", "ferry", "ferries", "search", "searches"})
        CHECK(kinds(product) == 1U << 7);
    CHECK(kinds("bodies") == 1U << 1);
    CHECK(kinds("plays") == (1U << 6 | 1U << 8));
    CHECK(kinds("x") == 0);
}

TEST_CASE("public lists: ordinary words are left out of them") {
    TrainingFiles files(
        {{"first-names.txt", "Ada\nGrace\n"},
         {"surnames.txt", "Velm\nWater\n"},
         {"world-cities.csv",
          "name,country,subcountry,id\nOrsk,Tarnland,East Tarn,1\n"
          "\"Most, Upper\",Tarnland,\"X\",2\nWater,Tarnland,Y,3\n"},
         {"sp500.csv", "symbol,name\nV,Velm Holdings\n"},
         {"countries.json", R"([{"name":{"common":"Tarnland","official":"Republic of Tarn"},
                               "capital":["Averley"],"demonyms":{"eng":{"f":"Tarnish","m":"Tarnish"}}},
                              {"name":{"common":"Ab","official":"Ab Isle"},"capital":[]}])"},
         {"admin1.json", R"({"regions":[{"name":"Sandholm","code":"SH"}]})"},
         {"corpora/corporations-newspapers.json", R"({"newspapers":["Orsk Herald",7]})"},
         {"corpora/governments-us_federal_agencies.json",
          R"({"agencies":[{"name":"Lake Office"},{"x":1}]})"},
         {"corpora/corporations-fortune500.json", R"({"description":"none","companies":[]})"},
         {"corpora/governments-uk_political_parties.json",
          R"({"parties":[{"name":"Reed Party"}]})"},
         {"corpora/geography-nationalities.json", R"({"nationalities":["Orskian"]})"}});
    Tokenizer tokenizer;
    CaseCounts cases;
    for (int i = 0; i < 9; ++i) cases.add_text("the cold water and its grace", tokenizer);
    Lexicon lexicon(cases);
    lexicon.add_public(files.path());
    CHECK(fact_of(lexicon, "ada") == fact::noisy_given);
    CHECK((fact_of(lexicon, "grace") & 0xff) == 0);
    CHECK(fact_of(lexicon, "velm") == fact::noisy_surname);
    CHECK((fact_of(lexicon, "water") & 0xff) == 0);
    CHECK(fact_of(lexicon, "tarnish") == fact::demonym);
    CHECK(fact_of(lexicon, "orskian") == fact::demonym);
    CHECK((phrase_of(lexicon, {"orsk"}) & 0xffff) == 1U << phrase::kCity);
    CHECK(phrase_of(lexicon, {"most", ",", "upper"}) == 1U << phrase::kCity);
    CHECK(phrase_of(lexicon, {"water"}) == 0);
    CHECK(phrase_of(lexicon, {"east", "tarn"}) == 1U << phrase::kPlace);
    CHECK(phrase_of(lexicon, {"tarnland"}) == 1U << phrase::kPlace);
    CHECK(phrase_of(lexicon, {"averley"}) == 1U << phrase::kPlace);
    CHECK(phrase_of(lexicon, {"sandholm"}) == 1U << phrase::kPlace);
    CHECK((phrase_of(lexicon, {"ab"}) & 0xffff) == 0);  // too short for a place
    CHECK(phrase_of(lexicon, {"sh"}) == 0);
    for (const std::vector<std::string>& company : std::vector<std::vector<std::string>>{
             {"velm", "holdings"}, {"orsk", "herald"}, {"lake", "office"}, {"reed", "party"}})
        CHECK(phrase_of(lexicon, company) == 1U << phrase::kCompany);
    std::ofstream(files.path("admin1.json")) << "{";
    CHECK_THROWS_WITH(lexicon.add_public(files.path()), Catch::Contains("admin1.json: not JSON"));
}

TEST_CASE("a noisy corpus: its people, organisations and places go to the noisier lists") {
    const TrainingFiles files(
        {{"mapping.tsv", "c\tPER\tPERSON\nc\tORG\tORG\nc\tLOC\tGPE|LOC|FAC\nc\tMISC\tEVENT|MISC\n"},
         {"c/train.iob2",
          "Ada\tB-PER\nVelm\tI-PER\n,\tI-PER\nEarl\tI-PER\n\nReed\tB-ORG\nBand\tI-ORG\n(\tI-ORG\n"
          "Tarn\tI-ORG\n)\tI-ORG\n\nSand\tB-LOC\n,\tI-LOC\nTarnland\tI-LOC\n\nWater\tB-LOC\n\n"
          "Lake\tB-MISC\nDay\tI-MISC\n"}});
    Tokenizer tokenizer;
    Corpus corpus;
    read_iob2(files.path("c/train.iob2"), "c", "train", read_mapping(files.path("mapping.tsv")),
              tokenizer, corpus);
    CaseCounts cases;
    for (int i = 0; i < 9; ++i) cases.add_text("the cold water", tokenizer);
    Lexicon lexicon(cases);
    for (const auto& item : corpus) lexicon.add_labelled(*item);
    CHECK(phrase_of(lexicon, {"ada", "velm"}) == 1U << phrase::kPerson);
    CHECK(phrase_of(lexicon, {"reed", "band"}) == 1U << phrase::kCompany);
    CHECK(phrase_of(lexicon, {"sand", ",", "tarnland"}) == 1U << phrase::kCity);
    CHECK(phrase_of(lexicon, {"sand"}) == (phrase::kPrefix | 1U << phrase::kCity));
    CHECK(phrase_of(lexicon, {"water"}) == 0);
    CHECK(phrase_of(lexicon, {"lake", "day"}) == 0);
}

TEST_CASE("facts tell how often a word is in lower case, and how frequent it is") {
    CaseCounts cases;
    cases.words[folded("never")] = {0, 10};
    cases.words[folded("seldom")] = {3, 57};
    cases.words[folded("half")] = {200, 300};
    cases.words[folded("mostly")] = {80, 20};
    cases.words[folded("always")] = {4000, 1};
    cases.words[folded("rare")] = {1, 0};
    cases.words[folded("unseen")] = {0, 0};
    const Lexicon lexicon(cases);
    const auto pair = [&](const char* word) {
        const std::uint32_t bits = fact_of(lexicon, word);
        return std::to_string(bits >> fact::kLowerShift & 7) +
               std::to_string(bits >> fact::kFrequencyShift & 7);
    };
    CHECK(pair("never") == "12");
    CHECK(pair("seldom") == "23");
    CHECK(pair("half") == "34");
    CHECK(pair("mostly") == "43");
    CHECK(pair("always") == "55");
    CHECK(pair("rare") == "00");  // too rare to say
    CHECK(pair("unseen") == "00");
}
