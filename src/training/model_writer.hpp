// Writes model files: tables of keys and rows of weights in the layout of entities_model.hpp.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "analyze/analysis/entities_model.hpp"
#include "learner.hpp"

namespace analyze {

using KeyedValues = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

/// The bytes of a HashView with these keys (each once). Depends on the order of the keys.
[[nodiscard]] std::string table_bytes(const KeyedValues& values);

/// The parts of a model file, each as bytes.
struct ModelParts {
    std::array<std::string, static_cast<std::size_t>(ModelSection::count)> sections;
    float scale = 1, context_scale = 1;
    std::string& operator[](ModelSection section) {
        return sections[static_cast<std::size_t>(section)];
    }
};
/// The weights as bytes, a row for each feature (`rows`), and the table of their keys; `scale`: what a step of a byte is.
void write_rows(const std::vector<std::uint64_t>& keys, const Weights& weights, float& scale,
                std::string& table, std::string& rows);
[[nodiscard]] std::string model_bytes(const ModelParts& parts);

}  // namespace analyze
