// Tests of options in words: names, explanations, groups, usage, paragraphs, what can be completed.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/option_text.hpp"

#include <catch2/catch.hpp>

using namespace analyze;
using Words = std::vector<std::string_view>;

TEST_CASE("the names of an option, and its help with what may be given") {
    Option option;
    option.names = "-f,--format";
    option.help = "how it looks";
    CHECK(names_of(option) == Words{"-f", "--format"});
    CHECK(explained(option) == "how it looks");
    option.fallback = "text";
    CHECK(explained(option) == "how it looks (default text)");
    option.choices = {"text", "json"};
    CHECK(explained(option) == "how it looks (text, json; default text)");
    option.fallback.clear();
    CHECK(explained(option) == "how it looks (text, json)");
}

TEST_CASE("a phrase becomes a sentence; what is no small ASCII letter stays") {
    CHECK(sentence("count words") == "Count words.");
    CHECK(sentence("UAX #29") == "UAX #29.");
    CHECK(sentence("éa") == "éa.");
    CHECK(sentence("zoo") == "Zoo.");
    CHECK(sentence("{a") == "{a.");
    CHECK(sentence("") == ".");
}

TEST_CASE("options stand by group in the order of the groups' first options, help at the end") {
    bool on = false;
    OptionList list;
    list.group("Input");
    list.flag("-a", on, "first");
    list.group("Output");
    list.flag("-b", on, "second");
    list.group("Input");
    list.flag("-c", on, "third");
    const auto groups = groups_of({.options = &list});
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].name == "Input");
    REQUIRE(groups[0].options.size() == 2);
    CHECK(groups[0].options[1].names == "-c");
    CHECK(groups[1].name == "Output");
    CHECK(groups[2].name == "Help");
    CHECK(groups[2].options.size() == 3);
    CHECK(groups_of({}).size() == 1);
}

TEST_CASE("usage names the command and its operands") {
    using Lines = std::vector<std::string>;
    std::vector<std::string> files;
    OptionList list;
    CHECK(usage_of({.name = "words"}, "…") == Lines{"analyze words [OPTION…]"});
    CHECK(usage_of({.name = "words", .options = &list}, "…") == Lines{"analyze words [OPTION…]"});
    list.operands("FILE", files);
    CHECK(usage_of({.name = "words", .options = &list}, "...") ==
          Lines{"analyze words [OPTION...] [FILE...]"});
    CHECK(usage_of({.options = &list}, "…") ==
          Lines{"analyze COMMAND [OPTION…] [FILE…]", "analyze [OPTION…] [FILE…]"});
    list.ways({"NODE [FILE…]", "--all [FILE…]"});
    CHECK(usage_of({.name = "words", .options = &list}, "...") ==
          Lines{"analyze words [OPTION...] NODE [FILE...]",
                "analyze words [OPTION...] --all [FILE...]"});
}

TEST_CASE("a text falls into paragraphs, and those into lines") {
    CHECK(paragraphs_of("\na\nb\n\n\n\n c\n d\n") == Words{"a\nb", " c\n d"});
    CHECK(paragraphs_of("").empty());
    CHECK(paragraphs_of("\n\n\n").empty());
    CHECK(lines_of("a\n\nb") == Words{"a", "", "b"});
    CHECK(lines_of("") == Words{""});
    CHECK(is_sample(" c\n d"));
    CHECK_FALSE(is_sample(" c\nd"));
    CHECK_FALSE(is_sample(" c\n\n d"));
    CHECK_FALSE(is_sample(""));
}

TEST_CASE("what the shell completes is told by the choices, else by the name of the value") {
    const std::pair<const char*, Completes> cases[] = {
        {"FILE", Completes::files},      {"LIST", Completes::files},   {"REF", Completes::files},
        {"DIR", Completes::directories}, {"GLOB", Completes::nothing}, {"", Completes::nothing}};
    for (const auto& [value, expected] : cases) {
        Option option;
        option.value = value;
        CAPTURE(value);
        CHECK(completes(option) == expected);
        option.choices = {"one"};
        CHECK(completes(option) == Completes::choices);
    }
}

TEST_CASE("every exit status and environment variable has its meaning, once") {
    for (const auto* list : {&exit_statuses(), &environment_variables()})
        for (const Meaning& meaning : *list) {
            CAPTURE(meaning.name);
            CHECK_FALSE(meaning.text.empty());
            CHECK_FALSE(meaning.text.ends_with('.'));
            CHECK(std::count_if(list->begin(), list->end(), [&](const Meaning& other) {
                      return other.name == meaning.name;
                  }) == 1);
        }
    CHECK(exit_statuses().size() == 3);
}
