// A small model of names from hand-made tables and rows, and the units of a text.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../../src/training/model_writer.hpp"
#include "analyze/analysis/entities_decode.hpp"
#include "analyze/analysis/entities_features.hpp"

namespace analyze {

/// Rows are added one by one; lists are filled before view() is asked for, which must not outlive
/// the model.
struct SmallModel {
    ModelParts parts;
    KeyedValues features, context;

    static std::string row(const std::vector<std::pair<std::size_t, int>>& weights) {
        std::string bytes(kRowSize, '\0');
        for (const auto& [tag, weight] : weights) bytes[tag] = static_cast<char>(weight);
        return bytes;
    }
    void add(std::uint64_t key, const std::vector<std::pair<std::size_t, int>>& weights) {
        features.emplace_back(key, static_cast<std::uint32_t>(features.size()));
        parts[ModelSection::rows] += row(weights);
    }
    void add_context(std::uint64_t key, const std::vector<std::pair<std::size_t, int>>& weights) {
        context.emplace_back(key, static_cast<std::uint32_t>(context.size()));
        parts[ModelSection::context_rows] += row(weights);
    }
    ModelView view() {
        parts[ModelSection::features] = table_bytes(features);
        parts[ModelSection::context_features] = table_bytes(context);
        ModelParts whole = parts;
        for (const ModelSection rows : {ModelSection::rows, ModelSection::context_rows})
            whole[rows].append(kRowTail, '\0');
        bytes = model_bytes(whole);
        return ModelView::open(bytes, "small model");
    }

    std::string bytes;
};

/// The key of a word (in any case) at the unit itself, and the key that every word has.
inline std::uint64_t word_key(std::string_view text) {
    std::string scratch;
    std::vector<std::uint64_t> keys;
    word_features(describe(text, ModelView(), scratch), 0, keys);
    return keys.front();
}
inline std::uint64_t bias_key() {
    std::string scratch;
    std::vector<std::uint64_t> keys;
    word_features(describe("x", ModelView(), scratch), 0, keys);
    return keys.back();
}

/// A text that keeps what its units point into.
struct Units {
    explicit Units(const std::string& text)
        : document(Source::from_bytes("text", text), tokenizer), units(units_of(document)) {}
    [[nodiscard]] std::string_view unit(std::uint32_t i) const {
        return slice(units.text, units.units.at(i).span);
    }
    /// Number of the first unit from `from` on that is written so.
    [[nodiscard]] std::uint32_t find(std::string_view word, std::uint32_t from = 0) const {
        while (unit(from) != word) ++from;
        return from;
    }
    /// The sentence of a unit.
    [[nodiscard]] const UnitSentence& sentence(std::uint32_t i) const {
        std::size_t s = 0;
        while (units.sentences.at(s).end <= i) ++s;
        return units.sentences[s];
    }
    Tokenizer tokenizer;
    Document document;
    UnitText units;
};

}  // namespace analyze
