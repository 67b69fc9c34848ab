// Reads texts as sequences of numbered word types, parted where sentences or sections end.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/type_reader.hpp"

#include <algorithm>
#include <utility>

#include "analyze/analysis/word_count.hpp"
#include "analyze/analysis/word_forms.hpp"
#include "analyze/base/ascii.hpp"
#include "analyze/text/sentences.hpp"
#include "raw_types.hpp"
#include "raw_words.hpp"

namespace analyze {
namespace {

constexpr std::size_t kFlush = std::size_t{1} << 13;  // words that are given together

}  // namespace

std::vector<std::uint32_t> cuts_of(std::string_view text, const std::vector<Block>& blocks,
                                   Within within) {
    std::vector<std::uint32_t> cuts;
    if (within == Within::section) {
        for (const Block& block : blocks)
            if (block.kind == BlockKind::heading) cuts.push_back(block.extent.begin);
        return cuts;
    }
    for (const Sentence& sentence : find_sentences(text, blocks))
        for (const std::uint32_t cut : {sentence.span.begin, sentence.span.end})
            if (cuts.empty() || cut > cuts.back()) cuts.push_back(cut);
    return cuts;
}

struct TypeReader::State {
    State(WordDefinition wanted, Kernel kernel)
        : definition(wanted),
          scanner(wanted, kernel),
          reader(wanted),
          raw(kernel, [this](std::string_view word) { return resolve(word); }),
          table(forms_of(wanted)) {}

    std::uint32_t type_of(std::string_view word) {
        const std::uint32_t type = table.type_of(word, definition.letter_case);
        types = std::max(types, type + 1);
        return type;
    }

    /// The type of a raw word, or kNoWord. What a raw word stands among does not matter.
    std::uint32_t resolve(std::string_view word) {
        if (!ascii::all_alphanumeric(word)) {
            reader.read(word, spans);
            if (spans.empty()) return tally::kNoWord;
            word = slice(word, spans.front());
        }
        return type_of(word);
    }

    /// Adds the chunk's raw words [begin, end) that are words to the open sequence.
    void append(std::size_t begin, std::size_t end) {
        std::size_t size = words.size();
        words.resize(size + (end - begin));
        for (std::size_t i = begin; i < end; ++i) {
            words[size] = chunk[i];
            size += chunk[i] != tally::kNoWord ? 1 : 0;
        }
        words.resize(size);
    }
    void end_sequence() {
        const auto end = static_cast<std::uint32_t>(words.size());
        if (end > (ends.empty() ? 0 : ends.back())) ends.push_back(end);
    }
    /// Gives what is complete, and keeps the open sequence.
    void give(const Take& take) {
        if (ends.empty()) return;
        take(std::span(words).first(ends.back()), ends);
        words.erase(words.begin(), words.begin() + ends.back());
        ends.clear();
    }

    WordDefinition definition;
    WordScanner scanner;
    WordReader reader;
    tally::RawTypes raw;
    WordTable table;  ///< the dictionary; it counts nothing
    std::uint32_t types = 0;
    std::vector<Span> spans;
    std::vector<std::uint32_t> chunk;        ///< types of the chunk's raw words
    std::vector<std::uint32_t> words, ends;  ///< sequences not yet given; the last one is open
};

TypeReader::TypeReader(WordDefinition definition, Kernel kernel)
    : state_(std::make_unique<State>(definition, kernel)) {}
TypeReader::~TypeReader() = default;
TypeReader::TypeReader(TypeReader&&) noexcept = default;
TypeReader& TypeReader::operator=(TypeReader&&) noexcept = default;

void TypeReader::read(std::string_view text, std::span<const std::uint32_t> cuts,
                      const Take& take) {
    State& state = *state_;
    WordScanner& scanner = state.scanner;
    state.words.clear();
    state.ends.clear();
    auto cut = cuts.begin();
    for (scanner.begin(text); scanner.next();) {
        const std::size_t offset = scanner.offset(), raw_words = scanner.raw_words();
        const std::uint16_t* edges = scanner.edges();
        state.chunk.resize(raw_words);
        state.raw.find(scanner.bytes(), edges, raw_words, state.chunk.data());
        const auto cut_before = [&](std::size_t at) {
            while (cut != cuts.end() && *cut <= at) ++cut;
            state.end_sequence();
            if (state.words.size() >= kFlush) state.give(take);
        };
        const std::vector<Span>& whole = scanner.whole_words();
        if (whole.empty()) {
            for (std::size_t i = 0; i < raw_words;) {
                const std::size_t next_cut = cut == cuts.end() ? SIZE_MAX : *cut;
                std::size_t next = i;
                while (next < raw_words && offset + edges[2 * next] < next_cut) ++next;
                state.append(i, next);
                i = next;
                if (i < raw_words) cut_before(offset + edges[2 * i]);
            }
            continue;
        }
        // Words by masks and words by the reader, merged by where they begin.
        std::size_t next_raw = 0, next_whole = 0;
        while (next_raw < raw_words || next_whole < whole.size()) {
            const std::size_t raw_at =
                next_raw < raw_words ? offset + edges[2 * next_raw] : SIZE_MAX;
            const std::size_t whole_at =
                next_whole < whole.size() ? whole[next_whole].begin : SIZE_MAX;
            const std::size_t at = std::min(raw_at, whole_at);
            if (cut != cuts.end() && *cut <= at) cut_before(at);
            const std::uint32_t type = raw_at < whole_at
                                           ? state.chunk[next_raw++]
                                           : state.type_of(slice(text, whole[next_whole++]));
            if (type != tally::kNoWord) state.words.push_back(type);
        }
    }
    state.end_sequence();
    state.give(take);
}

std::uint32_t TypeReader::types() const {
    return state_->types;
}
std::string_view TypeReader::word(std::uint32_t type) const {
    return state_->table.word(type);
}
std::uint32_t TypeReader::type_of(std::string_view word) {
    const std::uint32_t type = state_->table.type_of_key(word);
    state_->types = std::max(state_->types, type + 1);
    return type;
}

}  // namespace analyze
