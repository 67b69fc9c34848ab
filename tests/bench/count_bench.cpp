// Measures how fast words are found and counted on one thread: count_bench FILE [ROUNDS]
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "analyze/analysis/word_counter.hpp"
#include "analyze/base/file.hpp"
#include "analyze/text/source.hpp"

namespace {

using namespace analyze;

/// Calls f(piece) for pieces of about a megabyte, cut at line ends before an ASCII sign.
template <class F>
void each_piece(std::string_view text, const F& f) {
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    while (text.size() > kPiece) {
        std::size_t at = kPiece;
        while (at > 0 && !(text[at - 1] == '\n' && text[at] > ' ')) --at;
        if (at == 0) break;
        f(text.substr(0, at));
        text.remove_prefix(at);
    }
    f(text);
}

/// Processor time, so that what else runs on the machine counts little.
template <class F>
double median_seconds(int rounds, const F& f) {
    std::vector<double> seconds;
    for (int i = 0; i < rounds; ++i) {
        const std::clock_t begun = std::clock();
        f();
        seconds.push_back(static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print(stderr, "usage: count_bench FILE [ROUNDS]\n");
        return 2;
    }
    const std::string text = read_file(argv[1]);
    const int rounds = argc > 2 ? std::stoi(argv[2]) : 5;
    const double megabytes = static_cast<double>(text.size()) / 1e6;
    fmt::print("{:<10} {:>12} {:>12} {:>12} {:>12} {:>10}\n", "kernel", "scan MB/s", "count MB/s",
               "stream MB/s", "words", "types");
    // All kernels, or the one that ANALYZE_KERNEL names.
    const bool one = std::getenv("ANALYZE_KERNEL") != nullptr;
    for (const Kernel kernel : one ? std::vector<Kernel>{chosen_kernel()} : usable_kernels()) {
        WordScanner scanner({}, kernel);
        const double scan = median_seconds(rounds, [&] {
            each_piece(text, [&](std::string_view piece) {
                for (scanner.begin(piece); scanner.next();) {
                }
            });
        });
        std::uint64_t words = 0, types = 0;
        const double count = median_seconds(rounds, [&] {
            WordCounter counter({}, kernel);
            each_piece(text, [&](std::string_view piece) { counter.add(piece); });
            counter.end_document();
            words = counter.table().tokens();
            types = counter.table().types();
        });
        const double stream = median_seconds(rounds, [&] {
            WordCounter counter({}, kernel);
            TextStream pieces(argv[1], {});
            for (std::string_view piece; !(piece = pieces.next()).empty();) counter.add(piece);
            counter.end_document();
        });
        fmt::print("{:<10} {:>12.0f} {:>12.0f} {:>12.0f} {:>12} {:>10}\n", name_of(kernel),
                   megabytes / scan, megabytes / count, megabytes / stream, words, types);
    }
}
