// Writes model files: tables of keys and rows of weights in the layout of entities_model.hpp.
// SPDX-License-Identifier: Apache-2.0
#include "model_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace analyze {

std::string table_bytes(const KeyedValues& values) {
    if (values.empty()) return {};
    for (std::uint64_t size = values.size() * 5 / 4 + 8;; size += size / 32) {
        std::vector<HashView::Slot> slots(size, {0, HashView::kAbsent});
        bool fits = true;
        for (const auto& [key, value] : values) {
            std::uint64_t at = HashView::home(key, static_cast<std::uint32_t>(size));
            std::uint32_t probes = 1;
            for (; slots[at].value != HashView::kAbsent; ++probes) at = at + 1 == size ? 0 : at + 1;
            fits = fits && probes < HashView::kMaxProbes;
            slots[at] = {static_cast<std::uint32_t>(key >> 32), value};
        }
        if (fits)
            return {reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(slots[0])};
    }
}

void write_rows(const std::vector<std::uint64_t>& keys, const Weights& weights, float& scale,
                std::string& table, std::string& rows) {
    float largest = 0.01F;
    for (const float weight : weights.rows) largest = std::max(largest, std::abs(weight));
    scale = std::min(largest, 3.0F) / 127;
    rows.clear();
    KeyedValues numbered;
    for (std::uint32_t f = 0; f < keys.size(); ++f) {
        numbered.emplace_back(keys[f], f);
        std::array<std::int8_t, kRowSize> row{};
        for (std::size_t y = 0; y < kTags; ++y)
            row[y] = static_cast<std::int8_t>(
                std::lround(std::clamp(weights.rows[f * kWidth + y] / scale, -127.0F, 127.0F)));
        rows.append(reinterpret_cast<const char*>(row.data()), row.size());
    }
    rows.append(kRowTail, '\0');
    table = table_bytes(numbered);
}

std::string model_bytes(const ModelParts& parts) {
    ModelHeader header{};
    header.magic = kModelMagic;
    header.version = kModelVersion;
    header.sections = static_cast<std::uint32_t>(ModelSection::count);
    header.scale = parts.scale;
    header.context_scale = parts.context_scale;
    std::string bytes(sizeof header, '\0');
    for (std::size_t i = 0; i < parts.sections.size(); ++i) {
        bytes.resize((bytes.size() + 63) / 64 * 64);
        header.extents[i] = {bytes.size(), parts.sections[i].size()};
        bytes += parts.sections[i];
    }
    header.checksum = checksum_of(std::string_view(bytes).substr(sizeof header));
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes;
}

}  // namespace analyze
