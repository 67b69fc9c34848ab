// `analyze sections`: title, headings, paragraphs and other blocks, and metadata.
// SPDX-License-Identifier: Apache-2.0
#include "actions.hpp"
#include "analyze/commands/options.hpp"
#include "analyze/resources/resource.hpp"
#include "document_view.hpp"
#include "scratch_pool.hpp"

namespace analyze {
namespace {

class Sections final : public Action {
public:
    void declare(OptionList& options) override {
        options.group("Sections");
        options.flag("--outline", outline_, "the headings as a tree, with the words under each");
        declare_inputs(options, settings_.input);
        declare_format(options, settings_.output);
        declare_output(options, settings_.output);
        declare_offsets(options, settings_.output);
        declare_run(options, settings_);
    }

    int run() override {
        set_data_folder(settings_.data);
        Batch batch(settings_, blank());
        batch.each([&](const std::string& path, Warnings& warnings) {
            const auto tokenizer = pool_.borrow();
            const Document document =
                open_document(path, settings_.input.decode, *tokenizer, warnings);
            const Outline outline = read_outline(document);
            Result result = blank();
            result.file = document.source().name();
            result.parts.insert(result.parts.begin(), {input_group(document.source().info(),
                                                                   document.source().file_size()),
                                                       meta_group(document, outline, false)});
            Table& table = std::get<Table>(result.parts.back());
            if (outline_)
                list_sections(document, outline, table);
            else
                list_blocks(document, outline, table);
            return result;
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
        const Column start{.name = "start", .align = Align::right},
            end{.name = "end", .align = Align::right},
            parent{.name = "parent", .align = Align::right, .show = Show::machine_only},
            words{.name = "words", .align = Align::right};
        Table table{.nest_by = "parent"};
        if (outline_) {
            Column quiet_start = start, quiet_end = end;
            quiet_start.show = quiet_end.show = Show::machine_only;
            table.name = "sections";
            table.columns = {{.name = "heading", .draw = Column::Draw::strong},
                             {.name = "number", .show = Show::machine_only},
                             {.name = "level", .align = Align::right, .show = Show::machine_only},
                             quiet_start,
                             quiet_end,
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
        }
        result.parts.emplace_back(std::move(table));
        return result;
    }

    /// Every block; its parent is the block of the heading that it stands under.
    void list_blocks(const Document& document, const Outline& outline, Table& table) const {
        OffsetCounter offsets(document.source(), settings_.output.offsets);
        const auto& blocks = document.blocks();
        std::uint32_t section = 0;
        for (std::uint32_t b = 0; b < blocks.size(); ++b) {
            const Block& block = blocks[b];
            while (section + 1 < outline.sections.size() &&
                   outline.sections[section + 1].first_block <= b)
                ++section;
            const bool named = block.kind == BlockKind::title || block.kind == BlockKind::heading;
            const std::uint64_t begin = offsets.at(block.span.begin);
            // People see that a paragraph has no level; programs get a number in every row.
            const bool level = block.level > 0 || settings_.output.format != Format::text;
            table.rows.push_back(
                {std::string(name_of(block.kind)), level ? number(block.level) : Value(),
                 number(begin), number(offsets.at(block.span.end)),
                 parent_block(outline, section, b), number(words_in(document, block.span)),
                 named ? Value(one_line(document.text(block.span))) : Value(),
                 one_line(beginning(document.text(block.span)))});
        }
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

    void list_sections(const Document& document, const Outline& outline, Table& table) const {
        OffsetCounter offsets(document.source(), settings_.output.offsets);
        const std::vector<std::string> numbers = section_numbers(outline);
        const bool own_numbers = headings_are_numbered(document, outline);
        table.indent = section_depths(outline);
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
            table.rows.push_back(
                {heading.empty() ? Value() : Value(heading),
                 numbers[i].empty() ? Value() : Value(numbers[i]), number(section.level),
                 number(begin), number(offsets.at(range.end)),
                 section.parent < 0 ? Value() : Value(std::int64_t{section.parent}),
                 number(words_in(document, range))});
        }
    }

    Settings settings_;
    bool outline_ = false;
    ScratchPool<Tokenizer> pool_;
};

}  // namespace

std::unique_ptr<Action> make_sections() {
    return std::make_unique<Sections>();
}

}  // namespace analyze
