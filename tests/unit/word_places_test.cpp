// Tests of the places of words: the same however texts are shared out.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/word_places.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace analyze;

namespace {

std::vector<std::uint64_t> of(const WordPlaces& places, std::string_view key) {
    const Places found = places.of(key);
    return {found.begin(), found.end()};
}

}  // namespace

TEST_CASE("places count all texts in the order of their numbers") {
    WordPlaces places({});
    places.add("The lake, the ");
    places.add("shore.");
    places.end_document(1);
    places.add("half a text that fails");
    places.discard_document();
    places.add("A lake's Öre");
    places.end_document(0);
    places.arrange();
    CHECK(places.words() == 7);
    CHECK(places.text_sizes() == std::vector<std::uint64_t>{3, 4});
    CHECK(of(places, "lake") == std::vector<std::uint64_t>{1, 4});
    CHECK(of(places, "the") == std::vector<std::uint64_t>{3, 5});
    CHECK(of(places, "öre") == std::vector<std::uint64_t>{2});
    CHECK(of(places, "half").empty());
    CHECK(of(places, "otter").empty());
}

TEST_CASE("any way of sharing texts out gives the same places") {
    static constexpr const char* kTexts[] = {"lake shore lake",        "",          "otter",
                                             "shore lake otter otter", "weir lake", "Lake LAKE"};
    WordPlaces whole({});
    for (std::size_t i = 0; i < std::size(kTexts); ++i) {
        whole.add(kTexts[i]);
        whole.end_document(i);
    }
    whole.arrange();
    std::mt19937 random(4);
    for (int round = 0; round < 20; ++round) {
        std::vector<WordPlaces> benches;
        for (int i = 0; i < 3; ++i) benches.emplace_back(WordDefinition{});
        for (std::size_t i = std::size(kTexts); i-- > 0;) {
            WordPlaces& bench = benches[random() % benches.size()];
            bench.add(kTexts[i]);
            bench.end_document(i);
        }
        benches[1].merge(benches[2]);
        benches[0].merge(benches[1]);
        benches[0].arrange();
        CHECK(benches[0].text_sizes() == whole.text_sizes());
        for (const char* word : {"lake", "shore", "otter", "weir"})
            CHECK(of(benches[0], word) == of(whole, word));
    }
}
