// Measures of how rich the vocabulary of a text is: functions of its words alone.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace analyze {

/// The words of a text in their order, each as the number of its type; numbers are dense from 0.
using TypeSequence = std::vector<std::uint32_t>;

/// How many types stand exactly m times, for each m that there is, in ascending order.
using FrequencySpectrum = std::map<std::uint64_t, std::uint64_t>;
[[nodiscard]] FrequencySpectrum spectrum_of(const TypeSequence& words);

/// All measures are undefined for a text without words. Sums are made of integers where they can
/// be, and in ascending order of frequency where not, so the same words give the same bytes.

/// Mean type-token ratio of all windows of `window` successive words (Covington & McFall 2010,
/// "Cutting the Gordian knot: the moving-average type-token ratio"). Undefined where the text is
/// shorter than the window or the window is 0. O(n).
[[nodiscard]] std::optional<double> mattr(const TypeSequence& words, std::uint64_t window);

/// Measure of textual lexical diversity (McCarthy & Jarvis 2010, "MTLD, vocd-D, and HD-D"): words
/// divided by factors, a factor being a run of words that ends when its type-token ratio falls
/// below `threshold` (0.72 there); what is left at the end counts as (1 - ratio) / (1 - threshold)
/// of a factor. The mean of reading forwards and backwards. Undefined where no word is repeated.
/// O(n).
[[nodiscard]] std::optional<double> mtld(const TypeSequence& words, double threshold);

/// The expected type-token ratio of `sample` words (42 in the source) drawn from the text without
/// putting back: the sum over all types of the chance to be drawn at all, divided by `sample`
/// (McCarthy & Jarvis 2007, "vocd"; 2010). Undefined where the text is shorter than the sample.
/// O(sample) for each different frequency.
[[nodiscard]] std::optional<double> hd_d(const FrequencySpectrum& spectrum, std::uint64_t sample);

/// Yule's characteristic K, 10^4 (sum of m^2 V(m) - n) / n^2, V(m) types standing m times (Yule
/// 1944, "The statistical study of literary vocabulary").
[[nodiscard]] std::optional<double> yules_k(const FrequencySpectrum& spectrum);

}  // namespace analyze
