// `analyze words`: how often each word stands in the texts.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "actions.hpp"
#include "analyze/analysis/word_counter.hpp"
#include "analyze/analysis/word_forms.hpp"
#include "analyze/base/error.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/resources/resource.hpp"
#include "document_view.hpp"
#include "ngram_lists.hpp"
#include "profile_file.hpp"
#include "scratch_pool.hpp"
#include "word_dispersion.hpp"
#include "word_filters.hpp"
#include "word_plot.hpp"

namespace analyze {
namespace {

class Words final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("Words");
        filters_.declare(options);
        options.choice("--sort", "KEY", sort_,
                       {{"count", Sort::count},
                        {"word", Sort::word},
                        {"df", Sort::df},
                        {"dp", Sort::dp},
                        {"arf", Sort::arf}},
                       "by frequency, word, number of texts, or evenness (dp, arf)");
        options.choice("--by", "UNIT", by_,
                       {{"total", By::total}, {"document", By::document}, {"section", By::section}},
                       "one list of all texts together, of each text, or of each section");
        options.flag("--per-file", per_file_, "the same as --by document");
        ngrams_.declare(options);
        options.text("--save-profile", "FILE", profile_path_,
                     "also save all counts with the definition of a word, for analyze keyness");
        dispersion_.declare(options);
        declare_plot(options, plot_);
        declare_words(options, definition_);
        declare_settings(options, settings_);
    }

    int run() override {
        if (per_file_ && by_ == By::total) by_ = By::document;
        if (!profile_path_.empty() && by_ != By::total)
            throw Error(Fault::usage,
                        "--save-profile keeps the counts of all texts together: not with --by");
        if (!profile_path_.empty() && ngrams_.wanted())
            static_cast<void>(ngrams_.single_shape("--save-profile"));
        check_dispersion();
        check_plot(plot_, settings_.output.format);
        if (by_ == By::section && (plot_ == PlotKind::zipf || plot_ == PlotKind::dispersion))
            throw Error(Fault::usage, "--plot zipf and dispersion do not go with --by section");
        set_data_folder(settings_.data);
        filters_.load(definition_);
        if (ngrams_.wanted()) {
            if (dispersion_.on() || plot_ != PlotKind::none)
                throw Error(Fault::usage,
                            "--dispersion, --parts and --plot do not go with --ngrams");
        }
        if (!profile_path_.empty()) profile_.emplace(profile_path_, settings_.output.path);
        const int status = ngrams_.wanted()
                               ? list_ngrams({settings_, definition_, filters_, ngrams_, by_, sort_,
                                              profile_ ? &*profile_ : nullptr})
                               : list_words();
        constexpr int kInterrupted = 128;
        if (profile_ && status < kInterrupted) profile_->close();
        return status;
    }

private:
    int list_words() {
        Batch batch(settings_, blank());
        switch (by_) {
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

    /// What one thread works with.
    struct Bench {
        Bench(const WordDefinition& definition, bool needs_places)
            : counter(definition), reader(definition) {
            if (needs_places) places.emplace(definition);
        }
        WordCounter counter;
        std::optional<WordPlaces> places;
        WordReader reader;
        Tokenizer tokenizer;
        std::vector<Span> words;
    };

    /// What a list stands on.
    struct Basis {
        std::uint64_t tokens, types;
    };

    bool needs_places() const { return dispersion_.on() || plot_ == PlotKind::dispersion; }

    void check_dispersion() const {
        if ((sort_ == Sort::dp || sort_ == Sort::arf) && !dispersion_.on())
            throw Error(Fault::usage, std::string("--sort ") + std::string(name_of(sort_)) +
                                          " goes with --dispersion or --parts");
        if (!dispersion_.on() || by_ == By::total) return;
        if (by_ == By::section || dispersion_.parts() == 0)
            throw Error(Fault::usage,
                        "--dispersion is over all texts together; with --by document name the "
                        "parts of each text (--parts 10)");
    }

    /// Counts one input as a stream, of any size. One that fails half-way leaves nothing behind.
    void count(std::size_t number, const std::string& path, Bench& bench, TextStream& stream,
               unsigned threads, Warnings& warnings) const {
        try {
            if (bench.places) {
                for (std::string_view piece; !(piece = stream.next()).empty();) {
                    bench.counter.add(piece);
                    bench.places->add(piece);
                }
            } else {
                bench.counter.add(stream, threads);
            }
        } catch (...) {
            bench.counter.discard_document();
            if (bench.places) bench.places->discard_document();
            throw;
        }
        bench.counter.end_document();
        if (bench.places) bench.places->end_document(number);
        warn_about(stream.info(), path, warnings);
    }

    void count_total(Batch& batch) {
        batch.gather_in_order([&](std::size_t number, const std::string& path, Warnings& warnings) {
            const auto bench = pool_.borrow(definition_, needs_places());
            TextStream stream(path, settings_.input.decode, TextStream::kPieceSize,
                              cuts_of(definition_));
            count(number, path, *bench, stream, batch.threads_for_each(), warnings);
        });
        if (batch.analysed() == 0) return;  // nothing was counted: no list, not an empty one
        WordTable total;
        std::optional<WordPlaces> places;
        if (needs_places()) places.emplace(definition_);
        for (const auto& bench : pool_.items()) {
            if (places) places->merge(*bench->places);
            if (total.documents() == 0)
                total = bench->counter.take_table();
            else
                total.merge(bench->counter.table());
        }
        if (profile_) profile_->write(total, definition_);
        Result result = blank();
        if (batch.size() == 1) result.file = batch.first_path();
        fill(result, total, places, batch.analysed());
        batch.write(result);
    }

    void count_documents(Batch& batch) {
        batch.each([&](const std::string& path, Warnings& warnings) {
            const auto bench = pool_.borrow(definition_, needs_places());
            TextStream stream(path, settings_.input.decode, TextStream::kPieceSize,
                              cuts_of(definition_));
            count(0, path, *bench, stream, batch.threads_for_each(), warnings);
            const WordTable table = bench->counter.take_table();
            Result result = blank();
            result.file = path;
            result.parts.insert(result.parts.begin(),
                                input_group(stream.info(), stream.file_size()));
            fill(result, table, bench->places, 1);
            return result;
        });
    }

    void count_sections(Batch& batch) {
        batch.each([&](const std::string& path, Warnings& warnings) {
            const auto bench = pool_.borrow(definition_, needs_places());
            const Document document =
                open_document(path, settings_.input.decode, bench->tokenizer, warnings);
            return by_section(document, *bench);
        });
    }

    /// Words of a section are counted by themselves; `documents` says in how many sections of the
    /// text a word stands.
    Result by_section(const Document& document, Bench& bench) {
        const Outline outline = read_outline(document);
        const WordForms* const forms = forms_of(definition_);
        std::vector<WordTable> tables;
        for (std::size_t i = 0; i < outline.sections.size(); ++i) tables.emplace_back(forms);
        WordTable all(forms);
        for (std::size_t i = 0; i < tables.size(); ++i) {
            const Span range = section_range(document, outline.sections[i]);
            const Token* tokens = document.tokens().data();
            bench.reader.read(document.text(), tokens + document.token_at(range.begin),
                              tokens + document.token_at(range.end), bench.words);
            for (const Span word : bench.words) {
                tables[i].add(document.text(word), definition_.letter_case);
                all.add(document.text(word), definition_.letter_case);
            }
            tables[i].end_document();
            all.end_document();
        }
        std::unordered_map<std::string_view, std::uint64_t> sections_with;
        const std::vector<WordCount> ranked_all = all.ranked();
        for (const WordCount& word : ranked_all) sections_with[word.word] = word.documents;

        Result result = blank();
        result.file = document.source().name();
        result.parts.insert(result.parts.begin(),
                            input_group(document.source().info(), document.source().file_size()));
        add_figures(result, {all.tokens(), all.types()}, 1);
        Table& table = std::get<Table>(result.parts.back());
        std::uint64_t left_out = 0;
        for (std::size_t i = 0; i < tables.size(); ++i) {
            std::vector<WordCount> ranked = tables[i].ranked();
            for (WordCount& word : ranked) word.documents = sections_with[word.word];
            add_rows(table, ranked, {tables[i].tokens(), tables[i].types()},
                     section_cells(document, outline, i), left_out);
        }
        return result;
    }

    Result blank() const {
        Result result{.schema = "analyze.words/1", .main_table = "words"};
        result.file_column = by_ != By::total;
        if (result.file_column) result.file = "-";
        result.parts.emplace_back(definition_group(definition_));
        Group options{.name = "options", .show = Show::machine_only};
        options.fields = {{"by", std::string(name_of(by_))}, {"sort", std::string(name_of(sort_))}};
        for (auto& field : filters_.fields(settings_.output.format))
            options.fields.push_back(std::move(field));
        for (auto& field : dispersion_.fields()) options.fields.push_back(std::move(field));
        result.parts.emplace_back(std::move(options));
        Table table{.name = "words"};
        if (by_ == By::section) table.columns = section_columns();
        const bool crowded = dispersion_.on() || plot_ != PlotKind::none;
        const std::vector<Column> rest{
            {.name = "rank", .align = Align::right},
            {.name = "word", .draw = Column::Draw::strong},
            {.name = "count", .align = Align::right},
            {.name = "per_million", .align = Align::right, .spare = crowded},
            {.name = "documents", .align = Align::right, .spare = crowded}};
        table.columns.insert(table.columns.end(), rest.begin(), rest.end());
        if (dispersion_.on())
            for (Column& column : dispersion_columns(settings_.output.format == Format::text))
                table.columns.push_back(std::move(column));
        if (plot_ == PlotKind::bars)
            table.columns.push_back(
                {.name = "bar", .show = Show::text_only, .draw = Column::Draw::bar});
        if (plot_ == PlotKind::dispersion)
            table.columns.push_back(
                {.name = "where", .show = Show::text_only, .draw = Column::Draw::heights});
        result.parts.emplace_back(std::move(table));
        return result;
    }

    void add_figures(Result& result, Basis basis, std::uint64_t inputs) const {
        Group figures{.name = "totals"};
        figures.fields = {{"inputs", number(inputs)},
                          {"words", number(basis.tokens)},
                          {"distinct_words", number(basis.types)}};
        result.parts.insert(result.parts.end() - 1, std::move(figures));
    }

    void fill(Result& result, const WordTable& words, std::optional<WordPlaces>& places,
              std::uint64_t inputs) {
        add_figures(result, {words.tokens(), words.types()}, inputs);
        Table& table = std::get<Table>(result.parts.back());
        std::optional<DispersionView> view;
        if (places) {
            places->arrange();
            view.emplace(*places, dispersion_.parts());
        }
        std::uint64_t left_out = 0;
        add_rows(table, words.ranked(), {words.tokens(), words.types()}, {}, left_out,
                 view ? &*view : nullptr);
        if (dispersion_.on()) {
            std::get<Group>(*(result.parts.end() - 2))
                .fields.emplace_back("parts", number(view->parts()));
            if (view->parts() == 1 && dispersion_.parts() == 0)
                add_note(table, "one text is one part, --parts 10 divides it");
        }
        if (plot_ == PlotKind::zipf) {
            std::vector<WordCount> ranked = words.ranked();
            filter(ranked);
            result.parts.emplace_back(zipf_plot(ranked));
        }
    }

    static void add_note(Table& table, const std::string& note) {
        table.note += (table.note.empty() ? "" : "; ") + note;
    }

    void filter(std::vector<WordCount>& ranked) const {
        WordSieve sieve(filters_);
        std::erase_if(ranked,
                      [&](const WordCount& word) { return !sieve.passes(word.word, word.count); });
    }

    /// The rows of one list. Ranks are by frequency among the words that pass the filters, whatever
    /// the order of the rows; per_million is of all words, those left out included. Adds to `left_out`, which
    /// the note tells, how many rows there would be beyond.
    void add_rows(Table& table, std::vector<WordCount> ranked, Basis basis,
                  const std::vector<Value>& before, std::uint64_t& left_out,
                  const DispersionView* view = nullptr) {
        filter(ranked);
        std::vector<std::size_t> order(ranked.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::vector<double> keys;  // of dispersion, the smallest first
        if (sort_ == Sort::dp || sort_ == Sort::arf)
            for (const WordCount& word : ranked)
                keys.push_back(sort_ == Sort::arf ? -view->arf(word.word)
                                                  : view->dispersion(word.word).dp.value_or(1));
        const auto earlier = [&](std::size_t a, std::size_t b) {
            if (sort_ == Sort::word) return ranked[a].word < ranked[b].word;
            if (!keys.empty()) return keys[a] != keys[b] ? keys[a] < keys[b] : a < b;
            return ranked[a].documents != ranked[b].documents
                       ? ranked[a].documents > ranked[b].documents
                       : a < b;
        };
        if (sort_ != Sort::count) std::sort(order.begin(), order.end(), earlier);
        const std::uint64_t top = filters_.top(settings_.output.format);
        const std::size_t shown =
            top == 0 ? order.size() : std::min<std::uint64_t>(order.size(), top);
        const auto sparkline =
            CorpusParts::equal(basis.tokens, sparkline_parts(style_for(settings_.output).width));
        for (std::size_t i = 0; i < shown; ++i) {
            const WordCount& word = ranked[order[i]];
            std::vector<Value> row = before;
            row.insert(row.end(),
                       {number(order[i] + 1), std::string(word.word), number(word.count),
                        static_cast<double>(word.count) * 1e6 / static_cast<double>(basis.tokens),
                        number(word.documents)});
            if (dispersion_.on())
                for (Value& cell : view->cells(word.word)) row.push_back(std::move(cell));
            if (plot_ == PlotKind::bars) row.push_back(number(word.count));
            if (plot_ == PlotKind::dispersion)
                row.emplace_back(part_heights(view->places(word.word), sparkline));
            table.rows.push_back(std::move(row));
        }
        left_out += order.size() - shown;
        if (left_out > 0) table.note = more_note(left_out);
        if (plot_ == PlotKind::dispersion && shown > 0)
            add_note(table,
                     "each block is one of " + std::to_string(sparkline.parts()) + " equal parts");
    }

    Settings settings_;
    WordDefinition definition_;
    WordFilters filters_;
    NgramOptions ngrams_;
    Sort sort_ = Sort::count;
    By by_ = By::total;
    bool per_file_ = false;
    std::string profile_path_;
    std::optional<ProfileFile> profile_;
    DispersionOptions dispersion_;
    PlotKind plot_ = PlotKind::none;
    ScratchPool<Bench> pool_;
};

}  // namespace

std::unique_ptr<Action> make_words() {
    return std::make_unique<Words>();
}

}  // namespace analyze
