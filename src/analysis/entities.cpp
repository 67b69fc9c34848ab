// Named entities: the mentions of people, organisations, places and other names in a document.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities.hpp"

#include <array>

#include "analyze/analysis/entities_tagger.hpp"

namespace analyze {
namespace {

constexpr std::array<std::string_view, kTypes> kNames{
    "PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "MISC"};

}  // namespace

std::string_view name_of(EntityType type) {
    return kNames[static_cast<std::size_t>(type)];
}

std::optional<EntityType> entity_type(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == name) return static_cast<EntityType>(i);
    return std::nullopt;
}

struct EntityModel::State {
    explicit State(Resource bytes)
        : resource(std::move(bytes)),
          tagger(ModelView::open(resource.bytes(), resource.origin(), resource.embedded())) {}
    Resource resource;
    Tagger tagger;
};

EntityModel::EntityModel(Resource resource)
    : state_(std::make_unique<State>(std::move(resource))) {}
EntityModel::~EntityModel() = default;
EntityModel::EntityModel(EntityModel&&) noexcept = default;

std::vector<Entity> EntityModel::find(const Document& document, bool explain) const {
    const UnitText text = units_of(document);
    std::vector<Entity> entities;
    std::vector<Explanation> why;
    std::size_t sentence = 0;
    const std::vector<Found> names = state_->tagger.find(text, explain ? &why : nullptr);
    entities.reserve(names.size());
    for (const Found& name : names) {
        while (text.sentences[sentence].end <= name.first) ++sentence;
        entities.push_back({static_cast<EntityType>(name.type),
                            {text.units[name.first].span.begin, text.units[name.end - 1].span.end},
                            text.sentences[sentence].source,
                            name.probability});
    }
    for (std::size_t i = 0; i < why.size(); ++i) entities[i].reasons = std::move(why[i].reasons);
    return entities;
}

std::vector<std::vector<std::string>> EntityModel::tag(
    const std::vector<std::vector<std::string>>& sentences) const {
    const JoinedText joined = join_tokens(sentences);
    Tokenizer tokenizer;
    const UnitText text = units_of(joined, tokenizer);
    std::vector<std::vector<std::string>> tags;
    const std::vector<Found> names = state_->tagger.find(text);
    auto name = names.begin();
    for (const std::vector<Span>& tokens : joined.tokens) {
        auto& row = tags.emplace_back(tokens.size(), "O");
        // Names and tokens are both in order; a token that a name touches is its own.
        std::size_t token = 0;
        const std::uint32_t end = tokens.empty() ? 0 : tokens.back().end;
        for (; name != names.end() && text.units[name->first].span.begin < end; ++name) {
            const Span span{text.units[name->first].span.begin, text.units[name->end - 1].span.end};
            while (token < tokens.size() && tokens[token].end <= span.begin) ++token;
            bool first = true;
            for (; token < tokens.size() && tokens[token].begin < span.end; ++token) {
                row[token] = first ? "B-" : "I-";
                row[token] += kNames[name->type];
                first = false;
            }
        }
    }
    return tags;
}

}  // namespace analyze
