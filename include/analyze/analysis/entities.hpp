// Named entities: the mentions of people, organisations, places and other names in a document.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/resources/resource.hpp"
#include "analyze/text/document.hpp"

namespace analyze {

/// The ten types of names; docs/entities.md says what each covers.
enum class EntityType : std::uint8_t {
    person,
    org,
    gpe,
    loc,
    norp,
    fac,
    event,
    product,
    work_of_art,
    misc
};
/// "PERSON", "ORG", …
[[nodiscard]] std::string_view name_of(EntityType type);
[[nodiscard]] std::optional<EntityType> entity_type(std::string_view name);

/// One thing that speaks for a mention, or against it.
struct Reason {
    std::string what;  ///< "listed honorific before: Mr", "gazetteer names.tsv:12"
    /// What it adds to the score of the name, less what it adds to the score of no name; scores are
    /// logarithms of odds. None: a rule, which just holds.
    std::optional<float> weight = {};
};

/// What few mentions have, kept apart so that the others are small.
struct EntityNotes {
    std::string_view canonical = {};  ///< how a gazetteer spells the name; owned by NameLists
    /// Of the model's names: the evidence; of a gazetteer's: its line.
    std::vector<Reason> reasons = {};
};

/// One mention. Mentions are ordered, disjoint, and lie inside one sentence; a mention may begin or
/// end inside a token (the possessive 's stays outside).
struct Entity {
    EntityType type = EntityType::person;
    Span span;
    std::uint32_t sentence = 0;  ///< index into Document::sentences()
    /// Of the model's names: the probability that span and type are right, calibrated on news that the
    /// model did not learn from (docs/accuracy.md). Of a gazetteer's: 1.
    float confidence = 1;
    /// Of a gazetteer's names, and of the model's where reasons were asked for; else null.
    std::unique_ptr<EntityNotes> notes = {};
    [[nodiscard]] std::string_view canonical() const {
        return notes ? notes->canonical : std::string_view();
    }
};

/// A trained tagger, immutable; share it between threads. Owns the bytes of its model file.
class EntityModel {
public:
    /// Uses the bytes in place. Throws Error{resource} that names the origin when they are no model
    /// of this version.
    explicit EntityModel(Resource resource);
    ~EntityModel();
    EntityModel(EntityModel&&) noexcept;

    /// The names in a document; `explain`: each with the reasons for it.
    [[nodiscard]] std::vector<Entity> find(const Document& document, bool explain = false) const;
    /// Tags one document given as tokens of foreign making: sentences of tokens in, for each token an
    /// IOB2 tag ("O", "B-PERSON", "I-PERSON") out. A name that ends inside a token takes all of it.
    [[nodiscard]] std::vector<std::vector<std::string>> tag(
        const std::vector<std::vector<std::string>>& sentences) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace analyze
