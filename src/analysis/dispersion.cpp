// How evenly a word is spread over the parts of a corpus: range, Juilland's D, DP, DPnorm, ARF.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/dispersion.hpp"

#include <algorithm>
#include <cmath>

namespace analyze {
namespace {

double share(std::uint64_t part, std::uint64_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

CorpusParts::CorpusParts(const std::vector<std::uint64_t>& sizes) {
    for (const std::uint64_t size : sizes) {
        if (size == 0) continue;
        smallest_ = ends_.empty() ? size : std::min(smallest_, size);
        ends_.push_back(words() + size);
    }
}

CorpusParts CorpusParts::equal(std::uint64_t words, std::uint64_t parts) {
    parts = std::min(parts, words);  // each has a word
    std::vector<std::uint64_t> sizes;
    sizes.reserve(parts);
    // floor((k + 1) * words / parts) without a product that may not fit
    const std::uint64_t size = parts == 0 ? 0 : words / parts;
    const std::uint64_t rest = parts == 0 ? 0 : words % parts;
    for (std::uint64_t k = 0; k < parts; ++k)
        sizes.push_back(size + ((k + 1) * rest / parts - k * rest / parts));
    return CorpusParts(sizes);
}

std::vector<PartCount> CorpusParts::count(Places places) const {
    std::vector<PartCount> counts;
    auto end = ends_.begin();
    for (const std::uint64_t place : places) {
        if (counts.empty() || place >= *end) {
            end = std::upper_bound(end, ends_.end(), place);
            counts.push_back({static_cast<std::uint64_t>(end - ends_.begin()), 0});
        }
        ++counts.back().count;
    }
    return counts;
}

Dispersion dispersion_of(const std::vector<PartCount>& counts, const CorpusParts& parts) {
    Dispersion result;
    result.range = counts.size();
    if (counts.empty()) return result;
    std::uint64_t occurrences = 0;
    std::uint64_t covered = 0;  // words of the parts that have it
    double sum = 0;
    for (const PartCount& count : counts) {
        occurrences += count.count;
        covered += parts.size_of(count.part);
        sum += share(count.count, parts.size_of(count.part));
    }
    const auto n = static_cast<double>(parts.parts());
    const double mean = sum / n;
    double squares = static_cast<double>(parts.parts() - counts.size()) * mean * mean;
    double differences = share(parts.words() - covered, parts.words());
    for (const PartCount& count : counts) {
        const std::uint64_t size = parts.size_of(count.part);
        const double off = share(count.count, size) - mean;
        squares += off * off;
        differences += std::abs(share(count.count, occurrences) - share(size, parts.words()));
    }
    result.dp = differences / 2;
    if (parts.parts() == 1) return result;
    result.juilland_d = 1 - std::sqrt(squares / n) / mean / std::sqrt(n - 1);
    result.dp_norm = *result.dp / (1 - share(parts.smallest(), parts.words()));
    return result;
}

double average_reduced_frequency(Places places, std::uint64_t words) {
    if (places.empty()) return 0;
    // min(d, words / f) / (words / f) is min(d * f, words) / words. Each d * f is below words * f,
    // and what is summed is words at most each time.
    const std::uint64_t f = places.size();
    const std::uint64_t whole = words / f;  // d above this is cut off: d * f > words - f
    std::uint64_t full = 0;                 // distances that count as a whole v
    std::uint64_t sum = 0;                  // of the others
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::uint64_t distance =
            i == 0 ? places.front() + words - places.back() : places[i] - places[i - 1];
        if (distance > whole)
            ++full;
        else
            sum += distance;
    }
    return static_cast<double>(full) +
           static_cast<double>(sum) * static_cast<double>(f) / static_cast<double>(words);
}

}  // namespace analyze
