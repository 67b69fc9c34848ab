// `analyze words --ngrams`: how often sequences of words stand in the texts.
// SPDX-License-Identifier: Apache-2.0
#include "ngram_lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>
#include <utility>

#include "analyze/base/error.hpp"
#include "document_view.hpp"
#include "scratch_pool.hpp"

namespace analyze {
namespace {

constexpr unsigned kMostSkipped = 8;

/// What one thread works with.
struct Bench {
    Bench(const WordDefinition& definition, const NgramShape& shape) : counter(definition, shape) {}
    NgramCounter counter;
    Tokenizer tokenizer;
    std::optional<CountSketch> sketch;
};

class NgramLists {
public:
    explicit NgramLists(const NgramRequest& request)
        : request_(request),
          definition_(request.definition),
          shape_(request.options.shape()),
          two_pass_(request.options.two_pass()) {
        if (two_pass_ && (request.by != By::total || request.filters.min_count() < 2))
            throw Error(Fault::usage,
                        "--two-pass goes with --min-count of at least 2 and one list of all texts");
    }

    int run() {
        Batch batch(request_.settings, blank());
        switch (request_.by) {
            case By::total:
                count_total(batch);
                break;
            case By::document:
                count_documents(batch);
                break;
            case By::section:
                count_sections(batch);
                break;
        }
        return batch.finish();
    }

private:
    using Cuts = std::vector<std::uint32_t>;

    [[nodiscard]] Source read(const std::string& path) const {
        return Source::read(path, request_.settings.input.decode);
    }
    static Cuts sentence_cuts(const Source& source) {
        return cuts_of(source.text(), find_blocks(source.text()), Within::sentence);
    }

    /// Counts one input; what fails does so before anything is counted.
    Source count(const std::string& path, NgramCounter& counter, Warnings& warnings) const {
        Source source = read(path);
        counter.add(source.text(), sentence_cuts(source));
        counter.end_document();
        warn_about(source.info(), path, warnings);
        return source;
    }

    void count_total(Batch& batch) {
        if (two_pass_) {
            batch.survey([&](const std::string& path) {
                const auto bench = pool_.borrow(definition_, shape_);
                if (!bench->sketch) bench->sketch.emplace();
                const Source source = read(path);
                bench->counter.survey(source.text(), sentence_cuts(source), *bench->sketch);
            });
            for (const auto& bench : pool_.items()) take_over(sketch_, bench->sketch);
        }
        batch.gather([&](const std::string& path, Warnings& warnings) {
            const auto bench = pool_.borrow(definition_, shape_);
            if (sketch_) bench->counter.prune(&*sketch_, request_.filters.min_count());
            static_cast<void>(count(path, bench->counter, warnings));
        });
        if (batch.analysed() == 0) return;  // nothing was counted: no list, not an empty one
        NgramCounter& total = pool_.items().front()->counter;
        for (const auto& bench : pool_.items())
            if (&bench->counter != &total) {
                total.merge(bench->counter);
                bench->counter.clear();
            }
        if (request_.profile != nullptr)
            request_.profile->write(total, batch.analysed(), definition_, shape_);
        Result result = blank();
        if (batch.size() == 1) result.file = batch.first_path();
        add_figures(result, total, batch.analysed());
        Lister(*this, total).add_rows(table_of(result), total.words(), {}, nullptr);
        batch.write(result);
    }

    void count_documents(Batch& batch) {
        batch.each([&](const std::string& path, Warnings& warnings) {
            const auto bench = pool_.borrow(definition_, shape_);
            NgramCounter& counter = bench->counter;
            counter.clear();
            const Source source = count(path, counter, warnings);
            Result result = blank();
            result.file = path;
            result.parts.insert(result.parts.begin(),
                                input_group(source.info(), source.file_size()));
            add_figures(result, counter, 1);
            Lister(*this, counter).add_rows(table_of(result), counter.words(), {}, nullptr);
            return result;
        });
    }

    void count_sections(Batch& batch) {
        batch.each([&](const std::string& path, Warnings& warnings) {
            const auto bench = pool_.borrow(definition_, shape_);
            const Document document =
                open_document(path, request_.settings.input.decode, bench->tokenizer, warnings);
            return by_section(document, bench->counter);
        });
    }

    /// N-grams of a section are counted by themselves; `documents` says in how many sections of the
    /// text one stands.
    Result by_section(const Document& document, NgramCounter& counter) {
        const Outline outline = read_outline(document);
        const Cuts cuts = cuts_of(document.text(), document.blocks(), Within::sentence);
        const auto add = [&](const Section& section) {
            const Span range = section_range(document, section);
            Cuts inside;
            for (auto cut = std::upper_bound(cuts.begin(), cuts.end(), range.begin);
                 cut != cuts.end() && *cut < range.end; ++cut)
                inside.push_back(*cut - range.begin);
            counter.add(document.text(range), inside);
            counter.end_document();
        };
        counter.clear();
        for (const Section& section : outline.sections) add(section);
        Lister lister(*this, counter);
        SectionsWith sections_with;
        for (const Ngram& ngram : lister.passing(1))
            sections_with[counter.text(ngram)] = ngram.documents;
        Result result = blank();
        result.file = document.source().name();
        result.parts.insert(result.parts.begin(),
                            input_group(document.source().info(), document.source().file_size()));
        add_figures(result, counter, 1);
        for (std::size_t i = 0; i < outline.sections.size(); ++i) {
            counter.clear();
            add(outline.sections[i]);
            lister.add_rows(table_of(result), counter.words(), section_cells(document, outline, i),
                            &sections_with);
        }
        return result;
    }

    static Table& table_of(Result& result) { return std::get<Table>(result.parts.back()); }

    Result blank() const {
        Result result{.schema = "analyze.ngrams/1",
                      .file = request_.by == By::total ? "" : "-",
                      .main_table = "ngrams",
                      .file_column = request_.by != By::total};
        result.parts.emplace_back(definition_group(definition_));
        Group options{.name = "options", .show = Show::machine_only};
        options.fields = {{"by", std::string(name_of(request_.by))},
                          {"sort", std::string(name_of(request_.sort))}};
        for (auto& field : request_.filters.fields(request_.settings.output.format))
            options.fields.push_back(std::move(field));
        options.fields.emplace_back("least_n", number(shape_.least));
        options.fields.emplace_back("most_n", number(shape_.most));
        options.fields.emplace_back("skip", number(shape_.skip));
        options.fields.emplace_back("two_pass", two_pass_);
        result.parts.emplace_back(std::move(options));
        Table table{.name = "ngrams"};
        if (request_.by == By::section) table.columns = section_columns();
        const Show show_n = shape_.least == shape_.most ? Show::machine_only : Show::everywhere;
        const std::vector<Column> rest{{.name = "rank", .align = Align::right},
                                       {.name = "n", .align = Align::right, .show = show_n},
                                       {.name = "ngram", .draw = Column::Draw::strong},
                                       {.name = "count", .align = Align::right},
                                       {.name = "per_million", .align = Align::right},
                                       {.name = "documents", .align = Align::right, .spare = true}};
        table.columns.insert(table.columns.end(), rest.begin(), rest.end());
        result.parts.emplace_back(std::move(table));
        return result;
    }

    void add_figures(Result& result, const NgramCounter& counter, std::uint64_t inputs) const {
        Group figures{.name = "totals"};
        figures.fields = {{"inputs", number(inputs)},
                          {"words", number(counter.words())},
                          {"ngrams", number(counter.ngrams())},
                          {"distinct_ngrams", two_pass_ ? Value() : number(counter.distinct())}};
        result.parts.insert(result.parts.end() - 1, std::move(figures));
    }

    using SectionsWith = std::unordered_map<std::string, std::uint64_t>;

    /// Filters and orders what a counter has, for one thread.
    class Lister {
    public:
        Lister(const NgramLists& lists, const NgramCounter& counter)
            : lists_(lists), counter_(counter), sieve_(lists.request_.filters) {}

        /// The n-grams that pass the filters, by frequency; those behind place `top` in any order.
        std::vector<Ngram> passing(std::uint64_t min_count, std::uint64_t top = 0) {
            return counter_.ranked(
                [&](const Ngram& ngram) {
                    return ngram.count >= min_count && !stops(ngram.types[0]) &&
                           !stops(ngram.types[ngram.n - 1]) &&
                           (lists_.request_.filters.match().empty() ||
                            sieve_.matches(counter_.text(ngram)));
                },
                top);
        }

        /// The rows of one list. Ranks are by frequency among the n-grams that pass the filters,
        /// whatever the order of the rows; per_million is of all words.
        void add_rows(Table& table, std::uint64_t words, const std::vector<Value>& before,
                      const SectionsWith* sections_with) {
            const NgramRequest& request = lists_.request_;
            const std::uint64_t top = request.filters.top(request.settings.output.format);
            std::vector<Ngram> ranked =
                passing(request.filters.min_count(), request.sort == Sort::count ? top : 0);
            if (sections_with != nullptr)
                for (Ngram& ngram : ranked)
                    ngram.documents = sections_with->at(counter_.text(ngram));
            std::vector<std::size_t> order(ranked.size());
            for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
            if (request.sort != Sort::count)
                std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
                    if (request.sort == Sort::word) return counter_.earlier(ranked[a], ranked[b]);
                    return ranked[a].documents != ranked[b].documents
                               ? ranked[a].documents > ranked[b].documents
                               : a < b;
                });
            const std::size_t shown =
                top == 0 ? order.size() : std::min<std::uint64_t>(order.size(), top);
            for (std::size_t i = 0; i < shown; ++i) {
                const Ngram& ngram = ranked[order[i]];
                std::vector<Value> row = before;
                row.insert(row.end(),
                           {number(order[i] + 1), number(ngram.n), counter_.text(ngram),
                            number(ngram.count),
                            static_cast<double>(ngram.count) * 1e6 / static_cast<double>(words),
                            number(ngram.documents)});
                table.rows.push_back(std::move(row));
            }
            left_out_ += order.size() - shown;
            if (left_out_ > 0) table.note = more_note(left_out_);
        }

    private:
        /// Asked once for each type.
        bool stops(std::uint32_t type) {
            if (!lists_.request_.filters.has_stop_words()) return false;
            while (stops_.size() < counter_.types())
                stops_.push_back(
                    sieve_.stops(counter_.word(static_cast<std::uint32_t>(stops_.size()))));
            return stops_[type];
        }

        const NgramLists& lists_;
        const NgramCounter& counter_;
        WordSieve sieve_;
        std::vector<bool> stops_;
        std::uint64_t left_out_ = 0;  ///< rows that the table does not show
    };

    const NgramRequest& request_;
    WordDefinition definition_;
    NgramShape shape_;
    bool two_pass_;
    ScratchPool<Bench> pool_;
    std::optional<CountSketch> sketch_;
};

/// A decimal number within [1, kLongestGram], or nothing.
std::optional<unsigned> read_n(std::string_view text) {
    unsigned n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc() || end != text.data() + text.size() || n < 1 || n > kLongestGram)
        return {};
    return n;
}

}  // namespace

void NgramOptions::declare_single_shape(OptionList& options) {
    declare_shape(options, "compare phrases of N words, 5 at most; within a sentence");
}

void NgramOptions::declare_shape(OptionList& options, std::string help) {
    options.text("--ngrams", "N", range_, std::move(help));
    options.number("--skip", "K", skip_, 0, kMostSkipped,
                   "phrases with gaps; up to K words left out between the first and the last");
}

void NgramOptions::declare(OptionList& options) {
    declare_shape(options,
                  "count phrases of N words; N..M: of N to M, 5 at most; within a sentence");
    options.flag("--two-pass", two_pass_,
                 "less memory for phrases; reads all twice and keeps only what can reach "
                 "--min-count");
}

NgramShape NgramOptions::shape() const {
    if (range_.empty()) throw Error(Fault::usage, "--skip and --two-pass go with --ngrams");
    const std::string_view range = range_;
    const std::size_t dots = range.find("..");
    const auto least = read_n(range.substr(0, dots));
    const auto most = dots == std::string_view::npos ? least : read_n(range.substr(dots + 2));
    if (!least || !most || *least > *most)
        throw Error(
            Fault::usage,
            fmt::format("--ngrams: '{}' is neither a number from 1 to {} nor a range such as "
                        "2..3",
                        range_, kLongestGram));
    if (skip_ > 0 && *most < 2)
        throw Error(Fault::usage,
                    "--skip leaves out words between the first and the last: it needs --ngrams of "
                    "2 or more");
    return {*least, *most, static_cast<unsigned>(skip_)};
}

NgramShape NgramOptions::single_shape(std::string_view who) const {
    const NgramShape one = shape();
    if (one.least != one.most || two_pass_)
        throw Error(Fault::usage,
                    fmt::format("{} needs all n-grams of one length: --ngrams 2, not {}", who,
                                two_pass_ ? "--two-pass" : "a range"));
    return one;
}

int list_ngrams(const NgramRequest& request) {
    return NgramLists(request).run();
}

}  // namespace analyze
