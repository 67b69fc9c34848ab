// Named entities: the mentions of people, organisations, places and other names in a document.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities.hpp"

#include <array>

namespace analyze {
namespace {
constexpr std::array<std::string_view, 10> kNames{"PERSON", "ORG",   "GPE",     "LOC",         "NORP",
                                                  "FAC",    "EVENT", "PRODUCT", "WORK_OF_ART", "MISC"};
}

std::string_view name_of(EntityType type) { return kNames[static_cast<std::size_t>(type)]; }

std::optional<EntityType> entity_type(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == name) return static_cast<EntityType>(i);
    return std::nullopt;
}

struct EntityModel::State {
    Resource resource;
};
EntityModel::EntityModel(Resource resource)
    : state_(std::make_unique<State>(State{std::move(resource)})) {}
EntityModel::~EntityModel() = default;
EntityModel::EntityModel(EntityModel&&) noexcept = default;

std::vector<Entity> EntityModel::find(const Document& document) const {
    std::vector<Entity> entities;
    for (std::uint32_t s = 0; s < document.sentences().size(); ++s) {
        const Sentence& sentence = document.sentences()[s];
        for (std::uint32_t t = sentence.first_token + 1; t < sentence.end_token; ++t) {
            const Span span = document.tokens()[t].span();
            const char c = document.text(span)[0];
            if (c >= 'A' && c <= 'Z') entities.push_back({EntityType::misc, span, s, 0.5F});
        }
    }
    return entities;
}

std::vector<std::vector<std::string>> EntityModel::tag(
    const std::vector<std::vector<std::string>>& sentences) const {
    std::vector<std::vector<std::string>> tags;
    for (const auto& sentence : sentences) tags.emplace_back(sentence.size(), "O");
    return tags;
}

}  // namespace analyze
