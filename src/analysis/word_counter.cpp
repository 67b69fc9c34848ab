// Counts the words of texts of any size at the speed of memory: scanner, raw tables, then
// WordTable. SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/word_counter.hpp"

#include <algorithm>
#include <vector>

#include "raw_words.hpp"

namespace analyze {
namespace {

/// Counts are 32 bits wide until they are handed over.
constexpr std::uint64_t kMostPending = std::uint64_t{1} << 31;

bool is_plain(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

}  // namespace

struct WordCounter::State {
    State(WordDefinition wanted, Kernel kernel)
        : definition(wanted), scanner(wanted, kernel), reader(wanted), raw(kernel) {}

    /// The type of a raw word, or kNoWord. What a raw word stands among does not matter.
    std::uint32_t resolve(std::string_view word) {
        if (!is_plain(word)) {
            reader.read(word, spans);
            if (spans.empty()) return tally::kNoWord;
            word = slice(word, spans.front());
        }
        return table.type_of(word, definition.letter_case);
    }
    void flush() {
        raw.flush([this](std::string_view word) { return resolve(word); },
                  [this](std::uint32_t type, std::uint64_t count) { table.add(type, count); });
    }

    WordDefinition definition;
    WordScanner scanner;
    WordReader reader;
    tally::RawWords raw;
    WordTable table;
    std::vector<Span> spans;
};

WordCounter::WordCounter(WordDefinition definition, Kernel kernel)
    : state_(std::make_unique<State>(definition, kernel)) {}
WordCounter::~WordCounter() = default;
WordCounter::WordCounter(WordCounter&&) noexcept = default;
WordCounter& WordCounter::operator=(WordCounter&&) noexcept = default;

void WordCounter::add(std::string_view piece) {
    WordScanner& scanner = state_->scanner;
    for (scanner.begin(piece); scanner.next();) {
        state_->raw.count(scanner.bytes(), scanner.edges(), scanner.raw_words());
        for (const Span word : scanner.whole_words())
            state_->table.add(slice(piece, word), state_->definition.letter_case);
        if (state_->raw.pending() > kMostPending) state_->flush();
    }
}

void WordCounter::end_document() {
    state_->flush();
    state_->table.end_document();
}

void WordCounter::merge(WordCounter& other) {
    state_->flush();
    other.state_->flush();
    state_->table.merge(other.state_->table);
}

const WordTable& WordCounter::table() {
    state_->flush();
    return state_->table;
}

}  // namespace analyze
