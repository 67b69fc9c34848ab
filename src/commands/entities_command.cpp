// `analyze entities`: the names of people, organisations, places and more.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "actions.hpp"
#include "analyze/base/error.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/resources/resource.hpp"
#include "conll.hpp"
#include "document_view.hpp"
#include "name_counts.hpp"
#include "scratch_pool.hpp"

namespace analyze {
namespace {

class Entities final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("Names");
        Option& types =
            options.add("--types", "TYPE,…", fmt::format("only these types: {}", all_types()));
        types.repeats = true;
        types.store = [this](const std::string& given) { add_types(given); };
        Option& least = options.add("--min-confidence", "P",
                                    "only mentions that the model holds for right with at least "
                                    "this probability, 0 to 1");
        least.fallback = std::string("0");
        least.store = [this](const std::string& given) { set_min_confidence(given); };
        options.flag("--summary", summary_, "each name once, with the number of its mentions");
        options.flag("--pretokenized", pretokenized_,
                     "the input is one token a line, a blank line after each sentence (-f conll)");
        declare_inputs(options, settings_.input);
        Option& format = declare_format(options, settings_.output);
        format.choices.emplace_back("conll");
        format.store = [this, plain = std::move(format.store)](const std::string& given) {
            conll_ = given == "conll";
            other_format_ = !conll_;
            plain(given);
        };
        declare_output(options, settings_.output);
        declare_offsets(options, settings_.output);
        declare_run(options, settings_);
    }

    int run() override {
        if (pretokenized_ && (other_format_ || summary_))
            throw Error(Fault::usage, "--pretokenized goes with -f conll only");
        if (conll_ && summary_) throw Error(Fault::usage, "--summary does not go with -f conll");
        conll_ = conll_ || pretokenized_;
        set_data_folder(settings_.data);
        Batch batch(settings_, blank());
        const EntityModel model = load_entity_model();
        if (conll_)
            batch.each_bytes([&](const std::string& path, Warnings& warnings) {
                return conll(model, path, warnings);
            });
        else
            batch.each([&](const std::string& path, Warnings& warnings) {
                const auto tokenizer = pool_.borrow();
                const Document document =
                    open_document(path, settings_.input.decode, *tokenizer, warnings);
                return summary_ ? summarise(document, find(model, document))
                                : mentions(document, find(model, document));
            });
        return batch.finish();
    }

private:
    static std::string all_types() {
        std::string names;
        for (int i = 0; i < kEntityTypes; ++i)
            names.append(i > 0 ? ", " : "").append(name_of(static_cast<EntityType>(i)));
        return names;
    }

    void add_types(std::string_view given) {
        if (!types_given_) wanted_.fill(false);
        types_given_ = true;
        for (std::size_t at = 0; at <= given.size();) {
            const std::size_t end = std::min(given.find(',', at), given.size());
            const std::string_view asked = given.substr(at, end - at);
            std::string name(asked);
            for (char& c : name)
                if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
            const auto type = entity_type(name);
            if (!type)
                throw Error(Fault::usage, fmt::format("--types: unknown type '{}'; there are {}",
                                                      asked, all_types()));
            wanted_[static_cast<std::size_t>(*type)] = true;
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

    std::vector<Entity> find(const EntityModel& model, const Document& document) const {
        std::vector<Entity> entities = model.find(document);
        std::erase_if(entities, [this](const Entity& entity) {
            return !wanted_[static_cast<std::size_t>(entity.type)] ||
                   entity.confidence < min_confidence_;
        });
        return entities;
    }

    std::string conll(const EntityModel& model, const std::string& path, Warnings& warnings) {
        if (pretokenized_) {
            const Source source = Source::read(path, settings_.input.decode);
            warn_about(source.info(), path, warnings);
            return tag_lines(source.text(), model);
        }
        const auto tokenizer = pool_.borrow();
        const Document document = open_document(path, settings_.input.decode, *tokenizer, warnings);
        return tagged_tokens(document, find(model, document));
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
        result.parts.emplace_back(
            Table{.name = "entities",
                  .columns = {
                      {.name = "type", .draw = Column::Draw::type},
                      {.name = "start", .align = Align::right},
                      {.name = "end", .align = Align::right},
                      {.name = "text", .draw = Column::Draw::strong},
                      {.name = "sentence", .align = Align::right},
                      {.name = "section", .draw = Column::Draw::dim},
                      {.name = "confidence", .align = Align::right, .show = Show::machine_only}}});
        return result;
    }

    Result start(const Document& document) const {
        Result result = blank();
        result.file = document.source().name();
        result.parts.insert(result.parts.begin(),
                            input_group(document.source().info(), document.source().file_size()));
        return result;
    }

    Result mentions(const Document& document, const std::vector<Entity>& entities) const {
        Result result = start(document);
        Table& table = std::get<Table>(result.parts.back());
        const Outline outline = read_outline(document);
        OffsetCounter offsets(document.source(), settings_.output.offsets);
        for (const Entity& entity : entities) {
            const std::uint32_t section =
                outline.section_of(document.sentences()[entity.sentence].block);
            const std::string heading = one_line(document.text(outline.sections[section].heading));
            const std::uint64_t begin = offsets.at(entity.span.begin);
            table.rows.push_back({std::string(name_of(entity.type)), number(begin),
                                  number(offsets.at(entity.span.end)),
                                  std::string(document.text(entity.span)),
                                  number(entity.sentence + 1),
                                  heading.empty() ? Value() : Value(heading), confidence(entity)});
        }
        return result;
    }

    /// Three decimals: more is noise, and a float's own digits would depend on how it is widened.
    static double confidence(const Entity& entity) {
        return static_cast<double>(std::lround(entity.confidence * 1000)) / 1000;
    }

    Result summarise(const Document& document, const std::vector<Entity>& entities) const {
        Result result = start(document);
        Table& table = std::get<Table>(result.parts.back());
        for (const NameCount& name : count_names(document, entities))
            table.rows.push_back({std::string(name_of(name.type)), name.name, number(name.count)});
        return result;
    }

    static constexpr std::array<bool, kEntityTypes> all_wanted() {
        std::array<bool, kEntityTypes> all{};
        for (bool& one : all) one = true;
        return all;
    }

    Settings settings_;
    std::array<bool, kEntityTypes> wanted_ = all_wanted();
    float min_confidence_ = 0;
    bool types_given_ = false, summary_ = false, pretokenized_ = false, conll_ = false,
         other_format_ = false;
    ScratchPool<Tokenizer> pool_;
};

}  // namespace

std::unique_ptr<Action> make_entities() {
    return std::make_unique<Entities>();
}

}  // namespace analyze
