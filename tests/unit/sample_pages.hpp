// A small program's pages for the tests of manuals: with what roff and the shells could stumble over.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "analyze/commands/manual.hpp"
#include "analyze/commands/options.hpp"

namespace analyze {

/// A program of two commands whose texts hold what roff and the shells could stumble over.
struct SamplePages {
    std::vector<std::string> files, globs;
    bool flag = false;
    int format = 0;
    std::uint64_t top = 50;
    std::string folder, output, pattern;
    OptionList words, check;
    Page program, words_page;
    std::vector<Page> commands;

    SamplePages() {
        words.operands("FILE", files);
        words.group("Input");
        words.list("--include", "GLOB", globs, "only files that match; '*.txt' [quoted]: \"so\"");
        words.text("--data", "DIR", folder, "a folder `like this` or ~/that\\one");
        words.group("Output");
        words.choice("-f,--format", "FORMAT", format, {{"text", 0}, {"json", 1}},
                     "text for people, the other for programs");
        words.text("-o,--output", "FILE", output, "write to FILE (it's replaced at the end)");
        words.number("--top", "N", top, 0, 1000, ".5 or 'nothing': show the N most frequent");
        words.text("--match", "REGEX", pattern, "only words that match $(REGEX), 100% of them");
        words.group("Input");
        words.flag("-z,--zero", flag, "back in the first group");
        check.flag("-s,--strict", flag, "without operands");
        words_page = {.name = "words",
                      .alias = "w",
                      .summary = "count words: how often each occurs",
                      .description =
                          "The first paragraph is\nlong enough to be wrapped where lines "
                          "are short, and it names -f.\n\n.A dot and 'a quote' begin "
                          "lines.\n\n  a sample    stays\n  \\as it is\n",
                      .examples = {{"the ten most frequent words", "analyze words --top 10 a.txt"},
                                   {"one that it's hard to quote", "find . -name '*.txt' | w"}},
                      .options = &words};
        program = {.summary = "Read texts", .options = &words};
        commands = {words_page, {.name = "check", .summary = "Check it", .options = &check}};
    }
};

inline std::vector<std::string> names_in(const OptionList& list) {
    std::vector<std::string> names = {"-h", "--help", "--version"};
    for (const Option& option : list.options())
        for (std::size_t at = 0; at < option.names.size();) {
            const std::size_t end = std::min(option.names.find(',', at), option.names.size());
            names.push_back(option.names.substr(at, end - at));
            at = end + 1;
        }
    return names;
}

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The option as a word of its own: -f is not found in --format.
inline bool lists(const std::string& text, const std::string& name) {
    for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; ++at) {
        const char before = at == 0 ? ' ' : text[at - 1];
        const char after = at + name.size() < text.size() ? text[at + name.size()] : ' ';
        if (before != '-' && after != '-' && std::isalnum(static_cast<unsigned char>(after)) == 0)
            return true;
    }
    return false;
}

/// What a command prints on both streams; `status` gets its exit status.
inline std::string output_of(const std::string& command, int& status) {
    std::FILE* pipe = ::popen(("exec 2>&1; " + command).c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string out;
    for (int c = 0; (c = std::fgetc(pipe)) != EOF;) out += static_cast<char>(c);
    status = ::pclose(pipe);
    return out;
}

inline bool installed(const std::string& program) {
    int status = 0;
    output_of("command -v " + program, status);
    if (status != 0) WARN(program + " is not installed: its check is left out");
    return status == 0;
}

/// A file that is gone at the end of its scope.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& content) {
        const int file = ::mkstemp(path_.data());
        REQUIRE(file >= 0);
        ::close(file);
        std::ofstream(path_) << content;
    }
    ~TemporaryFile() { std::remove(path_.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_ = "/tmp/analyze_manual_XXXXXX";
};

}  // namespace analyze
