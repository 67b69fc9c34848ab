// The tag scheme of the name tagger and the search for the best tags of a sentence.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities_decode.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace analyze {
namespace {

constexpr std::size_t kBorders = kTypes + 1;

std::size_t B(std::size_t type) {
    return tag_of(Part::begin, type);
}
std::size_t I(std::size_t type) {
    return tag_of(Part::inside, type);
}
std::size_t E(std::size_t type) {
    return tag_of(Part::end, type);
}
std::size_t S(std::size_t type) {
    return tag_of(Part::single, type);
}

/// A tag whose score is so far below the best counts as if it were this far: no path is impossible,
/// and most exponentials need not be computed.
constexpr float kFarBelow = -30;
constexpr double kNearlyNothing = 9.4e-14;

}  // namespace

Transitions Transitions::read(std::string_view bytes) {
    std::vector<float> values(kFloats, 0.0F);
    std::memcpy(values.data(), bytes.data(), std::min(bytes.size(), kFloats * sizeof(float)));
    Transitions t;
    const float* at = values.data();
    for (auto& row : t.border)
        for (float& value : row) value = *at++;
    for (float& value : t.first) value = *at++;
    for (float& value : t.last) value = *at++;
    for (auto& row : t.within)
        for (float& value : row) value = *at++;
    return t;
}

std::vector<float> Transitions::floats() const {
    std::vector<float> values;
    for (const auto& row : border) values.insert(values.end(), row.begin(), row.end());
    values.insert(values.end(), first.begin(), first.end());
    values.insert(values.end(), last.begin(), last.end());
    for (const auto& row : within) values.insert(values.end(), row.begin(), row.end());
    return values;
}

void TagDecoder::decode(const Transitions& t, const float* scores, std::size_t units,
                        std::vector<Found>& found) {
    if (units == 0) return;
    back_.resize(units * kStride);
    tags_.resize(units);
    float best[kStride]{}, next[kStride]{};
    for (std::size_t i = 0; i < units; ++i) {
        const float* score = scores + i * kStride;
        std::uint8_t* back = back_.data() + i * kStride;
        // The best way to be outside or behind a name of each type before unit i.
        float exit[kBorders]{};
        std::uint8_t exit_tag[kBorders]{};
        if (i > 0) {
            exit[0] = best[kOutside];
            exit_tag[0] = kOutside;
            for (std::size_t y = 0; y < kTypes; ++y) {
                const bool end = best[E(y)] > best[S(y)];
                exit[1 + y] = end ? best[E(y)] : best[S(y)];
                exit_tag[1 + y] = static_cast<std::uint8_t>(end ? E(y) : S(y));
            }
        }
        for (std::size_t to = 0; to < kBorders; ++to) {
            float value = t.first[to];
            std::uint8_t from = 0;
            if (i > 0) {
                value = exit[0] + t.border[0][to];
                for (std::uint8_t y = 1; y < kBorders; ++y)
                    if (exit[y] + t.border[y][to] > value) {
                        value = exit[y] + t.border[y][to];
                        from = y;
                    }
                from = exit_tag[from];
            }
            if (to == 0) {
                next[kOutside] = value + score[kOutside];
                back[kOutside] = from;
            } else {
                next[B(to - 1)] = value + score[B(to - 1)];
                next[S(to - 1)] = value + score[S(to - 1)];
                back[B(to - 1)] = back[S(to - 1)] = from;
            }
        }
        for (std::size_t y = 0; y < kTypes; ++y) {
            if (i == 0) {
                next[I(y)] = next[E(y)] = -1e30F;
                back[I(y)] = back[E(y)] = 0;
                continue;
            }
            const float bi = best[B(y)] + t.within[y][0], be = best[B(y)] + t.within[y][1],
                        ii = best[I(y)] + t.within[y][2], ie = best[I(y)] + t.within[y][3];
            next[I(y)] = std::max(bi, ii) + score[I(y)];
            back[I(y)] = static_cast<std::uint8_t>(bi > ii ? B(y) : I(y));
            next[E(y)] = std::max(be, ie) + score[E(y)];
            back[E(y)] = static_cast<std::uint8_t>(be > ie ? B(y) : I(y));
        }
        if (i + 1 == units) {
            next[kOutside] += t.last[0];
            for (std::size_t y = 0; y < kTypes; ++y) {
                next[E(y)] += t.last[1 + y];
                next[S(y)] += t.last[1 + y];
                next[B(y)] = next[I(y)] = -1e30F;
            }
        }
        std::memcpy(best, next, sizeof best);
    }
    std::size_t tag = kOutside;
    for (std::size_t y = 1; y < kTags; ++y)
        if (best[y] > best[tag]) tag = y;
    for (std::size_t i = units; i-- > 0;) {
        tags_[i] = static_cast<std::uint8_t>(tag);
        tag = back_[i * kStride + tag];
    }
    std::uint32_t first = 0;
    for (std::size_t i = 0; i < units; ++i) {
        if (tags_[i] == kOutside) continue;
        const std::size_t part = (tags_[i] - 1U) / kTypes, type = (tags_[i] - 1U) % kTypes;
        const auto at = static_cast<std::uint32_t>(i);
        if (part == static_cast<std::size_t>(Part::begin)) first = at;
        if (part == static_cast<std::size_t>(Part::single)) first = at;
        if (part >= static_cast<std::size_t>(Part::end))
            found.push_back({first, at + 1, static_cast<std::uint8_t>(type), 1.0F});
    }
}

StepFactors::StepFactors(const Transitions& t) {
    for (std::size_t a = 0; a < kBorders; ++a) {
        for (std::size_t b = 0; b < kBorders; ++b) border[a][b] = std::exp(double{t.border[a][b]});
        first[a] = std::exp(double{t.first[a]});
        last[a] = std::exp(double{t.last[a]});
    }
    for (std::size_t y = 0; y < kTypes; ++y)
        for (std::size_t k = 0; k < 4; ++k) within[y][k] = std::exp(double{t.within[y][k]});
}

double TagDecoder::marginals(const StepFactors& steps_of, const float* scores, std::size_t units,
                             const std::uint64_t* allowed, std::vector<double>& result,
                             Transitions* steps) {
    result.assign(units * kStride, 0.0);
    if (units == 0) return 0;
    forward_.resize(units * kStride);
    factor_.resize(units * kStride);
    scale_.resize(units);
    backward_.resize(units * kStride);
    const auto& [border, first, last, within] = steps_of;

    double log_sum = 0;
    for (std::size_t i = 0; i < units; ++i) {
        const float* score = scores + i * kStride;
        double* factor = factor_.data() + i * kStride;
        double* now = forward_.data() + i * kStride;
        float top = score[0];
        for (std::size_t y = 1; y < kTags; ++y) top = std::max(top, score[y]);
        for (std::size_t y = 0; y < kTags; ++y)
            factor[y] = allowed && !(allowed[i] >> y & 1) ? 0.0
                        : score[y] - top < kFarBelow
                            ? kNearlyNothing
                            : static_cast<double>(std::exp(score[y] - top));
        double exit[kBorders]{}, enter[kBorders]{};
        const double* was = i > 0 ? now - kStride : nullptr;
        if (was) {
            exit[0] = was[kOutside];
            for (std::size_t y = 0; y < kTypes; ++y) exit[1 + y] = was[E(y)] + was[S(y)];
            for (std::size_t b = 0; b < kBorders; ++b) {
                enter[b] = 0;
                for (std::size_t a = 0; a < kBorders; ++a) enter[b] += exit[a] * border[a][b];
            }
        } else {
            std::copy(first.begin(), first.end(), enter);
        }
        now[kOutside] = enter[0] * factor[kOutside];
        double sum = now[kOutside];
        for (std::size_t y = 0; y < kTypes; ++y) {
            now[B(y)] = enter[1 + y] * factor[B(y)];
            now[S(y)] = enter[1 + y] * factor[S(y)];
            now[I(y)] =
                was ? (was[B(y)] * within[y][0] + was[I(y)] * within[y][2]) * factor[I(y)] : 0;
            now[E(y)] =
                was ? (was[B(y)] * within[y][1] + was[I(y)] * within[y][3]) * factor[E(y)] : 0;
        }
        if (i + 1 == units) {
            now[kOutside] *= last[0];
            for (std::size_t y = 0; y < kTypes; ++y) {
                now[E(y)] *= last[1 + y];
                now[S(y)] *= last[1 + y];
                now[B(y)] = now[I(y)] = 0;
            }
        }
        sum = 0;
        for (std::size_t y = 0; y < kTags; ++y) sum += now[y];
        if (!(sum > 0)) return -HUGE_VAL;  // nothing allowed
        scale_[i] = 1 / sum;
        for (std::size_t y = 0; y < kTags; ++y) now[y] *= scale_[i];
        log_sum += std::log(sum) + double{top};
    }

    // behind[y]: sum over what follows, given tag y at unit i, in the scale of `forward_`.
    double behind[kStride], before[kStride];
    for (std::size_t y = 0; y < kTags; ++y) behind[y] = 1;
    for (std::size_t i = units; i-- > 0;) {
        const double* now = forward_.data() + i * kStride;
        double* out = result.data() + i * kStride;
        std::memcpy(backward_.data() + i * kStride, behind, sizeof behind);
        for (std::size_t y = 0; y < kTags; ++y) out[y] = now[y] * behind[y];
        if (i == 0) break;
        const double* was = now - kStride;
        const double* factor = factor_.data() + i * kStride;
        double weight[kStride];  // of tag y at unit i and all behind it
        for (std::size_t y = 0; y < kTags; ++y) weight[y] = factor[y] * behind[y] * scale_[i];
        if (i + 1 == units) {
            weight[kOutside] *= last[0];
            for (std::size_t y = 0; y < kTypes; ++y) {
                weight[E(y)] *= last[1 + y];
                weight[S(y)] *= last[1 + y];
                weight[B(y)] = weight[I(y)] = 0;
            }
        }
        double enter[kBorders], exit[kBorders];
        enter[0] = weight[kOutside];
        for (std::size_t y = 0; y < kTypes; ++y) enter[1 + y] = weight[B(y)] + weight[S(y)];
        for (std::size_t a = 0; a < kBorders; ++a) {
            exit[a] = 0;
            for (std::size_t b = 0; b < kBorders; ++b) exit[a] += border[a][b] * enter[b];
        }
        before[kOutside] = exit[0];
        for (std::size_t y = 0; y < kTypes; ++y) {
            before[E(y)] = before[S(y)] = exit[1 + y];
            before[B(y)] = within[y][0] * weight[I(y)] + within[y][1] * weight[E(y)];
            before[I(y)] = within[y][2] * weight[I(y)] + within[y][3] * weight[E(y)];
        }
        if (steps) {
            for (std::size_t a = 0; a < kBorders; ++a) {
                const double from = a == 0 ? was[kOutside] : was[E(a - 1)] + was[S(a - 1)];
                if (from == 0) continue;
                for (std::size_t b = 0; b < kBorders; ++b)
                    steps->border[a][b] += static_cast<float>(from * border[a][b] * enter[b]);
            }
            for (std::size_t y = 0; y < kTypes; ++y) {
                steps->within[y][0] += static_cast<float>(was[B(y)] * within[y][0] * weight[I(y)]);
                steps->within[y][1] += static_cast<float>(was[B(y)] * within[y][1] * weight[E(y)]);
                steps->within[y][2] += static_cast<float>(was[I(y)] * within[y][2] * weight[I(y)]);
                steps->within[y][3] += static_cast<float>(was[I(y)] * within[y][3] * weight[E(y)]);
            }
        }
        std::memcpy(behind, before, sizeof behind);
    }
    if (steps) {
        const double* out = result.data();
        steps->first[0] += static_cast<float>(out[kOutside]);
        for (std::size_t y = 0; y < kTypes; ++y)
            steps->first[1 + y] += static_cast<float>(out[B(y)] + out[S(y)]);
        out += (units - 1) * kStride;
        steps->last[0] += static_cast<float>(out[kOutside]);
        for (std::size_t y = 0; y < kTypes; ++y)
            steps->last[1 + y] += static_cast<float>(out[E(y)] + out[S(y)]);
    }
    return log_sum;
}

double TagDecoder::probability(const StepFactors& factors, const Found& name) const {
    const std::size_t type = name.type;
    std::size_t at = name.first;
    if (name.end - name.first == 1)
        return forward_[at * kStride + S(type)] * backward_[at * kStride + S(type)];
    double product = forward_[at * kStride + B(type)];
    for (++at; at < name.end; ++at) {
        const bool end = at + 1 == name.end;
        const std::size_t step = (at == name.first + 1 ? 0U : 2U) + (end ? 1U : 0U);
        product *= factors.within[type][step] * scale_[at] *
                   factor_[at * kStride + (end ? E(type) : I(type))];
    }
    --at;
    if (at + 1 == scale_.size()) product *= factors.last[1 + type];
    return product * backward_[at * kStride + E(type)];
}

}  // namespace analyze
