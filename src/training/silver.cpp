// Plain text tagged by two models that must agree, to learn from beside the corpora (self-training).
// SPDX-License-Identifier: Apache-2.0
#include "silver.hpp"

#include <algorithm>
#include <map>

#include "analyze/analysis/entities_tagger.hpp"
#include "analyze/base/pipeline.hpp"
#include "clusters.hpp"

namespace analyze {
namespace {

constexpr std::size_t kMostOfASource = std::size_t{4} << 20, kPage = 16384, kLines = 40;
constexpr std::uint32_t kShortest = 4, kLongest = 100;  // units of a sentence
constexpr float kLeastSure = 0.6F;                      // 0 gave half a point less

/// Pieces of a text of some pages each, cut at line ends; of tokenised text, of some lines.
std::vector<std::string_view> pages(std::string_view text, bool tokenised) {
    std::vector<std::string_view> pieces;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = tokenised ? at : std::min(at + kPage, text.size());
        for (std::size_t line = 0; line < (tokenised ? kLines : 1) && end < text.size(); ++line)
            end = std::min(text.find('\n', end), text.size() - 1) + 1;
        pieces.push_back(text.substr(at, end - at));
        at = end;
    }
    return pieces;
}

std::unique_ptr<Labelled> page_document(std::string_view page, bool tokenised,
                                        Tokenizer& tokenizer) {
    auto item = std::make_unique<Labelled>();
    item->corpus = "silver";
    item->part = "train";
    if (!tokenised) {
        item->document =
            std::make_unique<Document>(Source::from_bytes("", std::string(page)), tokenizer);
        item->units = units_of(*item->document);
        return item;
    }
    item->tokens = tokens_of_lines(page);
    std::erase_if(item->tokens, [](const auto& sentence) { return sentence.empty(); });
    item->joined = std::make_unique<JoinedText>(join_tokens(item->tokens));
    item->units = units_of(*item->joined, tokenizer);
    return item;
}

/// Labels the sentences in which both taggers find the same names; the others go.
void label(Labelled& item, const Tagger& one, const Tagger& other) {
    const std::vector<Found> names = one.find(item.units), others = other.find(item.units);
    std::vector<UnitSentence> kept;
    std::size_t n = 0, o = 0;
    for (const UnitSentence& sentence : item.units.sentences) {
        const std::size_t first = n, first_other = o;
        while (n < names.size() && names[n].first < sentence.end) ++n;
        while (o < others.size() && others[o].first < sentence.end) ++o;
        const std::uint32_t length = sentence.end - sentence.first;
        if (length < kShortest || length > kLongest || n - first != o - first_other) continue;
        bool same = n > first || mix64(item.units.units[sentence.first].span.begin) % 10 < 3;
        for (std::size_t k = 0; k < n - first; ++k) {
            const Found &a = names[first + k], &b = others[first_other + k];
            same = same && a.first == b.first && a.end == b.end && a.type == b.type &&
                   a.probability >= kLeastSure && b.probability >= kLeastSure;
        }
        if (!same) continue;
        kept.push_back(sentence);
        for (std::size_t k = first; k < n; ++k)
            item.labels.push_back(
                {item.units.span_of(names[k].first, names[k].end), 1U << names[k].type, {}});
    }
    item.units.sentences = std::move(kept);
}

}  // namespace

Corpus silver_documents(const PlainTexts& texts, const ModelView& one, const ModelView& other,
                        unsigned threads) {
    const auto source_of = [](const std::string& file) { return file.substr(0, file.find('/')); };
    std::map<std::string, std::size_t> files;  // of a source
    for (const auto& [file, bytes] : texts) ++files[source_of(file)];
    std::vector<std::pair<std::string_view, bool>> work;
    for (const auto& [file, bytes] : texts) {
        const std::string_view part =
            std::string_view(bytes).substr(0, kMostOfASource / files[source_of(file)]);
        const bool tokenised = is_tokenised(file);
        for (const std::string_view page : pages(part, tokenised))
            work.emplace_back(page, tokenised);
    }
    const Tagger first(one), second(other);
    Corpus corpus(work.size());
    run_ordered(
        work.size(), threads, std::size_t{threads} * 4,
        [&](std::size_t i) {
            Tokenizer tokenizer;
            corpus[i] = page_document(work[i].first, work[i].second, tokenizer);
            label(*corpus[i], first, second);
        },
        [](std::size_t) { return true; });
    return corpus;
}

}  // namespace analyze
