// Tests of the options that all analysing commands share, and of the style of the output.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/commands/settings.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "analyze/base/error.hpp"
#include "analyze/commands/options.hpp"

using namespace analyze;

namespace {

Settings read(const std::vector<std::string>& arguments) {
    OptionList list;
    Settings settings;
    declare_settings(list, settings);
    declare_offsets(list, settings.output);
    CHECK(parse(list, arguments, "sample") == Asked::run);
    return settings;
}

/// Sets an environment variable for a scope; null: not there.
class Variable {
public:
    Variable(const char* name, const char* value) : name_(name) {
        const char* before = std::getenv(name);
        had_ = before != nullptr;
        if (had_) before_ = before;
        value == nullptr ? ::unsetenv(name) : ::setenv(name, value, 1);
    }
    ~Variable() { had_ ? ::setenv(name_, before_.c_str(), 1) : ::unsetenv(name_); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* name_;
    bool had_ = false;
    std::string before_;
};

}  // namespace

TEST_CASE("the shared options reach their settings") {
    const Settings s = read({"a",
                             "--include",
                             "*.txt",
                             "--include",
                             "b*",
                             "--exclude",
                             "c",
                             "b",
                             "--files-from",
                             "l",
                             "--files0-from",
                             "l0",
                             "--encoding",
                             "latin1",
                             "--invalid",
                             "error",
                             "--binary",
                             "text",
                             "-f",
                             "csv",
                             "-o",
                             "out",
                             "--colour",
                             "never",
                             "--bom",
                             "-q",
                             "--offsets",
                             "utf16",
                             "-j",
                             "3",
                             "--data",
                             "d"});
    CHECK(s.input.paths == std::vector<std::string>{"a", "b"});
    CHECK(s.input.include == std::vector<std::string>{"*.txt", "b*"});
    CHECK(s.input.exclude == std::vector<std::string>{"c"});
    CHECK(s.input.files_from == "l");
    CHECK(s.input.files0_from == "l0");
    CHECK(s.input.decode.encoding == "latin1");
    CHECK(s.input.decode.invalid == InvalidPolicy::error);
    CHECK(s.input.decode.binary == BinaryPolicy::text);
    CHECK(s.output.format == Format::csv);
    CHECK(s.output.path == "out");
    CHECK(s.output.colour == Colour::never);
    CHECK(s.output.bom);
    CHECK(s.output.quiet);
    CHECK(s.output.offsets == OffsetUnit::utf16);
    CHECK(s.jobs == 3);
    CHECK(s.data == "d");
    CHECK(read({"--color", "always"}).output.colour == Colour::always);
}

TEST_CASE("what the shared options refuse") {
    for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{
             {"-o", ""}, {"-f", "yaml"}, {"-j", "1025"}, {"--offsets", "lines"}, {"--bom=yes"}}) {
        OptionList list;
        Settings settings;
        declare_settings(list, settings);
        declare_offsets(list, settings.output);
        CHECK_THROWS_AS(parse(list, wrong, ""), Error);
    }
    CHECK(read({"-o", "-"}).output.path.empty());  // standard output
    CHECK(read({"-o", "a", "-o", "-"}).output.path.empty());
}

TEST_CASE(
    "the option --format can be given more names, and the unit of offsets stands in its group") {
    OptionList list;
    Settings settings;
    Option& format = declare_settings(list, settings);
    declare_offsets(list, settings.output);
    format.choices.emplace_back("own");
    std::string given;
    format.store = [&](const std::string& value) { given = value; };
    CHECK(parse(list, {"-f", "own"}, "") == Asked::run);
    CHECK(given == "own");
    for (const Option& option : list.options())
        if (option.names == "--offsets") CHECK(option.group == format.group);
    CHECK(list.options().back().names == "--offsets");
    CHECK(format.fallback == "text");
}

TEST_CASE("what is a word can be chosen") {
    OptionList list;
    WordDefinition words;
    declare_words(list, words);
    CHECK(parse(list, {"--tokens=letters", "--hyphens=join", "--possessives=keep", "--case=keep"},
                "") == Asked::run);
    CHECK(words.tokens == WordPreset::letters);
    CHECK(words.hyphens == Hyphens::join);
    CHECK(words.possessives == Possessives::keep);
    CHECK(words.letter_case == Case::keep);
}

TEST_CASE("colours: always and never are obeyed; else there are none outside a terminal") {
    const Variable no_colour("NO_COLOR", nullptr), terminal("TERM", "xterm");
    OutputOptions output{.path = "some/file"};
    CHECK_FALSE(style_for(output).colour);
    output.colour = Colour::always;
    CHECK(style_for(output).colour);
    const Variable set("NO_COLOR", "1");
    CHECK(style_for(output).colour);
    output.colour = Colour::never;
    CHECK_FALSE(style_for(output).colour);
    CHECK_FALSE(style_for(output).bom);
    output.bom = true;
    CHECK(style_for(output).bom);
}

TEST_CASE("the width is that of COLUMNS where it is a number above 0") {
    const OutputOptions output{.path = "some/file"};
    const std::pair<const char*, int> cases[] = {
        {"120", 120}, {"1", 1}, {"", 80}, {"0", 80}, {"-5", 80}, {"wide", 80}, {nullptr, 80}};
    for (const auto& [value, width] : cases) {
        CAPTURE((value == nullptr ? "unset" : value));
        const Variable columns("COLUMNS", value);
        CHECK(style_for(output).width == width);
    }
}

TEST_CASE("the units of offsets have names") {
    CHECK(name_of(OffsetUnit::bytes) == "bytes");
    CHECK(name_of(OffsetUnit::codepoints) == "codepoints");
    CHECK(name_of(OffsetUnit::utf16) == "utf16");
}

TEST_CASE("--ascii asks for plain characters, and no locale does where there is no terminal") {
    const Variable locale("LC_ALL", "C");
    CHECK(style_for(read({}).output).unicode);
    CHECK_FALSE(style_for(read({"--ascii"}).output).unicode);
}
