// Tests of distributions of lengths: worked by hand.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/lengths.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

TEST_CASE("lengths have a mean, a spread and quantiles") {
    Lengths lengths;
    for (const unsigned length : {7U, 1U, 3U, 3U}) lengths.add(length);
    CHECK(lengths.count() == 4);
    CHECK(lengths.sum() == 14);
    CHECK(lengths.mean() == Approx(3.5));
    // squares of 3.5, 2.5, 0.5, 0.5: 19 / 3
    CHECK(lengths.standard_deviation() == Approx(2.5166114784235833));
    // R: quantile(c(1, 3, 3, 7)) is 1.0 2.5 3.0 4.0 7.0
    const double expected[] = {1, 2.5, 3, 4, 7};
    for (int i = 0; i < 5; ++i) CHECK(lengths.quantile(i / 4.0) == Approx(expected[i]));
}

TEST_CASE("lengths without enough to measure have no value") {
    Lengths lengths;
    CHECK_FALSE(lengths.mean());
    CHECK_FALSE(lengths.standard_deviation());
    CHECK_FALSE(lengths.quantile(0.5));
    lengths.add(5);
    CHECK(lengths.mean() == 5.0);
    CHECK_FALSE(lengths.standard_deviation());
    CHECK(lengths.quantile(0.5) == 5.0);
}

TEST_CASE("merged lengths are those of all together") {
    Lengths one, other, all;
    for (unsigned i = 0; i < 20; ++i) {
        (i % 3 == 0 ? one : other).add(i * i % 7, i);
        all.add(i * i % 7, i);
    }
    one.merge(other);
    CHECK(one.count() == all.count());
    CHECK(one.standard_deviation() == all.standard_deviation());
    for (int i = 0; i <= 10; ++i) CHECK(one.quantile(i / 10.0) == all.quantile(i / 10.0));
}
