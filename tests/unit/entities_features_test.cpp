// Tests of what the name tagger looks at: list matches, neighbours, the document.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_features.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "../../src/analysis/entities_templates.hpp"
#include "small_model.hpp"

using namespace analyze;

namespace {

Word looked_at(std::string_view unit, const ModelView& lists = {}) {
    std::string scratch = "left over";
    return describe(unit, lists, scratch);
}

std::set<std::uint64_t> context_of(const FeatureText& features, const Units& text,
                                   std::uint32_t unit) {
    std::vector<std::uint64_t> keys;
    features.context_features(text.sentence(unit), unit, keys);
    return {keys.begin(), keys.end()};
}

}  // namespace

TEST_CASE("phrases of the lists: the longest of each kind, begun by a capital, each unit once") {
    const Units text("In Port Averley Bridge, port averley and Averley Bridge Averley.");
    SmallModel lists;
    const auto key = [](std::initializer_list<const char*> words) {
        std::uint64_t at = 0;
        for (const char* word : words) at = phrase_key(at, looked_at(word).folded);
        return at;
    };
    constexpr std::uint32_t kGpe = 1U << 2, kFac = 1U << 5, kCity = 1U << phrase::kCity;
    lists.parts[ModelSection::phrases] =
        table_bytes({{key({"port"}), phrase::kPrefix},
                     {key({"port", "averley"}), phrase::kPrefix | kGpe},
                     {key({"port", "averley", "bridge"}), kFac},
                     {key({"averley"}), kGpe | kCity}});
    const ModelView view = lists.view();
    const FeatureText features(text.units, view);
    const auto shown = [&](std::uint32_t unit) {
        const auto& m = features.matches(unit);
        return std::vector<std::uint32_t>{m.begin, m.inside, m.end, m.single};
    };
    using Bits = std::vector<std::uint32_t>;
    const std::uint32_t port = text.find("Port");
    CHECK(shown(port) == Bits{kGpe | kFac, 0, 0, 0});
    CHECK(shown(port + 1) == Bits{0, kFac, kGpe, kCity});  // the GPE is covered by the longer one
    CHECK(shown(port + 2) == Bits{0, 0, kFac, 0});
    CHECK(shown(text.find("port")) == Bits{0, 0, 0, 0});
    CHECK(shown(text.find("Averley", port + 3)) == Bits{0, 0, 0, kGpe | kCity});
}

TEST_CASE("only what stands at a capital or beside one is looked at") {
    const Units text("we saw Orsk and then left it. Then 7 boats came.");
    const FeatureText features(text.units, {});
    const auto near = [&](const char* word, std::uint32_t from = 0) {
        const std::uint32_t unit = text.find(word, from);
        CHECK(features.near_name(text.sentence(unit), unit) ==
              !context_of(features, text, unit).empty());
        return features.near_name(text.sentence(unit), unit);
    };
    CHECK_FALSE(near("we"));
    CHECK(near("saw"));
    CHECK(near("Orsk"));
    CHECK(near("and"));
    CHECK_FALSE(near("then"));
    CHECK_FALSE(near("."));  // the capital is in the next sentence
    CHECK(near("7"));
}

TEST_CASE("what the document says of a word changes its keys; what is far away does not") {
    const auto keys = [](const std::string& rest) {
        const Units text("They saw Reed today. " + rest);
        return context_of(FeatureText(text.units, {}), text, text.find("Reed"));
    };
    const auto alone = keys("It rained.");
    CHECK(keys("It poured all day.") == alone);
    CHECK(keys("A reed grew.") != alone);  // it also stands in lower case
    CHECK(keys("Some trust (Reed) grew.") == alone);
    const Units heading("# They saw Reed today\n\nIt rained.\n");
    CHECK(context_of(FeatureText(heading.units, {}), heading, heading.find("Reed")) != alone);
}

TEST_CASE("each distinct word is looked at once, however many there are") {
    std::string words;
    for (int i = 0; i < 3000; ++i) words += "w" + std::to_string(i % 1000) + ' ';
    const Units text(words);
    const FeatureText features(text.units, {});
    CHECK(features.words().size() == 1000);
    std::size_t wrong = 0;
    for (std::uint32_t i = 0; i < text.units.units.size(); ++i)
        wrong += features.word(i).exact != hash_of(text.unit(i));
    CHECK(wrong == 0);
    const Units empty("");
    CHECK(FeatureText(empty.units, {}).words().empty());
}

TEST_CASE("nouns that say what a name is speak from both sides, nearest first") {
    SmallModel lists;
    lists.parts[ModelSection::facts] =
        table_bytes({{looked_at("trawler").folded, 1U << (fact::kKindShift + 7)},
                     {looked_at("novel").folded, 1U << (fact::kKindShift + 8)}});
    const ModelView view = lists.view();
    CHECK(looked_at("Trawler", view).kinds() == 1U << 7);
    CHECK(looked_at("Trawler", view).use() == 0);
    const auto keys = [&](const std::string& bytes) {
        const Units text(bytes);
        const FeatureText features(text.units, view);
        std::vector<std::uint64_t> run;
        const std::uint32_t unit = text.find("Velm");
        features.run_features(text.sentence(unit), features.run_of(unit), run);
        return run.size();
    };
    const std::size_t none = keys("we saw a thing, Velm, at noon");
    CHECK(keys("we saw a trawler, Velm, at noon") == none + 2);
    CHECK(keys("we saw a novel trawler, Velm, at noon") == none + 2);
    CHECK(keys("we saw a thing, Velm, a novel") == none + 2);
}

TEST_CASE("the noun that is or was says what a name is, over what stands in brackets") {
    SmallModel lists;
    lists.parts[ModelSection::facts] =
        table_bytes({{looked_at("trawler").folded, 1U << (fact::kKindShift + 7)}});
    const ModelView view = lists.view();
    const auto said = [&](const std::string& bytes) {
        const Units text(bytes);
        const FeatureText features(text.units, view);
        std::vector<std::uint64_t> run;
        const std::uint32_t unit = text.find("Velm");
        features.run_features(text.sentence(unit), features.run_of(unit), run);
        return std::count(run.begin(), run.end(), key(Template::run_copula, 1U << 7)) == 1;
    };
    CHECK(said("Velm is a trawler"));
    CHECK(said("the Port Velm was an old, slow but sound steel trawler"));
    CHECK(said("Velm (built in 1950, says the log) was a trawler"));
    CHECK_FALSE(said("Velm met a trawler"));
    CHECK_FALSE(said("Velm is a Trawler"));
    CHECK_FALSE(said("Velm (built in 1950, says the log) met a trawler"));
    CHECK_FALSE(said("Velm (built in 1950, says the log was a trawler"));
    CHECK_FALSE(said("Velm is what we saw on the way to the one and only trawler"));
    CHECK_FALSE(said("Velm is. A trawler came."));
    CHECK_FALSE(said("Velm ("));
}

TEST_CASE("short quotations are told by their marks and what stands before them") {
    const auto keys = [](const std::string& bytes, const char* word) {
        const Units text(bytes);
        const FeatureText features(text.units, {});
        return context_of(features, text, text.find(word)).size();
    };
    const std::size_t plain = keys("she sang Reed Lake, at noon", "Reed");
    for (const char* quoted :
         {"she sang \"Reed Lake\" at noon", "she sang \u201cReed Lake\u201d at noon",
          "she sang 'Reed Lake' at noon", "she sang \u00abReed Lake\u00bb at noon"})
        CHECK(keys(quoted, "Reed") == plain + 2);
    CHECK(keys("she sang \"Reed Lake, at noon", "Reed") == plain);  // nothing closes it
    CHECK(keys("\"Reed Lake\" she sang", "Reed") == keys("\"Reed Lake she sang", "Reed") + 1);
    std::string speech = "she said \"Reed";
    for (int i = 0; i < 12; ++i) speech += " and so on";
    CHECK(keys(speech + "\" at noon", "Reed") <= plain);
}

TEST_CASE("a word in capitals goes with the same word as the text else writes it") {
    const Units text("VELM WINS. Velm sat. WHO saw Who? TARN fell.");
    const FeatureText features(text.units, {});
    const auto plain = [&](const char* word) { return features.plain_word_of(text.find(word)); };
    CHECK(plain("VELM") == features.word_of(text.find("Velm")));
    CHECK(plain("Velm") == features.word_of(text.find("Velm")));
    CHECK(plain("WHO") == features.word_of(text.find("WHO")));  // too short: an acronym
    CHECK(plain("TARN") == features.word_of(text.find("TARN")));
}
