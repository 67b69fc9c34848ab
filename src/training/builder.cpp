// Builds a model from corpora, lists of names and plain text.
// SPDX-License-Identifier: Apache-2.0
#include "builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <unordered_set>

#include "analyze/base/file.hpp"
#include "analyze/base/pipeline.hpp"
#include "clusters.hpp"
#include "learner.hpp"
#include "lessons.hpp"
#include "lexicon.hpp"
#include "second_look.hpp"
#include "silver.hpp"
#include "training_log.hpp"

namespace analyze {
namespace {

/// The corpora beside own-news, with what a sentence of each weighs: found by measuring dev parts
/// that were left out. What is marked as our guidelines say outweighs by far what is marked as
/// others'. Few-NERD's unlabelled words say nothing, but its labels teach types that the
/// others hardly have.
const std::vector<std::pair<std::string, float>> kCorpora{{"voa-news", 8.0F},
                                                          {"gum", 0.5F},
                                                          {"re3d", 0.4F},
                                                          {"uner-ewt", 0.5F},
                                                          {"uner-pud", 0.6F},
                                                          {"redocred", 0.4F},
                                                          {"crossner-politics", 0.4F},
                                                          {"gum-extra", 0.3F},
                                                          {"crossner-science", 0.2F},
                                                          {"crossner-literature", 0.3F},
                                                          {"crossner-music", 0.2F},
                                                          {"crossner-ai", 0.15F},
                                                          {"fewnerd-inter", 0.3F},
                                                          {"litbank-names", 0.15F},
                                                          {"wnut17", 0.15F},
                                                          {"btc", 0.1F}};
constexpr float kOwnWeight = 20.0F, kTextsWeight = 10.0F;
/// Labelled by machine: nothing to learn from, but most of its names are names.
constexpr const char* kListed = "wikiann-en";

bool left_out(const TrainOptions& options, const std::string& corpus) {
    return ("," + options.without + ",").find("," + corpus + ",") != std::string::npos;
}

/// The documents that a model learns from: never dev and test of own-news and voa-news, never a
/// corpus named by --without.
float weight_of(const TrainOptions& options, const Labelled& item) {
    if (item.corpus == "own-news" || item.corpus == "voa-news") {
        if (item.part != "train") return 0;
    }
    if (left_out(options, item.corpus)) return 0;
    const auto set = options.weights.find(item.corpus);
    if (set != options.weights.end()) return set->second;
    if (item.corpus == "own-news") return kOwnWeight;
    if (item.corpus == "own-texts") return kTextsWeight;
    for (const auto& [name, weight] : kCorpora)
        if (name == item.corpus) return weight;
    if (item.corpus == "silver") return options.silver;
    return 0;
}

/// The names of a folder's and its folders' text files, from the folder, in order; none if it is not there.
std::vector<std::string> text_files(const std::string& folder) {
    std::vector<std::string> files;
    if (!std::filesystem::exists(folder)) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".txt")
            files.push_back(std::filesystem::relative(entry.path(), folder).string());
    std::sort(files.begin(), files.end());
    return files;
}

/// The plain text, by file, without the sentences of parts that are measured.
PlainTexts read_text(const TrainOptions& options, const Corpus& corpus) {
    std::unordered_set<std::uint64_t> held_out;
    for (const auto& item : corpus) {
        if (item->part == "train") continue;
        for (const UnitSentence& sentence : item->units.sentences)
            if (sentence.end > sentence.first)
                held_out.insert(line_key(
                    slice(item->text(), item->units.span_of(sentence.first, sentence.end))));
    }
    const std::vector<std::string> files = text_files(options.text);
    PlainTexts texts;
    texts.reserve(files.size());
    for (const std::string& file : files)
        texts.emplace_back(file, without_lines(read_file(options.text + '/' + file), held_out));
    return texts;
}

/// Fine and coarse clusters of the words of the plain text, by exact word. With --clusters FILE
/// they are kept in a file and read from it the next time.
KeyedValues make_clusters(const TrainOptions& options, const PlainTexts& texts) {
    std::string lines;
    if (!options.clusters.empty() && std::filesystem::exists(options.clusters)) {
        lines = read_file(options.clusters);
    } else {
        TextCounts text;
        Tokenizer tokenizer;
        for (const auto& [file, bytes] : texts) text.add(bytes, is_tokenised(file), tokenizer);
        tell(fmt::format("{} units of plain text", text.sequence.size()));
        const auto fine = cluster_words(text, options.fine, 8, 8, tell);
        const auto coarse = cluster_words(text, options.coarse, 8, 8, tell);
        for (std::size_t w = 0; w < text.words.size(); ++w)
            if (fine[w] != 0xffff)
                lines += fmt::format("{}\t{}\t{}\n", fine[w], coarse[w], text.words[w]);
        if (!options.clusters.empty()) std::ofstream(options.clusters, std::ios::binary) << lines;
    }
    KeyedValues values;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t one = lines.find('\t', at), two = lines.find('\t', one + 1),
                          end = lines.find('\n', two);
        const auto fine = static_cast<std::uint32_t>(std::stoul(lines.substr(at, one - at)));
        const auto coarse =
            static_cast<std::uint32_t>(std::stoul(lines.substr(one + 1, two - one - 1)));
        values.emplace_back(hash_of(std::string_view(lines).substr(two + 1, end - two - 1)),
                            fine | coarse << 16);
        at = end + 1;
    }
    std::sort(values.begin(), values.end());
    return values;
}

void add_lessons(const TrainOptions& options, const Corpus& corpus, const ModelView& lists,
                 std::vector<Lesson>& lessons) {
    for (const auto& item : corpus) {
        const float weight = weight_of(options, *item);
        if (weight > 0)
            lessons.push_back(
                {item.get(), weight, std::make_unique<FeatureText>(item->units, lists)});
    }
}

/// The lessons with the features that are worth a row: a few rounds tell which. These are then learnt alone,
/// so that they make up for the others.
Lessons choose_features(const TrainOptions& options, const std::vector<Lesson>& lessons,
                        const LearnOptions& how) {
    Lessons numbered = number_features(lessons, options.min_count);
    if (numbered.keys.size() <= options.rows) return numbered;
    LearnOptions first = how;
    first.epochs = options.choosing;
    const Weights all = learn(numbered.examples, numbered.examples.sentences, numbered.keys.size(),
                              first, {}, tell);
    keep_best_features(numbered, all, options.rows);
    return numbered;
}

/// The weights that are learnt with as many seeds, one after the other or side by side.
std::vector<Weights> learn_members(const Lessons& lessons, const LearnOptions& how,
                                   std::size_t members, unsigned threads) {
    std::vector<Weights> weights(members);
    run_ordered(
        members, threads, threads,
        [&](std::size_t m) {
            LearnOptions mine = how;
            mine.seed += m * 1000;
            weights[m] = learn(lessons.examples, lessons.examples.sentences, lessons.keys.size(),
                               mine, {}, [](const std::string&) {});
        },
        [&](std::size_t m) {
            tell(fmt::format("learnt {} of {}", m + 1, members));
            return true;
        });
    return weights;
}

/// Weights of the same features learnt with different seeds: their mean errs less than each of them.
Weights mean_of(std::vector<Weights> members) {
    Weights mean = std::move(members.front());
    const float share = 1 / static_cast<float>(members.size());
    for (std::size_t m = 1; m < members.size(); ++m) mean.add(members[m]);
    mean.scale(share);
    return mean;
}

void write_weights(const Lessons& lessons, const Weights& weights, ModelParts& parts) {
    write_rows(lessons.keys, weights, parts.scale, parts[ModelSection::features],
               parts[ModelSection::rows]);
    const std::vector<float> floats = weights.transitions.floats();
    parts[ModelSection::transitions].assign(reinterpret_cast<const char*>(floats.data()),
                                            floats.size() * sizeof(float));
}

/// Plain text with the names that two models find in it, each learnt from all lessons in another order.
Corpus make_silver(const TrainOptions& options, const std::vector<Lesson>& lessons,
                   const LearnOptions& how, const PlainTexts& texts, ModelParts parts) {
    constexpr std::size_t kTeachers = 2;
    const Lessons numbered = choose_features(options, lessons, how);
    std::array<std::string, kTeachers> models;
    const std::vector<Weights> weights = learn_members(numbered, how, kTeachers, options.threads);
    learn_second_look(lessons, lessons.size(), numbered, how, weights[0].transitions,
                      options.memory_rate, options.threads, parts);
    for (std::size_t m = 0; m < kTeachers; ++m) {
        write_weights(numbered, weights[m], parts);
        models[m] = model_bytes(parts);
    }
    Corpus silver =
        silver_documents(texts, ModelView::open(models[0], "the first teacher"),
                         ModelView::open(models[1], "the second teacher"), options.threads);
    std::size_t sentences = 0, names = 0;
    for (const auto& item : silver) {
        sentences += item->units.sentences.size();
        names += item->labels.size();
    }
    tell(fmt::format("{} sentences of plain text with {} names", sentences, names));
    return silver;
}

/// The parts of a corpus that are there.
void read_parts(const TrainOptions& options, const std::string& name, const LabelMap& mapping,
                Tokenizer& tokenizer, Corpus& corpus) {
    for (const char* part : {"train", "dev", "test"}) {
        const std::string path = options.corpora + "/" + name + "/" + part + ".iob2";
        if (std::filesystem::exists(path)) read_iob2(path, name, part, mapping, tokenizer, corpus);
    }
}

Lexicon make_lexicon(const TrainOptions& options, const CaseCounts& cases) {
    Lexicon lexicon(cases);
    lexicon.add_own(options.data + "/names");
    if (!options.names.empty()) lexicon.add_public(options.names);
    if (!options.own_only && !left_out(options, kListed)) {
        Corpus listed;
        Tokenizer tokenizer;
        read_parts(options, kListed, read_mapping(options.corpora + "/mapping.tsv"), tokenizer,
                   listed);
        for (const auto& item : listed) lexicon.add_labelled(*item);
    }
    return lexicon;
}

}  // namespace

Corpus read_corpora(const TrainOptions& options) {
    Corpus corpus;
    Tokenizer tokenizer;
    const std::string own = options.data + "/training/", more = own + "texts/";
    for (const char* part : {"train", "dev"})
        read_marked(own + part + ".txt", "own-news", part, tokenizer, corpus, options.tuning);
    for (const std::string& file : text_files(more))
        read_marked(more + file, "own-texts", "train", tokenizer, corpus);
    if (options.own_only) return corpus;
    const LabelMap mapping = read_mapping(options.corpora + "/mapping.tsv");
    for (const auto& [name, weight] : kCorpora) {
        // A corpus that is not learnt from costs nothing.
        const auto set = options.weights.find(name);
        if ((set != options.weights.end() ? set->second : weight) > 0)
            read_parts(options, name, mapping, tokenizer, corpus);
    }
    return corpus;
}

ModelParts build_model(const TrainOptions& options, const Corpus& corpus) {
    ModelParts parts;
    CaseCounts cases;
    PlainTexts texts;
    if (!options.text.empty()) {
        Tokenizer tokenizer;
        texts = read_text(options, corpus);
        for (const auto& [file, bytes] : texts) cases.add_text(bytes, tokenizer);
        tell(fmt::format("{} word types in plain text", cases.words.size()));
        parts[ModelSection::clusters] = table_bytes(make_clusters(options, texts));
    }
    const Lexicon lexicon = make_lexicon(options, cases);
    parts[ModelSection::facts] = table_bytes(lexicon.facts());
    parts[ModelSection::phrases] = table_bytes(lexicon.phrases());
    tell(fmt::format("facts {} bytes, phrases {} bytes", parts[ModelSection::facts].size(),
                     parts[ModelSection::phrases].size()));

    const std::string lists_bytes = model_bytes(parts);
    const ModelView lists = ModelView::open(lists_bytes, "the lists");

    LearnOptions how;
    how.epochs = options.epochs;
    how.rate = options.rate;
    how.decay = options.decay;
    how.dropout = options.dropout;
    how.seed = options.seed;
    std::vector<Lesson> lessons;
    add_lessons(options, corpus, lists, lessons);
    const std::size_t gold = lessons.size();
    Corpus silver;
    if (options.silver > 0 && !texts.empty()) {
        silver = make_silver(options, lessons, how, texts, parts);
        texts.clear();
        add_lessons(options, silver, lists, lessons);
    }
    const Lessons numbered = choose_features(options, lessons, how);
    const Weights weights = mean_of(learn_members(numbered, how, options.members, options.threads));
    write_weights(numbered, weights, parts);
    if (options.memory)
        learn_second_look(lessons, gold, numbered, how, weights.transitions, options.memory_rate,
                          options.threads, parts);
    return parts;
}

}  // namespace analyze
