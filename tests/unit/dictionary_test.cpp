// Tests of numbering feature keys by how often they were met.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/training/dictionary.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

TEST_CASE("keys met often enough are numbered in their order, the others are absent") {
    Dictionary dictionary;
    const std::uint64_t far = std::uint64_t{1} << 22;  // shares its slot with 5
    for (const std::uint64_t key : {std::uint64_t{9}, far + 5, std::uint64_t{5}, std::uint64_t{9},
                                    far + 5, std::uint64_t{7}, std::uint64_t{5}})
        dictionary.count(key);
    CHECK(dictionary.number(2) == 3);
    CHECK(dictionary.keys() == std::vector<std::uint64_t>{5, 9, far + 5});
    CHECK(dictionary[5] == 0);
    CHECK(dictionary[9] == 1);
    CHECK(dictionary[far + 5] == 2);
    CHECK(dictionary[7] == HashView::kAbsent);   // once only
    CHECK(dictionary[11] == HashView::kAbsent);  // never
}

TEST_CASE("a dictionary without keys") {
    Dictionary dictionary;
    CHECK(dictionary.number(1) == 0);
    CHECK(dictionary[1] == HashView::kAbsent);
}
