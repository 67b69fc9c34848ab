// Tests n-grams and skip-grams: by hand, against a slow reference, split, merged, in two passes.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/ngram_counter.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "analyze/text/document.hpp"

using namespace analyze;

namespace {

struct Counts {
    std::uint64_t count = 0, documents = 0;
    bool operator==(const Counts&) const = default;
};
using Grams = std::map<std::vector<std::string>, Counts>;

std::vector<std::uint32_t> sentence_cuts(std::string_view text) {
    return cuts_of(text, find_blocks(text), Within::sentence);
}

void add(NgramCounter& counter, const std::string& text) {
    counter.add(text, sentence_cuts(text));
    counter.end_document();
}

Grams grams_of(const NgramCounter& counter, std::uint64_t min_count = 1) {
    Grams grams;
    for (const Ngram& ngram :
         counter.ranked([&](const Ngram& one) { return one.count >= min_count; })) {
        std::vector<std::string> key;
        for (unsigned i = 0; i < ngram.n; ++i) key.emplace_back(counter.word(ngram.types[i]));
        grams[key] = {ngram.count, ngram.documents};
    }
    return grams;
}

/// All choices of `n` words from `at` on that leave out at most `skip`, the first one kept.
void choose(const std::vector<std::string>& words, std::size_t at, unsigned n, unsigned skip,
            std::vector<std::string> chosen, std::vector<std::vector<std::string>>& out) {
    chosen.push_back(words[at]);
    if (chosen.size() == n) return out.push_back(chosen);
    for (unsigned gap = 0; gap <= skip && at + 1 + gap < words.size(); ++gap)
        choose(words, at + 1 + gap, n, skip - gap, chosen, out);
}

/// The slow way: the sentences of a Document, the words of a WordReader, a map of strings.
Grams expected(const std::vector<std::string>& texts, WordDefinition definition, NgramShape shape) {
    Grams grams;
    Tokenizer tokenizer;
    WordReader reader(definition);
    for (const std::string& text : texts) {
        const Document document(Source::from_bytes("text", text), tokenizer);
        std::set<std::uint32_t> cuts;
        for (const Sentence& sentence : document.sentences())
            cuts.insert({sentence.span.begin, sentence.span.end});
        std::vector<Span> words;
        reader.read(text, words);
        std::map<std::size_t, std::vector<std::string>> sequences;  // by the cuts before them
        for (const Span word : words) {
            const auto before = std::distance(cuts.begin(), cuts.upper_bound(word.begin));
            std::string key;
            fold(slice(text, word), definition.letter_case, key);
            sequences[static_cast<std::size_t>(before)].push_back(key);
        }
        std::set<std::vector<std::string>> met;
        for (const auto& [place, sequence] : sequences)
            for (unsigned n = shape.least; n <= shape.most; ++n)
                for (std::size_t at = 0; at < sequence.size(); ++at) {
                    std::vector<std::vector<std::string>> found;
                    choose(sequence, at, n, shape.skip, {}, found);
                    for (const auto& key : found) {
                        ++grams[key].count;
                        met.insert(key);
                    }
                }
        for (const auto& key : met) ++grams[key].documents;
    }
    return grams;
}

const std::vector<std::string> kSnippets{
    "the keeper",
    "The keeper's log",
    "of Port Averley",
    "Dr. Holm",
    "said",
    "Stop!",
    "end.",
    "It's 5 km.",
    "\n\n",
    "\n",
    "# Heading\n",
    "1. item\n",
    "- point\n",
    "well-known",
    "…",
    "Ærø",
    "ÆRØ",
    "湖のほとり。",
    "naïve",
    "a.b.example",
    "@ann",
    "#tag",
    "“Yes,” she said.",
    "a word of many more letters than sixteen: incomprehensibilities",
    "\t",
    "Title\n=====\n"};

std::vector<std::string> random_texts(unsigned seed, std::size_t count, std::size_t snippets) {
    std::mt19937 random(seed);
    std::vector<std::string> texts(count);
    for (std::string& text : texts)
        for (std::size_t i = 0; i < snippets; ++i)
            (text += kSnippets[random() % kSnippets.size()]) += random() % 8 == 0 ? "\n" : " ";
    return texts;
}

}  // namespace

TEST_CASE("n-grams stand within a sentence") {
    NgramCounter counter(WordDefinition{}, {1, 3, 0});
    add(counter, "The lamp went out. The lamp went on!\n\nThe lamp");
    const Grams grams = grams_of(counter);
    CHECK(grams.at({"the"}) == Counts{3, 1});
    CHECK(grams.at({"the", "lamp"}) == Counts{3, 1});
    CHECK(grams.at({"the", "lamp", "went"}) == Counts{2, 1});
    CHECK(grams.at({"lamp", "went", "out"}) == Counts{1, 1});
    CHECK(grams.count({"out", "the"}) == 0);
    CHECK(grams.count({"on", "the"}) == 0);
    CHECK(counter.words() == 10);
    CHECK(counter.ngrams() == 10 + 7 + 4);
    const auto ranked = counter.ranked([](const Ngram& ngram) { return ngram.n == 2; });
    CHECK(counter.text(ranked[0]) == "the lamp");
    CHECK(counter.text(ranked[1]) == "lamp went");
    CHECK(counter.text(ranked[2]) == "went on");  // equal counts: by their words
    CHECK(counter.text(ranked[3]) == "went out");
}

TEST_CASE("skip-grams leave out up to K words in all") {
    // The example of Guthrie et al. 2006, "A Closer Look at Skip-gram Modelling".
    NgramCounter two(WordDefinition{}, {2, 2, 2}), three(WordDefinition{}, {3, 3, 2});
    add(two, "Insurgents killed in ongoing fighting");
    add(three, "Insurgents killed in ongoing fighting");
    CHECK(two.ngrams() == 9);
    CHECK(grams_of(two).count({"insurgents", "ongoing"}) == 1);
    CHECK(grams_of(two).count({"insurgents", "fighting"}) == 0);
    CHECK(three.ngrams() == 10);
    CHECK(grams_of(three).count({"insurgents", "in", "fighting"}) == 1);
}

TEST_CASE("n-grams are those of a slow reference, for every kernel and definition") {
    const auto texts = random_texts(8, 12, 150);
    for (const NgramShape shape : {NgramShape{1, 3, 0}, NgramShape{2, 5, 0}, NgramShape{2, 4, 3}})
        for (const WordDefinition definition :
             {WordDefinition{}, WordDefinition{.hyphens = Hyphens::join},
              WordDefinition{.letter_case = Case::keep},
              WordDefinition{.tokens = WordPreset::whitespace}}) {
            const Grams theirs = expected(texts, definition, shape);
            for (const Kernel kernel : usable_kernels()) {
                NgramCounter counter(definition, shape, kernel);
                for (const std::string& text : texts) add(counter, text);
                const bool equal = grams_of(counter) == theirs;
                INFO(name_of(kernel)
                     << " " << shape.least << ".." << shape.most << " skip " << shape.skip);
                CHECK(equal);
            }
        }
}

TEST_CASE("however texts are shared out, merged n-grams are the same") {
    const auto texts = random_texts(9, 10, 60);
    const NgramShape shape{2, 3, 1};
    NgramCounter whole(WordDefinition{}, shape);
    for (const std::string& text : texts) add(whole, text);
    for (unsigned seed = 0; seed < 4; ++seed) {
        std::mt19937 random(seed);
        std::vector<NgramCounter> parts;
        for (int i = 0; i < 3; ++i) parts.emplace_back(WordDefinition{}, shape);
        for (const std::string& text : texts) add(parts[random() % 3], text);
        NgramCounter total(WordDefinition{}, shape);
        for (const std::size_t i : {seed % 3, (seed + 1) % 3, (seed + 2) % 3})
            total.merge(parts[i]);
        CHECK(grams_of(total) == grams_of(whole));
        CHECK(total.words() == whole.words());
        CHECK(total.ngrams() == whole.ngrams());
    }
    whole.clear();
    CHECK(whole.distinct() == 0);
    add(whole, texts[0]);
    NgramCounter fresh(WordDefinition{}, shape);
    add(fresh, texts[0]);
    CHECK(grams_of(whole) == grams_of(fresh));
}

TEST_CASE("two passes lose nothing that reaches the count, however small the sketch") {
    const auto texts = random_texts(10, 10, 100);
    const NgramShape shape{2, 4, 0};
    NgramCounter whole(WordDefinition{}, shape);
    for (const std::string& text : texts) add(whole, text);
    for (const unsigned bits : {1U, 6U, 10U, 16U})
        for (const std::uint64_t least : {std::uint64_t{2}, std::uint64_t{5}, std::uint64_t{300}}) {
            NgramCounter first(WordDefinition{}, shape), second(WordDefinition{}, shape);
            CountSketch sketch(bits), other(bits);
            for (std::size_t i = 0; i < texts.size(); ++i)
                (i % 2 == 0 ? first : second)
                    .survey(texts[i], sentence_cuts(texts[i]), i % 2 == 0 ? sketch : other);
            sketch.merge(other);
            // Another counter numbers the words otherwise: the sketch goes by their bytes.
            NgramCounter pruned(WordDefinition{}, shape);
            pruned.prune(&sketch, least);
            for (auto text = texts.rbegin(); text != texts.rend(); ++text) add(pruned, *text);
            const bool equal = grams_of(pruned, least) == grams_of(whole, least);
            CHECK(equal);
            CHECK(pruned.ngrams() == whole.ngrams());
            CHECK(pruned.words() == whole.words());
            if (bits == 16 && least == 5) CHECK(pruned.distinct() < whole.distinct() / 2);
        }
}

TEST_CASE("texts without words, and a sentence of very many, are counted too") {
    NgramCounter counter(WordDefinition{}, {2, 2, 0});
    add(counter, "");
    add(counter, "?! …\n\n--\n");
    CHECK(counter.words() == 0);
    CHECK(counter.distinct() == 0);
    std::string long_one;
    for (int i = 0; i < 100000; ++i) long_one += "a b ";
    add(counter, long_one);
    CHECK(grams_of(counter) == Grams{{{"a", "b"}, {100000, 1}}, {{"b", "a"}, {99999, 1}}});
}
