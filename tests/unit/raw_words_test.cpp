// Tests of counts of raw words against a map: short and long words, growth, flushes, types.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/analysis/raw_words.hpp"

#include <catch2/catch.hpp>
#include <map>

using namespace analyze;
using namespace analyze::tally;

namespace {

using Counts = std::map<std::string, std::uint64_t>;

void count(RawWords& raw, const std::vector<std::string>& words) {
    std::string bytes;
    std::vector<std::uint16_t> edges;
    for (const std::string& word : words) {
        edges.push_back(static_cast<std::uint16_t>(bytes.size()));
        bytes += word;
        edges.push_back(static_cast<std::uint16_t>(bytes.size()));
    }
    const std::size_t used = words.size();
    edges.resize(edges.size() + 2 * kSlack);
    raw.count((bytes + std::string(kShortWord, '.')).data(), edges.data(), used);
}

/// Words get numbers when they are first resolved; `asked` counts how often that was.
struct Types {
    std::vector<std::string> words;
    std::size_t asked = 0;
    Counts flush(RawWords& raw) {
        Counts counts;
        raw.flush(
            [this](std::string_view word) {
                ++asked;
                if (word == "no") return kNoWord;
                words.emplace_back(word);
                return static_cast<std::uint32_t>(words.size() - 1);
            },
            [&](std::uint32_t type, std::uint64_t number) { counts[words.at(type)] += number; });
        return counts;
    }
};

}  // namespace

TEST_CASE("words of any length are counted, and a flush begins anew") {
    for (const Kernel kernel : usable_kernels()) {
        CAPTURE(name_of(kernel));
        RawWords raw(kernel);
        Types types;
        const std::string sixteen = "sixteenletterswo", seventeen = "seventeen letters";
        REQUIRE(sixteen.size() == kShortWord);
        count(raw, {"a", "ab", "a", "no", sixteen, seventeen, sixteen + 'x', seventeen, "ab"});
        count(raw, {"ab", "no", seventeen});
        CHECK(types.flush(raw) ==
              Counts{{"a", 2}, {"ab", 3}, {sixteen, 1}, {seventeen, 3}, {sixteen + 'x', 1}});
        CHECK(types.flush(raw).empty());
        CHECK(types.asked == 6);
        count(raw, {"ab", "no", "b", seventeen});
        CHECK(types.flush(raw) == Counts{{"ab", 1}, {"b", 1}, {seventeen, 1}});
        CHECK(types.asked == 7);  // only the new one: a word keeps its type
    }
}

TEST_CASE("what is discarded was never counted; forgotten types are asked for again") {
    RawWords raw(Kernel::portable);
    Types types;
    const std::string longer(40, 'l');
    count(raw, {"a", longer, "a"});
    raw.discard();
    CHECK(types.flush(raw).empty());
    count(raw, {"a", longer});
    CHECK(types.flush(raw) == Counts{{"a", 1}, {longer, 1}});
    CHECK(types.asked == 2);
    raw.forget_types();
    count(raw, {longer, "a", longer});
    CHECK(types.flush(raw) == Counts{{"a", 1}, {longer, 2}});
    CHECK(types.asked == 4);
}

TEST_CASE("tables grow between and within flushes without losing a count or a type") {
    for (const Kernel kernel : usable_kernels()) {
        RawWords raw(kernel);
        Types types;
        Counts expected;
        for (int round = 0; round < 30; ++round) {
            std::vector<std::string> words;
            for (int i = 0; i < 700; ++i) {
                // old and new ones; one in seven is long
                const int number = i % 2 == 0 ? round * 700 + i : i * 31 % (round * 700 + 1);
                words.push_back(std::to_string(number) +
                                std::string(number % 7 == 0 ? 17U : 1U, 'w'));
                ++expected[words.back()];
            }
            count(raw, words);
            if (round % 10 != 9) continue;
            CAPTURE(name_of(kernel), round);
            CHECK((types.flush(raw) == expected));
            expected.clear();
        }
        CHECK(types.asked == types.words.size());
        std::sort(types.words.begin(), types.words.end());
        CHECK((std::adjacent_find(types.words.begin(), types.words.end()) == types.words.end()));
    }
}
