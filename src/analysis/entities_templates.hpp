// The kinds of features of the name tagger, as numbers in their keys.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "analyze/analysis/entities_features.hpp"

namespace analyze {

/// What a key is about; part of every key, so the order is part of the model's version.
enum class Template : std::uint64_t {
    exact = 1,
    folded,
    shape,
    affix,
    parts,
    facts,
    list,
    cluster_fine,
    cluster_coarse,
    caps,
    caps_lower,
    before_now,
    now_after,
    around,
    shapes,
    clusters_before,
    clusters_after,
    caps_three,
    two_before,
    two_after,
    sentence_start,
    style,
    match,
    match_set,
    match_before,
    match_after,
    run_last,
    run_first,
    run_place,
    document,
    caps_facts,
    clusters_three,
    bias,
    run_before,
    run_after,
    run_last_list,
    run_match,
    match_before_run,
    match_after_run,
    run_whole,
    run_ends,
    run_two_before,
    run_two_after,
    run_second_before,
    run_second_after,
    run_around,
    run_last_before,
    run_near_before,
    run_near_after,
    run_apposition,
    run_length,
    run_kind_last,
    run_kind_before,
    run_kind_after,
    quoted,
    quoted_before,
    quoted_kind,
    run_copula
};

/// The key of a feature; `offset` (-2 to 2): of the word that far from the unit.
[[nodiscard]] constexpr std::uint64_t key(Template what, std::uint64_t value, int offset = 0) {
    return combine(static_cast<std::uint64_t>(what) * 8 + static_cast<std::uint64_t>(offset + 2),
                   value);
}

[[nodiscard]] constexpr KeyNote note(Template what, std::uint64_t value, std::int64_t offset = 0) {
    return {static_cast<std::uint16_t>(what), static_cast<std::int16_t>(offset), value};
}

}  // namespace analyze
