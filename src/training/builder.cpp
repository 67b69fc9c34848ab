// Builds a model from corpora, lists of names and plain text.
// SPDX-License-Identifier: Apache-2.0
#include "builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>
#include <unordered_set>

#include "analyze/analysis/entities_memory.hpp"
#include "analyze/base/file.hpp"
#include "clusters.hpp"
#include "dictionary.hpp"
#include "learner.hpp"
#include "lexicon.hpp"

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
constexpr float kOwnWeight = 20.0F;

/// The documents that a model learns from: never dev and test of own-news and voa-news, never a
/// corpus named by --without.
float weight_of(const TrainOptions& options, const Labelled& item) {
    if (item.corpus == "own-news" || item.corpus == "voa-news") {
        if (item.part != "train") return 0;
    }
    if (("," + options.without + ",").find("," + item.corpus + ",") != std::string::npos) return 0;
    const auto set = options.weights.find(item.corpus);
    if (set != options.weights.end()) return set->second;
    if (item.corpus == "own-news") return kOwnWeight;
    for (const auto& [name, weight] : kCorpora)
        if (name == item.corpus) return weight;
    return 0;
}

/// The plain text, by file, without the sentences of parts that are measured.
std::vector<std::pair<std::string, std::string>> read_text(const TrainOptions& options,
                                                           const Corpus& corpus) {
    std::unordered_set<std::uint64_t> held_out;
    for (const auto& item : corpus) {
        if (item->part == "train") continue;
        for (const UnitSentence& sentence : item->units.sentences)
            if (sentence.end > sentence.first)
                held_out.insert(
                    line_key(slice(item->text(), {item->units.units[sentence.first].span.begin,
                                                  item->units.units[sentence.end - 1].span.end})));
    }
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(options.text))
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::pair<std::string, std::string>> texts;
    texts.reserve(files.size());
    for (const std::string& file : files)
        texts.emplace_back(file, without_lines(read_file(file), held_out));
    return texts;
}

/// Fine and coarse clusters of the words of the plain text, by exact word. With --clusters FILE
/// they are kept in a file and read from it the next time.
KeyedValues make_clusters(const TrainOptions& options,
                          const std::vector<std::pair<std::string, std::string>>& texts) {
    std::string lines;
    if (!options.clusters.empty() && std::filesystem::exists(options.clusters)) {
        lines = read_file(options.clusters);
    } else {
        TextCounts text;
        Tokenizer tokenizer;
        for (const auto& [file, bytes] : texts)
            text.add(bytes, file.find("tokenised") != std::string::npos, tokenizer);
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

/// A document that is learnt from, ready for features.
struct Lesson {
    const Labelled* item = nullptr;
    float weight = 0;
    std::unique_ptr<FeatureText> text;
    std::size_t first_sentence = 0;  ///< in Examples::sentences
};

void unit_keys(const FeatureText& text, const UnitSentence& sentence, std::uint32_t unit,
               std::vector<std::uint64_t>& keys) {
    keys.clear();
    for (int offset = -2; offset <= 2; ++offset) {
        const std::int64_t at = std::int64_t{unit} + offset;
        if (at >= sentence.first && at < sentence.end)
            word_features(text.word(static_cast<std::uint32_t>(at)), offset, keys);
    }
    text.context_features(sentence, unit, keys);
    const std::uint32_t run = text.run_of(unit);
    if (run != FeatureText::kNoRun) text.run_features(sentence, run, keys);
}

Examples make_examples(std::vector<Lesson>& lessons, Dictionary& dictionary,
                       std::uint32_t min_count, std::uint32_t& features) {
    std::vector<std::uint64_t> keys;
    for (const Lesson& lesson : lessons)
        for (const UnitSentence& sentence : lesson.item->units.sentences)
            for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
                if (!lesson.text->near_name(sentence, i)) continue;
                unit_keys(*lesson.text, sentence, i, keys);
                for (const std::uint64_t key : keys) dictionary.count(key);
            }
    features = dictionary.number(min_count);
    Examples examples;
    std::vector<std::uint32_t> numbers;
    for (Lesson& lesson : lessons) {
        lesson.first_sentence = examples.sentences.size();
        const std::vector<std::uint64_t> allowed = allowed_tags(*lesson.item, *lesson.text);
        for (const UnitSentence& sentence : lesson.item->units.sentences) {
            examples.sentences.push_back(
                {examples.allowed.size(), sentence.end - sentence.first, lesson.weight});
            for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
                unit_keys(*lesson.text, sentence, i, keys);
                numbers.clear();
                for (const std::uint64_t key : keys) {
                    const std::uint32_t number = dictionary[key];
                    if (number != HashView::kAbsent) numbers.push_back(number);
                }
                examples.add_unit(numbers, allowed[i]);
            }
        }
    }
    return examples;
}

/// The features that say most, in order: those with large weights, and of them those that are met
/// often, in corpora that weigh much.
std::vector<std::uint32_t> best_features(const Examples& examples, const Weights& weights,
                                         std::size_t limit) {
    const std::size_t features = weights.rows.size() / kWidth;
    std::vector<float> counts(features);
    for (const TrainingSentence& sentence : examples.sentences)
        for (std::uint64_t f = examples.starts[sentence.first_unit];
             f < examples.starts[sentence.first_unit + sentence.units]; ++f)
            counts[examples.features[f]] += sentence.weight;
    std::vector<std::pair<float, std::uint32_t>> ranked;
    for (std::uint32_t f = 0; f < features; ++f) {
        float most = 0;
        for (std::size_t y = 0; y < kTags; ++y)
            most = std::max(most, std::abs(weights.rows[f * kWidth + y]));
        if (most > 0) ranked.emplace_back(-most * std::sqrt(std::min(counts[f], 50.0F)), f);
    }
    std::sort(ranked.begin(), ranked.end());
    ranked.resize(std::min(ranked.size(), limit));
    tell(fmt::format("least kept {:.3f} of {} features", ranked.empty() ? 0 : -ranked.back().first,
                     ranked.size()));
    std::vector<std::uint32_t> best;
    best.reserve(ranked.size());
    for (const auto& [size, f] : ranked) best.push_back(f);
    std::sort(best.begin(), best.end());
    return best;
}

/// Leaves in the examples and among the keys only these features, numbered anew in their order.
void keep_features(const std::vector<std::uint32_t>& best, Examples& examples,
                   std::vector<std::uint64_t>& keys) {
    std::vector<std::uint32_t> number(keys.size(), HashView::kAbsent);
    for (std::uint32_t n = 0; n < best.size(); ++n) {
        number[best[n]] = n;
        keys[n] = keys[best[n]];
    }
    keys.resize(best.size());
    std::size_t to = 0, from = 0;
    for (std::size_t unit = 0; unit + 1 < examples.starts.size(); ++unit) {
        for (; from < examples.starts[unit + 1]; ++from)
            if (number[examples.features[from]] != HashView::kAbsent)
                examples.features[to++] = number[examples.features[from]];
        examples.starts[unit + 1] = to;
    }
    examples.features.resize(to);
    examples.features.shrink_to_fit();
}

/// The weights as bytes, a row for each feature, and the table of their keys.
void write_rows(const std::vector<std::uint64_t>& keys, const Weights& weights, float& scale,
                std::string& table, std::string& rows) {
    float largest = 0.01F;
    for (const float weight : weights.rows) largest = std::max(largest, std::abs(weight));
    scale = std::min(largest, 3.0F) / 127;
    tell(fmt::format("largest weight {:.2f} of {} rows", largest, keys.size()));
    KeyedValues numbered;
    for (std::uint32_t f = 0; f < keys.size(); ++f) {
        numbered.emplace_back(keys[f], f);
        std::array<std::int8_t, kRowSize> row{};
        for (std::size_t y = 0; y < kTags; ++y)
            row[y] = static_cast<std::int8_t>(
                std::lround(std::clamp(weights.rows[f * kWidth + y] / scale, -127.0F, 127.0F)));
        rows.append(reinterpret_cast<const char*>(row.data()), row.size());
    }
    table = table_bytes(numbered);
}

/// Learns the second look: what is right where the first look, by a model that has not seen the
/// document, says this and the rest of the document that.
void learn_memory(const TrainOptions& options, const std::vector<Lesson>& lessons,
                  const Examples& examples, std::uint32_t features, const LearnOptions& how,
                  const Transitions& transitions, ModelParts& parts) {
    constexpr std::size_t kFolds = 2;
    Examples second;
    Dictionary dictionary;
    std::vector<std::vector<std::uint64_t>> unit_keys;
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
        std::vector<TrainingSentence> others;
        const auto in_fold = [&](std::size_t number) { return number % kFolds == fold; };
        const auto sentences_of = [&](std::size_t number) {
            const auto first = examples.sentences.begin() +
                               static_cast<std::ptrdiff_t>(lessons[number].first_sentence);
            return std::vector<TrainingSentence>(
                first,
                first + static_cast<std::ptrdiff_t>(lessons[number].item->units.sentences.size()));
        };
        for (std::size_t n = 0; n < lessons.size(); ++n)
            if (!in_fold(n)) {
                const auto mine = sentences_of(n);
                others.insert(others.end(), mine.begin(), mine.end());
            }
        const Weights weights =
            learn(examples, others, features, how, {}, [](const std::string&) {});
        tell(fmt::format("fold {} learnt from {} sentences", fold + 1, others.size()));
        TagDecoder decoder;
        std::vector<float> scores;
        for (std::size_t n = 0; n < lessons.size(); ++n) {
            if (!in_fold(n)) continue;
            const FeatureText& text = *lessons[n].text;
            const auto mine = sentences_of(n);
            std::vector<Found> names;
            std::vector<float> all;
            for (std::size_t s = 0; s < mine.size(); ++s) {
                score(examples, mine[s], weights, scores);
                const std::size_t before = names.size();
                decoder.decode(weights.transitions, scores.data(), mine[s].units, names);
                for (std::size_t k = before; k < names.size(); ++k) {
                    names[k].first += lessons[n].item->units.sentences[s].first;
                    names[k].end += lessons[n].item->units.sentences[s].first;
                }
                all.insert(all.end(), scores.begin(), scores.end());
            }
            const DocumentMemory memory(text, names);
            for (std::size_t s = 0; s < mine.size(); ++s) {
                const UnitSentence& sentence = lessons[n].item->units.sentences[s];
                bool any = false;
                const std::size_t first_key = unit_keys.size();
                for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
                    memory.keys(sentence, i, unit_keys.emplace_back());
                    any |= !unit_keys.back().empty();
                }
                if (!any) {
                    unit_keys.resize(first_key);
                    continue;
                }
                second.sentences.push_back({second.allowed.size(), mine[s].units, mine[s].weight});
                for (std::uint32_t i = 0; i < mine[s].units; ++i)
                    second.allowed.push_back(examples.allowed[mine[s].first_unit + i]);
                second.base.insert(
                    second.base.end(),
                    all.begin() + static_cast<std::ptrdiff_t>(sentence.first * kStride),
                    all.begin() + static_cast<std::ptrdiff_t>(sentence.end * kStride));
            }
        }
    }
    for (const auto& keys : unit_keys)
        for (const std::uint64_t key : keys) dictionary.count(key);
    const std::uint32_t count = dictionary.number(3);
    for (const auto& keys : unit_keys) {
        for (const std::uint64_t key : keys) {
            const std::uint32_t number = dictionary[key];
            if (number != HashView::kAbsent) second.features.push_back(number);
        }
        second.starts.push_back(second.features.size());
    }
    tell(fmt::format("second look: {} sentences, {} features", second.sentences.size(), count));
    LearnOptions again;
    again.epochs = 6;
    again.rate = options.memory_rate;
    again.learn_transitions = false;
    Weights start;
    start.transitions = transitions;
    const Weights weights = learn(second, second.sentences, count, again, start, tell);
    write_rows(dictionary.keys(), weights, parts.context_scale,
               parts[ModelSection::context_features], parts[ModelSection::context_rows]);
    // Models that saw half of the corpora are less sure than the whole one, so what was learnt from
    // correcting them overrules it too often.
    parts.context_scale *= 0.5F;
}

}  // namespace

void tell(const std::string& line) {
    static const auto start = std::chrono::steady_clock::now();
    fmt::print(stderr, "[{:6.1f}s] {}\n",
               std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
               line);
}

Corpus read_corpora(const TrainOptions& options) {
    Corpus corpus;
    Tokenizer tokenizer;
    const std::string own = options.own_only ? options.corpora : options.corpora + "/own-news";
    for (const char* part : {"train", "dev"})
        read_marked(own + "/" + part + ".txt", part, tokenizer, corpus, options.tuning);
    if (options.own_only) return corpus;
    const LabelMap mapping = read_mapping(options.corpora + "/mapping.tsv");
    for (const auto& [name, weight] : kCorpora)
        for (const char* part : {"train", "dev", "test"}) {
            // A corpus that is not learnt from costs nothing.
            const auto set = options.weights.find(name);
            if ((set != options.weights.end() ? set->second : weight) <= 0) continue;
            const std::string path = options.corpora + "/" + name + "/" + part + ".iob2";
            if (std::filesystem::exists(path))
                read_iob2(path, name, part, mapping, tokenizer, corpus);
        }
    return corpus;
}

ModelParts build_model(const TrainOptions& options, const Corpus& corpus) {
    ModelParts parts;
    CaseCounts cases;
    Tokenizer tokenizer;
    if (!options.text.empty()) {
        const auto texts = read_text(options, corpus);
        for (const auto& [file, bytes] : texts) cases.add_text(bytes, tokenizer);
        tell(fmt::format("{} word types in plain text", cases.words.size()));
        parts[ModelSection::clusters] = table_bytes(make_clusters(options, texts));
    }
    Lexicon lexicon(cases);
    lexicon.add_own(options.own_only ? options.names : options.names + "/own");
    if (!options.kinds.empty()) lexicon.add_kinds(options.kinds);
    if (!options.own_only) lexicon.add_public(options.names);
    parts[ModelSection::facts] = table_bytes(lexicon.facts());
    parts[ModelSection::phrases] = table_bytes(lexicon.phrases());
    tell(fmt::format("facts {} bytes, phrases {} bytes", parts[ModelSection::facts].size(),
                     parts[ModelSection::phrases].size()));

    const std::string lists_bytes = model_bytes(parts);
    const ModelView lists = ModelView::open(lists_bytes, "the lists");

    std::vector<Lesson> lessons;
    for (const auto& item : corpus) {
        const float weight = weight_of(options, *item);
        if (weight <= 0) continue;
        lessons.push_back(
            {item.get(), weight, std::make_unique<FeatureText>(item->units, lists), 0});
    }
    Dictionary dictionary;
    std::uint32_t features = 0;
    Examples examples = make_examples(lessons, dictionary, options.min_count, features);
    tell(fmt::format("{} sentences, {} units, {} features", examples.sentences.size(),
                     examples.allowed.size(), features));

    LearnOptions how;
    how.epochs = options.epochs;
    how.rate = options.rate;
    how.decay = options.decay;
    how.dropout = options.dropout;
    how.seed = options.seed;
    // A few rounds tell which features are worth a row; then these are learnt alone, so that they
    // make up for the others.
    std::vector<std::uint64_t> keys = dictionary.keys();
    if (keys.size() > options.rows) {
        LearnOptions first = how;
        first.epochs = options.choosing;
        const Weights all = learn(examples, examples.sentences, features, first, {}, tell);
        keep_features(best_features(examples, all, options.rows), examples, keys);
        features = static_cast<std::uint32_t>(keys.size());
    }
    const Weights weights = learn(examples, examples.sentences, features, how, {}, tell);
    write_rows(keys, weights, parts.scale, parts[ModelSection::features],
               parts[ModelSection::rows]);
    const std::vector<float> floats = weights.transitions.floats();
    parts[ModelSection::transitions].assign(reinterpret_cast<const char*>(floats.data()),
                                            floats.size() * sizeof(float));
    if (options.memory)
        learn_memory(options, lessons, examples, features, how, weights.transitions, parts);
    return parts;
}

}  // namespace analyze
