// Measures of how rich the vocabulary of a text is: functions of its words alone.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/diversity.hpp"

#include <algorithm>

namespace analyze {
namespace {

/// All types are below it.
std::size_t bound_of(const TypeSequence& words) {
    const auto most = std::max_element(words.begin(), words.end());
    return most == words.end() ? 0 : *most + std::size_t{1};
}
std::vector<std::uint64_t> counts_for(const TypeSequence& words) {
    return std::vector<std::uint64_t>(bound_of(words));
}

double as_double(std::uint64_t number) {
    return static_cast<double>(number);
}

std::uint64_t tokens_of(const FrequencySpectrum& spectrum) {
    std::uint64_t tokens = 0;
    for (const auto& [count, types] : spectrum) tokens += count * types;
    return tokens;
}

/// Factors met on the way from `first` to `end`, whose types are below `bound`.
template <typename Iterator>
double factors(Iterator first, Iterator end, double threshold, std::size_t bound) {
    std::vector<std::uint64_t> seen_in(bound);  // for each type, the factor that met it last
    std::uint64_t whole = 0;
    std::uint64_t tokens = 0;
    std::uint64_t types = 0;
    for (; first != end; ++first) {
        ++tokens;
        if (seen_in[*first] != whole + 1) ++types;
        seen_in[*first] = whole + 1;
        if (as_double(types) >= threshold * as_double(tokens)) continue;
        ++whole;
        tokens = types = 0;
    }
    const double rest = tokens == 0 ? 0 : 1 - as_double(types) / as_double(tokens);
    return as_double(whole) + rest / (1 - threshold);
}

}  // namespace

FrequencySpectrum spectrum_of(const TypeSequence& words) {
    std::vector<std::uint64_t> counts = counts_for(words);
    for (const std::uint32_t word : words) ++counts[word];
    FrequencySpectrum spectrum;
    for (const std::uint64_t count : counts)
        if (count > 0) ++spectrum[count];
    return spectrum;
}

std::optional<double> mattr(const TypeSequence& words, std::uint64_t window) {
    if (window == 0 || words.size() < window) return {};
    std::vector<std::uint64_t> counts = counts_for(words);
    std::uint64_t types = 0;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (counts[words[i]]++ == 0) ++types;
        if (i >= window && --counts[words[i - window]] == 0) --types;
        if (i + 1 >= window) sum += types;
    }
    return as_double(sum) / as_double(window) / as_double(words.size() - window + 1);
}

std::optional<double> mtld(const TypeSequence& words, double threshold) {
    const std::size_t bound = bound_of(words);
    const double forwards = factors(words.begin(), words.end(), threshold, bound);
    const double backwards = factors(words.rbegin(), words.rend(), threshold, bound);
    if (!(forwards > 0 && backwards > 0)) return {};
    return (as_double(words.size()) / forwards + as_double(words.size()) / backwards) / 2;
}

std::optional<double> hd_d(const FrequencySpectrum& spectrum, std::uint64_t sample) {
    const std::uint64_t tokens = tokens_of(spectrum);
    if (sample == 0 || tokens < sample) return {};
    double sum = 0;
    for (const auto& [count, types] : spectrum) {
        double never = 1;  // the chance that none of `sample` words is of the type
        for (std::uint64_t i = 0; i < sample && never > 0; ++i)
            never *= tokens - i > count ? as_double(tokens - i - count) / as_double(tokens - i) : 0;
        sum += as_double(types) * (1 - never);
    }
    return sum / as_double(sample);
}

std::optional<double> yules_k(const FrequencySpectrum& spectrum) {
    const double tokens = as_double(tokens_of(spectrum));
    if (tokens == 0) return {};
    double squares = 0;
    for (const auto& [count, types] : spectrum)
        squares += as_double(count) * as_double(count) * as_double(types);
    return 1e4 * (squares - tokens) / (tokens * tokens);
}

}  // namespace analyze
