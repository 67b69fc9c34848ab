// Tests collocates: by hand, against a slow reference, all pairs, merged, and in two passes.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/collocate_counter.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <random>

using namespace analyze;

namespace {

using Sequences = std::vector<std::vector<std::string>>;
using Pair = std::pair<std::string, std::string>;

struct Counts {
    std::uint64_t o11 = 0, r1 = 0, c1 = 0, n = 0, nodes = 0, documents = 0;
    bool operator==(const Counts&) const = default;
};
/// Words of one letter in sentences of their own: "a b c." a line, blank lines between.
std::string text_of(const Sequences& sequences) {
    std::string text;
    for (const auto& words : sequences) {
        for (const std::string& word : words) (text += word) += ' ';
        text.back() = '.';
        text += "\n\n";
    }
    return text;
}

void add(CollocateCounter& counter, const Sequences& sequences) {
    const std::string text = text_of(sequences);
    std::vector<std::uint32_t> cuts;
    for (std::size_t at = text.find("\n\n"); at != std::string::npos;
         at = text.find("\n\n", at + 2))
        cuts.push_back(static_cast<std::uint32_t>(at));
    counter.add(text, cuts);
    counter.end_document();
}

std::map<Pair, Counts> rows_of(const CollocateCounter& counter, const std::string& node = "",
                               std::uint64_t least = 1) {
    std::map<Pair, Counts> rows;
    counter.each([&](const Collocation& one) {
        if (one.table.o11 >= least)
            rows[{node.empty() ? std::string(counter.word(one.node)) : node,
                  std::string(counter.word(one.collocate))}] = {one.table.o11,  one.table.r1,
                                                                one.table.c1,   one.table.n,
                                                                one.node_count, one.documents};
    });
    return rows;
}

/// The slow way, for one node: each word looks for the node around it.
std::map<Pair, Counts> expected(const std::vector<Sequences>& texts,
                                const std::vector<std::string>& node, CollocationWindow window,
                                const std::string& name) {
    std::map<std::string, Counts> collocates;
    std::uint64_t nodes = 0, near = 0, others = 0;
    for (const Sequences& text : texts) {
        std::map<std::string, bool> met;
        for (const auto& words : text) {
            std::vector<int> part(words.size(), -1);  // which occurrence a word is of
            std::vector<std::pair<int, int>> places;
            for (std::size_t i = 0; i + node.size() <= words.size();) {
                if (!std::equal(node.begin(), node.end(), words.begin() + static_cast<long>(i))) {
                    ++i;
                    continue;
                }
                for (std::size_t k = 0; k < node.size(); ++k) part[i + k] = 1;
                places.emplace_back(static_cast<int>(i), static_cast<int>(i + node.size()));
                i += node.size();
            }
            nodes += places.size();
            for (int i = 0; i < static_cast<int>(words.size()); ++i) {
                const std::string& word = words[static_cast<std::size_t>(i)];
                if (part[static_cast<std::size_t>(i)] == 1) continue;
                ++others;
                ++collocates[word].c1;
                bool is_near = false;
                for (const auto& [begin, end] : places)
                    is_near = is_near ||
                              (i < begin && begin - i <= static_cast<int>(window.left)) ||
                              (i >= end && i - end < static_cast<int>(window.right));
                if (!is_near) continue;
                ++near;
                ++collocates[word].o11;
                met[word] = true;
            }
        }
        for (const auto& [word, yes] : met) ++collocates[word].documents;
    }
    std::map<Pair, Counts> rows;
    for (auto& [word, counts] : collocates)
        if (counts.o11 > 0)
            rows[{name, word}] = {counts.o11, near, counts.c1, others, nodes, counts.documents};
    return rows;
}

std::vector<Sequences> random_texts(unsigned seed, std::size_t count) {
    std::mt19937 random(seed);
    std::vector<Sequences> texts(count);
    for (Sequences& text : texts)
        for (std::size_t s = random() % 6; s > 0; --s) {
            std::vector<std::string> words(1 + random() % 150);
            const unsigned letters = 2 + static_cast<unsigned>(random() % 12);
            for (std::string& word : words) word = "word" + std::to_string(random() % letters);
            text.push_back(words);
        }
    return texts;
}

}  // namespace

TEST_CASE("a word near two nodes counts once, and the node is no collocate") {
    CollocateCounter counter(WordDefinition{}, {1, 1}, {"x"});
    add(counter, {{"x", "a", "x", "b"}, {"c", "x", "x", "a"}, {"a", "d"}});
    // near: a, b; c, a. Words that are not x: a b c a a d.
    CHECK(counter.nodes() == 4);
    CHECK(counter.near() == 4);
    CHECK(counter.words() == 10);
    const auto rows = rows_of(counter, "x");
    CHECK(rows == std::map<Pair, Counts>{{{"x", "a"}, {2, 4, 3, 6, 4, 1}},
                                         {{"x", "b"}, {1, 4, 1, 6, 4, 1}},
                                         {{"x", "c"}, {1, 4, 1, 6, 4, 1}}});
}

TEST_CASE("a window has two sides, and a node may be a phrase") {
    const Sequences text{{"a", "b", "x", "y", "c", "d"}, {"x", "c", "x", "y"}};
    CollocateCounter left(WordDefinition{}, {1, 0}, {"x", "y"}),
        right(WordDefinition{}, {0, 2}, {"x", "y"});
    add(left, text);
    add(right, text);
    CHECK(rows_of(left, "x y") == std::map<Pair, Counts>{{{"x y", "b"}, {1, 2, 1, 6, 2, 1}},
                                                         {{"x y", "c"}, {1, 2, 2, 6, 2, 1}}});
    CHECK(rows_of(right, "x y") == std::map<Pair, Counts>{{{"x y", "c"}, {1, 2, 2, 6, 2, 1}},
                                                          {{"x y", "d"}, {1, 2, 1, 6, 2, 1}}});
}

TEST_CASE("collocates are those of a slow reference; all pairs are those of every node") {
    for (unsigned seed = 0; seed < 6; ++seed) {
        const auto texts = random_texts(seed, 5);
        for (const CollocationWindow window :
             {CollocationWindow{5, 5}, CollocationWindow{0, 1}, CollocationWindow{3, 0},
              CollocationWindow{70, 200}}) {
            CollocateCounter all(WordDefinition{}, window, {});
            for (const Sequences& text : texts) add(all, text);
            std::map<Pair, Counts> each_alone;
            for (std::uint32_t type = 0; type < all.types(); ++type) {
                const std::string word(all.word(type));
                CollocateCounter counter(WordDefinition{}, window, {word});
                for (const Sequences& text : texts) add(counter, text);
                const auto theirs = expected(texts, {word}, window, word);
                CHECK(rows_of(counter, word) == theirs);
                each_alone.insert(theirs.begin(), theirs.end());
            }
            CHECK(rows_of(all) == each_alone);
            const std::vector<std::string> phrase{"word1", "word1", "word0"};
            CollocateCounter counter(WordDefinition{}, window, phrase);
            for (const Sequences& text : texts) add(counter, text);
            CHECK(rows_of(counter, "p") == expected(texts, phrase, window, "p"));
        }
    }
}

TEST_CASE("however texts are shared out, merged collocates are the same") {
    const auto texts = random_texts(20, 9);
    for (const std::vector<std::string>& node :
         {std::vector<std::string>{}, std::vector<std::string>{"word1"}}) {
        CollocateCounter whole(WordDefinition{}, {4, 4}, node);
        for (const Sequences& text : texts) add(whole, text);
        for (unsigned seed = 0; seed < 3; ++seed) {
            std::mt19937 random(seed);
            std::vector<CollocateCounter> parts;
            for (int i = 0; i < 3; ++i)
                parts.emplace_back(WordDefinition{}, CollocationWindow{4, 4}, node);
            for (const Sequences& text : texts) add(parts[random() % 3], text);
            parts[seed].merge(parts[(seed + 1) % 3]);
            parts[seed].merge(parts[(seed + 2) % 3]);
            const std::string name = node.empty() ? "" : "n";
            CHECK(rows_of(parts[seed], name) == rows_of(whole, name));
            CHECK(parts[seed].words() == whole.words());
        }
    }
}

TEST_CASE("two passes lose no pair that reaches the count") {
    const auto texts = random_texts(30, 6);
    CollocateCounter whole(WordDefinition{}, {3, 3}, {});
    for (const Sequences& text : texts) add(whole, text);
    for (const unsigned bits : {2U, 8U, 16U}) {
        CollocateCounter first(WordDefinition{}, {3, 3}, {}), second(WordDefinition{}, {3, 3}, {});
        CountSketch sketch(bits);
        for (const Sequences& text : texts) {
            const std::string plain = text_of(text);
            std::vector<std::uint32_t> cuts;
            for (std::size_t at = plain.find("\n\n"); at != std::string::npos;
                 at = plain.find("\n\n", at + 2))
                cuts.push_back(static_cast<std::uint32_t>(at));
            first.survey(plain, cuts, sketch);
        }
        second.prune(&sketch, 6);
        first.prune(&sketch, 6);  // the counter of the first pass may go on
        for (auto text = texts.rbegin(); text != texts.rend(); ++text) add(second, *text);
        for (const Sequences& text : texts) add(first, text);
        CHECK(rows_of(second, "", 6) == rows_of(whole, "", 6));
        CHECK(rows_of(first, "", 6) == rows_of(whole, "", 6));
        if (bits == 16) CHECK(second.distinct() < whole.distinct());
    }
}
