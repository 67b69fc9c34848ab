// `analyze collocates`: which words stand near a word, or near each other, and how strongly.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <utility>

#include "actions.hpp"
#include "analyze/analysis/association.hpp"
#include "analyze/analysis/collocate_counter.hpp"
#include "analyze/analysis/word_forms.hpp"
#include "analyze/base/error.hpp"
#include "analyze/commands/message.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/resources/resource.hpp"
#include "document_view.hpp"
#include "list_order.hpp"
#include "row_sink.hpp"
#include "scratch_pool.hpp"
#include "steady_number.hpp"
#include "word_filters.hpp"

namespace analyze {
namespace {

/// A score of a collocation: how --sort and the column are called, and the formula.
struct Measure {
    std::string_view option, column;
    double (*score)(const Collocation&);
    bool in_text;  ///< shown in text unasked
};

/// G² does not say in which direction: where rows are sorted by it, what stands near the node less
/// often than by chance comes last.
double attraction(const Collocation& one) {
    const double likelihood = log_likelihood(one.table);
    return static_cast<double>(one.table.o11) < one.table.expected() ? -likelihood : likelihood;
}

constexpr std::array kMeasures{
    Measure{"log-likelihood", "log_likelihood",
            [](const Collocation& one) { return log_likelihood(one.table); }, false},
    Measure{"mi", "mi", [](const Collocation& one) { return mutual_information(one.table); }, true},
    Measure{"mi3", "mi3", [](const Collocation& one) { return mutual_information_3(one.table); },
            false},
    Measure{"npmi", "npmi",
            [](const Collocation& one) { return normalised_mutual_information(one.table); }, false},
    Measure{"t-score", "t_score", [](const Collocation& one) { return t_score(one.table); }, false},
    Measure{"z-score", "z_score", [](const Collocation& one) { return z_score(one.table); }, false},
    Measure{
        "dice", "dice",
        [](const Collocation& one) { return dice(one.table.o11, one.node_count, one.table.c1); },
        false},
    Measure{"log-dice", "log_dice",
            [](const Collocation& one) {
                return log_dice(one.table.o11, one.node_count, one.table.c1);
            },
            true},
    Measure{"delta-p-collocate", "delta_p_collocate",
            [](const Collocation& one) { return delta_p_column(one.table); }, false},
    Measure{"delta-p-node", "delta_p_node",
            [](const Collocation& one) { return delta_p_row(one.table); }, false},
};
constexpr std::size_t kByCount = kMeasures.size();  // --sort count
constexpr std::uint64_t kWidest = 1000;             // words of a window on one side

/// What one thread works with.
struct Bench {
    Bench(const WordDefinition& definition, CollocationWindow window,
          const std::vector<std::string>& node)
        : counter(definition, window, node) {}
    CollocateCounter counter;
    std::optional<CountSketch> sketch;
    Tokenizer tokenizer;
};

class Collocates final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("Collocates");
        options.flag(
            "--all", all_,
            "all pairs of words; every word is a node, and there is no NODE (the same without "
            "operands, for standard input or --files-from)");
        options.number("--left", "N", left_, 0, kWidest, "how many words before the node are near");
        options.number("--right", "N", right_, 0, kWidest,
                       "how many words behind the node are near");
        options.choice("--within", "UNIT", within_,
                       {{"sentence", Within::sentence}, {"section", Within::section}},
                       "what a window does not cross");
        Option& sort = options.add("--sort", "KEY", "by one of the measures, or by count");
        for (const Measure& measure : kMeasures) sort.choices.emplace_back(measure.option);
        sort.choices.emplace_back("count");
        sort.fallback = kMeasures[0].option;
        sort.store = [this](const std::string& given) {
            const auto* found =
                std::find_if(kMeasures.begin(), kMeasures.end(),
                             [&](const Measure& measure) { return measure.option == given; });
            sort_ = static_cast<std::size_t>(found - kMeasures.begin());
        };
        options.choice("--by", "UNIT", by_,
                       {{"total", By::total}, {"document", By::document}, {"section", By::section}},
                       "one list of all texts together, of each text, or of each section");
        filters_.declare_top(options, "collocates");
        filters_.declare_min_count(options, "only what stands near the node at least N times");
        options.number("--min-word-count", "N", min_word_count_, 1, UINT64_MAX - 1,
                       "only words that stand at least N times; nodes and collocates");
        filters_.declare_lists(options);
        options.flag("--two-pass", two_pass_,
                     "less memory for --all; reads all twice and keeps only what can reach "
                     "--min-count");
        declare_words(options, definition_);
        declare_settings(options, settings_);
        options.ways({"NODE [FILE…]", "--all [FILE…]"});
    }

    int run() override {
        set_data_folder(settings_.data);
        filters_.load(definition_);
        if (left_ == 0 && right_ == 0)
            throw Error(Fault::usage, "--left 0 and --right 0 leave no word near the node");
        window_ = {static_cast<unsigned>(left_), static_cast<unsigned>(right_)};
        if (settings_.input.paths.empty()) all_ = true;
        if (two_pass_ && (!all_ || filters_.min_count() < 2))
            throw Error(Fault::usage, "--two-pass goes with --all and --min-count of at least 2");
        if (two_pass_ && by_ != By::total)
            throw Error(Fault::usage, "--two-pass goes with one list of all texts, not with --by");
        if (!all_) take_node();
        Batch batch(settings_, blank());
        if (by_ == By::total)
            count_total(batch);
        else if (by_ == By::document)
            batch.each([&](const std::string& path, Warnings& warnings) {
                return of_document(path, warnings);
            });
        else
            write_sections(batch);
        const int status = batch.finish();
        if (!all_ && !found_ && batch.analysed() > 0 && !settings_.output.quiet) {
            const std::string hint = operand_hint(node_text_, "collocates", "NODE");
            if (!hint.empty()) tell(hint);
        }
        return status;
    }

private:
    void count_total(Batch& batch) {
        if (two_pass_) survey(batch);
        batch.gather([&](const std::string& path, Warnings& warnings) {
            const auto bench = pool_.borrow(definition_, window_, node_);
            if (sketch_) bench->counter.prune(&*sketch_, filters_.min_count());
            static_cast<void>(count(path, bench->counter, warnings));
        });
        if (batch.analysed() == 0) return;  // nothing was counted: no list, not an empty one
        CollocateCounter& total = pool_.items().front()->counter;
        for (const auto& bench : pool_.items())
            if (&bench->counter != &total) total.merge(bench->counter);
        Result result = blank();
        if (batch.size() == 1) result.file = batch.first_path();
        add_figures(result, total, batch.analysed());
        add_list(result, total);
        batch.write(result);
    }

    /// Counts one input; what fails does so before anything is counted.
    Source count(const std::string& path, CollocateCounter& counter, Warnings& warnings) const {
        Source source = Source::read(path, settings_.input.decode);
        counter.add(source.text(), cuts(source));
        counter.end_document();
        warn_about(source.info(), path, warnings);
        return source;
    }

    Result of_document(const std::string& path, Warnings& warnings) {
        CollocateCounter counter(definition_, window_, node_);
        const Source source = count(path, counter, warnings);
        Result result = blank();
        result.file = path;
        result.parts.insert(result.parts.begin(), input_group(source.info(), source.file_size()));
        add_figures(result, counter, 1);
        add_list(result, counter);
        return result;
    }

    void add_list(Result& result, const CollocateCounter& counter) const {
        auto& table = std::get<Table>(result.parts.back());
        const std::uint64_t left_out = add_rows(table, counter, {}, nullptr);
        if (left_out > 0) table.note = more_note(left_out);
    }

    /// In how many sections a pair stands, by pair_key().
    using SectionsWith = std::unordered_map<std::string, std::uint64_t>;

    std::string pair_key(const CollocateCounter& counter, const Collocation& one) const {
        std::string key(all_ ? counter.word(one.node) : std::string_view());
        return (key += '\0') += counter.word(one.collocate);
    }

    /// Each section is counted by itself, and its rows go out before the next one is; `documents`
    /// says in how many sections of the text a pair stands.
    void write_sections(Batch& batch) {
        const auto writer = make_writer(settings_.output.format, style_for(settings_.output));
        batch.each_result_stream([&](const std::string& path, Warnings& warnings,
                                     const Batch::Emit& emit) {
            const auto bench = pool_.borrow(definition_, window_, node_);
            const Document document =
                open_document(path, settings_.input.decode, bench->tokenizer, warnings);
            const Outline outline = read_outline(document);
            const auto cuts = cuts_of(document.text(), document.blocks(), within_);
            const auto add = [&](const Section& section, CollocateCounter& counter) {
                const Span range = section_range(document, section);
                std::vector<std::uint32_t> inside;
                for (auto cut = std::upper_bound(cuts.begin(), cuts.end(), range.begin);
                     cut != cuts.end() && *cut < range.end; ++cut)
                    inside.push_back(*cut - range.begin);
                counter.add(document.text(range), inside);
                counter.end_document();
            };
            CollocateCounter all(definition_, window_, node_);
            for (const Section& section : outline.sections) add(section, all);
            SectionsWith sections_with;
            all.each(
                [&](const Collocation& one) { sections_with[pair_key(all, one)] = one.documents; });

            Result head = blank();
            head.file = path;
            head.parts.insert(head.parts.begin(),
                              input_group(document.source().info(), document.source().file_size()));
            add_figures(head, all, 1);
            RowSink sink(*writer, head, emit);
            Table table;
            std::uint64_t left_out = 0;
            for (std::size_t i = 0; i < outline.sections.size(); ++i) {
                CollocateCounter counter(definition_, window_, node_);
                add(outline.sections[i], counter);
                left_out +=
                    add_rows(table, counter, section_cells(document, outline, i), &sections_with);
                for (std::vector<Value>& row : table.rows)
                    if (!sink.add(std::move(row))) return;
                table.rows.clear();
            }
            if (left_out > 0) sink.note(more_note(left_out));
            sink.end();
        });
    }

    /// The first operand is the node: one word or several, read as the texts are.
    void take_node() {
        node_text_ = take_first_operand(settings_.input, "collocates", "NODE");
        const Source node = Source::from_bytes("NODE", node_text_, {.encoding = "UTF-8"});
        std::vector<Span> words;
        WordReader(definition_).read(node.text(), words);
        for (const Span word : words) {
            std::string key;
            word_key(slice(node.text(), word), definition_.letter_case, forms_of(definition_), key);
            node_.push_back(std::move(key));
        }
        if (node_.empty())
            throw Error(Fault::usage, "NODE: there is no word in '" + node_text_ + "'");
    }

    [[nodiscard]] std::vector<std::uint32_t> cuts(const Source& source) const {
        return cuts_of(source.text(), find_blocks(source.text()), within_);
    }

    void survey(Batch& batch) {
        batch.survey([&](const std::string& path) {
            const auto bench = pool_.borrow(definition_, window_, node_);
            if (!bench->sketch) bench->sketch.emplace();
            const Source source = Source::read(path, settings_.input.decode);
            bench->counter.survey(source.text(), cuts(source), *bench->sketch);
        });
        for (const auto& bench : pool_.items()) take_over(sketch_, bench->sketch);
    }

    Result blank() const {
        Result result{.schema = "analyze.collocates/1",
                      .file = by_ == By::total ? "" : "-",
                      .main_table = "collocates",
                      .file_column = by_ != By::total};
        result.parts.emplace_back(definition_group(definition_));
        Group options{.name = "options", .show = Show::machine_only};
        options.fields = {
            {"node", all_ ? Value() : Value(node_text_)},
            {"left", number(left_)},
            {"right", number(right_)},
            {"within", std::string(within_ == Within::sentence ? "sentence" : "section")},
            {"by", std::string(name_of(by_))},
            {"sort", std::string(sort_ == kByCount ? "count" : kMeasures[sort_].option)},
            {"min_word_count", number(min_word_count_)},
            {"two_pass", two_pass_}};
        for (auto& field : filters_.fields(settings_.output.format))
            options.fields.push_back(std::move(field));
        result.parts.emplace_back(std::move(options));
        Table table{.name = "collocates"};
        const auto column = [&](std::string_view name, Show show = Show::everywhere) {
            table.columns.push_back(
                {.name = std::string(name), .align = Align::right, .show = show});
        };
        if (by_ == By::section) table.columns = section_columns();
        column("rank");
        table.columns.back().spare =
            all_;  // two words and two numbers are as wide as a narrow screen
        table.columns.push_back({.name = "node",
                                 .show = all_ ? Show::everywhere : Show::machine_only,
                                 .draw = Column::Draw::strong});
        table.columns.push_back({.name = "collocate", .draw = Column::Draw::strong});
        column("count");
        column("total", Show::text_only);  // collocate_count, in few letters
        table.columns.back().spare = true;
        column("expected");
        table.columns.back().spare = true;
        for (const std::string_view name :
             {"node_count", "collocate_count", "near", "n", "documents"})
            column(name, Show::machine_only);
        column("G²", Show::text_only);  // log_likelihood, in few letters
        table.columns.back().spare = sort_ != 0;
        for (std::size_t i = 0; i < kMeasures.size(); ++i) {
            column(kMeasures[i].column, kMeasures[i].in_text || (i == sort_ && i != 0)
                                            ? Show::everywhere
                                            : Show::machine_only);
            table.columns.back().spare = i != sort_;
        }
        result.parts.emplace_back(std::move(table));
        return result;
    }

    struct Row {
        Collocation one;
        double score;
    };

    void add_figures(Result& result, const CollocateCounter& counter, std::uint64_t inputs) {
        if (counter.nodes() > 0) found_ = true;
        Group figures{.name = "totals"};
        figures.fields = {{"inputs", number(inputs)}, {"words", number(counter.words())}};
        if (!all_) {
            figures.fields.emplace_back("node_count", number(counter.nodes()));
            figures.fields.emplace_back("near", number(counter.near()));
        }
        figures.fields.emplace_back(all_ ? "pairs" : "distinct_collocates",
                                    two_pass_ ? Value() : number(counter.distinct()));
        result.parts.insert(result.parts.end() - 1, std::move(figures));
    }

    /// The rows of one list, behind the cells `before`. Returns how many it leaves out.
    std::uint64_t add_rows(Table& table, const CollocateCounter& counter,
                           const std::vector<Value>& before,
                           const SectionsWith* sections_with) const {
        std::vector<Row> rows = passing(counter);
        const std::uint64_t top = filters_.top(settings_.output.format);
        const std::size_t shown =
            top == 0 ? rows.size() : std::min<std::uint64_t>(rows.size(), top);
        sort(counter, rows, shown);
        for (std::size_t i = 0; i < shown; ++i) {
            Collocation& one = rows[i].one;
            if (sections_with != nullptr) one.documents = sections_with->at(pair_key(counter, one));
            std::vector<Value> row = before;
            for (Value& cell : row_of(counter, one, i + 1)) row.push_back(std::move(cell));
            table.rows.push_back(std::move(row));
        }
        return rows.size() - shown;
    }

    [[nodiscard]] std::vector<Row> passing(const CollocateCounter& counter) const {
        WordSieve sieve(filters_);
        std::vector<signed char> known(counter.types(), -1);  // 1: the word passes, 0: it does not
        const auto passes = [&](std::uint32_t type) {
            if (known[type] < 0)
                known[type] = !sieve.stops(counter.word(type)) && sieve.matches(counter.word(type));
            return known[type] == 1;
        };
        std::vector<Row> rows;
        counter.each([&](const Collocation& one) {
            if (one.table.o11 < filters_.min_count() || one.table.c1 < min_word_count_ ||
                one.node_count < min_word_count_ || !passes(one.collocate) ||
                (all_ && !passes(one.node)))
                return;
            const double score = sort_ == kByCount ? static_cast<double>(one.table.o11)
                                 : sort_ == 0      ? attraction(one)
                                                   : kMeasures[sort_].score(one);
            rows.push_back({one, std::isnan(score) ? -HUGE_VAL : steady(score)});
        });
        return rows;
    }

    /// By score downwards, undefined ones last, then by count, then by the bytes of the words.
    void sort(const CollocateCounter& counter, std::vector<Row>& rows, std::size_t shown) const {
        const auto before = [&](const Row& a, const Row& b) {
            if (a.score != b.score) return a.score > b.score;
            if (a.one.table.o11 != b.one.table.o11) return a.one.table.o11 > b.one.table.o11;
            if (all_ && a.one.node != b.one.node)
                return counter.word(a.one.node) < counter.word(b.one.node);
            return counter.word(a.one.collocate) < counter.word(b.one.collocate);
        };
        if (shown < rows.size() / 8)
            std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(shown),
                              rows.end(), before);
        else
            std::sort(rows.begin(), rows.end(), before);
    }

    [[nodiscard]] std::vector<Value> row_of(const CollocateCounter& counter, const Collocation& one,
                                            std::uint64_t rank) const {
        std::string node;
        if (all_)
            node = counter.word(one.node);
        else
            for (const std::string& word : node_) node += (node.empty() ? "" : " ") + word;
        std::vector<Value> row{
            number(rank),           std::move(node),      std::string(counter.word(one.collocate)),
            number(one.table.o11),  number(one.table.c1), one.table.expected(),
            number(one.node_count), number(one.table.c1), number(one.table.r1),
            number(one.table.n),    number(one.documents)};
        row.emplace_back(steady(kMeasures[0].score(one)));
        for (const Measure& measure : kMeasures) row.emplace_back(steady(measure.score(one)));
        return row;
    }

    Settings settings_;
    WordDefinition definition_;
    WordFilters filters_;
    bool all_ = false, two_pass_ = false;
    std::uint64_t left_ = CollocationWindow{}.left, right_ = CollocationWindow{}.right;
    CollocationWindow window_;
    Within within_ = Within::sentence;
    By by_ = By::total;
    std::size_t sort_ = 0;
    std::uint64_t min_word_count_ = 1;
    std::string node_text_;
    std::vector<std::string> node_;
    std::atomic<bool> found_ = false;  ///< the node, in some text
    ScratchPool<Bench> pool_;
    std::optional<CountSketch> sketch_;
};

}  // namespace

std::unique_ptr<Action> make_collocates() {
    return std::make_unique<Collocates>();
}

}  // namespace analyze
