// Tests the way from tiny corpora, lists and text to a model file that finds names it never saw.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/training/builder.hpp"

#include <catch2/catch.hpp>

#include "analyze/analysis/entities.hpp"
#include "training_files.hpp"

using namespace analyze;

namespace {

std::string items(const char* sentence_of, int count) {
    static const char* const kGiven[] = {"Ada", "Tom", "Una", "Per"};
    static const char* const kTowns[] = {"Orsk", "Averley", "Tarn", "Sandholm", "Velby"};
    std::string out;
    for (int i = 0; i < count; ++i) {
        out += "=== item " + std::to_string(i) + "\n\n";
        for (const char* c = sentence_of; *c != '\0'; ++c) {
            if (*c == '1')
                out += std::string("[PERSON|") + kGiven[i % 4] + " Velm]";
            else if (*c == '2')
                out += std::string("[GPE|") + kTowns[i % 5] + ']';
            else if (*c == '3')
                out += std::string("[PRODUCT|") + kTowns[i % 5] + " Star]";
            else
                out += *c;
        }
        out += '\n';
    }
    return out;
}

std::string names_in(const EntityModel& model, const std::string& text) {
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("text", text), tokenizer);
    std::string out;
    for (const Entity& entity : model.find(document))
        out +=
            std::string(document.text(entity.span)) + '=' + std::string(name_of(entity.type)) + ' ';
    return out;
}

}  // namespace

TEST_CASE("a model built from a handful of texts finds new names, and is the same each time") {
    const char* const kStory =
        "The keeper, Ms 1, lives in 2. Last year Ms 1 sold boats in 2. It was a cold winter there.";
    const char* const kText = "The ferry 3 left. A ferry 3 came. It was a cold winter there.";
    const TrainingFiles files(
        {{"training/train.txt", items(kStory, 10)},
         {"training/dev.txt", items(kStory, 2)},
         {"training/texts/more.txt", items(kText, 10)},
         {"names/names.tsv", "GPE\tOrsk\n"},
         {"names/given.tsv", "Ada\nTom\nUna\nPer\nIda\n"},
         {"names/surname.tsv", "Velm\n"},
         {"names/not-names.txt", "Monday\n"},
         {"names/honorifics.tsv", "Ms\n"},
         {"names/kinds.tsv", "PERSON\tkeeper\n"},
         {"text/a.txt", "The keeper lives in a cold house and sold boats.\n"}});
    TrainOptions options;
    options.data = files.path();
    options.text = files.path("text");
    options.clusters = files.path("clusters.tsv");
    options.own_only = true;
    options.fine = options.coarse = 2;
    options.epochs = 4;
    options.dropout = 0;
    const Corpus corpus = read_corpora(options);
    REQUIRE(corpus.size() == 22);
    const std::string bytes = model_bytes(build_model(options, corpus));
    const EntityModel model(Resource("built", bytes));
    CHECK(names_in(model, "The keeper, Ms Ida Brask, lives in Holmby. Last year she sold it.\n") ==
          "Ida Brask=PERSON Holmby=GPE ");
    CHECK(names_in(model, "It was a cold winter there.\n").empty());
    // what only texts/ has
    CHECK(names_in(model, "The ferry Holmby Star left. It was cold.\n") == "Holmby Star=PRODUCT ");
    CHECK(std::filesystem::exists(options.clusters));
    // now with the clusters of the file
    options.threads = 3;
    CHECK(model_bytes(build_model(options, corpus)) == bytes);
    options.silver = 0;
    options.members = 1;
    CHECK(model_bytes(build_model(options, corpus)) != bytes);
    options.memory = false;
    options.rows = 10;
    ModelParts small = build_model(options, corpus);
    CHECK(small[ModelSection::rows].size() == 10 * kRowSize + kRowTail);
    CHECK(small[ModelSection::context_rows].empty());
}
