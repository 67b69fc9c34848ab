// Tests of the list of abbreviations: what its lines may be, finding words, and its errors.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/abbreviations.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "analyze/base/error.hpp"

using namespace analyze;
using Class = AbbreviationClass;

namespace {

AbbreviationList list_of(std::string_view bytes) {
    return AbbreviationList(Resource("list", bytes));
}

}  // namespace

TEST_CASE("abbreviations: lines are a word and a class, comments and blank lines nothing") {
    const auto list = list_of(
        "\xEF\xBB\xBFMr. title\r\n# Dr. title\n\n  \t\nno.\t \tnumber  \ne.g. never\nOct. month\n"
        "p.m. final\nThe starter\n\u00C5r. title");
    CHECK(list.size() == 7);
    const struct {
        const char* word;
        Class kind;
    } cases[] = {
        {"Mr.", Class::title},     {"mr.", Class::none},  // a capital of the list does matter
        {"Mr", Class::none},       {"Mr.s", Class::none},   {"Dr.", Class::none},
        {"no.", Class::number},    {"No.", Class::number},  {"NO.", Class::none},
        {"e.g.", Class::never},    {"E.g.", Class::never},  {"Oct.", Class::month},
        {"P.m.", Class::final},    {"The", Class::starter}, {"\u00C5r.", Class::title},
        {"\u00E5r.", Class::none}, {"", Class::none},       {"#", Class::none},
    };
    for (const auto& c : cases) {
        CAPTURE(c.word);
        CHECK(list.find(c.word) == c.kind);
    }
    CHECK(list_of("").size() == 0);
    CHECK(list_of("# nothing").find("nothing") == Class::none);
    CHECK(list.find(std::string(100000, 'X')) == Class::none);
}

TEST_CASE("abbreviations: the order of lines does not matter, nor where the bytes are") {
    AbbreviationList list(Resource("list", std::string("z. title\na. never\nm. final")));
    const AbbreviationList moved = std::move(list);
    CHECK(moved.find("z.") == Class::title);
    CHECK(moved.find("a.") == Class::never);
    CHECK(moved.find("m.") == Class::final);
    // A capital at the start of what is longer than any abbreviation is not looked behind.
    const auto lengths = list_of("aaaaaaaaaaaaaaaaaaaaaaa. title\naaaaaaaaaaaaaaaaaaaaaaaa. never");
    CHECK(lengths.find("Aaaaaaaaaaaaaaaaaaaaaaa.") == Class::title);
    CHECK(lengths.find("aaaaaaaaaaaaaaaaaaaaaaaa.") == Class::never);
    CHECK(lengths.find("Aaaaaaaaaaaaaaaaaaaaaaaa.") == Class::none);
}

TEST_CASE("abbreviations: an error names the list, the line and what may stand there") {
    const struct {
        const char* bytes;
        const char* message;
    } cases[] = {
        {"Mr. title\nDr.\n", "list:2: no word with a class; "},
        {"Mr. title\n\n# x\n Dr. title", "list:4: no word with a class; "},
        {"Mr. lord", "list:1: no such class: lord; "},
        {"Mr. none", "list:1: no such class: none; "},
        {"Mr. title never", "list:1: no such class: title never; "},
        {"Mr. Title", "list:1: no such class: Title; "},
        {"Mr. title\nDr. title\nMr. never\n", "list:3: Mr. stands in the list twice; "},
    };
    for (const auto& c : cases) {
        CAPTURE(c.bytes);
        try {
            (void)list_of(c.bytes);
            FAIL_CHECK("nothing was thrown");
        } catch (const Error& error) {
            CHECK(error.fault() == Fault::resource);
            CHECK(error.what() ==
                  std::string(c.message).append("expected a word and one of title, never, "
                                                "number, month, final, starter"));
        }
    }
}
