// `analyze entities`: names, dates, times, amounts and numbers, in one stream.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "actions.hpp"
#include "analyze/base/error.hpp"
#include "analyze/base/file.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/resources/resource.hpp"
#include "brat.hpp"
#include "conll.hpp"
#include "document_view.hpp"
#include "mentions.hpp"
#include "name_counts.hpp"
#include "row_sink.hpp"
#include "scratch_pool.hpp"

namespace analyze {
namespace {

/// The formats that only this command has.
enum class Markup { none, conll, conllu, brat };
std::string_view name_of(Markup markup) {
    return markup == Markup::conll    ? "conll"
           : markup == Markup::conllu ? "conllu"
           : markup == Markup::brat   ? "brat"
                                      : "";
}

class Entities final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("Entities");
        Option& types = options.add("--types", "TYPE,…",
                                    fmt::format("only these types: {}", MentionTypes::list()));
        types.fallback = "all";
        types.repeats = true;
        types.store = [this](const std::string& given) { add_types(given); };
        Option& least = options.add("--min-confidence", "P",
                                    "only names that the model holds for right with at least "
                                    "this probability, 0 to 1");
        least.fallback = std::string("0");
        least.store = [this](const std::string& given) { set_min_confidence(given); };
        Option& gazetteer = options.add(
            "--gazetteer", "FILE",
            "lines of a name and a type, then, if wanted, a canonical form and a priority, with "
            "tabs between: these are names of that type");
        gazetteer.repeats = true;
        gazetteer.store = [this](const std::string& path) { gazetteers_.push_back(path); };
        Option& deny = options.add(
            "--deny", "FILE", "lines of a name, or of a name, a tab and a type: these are none");
        deny.repeats = true;
        deny.store = [this](const std::string& path) { denied_.push_back(path); };
        options.flag("--summary", summary_, "each name once, with the number of its mentions");
        options.flag(
            "--pretokenized", pretokenized_,
            "the input is one token a line, a blank line after each sentence (-f conll, conllu)");
        options.flag(
            "--explain", explain_,
            "below each mention what speaks for it: features of the model with their weights, "
            "lists, rules");
        declare_dates(options, dates_);
        Option& format = declare_settings(options, settings_);
        for (const Markup markup : {Markup::conll, Markup::conllu, Markup::brat})
            format.choices.emplace_back(name_of(markup));
        format.store = [this, plain = std::move(format.store)](const std::string& given) {
            format_given_ = true;
            markup_ = Markup::none;
            for (const Markup markup : {Markup::conll, Markup::conllu, Markup::brat})
                if (given == name_of(markup)) markup_ = markup;
            plain(given);
        };
        declare_offsets(options, settings_.output);
    }

    int run() override {
        if (pretokenized_ && !format_given_) markup_ = Markup::conll;
        const bool token_lines = markup_ == Markup::conll || markup_ == Markup::conllu;
        if (pretokenized_ && (!token_lines || summary_))
            throw Error(Fault::usage, "--pretokenized goes with -f conll or -f conllu only");
        if (pretokenized_ && !(gazetteers_.empty() && denied_.empty()))
            throw Error(Fault::usage, "--gazetteer and --deny do not go with --pretokenized");
        if (markup_ != Markup::none && summary_)
            throw Error(Fault::usage,
                        fmt::format("--summary does not go with -f {}", name_of(markup_)));
        if (explain_ && pretokenized_)
            throw Error(Fault::usage, "--explain does not go with --pretokenized");
        if (explain_ && (markup_ != Markup::none || summary_))
            throw Error(Fault::usage,
                        fmt::format("--explain does not go with {}{}",
                                    summary_ ? "--summary" : "-f ", name_of(markup_)));
        if (token_lines || summary_) {
            if (!types_.any_names())
                throw Error(
                    Fault::usage,
                    fmt::format("{} is of names only; --types has none",
                                summary_ ? "--summary" : fmt::format("-f {}", name_of(markup_))));
            types_.keep_names();
        }
        if (markup_ == Markup::brat) {
            if (settings_.output.path.empty())
                throw Error(Fault::usage, "-f brat writes a folder of files: name it with -o DIR");
            brat_folder_ = std::exchange(settings_.output.path, {});
        }
        set_data_folder(settings_.data);
        Batch batch(settings_, blank());
        NameLists lists;
        for (const std::string& path : gazetteers_)
            lists.add_gazetteer(option_file("--gazetteer", path));
        for (const std::string& path : denied_) lists.add_denied(option_file("--deny", path));
        const MentionFinder finder(types_, dates_, std::move(lists));
        if (token_lines) {
            batch.each_bytes([&](const std::string& path, Warnings& warnings) {
                return tokens(finder, path, warnings);
            });
        } else if (markup_ == Markup::brat) {
            write_brat(batch, finder);
        } else {
            const auto writer = make_writer(settings_.output.format, style_for(settings_.output));
            batch.each_result_stream([&](const std::string& path, Warnings& warnings,
                                         const Batch::Emit& emit) {
                const auto tokenizer = pool_.borrow();
                const Document document =
                    open_document(path, settings_.input.decode, *tokenizer, warnings);
                const Outline outline = read_outline(document);
                const Mentions found = finder.find(document, outline, min_confidence_, explain_);
                const Result head = start(document);
                RowSink sink(*writer, head, emit);
                if (summary_ ? add_counts(sink, document, found.names)
                             : add_mentions(sink, std::get<Table>(head.parts.back()).columns.size(),
                                            document, outline, found))
                    sink.end();
            });
        }
        return batch.finish();
    }

private:
    void add_types(std::string_view given) {
        if (!types_given_) types_ = MentionTypes::none();
        types_given_ = true;
        for (std::size_t at = 0; at <= given.size();) {
            const std::size_t end = std::min(given.find(',', at), given.size());
            const std::string_view asked = given.substr(at, end - at);
            if (!types_.add(asked))
                throw Error(Fault::usage, fmt::format("--types: unknown type '{}'; there are {}",
                                                      asked, MentionTypes::list()));
            at = end + 1;
        }
    }

    void set_min_confidence(const std::string& given) {
        const char* end = given.data() + given.size();
        const auto [stop, failure] = std::from_chars(given.data(), end, min_confidence_);
        if (failure != std::errc() || stop != end || !(min_confidence_ >= 0) || min_confidence_ > 1)
            throw Error(Fault::usage, fmt::format("--min-confidence takes a number from 0 to 1, "
                                                  "not '{}'",
                                                  given));
    }

    std::string tokens(const MentionFinder& finder, const std::string& path, Warnings& warnings) {
        const TokenLines form = markup_ == Markup::conllu ? TokenLines::conllu : TokenLines::conll;
        if (pretokenized_) {
            const Source source = Source::read(path, settings_.input.decode);
            warn_about(source.info(), path, warnings);
            return tag_lines(source.text(), finder.model(), form, path);
        }
        const auto tokenizer = pool_.borrow();
        const Document document = open_document(path, settings_.input.decode, *tokenizer, warnings);
        return tagged_tokens(document, finder.find(document, {}, min_confidence_).names, form);
    }

    /// Each input's files are there as soon as it is done, each one whole or not at all.
    void write_brat(Batch& batch, const MentionFinder& finder) {
        std::vector<std::string> paths;
        std::unordered_map<std::string, std::size_t> place;  // of a path, however often it is given
        for (std::string& path : batch.paths())
            if (place.emplace(path, paths.size()).second) paths.push_back(std::move(path));
        const std::vector<std::string> names = brat_names(paths);
        keep_inputs(paths, names);
        make_folder(brat_folder_);
        const std::string configuration = brat_folder_ + "/annotation.conf";
        if (!std::filesystem::exists(configuration))
            write_whole(configuration, brat_configuration());
        batch.each_bytes([&](const std::string& path, Warnings& warnings) {
            const auto tokenizer = pool_.borrow();
            const Document document =
                open_document(path, settings_.input.decode, *tokenizer, warnings);
            const BratPair pair =
                brat_pair(document, finder.find(document, read_outline(document), min_confidence_));
            const std::string target = brat_folder_ + '/' + names[place.at(path)];
            make_folder(target.substr(0, target.rfind('/')));
            write_whole(target + ".txt", pair.text);
            write_whole(target + ".ann", pair.annotations);
            return std::string();
        });
    }

    /// Throws Error{usage} where a .txt would take the place of an input.
    void keep_inputs(const std::vector<std::string>& paths,
                     const std::vector<std::string>& names) const {
        const auto same = [](const std::string& path) {
            std::error_code error;
            return std::filesystem::weakly_canonical(path, error).native();
        };
        std::unordered_set<std::string> inputs;
        for (const std::string& path : paths) inputs.insert(same(path));
        for (const std::string& name : names) {
            const std::string target = brat_folder_ + '/' + name + ".txt";
            if (inputs.contains(same(target)))
                throw Error(Fault::usage, fmt::format("{}: -f brat would write over this input; "
                                                      "name another folder with -o DIR",
                                                      shown_path(target)));
        }
    }

    static void make_folder(const std::string& path) {
        std::error_code error;
        std::filesystem::create_directories(path, error);
        if (error || !std::filesystem::is_directory(path))
            throw Error(Fault::output,
                        fmt::format("{}: not a folder that can be written ({})", shown_path(path),
                                    error ? error.message() : "a file of that name is there"));
    }

    static void write_whole(const std::string& path, std::string_view bytes) {
        OutputFile file(path);
        file.write(bytes);
        file.close();
    }

    Result blank() const {
        Result result{.schema = summary_ ? "analyze.names/1" : "analyze.entities/1",
                      .file = "-",
                      .main_table = summary_ ? "names" : "entities"};
        if (summary_) {
            result.parts.emplace_back(
                Table{.name = "names",
                      .columns = {{.name = "type", .draw = Column::Draw::type},
                                  {.name = "name", .draw = Column::Draw::strong},
                                  {.name = "count", .align = Align::right}}});
            return result;
        }
        result.parts.emplace_back(
            Group{.fields = {{"offsets", std::string(name_of(settings_.output.offsets))}},
                  .show = Show::machine_only});
        result.parts.emplace_back(Table{
            .name = "entities",
            .columns = {{.name = "type", .draw = Column::Draw::type},
                        {.name = "start", .align = Align::right, .spare = true},
                        {.name = "end", .align = Align::right, .spare = true},
                        {.name = "text", .draw = Column::Draw::strong, .wrap = true},
                        {.name = "value", .show = Show::text_only, .wrap = true, .most = 20},
                        {.name = "sentence", .align = Align::right},
                        {.name = "section", .draw = Column::Draw::dim, .most = 16},
                        {.name = "confidence", .align = Align::right, .show = Show::machine_only},
                        {.name = "value", .show = Show::machine_only},
                        {.name = "mod", .show = Show::machine_only},
                        {.name = "quant", .show = Show::machine_only},
                        {.name = "freq", .show = Show::machine_only},
                        {.name = "range_begin", .show = Show::machine_only},
                        {.name = "range_end", .show = Show::machine_only},
                        {.name = "values", .show = Show::machine_only},
                        {.name = "currency", .show = Show::machine_only},
                        {.name = "currencies", .show = Show::machine_only},
                        {.name = "unit", .show = Show::machine_only},
                        {.name = "canonical", .show = Show::machine_only}}});
        if (explain_) {
            Table& table = std::get<Table>(result.parts.back());
            table.columns.push_back({.name = "explain", .show = Show::text_only, .below = true});
            table.columns.push_back({.name = "explain", .show = Show::machine_only});
        }
        return result;
    }

    Result start(const Document& document) const {
        Result result = blank();
        result.file = document.source().name();
        result.parts.insert(result.parts.begin(),
                            input_group(document.source().info(), document.source().file_size()));
        return result;
    }

    bool add_mentions(RowSink& sink, std::size_t columns, const Document& document,
                      const Outline& outline, const Mentions& found) const {
        OffsetCounter offsets(document.source(), settings_.output.offsets);
        const auto row_of = [&](std::string_view type, Span span, std::uint32_t sentence) {
            const std::uint64_t begin = offsets.at(span.begin);
            std::vector<Value> row{std::string(type), number(begin), number(offsets.at(span.end)),
                                   std::string(document.text(span)), Value()};
            if (sentence < document.sentences().size()) {
                const std::uint32_t section =
                    outline.section_of(document.sentences()[sentence].block);
                row.emplace_back(number(sentence + 1));
                row.push_back(given(one_line(document.text(outline.sections[section].heading))));
            }
            row.resize(columns);
            return row;
        };
        auto name = found.names.begin();
        auto expression = found.expressions.begin();
        while (name != found.names.end() || expression != found.expressions.end()) {
            if (expression == found.expressions.end() ||
                (name != found.names.end() && name->span.begin < expression->span.begin)) {
                std::vector<Value> row = row_of(name_of(name->type), name->span, name->sentence);
                row[kConfidence] = confidence(*name);
                row[kCanonical] = given(std::string(name->canonical()));
                if (explain_ && name->notes) put_reasons(row.data(), name->notes->reasons);
                ++name;
                if (!sink.add(std::move(row))) return false;
                continue;
            }
            const Expression& e = *expression++;
            std::vector<Value> row = row_of(name_of(e.kind), e.span, e.sentence);
            row[kShownValue] = shown_value(e);
            Value* cell = row.data() + kConfidence;
            const ExpressionDetails& more = e.details();
            for (const std::string* field :
                 {&e.value, &more.mod, &more.quant, &more.freq, &more.begin, &more.end})
                *++cell = given(*field);
            if (!more.values.empty()) cell[1] = more.values;
            cell[2] = given(more.currency);
            if (!more.currencies.empty()) cell[3] = more.currencies;
            cell[4] = given(more.unit);
            if (explain_)
                put_reasons(row.data(), {{fmt::format("rule {}:{}", kTemporalTable, e.rule_line)}});
            if (!sink.add(std::move(row))) return false;
        }
        return true;
    }

    /// "+2.31 word before: Mr", "gazetteer names.tsv:12"; for people weights below each other.
    static void put_reasons(Value* row, const std::vector<Reason>& reasons) {
        List shown, exact;
        for (const Reason& reason : reasons) {
            std::string weight;
            if (reason.weight) {
                const auto hundredths = std::lround(*reason.weight * 100);  // never "-0.00"
                weight = fmt::format("{:+.2f}", static_cast<double>(hundredths) / 100);
            }
            shown.push_back(fmt::format("{:>6}  {}", weight, reason.what));
            exact.push_back(weight.empty() ? reason.what : weight + ' ' + reason.what);
        }
        row[kExplain] = std::move(shown);
        row[kExplain + 1] = std::move(exact);
    }

    static Value given(const std::string& text) { return text.empty() ? Value() : Value(text); }

    /// Three decimals: more is noise, and a float's own digits would depend on how it is widened.
    static double confidence(const Entity& entity) {
        return static_cast<double>(std::lround(entity.confidence * 1000)) / 1000;
    }

    /// False: the reader has gone; of add_mentions() too.
    static bool add_counts(RowSink& sink, const Document& document,
                           const std::vector<Entity>& entities) {
        for (const NameCount& name : count_names(document, entities))
            if (!sink.add({std::string(name_of(name.type)), name.name, number(name.count)}))
                return false;
        return true;
    }

    static constexpr std::size_t kShownValue = 4, kConfidence = 7, kCanonical = 18,
                                 kExplain = 19;  ///< columns

    Settings settings_;
    DateOptions dates_;
    MentionTypes types_ = MentionTypes::all();
    std::vector<std::string> gazetteers_, denied_;
    float min_confidence_ = 0;
    bool types_given_ = false, summary_ = false, explain_ = false, pretokenized_ = false,
         format_given_ = false;
    Markup markup_ = Markup::none;
    std::string brat_folder_;
    ScratchPool<Tokenizer> pool_;
};

}  // namespace

std::unique_ptr<Action> make_entities() {
    return std::make_unique<Entities>();
}

}  // namespace analyze
