// `analyze stats`: how rich, how long and how hard to read a text or each of its sections is.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "actions.hpp"
#include "analyze/analysis/text_figures.hpp"
#include "analyze/base/error.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/resources/resource.hpp"
#include "document_view.hpp"
#include "scratch_pool.hpp"

namespace analyze {
namespace {

enum class By { document, section };
using Fields = std::vector<std::pair<std::string, Value>>;

Value or_undefined(const std::optional<double>& number) {
    return number ? Value(*number) : Value();
}

struct Quantile {
    const char *key, *label;
    double share;
};
constexpr Quantile kQuantiles[] = {{"min", "least", 0},
                                   {"q1", "25 %", 0.25},
                                   {"median", "median", 0.5},
                                   {"q3", "75 %", 0.75},
                                   {"max", "most", 1}};

class Stats final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("Statistics");
        options.choice("--by", "UNIT", by_, {{"document", By::document}, {"section", By::section}},
                       "of each text, or of each section");
        options.number("--mattr-window", "N", mattr_window_, 1, UINT32_MAX,
                       "words in a window of the moving-average type-token ratio (MATTR)");
        Option& threshold =
            options.add("--mtld-threshold", "T", "type-token ratio at which a factor of MTLD ends");
        threshold.fallback = "0.72";
        threshold.store = [this](const std::string& given) { set_threshold(given); };
        options.number("--hdd-sample", "N", hdd_sample_, 1, 10000, "words in a sample of HD-D");
        declare_words(options, definition_);
        declare_settings(options, settings_);
    }

    int run() override {
        set_data_folder(settings_.data);
        const SyllableRules syllables(load_resource("syllables/en.txt"));
        Batch batch(settings_, columns());
        batch.each([&](const std::string& path, Warnings& warnings) {
            const auto bench = pool_.borrow(definition_, syllables);
            const Document document =
                open_document(path, settings_.input.decode, bench->tokenizer, warnings);
            return describe(document, bench->meter);
        });
        return batch.finish();
    }

private:
    struct Bench {
        Bench(const WordDefinition& definition, const SyllableRules& syllables)
            : meter(definition, syllables) {}
        TextMeter meter;
        Tokenizer tokenizer;
    };

    void set_threshold(const std::string& given) {
        const char* end = given.data() + given.size();
        const auto [stop, failure] = std::from_chars(given.data(), end, mtld_threshold_);
        if (failure != std::errc() || stop != end || !(mtld_threshold_ > 0 && mtld_threshold_ < 1))
            throw Error(
                Fault::usage,
                fmt::format("--mtld-threshold takes a number between 0 and 1, not '{}'", given));
    }

    bool text() const { return settings_.output.format == Format::text; }

    static void add_lengths(Fields& fields, const std::string& what, const Lengths& lengths) {
        fields.emplace_back(what + "_mean", or_undefined(lengths.mean()));
        fields.emplace_back(what + "_sd", or_undefined(lengths.standard_deviation()));
        for (const Quantile& quantile : kQuantiles)
            fields.emplace_back(what + '_' + quantile.key,
                                or_undefined(lengths.quantile(quantile.share)));
    }

    /// Everything about a text or a section, under the names of the machine formats.
    Fields figures_of(const TextFigures& figures) const {
        const FrequencySpectrum spectrum = spectrum_of(figures.words);
        const auto once = spectrum.find(1);
        const std::uint64_t words = figures.words.size();
        Fields fields{{"words", number(words)},
                      {"distinct_words", number(figures.types)},
                      {"hapaxes", number(once == spectrum.end() ? 0 : once->second)},
                      {"ttr", words == 0 ? Value()
                                         : Value(static_cast<double>(figures.types) /
                                                 static_cast<double>(words))},
                      {"mattr", or_undefined(mattr(figures.words, mattr_window_))},
                      {"mtld", or_undefined(mtld(figures.words, mtld_threshold_))},
                      {"hdd", or_undefined(hd_d(spectrum, hdd_sample_))},
                      {"yule_k", or_undefined(yules_k(spectrum))}};
        add_lengths(fields, "word_length", figures.word_lengths);
        fields.emplace_back("sentences", number(figures.prose.sentences));
        fields.emplace_back("sentence_words", number(figures.prose.words));
        add_lengths(fields, "sentence_length", figures.sentence_lengths);
        fields.emplace_back("characters", number(figures.prose.characters));
        fields.emplace_back("syllables", number(figures.prose.syllables));
        fields.emplace_back("polysyllables", number(figures.prose.polysyllables));
        const Readability grades = readability_of(figures.prose);
        fields.emplace_back("flesch", or_undefined(grades.flesch));
        fields.emplace_back("flesch_kincaid", or_undefined(grades.flesch_kincaid));
        fields.emplace_back("fog", or_undefined(grades.fog));
        fields.emplace_back("smog", or_undefined(grades.smog));
        fields.emplace_back("coleman_liau", or_undefined(grades.coleman_liau));
        fields.emplace_back("ari", or_undefined(grades.ari));
        return fields;
    }

    Group options_group() const {
        Group group{.name = "options", .show = Show::machine_only, .in_rows = true};
        group.fields = {{"by", by_ == By::document ? "document" : "section"},
                        {"mattr_window", number(mattr_window_)},
                        {"mtld_threshold", mtld_threshold_},
                        {"hdd_sample", number(hdd_sample_)}};
        return group;
    }

    Result blank() const {
        Result result{.schema = "analyze.stats/1", .file = "-"};
        if (by_ == By::section) result.main_table = "sections";
        return result;
    }

    Result columns() const {
        Result result = blank();
        add_parts(result, input_group({}, 0));
        if (by_ == By::section)
            result.parts.emplace_back(sections_table());
        else
            result.parts.insert(result.parts.begin() + 1, Group{.fields = figures_of({})});
        return result;
    }

    void add_parts(Result& result, Group input) const {
        result.parts.emplace_back(std::move(input));
        result.parts.emplace_back(definition_group(definition_));
        result.parts.emplace_back(options_group());
    }

    Result describe(const Document& document, TextMeter& meter) const {
        Result result = blank();
        result.file = document.source().name();
        add_parts(result, input_group(document.source().info(), document.source().file_size()));
        if (by_ == By::section) {
            result.parts.emplace_back(sections(document, meter));
            return result;
        }
        const Span all{0, static_cast<std::uint32_t>(document.text().size())};
        const auto blocks = static_cast<std::uint32_t>(document.blocks().size());
        const TextFigures figures = meter.measure(document, all, 0, blocks);
        if (text())
            add_text(result, figures);
        else
            result.parts.insert(result.parts.begin() + 1, Group{.fields = figures_of(figures)});
        return result;
    }

    /// The same figures for people, in groups under names that say more.
    void add_text(Result& result, const TextFigures& figures) const {
        const Fields all = figures_of(figures);
        const auto value = [&](std::string_view key) {
            for (const auto& [name, field] : all)
                if (name == key) return field;
            return Value();
        };
        result.parts.emplace_back(Group{.title = "Vocabulary",
                                        .fields = {{"words", value("words")},
                                                   {"distinct words", value("distinct_words")},
                                                   {"hapaxes", value("hapaxes")}}});
        Group richness{.title = "Richness", .fields = {{"type-token ratio", value("ttr")}}};
        richness.fields.insert(richness.fields.end(),
                               {{fmt::format("MATTR, {} words", mattr_window_), value("mattr")},
                                {fmt::format("MTLD, {:.4g}", mtld_threshold_), value("mtld")},
                                {fmt::format("HD-D, {} words", hdd_sample_), value("hdd")},
                                {"Yule's K", value("yule_k")}});
        result.parts.emplace_back(std::move(richness));
        Table lengths{.name = "lengths",
                      .title = "Lengths",
                      .columns = {{.name = "of", .draw = Column::Draw::strong},
                                  {.name = "number", .align = Align::right, .spare = true},
                                  {.name = "mean", .align = Align::right},
                                  {.name = "sd", .align = Align::right, .spare = true}}};
        for (const Quantile& quantile : kQuantiles)
            lengths.columns.push_back(
                {.name = quantile.label, .align = Align::right, .spare = quantile.share != 0.5});
        const auto add_row = [&](const char* of, std::string_view count, const std::string& what) {
            std::vector<Value> row{of, value(count), value(what + "_mean"), value(what + "_sd")};
            for (const Quantile& quantile : kQuantiles)
                row.push_back(value(what + '_' + quantile.key));
            lengths.rows.push_back(std::move(row));
        };
        add_row("sentences (words)", "sentences", "sentence_length");
        add_row("words (letters)", "words", "word_length");
        result.parts.emplace_back(std::move(lengths));
        result.parts.emplace_back(
            Group{.title = "Running text",
                  .fields = {{"sentences", value("sentences")},
                             {"words", value("sentence_words")},
                             {"letters and digits", value("characters")},
                             {"syllables", value("syllables")},
                             {"words of 3 syllables and more", value("polysyllables")}}});
        result.parts.emplace_back(
            Group{.title = "Readability",
                  .fields = {{"Flesch reading ease", value("flesch")},
                             {"Flesch-Kincaid grade", value("flesch_kincaid")},
                             {"Gunning fog", value("fog")},
                             {"SMOG", value("smog")},
                             {"Coleman-Liau", value("coleman_liau")},
                             {"ARI", value("ari")}}});
    }

    Table sections_table() const {
        Table table{
            .name = "sections",
            .columns = {{.name = "section", .align = Align::right, .show = Show::machine_only},
                        {.name = "heading", .draw = Column::Draw::strong}}};
        for (const auto& [name, value] : figures_of({})) {
            Column column{.name = name, .align = Align::right, .show = Show::machine_only};
            for (const std::string_view shown :
                 {"words", "distinct_words", "mtld", "sentence_length_mean", "flesch",
                  "flesch_kincaid"})
                if (name == shown) column.show = Show::everywhere;
            column.spare =
                name == "distinct_words" || name == "mtld" || name == "sentence_length_mean";
            table.columns.push_back(std::move(column));
        }
        if (!text()) return table;
        for (Column& column : table.columns) {  // short enough to stand side by side
            if (column.name == "distinct_words") column.name = "distinct";
            if (column.name == "mtld") column.name = "MTLD";
            if (column.name == "sentence_length_mean") column.name = "per sentence";
            if (column.name == "flesch_kincaid") column.name = "grade";
        }
        return table;
    }

    Table sections(const Document& document, TextMeter& meter) const {
        Table table = sections_table();
        const Outline outline = read_outline(document);
        table.indent = section_depths(outline);
        for (std::size_t i = 0; i < outline.sections.size(); ++i) {
            const Section& section = outline.sections[i];
            const TextFigures figures = meter.measure(document, section_range(document, section),
                                                      section.first_block, section.end_block);
            const std::string heading = one_line(document.text(section.heading));
            std::vector<Value> row{number(i), heading.empty()
                                                  ? text() && i == 0 ? Value("(lead)") : Value()
                                                  : Value(heading)};
            for (auto& [name, value] : figures_of(figures)) row.push_back(std::move(value));
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    Settings settings_;
    WordDefinition definition_;
    By by_ = By::document;
    std::uint64_t mattr_window_ = 100, hdd_sample_ = 42;
    double mtld_threshold_ = 0.72;
    ScratchPool<Bench> pool_;
};

}  // namespace

std::unique_ptr<Action> make_stats() {
    return std::make_unique<Stats>();
}

}  // namespace analyze
