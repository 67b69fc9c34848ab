// Tests of the learner on toy tasks: what it learns, from what is known in part, the same each time.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/training/learner.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {

constexpr std::uint64_t kO = 1;
std::uint64_t bit(Part part, std::size_t type) {
    return std::uint64_t{1} << tag_of(part, type);
}

/// Features: 0 a word that is no name, 1 a name of type 0, 2 and 3 the parts of one of type 1.
Examples toy(std::uint64_t unknown) {
    Examples examples;
    for (int i = 0; i < 20; ++i) {
        examples.sentences.push_back({examples.allowed.size(), 5, 1});
        examples.add_unit({0}, kO);
        examples.add_unit({1}, bit(Part::single, 0) | (i % 2 == 0 ? unknown : 0));
        examples.add_unit({0}, kO);
        examples.add_unit({2}, bit(Part::begin, 1));
        examples.add_unit({3}, bit(Part::end, 1));
    }
    return examples;
}

Weights learnt(const Examples& examples, LearnOptions options = {}) {
    return learn(examples, examples.sentences, 4, options, {}, [](const std::string&) {});
}

std::string tags(const Weights& weights, const std::vector<std::uint32_t>& features) {
    Examples examples;
    for (const std::uint32_t feature : features) examples.add_unit({feature}, 0);
    const TrainingSentence sentence{0, static_cast<std::uint32_t>(features.size()), 1};
    std::vector<float> scores;
    score(examples, sentence, weights, scores);
    TagDecoder decoder;
    std::vector<Found> found;
    decoder.decode(weights.transitions, scores.data(), features.size(), found);
    std::string out;
    for (const Found& name : found)
        out += std::to_string(name.first) + '-' + std::to_string(name.end) + ':' +
               std::to_string(name.type) + ' ';
    return out;
}

}  // namespace

TEST_CASE("a toy task is learnt, also in orders that were not shown") {
    const Weights weights = learnt(toy(0));
    CHECK(tags(weights, {0, 1, 0, 2, 3}) == "1-2:0 3-5:1 ");
    CHECK(tags(weights, {2, 3, 1, 0}) == "0-2:1 2-3:0 ");
    CHECK(weights.rows.size() == 4 * kWidth);
}

TEST_CASE("one round teaches something too: its weights are averaged") {
    const Weights weights = learnt(toy(0), {.epochs = 1});
    CHECK(tags(weights, {0, 1, 0, 2, 3}) == "1-2:0 3-5:1 ");
}

TEST_CASE("what labels leave open is settled by the sentences that do not") {
    const std::uint64_t open = kO | bit(Part::single, 2) | bit(Part::single, 3);
    CHECK(tags(learnt(toy(open)), {0, 1, 0}) == "1-2:0 ");
}

TEST_CASE("the same input gives the same weights; another seed or dropout others") {
    const Examples examples = toy(kO | bit(Part::single, 2));
    const Weights one = learnt(examples);
    CHECK(learnt(examples).rows == one.rows);
    CHECK(learnt(examples).transitions.floats() == one.transitions.floats());
    CHECK(learnt(examples, {.seed = 2}).rows != one.rows);
    const Weights dropped = learnt(examples, {.dropout = 0.3F});
    CHECK(dropped.rows != one.rows);
    CHECK(tags(dropped, {0, 1, 0, 2, 3}) == "1-2:0 3-5:1 ");
}

TEST_CASE("transitions can be left as they are, and every epoch is told") {
    const Examples examples = toy(0);
    Weights start;
    start.transitions.border[0][1] = 0.5F;
    std::vector<std::string> told;
    const Weights weights =
        learn(examples, examples.sentences, 4, {.epochs = 4, .learn_transitions = false}, start,
              [&](const std::string& line) { told.push_back(line); });
    CHECK(weights.transitions.floats() == start.transitions.floats());
    REQUIRE(told.size() == 4);
    CHECK_THAT(told[0], Catch::StartsWith("epoch 1 loss "));
    CHECK(learn(examples, examples.sentences, 4, {}, {}, [](const std::string&) {
          }).transitions.floats() != Transitions().floats());
}

TEST_CASE("a sentence that weighs nothing and an empty one teach nothing") {
    Examples examples = toy(0);
    for (TrainingSentence& sentence : examples.sentences) sentence.weight = 0;
    examples.sentences.push_back({examples.allowed.size(), 0, 1});
    const Weights weights = learnt(examples);
    CHECK(weights.rows == std::vector<float>(4 * kWidth, 0.0F));
    CHECK(weights.transitions.floats() == Transitions().floats());
}

TEST_CASE("scores are sums of the rows on what there was before") {
    Examples examples;
    examples.add_unit({1, 0}, 0);
    examples.add_unit({}, 0);
    examples.base.assign(2 * kStride, 10);
    Weights weights;
    weights.rows.assign(2 * kWidth, 1);
    weights.rows[kWidth + 3] = 5;
    std::vector<float> scores;
    score(examples, {0, 2, 1}, weights, scores);
    REQUIRE(scores.size() == 2 * kStride);
    CHECK(scores[0] == 12);
    CHECK(scores[3] == 16);
    CHECK(scores[kStride] == 10);
    score(examples, {1, 1, 1}, weights, scores);
    CHECK(scores.size() == kStride);
    CHECK(scores[3] == 10);
}
