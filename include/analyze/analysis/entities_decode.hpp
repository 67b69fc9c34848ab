// The tag scheme of the name tagger and the search for the best tags of a sentence.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace analyze {

/// Tags are O, then Begin, Inside, End and Single of each of the ten types: a name of one unit is
/// S, a longer one B I* E.
inline constexpr std::size_t kTypes = 10;
inline constexpr std::size_t kTags = 1 + 4 * kTypes;
enum class Part : std::uint8_t { begin, inside, end, single };
[[nodiscard]] constexpr std::size_t tag_of(Part part, std::size_t type) {
    return 1 + static_cast<std::size_t>(part) * kTypes + type;
}
inline constexpr std::size_t kOutside = 0;

/// Scores of what may follow what. All other steps are impossible.
struct Transitions {
    /// From outside (0) or the end of a name (1 + type) to outside or the beginning of one.
    std::array<std::array<float, kTypes + 1>, kTypes + 1> border{};
    std::array<float, kTypes + 1> first{};  ///< what a sentence begins with
    std::array<float, kTypes + 1> last{};   ///< what it ends with
    /// Inside a name, for each type: B→I, B→E, I→I, I→E.
    std::array<std::array<float, 4>, kTypes> within{};

    static constexpr std::size_t kFloats =
        (kTypes + 1) * (kTypes + 1) + 2 * (kTypes + 1) + 4 * kTypes;
    /// Reads kFloats floats (fewer: zeros).
    static Transitions read(std::string_view bytes);
    [[nodiscard]] std::vector<float> floats() const;
};

/// The exponentials of Transitions, which sums over paths need; made once for many sentences.
struct StepFactors {
    explicit StepFactors(const Transitions& transitions);
    std::array<std::array<double, kTypes + 1>, kTypes + 1> border{};
    std::array<double, kTypes + 1> first{}, last{};
    std::array<std::array<double, 4>, kTypes> within{};
};

/// Scores of the tags of each unit of a sentence, kStride floats a unit (the last ones unused).
inline constexpr std::size_t kStride = 48;

/// A name found in a sentence: units [first, end), with the probability that the model gives to
/// this span and type.
struct Found {
    std::uint32_t first = 0, end = 0;
    std::uint8_t type = 0;
    float probability = 1;
};

/// Best tags (Viterbi) and probabilities (forward-backward). Scratch memory; one per thread.
class TagDecoder {
public:
    /// Appends the names of a sentence of `units` units, in order. Linear.
    void decode(const Transitions& transitions, const float* scores, std::size_t units,
                std::vector<Found>& found);

    /// Computes the marginal probability of each tag of each unit, kStride apart. `allowed`: bit y
    /// of word i allows tag y at unit i; null: all. Returns the log of the sum over all paths;
    /// `steps`, if not null, gets the expected number of times that each transition is taken,
    /// added.
    double marginals(const StepFactors& factors, const float* scores, std::size_t units,
                     const std::uint64_t* allowed, std::vector<double>& result, Transitions* steps);

    /// The probability of a name among all paths of the sentence that marginals() was last called
    /// with (nothing disallowed); unit numbers count from the sentence's beginning.
    [[nodiscard]] double probability(const StepFactors& factors, const Found& name) const;

private:
    std::vector<std::uint8_t> back_;
    std::vector<std::uint8_t> tags_;
    std::vector<double> forward_, backward_, factor_, scale_;
};

}  // namespace analyze
