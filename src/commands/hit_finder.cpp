// The occurrences of a pattern in one text, each in its context: what `analyze kwic` shows.
// SPDX-License-Identifier: Apache-2.0
#include "hit_finder.hpp"

#include <algorithm>
#include <utility>

#include "document_view.hpp"

namespace analyze {
namespace {

/// The last item that begins at or before a place, or null. `passed`: how many do, from a call for
/// an earlier place.
template <typename Item, typename Begin>
const Item* last_before(const std::vector<Item>& items, std::uint32_t place, std::size_t& passed,
                        Begin begin) {
    while (passed < items.size() && begin(items[passed]) <= place) ++passed;
    return passed == 0 ? nullptr : &items[passed - 1];
}

}  // namespace

HitFinder::HitFinder(const NodePattern& pattern, const WordDefinition& definition, ContextSize size)
    : pattern_(&pattern), size_(size), context_(definition, size) {
    if (pattern.phrase() != nullptr) finder_.emplace(*pattern.phrase());
}

void HitFinder::read(const std::string& path, const DecodeOptions& decode, Bounds within,
                     bool places, Warnings& warnings) {
    document_.reset();
    outline_ = {};
    source_.emplace(Source::read(path, decode));
    warn_about(source_->info(), path, warnings);
    const std::string_view text = source_->text();
    nodes_.clear();
    if (finder_)
        finder_->find(text, 0, text.size(), nodes_);
    else
        nodes_ = pattern_->matches(text);
    const bool types = pattern_->kind() == NodeKind::type;
    if (!types && (nodes_.empty() || !(places || within != Bounds::text))) return;
    document_.emplace(*std::exchange(source_, std::nullopt), tokenizer_);
    if (types || places) outline_ = read_outline(*document_);
    if (types) nodes_ = pattern_->mentions(*document_, outline_);
}

bool HitFinder::locate(Span node, Bounds within, bool places, Hit& hit, Span& bounds) {
    const Document& document = *document_;
    const Block* block = last_before(document.blocks(), node.begin, blocks_,
                                     [](const Block& one) { return one.extent.begin; });
    const Sentence* sentence = last_before(document.sentences(), node.begin, sentences_,
                                           [](const Sentence& one) { return one.span.begin; });
    if (sentence != nullptr && sentence->span.end <= node.begin) sentence = nullptr;
    if (within == Bounds::block) bounds = block == nullptr ? Span{} : block->extent;
    if (within == Bounds::sentence) bounds = sentence == nullptr ? Span{} : sentence->span;
    if (!bounds.contains(node)) return false;
    if (places && sentence != nullptr)
        hit.sentence = static_cast<std::uint64_t>(sentence - document.sentences().data()) + 1;
    if (places && block != nullptr) {
        const auto index = static_cast<std::uint32_t>(block - document.blocks().data());
        const std::size_t section = outline_.section_of(index);
        if (section != section_)
            heading_ = one_line(document.text(outline_.sections[section].heading));
        section_ = section;
        hit.section = heading_;
    }
    return true;
}

void HitFinder::read_context(std::string_view text, Span bounds, Hit& hit) {
    hit.left = context_.left(text, bounds.begin, hit.place.begin);
    hit.node = with_single_blanks(slice(text, hit.place));
    hit.right = context_.right(text, hit.place.end, bounds.end);
}

void HitFinder::each(Bounds within, const HitFields& fields, const Sink& sink) {
    const std::string_view text = source().text();
    OffsetCounter counter(source(), fields.unit);
    blocks_ = sentences_ = 0;
    section_ = SIZE_MAX;
    for (const Span node : nodes_) {
        Hit hit{.place = node};
        Span bounds{0, static_cast<std::uint32_t>(text.size())};
        if (document_ && !locate(node, within, fields.places, hit, bounds)) continue;
        read_context(text, bounds, hit);
        if (fields.offsets) {
            hit.start = counter.at(node.begin);
            hit.end = counter.at(node.end);
        }
        if (!sink(hit)) return;
    }
}

std::size_t HitFinder::reserve(std::string_view text) const {
    const std::size_t longest = pattern_->phrase()->longest(), most = context_.reach() + longest;
    if (size_.words > 0 || size_.right == 0) return most;
    // A column is enough for a byte of the node; so lines come out as soon as their contexts are
    // there, which is seen where text comes slowly.
    const std::string_view end = text.substr(text.size() - std::min(text.size(), most));
    return last_columns(end, longest + size_.right).size();
}

void HitFinder::stream(const std::string& path, const DecodeOptions& decode, Warnings& warnings,
                       const Sink& sink, const std::function<bool()>& flush) {
    TextStream stream(path, decode);
    const std::size_t margin = context_.reach() + pattern_->phrase()->longest();
    std::size_t unsearched = 0;  // bytes at the end of the text so far
    for (bool ended = false; !ended;) {
        const std::string_view piece = stream.next(unsearched + margin);
        ended = piece.empty();
        const std::string_view text(piece.data() - stream.before(), stream.before() + piece.size());
        const std::size_t from = stream.before() - unsearched;
        std::size_t to = text.size();
        if (!ended) {
            to -= std::min(to - from, reserve(text));
            while (to > from && !parts_words(text, to)) --to;
        }
        nodes_.clear();
        if (to > from) finder_->find(text, from, to, nodes_);
        unsearched = text.size() - to;
        for (const Span node : nodes_) {
            Hit hit{.place = node};
            read_context(text, {0, static_cast<std::uint32_t>(text.size())}, hit);
            if (!sink(hit)) return;
        }
        if (!flush()) return;
    }
    warn_about(stream.info(), path, warnings);
}

}  // namespace analyze
