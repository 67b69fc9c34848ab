// Tests that what the model writer writes is what the model reader reads.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/training/model_writer.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "analyze/base/error.hpp"
#include "small_model.hpp"

using namespace analyze;

TEST_CASE("every key of a table is found with its value, and no other") {
    for (const std::size_t count : {0U, 1U, 2U, 63U, 20000U}) {
        KeyedValues values;
        for (std::size_t i = 0; i < count; ++i)
            values.emplace_back(mix64(i + 1), static_cast<std::uint32_t>(i * 7));
        const std::string bytes = table_bytes(values);
        CHECK(bytes.empty() == (count == 0));
        const HashView view(reinterpret_cast<const HashView::Slot*>(bytes.data()),
                            static_cast<std::uint32_t>(bytes.size() / sizeof(HashView::Slot)));
        std::size_t wrong = 0;
        for (const auto& [key, value] : values) wrong += view.find(key) != value;
        for (std::size_t i = count; i < count + 1000; ++i)
            wrong += view.find(mix64(i + 1)) != HashView::kAbsent;
        CAPTURE(count);
        CHECK(wrong == 0);
        CHECK(table_bytes(values) == bytes);
    }
}

TEST_CASE("keys that crowd make the table larger, so that no search is longer than allowed") {
    KeyedValues values;  // one home for all in a small table
    for (std::uint32_t i = 0; i < 200; ++i)
        values.emplace_back(std::uint64_t{i + 1} << 32 | (0x80000000U + i * 0x100000U), i);
    const std::string bytes = table_bytes(values);
    const HashView view(reinterpret_cast<const HashView::Slot*>(bytes.data()),
                        static_cast<std::uint32_t>(bytes.size() / sizeof(HashView::Slot)));
    CHECK(view.size() > 300);
    for (const auto& [key, value] : values) CHECK(view.find(key) == value);
}

TEST_CASE("a model file opens with the same tables, rows, scales and transitions") {
    SmallModel model;
    model.add(mix64(11), {{0, 127}, {1, -128}, {kTags - 1, 5}});
    model.add(mix64(22), {{3, -1}});
    model.add_context(mix64(33), {{2, 9}});
    model.parts.scale = 0.25F;
    model.parts.context_scale = 3;
    model.parts[ModelSection::facts] = table_bytes({{mix64(44), fact::given}});
    model.parts[ModelSection::clusters] = table_bytes({{mix64(55), 3U << 16 | 2U}});
    model.parts[ModelSection::phrases] = table_bytes({{mix64(66), phrase::kPrefix}});
    Transitions transitions;
    transitions.border[1][2] = 0.5F;
    transitions.within[9][3] = -2;
    const std::vector<float> floats = transitions.floats();
    model.parts[ModelSection::transitions].assign(reinterpret_cast<const char*>(floats.data()),
                                                  floats.size() * sizeof(float));
    const ModelView view = model.view();
    const std::int8_t* row = view.row(view.features.find(mix64(11)));
    REQUIRE(row != nullptr);
    CHECK(row[0] == 127);
    CHECK(row[1] == -128);
    CHECK(row[kTags - 1] == 5);
    REQUIRE(view.row(view.features.find(mix64(22))) != nullptr);
    CHECK(view.row(view.features.find(mix64(22)))[3] == -1);
    CHECK(view.row(view.features.find(mix64(33))) == nullptr);
    REQUIRE(view.context_row(view.context_features.find(mix64(33))) != nullptr);
    CHECK(view.context_row(view.context_features.find(mix64(33)))[2] == 9);
    CHECK(view.facts.find(mix64(44)) == fact::given);
    CHECK(view.clusters.find(mix64(55)) == (3U << 16 | 2U));
    CHECK(view.phrases.find(mix64(66)) == phrase::kPrefix);
    CHECK(view.scale == 0.25F);
    CHECK(view.context_scale == 3);
    CHECK(view.slope == 1);  // no calibration: probabilities stay
    CHECK(view.offset == 0);
    CHECK(Transitions::read(view.transitions).floats() == floats);
    // an empty model is a model
    CHECK_NOTHROW(ModelView::open(model_bytes({}), "empty"));
}

TEST_CASE("a calibration is read; one that would turn the order around is refused") {
    const auto opened = [](float slope, float offset) {
        ModelParts parts;
        for (const float number : {slope, offset})
            parts[ModelSection::calibration].append(reinterpret_cast<const char*>(&number),
                                                    sizeof number);
        const std::string bytes = model_bytes(parts);
        const ModelView view = ModelView::open(bytes, "calibrated");
        return std::pair{view.slope, view.offset};
    };
    CHECK(opened(0.5F, -1.0F) == std::pair{0.5F, -1.0F});
    for (const float slope : {0.0F, -1.0F, std::numeric_limits<float>::infinity(),
                              std::numeric_limits<float>::quiet_NaN()})
        CHECK_THROWS_AS(opened(slope, 0), Error);
    CHECK_THROWS_AS(opened(1, std::numeric_limits<float>::quiet_NaN()), Error);
}
