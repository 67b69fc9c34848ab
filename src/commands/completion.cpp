// Completion scripts for bash, zsh and fish, from the same lists as the help.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <vector>

#include "analyze/commands/manual.hpp"
#include "option_text.hpp"

namespace analyze {
namespace {

std::vector<Option> options_of(const Page& page) {
    std::vector<Option> all;
    for (const OptionGroup& group : groups_of(page))
        all.insert(all.end(), group.options.begin(), group.options.end());
    return all;
}

bool takes_files(const Page& page) {
    return page.options != nullptr && !page.options->operand_name().empty();
}

std::string names_joined(const Page& page, std::string_view separator) {
    return page.alias.empty() ? page.name : fmt::format("{}{}{}", page.name, separator, page.alias);
}

/// A word in single quotes, for bash and zsh.
std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) c == '\'' ? out += "'\\''" : out += c;
    return out + '\'';
}

// ---- bash

void append_bash_command(std::string& out, const Page& page) {
    std::string names;
    std::string values;
    for (const Option& option : options_of(page)) {
        for (const std::string_view name : names_of(option))
            names += fmt::format("{}{}", names.empty() ? "" : " ", name);
        if (option.value.empty()) continue;
        values += fmt::format("                {}) ", fmt::join(names_of(option), "|"));
        switch (completes(option)) {
            case Completes::choices:
                values += fmt::format("words={}; kind=words ;;\n",
                                      quoted(fmt::format("{}", fmt::join(option.choices, " "))));
                break;
            case Completes::files:
                values += "kind=files ;;\n";
                break;
            case Completes::directories:
                values += "kind=directories ;;\n";
                break;
            case Completes::nothing:
                values += "kind=nothing ;;\n";
                break;
        }
    }
    out += fmt::format(
        "        {})\n"
        "            options={}\n"
        "            operands={}\n"
        "            case $previous in\n{}"
        "            esac ;;\n",
        page.name.empty() ? "*" : names_joined(page, "|"), quoted(names),
        takes_files(page) ? "files" : "nothing", values);
}

std::string bash(const Page& program, std::span<const Page> commands) {
    std::string names;
    std::string cases;
    for (const Page& page : commands) {
        names += fmt::format("{}{}", names.empty() ? "" : " ", names_joined(page, " "));
        append_bash_command(cases, page);
    }
    append_bash_command(cases, program);
    return "# Completions of analyze for bash; made by `analyze completions bash`.\n"
           "_analyze() {\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    local kind='' words='' options='' operands=''\n"
           "    # --format=csv comes as three words\n"
           "    if [[ $current == = ]]; then\n"
           "        current=''\n"
           "    elif [[ $previous == = ]]; then\n"
           "        previous=${COMP_WORDS[COMP_CWORD-2]}\n"
           "    fi\n"
           "    local command=''\n"
           "    ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}\n"
           "    case $command in\n" +
           cases +
           "    esac\n"
           "    compopt +o default 2>/dev/null\n"
           "    COMPREPLY=()\n"
           "    if [[ -z $kind && $current == -* ]]; then\n"
           "        kind=words words=$options\n"
           "    elif [[ -z $kind ]]; then\n"
           "        kind=$operands\n"
           "        ((COMP_CWORD == 1)) && mapfile -t COMPREPLY < <(compgen -W " +
           quoted(names) +
           " -- \"$current\")\n"
           "    fi\n"
           "    local more=()\n"
           "    case $kind in\n"
           "        words) mapfile -t more < <(compgen -W \"$words\" -- \"$current\") ;;\n"
           "        files) mapfile -t more < <(compgen -f -- \"$current\")\n"
           "            compopt -o filenames 2>/dev/null ;;\n"
           "        directories) mapfile -t more < <(compgen -d -- \"$current\")\n"
           "            compopt -o filenames 2>/dev/null ;;\n"
           "    esac\n"
           "    COMPREPLY+=(\"${more[@]}\")\n"
           "}\n"
           "complete -F _analyze analyze\n";
}

// ---- zsh

/// Inside a specification of _arguments, brackets and colons have a meaning.
std::string zsh_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

void append_zsh_command(std::string& out, const Page& page) {
    out += fmt::format("_analyze_{}() {{\n    _arguments -s -S",
                       page.name.empty() ? "program" : page.name);
    for (const Option& option : options_of(page)) {
        const auto names = names_of(option);
        std::string value;
        if (!option.value.empty()) {
            value = fmt::format(":{}:", zsh_text(option.value));
            switch (completes(option)) {
                case Completes::choices:
                    value += fmt::format("({})", fmt::join(option.choices, " "));
                    break;
                case Completes::files:
                    value += "_files";
                    break;
                case Completes::directories:
                    value += "_files -/";
                    break;
                case Completes::nothing:
                    value += " ";
                    break;
            }
        }
        const std::string before =
            option.repeats ? "*" : fmt::format("({})", fmt::join(names, " "));
        for (const std::string_view name : names) {
            // -fVALUE and -f VALUE; --format=VALUE and --format VALUE
            const char* takes = option.value.empty() ? "" : name.substr(0, 2) == "--" ? "=" : "+";
            out += " \\\n        " + quoted(fmt::format("{}{}{}[{}]{}", before, name, takes,
                                                        zsh_text(option.help), value));
        }
    }
    if (takes_files(page)) out += " \\\n        '*:file:_files'";
    out += "\n}\n";
}

std::string zsh(const Page& program, std::span<const Page> commands) {
    std::string out =
        "#compdef analyze\n# Completions of analyze for zsh; made by `analyze completions zsh`.\n";
    std::string list;
    std::string cases;
    for (const Page& page : commands) {
        append_zsh_command(out, page);
        list += "        " + quoted(zsh_text(page.name) + ':' + page.summary) + '\n';
        cases += fmt::format("            {}) shift words; ((CURRENT--)); _analyze_{}; return ;;\n",
                             names_joined(page, "|"), page.name);
    }
    append_zsh_command(out, program);
    return out +
           "_analyze() {\n"
           "    local -a commands=(\n" +
           list +
           "    )\n"
           "    if ((CURRENT > 2)); then\n"
           "        case ${words[2]} in\n" +
           cases +
           "        esac\n"
           "    elif [[ ${words[2]} != -* ]]; then\n"
           "        _describe -t commands command commands\n"
           "    fi\n"
           "    _analyze_program\n"
           "}\n"
           "if [[ ${funcstack[1]} == _analyze ]]; then\n"
           "    _analyze \"$@\"\n"
           "else\n"
           "    compdef _analyze analyze\n"
           "fi\n";
}

// ---- fish

std::string fish_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + '\'';
}

void append_fish_command(std::string& out, const Page& page) {
    const std::string condition = page.name.empty()
                                      ? "test -z (__analyze_command)"
                                      : fmt::format("test (__analyze_command) = {}", page.name);
    for (const Option& option : options_of(page)) {
        out += fmt::format("complete -c analyze -n {}", fish_quoted(condition));
        for (const std::string_view name : names_of(option))
            out += name.substr(0, 2) == "--" ? fmt::format(" -l {}", name.substr(2))
                                             : fmt::format(" -s {}", name.substr(1));
        if (!option.value.empty()) {
            switch (completes(option)) {
                case Completes::choices:
                    out +=
                        fmt::format(" -x -a {}",
                                    fish_quoted(fmt::format("{}", fmt::join(option.choices, " "))));
                    break;
                case Completes::files:
                    out += " -r -F";
                    break;
                case Completes::directories:
                    out += " -x -a '(__fish_complete_directories)'";
                    break;
                case Completes::nothing:
                    out += " -x";
                    break;
            }
        }
        out += fmt::format(" -d {}\n", fish_quoted(option.help));
    }
    if (!takes_files(page))
        out += fmt::format("complete -c analyze -n {} -f\n", fish_quoted(condition));
}

std::string fish(const Page& program, std::span<const Page> commands) {
    std::string cases;
    std::string out;
    for (const Page& page : commands) {
        cases += fmt::format("        case {}\n            echo {}\n", names_joined(page, " "),
                             page.name);
        out += fmt::format(
            "complete -c analyze -n 'test (count (commandline -opc)) -eq 1' -a {} -d {}\n",
            page.name, fish_quoted(page.summary));
        append_fish_command(out, page);
    }
    append_fish_command(out, program);
    return "# Completions of analyze for fish; made by `analyze completions fish`.\n"
           "# The command of the line so far; an empty line: none.\n"
           "function __analyze_command\n"
           "    set -l line (commandline -opc)\n"
           "    switch \"$line[2]\"\n" +
           cases +
           "        case '*'\n"
           "            echo ''\n"
           "    end\n"
           "end\n" +
           out;
}

}  // namespace

std::optional<Shell> shell_named(std::string_view name) {
    if (name == "bash") return Shell::bash;
    if (name == "zsh") return Shell::zsh;
    if (name == "fish") return Shell::fish;
    return std::nullopt;
}

std::string completion(Shell shell, const Page& program, std::span<const Page> commands) {
    switch (shell) {
        case Shell::bash:
            return bash(program, commands);
        case Shell::zsh:
            return zsh(program, commands);
        case Shell::fish:
            return fish(program, commands);
    }
    return {};
}

}  // namespace analyze
