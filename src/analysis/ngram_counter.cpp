// Counts n-grams and skip-grams: sequences of words within a sentence, in any number of texts.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/ngram_counter.hpp"

#include <algorithm>
#include <array>

#include "key_hash.hpp"

namespace analyze {
namespace {

constexpr std::size_t kTogether = 512;  // n-grams that go to a table in one call

/// Gathers the n-grams of sequences, and hands them over when there are enough.
template <class Take>
class Gatherer {
public:
    Gatherer(unsigned n, unsigned skip, std::vector<std::uint32_t>& keys, const Take& take)
        : n_(n), skip_(skip), keys_(keys), take_(take) {}
    ~Gatherer() = default;
    Gatherer(const Gatherer&) = delete;
    Gatherer& operator=(const Gatherer&) = delete;

    void add(std::span<const std::uint32_t> words) {
        words_ = words;
        for (std::size_t first = 0; first + n_ <= words.size(); ++first) {
            if (skip_ == 0) {
                keys_.insert(keys_.end(), words.begin() + static_cast<std::ptrdiff_t>(first),
                             words.begin() + static_cast<std::ptrdiff_t>(first + n_));
                hand_over(kTogether);
            } else {
                gram_[0] = words[first];
                choose(1, first + 1, skip_);
            }
        }
    }
    void hand_over(std::size_t least) {
        if (keys_.size() < least * n_) return;
        take_(std::span<std::uint32_t>(keys_));
        keys_.clear();
    }

private:
    /// Chooses the words from number `chosen` on, the next at `at` or up to `skip` words later.
    void choose(unsigned chosen, std::size_t at, unsigned skip) {
        if (chosen == n_) {
            keys_.insert(keys_.end(), gram_.begin(), gram_.begin() + n_);
            return hand_over(kTogether);
        }
        for (unsigned left_out = 0; left_out <= skip && at + left_out < words_.size(); ++left_out) {
            gram_[chosen] = words_[at + left_out];
            choose(chosen + 1, at + left_out + 1, skip - left_out);
        }
    }

    unsigned n_, skip_;
    std::span<const std::uint32_t> words_;
    std::array<std::uint32_t, kLongestGram> gram_{};
    std::vector<std::uint32_t>& keys_;
    const Take& take_;
};

}  // namespace

NgramCounter::NgramCounter(WordDefinition definition, NgramShape shape, Kernel kernel)
    : shape_(shape), reader_(definition, kernel) {
    for (unsigned n = shape.least; n <= shape.most; ++n) tables_.emplace_back(n);
}

template <class Take>
void NgramCounter::walk(std::string_view text, std::span<const std::uint32_t> cuts,
                        const Take& take) {
    reader_.read(
        text, cuts, [&](std::span<const std::uint32_t> types, std::span<const std::uint32_t> ends) {
            words_ += types.size();
            for (GramTable& table : tables_) {
                keys_.clear();
                const auto take_here = [&](std::span<std::uint32_t> keys) { take(table, keys); };
                Gatherer gatherer(table.n(), shape_.skip, keys_, take_here);
                std::uint32_t begin = 0;
                for (const std::uint32_t end : ends) {
                    gatherer.add(types.subspan(begin, end - begin));
                    begin = end;
                }
                gatherer.hand_over(1);
            }
        });
}

void NgramCounter::add(std::string_view text, std::span<const std::uint32_t> cuts) {
    if (sketch_ == nullptr && shape_.skip == 0) {
        reader_.read(
            text, cuts,
            [this](std::span<const std::uint32_t> types, std::span<const std::uint32_t> ends) {
                words_ += types.size();
                for (GramTable& table : tables_) ngrams_ += table.add_runs(types, ends);
            });
        return;
    }
    walk(text, cuts, [this](GramTable& table, std::span<std::uint32_t> keys) {
        const unsigned n = table.n();
        ngrams_ += keys.size() / n;
        if (sketch_ != nullptr) {
            hash(keys, n);
            keys = keys.first(keep_likely(keys, n, key_hashes_, *sketch_, min_count_));
        }
        table.add(keys);
    });
}

void NgramCounter::survey(std::string_view text, std::span<const std::uint32_t> cuts,
                          CountSketch& sketch) {
    const std::uint64_t words = words_;
    walk(text, cuts, [&](GramTable& table, std::span<std::uint32_t> keys) {
        hash(keys, table.n());
        sketch.add(key_hashes_);
    });
    words_ = words;
}

void NgramCounter::prune(const CountSketch* sketch, std::uint64_t min_count) {
    sketch_ = sketch;
    min_count_ = min_count;
}

void NgramCounter::hash(std::span<const std::uint32_t> keys, unsigned n) {
    while (hashes_.size() < reader_.types())
        hashes_.push_back(hash_of_bytes(reader_.word(static_cast<std::uint32_t>(hashes_.size()))));
    hash_keys(keys, n, hashes_, key_hashes_);
}

void NgramCounter::end_document() {
    for (GramTable& table : tables_) table.end_document();
}

void NgramCounter::merge(const NgramCounter& other) {
    std::vector<std::uint32_t> numbers(other.reader_.types());
    for (std::uint32_t type = 0; type < numbers.size(); ++type)
        numbers[type] = reader_.type_of(other.reader_.word(type));
    for (std::size_t i = 0; i < tables_.size(); ++i) tables_[i].merge(other.tables_[i], numbers);
    words_ += other.words_;
    ngrams_ += other.ngrams_;
}

void NgramCounter::clear() {
    for (GramTable& table : tables_) table.clear();
    words_ = ngrams_ = 0;
}

std::uint64_t NgramCounter::distinct() const {
    std::uint64_t sum = 0;
    for (const GramTable& table : tables_) sum += table.size();
    return sum;
}

std::string NgramCounter::text(const Ngram& ngram) const {
    std::string text;
    for (unsigned i = 0; i < ngram.n; ++i) {
        if (i > 0) text += ' ';
        text += reader_.word(ngram.types[i]);
    }
    return text;
}

bool NgramCounter::earlier(const Ngram& a, const Ngram& b) const {
    for (unsigned i = 0; i < std::min(a.n, b.n); ++i)
        if (a.types[i] != b.types[i]) return reader_.word(a.types[i]) < reader_.word(b.types[i]);
    return a.n < b.n;
}

std::vector<Ngram> NgramCounter::ranked(const std::function<bool(const Ngram&)>& passes,
                                        std::uint64_t top) const {
    std::vector<Ngram> all;
    for (const GramTable& table : tables_)
        table.each([&](const GramCount& gram) {
            const Ngram ngram{table.n(), gram.key, gram.count, gram.documents};
            if (passes(ngram)) all.push_back(ngram);
        });
    const auto before = [this](const Ngram& a, const Ngram& b) {
        return a.count != b.count ? a.count > b.count : earlier(a, b);
    };
    if (top != 0 && top < all.size() / 8)
        std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(top), all.end(),
                          before);
    else
        std::sort(all.begin(), all.end(), before);
    return all;
}

}  // namespace analyze
