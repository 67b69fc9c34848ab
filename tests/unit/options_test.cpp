// Tests of option lists: what each kind of option stores, refuses and tells of itself.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/options.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"

using namespace analyze;

TEST_CASE("each kind of option describes itself and stores what it is given") {
    OptionList list;
    bool quiet = false;
    std::string path = "out.txt";
    std::vector<std::string> globs, files;
    std::uint64_t top = 5;
    int shape = 1;
    list.flag("-q,--quiet", quiet, "say less");
    list.group("Output");
    list.text("--output", "FILE", path, "write there");
    Option& repeated = list.list("--include", "GLOB", globs, "only these");
    list.number("--top", "N", top, 1, 100, "the first N");
    list.choice("--shape", "SHAPE", shape, {{"round", 0}, {"square", 1}}, "the shape");
    list.operands("FILE", files);

    const auto& options = list.options();
    REQUIRE(options.size() == 5);
    CHECK(&options[2] == &repeated);  // where it was when it was added
    CHECK(options[0].group == "Options");
    CHECK(options[0].value.empty());
    CHECK(options[1].group == "Output");
    CHECK(options[1].fallback == "out.txt");
    CHECK(options[2].repeats);
    CHECK(options[3].fallback == "5");
    CHECK_FALSE(options[3].repeats);
    CHECK(options[4].choices == std::vector<std::string>{"round", "square"});
    CHECK(options[4].fallback == "square");
    CHECK(list.operand_name() == "FILE");
    CHECK(list.operand_target() == &files);

    options[0].store("");
    options[1].store("other");
    options[2].store("a");
    options[2].store("b");
    options[3].store("100");
    options[4].store("round");
    CHECK(quiet);
    CHECK(path == "other");
    CHECK(globs == std::vector<std::string>{"a", "b"});
    CHECK(top == 100);
    CHECK(shape == 0);
}

TEST_CASE("a number outside its limits is refused and changes nothing") {
    OptionList list;
    std::uint64_t some = 7, any = 7;
    list.number("--some", "N", some, 1, 9, "few");
    list.number("--any", "N", any, 2, UINT64_MAX, "many");
    for (const char* wrong : {"", "0", "10", "7x", "-3", "+3", " 4", "99999999999999999999"}) {
        CAPTURE(wrong);
        CHECK_THROWS_WITH(
            list.options()[0].store(wrong),
            "--some takes a whole number from 1 to 9, not '" + std::string(wrong) + "'");
    }
    CHECK_THROWS_WITH(list.options()[1].store("1"),
                      "--any takes a whole number from 2 up, not '1'");
    CHECK(some == 7);
    CHECK(any == 7);
    list.options()[1].store("18446744073709551615");
    CHECK(any == UINT64_MAX);
}

TEST_CASE("a mistyped word finds the nearest name, a strange one none") {
    const std::vector<std::string_view> names{"words", "entities", "sections", "report"};
    CHECK(nearest("wrods", names) == "words");
    CHECK(nearest("word", names) == "words");
    CHECK(nearest("entitys", names) == "entities");
    CHECK(nearest("secton", names) == "sections");
    CHECK(nearest("bananas", names).empty());
    CHECK(nearest("", names).empty());
    CHECK(nearest(std::string(100000, 'w'), names).empty());
}
