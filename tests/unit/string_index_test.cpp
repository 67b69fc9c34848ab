// Tests of numbering strings.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/base/string_index.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <string>

using analyze::StringIndex;

TEST_CASE("string index: as a map from string to number does") {
    std::mt19937 random(6);
    StringIndex index;
    std::map<std::string, std::uint32_t> expected;
    for (int i = 0; i < 50000; ++i) {
        std::string key(random() % (i % 100 == 0 ? 90000 / (1 + static_cast<unsigned>(i)) + 40 : 5),
                        'a');
        for (char& c : key) c = static_cast<char>(random() % 7);
        const auto number = static_cast<std::uint32_t>(expected.size());
        const auto [entry, added] = expected.try_emplace(key, number);
        REQUIRE(index.find_or_add(key) == entry->second);
    }
    CHECK(index.size() == expected.size());
    const StringIndex moved = std::move(index);
    for (const auto& [key, number] : expected) REQUIRE(moved[number] == key);
}
