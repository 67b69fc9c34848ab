// Tests of the format table.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/report/writer.hpp"

#include <catch2/catch.hpp>

namespace analyze {

TEST_CASE("every format has a name that leads back to it, and a writer") {
    CHECK(format_names() == std::vector<std::string_view>{"text", "json", "jsonl", "csv", "tsv"});
    for (const std::string_view name : format_names()) {
        REQUIRE(format_named(name));
        CHECK(name_of(*format_named(name)) == name);
        CHECK(make_writer(*format_named(name), {}));
    }
    CHECK_FALSE(format_named("JSON"));
    CHECK_FALSE(format_named(""));
}

}  // namespace analyze
