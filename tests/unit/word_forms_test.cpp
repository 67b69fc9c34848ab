// Tests of lemmas and stems, and of counts under them.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/word_forms.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "analyze/analysis/word_counter.hpp"
#include "analyze/base/error.hpp"

using namespace analyze;

namespace {

std::string applied(const WordForms& forms, std::string key) {
    forms.apply(key);
    return key;
}

WordForms with_list(std::string stem, std::string list, Case letter_case = Case::fold) {
    const Resource resource("lemmas.tsv", std::move(list));
    return WordForms(std::move(stem), &resource, letter_case);
}

WordDefinition stemmed() {
    return {.forms = forms_number({.stem = "english"})};
}

}  // namespace

TEST_CASE("rules have a number, none has 0") {
    CHECK(forms_number({}) == 0);
    const std::uint32_t number = forms_number({.stem = "english"});
    CHECK(number != 0);
    CHECK(forms_number({.stem = "english"}) == number);
    CHECK(forms_number({.stem = "german"}) != number);
    CHECK(form_rules(number).stem == "english");
    CHECK(forms_of({}) == nullptr);
    CHECK(forms_of({.forms = number}) == forms_of({.forms = number}));
}

TEST_CASE("stemmers are named by language or code") {
    CHECK(stemmer_named("english") == "english");
    CHECK(stemmer_named("de") == "german");
    CHECK(stemmer_named("").empty());
    CHECK(stemmer_named("xx").empty());
    const auto names = stemmer_names();
    CHECK(names.size() >= 20);
    CHECK(std::is_sorted(names.begin(), names.end()));
}

TEST_CASE("Snowball's own examples come out") {
    const WordForms english("english", nullptr, Case::fold);
    // https://snowballstem.org/algorithms/english/stemmer.html, its sample vocabulary
    CHECK(applied(english, "consistency") == "consist");
    CHECK(applied(english, "knights") == "knight");
    CHECK(applied(english, "knightly") == "knight");
    const WordForms german("german", nullptr, Case::fold);
    CHECK(applied(german, "aufeinander") == "aufeinand");
    CHECK(applied(german, "kategorischer") == "kategor");
    CHECK(applied(english, "") == "");
    CHECK(applied(english, "湖") == "湖");
    const std::string long_word(5000, 's');
    CHECK(applied(english, long_word) == long_word);
}

TEST_CASE("a list of lemmas comes first, stems are for what it does not have") {
    const WordForms forms = with_list(
        "english", "# forms\n\nWent\tgo\r\nmice \t mouse\tnoun\nsaw\tsee\nsaw\tsaw\nÖfen\tOfen\n");
    CHECK(forms.lemmas() == 4);
    CHECK(applied(forms, "went") == "go");
    CHECK(applied(forms, "mice") == "mouse");
    CHECK(applied(forms, "saw") == "see");
    CHECK(applied(forms, "öfen") == "ofen");
    CHECK(applied(forms, "lakes") == "lake");
    CHECK(applied(with_list("", "Went\tgo\n"), "lakes") == "lakes");
    CHECK(applied(with_list("", "Went\tGo\n", Case::keep), "went") == "went");
    CHECK(applied(with_list("", "Went\tGo\n", Case::keep), "Went") == "Go");
    CHECK(with_list("", "a\tb\n").lemmas_hash() != with_list("", "a\tc\n").lemmas_hash());
}

TEST_CASE("a line without a lemma is refused with its number") {
    for (const char* line : {"went", "went\t", "\tgo", " \tgo", "went go"})
        CHECK_THROWS_WITH(with_list("", std::string("a\tb\n") + line + "\n"),
                          Catch::StartsWith("lemmas.tsv:2: "));
    CHECK_THROWS_WITH(forms_of({.forms = forms_number({.lemmas = "/nowhere/lemmas.tsv"})}),
                      Catch::StartsWith("--lemmas /nowhere/lemmas.tsv"));
}

TEST_CASE("counts under stems are exact however texts are shared out and merged") {
    static constexpr const char* kTexts[] = {"Lakes, the LAKE's lake; laked öfen", "otters otter",
                                             "", "An otter's lakes. Otters!",
                                             "walking walked walks WALK"};
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> expected;
    WordReader reader({});
    std::vector<Span> spans;
    for (const std::string_view text : kTexts) {
        std::set<std::string> seen;
        reader.read(text, spans);
        for (const Span span : spans) {
            std::string key;
            word_key(slice(text, span), Case::fold, forms_of(stemmed()), key);
            ++expected[key].first;
            if (seen.insert(key).second) ++expected[key].second;
        }
    }
    CHECK(expected["lake"] == std::pair<std::uint64_t, std::uint64_t>(5, 2));
    std::mt19937 random(3);
    for (int round = 0; round < 20; ++round) {
        std::vector<WordCounter> counters;
        for (int i = 0; i < 3; ++i) counters.emplace_back(stemmed());
        for (const std::string_view text : kTexts) {
            WordCounter& counter = counters[random() % counters.size()];
            const std::size_t cut = std::min(text.find(' '), text.size());
            counter.add(text.substr(0, cut));
            counter.add(text.substr(cut));
            counter.end_document();
        }
        WordTable all = counters[0].take_table();
        all.merge(counters[1].table());
        all.merge(counters[2].table());
        CHECK(all.types() == expected.size());
        for (const WordCount& word : all.ranked())
            CHECK(expected[std::string(word.word)] == std::pair(word.count, word.documents));
        counters[0].add("lakes");  // a table that was taken leaves one of the same kind
        CHECK(counters[0].table().ranked().front().word == "lake");
    }
}

TEST_CASE("threads stem at the same time") {
    const WordForms* const forms = forms_of(stemmed());
    std::vector<std::thread> threads;
    std::array<bool, 4> right{};
    for (std::size_t i = 0; i < right.size(); ++i)
        threads.emplace_back([&, i] {
            right[i] = true;
            for (int k = 0; k < 1000; ++k)
                right[i] = right[i] && applied(*forms, k % 2 == 0 ? "otters" : "consistency") ==
                                           (k % 2 == 0 ? "otter" : "consist");
        });
    for (std::thread& thread : threads) thread.join();
    for (const bool one : right) CHECK(one);
}
