// Drafts: the lines of a text grouped by layout and marks, before it is decided what each group is.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyze/text/blocks.hpp"
#include "analyze/text/layout.hpp"
#include "analyze/text/marks.hpp"
#include "analyze/text/numbering.hpp"

namespace analyze {

struct Draft {
    Block block;  ///< kind as far as the lines alone tell; prose is `paragraph`
    std::uint32_t first_line = 0, end_line = 0;  ///< lines [first, end)
    Mark mark = Mark::none;
    std::uint8_t mark_rank = 0;  ///< see MarkedLine; the character of an underline
    Numbering number;            ///< of the content
    std::uint32_t indent = 0;
    bool blank_before = false, blank_after = false;
    bool wide_gap = false;  ///< more than one blank line, or a page break, stands before it
    bool centred = false;   ///< one line, as far from the right edge as from the left
    bool inner = false;     ///< a heading inside of what blank lines divide
    bool rule = false;      ///< a line of nothing but punctuation: * * *
    Shape shape;            ///< of the content, for groups of up to 3 lines; else of its first line
};

/// Groups all lines. Front matter, fenced and indented code, tables, quotes, list items and marked
/// headings have their kind; the rest is prose. Linear.
[[nodiscard]] std::vector<Draft> group_lines(std::string_view text, const std::vector<Line>& lines,
                                             const Layout& layout);

// The steps that decide what the drafts are, in this order. Each is linear.

/// Makes titles and metadata of the lines in which the text says what it is; a metadata opening
/// glued to a paragraph becomes a draft of its own.
void mark_front(std::string_view text, std::vector<Draft>& drafts);
/// Makes one draft of the lines of a stanza.
void join_verse(std::string_view text, std::vector<Draft>& drafts);
/// Marks page headers, share and credit lines as boilerplate, and captions.
void mark_furniture(std::string_view text, std::vector<Draft>& drafts);
/// Notes what heads nothing in letters and mails (in_run): the lines above a salutation, the
/// salutation, a closing and the names below it.
void mark_correspondence(std::string_view text, std::vector<Draft>& drafts);
/// Notes which lines are a table of contents (in_run), and which it lists.
void mark_contents(std::string_view text, std::vector<Draft>& drafts);
/// Marks short blocks of their own whose sentence stands in a longer block again.
void mark_pull_quotes(std::string_view text, std::vector<Draft>& drafts);
/// Makes headings of short lines that have the same signs around them, whatever these are, and text
/// below each.
void believe_decorations(std::string_view text, const Layout& layout, std::vector<Draft>& drafts);
/// Makes headings of numbered lines whose sequence holds and has text between its members.
void believe_numbers(const Layout& layout, std::vector<Draft>& drafts);
/// Makes a title of the first line that has the form of one, unless a label or mark named it; what
/// stands above it is furniture.
void find_title(std::string_view text, const Layout& layout, std::vector<Draft>& drafts);
/// Writes down the cues of all drafts; returns the indices of those that could be headings though
/// neither mark nor number says so, in order.
[[nodiscard]] std::vector<std::size_t> find_candidates(std::string_view text, const Layout& layout,
                                                       std::vector<Draft>& drafts);
/// Notes which candidates (find_candidates, with their cues) head nothing: speakers by turns (repeated), terms that are
/// defined and remarks (in_run), captions of pictures that are gone (caption_words).
void mark_non_headings(std::string_view text, const std::vector<std::size_t>& candidates,
                       std::vector<Draft>& drafts);
/// Collects the cues of all that could be headings, decides form by form; title and levels with it.
void decide_headings(std::string_view text, const Layout& layout, std::vector<Draft>& drafts);
/// Levels: numbers and marks rank by their depth, or by order of first use; lines without a number
/// stand below those with one, inner ones below those that are set off; capitals stand above the
/// rest where both are in use; everything else is level 1.
void rank_headings(std::vector<Draft>& drafts);

/// "Advertisement", "Share this article", "Read more: …", "(Reporting by …)", "5 min read",
/// "Page 2 of 14".
[[nodiscard]] bool is_boilerplate_line(std::string_view line);
/// Words of a line whose title case is no chance.
inline constexpr std::uint32_t kTitledWords = 6;
/// Up to three words, all with capitals.
[[nodiscard]] bool is_name(const Draft& draft);
/// Draft `d` stands right behind a bare "CHAPTER VII.": "In Which We Lose a Mule".
[[nodiscard]] bool names_part(const std::vector<Draft>& drafts, std::size_t d);
/// Text that a heading could stand above.
[[nodiscard]] bool is_body(const Draft& draft);

}  // namespace analyze
