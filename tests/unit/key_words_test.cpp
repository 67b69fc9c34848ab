// Tests of which words are tested, listed and in which order.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/key_words.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"

using namespace analyze;

namespace {

Contrast sample() {
    Contrast contrast;
    for (const auto& [word, here, there] : {std::tuple("ferry", 40, 5),
                                            {"quay", 3, 0},
                                            {"bell", 3, 0},
                                            {"mill", 1, 30},
                                            {"wheel", 0, 4},
                                            {"both", 10, 20},
                                            {"the", 43, 141}}) {
        contrast.add(Side::target, word, static_cast<std::uint64_t>(here), 2);
        contrast.add(Side::reference, word, static_cast<std::uint64_t>(there), 5);
    }
    return contrast;  // 100 against 200 words
}
const auto every = [](std::string_view) { return true; };

struct Listed {
    std::string positive = {}, negative = {};
    std::uint64_t tested;
};
Listed list(const KeyWordChoice& choice, std::uint64_t min_count = 1,
            const std::function<bool(std::string_view)>& wanted = every) {
    const Contrast contrast = sample();
    const auto rows = contrast.rows();
    const KeyWords keys = find_key_words(contrast, rows, choice, min_count, wanted);
    Listed listed{.tested = keys.tested};
    for (const KeyWord& key : keys.positive) listed.positive.append(rows[key.row].word) += ' ';
    for (const KeyWord& key : keys.negative) listed.negative.append(rows[key.row].word) += ' ';
    return listed;
}
KeyWordChoice chosen(const std::vector<std::pair<std::string, std::string>>& given) {
    static KeyWordChoice choice;  // the list holds on to it
    choice = {};
    OptionList options;
    declare_key_words(options, choice);
    for (const auto& [name, value] : given)
        for (const Option& option : options.options())
            if (option.names == name) option.store(value);
    return choice;
}

}  // namespace

TEST_CASE("words of either direction, the strongest first, equal ones by their bytes") {
    const Listed listed = list({});
    CHECK(listed.positive == "ferry bell quay ");
    CHECK(listed.negative == "the mill wheel ");
    CHECK(listed.tested == 7);  // "both" is tested, and in neither list
    CHECK(list(chosen({{"--sort", "word"}})).negative == "mill the wheel ");
    CHECK(list(chosen({{"--sort", "log-ratio"}})).negative == "mill wheel the ");
    CHECK(list(chosen({{"--sort", "percent-difference"}})).negative == "wheel mill the ");
    CHECK(list(chosen({{"--sort", "odds-ratio"}})).positive == "bell quay ferry ");
    CHECK(list(chosen({{"--sort", "count"}})).negative == "the mill wheel ");
    CHECK(list(chosen({{"--sort", "reference-count"}})).negative == "the mill wheel ");
    CHECK(list(chosen({{"--sort", "p"}})).positive == "ferry bell quay ");
}

TEST_CASE("thresholds change what is listed and nothing else") {
    CHECK(list(chosen({{"--min", "log-ratio=1"}})).negative == "mill wheel ");
    CHECK(list(chosen({{"--max", "p=0.001"}})).positive == "ferry ");
    const Listed some = list(chosen({{"--min", "count=3"}, {"--max", "reference-count=0"}}));
    CHECK(some.positive == "bell quay ");
    CHECK(some.negative == "");
    CHECK(some.tested == 7);
    CHECK(list({}, 4).positive == "ferry ");           // 3 of bell and quay are too few
    CHECK(list({}, 4).negative == "the mill wheel ");  // 4 in the reference are enough
    CHECK(list({}, 4).tested == 5);
    CHECK(list({}, 1, [](std::string_view word) { return word != "ferry"; }).tested == 6);
    for (const char* wrong : {"", "p", "p=", "p=x", "p=1x", "p=inf", "=1", "word=1", "ratio=1"}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(chosen({{"--min", wrong}}), Error);
    }
}

TEST_CASE("a side without words leaves nothing to test") {
    Contrast contrast;
    contrast.add(Side::target, "quay", 3, 1);
    const KeyWords keys = find_key_words(contrast, contrast.rows(), {}, 1, every);
    CHECK(keys.tested == 0);
    CHECK(keys.positive.empty());
}

TEST_CASE("stars of adjusted p-values") {
    CHECK(stars(0.05).empty());
    CHECK(stars(0.049) == "*");
    CHECK(stars(0.0099) == "**");
    CHECK(stars(0) == "***");
}
