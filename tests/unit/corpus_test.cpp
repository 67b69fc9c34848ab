// Tests of reading corpora: marked text, tokens with tags, mappings, and the tags that labels allow.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/training/corpus.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "analyze/base/error.hpp"
#include "small_model.hpp"
#include "training_files.hpp"

using namespace analyze;

namespace {

constexpr TypeSet kPerson = 1, kOrg = 2, kGpe = 4, kNorp = 16;

/// "text of the label=types …".
std::string labels(const Labelled& item) {
    std::string out;
    for (const Label& label : item.labels) {
        out += std::string(slice(item.text(), label.span)) + '=' + label.name + ':';
        out += std::to_string(label.types) + ' ';
    }
    return out;
}

}  // namespace

TEST_CASE("marked text: labels become spans, all other brackets stay") {
    std::string bytes =
        "a line before the first item\n=== item-1 2024-03-15\n\n# Lake\n\n"
        "[PERSON|Ada Velm] of [GPE|Orsk] saw [it] and [NONE|x] [GPE|y\n";
    for (int i = 2; i <= 11; ++i) bytes += "=== item\nText.\n";
    const TrainingFiles files({{"train.txt", bytes}});
    Tokenizer tokenizer;
    Corpus corpus;
    read_marked(files.path("train.txt"), "own-news", "train", tokenizer, corpus);
    REQUIRE(corpus.size() == 11);
    const Labelled& item = *corpus[0];
    CHECK(item.id == "item-1");
    CHECK(item.corpus == "own-news");
    CHECK(item.text() == "# Lake\n\nAda Velm of Orsk saw [it] and [NONE|x] [GPE|y\n");
    CHECK(labels(item) == "Ada Velm=PERSON:1 Orsk=GPE:4 ");
    CHECK(item.units.sentences.front().heading);
    for (std::size_t i = 0; i < corpus.size(); ++i)
        CHECK(corpus[i]->part == (i == 9 ? "test" : "train"));
    Corpus tuned;
    read_marked(files.path("train.txt"), "own-news", "train", tokenizer, tuned, true);
    for (std::size_t i = 0; i < tuned.size(); ++i)
        CHECK(tuned[i]->part == (i == 9 ? "test" : i == 2 || i == 6 ? "tuning" : "train"));
    Corpus dev;
    read_marked(files.path("train.txt"), "own-news", "dev", tokenizer, dev);
    CHECK(dev[9]->part == "dev");
    Corpus texts;
    read_marked(files.path("train.txt"), "own-texts", "train", tokenizer, texts, true);
    for (const auto& text : texts) CHECK((text->corpus == "own-texts" && text->part == "train"));
    CHECK_THROWS_AS(read_marked(files.path("none"), "own-news", "dev", tokenizer, dev), Error);
}

TEST_CASE("tokens with tags: joined to text, labels over their tokens, documents and runs") {
    const TrainingFiles files(
        {{"mapping.tsv",
          "corpus\tlabel\ttargets\nc\tPER\tPERSON\nc\tLOC\tGPE|ORG|O\nc\tO\tO|PERSON\n"
          "other\tX\tMISC\nnot a row\n"},
         {"bad.tsv", "c\tPER\tHUMAN\n"},
         {"c.iob2",
          "-DOCSTART-\n\nAda\tB-PER\nVelm\tI-PER\n's\tO\nboat\n.\tO\n\nIn\tO\nOrsk\tx\tB-LOC\n"
          "Orsk\tB-LOC\nVelm\tI-PER\n-DOCSTART-\nTarn\tI-LOC\n"},
         {"odd.iob2", "Tarn\tB-ANIMAL\n"},
         {"runs.iob2", [] {
              std::string lines;
              for (int i = 0; i < 81; ++i) lines += "Tarn\tO\n\n";
              return lines;
          }()}});
    const LabelMap mapping = read_mapping(files.path("mapping.tsv"));
    CHECK(mapping.at("c").at("PER") == kPerson);
    CHECK(mapping.at("c").at("LOC") == (kGpe | kOrg | kTypeO));
    CHECK(mapping.size() == 2);
    CHECK_THROWS_WITH(read_mapping(files.path("bad.tsv")), Catch::Contains("HUMAN"));

    Tokenizer tokenizer;
    Corpus corpus;
    read_iob2(files.path("c.iob2"), "c", "dev", mapping, tokenizer, corpus);
    REQUIRE(corpus.size() == 2);
    CHECK(corpus[0]->text() == "Ada Velm's boat.\nIn Orsk Orsk Velm\n");
    // a type that changes begins a new name
    CHECK(labels(*corpus[0]) == "Ada Velm=PER:1 Orsk=LOC:1030 Orsk=LOC:1030 Velm=PER:1 ");
    CHECK(corpus[0]->hidden == (kTypeO | kPerson));
    CHECK(labels(*corpus[1]) == "Tarn=LOC:1030 ");
    CHECK(corpus[1]->id == "c-dev-1");

    CHECK_THROWS_WITH(read_iob2(files.path("odd.iob2"), "c", "dev", mapping, tokenizer, corpus),
                      Catch::Contains("no mapping of label ANIMAL"));
    Corpus runs;
    read_iob2(files.path("runs.iob2"), "other", "train", mapping, tokenizer, runs);
    REQUIRE(runs.size() == 3);
    CHECK(runs[0]->tokens.size() == 40);
    CHECK(runs[2]->tokens.size() == 1);
    CHECK(runs[0]->hidden == kTypeO);
}

TEST_CASE("labels allow their tags, hidden names only capitals, lists settle what is open") {
    Units text("Ada Velm met Tarnish Orsk people.");
    Labelled item;
    item.units = text.units;
    const auto label = [&](std::string_view words, TypeSet types) {
        const auto begin = static_cast<std::uint32_t>(text.units.text.find(words));
        item.labels.push_back(
            {{begin, begin + static_cast<std::uint32_t>(words.size())}, types, ""});
    };
    label("Ada Velm", kPerson);
    label("Tarnish", kNorp | kGpe | kTypeO);
    label("Orsk", kGpe | kOrg);
    SmallModel model;
    const auto tag = [](Part part, std::size_t type) {
        return std::uint64_t{1} << tag_of(part, type);
    };
    const std::uint64_t begin = tag(Part::begin, 0), end = tag(Part::end, 0),
                        norp = tag(Part::single, 4), gpe = tag(Part::single, 2),
                        org = tag(Part::single, 1);
    const ModelView bare = model.view();
    CHECK(allowed_tags(item, FeatureText(text.units, bare)) ==
          std::vector<std::uint64_t>{begin, end, 1, norp | gpe | 1, gpe | org, 1, 1});

    std::string scratch;
    const auto folded = [&](const char* word) { return describe(word, {}, scratch).folded; };
    SmallModel lists;
    lists.parts[ModelSection::facts] = table_bytes({{folded("tarnish"), fact::demonym}});
    lists.parts[ModelSection::phrases] =
        table_bytes({{phrase_key(0, folded("orsk")), 1U << phrase::kPlace}});
    const ModelView known = lists.view();
    CHECK(allowed_tags(item, FeatureText(text.units, known)) ==
          std::vector<std::uint64_t>{begin, end, 1, norp, gpe, 1, 1});

    item.labels.clear();
    item.hidden = kTypeO | kGpe;
    const auto hidden = allowed_tags(item, FeatureText(text.units, bare));
    const std::uint64_t any =
        1 | gpe | tag(Part::begin, 2) | tag(Part::inside, 2) | tag(Part::end, 2);
    CHECK(hidden == std::vector<std::uint64_t>{any, any, 1, any, any, 1, 1});
}

TEST_CASE("the marks in our own texts are whole, and names have no blank at their ends") {
    const std::filesystem::path folder = std::filesystem::path(PROJECT_DIR) / "data/training";
    Tokenizer tokenizer;
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".txt") continue;
        ++files;
        Corpus corpus;
        read_marked(entry.path().string(), "own-texts", "train", tokenizer, corpus);
        CHECK(corpus.size() > 100);
        std::set<std::string> seen;
        for (const auto& item : corpus) {
            INFO(entry.path() << ' ' << item->id);
            CHECK(seen.insert(item->id).second);
            CHECK(item->text().find_first_of("[]|") == std::string_view::npos);
            for (const Label& label : item->labels) {
                const std::string_view name = slice(item->text(), label.span);
                CHECK((!name.empty() && name.front() != ' ' && name.back() != ' '));
            }
        }
    }
    CHECK(files >= 3);
}
