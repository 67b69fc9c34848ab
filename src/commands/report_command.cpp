// `analyze` and `analyze report`: what a text is, how it is built, its words, names and dates.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "actions.hpp"
#include "analyze/analysis/stop_words.hpp"
#include "analyze/analysis/word_count.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/resources/resource.hpp"
#include "date_counts.hpp"
#include "date_text.hpp"
#include "document_view.hpp"
#include "mentions.hpp"
#include "name_counts.hpp"
#include "scratch_pool.hpp"

namespace analyze {
namespace {

constexpr std::size_t kNamesOfSection = 3;  ///< the most frequent ones, beside its words
constexpr std::size_t kNamesOfType = 10;
constexpr std::size_t kDatesInText = 15;

class Report final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("Report");
        options.number("-n,--top", "N", top_, 0, UINT64_MAX, "show the first N words; 0: all");
        options.text("--stopwords", "LIST", stop_list_,
                     "leave these out of the top words: en, a file with one word a line, or none");
        declare_dates(options, dates_);
        declare_settings(options, settings_);
    }

    int run() override {
        set_data_folder(settings_.data);
        const StopWords stop_words = load_stop_words(stop_list_);
        Batch batch(settings_, columns());
        // the other expressions are wanted too: a name inside one ("US dollars") gives way to it
        const MentionFinder finder(MentionTypes::all(), dates_);
        batch.each([&](const std::string& path, Warnings& warnings) {
            const auto bench = pool_.borrow(WordDefinition{});
            const Document document =
                open_document(path, settings_.input.decode, bench->tokenizer, warnings);
            const Outline outline = read_outline(document);
            return describe(document, outline, finder.find(document, outline), stop_words, *bench);
        });
        return batch.finish();
    }

private:
    struct Bench {
        explicit Bench(const WordDefinition& definition) : reader(definition) {}
        WordReader reader;
        Tokenizer tokenizer;
        std::vector<Span> words;
    };

    /// The fields that make a row of CSV; the same for every document.
    static Group figures() {
        return {.title = "Length",
                .fields = {{"words", {}},
                           {"distinct_words", {}},
                           {"sentences", {}},
                           {"paragraphs", {}},
                           {"sections", {}}}};
    }

    /// What chose the top words.
    Group options_group() const {
        return {.name = "options",
                .fields = {{"top", number(top_)}, {"stopwords", stop_list_}},
                .show = Show::machine_only};
    }

    Result columns() const {
        Result result{.schema = "analyze.report/1", .file = "-"};
        Group meta{.name = "meta"};
        for (int key = 0; key < static_cast<int>(MetaKey::other); ++key)
            meta.fields.emplace_back(std::string(name_of(static_cast<MetaKey>(key))), Value());
        result.parts = {input_group({}, 0), std::move(meta), figures(),
                        definition_group(WordDefinition{}), options_group()};
        return result;
    }

    Result describe(const Document& document, const Outline& outline, const Mentions& found,
                    const StopWords& stop_words, Bench& bench) const {
        const auto& tokens = document.tokens();
        WordTable words;
        bench.reader.read(document.text(), tokens.data(), tokens.data() + tokens.size(),
                          bench.words);
        for (const Span word : bench.words) words.add(document.text(word), Case::fold);
        words.end_document();

        Result result{.schema = "analyze.report/1", .file = document.source().name()};
        result.parts.emplace_back(
            input_group(document.source().info(), document.source().file_size()));
        Group meta = meta_group(document, outline, true);
        const bool text = settings_.output.format == Format::text;
        const std::string encoding = encoding_line(document.source().info());
        if (text && !encoding.empty()) meta.fields.emplace_back("encoding", encoding);
        result.parts.emplace_back(std::move(meta));
        Group figures = length(document, outline, words);
        if (text) figures.fields.emplace_back("bytes", number(document.source().file_size()));
        result.parts.emplace_back(std::move(figures));
        result.parts.emplace_back(definition_group(WordDefinition{}));
        result.parts.emplace_back(options_group());
        result.parts.emplace_back(sections(document, outline, found.names));
        result.parts.emplace_back(top_words(words, stop_words));
        result.parts.emplace_back(names(document, found.names));
        result.parts.emplace_back(dates(document, found.expressions));
        return result;
    }

    /// "UTF-16LE, by its byte order mark"; empty for UTF-8 without one, which goes without saying.
    static std::string encoding_line(const DecodeInfo& info) {
        if (info.encoding == "UTF-8" && !info.bom) return {};
        return info.encoding + (info.chosen_by == "option" ? ", by --encoding"
                                : info.bom                 ? ", by its byte order mark"
                                                           : ", guessed from its bytes");
    }

    static Group length(const Document& document, const Outline& outline, const WordTable& words) {
        const auto paragraphs =
            std::count_if(document.blocks().begin(), document.blocks().end(),
                          [](const Block& block) { return block.kind == BlockKind::paragraph; });
        Group group = figures();
        const std::uint64_t values[] = {words.tokens(), words.types(), document.sentences().size(),
                                        static_cast<std::uint64_t>(paragraphs),
                                        outline.sections.size() - 1};
        for (std::size_t i = 0; i < group.fields.size(); ++i)
            group.fields[i].second = number(values[i]);
        return group;
    }

    Table sections(const Document& document, const Outline& outline,
                   const std::vector<Entity>& entities) const {
        Table table{
            .name = "outline",
            .title = "Outline",
            .columns = {{.name = "section", .draw = Column::Draw::strong},
                        {.name = "number", .show = Show::machine_only},
                        {.name = "level", .show = Show::machine_only},
                        {.name = "words", .align = Align::right},
                        {.name = "names", .show = Show::text_only, .draw = Column::Draw::dim}},
            .indent = section_depths(outline)};
        const std::vector<std::string> numbers = section_numbers(outline);
        const bool text = settings_.output.format == Format::text;
        auto entity = entities.begin();
        for (std::size_t i = 0; i < outline.sections.size(); ++i) {
            const Section& section = outline.sections[i];
            const auto first = entity;
            while (entity != entities.end() &&
                   document.sentences()[entity->sentence].block < section.end_block)
                ++entity;
            const std::string heading = one_line(document.text(section.heading));
            table.rows.push_back(
                {heading.empty() ? text && i == 0 ? Value("(lead)") : Value() : Value(heading),
                 numbers[i].empty() ? Value() : Value(numbers[i]), number(section.level),
                 number(words_in(document, section_range(document, section))),
                 name_line(count_names(document, first, entity), kNamesOfSection)});
        }
        return table;
    }

    Table top_words(const WordTable& words, const StopWords& stop_words) const {
        Table table{
            .name = "top_words",
            .title = "Words",
            .columns = {{.name = "word", .draw = Column::Draw::strong},
                        {.name = "count", .align = Align::right},
                        {.name = "bar", .show = Show::text_only, .draw = Column::Draw::bar}}};
        std::string scratch;
        std::size_t left = 0;
        for (const WordCount& word : words.ranked()) {
            if (stop_words.has(word.word, scratch)) continue;
            if (top_ != 0 && table.rows.size() == top_)
                ++left;
            else
                table.rows.push_back(
                    {std::string(word.word), number(word.count), number(word.count)});
        }
        if (left > 0)
            table.note = std::to_string(left) + " more words; analyze words --top 0" +
                         (stop_list_ == "none" ? "" : " --stopwords " + stop_list_) + " shows them";
        return table;
    }

    /// For people a line for each type, for programs a row for each name.
    Table names(const Document& document, const std::vector<Entity>& entities) const {
        const bool text = settings_.output.format == Format::text;
        Table table{.name = "names", .title = "Names"};
        table.columns = {{.name = "type", .draw = Column::Draw::type}};
        if (text)
            table.columns.insert(table.columns.end(), {{.name = "mentions", .align = Align::right},
                                                       {.name = "distinct", .align = Align::right},
                                                       {.name = "names", .wrap = true}});
        else
            table.columns.insert(table.columns.end(), {{.name = "name"}, {.name = "count"}});
        const std::vector<NameCount> all = count_names(document, entities);
        for (int t = 0; t < kEntityTypes; ++t) {
            const auto type = static_cast<EntityType>(t);
            std::vector<NameCount> own;
            std::uint64_t mentions = 0;
            for (const NameCount& name : all) {
                if (name.type != type) continue;
                own.push_back(name);
                mentions += name.count;
                if (!text)
                    table.rows.push_back(
                        {std::string(name_of(type)), name.name, number(name.count)});
            }
            if (text && !own.empty())
                table.rows.push_back({std::string(name_of(type)), number(mentions),
                                      number(own.size()), name_line(own, kNamesOfType)});
        }
        return table;
    }

    /// In the order of time.
    Table dates(const Document& document, const std::vector<Expression>& expressions) const {
        Table table{.name = "dates",
                    .title = "Dates",
                    .columns = {{.name = "value", .draw = Column::Draw::strong},
                                {.name = "count", .align = Align::right},
                                {.name = "text", .draw = Column::Draw::dim}}};
        std::vector<DateCount> all = count_dates(document, expressions);
        const bool text = settings_.output.format == Format::text;
        const std::size_t most = text ? kDatesInText : all.size();
        if (all.size() > most) {
            table.note = std::to_string(all.size() - most) +
                         " more dates; analyze entities --types times shows them";
            all.resize(most);
        }
        for (DateCount& date : all)
            table.rows.push_back({text ? date_text(date.value) : std::move(date.value),
                                  number(date.count), std::move(date.text)});
        return table;
    }

    Settings settings_;
    DateOptions dates_;
    std::uint64_t top_ = 15;
    std::string stop_list_ = "en";
    ScratchPool<Bench> pool_;
};

}  // namespace

std::unique_ptr<Action> make_report() {
    return std::make_unique<Report>();
}

}  // namespace analyze
