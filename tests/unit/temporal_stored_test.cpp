// Tests of the stored form of a table: the same table comes back, and damage is told.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/analysis/temporal_stored.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "analyze/resources/resource.hpp"

using namespace analyze;
using namespace analyze::temporal;

TEST_CASE("the embedded tables are the compiled form of data/temporal") {
    for (const std::string name : {"temporal/en.table", "temporal/de.table"}) {
        const std::string path = std::string(PROJECT_DIR) + "/data/" + name;
        const std::string stored = stored_form(compile_table(read_file(path), path));
        CHECK(is_stored(stored));
        CHECK(load_resource(name).bytes() == stored);
        CHECK(stored_form(read_stored(stored, name)) == stored);
    }
}

TEST_CASE("text is not taken for a stored form") {
    CHECK_FALSE(is_stored(""));
    CHECK_FALSE(is_stored("[settings]\norder: day-first\n"));
}

TEST_CASE("a damaged stored form is refused by name") {
    const std::string good =
        stored_form(compile_table("[thing]\n1: one, two words\n[rules]\nCARDINAL: thing\n", "t"));
    REQUIRE_NOTHROW(read_stored(good, "t"));
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 0x41);
        CHECK_THROWS_AS(read_stored(bad, "t"), Error);
        CHECK_THROWS_AS(read_stored(std::string_view(good).substr(0, i), "t"), Error);
    }
    CHECK_THROWS_WITH(read_stored(good + "x", "dir/en.table"),
                      Catch::Matchers::StartsWith("dir/en.table: "));
}
