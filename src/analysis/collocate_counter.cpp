// Counts what stands near a word or phrase, or near every word, in any number of texts.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/collocate_counter.hpp"

#include <algorithm>

#include "key_hash.hpp"

namespace analyze {
namespace {

constexpr std::size_t kTogether = 1024;  // numbers that go to the table in one call
constexpr std::size_t kStretch = 64;     // words whose pairs are gathered before that is looked at

enum Mark : std::uint8_t { kFar = 0, kNear = 1, kNode = 2 };

}  // namespace

CollocateCounter::CollocateCounter(WordDefinition definition, CollocationWindow window,
                                   const std::vector<std::string>& node, Kernel kernel)
    : window_(window), reader_(definition, kernel), table_(node.empty() ? 2 : 1) {
    for (const std::string& word : node) node_.push_back(reader_.type_of(word));
}

template <class Take>
void CollocateCounter::walk(std::string_view text, std::span<const std::uint32_t> cuts,
                            const Take& take) {
    const auto hand_over = [&](std::size_t least) {
        if (keys_.size() < least) return;
        take(keys_);
        keys_.clear();
    };
    reader_.read(text, cuts,
                 [&](std::span<const std::uint32_t> types, std::span<const std::uint32_t> ends) {
                     counts_.resize(reader_.types());
                     nears_.resize(node_.empty() ? reader_.types() : 0);
                     seen_.resize(nears_.size());
                     words_ += types.size();
                     std::uint32_t begin = 0;
                     for (const std::uint32_t end : ends) {
                         const auto words = types.subspan(begin, end - begin);
                         begin = end;
                         if (node_.empty()) {
                             // A sequence may be very long: its keys are handed over in between.
                             for (std::size_t i = 0; i < words.size(); i += kStretch) {
                                 read_all(words, i, std::min(words.size(), i + kStretch));
                                 hand_over(kTogether);
                             }
                         } else {
                             read_node(words);
                             hand_over(kTogether);
                         }
                     }
                 });
    hand_over(1);
}

/// Marks the words of one sequence that are the node or near it, then counts them.
void CollocateCounter::read_node(std::span<const std::uint32_t> words) {
    const std::size_t size = words.size(), length = node_.size();
    auto found = std::search(words.begin(), words.end(), node_.begin(), node_.end());
    if (found == words.end()) {
        for (const std::uint32_t type : words) ++counts_[type];
        return;
    }
    marks_.assign(size, kFar);
    std::size_t marked = 0;  // words before it are marked already: linear where nodes are many
    while (found != words.end()) {
        ++nodes_;
        const auto begin = static_cast<std::size_t>(found - words.begin()), end = begin + length;
        const std::size_t from = begin - std::min<std::size_t>(begin, window_.left);
        const std::size_t to = std::min(size, end + window_.right);
        for (std::size_t i = std::max(from, marked); i < to; ++i) marks_[i] = kNear;
        std::fill(marks_.begin() + static_cast<std::ptrdiff_t>(begin),
                  marks_.begin() + static_cast<std::ptrdiff_t>(end), kNode);
        marked = std::max(marked, to);
        found = std::search(words.begin() + static_cast<std::ptrdiff_t>(end), words.end(),
                            node_.begin(), node_.end());
    }
    for (std::size_t i = 0; i < size; ++i) {
        if (marks_[i] == kNode) continue;
        ++counts_[words[i]];
        if (marks_[i] == kFar) continue;
        ++near_;
        keys_.push_back(words[i]);
    }
}

/// Every word from `first` to `end` of one sequence is near each other type in the window around it.
void CollocateCounter::read_all(std::span<const std::uint32_t> words, std::size_t first,
                                std::size_t end) {
    for (std::size_t at = first; at < end; ++at) {
        const std::uint32_t collocate = words[at];
        ++counts_[collocate];
        ++at_;
        seen_[collocate] = at_;  // a word is never near itself
        // A node stands `left` words behind at the most, or `right` words before.
        const std::size_t from = at - std::min<std::size_t>(at, window_.right);
        const std::size_t to = std::min(words.size(), at + window_.left + 1);
        for (std::size_t i = from; i < to; ++i) {
            const std::uint32_t node = words[i];
            if (seen_[node] == at_) continue;
            seen_[node] = at_;
            ++nears_[node];
            keys_.push_back(node);
            keys_.push_back(collocate);
        }
    }
}

void CollocateCounter::add(std::string_view text, std::span<const std::uint32_t> cuts) {
    walk(text, cuts, [this](std::vector<std::uint32_t>& keys) {
        if (sketch_ != nullptr) {
            hash(keys, table_.n());
            keys.resize(keep_likely(keys, table_.n(), key_hashes_, *sketch_, min_count_));
        }
        table_.add(keys);
    });
}

void CollocateCounter::survey(std::string_view text, std::span<const std::uint32_t> cuts,
                              CountSketch& sketch) {
    walk(text, cuts, [&](std::vector<std::uint32_t>& keys) {
        hash(keys, table_.n());
        sketch.add(key_hashes_);
    });
    // Only the sketch is kept of this pass.
    words_ = nodes_ = near_ = 0;
    std::fill(counts_.begin(), counts_.end(), 0);
    std::fill(nears_.begin(), nears_.end(), 0);
}

void CollocateCounter::prune(const CountSketch* sketch, std::uint64_t min_count) {
    sketch_ = sketch;
    min_count_ = min_count;
}

void CollocateCounter::hash(std::span<const std::uint32_t> keys, unsigned n) {
    while (hashes_.size() < reader_.types())
        hashes_.push_back(hash_of_bytes(reader_.word(static_cast<std::uint32_t>(hashes_.size()))));
    hash_keys(keys, n, hashes_, key_hashes_);
}

void CollocateCounter::end_document() {
    table_.end_document();
}

void CollocateCounter::merge(const CollocateCounter& other) {
    std::vector<std::uint32_t> numbers(other.reader_.types());
    for (std::uint32_t type = 0; type < numbers.size(); ++type)
        numbers[type] = reader_.type_of(other.reader_.word(type));
    table_.merge(other.table_, numbers);
    counts_.resize(reader_.types());
    for (std::uint32_t type = 0; type < other.counts_.size(); ++type)
        counts_[numbers[type]] += other.counts_[type];
    if (node_.empty()) nears_.resize(reader_.types());
    for (std::uint32_t type = 0; type < other.nears_.size(); ++type)
        nears_[numbers[type]] += other.nears_[type];
    words_ += other.words_;
    nodes_ += other.nodes_;
    near_ += other.near_;
}

void CollocateCounter::each(const std::function<void(const Collocation&)>& take) const {
    table_.each([&](const GramCount& gram) {
        Collocation one;
        one.documents = gram.documents;
        if (node_.empty()) {
            one.node = gram.key[0];
            one.collocate = gram.key[1];
            one.node_count = counts_[one.node];
            one.table = {gram.count, nears_[one.node], counts_[one.collocate],
                         words_ - one.node_count};
        } else {
            one.collocate = gram.key[0];
            one.node_count = nodes_;
            one.table = {gram.count, near_, counts_[one.collocate], words_ - nodes_ * node_.size()};
        }
        take(one);
    });
}

}  // namespace analyze
