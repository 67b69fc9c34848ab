// Tests of the tagger with hand-made models: scores, pieces, the second look, trimmed ends.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_tagger.hpp"

#include <catch2/catch.hpp>

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
