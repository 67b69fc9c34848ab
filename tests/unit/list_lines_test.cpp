// Tests of the lines of a list: numbered, without marks and line feeds, refused where not UTF-8.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/analysis/list_lines.hpp"

#include <catch2/catch.hpp>

#include "scratch_folder.hpp"

using namespace analyze;
using namespace scratch_folder;

namespace {

/// "1:line|2:line|"
std::string shown(const std::string& bytes) {
    std::string out;
    for_lines(Resource("list.txt", bytes), [&](std::size_t number, std::string_view line) {
        out += std::to_string(number) + ':' + std::string(line) + '|';
    });
    return out;
}

}  // namespace

TEST_CASE("list lines: each once, in order, blank ones and carriage returns too") {
    CHECK(shown("").empty());
    CHECK(shown("a") == "1:a|");
    CHECK(shown("a\n") == "1:a|");
    CHECK(shown("a\n\nb\r\n") == "1:a|2:|3:b\r|");
    CHECK(shown("\xEF\xBB\xBF# a\nb") == "1:# a|2:b|");
}

TEST_CASE("list lines: what is not UTF-8 is refused with its line, before any is used") {
    int used = 0;
    const std::string message = failure(Fault::resource, [&] {
        for_lines(Resource("list.txt", std::string("a\nb\n\xE9t\xE9")),
                  [&](std::size_t, std::string_view) { ++used; });
    });
    CHECK(message == "list.txt:3: not UTF-8; save the list as UTF-8");
    CHECK(used == 0);
    CHECK(std::string(list_error(Resource("x", std::string()), 7, "no").what()) == "x:7: no");
}
