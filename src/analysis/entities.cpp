// Named entities: the mentions of people, organisations, places and other names in a document.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

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

    /// Takes a name, its place and the number of its sentence; the reasons if they were asked for.
    using Use = std::function<void(const Found&, Span, std::uint32_t, Explanation*)>;

    /// Tags a text a piece at a time, and hands over its names in order.
    void each_name(UnitPieces pieces, bool explain, const Use& use) const {
        NameTable table;
        UnitText text;
        bool whole = true;
        while (pieces.next(Tagger::kPiece, text)) {
            whole = whole && pieces.done();
            std::vector<Explanation> why;
            const auto names =
                tagger.find(text, whole ? nullptr : &table, explain ? &why : nullptr);
            std::size_t sentence = 0;
            for (std::size_t i = 0; i < names.size(); ++i) {
                while (text.sentences[sentence].end <= names[i].first) ++sentence;
                use(names[i], text.span_of(names[i].first, names[i].end),
                    text.sentences[sentence].source, explain ? &why[i] : nullptr);
            }
        }
        if (!whole) tagger.release();
    }

    Resource resource;
    Tagger tagger;
};

EntityModel::EntityModel(Resource resource)
    : state_(std::make_unique<State>(std::move(resource))) {}
EntityModel::~EntityModel() = default;
EntityModel::EntityModel(EntityModel&&) noexcept = default;

std::vector<Entity> EntityModel::find(const Document& document, bool explain) const {
    std::vector<Entity> entities;
    // More than texts have; a list that grew would leave its former places behind.
    constexpr std::size_t kMost = std::size_t{4} << 20;
    entities.reserve(std::min(document.tokens().size() / 2, kMost));
    const auto add = [&](const Found& name, Span span, std::uint32_t sentence, Explanation* why) {
        Entity& entity = entities.emplace_back();
        entity.type = static_cast<EntityType>(name.type);
        entity.span = span;
        entity.sentence = sentence;
        entity.confidence = name.probability;
        if (why)
            entity.notes = std::make_unique<EntityNotes>(EntityNotes{{}, std::move(why->reasons)});
    };
    state_->each_name(UnitPieces(document), explain, add);
    return entities;
}

std::vector<std::vector<std::string>> EntityModel::tag(
    const std::vector<std::vector<std::string>>& sentences) const {
    const JoinedText joined = join_tokens(sentences);
    Tokenizer tokenizer;
    std::vector<Token> ours;
    UnitPieces pieces(joined.text, sentences_of(joined, tokenizer, ours));
    std::vector<std::vector<std::string>> tags;
    tags.reserve(joined.tokens.size());
    for (const std::vector<Span>& tokens : joined.tokens) tags.emplace_back(tokens.size(), "O");
    std::uint32_t row = 0;
    std::size_t token = 0;
    const auto mark = [&](const Found& name, Span span, std::uint32_t sentence, Explanation*) {
        if (std::exchange(row, sentence) != sentence) token = 0;
        // Names and tokens are both in order; a token that a name touches is its own.
        const std::vector<Span>& tokens = joined.tokens[row];
        while (token < tokens.size() && tokens[token].end <= span.begin) ++token;
        std::string_view part = "B-";
        for (; token < tokens.size() && tokens[token].begin < span.end; ++token) {
            tags[row][token] = part;
            tags[row][token] += kNames[name.type];
            part = "I-";
        }
    };
    state_->each_name(std::move(pieces), false, mark);
    return tags;
}

}  // namespace analyze
