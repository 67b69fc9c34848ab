// The name tagger: features scored by a model, the best tags, and what a document says about its names.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "analyze/analysis/entities_decode.hpp"
#include "analyze/analysis/entities_explain.hpp"
#include "analyze/analysis/entities_features.hpp"
#include "analyze/analysis/entities_memory.hpp"
#include "analyze/analysis/entities_model.hpp"
#include "analyze/analysis/entities_units.hpp"

namespace analyze {

/// Finds the names of unit texts. Threads may share it; each call borrows scratch memory from a
/// pool, which holds as many as there were calls at one time.
class Tagger {
public:
    explicit Tagger(const ModelView& model);
    ~Tagger();
    Tagger(Tagger&&) noexcept;

    /// Names in order, disjoint, each inside a sentence; unit numbers are those of the text.
    /// `table`: what the pieces of a long text before this one say about its names; this one's is
    /// added. Null: the text is whole.
    /// `why`, if not null, gets an explanation for each name, appended: linear too, but slow.
    [[nodiscard]] std::vector<Found> find(const UnitText& text, NameTable* table = nullptr,
                                          std::vector<Explanation>* why = nullptr) const;

    /// Frees the scratch memory that no call uses now: some 30 MB for each thread that has tagged a
    /// long text.
    void release() const;

    /// Units of a piece of a long text (UnitPieces), so that memory does not grow with it.
    static constexpr std::uint32_t kPiece = 32768;

private:
    struct Scratch;
    struct Pool;
    void score(const FeatureText& features, const UnitSentence& sentence, Scratch& scratch,
               float* scores) const;
    void decode(const FeatureText& features, const std::vector<float>& scores, bool probabilities,
                Scratch& scratch, std::vector<Found>& names) const;
    ModelView model_;
    Transitions transitions_;
    StepFactors factors_;
    std::unique_ptr<Pool> pool_;
};

/// The probability with its log-odds times `slope`, plus `offset` (ModelView): as it is for 1 and 0. Rises
/// with the probability for any slope above 0.
[[nodiscard]] float calibrated(float probability, float slope, float offset);

/// Removes from the ends of names what is no part of them (articles, titles, quotes, a lone
/// bracket) and drops names that become empty. Order and disjointness stay.
void trim_names(const FeatureText& features, std::vector<Found>& names);

/// The type of a name that is nothing but the initials of a country, a city or a body with blanks
/// between them, as older texts print them ("U. S.", "U. N.", "N. Y."), whatever the model takes them
/// for; none for any other name. Without blanks the model knows them.
[[nodiscard]] std::optional<EntityType> type_of_initials(const UnitText& text, const Found& name);

/// Gives names that are written alike, of two units or more, the one type that their probabilities
/// together are for: within a document the same long name means the same thing. A name that gets
/// another type so gets the share of that type in the probabilities for its own.
/// `table`: the sums of earlier pieces of the document, which are added to; null: there is one piece.
void agree_types(const FeatureText& features, std::vector<Found>& names,
                 NameTable* table = nullptr);

}  // namespace analyze
