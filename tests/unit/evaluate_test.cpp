// Tests of scores: figures, spans as the scripts trim them, classes, tokens that a name touches.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/training/evaluate.hpp"

#include <catch2/catch.hpp>

#include "small_model.hpp"

using namespace analyze;

namespace {

/// Takes Velm for a person, Orsk for a place and Reed for an organisation, all else for no name.
class Reader {
public:
    Reader() : tagger_(make(model_)) {}
    [[nodiscard]] Evaluation read(Corpus corpus, const std::string& part = "dev") const {
        return evaluate(tagger_, corpus, "c", part, false);
    }

private:
    static Tagger make(SmallModel& model) {
        model.add(bias_key(), {{kOutside, 40}});
        model.add(word_key("velm"), {{tag_of(Part::single, 0), 120}});
        model.add(word_key("orsk"), {{tag_of(Part::single, 2), 120}});
        model.add(word_key("reed"), {{tag_of(Part::single, 1), 120}});
        return Tagger(model.view());
    }
    SmallModel model_;
    Tagger tagger_;
};

std::unique_ptr<Labelled> document(const std::string& text,
                                   const std::vector<std::pair<std::string, std::string>>& labels) {
    auto item = std::make_unique<Labelled>();
    item->corpus = "c";
    item->part = "dev";
    Tokenizer tokenizer;
    item->document = std::make_unique<Document>(Source::from_bytes("text", text), tokenizer);
    item->units = units_of(*item->document);
    for (const auto& [words, name] : labels) {
        const auto begin = static_cast<std::uint32_t>(item->text().find(words));
        item->labels.push_back(
            {{begin, begin + static_cast<std::uint32_t>(words.size())}, 0, name});
    }
    return item;
}

std::string shown(const Score& score) {
    return std::to_string(score.right) + '/' + std::to_string(score.extra) + '/' +
           std::to_string(score.missed);
}

}  // namespace

TEST_CASE("precision, recall and F1 in per cent; nothing is 0") {
    const Score score{.right = 6, .extra = 2, .missed = 4};
    CHECK(score.precision() == 75);
    CHECK(score.recall() == 60);
    CHECK(score.f1() == Approx(66.667).epsilon(1e-4));
    CHECK(Score().f1() == 0);
    CHECK(Score().precision() == 0);
    Score sum = score;
    sum.add({.right = 1, .extra = 2, .missed = 3});
    CHECK(shown(sum) == "7/4/7");
}

TEST_CASE("names are compared by span alone, by class and by type") {
    const Reader reader;
    Corpus corpus;
    corpus.push_back(
        document("Velm saw Orsk and Reed and Tarn.",
                 {{"Velm", "PERSON"}, {"Orsk", "LOC"}, {"Reed", "GPE"}, {"Tarn", "EVENT"}}));
    const Evaluation all = reader.read(std::move(corpus));
    CHECK(shown(all.ten) == "1/2/3");
    CHECK(shown(all.three) == "2/1/1");  // LOC and GPE are one class; events are in none
    CHECK(shown(all.spans) == "3/0/0");
    CHECK(shown(all.types[0]) == "1/0/0");
    CHECK(shown(all.types[2]) == "0/1/1");
    CHECK(shown(all.types[6]) == "0/0/1");
    CHECK(
        all.line(false) ==
        "3-class P 66.7 R 66.7 F1 66.7 span F1 100.0 | 0 organisations found as places, F1 66.7 if "
        "these were right");
    CHECK_THAT(all.line(true), Catch::Contains("ten types P 33.3 R 25.0 F1 28.6 | PERSON 100(1)"));
}

TEST_CASE("an organisation that is found as a place is told apart") {
    const Reader reader;
    Corpus corpus;
    corpus.push_back(
        document("Velm saw Orsk and Reed.", {{"Velm", "PER"}, {"Orsk", "ORG"}, {"Reed", "LOC"}}));
    const Evaluation all = reader.read(std::move(corpus));
    CHECK(all.acting == 1);
    CHECK_THAT(all.line(false), Catch::Contains("3-class P 33.3 R 33.3 F1 33.3"));
    CHECK_THAT(all.line(false), Catch::Contains("| 1 organisations found as places, F1 66.7"));
}

TEST_CASE("marks, the article and the possessive at the ends of a label do not matter") {
    const Reader reader;
    for (const char* label :
         {"the Reed", "Reed's", "Reed\u2019s", "(\u201cThe Reed\u201d)", "Reed,"}) {
        Corpus corpus;
        corpus.push_back(document(std::string("They saw ") + label + " boats", {{label, "ORG"}}));
        CAPTURE(label);
        CHECK(shown(reader.read(std::move(corpus)).ten) == "1/0/0");
    }
}

TEST_CASE("labels of other corpora have their class") {
    const Reader reader;
    const auto class_of = [&](const char* label) {
        std::string out;
        for (const char* name : {"Velm", "Reed", "Orsk"}) {  // person, organisation, place
            Corpus corpus;
            corpus.push_back(document(std::string(name) + " slept.", {{name, label}}));
            out += reader.read(std::move(corpus)).three.right == 1 ? 'y' : '-';
        }
        return out;
    };
    for (const char* label : {"PER", "Politician", "person_artist"})
        CHECK(class_of(label) == "y--");
    for (const char* label : {"organisation", "BAND", "organization_media"})
        CHECK(class_of(label) == "-y-");
    for (const char* label : {"loc", "Facility", "building_hotel", "location_road"})
        CHECK(class_of(label) == "--y");
    for (const char* label : {"person_group", "MISC", ""}) CHECK(class_of(label) == "---");
}

TEST_CASE("only the part that is asked for; of tokens a name takes those that it touches") {
    const Reader reader;
    Corpus corpus;
    corpus.push_back(document("Velm.", {}));
    CHECK(shown(reader.read(std::move(corpus), "train").ten) == "0/0/0");
    auto item = std::make_unique<Labelled>();
    item->corpus = "c";
    item->part = "dev";
    item->tokens = {{"Velm's", "boat"}};
    item->joined = std::make_unique<JoinedText>(join_tokens(item->tokens));
    Tokenizer tokenizer;
    item->units = units_of(*item->joined, tokenizer);
    item->labels.push_back({item->joined->tokens[0][0], 0, "PERSON"});
    corpus.clear();
    corpus.push_back(std::move(item));
    CHECK(shown(reader.read(std::move(corpus), "").ten) == "1/0/0");
}
