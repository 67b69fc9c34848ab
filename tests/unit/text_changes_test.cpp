// Tests of what is told as new, gone or changed from one side to the other.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/text_changes.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {

void put(WordTable& table, const std::string& word, std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) table.add(word, Case::fold);
}
ChangeRules all_words() {
    ChangeRules rules;
    rules.wanted = [](std::string_view) { return true; };
    return rules;
}
std::string shown(const std::vector<TextChange>& changes) {
    std::string out;
    for (const TextChange& change : changes)
        out += std::string(name_of(change.change)) + ' ' + change.item + ' ' +
               std::to_string(change.before) + '>' + std::to_string(change.after) +
               (change.type ? ' ' + std::string(name_of(*change.type)) : "") + '\n';
    return out;
}

}  // namespace

TEST_CASE("words and names: new, gone, more and less, and what is no sure change is left out") {
    TextChanges changes;
    TextChanges::Text before, after;
    for (const auto& [word, here, there] :
         {std::tuple("the", 100, 100), {"mill", 2, 60}, {"ferry", 70, 3}, {"a", 10, 13}}) {
        put(after.words, word, static_cast<std::uint64_t>(here));
        put(before.words, word, static_cast<std::uint64_t>(there));
    }
    put(after.words, "quay", 3);
    put(after.words, "bell", 3);
    put(before.words, "wheel", 1);
    before.words.end_document();
    after.words.end_document();
    before.names = {{EntityType::gpe, "Averley", 1}, {EntityType::org, "Averley", 2}};
    after.names = {{EntityType::gpe, "Averley", 4}, {EntityType::person, "Anna Holt", 2}};
    changes.add(kAfter, after);
    changes.add(kBefore, before);
    CHECK(shown(changes.of_words(all_words())) ==
          "new bell 0>3\nnew quay 0>3\ngone wheel 1>0\nmore ferry 3>70\nless mill 60>2\n");
    CHECK(shown(changes.of_names(all_words())) == "new Anna Holt 0>2 PERSON\n");
    ChangeRules rules = all_words();
    rules.level = 1;
    CHECK(shown(changes.of_names(rules)) == "new Anna Holt 0>2 PERSON\nmore Averley 3>4 GPE\n");
    rules.min_count = 4;
    rules.wanted = [](std::string_view word) { return word != "mill"; };
    CHECK(shown(changes.of_words(rules)) == "more ferry 3>70\nless a 13>10\nless the 100>100\n");
    const TextChange ferry = changes.of_words(rules).front();
    CHECK(ferry.log_ratio > 4);  // after against before
    CHECK(ferry.texts_after == 1);
}

TEST_CASE("a side without words: all of the other is new or gone, and nothing is tested") {
    TextChanges changes;
    TextChanges::Text text;
    put(text.words, "quay", 1);
    put(text.words, "tide", 2);
    text.words.end_document();
    changes.add(kBefore, text);
    changes.add(kAfter, {});
    const std::vector<TextChange> found = changes.of_words(all_words());
    CHECK(shown(found) == "gone tide 2>0\ngone quay 1>0\n");
    CHECK_FALSE(found[0].adjusted_p <= 1);
}

TEST_CASE("sections are the same, changed, new or gone") {
    const auto make = [](std::vector<std::pair<const char*, const char*>> sections) {
        TextChanges::Text text;
        for (const auto& [heading, words] : sections) {
            SectionWords::Section& section = text.sections.sections.emplace_back();
            section.heading = heading;
            for (const char* c = words; *c != 0; ++c)
                section.words.push_back(text.sections.keys.find_or_add({c, 1}));
        }
        return text;
    };
    TextChanges changes;
    changes.add(kBefore, make({{"", "abc"}, {"1 Crew", "abcd"}, {"2 Harbour", "xy"}}));
    changes.add(kAfter, make({{"", "cab"}, {"Costs", "pq"}, {"Crew", "abce"}}));
    CHECK(shown(changes.of_sections(all_words())) ==
          "new Costs 0>2\nchanged 1 Crew 4>4\ngone 2 Harbour 2>0\n");
    ChangeRules rules = all_words();
    rules.similar = 0.75;
    CHECK(shown(changes.of_sections(rules)) == "new Costs 0>2\ngone 2 Harbour 2>0\n");
}
