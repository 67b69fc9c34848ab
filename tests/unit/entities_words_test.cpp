// Tests of the words of the name tagger: how each is written, its lists and keys.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "analyze/analysis/entities_features.hpp"
#include "small_model.hpp"

using namespace analyze;

namespace {

Word looked_at(std::string_view unit, const ModelView& lists = {}) {
    std::string scratch = "left over";
    return describe(unit, lists, scratch);
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
