// Tests of the tagger with hand-made models: scores, pieces, the second look, trimmed ends.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_tagger.hpp"

#include <catch2/catch.hpp>
#include <cstring>
#include <string>

#include "analyze/analysis/entities_memory.hpp"
#include "small_model.hpp"

using namespace analyze;

namespace {

/// Takes Velm for a person, Orsk for a place; "Reed Lake" for an organisation of two words.
SmallModel simple() {
    SmallModel model;
    model.parts.scale = 0.1F;
    model.parts.context_scale = 1;
    model.add(bias_key(), {{kOutside, 50}});
    model.add(word_key("velm"), {{tag_of(Part::single, 0), 120}});
    model.add(word_key("orsk"), {{tag_of(Part::single, 2), 120}});
    model.add(word_key("reed"), {{tag_of(Part::begin, 1), 120}});
    model.add(word_key("lake"), {{tag_of(Part::end, 1), 120}});
    return model;
}

std::string shown(const Units& text, const std::vector<Found>& names) {
    std::string out;
    for (const Found& name : names) {
        for (std::uint32_t i = name.first; i < name.end; ++i)
            out += std::string(text.unit(i)) + ' ';
        out += "=" + std::to_string(name.type) + "; ";
        CHECK(name.probability > 0);
        CHECK(name.probability <= 1);
    }
    return out;
}

/// A model without features whose transitions make a name the better the longer it is.
std::string greedy_model() {
    Transitions transitions;
    transitions.within[1] = {5, 5, 5, 5};
    const std::vector<float> floats = transitions.floats();
    ModelHeader header{};
    header.magic = kModelMagic;
    header.version = kModelVersion;
    header.sections = static_cast<std::uint32_t>(ModelSection::count);
    const std::uint64_t at = (sizeof header + 63) / 64 * 64;
    for (auto& extent : header.extents) extent = {at, 0};
    header.extents[static_cast<std::size_t>(ModelSection::transitions)] = {
        at, floats.size() * sizeof(float)};
    std::string bytes(at + floats.size() * sizeof(float), '\0');
    std::memcpy(bytes.data() + at, floats.data(), floats.size() * sizeof(float));
    header.checksum = checksum_of(std::string_view(bytes).substr(sizeof header));
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes;
}

}  // namespace

TEST_CASE("names by the weights of their words, in order") {
    SmallModel model = simple();
    const Tagger tagger(model.view());
    const Units text("Velm saw Reed Lake in Orsk. Then Velm and Velm left.");
    const auto names = tagger.find(text.units);
    CHECK(shown(text, names) == "Velm =0; Reed Lake =1; Orsk =2; Velm =0; Velm =0; ");
    CHECK(names[0].probability > 0.9F);
    const auto again = tagger.find(text.units);  // with scratch memory that was used
    CHECK(shown(text, again) == shown(text, names));
    const Units empty("");
    CHECK(tagger.find(empty.units).empty());
    const Units none("It rained.");
    CHECK(tagger.find(none.units).empty());
}

TEST_CASE("long texts are tagged in pieces, with the same names at their places") {
    SmallModel model = simple();
    const Tagger tagger(model.view());
    std::string bytes;
    for (int i = 0; i < 30000; ++i) bytes += i % 10000 == 9999 ? "Velm slept.\n" : "It rained.\n";
    const Units text(bytes);
    REQUIRE(text.units.units.size() > Tagger::kPiece);
    const auto names = tagger.find(text.units);
    REQUIRE(names.size() == 3);
    for (const Found& name : names) CHECK(text.unit(name.first) == "Velm");
    CHECK(names[2].end > Tagger::kPiece);
}

TEST_CASE("the second look adds what the document says") {
    const Units text("Velm slept. Then Velm left.");
    SmallModel model = simple();
    const ModelView first = model.view();
    CHECK(shown(text, Tagger(first).find(text.units)) == "Velm =0; Velm =0; ");
    const FeatureText features(text.units, first);
    const DocumentMemory memory(features, {{0, 1, 0}, {4, 5, 0}});
    std::vector<std::uint64_t> keys;
    memory.keys(text.sentence(4), 4, keys);
    REQUIRE_FALSE(keys.empty());
    SmallModel second = simple();
    second.add_context(keys[0], {{tag_of(Part::single, 1), 127}});
    CHECK(shown(text, Tagger(second.view()).find(text.units)) == "Velm =1; Velm =1; ");
}

TEST_CASE("ends that are no part of a name are taken off") {
    struct Case {
        const char* text;
        std::uint32_t first, end;
        std::uint8_t type;
        const char* trimmed;
    };
    for (const Case& c :
         {Case{"the Reed Lake", 0, 3, 1, "Reed Lake =1; "},
          Case{"The Reed Lake", 0, 3, 1, "The Reed Lake =1; "},
          Case{"a Reed", 0, 2, 1, "Reed =1; "},
          Case{"the Reed", 0, 2, 8, "the Reed =8; "},  // the title of a work
          Case{"\" Reed \"", 0, 3, 1, "Reed =1; "}, Case{"( Reed )", 0, 3, 1, "Reed ) =1; "},
          Case{"Reed's", 0, 2, 1, "Reed =1; "}, Case{"Reed\u2019s", 0, 2, 1, "Reed =1; "},
          Case{"Reed !", 0, 2, 1, "Reed ! =1; "}, Case{"Reed ,", 0, 2, 1, "Reed =1; "},
          Case{"the ,", 0, 2, 1, ""}}) {
        CAPTURE(c.text);
        const Units text(c.text);
        std::vector<Found> names{{c.first, c.end, c.type}};
        trim_names(FeatureText(text.units, {}), names);
        CHECK(shown(text, names) == c.trimmed);
    }
}

TEST_CASE("initials with blanks between them are those of countries and bodies that have them") {
    const auto type = [](const char* line, std::uint32_t end) {
        return type_of_initials(Units(line).units, {0, end, 0});
    };
    CHECK(type("U. S. sails", 2) == EntityType::gpe);
    CHECK(type("U. S. S. R. sails", 4) == EntityType::gpe);
    CHECK(type("U. N. sails", 2) == EntityType::org);
    CHECK_FALSE(type("J. S. sails", 2));
    CHECK_FALSE(type("U. S. Reed", 3));
    CHECK_FALSE(type("U.S. sails", 1));  // the model's
}

TEST_CASE("a name never grows beyond all bounds") {
    const std::string bytes = greedy_model();
    const Tagger tagger(ModelView::open(bytes, "greedy"));
    Tokenizer tokenizer;
    for (const std::size_t words : {2U, 30U, 40U, 5000U}) {
        std::string text;
        for (std::size_t i = 0; i < words; ++i) text += "lake ";
        const Document document(Source::from_bytes("x", text), tokenizer);
        const auto names = tagger.find(units_of(document));
        INFO(words);
        if (words <= 30) {
            REQUIRE(names.size() == 1);
            CHECK(names[0].end - names[0].first == words);
        }
        for (const Found& name : names) {
            CHECK(name.end - name.first <= 32);
            CHECK(name.probability >= 0);
            CHECK(name.probability <= 1);
        }
    }
}

TEST_CASE("a long name that stands in a text again has one type") {
    const Units text("Reed Lake met Orsk. Reed Lake saw Reed Lake and Orsk.");
    //               0    1    2   3   4 5    6    7   8    9    10  11
    std::vector<Found> names{
        {0, 2, 1, 0.5F}, {3, 4, 2, 0.9F}, {5, 7, 3, 0.9F}, {8, 10, 1, 0.6F}, {11, 12, 0, 0.1F}};
    agree_types(FeatureText(text.units, {}), names);
    CHECK(shown(text, names) == "Reed Lake =1; Orsk =2; Reed Lake =1; Reed Lake =1; Orsk =0; ");
}

TEST_CASE("a name that gets another type gets that type's share of the probabilities") {
    const Units text("Reed Lake met Orsk. Reed Lake saw Reed Lake and Orsk.");
    std::vector<Found> names{{0, 2, 1, 0.9F}, {5, 7, 3, 0.5F}, {8, 10, 1, 0.6F}};
    agree_types(FeatureText(text.units, {}), names);
    CHECK(names[0].probability == 0.9F);
    CHECK(names[1].type == 1);
    CHECK(names[1].probability == Approx(0.75));  // 1.5 of 2
    CHECK(names[2].probability == 0.6F);
}

TEST_CASE("calibration keeps the names and the order of their probabilities") {
    CHECK(calibrated(0.3F, 1, 0) == 0.3F);
    CHECK(calibrated(0.5F, 2, 0) == Approx(0.5));
    CHECK(calibrated(0.5F, 1, 1) == Approx(0.731).epsilon(1e-3));
    for (const float edge : {0.0F, 1.0F}) {
        CHECK(calibrated(edge, 0.5F, -1) >= 0);
        CHECK(calibrated(edge, 0.5F, -1) <= 1);
    }
    CHECK(calibrated(0.2F, 0.5F, -1) < calibrated(0.3F, 0.5F, -1));

    const Units text("Velm saw Reed Lake in Orsk.");
    SmallModel plain = simple(), bold = simple();
    for (const float number : {0.5F, -1.0F})
        bold.parts[ModelSection::calibration].append(reinterpret_cast<const char*>(&number),
                                                     sizeof number);
    const auto before = Tagger(plain.view()).find(text.units);
    const auto after = Tagger(bold.view()).find(text.units);
    REQUIRE(shown(text, after) == shown(text, before));
    for (std::size_t i = 0; i < before.size(); ++i)
        CHECK(after[i].probability == calibrated(before[i].probability, 0.5F, -1));
}

TEST_CASE("a long name keeps the type that earlier pieces of the document gave it") {
    const Units text("Reed Lake met Orsk.");
    const FeatureText features(text.units, {});
    NameTable table;
    std::vector<Found> first{{0, 2, 1, 0.9F}}, second{{0, 2, 3, 0.3F}};
    agree_types(features, first, &table);
    agree_types(features, second, &table);
    CHECK(second[0].type == 1);
    CHECK(second[0].probability == Approx(0.75));  // 0.9 of 1.2
}
