// The training corpora: read, joined back to text, divided into units, with the tags that their labels allow.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analyze/analysis/entities_decode.hpp"
#include "analyze/analysis/entities_features.hpp"
#include "analyze/analysis/entities_units.hpp"

namespace analyze {

/// A set of types (bit y: type y), kTypeO: it may also be no name.
using TypeSet = std::uint32_t;
inline constexpr TypeSet kTypeO = 1U << kTypes;
inline constexpr TypeSet kAllTypes = kTypeO - 1;

/// A labelled span of a document's text.
struct Label {
    Span span;
    TypeSet types = 0;
    std::string name;  ///< the corpus's own label
};

/// One document of a corpus. Not movable: the views of its units point into it.
struct Labelled {
    std::string corpus, part, id;
    std::unique_ptr<Document> document;  ///< of raw text
    std::unique_ptr<JoinedText> joined;  ///< of tokens
    std::vector<std::vector<std::string>> tokens;
    std::vector<Label> labels;
    TypeSet hidden = kTypeO;  ///< what an unlabelled capitalised unit may be
    UnitText units;
    [[nodiscard]] std::string_view text() const { return units.text; }
};
using Corpus = std::vector<std::unique_ptr<Labelled>>;

/// mapping.tsv: corpus → label → targets.
using LabelMap = std::map<std::string, std::map<std::string, TypeSet>>;
[[nodiscard]] LabelMap read_mapping(const std::string& path);

/// Reads a file of marked text. Of own-news' train every tenth item is called part "test", and with
/// `tuning` two more of ten "tuning".
void read_marked(const std::string& path, const std::string& name, const std::string& part,
                 Tokenizer& tokenizer, Corpus& corpus, bool tuning = false);
/// Reads PART.iob2; voa-news' every tenth train run is called part "test". Files without documents
/// are cut into runs of 40 sentences.
void read_iob2(const std::string& path, const std::string& name, const std::string& part,
               const LabelMap& mapping, Tokenizer& tokenizer, Corpus& corpus);

/// The tags that the labels allow at each unit, bits as TagDecoder::marginals takes them. Lists settle
/// what labels leave open: a demonym is NORP, a country or city is GPE where the label allows it.
[[nodiscard]] std::vector<std::uint64_t> allowed_tags(const Labelled& document,
                                                      const FeatureText& features);

}  // namespace analyze
