// Tests of the options and columns of dispersion.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/word_dispersion.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {

/// Three texts of four words.
WordPlaces three_texts() {
    WordPlaces places({});
    const char* texts[] = {"lake lake shore otter", "lake weir weir weir",
                           "lake shore otter otter"};
    for (std::size_t i = 0; i < std::size(texts); ++i) {
        places.add(texts[i]);
        places.end_document(i);
    }
    places.arrange();
    return places;
}

}  // namespace

TEST_CASE("--parts alone asks for dispersion") {
    DispersionOptions options;
    OptionList list;
    options.declare(list);
    CHECK_FALSE(options.on());
    CHECK(options.fields().empty());
    CHECK(parse(list, {"--parts", "4"}, "words") == Asked::run);
    CHECK(options.on());
    CHECK(options.parts() == 4);
    REQUIRE(options.fields().size() == 2);
    CHECK(options.fields()[0].second == Value("parts"));
    CHECK(options.fields()[1].second == Value(std::int64_t{4}));
}

TEST_CASE("the cells are the columns, over texts and over equal parts") {
    const WordPlaces read = three_texts();
    const DispersionView texts(read, 0);
    CHECK(texts.parts() == 3);
    const std::vector<Value> cells = texts.cells("weir");
    REQUIRE(cells.size() == dispersion_columns(true).size());
    CHECK(cells[0] == Value(std::int64_t{1}));             // range: one text
    CHECK(std::get<double>(cells[2]) == Approx(2.0 / 3));  // DP: |1/3-0|·2 + |1/3-1|, half
    CHECK(std::get<double>(cells[3]) == Approx(1.0));      // DPnorm: as uneven as can be
    CHECK(texts.cells("lake")[0] == Value(std::int64_t{3}));
    const DispersionView halves(read, 2);
    CHECK(halves.parts() == 2);
    CHECK(halves.cells("lake")[0] == Value(std::int64_t{2}));
    CHECK(halves.places("otter").size() == 3);
    CHECK(halves.cells("heron")[0] == Value(std::int64_t{0}));
}
