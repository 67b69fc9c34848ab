// Blocks: the lines of a text grouped into paragraphs, list items, headings and the like.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/text/blocks.hpp"

#include <array>

#include "analyze/text/drafts.hpp"

namespace analyze {

std::string_view name_of(BlockKind kind) {
    constexpr std::array<std::string_view, 12> kNames{
        "title", "heading", "paragraph", "list_item", "quote",     "metadata",
        "code",  "table",   "verse",     "caption",   "pullquote", "boilerplate"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Cue cue) {
    switch (cue) {
        case Cue::none:
            return "nothing";
        case Cue::marked:
            return "heading mark";
        case Cue::numbered:
            return "number in sequence";
        case Cue::blank_before:
            return "blank line before";
        case Cue::blank_after:
            return "blank line after";
        case Cue::short_line:
            return "short";
        case Cue::no_stop:
            return "no stop at the end";
        case Cue::capital_start:
            return "capital at the start";
        case Cue::all_caps:
            return "all capitals";
        case Cue::title_case:
            return "title case";
        case Cue::has_body:
            return "text follows";
        case Cue::outdented:
            return "left of the body";
        case Cue::listed:
            return "in the contents";
        case Cue::named:
            return "name of a section";
        case Cue::final_stop:
            return "stop at the end";
        case Cue::quoted:
            return "in quotation marks";
        case Cue::question:
            return "question mark at the end";
        case Cue::final_colon:
            return "colon at the end";
        case Cue::lower_start:
            return "small letter at the start";
        case Cue::sentence_like:
            return "reads as a sentence";
        case Cue::no_body:
            return "no text follows";
        case Cue::in_run:
            return "one of a run of short lines";
        case Cue::repeated:
            return "repeated in the text";
        case Cue::caption_words:
            return "words of a caption";
    }
    return "";
}

std::vector<Block> find_blocks(std::string_view text) {
    std::vector<Line> lines = split_lines(text);
    const Layout layout = read_layout(text, lines);
    std::vector<Draft> drafts = group_lines(text, lines, layout);
    std::vector<Line>().swap(lines);  // a million short lines are worth it
    mark_front(text, drafts);
    join_verse(text, drafts);
    mark_furniture(text, drafts);
    mark_correspondence(text, drafts);
    mark_contents(text, drafts);
    mark_pull_quotes(text, drafts);
    believe_decorations(text, layout, drafts);
    believe_numbers(layout, drafts);
    decide_headings(text, layout, drafts);
    std::vector<Block> blocks;
    blocks.reserve(drafts.size());
    for (const Draft& draft : drafts) blocks.push_back(draft.block);
    return blocks;
}

}  // namespace analyze
