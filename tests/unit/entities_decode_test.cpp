// Tests of the tag search against all paths, written out.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_decode.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace analyze;

namespace {

constexpr std::size_t kNone = 99;

std::size_t type_of(std::size_t tag) {
    return (tag - 1) % kTypes;
}
Part part_of(std::size_t tag) {
    return static_cast<Part>((tag - 1) / kTypes);
}
bool opens(std::size_t tag) {
    return tag == 0 || part_of(tag) == Part::begin || part_of(tag) == Part::single;
}
bool closes(std::size_t tag) {
    return tag == 0 || part_of(tag) == Part::end || part_of(tag) == Part::single;
}
std::size_t border(std::size_t tag) {
    return tag == 0 ? 0 : 1 + type_of(tag);
}

/// The score of a path, or -infinity.
double path_score(const Transitions& t, const std::vector<float>& scores,
                  const std::vector<std::size_t>& path) {
    double sum = 0;
    std::size_t before = kNone;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const std::size_t tag = path[i];
        sum += double{scores[i * kStride + tag]};
        if (before == kNone) {
            if (!opens(tag)) return -HUGE_VAL;
            sum += double{t.first[border(tag)]};
        } else if (closes(before)) {
            if (!opens(tag)) return -HUGE_VAL;
            sum += double{t.border[border(before)][border(tag)]};
        } else {
            if (opens(tag) || type_of(tag) != type_of(before)) return -HUGE_VAL;
            const std::size_t from = part_of(before) == Part::begin ? 0 : 2;
            sum += double{t.within[type_of(tag)][from + (part_of(tag) == Part::end ? 1 : 0)]};
        }
        before = tag;
    }
    if (!closes(before)) return -HUGE_VAL;
    return sum + double{t.last[border(before)]};
}

template <typename Use>
void for_paths(std::size_t units, Use&& use) {
    std::vector<std::size_t> path(units, 0);
    while (true) {
        use(path);
        std::size_t i = 0;
        while (i < units && ++path[i] == kTags) path[i++] = 0;
        if (i == units) return;
    }
}

}  // namespace

TEST_CASE("the best path and the marginals are those of all paths written out") {
    std::mt19937 random(7);
    std::normal_distribution<float> normal(0, 2);
    for (const std::size_t units : {1U, 2U, 3U}) {
        Transitions t;
        for (auto& row : t.border)
            for (float& value : row) value = normal(random);
        for (float& value : t.first) value = normal(random);
        for (float& value : t.last) value = normal(random);
        for (auto& row : t.within)
            for (float& value : row) value = normal(random);
        std::vector<float> scores(units * kStride);
        for (float& value : scores) value = normal(random);

        std::vector<std::size_t> best;
        double best_score = -HUGE_VAL, sum = 0;
        std::vector<double> marginal(units * kStride);
        for_paths(units, [&](const std::vector<std::size_t>& path) {
            const double score = path_score(t, scores, path);
            if (score > best_score) {
                best_score = score;
                best = path;
            }
            sum += std::exp(score);
            for (std::size_t i = 0; i < units; ++i)
                marginal[i * kStride + path[i]] += std::exp(score);
        });

        TagDecoder decoder;
        std::vector<double> result;
        const double log_sum =
            decoder.marginals(StepFactors(t), scores.data(), units, nullptr, result, nullptr);
        CHECK(log_sum == Approx(std::log(sum)).epsilon(1e-5));
        for (std::size_t i = 0; i < units; ++i)
            for (std::size_t y = 0; y < kTags; ++y)
                CHECK(result[i * kStride + y] ==
                      Approx(marginal[i * kStride + y] / sum).margin(1e-6));

        // The probability of a name of all units, or of the first one alone.
        const auto all_units = static_cast<std::uint32_t>(units);
        for (const Found& name : {Found{0, all_units, 4, 1}, Found{0, 1, 2, 1}}) {
            double share = 0;
            for_paths(units, [&](const std::vector<std::size_t>& path) {
                bool same = true;
                for (std::size_t i = 0; i < name.end; ++i)
                    same = same && path[i] == tag_of(name.end == 1       ? Part::single
                                                     : i == 0            ? Part::begin
                                                     : i + 1 == name.end ? Part::end
                                                                         : Part::inside,
                                                     name.type);
                if (same) share += std::exp(path_score(t, scores, path)) / sum;
            });
            CHECK(decoder.probability(StepFactors(t), name) ==
                  Approx(share).margin(1e-9).epsilon(1e-4));
        }

        std::vector<Found> found;
        decoder.decode(t, scores.data(), units, found);
        std::vector<std::size_t> tags(units, 0);
        for (const Found& name : found) {
            REQUIRE(name.first < name.end);
            REQUIRE(name.end <= units);
            for (std::size_t i = name.first; i < name.end; ++i)
                tags[i] = tag_of(name.end - name.first == 1 ? Part::single
                                 : i == name.first          ? Part::begin
                                 : i + 1 == name.end        ? Part::end
                                                            : Part::inside,
                                 name.type);
        }
        CHECK(tags == best);
    }
}

TEST_CASE("marginals keep to the allowed tags, and say when nothing is allowed") {
    const std::vector<float> scores(2 * kStride, 0.5F);
    TagDecoder decoder;
    std::vector<double> result;
    const std::uint64_t begin = std::uint64_t{1} << tag_of(Part::begin, 3),
                        end = std::uint64_t{1} << tag_of(Part::end, 3);
    const std::vector<std::uint64_t> name{begin, end}, impossible{begin, begin};
    CHECK(decoder.marginals(StepFactors({}), scores.data(), 2, name.data(), result, nullptr) ==
          Approx(1.0));
    CHECK(result[tag_of(Part::begin, 3)] == Approx(1.0));
    CHECK(std::isinf(
        decoder.marginals(StepFactors({}), scores.data(), 2, impossible.data(), result, nullptr)));
}

TEST_CASE("an empty sentence has no names") {
    TagDecoder decoder;
    std::vector<Found> found;
    decoder.decode({}, nullptr, 0, found);
    CHECK(found.empty());
}
