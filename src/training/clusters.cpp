// Groups the words of plain text into clusters of words that stand between the same neighbours.
// SPDX-License-Identifier: Apache-2.0
#include "clusters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analyze/analysis/entities_features.hpp"
#include "analyze/analysis/entities_units.hpp"
#include "analyze/base/ascii.hpp"

namespace analyze {
namespace {

/// Neighbours that count as contexts by themselves; the others are known by how they are written.
constexpr std::uint32_t kContexts = 6000;

/// x log x, from a table where x is small.
class XLogX {
public:
    XLogX() {
        for (std::size_t x = 1; x < table_.size(); ++x)
            table_[x] =
                static_cast<float>(static_cast<double>(x) * std::log(static_cast<double>(x)));
    }
    [[nodiscard]] double operator()(std::uint32_t x) const {
        return x < table_.size() ? table_[x] : x * std::log(static_cast<double>(x));
    }

private:
    std::vector<float> table_ = std::vector<float>(1 << 16, 0.0F);
};

struct Neighbour {
    std::uint32_t context, count;
};

}  // namespace

std::uint64_t line_key(std::string_view line) {
    std::string letters;
    for (const char c : line) {
        if (ascii::is_upper(c))
            letters += static_cast<char>(c + 32);
        else if (ascii::is_lower(c) || ascii::is_digit(c))
            letters += c;
    }
    return letters.size() < 20 ? 0 : hash_of(letters);
}

std::string without_lines(std::string_view text,
                          const std::unordered_set<std::uint64_t>& held_out) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::string_view line = text.substr(at, end - at);
        const std::uint64_t key = line_key(line);
        if (key == 0 || !held_out.count(key)) kept += line;
        at = end;
    }
    return kept;
}

void TextCounts::add_units(std::string_view text, Tokenizer& tokenizer) {
    std::vector<Token> tokens;
    tokenizer.tokenize(text, tokens);
    std::vector<Unit> units;
    std::size_t at = 0;
    while (at < tokens.size()) {
        // A line is a sequence.
        const std::size_t line_end = std::min(text.find('\n', tokens[at].begin), text.size());
        std::size_t end = at;
        while (end < tokens.size() && tokens[end].begin < line_end) ++end;
        units.clear();
        append_units(text, tokens.data() + at, tokens.data() + end, units);
        for (const Unit& unit : units) {
            const auto [found, fresh] = numbers_.try_emplace(
                std::string(slice(text, unit.span)), static_cast<std::uint32_t>(words.size()));
            if (fresh) {
                words.push_back(found->first);
                counts.push_back(0);
            }
            ++counts[found->second];
            sequence.push_back(found->second);
        }
        sequence.push_back(kBreak);
        at = end;
    }
}

bool is_tokenised(std::string_view file) {
    return file.find("tokenised") != std::string_view::npos;
}

std::vector<std::vector<std::string>> tokens_of_lines(std::string_view text) {
    std::vector<std::vector<std::string>> sentences;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        auto& sentence = sentences.emplace_back();
        for (std::size_t from = at; from < end;) {
            const std::size_t to = std::min(text.find(' ', from), end);
            if (to > from) sentence.emplace_back(text.substr(from, to - from));
            from = to + 1;
        }
        at = end + 1;
    }
    return sentences;
}

void TextCounts::add(std::string_view text, bool tokenised, Tokenizer& tokenizer) {
    if (!tokenised) return add_units(text, tokenizer);
    add_units(join_tokens(tokens_of_lines(text)).text, tokenizer);
}

std::vector<std::uint16_t> cluster_words(const TextCounts& text, std::uint32_t clusters,
                                         std::uint32_t least, int rounds,
                                         const std::function<void(const std::string&)>& tell) {
    std::vector<std::uint32_t> by_count(text.words.size());
    std::iota(by_count.begin(), by_count.end(), 0U);
    std::stable_sort(by_count.begin(), by_count.end(), [&](std::uint32_t a, std::uint32_t b) {
        return text.counts[a] > text.counts[b];
    });
    while (!by_count.empty() && text.counts[by_count.back()] < least) by_count.pop_back();

    constexpr std::uint32_t kKinds = 8;  // Caps, and one for the ends of lines
    std::vector<std::uint32_t> context_of(text.words.size());
    std::string scratch;
    for (std::size_t w = 0; w < text.words.size(); ++w)
        context_of[w] =
            static_cast<std::uint32_t>(describe(text.words[w], ModelView(), scratch).caps);
    for (std::uint32_t rank = 0; rank < kContexts && rank < by_count.size(); ++rank)
        context_of[by_count[rank]] = kKinds + rank;
    constexpr std::uint32_t kSide = kKinds + kContexts;

    // The neighbours of each word that is to be clustered, both sides, as counts.
    std::vector<std::uint32_t> rank_of(text.words.size(), TextCounts::kBreak);
    for (std::uint32_t rank = 0; rank < by_count.size(); ++rank) rank_of[by_count[rank]] = rank;
    std::vector<std::uint64_t> pairs;
    pairs.reserve(text.sequence.size() * 2);
    for (std::size_t i = 0; i < text.sequence.size(); ++i) {
        const std::uint32_t word = text.sequence[i];
        if (word == TextCounts::kBreak || rank_of[word] == TextCounts::kBreak) continue;
        const std::uint32_t before = i > 0 ? text.sequence[i - 1] : TextCounts::kBreak;
        const std::uint32_t after =
            i + 1 < text.sequence.size() ? text.sequence[i + 1] : TextCounts::kBreak;
        const std::uint64_t high = std::uint64_t{rank_of[word]} << 32;
        pairs.push_back(high | (before == TextCounts::kBreak ? 7 : context_of[before]));
        pairs.push_back(high | (kSide + (after == TextCounts::kBreak ? 7 : context_of[after])));
    }
    std::sort(pairs.begin(), pairs.end());
    std::vector<std::size_t> starts;
    std::vector<Neighbour> neighbours;
    for (std::size_t i = 0; i < pairs.size();) {
        const auto rank = static_cast<std::uint32_t>(pairs[i] >> 32);
        while (starts.size() <= rank) starts.push_back(neighbours.size());
        std::size_t end = i;
        while (end < pairs.size() && pairs[end] == pairs[i]) ++end;
        neighbours.push_back(
            {static_cast<std::uint32_t>(pairs[i]), static_cast<std::uint32_t>(end - i)});
        i = end;
    }
    while (starts.size() <= by_count.size()) starts.push_back(neighbours.size());
    pairs.clear();
    pairs.shrink_to_fit();
    tell(
        fmt::format("{} words to cluster, {} neighbour pairs", by_count.size(), neighbours.size()));

    const XLogX f;
    std::vector<std::uint32_t> table(std::size_t{2} * kSide * clusters), sizes(clusters);
    std::vector<std::uint16_t> cluster(by_count.size());
    for (std::uint32_t rank = 0; rank < by_count.size(); ++rank) {
        cluster[rank] = static_cast<std::uint16_t>(rank % clusters);
        sizes[cluster[rank]] += text.counts[by_count[rank]];
        for (std::size_t n = starts[rank]; n < starts[rank + 1]; ++n)
            table[std::size_t{neighbours[n].context} * clusters + cluster[rank]] +=
                neighbours[n].count;
    }
    std::vector<double> gain(clusters);
    for (int round = 0; round < rounds; ++round) {
        std::size_t moved = 0;
        for (std::uint32_t rank = 0; rank < by_count.size(); ++rank) {
            const std::uint32_t count = text.counts[by_count[rank]], from = cluster[rank];
            sizes[from] -= count;
            for (std::uint32_t k = 0; k < clusters; ++k)
                gain[k] = -2 * (f(sizes[k] + count) - f(sizes[k]));
            for (std::size_t n = starts[rank]; n < starts[rank + 1]; ++n) {
                std::uint32_t* row = table.data() + std::size_t{neighbours[n].context} * clusters;
                const std::uint32_t add = neighbours[n].count;
                row[from] -= add;
                const double alone = f(add);
                for (std::uint32_t k = 0; k < clusters; ++k)
                    if (row[k] != 0) gain[k] += f(row[k] + add) - f(row[k]) - alone;
            }
            const auto to = static_cast<std::uint32_t>(std::max_element(gain.begin(), gain.end()) -
                                                       gain.begin());
            cluster[rank] = static_cast<std::uint16_t>(to);
            moved += to != from;
            sizes[to] += count;
            for (std::size_t n = starts[rank]; n < starts[rank + 1]; ++n)
                table[std::size_t{neighbours[n].context} * clusters + to] += neighbours[n].count;
        }
        tell(fmt::format("clusters {}: round {} moved {} words", clusters, round + 1, moved));
        if (moved * 200 < by_count.size()) break;
    }
    std::vector<std::uint16_t> result(text.words.size(), 0xffff);
    for (std::uint32_t rank = 0; rank < by_count.size(); ++rank)
        result[by_count[rank]] = cluster[rank];
    return result;
}

}  // namespace analyze
