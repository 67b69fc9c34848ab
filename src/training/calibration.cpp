// How far the confidences of names can be believed: the fit that makes them shares, and the tables that show it.
// SPDX-License-Identifier: Apache-2.0
#include "calibration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analyze/analysis/entities.hpp"

namespace analyze {
namespace {

constexpr std::size_t kBins = 10;

struct Bin {
    std::size_t names = 0, right = 0;
    double confidence = 0;  ///< sum
    void add(const Judged& one) {
        ++names;
        right += one.right;
        confidence += static_cast<double>(one.confidence);
    }
    [[nodiscard]] double mean() const { return 100 * confidence / static_cast<double>(names); }
    [[nodiscard]] double share() const {
        return 100 * static_cast<double>(right) / static_cast<double>(names);
    }
};

}  // namespace

std::pair<float, float> fit_calibration(const std::vector<Judged>& judged) {
    double slope = 1, offset = 0;
    if (judged.size() < 100) return {1.0F, 0.0F};
    for (int round = 0; round < 30; ++round) {
        double g0 = 0, g1 = 0, h00 = 0, h01 = 0, h11 = 0;
        for (const Judged& one : judged) {
            const double p = std::clamp(static_cast<double>(one.confidence), 1e-7, 1 - 1e-7),
                         x = std::log(p / (1 - p)), now = 1 / (1 + std::exp(-(slope * x + offset)));
            const double difference = (one.right ? 1.0 : 0.0) - now, spread = now * (1 - now);
            g0 += difference * x;
            g1 += difference;
            h00 += spread * x * x;
            h01 += spread * x;
            h11 += spread;
        }
        const double determinant = h00 * h11 - h01 * h01;
        if (!(determinant > 1e-9)) return {1.0F, 0.0F};
        slope += (h11 * g0 - h01 * g1) / determinant;
        offset += (h00 * g1 - h01 * g0) / determinant;
    }
    if (!(slope > 0.1) || !(slope < 10) || !(std::abs(offset) < 10)) return {1.0F, 0.0F};
    return {static_cast<float>(slope), static_cast<float>(offset)};
}

std::string reliability(const std::vector<Judged>& judged) {
    std::vector<Bin> bins(kBins);
    for (const Judged& one : judged) {
        const auto at = static_cast<std::size_t>(std::max(0.0F, one.confidence) * kBins);
        bins[std::min(at, kBins - 1)].add(one);
    }
    std::string out;
    double error = 0;
    for (std::size_t i = 0; i < kBins; ++i) {
        const Bin& bin = bins[i];
        if (bin.names == 0) continue;
        error += std::abs(bin.mean() - bin.share()) * static_cast<double>(bin.names);
        out += fmt::format("  {:.1f}  names {:5}  confidence {:5.1f}  right {:5.1f}\n",
                           static_cast<double>(i) / kBins, bin.names, bin.mean(), bin.share());
    }
    const double all = static_cast<double>(std::max<std::size_t>(1, judged.size()));
    out += fmt::format("  expected calibration error {:.1f}\n", error / all);
    for (const float least : {0.5F, 0.8F, 0.9F}) {
        Bin reach;
        for (const Judged& one : judged)
            if (one.confidence >= least) reach.add(one);
        if (reach.names > 0)
            out += fmt::format("  {:.1f} and more: {:.1f} of the names, {:.1f} right\n", least,
                               100 * static_cast<double>(reach.names) / all, reach.share());
    }
    return out;
}

std::string intervals(const std::vector<const Evaluation*>& parts, std::size_t draws,
                      std::uint64_t seed) {
    using Types = std::array<Score, kTypes>;
    // The last column is of all types together.
    std::array<std::vector<double>, kTypes + 1> drawn;
    const auto figures = [](const Types& types) {
        std::array<double, kTypes + 1> f1{};
        Score all;
        for (std::size_t y = 0; y < kTypes; ++y) {
            f1[y] = types[y].f1();
            all.add(types[y]);
        }
        f1[kTypes] = all.f1();
        return f1;
    };
    Types whole;
    for (const Evaluation* part : parts)
        for (const Types& document : part->documents)
            for (std::size_t y = 0; y < kTypes; ++y) whole[y].add(document[y]);
    std::uint64_t random = mix64(seed + 1);
    for (std::size_t draw = 0; draw < draws; ++draw) {
        Types sample;
        for (const Evaluation* part : parts)
            for (std::size_t n = 0; n < part->documents.size(); ++n) {
                random = random * 6364136223846793005U + 1442695040888963407U;
                const Types& document = part->documents[(random >> 33) % part->documents.size()];
                for (std::size_t y = 0; y < kTypes; ++y) sample[y].add(document[y]);
            }
        const auto f1 = figures(sample);
        for (std::size_t y = 0; y <= kTypes; ++y) drawn[y].push_back(f1[y]);
    }
    const auto f1 = figures(whole);
    std::uint64_t names = 0;
    std::string out;
    for (std::size_t y = 0; y <= kTypes; ++y) {
        const std::uint64_t gold = y == kTypes ? names : whole[y].right + whole[y].missed;
        names += gold;
        std::sort(drawn[y].begin(), drawn[y].end());
        const auto at = [&](double share) {
            return drawn[y].empty() ? 0.0
                                    : drawn[y][static_cast<std::size_t>(
                                          share * static_cast<double>(drawn[y].size() - 1))];
        };
        out += fmt::format("  {:12} F1 {:5.1f}  {:5.1f} to {:5.1f}  ({} names)\n",
                           y == kTypes ? "all" : name_of(static_cast<EntityType>(y)), f1[y],
                           at(0.025), at(0.975), gold);
    }
    return out;
}

}  // namespace analyze
