// analyze-train: builds the model of the name tagger from corpora, lists of names and plain text.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "analyze/base/pipeline.hpp"
#include "builder.hpp"
#include "calibration.hpp"
#include "evaluate.hpp"
#include "training_log.hpp"

namespace analyze {
namespace {

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void report(const TrainOptions& options, const Tagger& tagger, const Corpus& corpus) {
    const auto show = [&](const char* name, const char* part, bool ten) {
        const std::string wanted = options.tuning ? "tuning" : "dev";
        Evaluation evaluation =
            evaluate(tagger, corpus, name, part, options.errors && ten && part == wanted);
        fmt::print("{} {}: {}\n", name, part, evaluation.line(ten));
        if (options.reliability && ten) fmt::print("{}", reliability(evaluation.judged));
        return evaluation;
    };
    if (options.tuning) (void)show("own-news", "tuning", true);
    const Evaluation own = show("own-news", "dev", true);
    if (options.test_parts) show("own-news", "test", true);
    if (options.own_only) return;
    const Evaluation voa = show("voa-news", "dev", true);
    if (options.draws > 0)
        fmt::print("both dev parts, {} draws of documents:\n{}", options.draws,
                   intervals({&own, &voa}, options.draws, options.seed));
    if (options.test_parts) show("voa-news", "test", true);
    show("redocred", "dev", false);
    Score gum = show("gum", "dev", false).three;
    gum.add(show("gum", "test", false).three);
    fmt::print("gum dev and test: 3-class P {:.1f} R {:.1f} F1 {:.2f}\n", gum.precision(),
               gum.recall(), gum.f1());
    show("uner-pud", "test", false);
    show("uner-ewt", "dev", false);
    show("crossner-politics", "dev", false);
}

/// Fits the confidences to what is right in the dev parts. No name that is found changes.
void calibrate(ModelParts& parts, const Corpus& corpus) {
    const std::string bytes = model_bytes(parts);
    const Tagger tagger(ModelView::open(bytes, "the model"));
    std::vector<Judged> judged;
    for (const char* name : {"own-news", "voa-news"}) {
        const Evaluation evaluation = evaluate(tagger, corpus, name, "dev", false);
        judged.insert(judged.end(), evaluation.judged.begin(), evaluation.judged.end());
    }
    const auto [slope, offset] = fit_calibration(judged);
    tell(fmt::format("confidence: slope {:.3f}, offset {:.3f}", slope, offset));
    for (const float number : {slope, offset})
        parts[ModelSection::calibration].append(reinterpret_cast<const char*>(&number),
                                                sizeof number);
}

int run(int argc, char** argv) {
    TrainOptions options;
    options.threads = usable_cpus();
    std::vector<std::string> weights;
    bool no_memory = false;
    CLI::App app(
        "Trains the model of the name tagger, or scores one. data/README.md says which\n"
        "corpora, lists and texts the shipped model was made of.");
    app.add_option("--data", options.data, "the project's own lists of names and marked texts")
        ->capture_default_str();
    auto* own_only = app.add_flag("--own-only", options.own_only, "train from --data alone");
    app.add_option("--corpora", options.corpora, "folder with a folder for each other corpus")
        ->excludes(own_only);
    app.add_option("--names", options.names, "folder with the other lists of names")
        ->excludes(own_only);
    app.add_option("--text", options.text, "folder with plain text, for word clusters");
    app.add_option("-o", options.out, "write the model to this file");
    app.add_option("--evaluate", options.evaluate, "train nothing, score this model");
    app.add_flag("--test-parts", options.test_parts, "score the test parts too");
    app.add_flag("--tuning", options.tuning,
                 "keep a fifth of own-news' train from training and score it");
    app.add_flag("--errors", options.errors,
                 "list what is wrong in the dev parts (with --tuning: in its part)");
    app.add_flag("--reliability", options.reliability,
                 "with each part of ten types: what confidence, what share right");
    app.add_option("--intervals", options.draws,
                   "95 % intervals of F1 on the dev parts, by this many draws of documents");
    app.add_option("--without", options.without, "corpora to leave out, a,b,c");
    app.add_option("--weight", weights, "corpus=W: how much its sentences count");
    app.add_option("--clusters", options.clusters,
                   "read word clusters from this file or keep them there");
    app.add_option("--fine", options.fine, "fine word clusters")->capture_default_str();
    app.add_option("--coarse", options.coarse, "coarse word clusters")->capture_default_str();
    app.add_option("--epochs", options.epochs, "rounds over the corpora")->capture_default_str();
    app.add_option("--choosing", options.choosing, "rounds before them, to choose features")
        ->capture_default_str();
    app.add_option("--rate", options.rate, "learning rate")->capture_default_str();
    app.add_option("--decay", options.decay, "regularisation")->capture_default_str();
    app.add_option("--dropout", options.dropout, "share of features left out at random")
        ->capture_default_str();
    app.add_option("--members", options.members, "trainings with other seeds, their mean taken")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    app.add_option("--silver", options.silver,
                   "what a sentence of plain text that two models tag alike weighs; 0: none")
        ->capture_default_str();
    app.add_option("-j,--threads", options.threads, "they change nothing but the time")
        ->check(CLI::PositiveNumber);
    app.add_option("--seed", options.seed, "of the order of sentences and the features left out")
        ->capture_default_str();
    app.add_flag("--no-memory", no_memory, "no second look at each document");
    app.add_option("--memory-rate", options.memory_rate, "learning rate of the second look")
        ->capture_default_str();
    app.add_option("--rows", options.rows, "features kept")->capture_default_str();
    app.add_option("--min-count", options.min_count, "leave out features seen less often")
        ->capture_default_str();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (options.corpora.empty() && !options.own_only)
        throw Error(Fault::usage, "give --corpora DIR, or --own-only");
    options.memory = !no_memory;
    for (const std::string& pair : weights) {
        const std::size_t sign = pair.find('=');
        if (sign == std::string::npos) throw Error(Fault::usage, "--weight " + pair + ": no =");
        options.weights[pair.substr(0, sign)] = std::stof(pair.substr(sign + 1));
    }
    const Corpus corpus = read_corpora(options);
    tell(fmt::format("{} documents", corpus.size()));
    std::string bytes;
    if (options.evaluate.empty()) {
        ModelParts parts = build_model(options, corpus);
        calibrate(parts, corpus);
        bytes = model_bytes(parts);
        tell(fmt::format("model of {} bytes", bytes.size()));
        if (!options.out.empty()) {
            OutputFile file(options.out);
            file.write(bytes);
            file.close();
        }
    } else {
        bytes = read_file(options.evaluate);
    }
    const Tagger tagger(ModelView::open(bytes, "the model"));
    const double start = seconds();
    report(options, tagger, corpus);
    tell(fmt::format("evaluated in {:.2f}s", seconds() - start));
    return 0;
}

}  // namespace
}  // namespace analyze

int main(int argc, char** argv) {
    try {
        return analyze::run(argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "analyze-train: {}\n", error.what());
        return 2;
    }
}
