// `analyze sections`: title, headings, paragraphs and other blocks, and metadata.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "actions.hpp"
#include "analyze/base/error.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/resources/resource.hpp"
#include "document_view.hpp"
#include "row_sink.hpp"
#include "scratch_pool.hpp"

namespace analyze {
namespace {

class Sections final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("Sections");
        options.flag("--outline", outline_, "the headings as a tree, with the words under each");
        options.flag("--explain", explain_,
                     "what speaks for and against each heading, and each line that came near");
        declare_settings(options, settings_);
        declare_offsets(options, settings_.output);
    }

    int run() override {
        if (outline_ && explain_)
            throw Error(Fault::usage, "--explain speaks of blocks: it does not go with --outline");
        set_data_folder(settings_.data);
        Batch batch(settings_, blank());
        const auto writer = make_writer(settings_.output.format, style_for(settings_.output));
        batch.each_result_stream(
            [&](const std::string& path, Warnings& warnings, const Batch::Emit& emit) {
                const auto tokenizer = pool_.borrow();
                const Document document =
                    open_document(path, settings_.input.decode, *tokenizer, warnings);
                const Outline outline = read_outline(document);
                Result result = blank();
                result.file = document.source().name();
                result.parts.insert(
                    result.parts.begin(),
                    {input_group(document.source().info(), document.source().file_size()),
                     definition_group(WordDefinition{}), meta_group(document, outline, false)});
                if (outline_) std::get<Table>(result.parts.back()).indent = section_depths(outline);
                RowSink sink(*writer, result, emit);
                if (outline_ ? list_sections(document, outline, sink)
                             : list_blocks(document, outline, sink))
                    sink.end();
            });
        return batch.finish();
    }

private:
    Result blank() const {
        Result result{.schema = outline_ ? "analyze.outline/1" : "analyze.sections/1",
                      .file = "-",
                      .main_table = outline_ ? "sections" : "blocks"};
        result.parts.emplace_back(
            Group{.fields = {{"offsets", std::string(name_of(settings_.output.offsets))}},
                  .show = Show::machine_only});
        // Cues need the room of the figures.
        const Show figures = outline_ || explain_ ? Show::machine_only : Show::everywhere;
        const Column start{.name = "start", .align = Align::right, .show = figures};
        const Column end{.name = "end", .align = Align::right, .show = figures};
        const Column parent{.name = "parent", .align = Align::right, .show = Show::machine_only};
        const Column words{.name = "words",
                           .align = Align::right,
                           .show = explain_ ? Show::machine_only : Show::everywhere};
        Table table{.nest_by = "parent"};
        if (outline_) {
            table.name = "sections";
            table.columns = {{.name = "heading", .draw = Column::Draw::strong},
                             {.name = "number", .show = Show::machine_only},
                             {.name = "level", .align = Align::right, .show = Show::machine_only},
                             start,
                             end,
                             parent,
                             words};
        } else {
            table.name = "blocks";
            table.columns = {{.name = "kind", .draw = Column::Draw::type},
                             {.name = "level", .align = Align::right},
                             start,
                             end,
                             parent,
                             words,
                             {.name = "heading", .show = Show::machine_only},
                             {.name = "text", .show = Show::text_only}};
            if (explain_) table.columns.push_back({.name = "cues", .wrap = true});
        }
        result.parts.emplace_back(std::move(table));
        return result;
    }

    /// Every block; its parent is the block of the heading that it stands under. False: the reader has
    /// gone; of list_sections() too.
    bool list_blocks(const Document& document, const Outline& outline, RowSink& sink) const {
        OffsetCounter offsets(document.source(), settings_.output.offsets);
        const auto& blocks = document.blocks();
        // People see that a paragraph has no level; programs get a number in every row.
        const bool text = settings_.output.format == Format::text;
        std::uint32_t section = 0;
        for (std::uint32_t b = 0; b < blocks.size(); ++b) {
            const Block& block = blocks[b];
            while (section + 1 < outline.sections.size() &&
                   outline.sections[section + 1].first_block <= b)
                ++section;
            const bool named = block.kind == BlockKind::title || block.kind == BlockKind::heading;
            const bool judged = named || is_near_miss(block);
            if (explain_ && text && !judged) continue;
            const std::uint64_t begin = offsets.at(block.span.begin);
            std::vector<Value> row{std::string(name_of(block.kind)),
                                   block.level > 0 || !text ? number(block.level) : Value(),
                                   number(begin),
                                   number(offsets.at(block.span.end)),
                                   parent_block(outline, section, b),
                                   number(words_in(document, block.span)),
                                   named ? Value(one_line(document.text(block.span))) : Value(),
                                   text ? one_line(beginning(document.text(block.span))) : ""};
            if (explain_) row.push_back(judged ? Value(cues_of(block)) : Value());
            if (!sink.add(std::move(row))) return false;
        }
        return true;
    }

    /// "short line, blank line before": in the order of the table of cues.
    static std::string cues_of(const Block& block) {
        std::string words;
        for (int bit = 0; bit < 32; ++bit) {
            const auto cue = static_cast<Cue>(std::uint32_t{1} << bit);
            if (!has(block.cues, cue)) continue;
            if (!words.empty()) words += ", ";
            words += name_of(cue);
        }
        return words;
    }

    static Value parent_block(const Outline& outline, std::uint32_t section, std::uint32_t block) {
        if (section == 0) return {};
        const Section& own = outline.sections[section];
        if (own.first_block != block) return number(own.first_block);
        if (own.parent <= 0) return {};
        return number(outline.sections[static_cast<std::size_t>(own.parent)].first_block);
    }

    /// Enough for any line of a table, cut between characters.
    static std::string_view beginning(std::string_view text) {
        std::size_t size = std::min<std::size_t>(text.size(), 1000);
        while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
            --size;
        return text.substr(0, size);
    }

    bool list_sections(const Document& document, const Outline& outline, RowSink& sink) const {
        OffsetCounter offsets(document.source(), settings_.output.offsets);
        const std::vector<std::string> numbers = section_numbers(outline);
        const bool own_numbers = headings_are_numbered(document, outline);
        const bool text = settings_.output.format == Format::text;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const Section& section = outline.sections[i];
            const Span range = section_range(document, section);
            std::string heading = one_line(document.text(section.heading));
            if (text && i == 0)
                heading = "(lead)";
            else if (text && !own_numbers)
                heading.insert(0, numbers[i] + "  ");
            const std::uint64_t begin = offsets.at(range.begin);
            if (!sink.add({heading.empty() ? Value() : Value(heading),
                           numbers[i].empty() ? Value() : Value(numbers[i]), number(section.level),
                           number(begin), number(offsets.at(range.end)),
                           section.parent < 0 ? Value() : Value(std::int64_t{section.parent}),
                           number(words_in(document, range))}))
                return false;
        }
        return true;
    }

    Settings settings_;
    bool outline_ = false, explain_ = false;
    ScratchPool<Tokenizer> pool_;
};

}  // namespace

std::unique_ptr<Action> make_sections() {
    return std::make_unique<Sections>();
}

}  // namespace analyze
