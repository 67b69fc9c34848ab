// analyze-train: builds the model of the name tagger from corpora, lists of names and plain text.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <fstream>

#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "builder.hpp"
#include "evaluate.hpp"

namespace analyze {
namespace {

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void report(const TrainOptions& options, const Tagger& tagger, const Corpus& corpus) {
    const auto show = [&](const char* name, const char* part, bool ten) {
        const Evaluation evaluation = evaluate(tagger, corpus, name, part,
                                               options.errors && ten && std::string(part) == "dev");
        fmt::print("{} {}: {}\n", name, part, evaluation.line(ten));
    };
    show("own-news", "dev", true);
    if (options.test_parts) show("own-news", "test", true);
    if (options.own_only) return;
    show("voa-news", "dev", true);
    if (options.test_parts) show("voa-news", "test", true);
    show("redocred", "dev", false);
    show("gum", "dev", false);
    show("gum", "test", false);
    show("uner-pud", "test", false);
    show("uner-ewt", "dev", false);
    show("crossner-politics", "dev", false);
}

int run(int argc, char** argv) {
    TrainOptions options;
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        const auto value = [&]() -> std::string {
            if (i + 1 >= argc) throw Error(Fault::usage, name + " needs a value");
            return argv[++i];
        };
        if (name == "--corpora")
            options.corpora = value();
        else if (name == "--names")
            options.names = value();
        else if (name == "--text")
            options.text = value();
        else if (name == "-o")
            options.out = value();
        else if (name == "--evaluate")
            options.evaluate = value();
        else if (name == "--errors")
            options.errors = true;
        else if (name == "--test-parts")
            options.test_parts = true;
        else if (name == "--own-only")
            options.own_only = true;
        else if (name == "--without")
            options.without = value();
        else if (name == "--clusters")
            options.clusters = value();
        else if (name == "--fine")
            options.fine = static_cast<std::uint32_t>(std::stoul(value()));
        else if (name == "--coarse")
            options.coarse = static_cast<std::uint32_t>(std::stoul(value()));
        else if (name == "--epochs")
            options.epochs = std::stoi(value());
        else if (name == "--rate")
            options.rate = std::stof(value());
        else if (name == "--decay")
            options.decay = std::stof(value());
        else if (name == "--dropout")
            options.dropout = std::stof(value());
        else if (name == "--no-memory")
            options.memory = false;
        else if (name == "--memory-rate")
            options.memory_rate = std::stof(value());
        else if (name == "--rows")
            options.rows = std::stoul(value());
        else if (name == "--min-count")
            options.min_count = static_cast<std::uint32_t>(std::stoul(value()));
        else if (name == "--weight") {
            const std::string pair = value();
            options.weights[pair.substr(0, pair.find('='))] =
                std::stof(pair.substr(pair.find('=') + 1));
        } else
            throw Error(Fault::usage, "unknown option " + name);
    }
    const Corpus corpus = read_corpora(options);
    tell(fmt::format("{} documents", corpus.size()));
    std::string bytes;
    if (options.evaluate.empty()) {
        bytes = model_bytes(build_model(options, corpus));
        tell(fmt::format("model of {} bytes", bytes.size()));
        if (!options.out.empty()) {
            std::ofstream(options.out, std::ios::binary) << bytes;
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
