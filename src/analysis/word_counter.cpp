// Counts the words of texts of any size: the scanner, raw tables, then WordTable.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/word_counter.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "raw_words.hpp"

namespace analyze {
namespace {

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
    void add_whole(std::string_view word) {
        const std::uint32_t type = table.type_of(word, definition.letter_case);
        if (type >= whole_counts.size()) whole_counts.resize(type + std::size_t{1});
        if (whole_counts[type]++ == 0) whole_touched.push_back(type);
    }
    /// Adds what was counted since the last flush to the table, as part of its open text.
    void flush() {
        const auto add = [this](std::uint32_t type, std::uint64_t count) {
            table.add(type, count);
        };
        raw.flush([this](std::string_view word) { return resolve(word); }, add);
        for (const std::uint32_t type : whole_touched)
            add(type, std::exchange(whole_counts[type], 0));
        whole_touched.clear();
    }
    void discard() {
        raw.discard();
        for (const std::uint32_t type : whole_touched) whole_counts[type] = 0;
        whole_touched.clear();
    }

    WordDefinition definition;
    WordScanner scanner;
    WordReader reader;
    tally::RawWords raw;
    WordTable table;
    std::vector<Span> spans;
    std::vector<std::uint64_t> whole_counts;  ///< of the scanner's whole words, by type
    std::vector<std::uint32_t> whole_touched;
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
        for (const Span word : scanner.whole_words()) state_->add_whole(slice(piece, word));
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

void WordCounter::discard_document() {
    state_->discard();
}

const WordTable& WordCounter::table() {
    state_->flush();
    return state_->table;
}

WordTable WordCounter::take_table() {
    state_->flush();
    state_->raw.forget_types();
    state_->whole_counts.clear();
    return std::exchange(state_->table, {});
}

}  // namespace analyze
