// Tests of what explanations of names say, and that they add up to the score that the tagger used.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_explain.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <string>

#include "analyze/analysis/entities_tagger.hpp"
#include "small_model.hpp"

using namespace analyze;

namespace {

/// "word: Velm +12, any word -5; …" of each name.
std::string told(const Tagger& tagger, const std::string& text) {
    const Units units(text);
    std::vector<Explanation> why;
    const auto names = tagger.find(units.units, nullptr, &why);
    REQUIRE(why.size() == names.size());
    std::string out;
    for (const Explanation& one : why) {
        out += std::to_string(std::lround(one.score)) + ": ";
        for (const Reason& reason : one.reasons) {
            out += reason.what;
            if (reason.weight) out += ' ' + std::to_string(std::lround(*reason.weight));
            out += ", ";
        }
        out += "; ";
    }
    return out;
}

/// Velm is a person, "Reed Lake" an organisation; a place has 6 for coming after a person.
SmallModel simple() {
    SmallModel model;
    model.parts.scale = 0.1F;
    model.parts.context_scale = 1;
    model.add(bias_key(), {{kOutside, 50}});
    model.add(word_key("velm"), {{tag_of(Part::single, 0), 120}});
    model.add(word_key("orsk"), {{tag_of(Part::single, 2), 90}});
    model.add(word_key("reed"), {{tag_of(Part::begin, 1), 120}});
    model.add(word_key("lake"), {{tag_of(Part::end, 1), 120}});
    Transitions transitions;
    transitions.border[1][3] = 6;
    transitions.within[1][1] = 3;
    transitions.first[1] = 2;
    transitions.border[0][0] = 1;
    const std::vector<float> floats = transitions.floats();
    std::string& bytes = model.parts[ModelSection::transitions];
    bytes.resize(floats.size() * sizeof(float));
    std::memcpy(bytes.data(), floats.data(), bytes.size());
    return model;
}

float sum_of(const std::vector<Reason>& reasons) {
    float sum = 0;
    for (const Reason& reason : reasons) sum += reason.weight.value_or(0);
    return sum;
}

}  // namespace

TEST_CASE("explain: words, every word, and the steps between tags") {
    SmallModel model = simple();
    const Tagger tagger(model.view());
    // A sentence begins with a person: 2; behind it outside, once fewer after outside.
    CHECK(told(tagger, "Velm left.") ==
          "8: word: Velm 12, any word -5, sequence of names and words 1, ; ");
    // Inside a name 3, and two steps between words outside fewer, and one more to its beginning.
    CHECK(told(tagger, "We saw Reed Lake today.") ==
          "14: word: Lake 12, word: Reed 12, any word -10, sequence of names and words 0, ; ");
    CHECK(told(tagger, "It rained.").empty());
    CHECK(told(tagger, "").empty());
}

TEST_CASE("explain: the second look, and what was changed at the ends and in the type") {
    SmallModel model = simple();
    model.add(word_key("\""), {{tag_of(Part::begin, 1), 127}});
    const Tagger first(model.view());
    CHECK_THAT(told(first, "At \" Lake they slept."), Catch::Contains("left out: \","));

    const Units text("Velm slept. Then Velm left.");
    const FeatureText features(text.units, model.view());
    const DocumentMemory memory(features, {{0, 1, 0}, {4, 5, 0}});
    std::vector<std::uint64_t> keys;
    memory.keys(text.sentence(4), 4, keys);
    SmallModel second = simple();
    second.add_context(keys.at(0), {{tag_of(Part::single, 0), 9}});
    CHECK_THAT(told(Tagger(second.view()), "Velm slept. Then Velm left."),
               Catch::Contains("elsewhere in the text: PERSON 9"));

    const EntityEvidence evidence{model.view(), {}, features, nullptr};
    const std::vector<float> scores(text.units.units.size() * kStride);
    std::vector<Explanation> why;
    explain(evidence, scores, {{0, 1, 0}, {4, 5, 0}}, {{0, 1, 0}, {4, 5, 1}}, why);
    REQUIRE(why.size() == 2);
    CHECK(why[0].reasons.at(0).weight.has_value());
    CHECK(why[1].reasons.at(0).what == "type of the same name elsewhere; by itself PERSON");
    CHECK_FALSE(why[1].reasons.at(0).weight.has_value());
    why.clear();
    explain(evidence, scores, {{0, 1, 0}, {4, 5, 0}}, {{4, 5, 0}}, why);  // the first one is gone
    REQUIRE(why.size() == 1);
    CHECK_THAT(why[0].reasons.at(0).what, Catch::Contains("Velm"));
}

TEST_CASE("explain: the weights of the model in the binary add up to its scores") {
    const Resource resource = load_resource("models/entities-en.bin");
    const Tagger tagger(ModelView::open(resource.bytes(), resource.origin(), true));
    const Units text(
        "Dr. Halvor Brent of the Reed Lake Company met Brent's wife Anna in Norway.\n\n"
        "RLC, a ferry line, said Mr Brent and \"Anna\" left Oslo. The Reed Lake Company "
        "mourned.\n\n"
        "IN NORWAY\n\nFrench and Kenyan teams won the Nobel Prize, Reed Lake Company said. "
        "B. Brent");
    std::vector<Explanation> why;
    const auto names = tagger.find(text.units, nullptr, &why);
    REQUIRE(names.size() > 8);
    REQUIRE(why.size() == names.size());
    const auto plain = tagger.find(text.units);
    REQUIRE(plain.size() == names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        INFO(i);
        CHECK(plain[i].probability == names[i].probability);
        CHECK(std::abs(sum_of(why[i].reasons) - why[i].score) < 0.01F);
        CHECK(why[i].score > -0.01F);  // else the decoder had left it out
        CHECK(why[i].reasons.size() > kReasons);
    }
    REQUIRE(text.unit(names[0].first) == "Halvor");
    const auto& reasons = why[0].reasons;
    const auto honorific = std::find_if(reasons.begin(), reasons.end(), [](const Reason& reason) {
        return reason.what == "listed honorific before: Dr.";
    });
    REQUIRE(honorific != reasons.end());
    CHECK(*honorific->weight > 0);
}

TEST_CASE("explain: words of any bytes are cut where a character ends") {
    for (std::size_t before = 0; before < 4; ++before) {
        std::string word = "V" + std::string(before, 'x');
        for (int i = 0; i < 1000; ++i) word += "\u00e9";
        SmallModel one = simple();
        one.add(word_key(word), {{tag_of(Part::single, 0), 120}});
        const std::string out = told(Tagger(one.view()), word);
        CHECK(out.size() < 200);
        CHECK_THAT(out, Catch::Contains("\u00e9\u2026 12"));
    }
}
