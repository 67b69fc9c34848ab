// Measures how fast names are found in a text file, on one thread, from bytes to entities: entities_bench FILE.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <exception>

#include "analyze/analysis/entities.hpp"

using namespace analyze;

namespace {

double seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "usage: entities_bench FILE\n");
        return 2;
    }
    try {
        const double start = seconds();
        const EntityModel model(load_resource("models/entities-en.bin"));
        const double loaded = seconds();
        Tokenizer tokenizer;
        double read = 1e9, found = 1e9;
        std::size_t tokens = 0, names = 0;
        for (int run = 0; run < 5; ++run) {
            const double begin = seconds();
            const Document document(Source::read(argv[1]), tokenizer);
            const double middle = seconds();
            names = model.find(document).size();
            read = std::min(read, middle - begin);
            found = std::min(found, seconds() - middle);
            tokens = document.tokens().size();
        }
        const auto count = static_cast<double>(tokens);
        fmt::print(
            "model load {:.2f} ms; {} tokens, {} names; text core {:.0f}, names {:.0f}, both "
            "{:.0f} tokens/s\n",
            1000 * (loaded - start), tokens, names, count / read, count / found,
            count / (read + found));
    } catch (const std::exception& error) {
        fmt::print(stderr, "entities_bench: {}\n", error.what());
        return 1;
    }
    return 0;
}
