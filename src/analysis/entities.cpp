// Named entities: the mentions of people, organisations, places and other names in a document.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/entities.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "analyze/analysis/entities_tagger.hpp"

namespace analyze {
namespace {

constexpr std::array<std::string_view, kTypes> kNames{
    "PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "MISC"};

/// A piece of a text with the names in it, and the reasons for each if they were asked for.
struct TaggedPiece {
    const UnitText& text;
    const std::vector<Found>& names;
    std::vector<Explanation>& why;
    [[nodiscard]] Span span_of(const Found& name) const {
        return {text.units[name.first].span.begin, text.units[name.end - 1].span.end};
    }
};

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

    /// Tags a text a piece at a time, and hands each on with its names.
    void each_piece(UnitPieces pieces, bool explain,
                    const std::function<void(const TaggedPiece&)>& use) const {
        NameTable table;
        UnitText text;
        bool whole = true;
        while (pieces.next(Tagger::kPiece, text)) {
            whole = whole && pieces.done();
            std::vector<Explanation> why;
            const auto names =
                tagger.find(text, whole ? nullptr : &table, explain ? &why : nullptr);
            use({text, names, why});
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
    state_->each_piece(UnitPieces(document), explain, [&](const TaggedPiece& piece) {
        std::size_t sentence = 0;
        for (const Found& name : piece.names) {
            while (piece.text.sentences[sentence].end <= name.first) ++sentence;
            entities.push_back({static_cast<EntityType>(name.type), piece.span_of(name),
                                piece.text.sentences[sentence].source, name.probability});
        }
        const std::size_t first = entities.size() - piece.names.size();
        for (std::size_t i = 0; i < piece.why.size(); ++i)
            entities[first + i].notes =
                std::make_unique<EntityNotes>(EntityNotes{{}, std::move(piece.why[i].reasons)});
    });
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
    state_->each_piece(std::move(pieces), false, [&](const TaggedPiece& piece) {
        std::size_t sentence = 0;
        for (const Found& name : piece.names) {
            while (piece.text.sentences[sentence].end <= name.first) ++sentence;
            if (row != piece.text.sentences[sentence].source) {
                row = piece.text.sentences[sentence].source;
                token = 0;
            }
            // Names and tokens are both in order; a token that a name touches is its own.
            const std::vector<Span>& tokens = joined.tokens[row];
            const Span span = piece.span_of(name);
            while (token < tokens.size() && tokens[token].end <= span.begin) ++token;
            std::string_view part = "B-";
            for (; token < tokens.size() && tokens[token].begin < span.end; ++token) {
                tags[row][token] = part;
                tags[row][token] += kNames[name.type];
                part = "I-";
            }
        }
    });
    return tags;
}

}  // namespace analyze
