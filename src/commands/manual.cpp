// The help texts: short and long, fitted to the terminal.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/manual.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyze/base/display_width.hpp"
#include "analyze/report/text_line.hpp"
#include "option_text.hpp"

namespace analyze {
namespace {

constexpr int kReadable = 100;  ///< longer lines are hard to read
constexpr std::size_t kMargin = 2;
constexpr std::size_t kWidestTerm = 26;  ///< a longer one has its meaning in the next line

using Rows = std::vector<std::pair<std::string, std::string>>;

std::size_t widest_term(const Rows& rows) {
    std::size_t widest = 0;
    for (const auto& [term, meaning] : rows)
        if (display_width(term) <= kWidestTerm) widest = std::max(widest, display_width(term));
    return widest;
}

/// Builds a help text piece by piece.
class HelpText {
public:
    explicit HelpText(const Style& style) : style_(style), line_(style_) {
        style_.width = style.width <= 0 ? 80 : std::min(style.width, kReadable);
    }

    void title(std::string_view text) {
        blank();
        line_.add(text, kBold);
        line_.end(out_);
    }

    void paragraph(std::string_view text, std::size_t margin, Paint paint = kPlain) {
        std::string joined(text);
        std::replace(joined.begin(), joined.end(), '\n', ' ');
        for (const std::string_view part : wrapped(joined, room_after(margin)))
            at(margin, part, paint);
    }

    void at(std::size_t margin, std::string_view text, Paint paint = kPlain) {
        line_.move_to(margin);
        line_.add(text, paint);
        line_.end(out_);
    }

    /// A blank line, except at the beginning.
    void blank() {
        if (!out_.empty()) out_ += '\n';
    }

    /// Terms and their meanings in two columns, the first one `width` wide.
    void list(const Rows& rows, std::size_t width) {
        const std::size_t start = kMargin + width + 2;
        for (const auto& [term, meaning] : rows) {
            line_.move_to(kMargin);
            line_.add(term, kBold);
            if (display_width(term) > width) line_.end(out_);
            for (const std::string_view part : wrapped(meaning, room_after(start))) at(start, part);
        }
    }
    void list(const Rows& rows) { list(rows, widest_term(rows)); }

    std::string take() { return std::move(out_); }

private:
    std::size_t room_after(std::size_t start) const {
        return std::max(static_cast<std::size_t>(style_.width), start + 1) - start;
    }

    std::string out_;
    Style style_;
    TextLine line_;
};

std::string term_of(const Option& option) {
    const bool has_short = option.names.size() < 2 || option.names[1] != '-';
    return fmt::format("{}{}{}{}", has_short ? "" : "    ", fmt::join(names_of(option), ", "),
                       option.value.empty() ? "" : " ", option.value);
}

void append_examples(HelpText& help, const Page& page) {
    if (page.examples.empty()) return;
    help.title("Examples");
    for (const Example& example : page.examples) {
        help.paragraph(example.what + ":", kMargin);
        help.at(2 * kMargin + 2, example.line, kBold);
    }
}

void append_commands(HelpText& help, std::span<const Page> commands) {
    help.title("Commands");
    Rows rows;
    for (const Page& command : commands)
        rows.emplace_back(
            command.alias.empty() ? command.name : command.name + ", " + command.alias,
            command.summary);
    help.list(rows);
}

void append_options(HelpText& help, const Page& page) {
    const std::vector<OptionGroup> groups = groups_of(page);
    std::vector<Rows> lists;
    std::size_t widest = 0;
    for (const OptionGroup& group : groups) {
        Rows& rows = lists.emplace_back();
        for (const Option& option : group.options)
            rows.emplace_back(term_of(option), explained(option));
        widest = std::max(widest, widest_term(rows));
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        help.title(groups[i].name);
        help.list(lists[i], widest);
    }
}

void append_meanings(HelpText& help, std::string_view title, const std::vector<Meaning>& meanings) {
    help.title(title);
    Rows rows;
    for (const Meaning& meaning : meanings) rows.emplace_back(meaning.name, meaning.text);
    help.list(rows);
}

/// What a command has for itself, and the format; the rest is the same everywhere.
bool belongs_in_brief(const OptionGroup& group, const Option& option) {
    constexpr std::array<std::string_view, 5> kShared = {"What is a word", "Input", "Output", "Run",
                                                         "Help"};
    return option.value == "FORMAT" ||
           std::find(kShared.begin(), kShared.end(), group.name) == kShared.end();
}

/// The help up to the first colon or semicolon; the choices where they are all that there is to say.
std::string brief(const Option& option) {
    if (option.value == "FORMAT") return fmt::format("{}", fmt::join(option.choices, ", "));
    return option.help.substr(0, std::min(option.help.find(": "), option.help.find("; ")));
}

void append_head(HelpText& help, const Page& page, const Style& style) {
    help.paragraph(sentence(page.summary), 0);
    help.title("Usage");
    for (const std::string& usage : usage_of(page, style.unicode ? "…" : "..."))
        help.at(kMargin, usage);
}

}  // namespace

std::string short_help(const Page& page, std::span<const Page> commands, const Style& style) {
    HelpText help(style);
    append_head(help, page, style);
    if (page.name.empty()) {
        append_commands(help, commands);
        help.blank();
        help.paragraph("analyze COMMAND -h tells of one command; --help shows all.", 0);
        return help.take();
    }
    Rows rows;
    for (const OptionGroup& group : groups_of(page))
        for (const Option& option : group.options)
            if (belongs_in_brief(group, option)) rows.emplace_back(term_of(option), brief(option));
    if (!rows.empty()) {
        help.title("Options");
        help.list(rows);
    }
    help.blank();
    help.paragraph(fmt::format("analyze {} --help shows all.", page.name), 0);
    return help.take();
}

std::string long_help(const Page& page, std::span<const Page> commands, const Style& style) {
    HelpText help(style);
    append_head(help, page, style);
    append_examples(help, page);
    if (!page.description.empty()) help.title("Description");
    bool first = true;
    for (const std::string_view paragraph : paragraphs_of(page.description)) {
        if (!first) help.blank();
        first = false;
        if (is_sample(paragraph))
            for (const std::string_view line : lines_of(paragraph)) help.at(kMargin, line);
        else
            help.paragraph(paragraph, kMargin);
    }
    if (page.name.empty()) append_commands(help, commands);
    append_options(help, page);
    append_meanings(help, "Exit status", exit_statuses());
    append_meanings(help, "Environment", environment_variables());
    return help.take();
}

}  // namespace analyze
