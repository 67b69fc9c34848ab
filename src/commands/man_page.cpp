// Man pages in man(7) source, from the same lists as the help.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "analyze/base/ascii.hpp"
#include "analyze/commands/manual.hpp"
#include "option_text.hpp"

namespace analyze {
namespace {

/// A text that roff shows as it stands: hyphens that can be pasted, plain quotes, no escapes.
std::string escaped(std::string_view text) {
    std::string out;
    if (!text.empty() && (text.front() == '.' || text.front() == '\'')) out += "\\&";
    for (const char c : text) {
        switch (c) {
            case '\\':
                out += "\\(rs";
                break;
            case '-':
                out += "\\-";
                break;
            case '\'':
                out += "\\(aq";
                break;
            case '`':
                out += "\\(ga";
                break;
            case '^':
                out += "\\(ha";
                break;
            case '~':
                out += "\\(ti";
                break;
            case '"':
                out += "\\(dq";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string bold(std::string_view text) {
    return "\\fB" + escaped(text) + "\\fR";
}
std::string italic(std::string_view text) {
    return "\\fI" + escaped(text) + "\\fR";
}

std::string title_of(const Page& page) {
    return page.name.empty() ? "analyze" : "analyze-" + page.name;
}

std::string upper(std::string text) {
    for (char& c : text) c = ascii::upper(c);
    return text;
}

/// The words of a paragraph; a line may begin with what roff would take for a request.
void append_paragraph(std::string& out, std::string_view text) {
    for (const std::string_view line : lines_of(text)) out += escaped(line) + '\n';
}

void append_sample(std::string& out, std::string_view text) {
    out += ".RS 4\n.nf\n";
    append_paragraph(out, text);
    out += ".fi\n.RE\n";
}

void append_term(std::string& out, const std::string& term, std::string_view meaning) {
    out += ".TP\n" + term + '\n';
    append_paragraph(out, meaning);
}

void append_options(std::string& out, const Page& page) {
    out += ".SH OPTIONS\n";
    for (const OptionGroup& group : groups_of(page)) {
        out += ".SS " + escaped(group.name) + '\n';
        for (const Option& option : group.options) {
            std::string term;
            for (const std::string_view name : names_of(option))
                term += (term.empty() ? "" : ", ") + bold(name);
            if (!option.value.empty()) term += ' ' + italic(option.value);
            append_term(out, term, sentence(explained(option)));
        }
    }
}

void append_meanings(std::string& out, const char* title, const std::vector<Meaning>& meanings) {
    out += fmt::format(".SH {}\n", title);
    for (const Meaning& meaning : meanings)
        append_term(out, bold(meaning.name), sentence(std::string(meaning.text)));
}

void append_see_also(std::string& out, const Page& page, std::span<const Page> commands) {
    std::string list;
    const auto add = [&](const std::string& title) {
        list += fmt::format("{}{}(1)", list.empty() ? "" : ",\n", bold(title));
    };
    if (!page.name.empty()) add("analyze");
    for (const Page& command : commands)
        if (command.name != page.name) add(title_of(command));
    if (!list.empty()) out += ".SH SEE ALSO\n" + list + '\n';
}

}  // namespace

std::string man_page(const Page& page, std::span<const Page> commands) {
    const std::string title = title_of(page);
    std::string out = fmt::format(".TH {} 1 \"\" \"analyze {}\" \"User Commands\"\n",
                                  escaped(upper(title)), ANALYZE_VERSION);
    out += ".nh\n.ad l\n";
    out += fmt::format(".SH NAME\n{} \\- {}\n", escaped(title), escaped(page.summary));
    out += ".SH SYNOPSIS\n";
    bool first = true;
    for (const std::string& usage : usage_of(page, "...")) {
        if (!first) out += ".br\n";
        first = false;
        const std::size_t words = page.name.empty() ? 7 : 8 + page.name.size();
        out += bold(usage.substr(0, words)) + escaped(usage.substr(words)) + '\n';
    }
    if (!page.alias.empty())
        out += fmt::format(".br\nAlso: {}\n", bold(fmt::format("analyze {}", page.alias)));
    out += ".SH DESCRIPTION\n";
    if (page.description.empty()) append_paragraph(out, sentence(page.summary));
    first = true;
    for (const std::string_view paragraph : paragraphs_of(page.description)) {
        if (!first) out += ".PP\n";
        first = false;
        if (is_sample(paragraph))
            append_sample(out, paragraph);
        else
            append_paragraph(out, paragraph);
    }
    if (page.name.empty()) {
        out += ".SH COMMANDS\n";
        for (const Page& command : commands)
            append_term(
                out, bold(command.name) + (command.alias.empty() ? "" : ", " + bold(command.alias)),
                sentence(command.summary));
    }
    append_options(out, page);
    if (!page.examples.empty()) out += ".SH EXAMPLES\n";
    for (const Example& example : page.examples) {
        out += ".PP\n";
        append_paragraph(out, sentence(example.what));
        append_sample(out, example.line);
    }
    append_meanings(out, "EXIT STATUS", exit_statuses());
    append_meanings(out, "ENVIRONMENT", environment_variables());
    append_see_also(out, page, commands);
    return out;
}

}  // namespace analyze
