// Tests of finding names in documents and in foreign tokens, with the model in the binary.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "analyze/analysis/entities_tagger.hpp"

using namespace analyze;

namespace {

const EntityModel& model() {
    static const EntityModel shared(load_resource("models/entities-en.bin"));
    return shared;
}

Document document_of(const std::string& text) {
    static Tokenizer tokenizer;
    return {Source::from_bytes("test", text), tokenizer};
}

/// "PERSON Mara Tolm", …
std::vector<std::string> names(const std::string& text) {
    const Document document = document_of(text);
    std::vector<std::string> result;
    for (const Entity& entity : model().find(document))
        result.push_back(std::string(name_of(entity.type)) + ' ' +
                         std::string(document.text(entity.span)));
    return result;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("types have names and names have types") {
    for (int i = 0; i < 10; ++i) {
        const auto type = static_cast<EntityType>(i);
        CHECK(entity_type(name_of(type)) == type);
    }
    CHECK_FALSE(entity_type("person").has_value());
    CHECK_FALSE(entity_type("").has_value());
}

TEST_CASE("plain names are found, with titles, articles and possessives outside") {
    CHECK(names("Mr. Peter Hansen's boat left for Norway on Monday.") ==
          Names{"PERSON Peter Hansen", "GPE Norway"});
    CHECK(names("The Red Cross opened an office in Nairobi, Kenya.") ==
          Names{"ORG Red Cross", "GPE Nairobi", "GPE Kenya"});
    CHECK(names("A delegation of the U.S. Senate met French farmers.") ==
          Names{"ORG U.S. Senate", "NORP French"});
}

TEST_CASE("text without names has none") {
    CHECK(names("").empty());
    CHECK(names("\n\n  \n").empty());
    CHECK(names("the rain fell on the hills, and nobody minded.").empty());
    CHECK(names("a pro-Syrian or U.S.-led effort").empty());
}

TEST_CASE("entities of any text are ordered, disjoint, trimmed and inside their sentence") {
    const std::string texts[] = {
        "Mara Tolm of Tolm & Sons (Oslo) met J. K. Bren\n\nBren Named Head of Harbour Board\n\n"
        "OSLO, March 3 (Reuters) - The Harbour Board's Ms. Tolm-Bren, 41, said \u201cno\u201d.",
        "A.A.A.A. B-B-B's \"\" ((Paris)) [Rome] 'Lima' \u2018Kyiv\u2019s\u2019 S. S. S.",
        "PARIS LONDON ROME OSLO LIMA QUITO",
        std::string("Ada \xc3\x89"
                    "douard \xd0\x98\xd0\xb2\xd0\xb0\xd0\xbd \xe6\x9d\xb1\xe4\xba\xac met "
                    "\xf0\x9f\x98\x80 Bo"),
        "The the The The's 's of of The of",
    };
    for (const std::string& text : texts) {
        const Document document = document_of(text);
        std::uint32_t end = 0;
        for (const Entity& entity : model().find(document)) {
            REQUIRE(entity.sentence < document.sentences().size());
            CHECK(document.sentences()[entity.sentence].span.contains(entity.span));
            CHECK(entity.span.begin >= end);
            CHECK(entity.span.begin < entity.span.end);
            CHECK(entity.confidence > 0.0F);
            CHECK(entity.confidence <= 1.0F);
            const std::string_view name = document.text(entity.span);
            CHECK(name.substr(0, 4) != "the ");
            CHECK(std::string_view(" \n\"'").find(name.front()) == std::string_view::npos);
            CHECK(std::string_view(" \n\"'").find(name.back()) == std::string_view::npos);
            end = entity.span.end;
        }
    }
}

TEST_CASE("a long document is tagged in pieces without losing or moving names") {
    std::string text;
    const std::string line = "Peter Hansen came from Norway.\n\n";
    const std::size_t lines = 30'000;  // about 180,000 units: more than one piece
    for (std::size_t i = 0; i < lines; ++i) text += line;
    const Document document = document_of(text);
    const std::vector<Entity> found = model().find(document);
    std::size_t norway = 0;
    std::uint32_t end = 0;
    for (const Entity& entity : found) {
        REQUIRE(entity.span.begin >= end);
        REQUIRE(document.sentences()[entity.sentence].span.contains(entity.span));
        end = entity.span.end;
        norway += document.text(entity.span) == "Norway";
    }
    CHECK(norway == lines);
}

TEST_CASE("a sentence without end is tagged too") {
    std::string text;
    for (std::size_t i = 0; i < 20'000; ++i) text += "we left Norway and ";
    const Document document = document_of(text);
    std::size_t norway = 0;
    for (const Entity& entity : model().find(document)) {
        REQUIRE(document.sentences()[entity.sentence].span.contains(entity.span));
        norway += document.text(entity.span) == "Norway";
    }
    CHECK(norway > 19'900);
}

TEST_CASE("two models of the same bytes and two calls give the same names") {
    const EntityModel other(load_resource("models/entities-en.bin"));
    const Document document =
        document_of("Peter Hansen left Oslo for the Baltic Sea. Hansen is a Dane.");
    const auto one = model().find(document), two = other.find(document),
               three = model().find(document);
    REQUIRE(one.size() == two.size());
    REQUIRE(one.size() == three.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(one[i].span == two[i].span);
        CHECK(one[i].type == three[i].type);
        CHECK(one[i].confidence == three[i].confidence);
    }
}

TEST_CASE("foreign tokens get one tag each, in IOB2") {
    const std::vector<Names> sentences{
        {"Peter", "Hansen", "'s", "boat", "left", "Norway", "."}, {}, {"(", "Oslo", ")", ""}};
    const auto tags = model().tag(sentences);
    REQUIRE(tags.size() == 3);
    CHECK(tags[0] == Names{"B-PERSON", "I-PERSON", "O", "O", "O", "B-GPE", "O"});
    CHECK(tags[1].empty());
    CHECK(tags[2] == Names{"O", "B-GPE", "O", "O"});
}

TEST_CASE("foreign tokens of many sentences, and of one without end, keep their tags in place") {
    const Names line{"we", "left", "Norway", "and"};
    std::vector<Names> sentences(20'000, line);  // more than one piece
    Names endless;
    for (std::size_t i = 0; i < 20'000; ++i)
        endless.insert(endless.end(), line.begin(), line.end());
    sentences.push_back(endless);
    const auto tags = model().tag(sentences);
    REQUIRE(tags.size() == sentences.size());
    std::size_t norway = 0;
    for (std::size_t s = 0; s < tags.size(); ++s) {
        REQUIRE(tags[s].size() == sentences[s].size());
        for (std::size_t i = 0; i < tags[s].size(); ++i)
            if (tags[s][i] != "O") {
                REQUIRE(i % 4 == 2);
                norway += tags[s][i] == "B-GPE";
            }
    }
    CHECK(norway > 39'900);
}

TEST_CASE("tags of any tokens are well-formed") {
    const std::vector<Names> sentences{
        {"A", "-", "B", "'s", "Paris", "-", "based", "``", "U", ".", "S", "."},
        {"Hansen's", "of", "Oslo-Bergen", "\t", " ", "\xe2\x80\x9c", "Rome"},
        {"x y", "Two Words", "\n", "Norway"}};
    const auto tags = model().tag(sentences);
    REQUIRE(tags.size() == sentences.size());
    for (std::size_t s = 0; s < tags.size(); ++s) {
        REQUIRE(tags[s].size() == sentences[s].size());
        std::string before = "O";
        for (const std::string& tag : tags[s]) {
            if (tag[0] == 'I') CHECK(before.substr(1) == tag.substr(1));
            if (tag != "O") CHECK(entity_type(tag.substr(2)).has_value());
            before = tag;
        }
    }
}

TEST_CASE(
    "a name is trimmed of articles, quotes and possessives, and vanishes when nothing is left") {
    const std::string text = "the \" Lake ' s !";
    UnitText units;
    units.text = text;
    Tokenizer tokenizer;
    std::vector<Token> tokens;
    tokenizer.tokenize(text, tokens);
    append_units(text, tokens.data(), tokens.data() + tokens.size(), units.units);
    units.sentences.push_back({0, static_cast<std::uint32_t>(units.units.size()), false});
    const FeatureText features(units, ModelView());
    std::vector<Found> found{{0, 4, 2, 1}};
    trim_names(features, found);
    REQUIRE(found.size() == 1);
    CHECK(found[0].first == 2);
    CHECK(found[0].end == 3);
    found = {{0, 2, 2, 1}};
    trim_names(features, found);
    CHECK(found.empty());
}
