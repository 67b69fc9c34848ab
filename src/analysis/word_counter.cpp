// Counts the words of texts of any size: the scanner, raw tables, then WordTable.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/word_counter.hpp"

#include <algorithm>
#include <deque>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "analyze/analysis/word_forms.hpp"
#include "analyze/base/ascii.hpp"
#include "analyze/base/pipeline.hpp"
#include "analyze/text/source.hpp"
#include "raw_words.hpp"

namespace analyze {
namespace {

/// Pieces that are counted before threads are started: they would not pay.
constexpr std::size_t kAlone = 8;

}  // namespace

struct WordCounter::State {
    State(WordDefinition wanted, Kernel used)
        : definition(wanted),
          kernel(used),
          scanner(wanted, kernel),
          reader(wanted),
          raw(used),
          table(forms_of(wanted)) {}

    /// The type of a raw word, or kNoWord. What a raw word stands among does not matter.
    std::uint32_t resolve(std::string_view word) {
        if (!ascii::all_alphanumeric(word)) {
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
    Kernel kernel;
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

void WordCounter::add(TextStream& stream, unsigned threads) {
    std::string_view piece;
    for (std::size_t alone = threads > 1 ? kAlone : SIZE_MAX; alone > 0; --alone) {
        if ((piece = stream.next()).empty()) return;
        add(piece);
    }
    // Which thread counts which piece makes no difference to the sums.
    struct Helper {
        Helper(const State& state) : counter(state.definition, state.kernel) {}
        std::string piece;
        WordCounter counter;
    };
    std::mutex mutex;  // of all that follows
    std::deque<Helper> helpers;
    std::vector<Helper*> idle;
    bool ended = false;
    const auto work = [&](std::size_t) {
        std::unique_lock lock(mutex);
        if (ended) return;
        if (idle.empty()) idle.push_back(&helpers.emplace_back(*state_));
        Helper& helper = *idle.back();
        idle.pop_back();
        helper.piece = stream.next();
        ended = helper.piece.empty();
        lock.unlock();
        helper.counter.add(helper.piece);
        lock.lock();
        idle.push_back(&helper);
    };
    const auto ended_yet = [&](std::size_t) {
        const std::lock_guard lock(mutex);
        return !ended;
    };
    run_ordered(SIZE_MAX, threads, std::size_t{2} * threads, work, ended_yet);
    for (Helper& helper : helpers) merge(helper.counter);
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
    return std::exchange(state_->table, WordTable(forms_of(state_->definition)));
}

}  // namespace analyze
