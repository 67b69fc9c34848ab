// The options that all analysing commands share, each declared once, and the style of the output.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/settings.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

#include "analyze/analysis/word_forms.hpp"
#include "analyze/base/error.hpp"
#include "analyze/commands/options.hpp"

namespace analyze {
namespace {

void declare_inputs(OptionList& options, InputOptions& input) {
    options.operands("FILE", input.paths);
    options.group("Input");
    options.list("--include", "GLOB", input.include,
                 "of the files in a directory, read only those that match (repeatable)");
    options.list("--exclude", "GLOB", input.exclude,
                 "of the files in a directory, leave out those that match (repeatable)");
    options.text("--files-from", "LIST", input.files_from,
                 "also read the files named in LIST, one a line (-: standard input)");
    options.text("--files0-from", "LIST", input.files0_from,
                 "the same, the names ended by NUL bytes, as find -print0 writes them");
    options.text("--encoding", "NAME", input.decode.encoding,
                 "read the text in this encoding instead of finding it out");
    options.choice("--invalid", "WHAT", input.decode.invalid,
                   {{"replace", InvalidPolicy::replace}, {"error", InvalidPolicy::error}},
                   "bytes that are no text in the encoding: replace and count them, or refuse");
    options.choice("--binary", "WHAT", input.decode.binary,
                   {{"refuse", BinaryPolicy::refuse}, {"text", BinaryPolicy::text}},
                   "files that do not look like text: refuse them, or read them as text");
}

Option& declare_format(OptionList& options, OutputOptions& output) {
    options.group("Output");
    Option& option =
        options.add("-f,--format", "FORMAT", "text for people, the others for programs");
    for (const std::string_view name : format_names()) option.choices.emplace_back(name);
    option.fallback = name_of(output.format);
    option.store = [&output](const std::string& given) {
        output.format = format_named(given).value_or(output.format);
    };
    return option;
}

void declare_output(OptionList& options, OutputOptions& output) {
    Option& path = options.add("-o,--output", "FILE",
                               "write to FILE, which is replaced only when all is written "
                               "(-: standard output)");
    path.store = [&output](const std::string& given) {
        if (given.empty()) throw Error(Fault::usage, "-o takes the name of a file, not ''");
        output.path = given == "-" ? "" : given;
    };
    options.choice(
        "--color,--colour", "WHEN", output.colour,
        {{"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}},
        "colours in text output");
    options.flag(
        "--ascii", output.ascii,
        "draw bars, plots and rules of text output in ASCII (on a terminal that is dumb or "
        "has no UTF-8: always)");
    options.flag("--bom", output.bom, "begin CSV and TSV with a byte order mark, for spreadsheets");
    options.flag("-q,--quiet", output.quiet, "no warnings and no progress bar, only failures");
}

void declare_run(OptionList& options, Settings& settings) {
    options.group("Run");
    options.number("-j,--jobs", "N", settings.jobs, 0, 1024, "threads; 0: one for each CPU");
    options.text("--data", "DIR", settings.data,
                 "look here first for word lists and models (then in $ANALYZE_DATA)");
}

}  // namespace

Option& declare_settings(OptionList& options, Settings& settings) {
    declare_inputs(options, settings.input);
    Option& format = declare_format(options, settings.output);
    declare_output(options, settings.output);
    declare_run(options, settings);
    return format;
}

void declare_offsets(OptionList& options, OutputOptions& output) {
    options.group("Output");
    options.choice("--offsets", "UNIT", output.offsets,
                   {{"bytes", OffsetUnit::bytes},
                    {"codepoints", OffsetUnit::codepoints},
                    {"utf16", OffsetUnit::utf16}},
                   "the unit of offsets into the file");
}

void declare_words(OptionList& options, WordDefinition& definition) {
    options.group("What is a word");
    options.choice("--tokens", "RULE", definition.tokens,
                   {{"uax29", WordPreset::uax29},
                    {"letters", WordPreset::letters},
                    {"whitespace", WordPreset::whitespace}},
                   "words by Unicode's rules, runs of letters, or what stands between blanks");
    options.choice("--hyphens", "WHAT", definition.hyphens,
                   {{"split", Hyphens::split}, {"join", Hyphens::join}},
                   "whether well-known is two words or one");
    options.choice("--possessives", "WHAT", definition.possessives,
                   {{"strip", Possessives::strip}, {"keep", Possessives::keep}},
                   "the English 's and s' at the end of a word");
    options.choice("--case", "WHAT", definition.letter_case,
                   {{"fold", Case::fold}, {"keep", Case::keep}},
                   "whether The and the are one word");
    options
        .add("--stem", "LANG",
             "count the forms of a word as its stem, by Snowball: english, german and others, or "
             "en, de")
        .store = [&definition](const std::string& given) {
        FormRules rules = form_rules(definition.forms);
        rules.stem = given == "none" ? std::string() : stemmer_named(given);
        if (rules.stem.empty() && given != "none") {
            std::string names;
            for (const std::string& name : stemmer_names()) names += name + ", ";
            throw Error(Fault::usage, "--stem: no stemmer is called '" + given +
                                          "'; LANG is one of " + names + "or none");
        }
        definition.forms = forms_number(rules);
    };
    options
        .add("--lemmas", "FILE",
             "count the forms of a word as its lemma: a list of 'form TAB lemma', one a line")
        .store = [&definition](const std::string& given) {
        FormRules rules = form_rules(definition.forms);
        rules.lemmas = given;
        definition.forms = forms_number(rules);
    };
}

Style style_for(const OutputOptions& output) {
    const bool terminal = output.path.empty() && ::isatty(STDOUT_FILENO) == 1;
    const auto environment = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string_view(value == nullptr ? "" : value);
    };
    Style style;
    style.bom = output.bom;
    style.colour = output.colour == Colour::always ||
                   (output.colour == Colour::automatic && terminal &&
                    environment("NO_COLOR").empty() && environment("TERM") != "dumb");
    // the locale of characters, as setlocale would choose it; none at all says nothing
    std::string_view locale;
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"})
        if (locale.empty()) locale = environment(name);
    const auto names = [&](std::string_view charset) {
        return locale.find(charset) != std::string_view::npos;
    };
    const bool utf8 =
        locale.empty() || names("UTF-8") || names("utf8") || names("UTF8") || names("utf-8");
    style.unicode = !output.ascii && !(terminal && (environment("TERM") == "dumb" || !utf8));
    winsize size{};
    int width = 0;
    const std::string_view columns = environment("COLUMNS");
    std::from_chars(columns.data(), columns.data() + columns.size(), width);
    if (width <= 0 && terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    if (width > 0) style.width = width;
    return style;
}

std::string_view name_of(OffsetUnit unit) {
    switch (unit) {
        case OffsetUnit::bytes:
            return "bytes";
        case OffsetUnit::codepoints:
            return "codepoints";
        case OffsetUnit::utf16:
            return "utf16";
    }
    return {};
}

}  // namespace analyze
