// Tests of what the name tagger looks at: words, list matches, neighbours, the document.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_features.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

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

TEST_CASE("how a word is written") {
    const std::pair<const char*, Caps> cases[] = {
        {"lake", Caps::lower},  {"Lake", Caps::initial}, {"LAKE", Caps::upper},
        {"A", Caps::initial},   {"U.S.", Caps::upper},   {"McLake", Caps::mixed},
        {"iLake", Caps::mixed}, {"1962", Caps::digits},  {"3rd", Caps::digits},
        {"B2", Caps::upper},    {"B2b", Caps::initial},  {".", Caps::mark},
        {"'s", Caps::lower},    {"É", Caps::initial},    {"Élan", Caps::initial},
        {"élan", Caps::lower},  {"湖", Caps::lower},     {"O\u2019Velm", Caps::mixed},
        {"", Caps::mark},       {"\u2014", Caps::lower}};
    for (const auto& [word, caps] : cases) {
        CAPTURE(word);
        CHECK(looked_at(word).caps == caps);
        CHECK(looked_at(word).marked() == (caps >= Caps::initial && caps <= Caps::digits));
    }
}

TEST_CASE("words are known exactly, folded, by shape, by their ends and by their parts") {
    const Word lake = looked_at("Lake");
    CHECK(lake.exact == hash_of("Lake"));
    CHECK(lake.folded == hash_of("lake"));
    const std::uint64_t affixes[] = {hash_of("l"), hash_of("la"), hash_of("lak"), hash_of("lake"),
                                     hash_of("e"), hash_of("ke"), hash_of("ake"), hash_of("lake")};
    CHECK(std::equal(std::begin(affixes), std::end(affixes), lake.affixes.begin()));
    const Word two = looked_at("Éa");
    CHECK(two.affixes[0] == hash_of("é"));
    CHECK(two.affixes[1] == hash_of("éa"));
    CHECK(two.affixes[2] == 0);
    CHECK(two.affixes[5] == hash_of("éa"));
    CHECK(two.affixes[6] == 0);
    CHECK(looked_at("O\u2019Velm").folded == looked_at("o'velm").folded);
    CHECK(looked_at("al\u2011Velm").folded == looked_at("al-velm").folded);
    CHECK(looked_at("Lake").shape == looked_at("Shore").shape);  // runs count as two
    CHECK(looked_at("Lake").shape != looked_at("La").shape);
    CHECK(looked_at("F-16").shape == looked_at("B-52").shape);
    const Word joined = looked_at("New-old-Lake");
    CHECK(joined.parts[0] == hash_of("new"));
    CHECK(joined.parts[1] == hash_of("lake"));
    CHECK(looked_at("-").parts[0] == 0);
    CHECK(looked_at("").affixes[0] == 0);
    CHECK(looked_at(std::string(100000, 'x')).folded == hash_of(std::string(100000, 'x')));
}

TEST_CASE("lists tell facts by folded word and clusters by exact word") {
    SmallModel lists;
    lists.parts[ModelSection::facts] = table_bytes({{hash_of("lake"), fact::surname}});
    lists.parts[ModelSection::clusters] = table_bytes({{hash_of("Lake"), 7}});
    const ModelView view = lists.view();
    CHECK(looked_at("LAKE", view).facts == fact::surname);
    CHECK(looked_at("Lake", view).clusters == 7);
    CHECK(looked_at("lake", view).clusters == HashView::kAbsent);
    CHECK(looked_at("shore", view).facts == 0);
}

TEST_CASE("keys of a word differ by offset and grow with what is known of it") {
    const auto keys = [](const Word& word, int offset) {
        std::vector<std::uint64_t> found;
        word_features(word, offset, found);
        return std::set<std::uint64_t>(found.begin(), found.end());
    };
    Word lake = looked_at("Lake");
    std::set<std::uint64_t> all;
    std::size_t sum = 0;
    for (int offset = -2; offset <= 2; ++offset) {
        const auto some = keys(lake, offset);
        sum += some.size();
        all.insert(some.begin(), some.end());
    }
    CHECK(all.size() == sum);
    CHECK(keys(lake, 0).size() > keys(lake, 1).size());
    CHECK(keys(lake, -1).size() > keys(lake, -2).size());
    const std::size_t before = keys(lake, 2).size();
    lake.facts = fact::surname | fact::given;
    CHECK(keys(lake, 2).size() == before + 2);
    lake.clusters = 5;
    CHECK(keys(lake, 2).size() == before + 4);
}

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
