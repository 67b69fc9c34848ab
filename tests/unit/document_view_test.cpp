// Tests of what commands show of a document: input, definition, metadata, sections and their numbers.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/document_view.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>

#include "analyze/base/error.hpp"

using namespace analyze;

namespace {

struct Viewed {
    explicit Viewed(const std::string& text)
        : document(Source::from_bytes("text", text), tokenizer), outline(read_outline(document)) {}
    Tokenizer tokenizer;
    Document document;
    Outline outline;
};

/// "name=value …"; "-": undefined.
std::string shown(const Group& group) {
    std::string out;
    for (const auto& [name, value] : group.fields) {
        out += out.empty() ? "" : "; ";
        out += name + '=';
        if (const auto* text = std::get_if<std::string>(&value)) out += *text;
        if (const auto* count = std::get_if<std::int64_t>(&value)) out += std::to_string(*count);
        if (const auto* flag = std::get_if<bool>(&value)) out += *flag ? "yes" : "no";
        if (std::holds_alternative<std::monostate>(value)) out += '-';
    }
    return out;
}

std::string write(const char* name, const std::string& bytes) {
    const std::string path =
        "/tmp/analyze-view-" + std::to_string(::getpid()) + '-' + std::string(name);
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

const std::string kArticle =
    "# The Ferry of Orsk\n\nIt sank in 2023.\n\n"
    "## Rescue\n\nTen came.\n\n### By sea\n\nThree.\n\n## After\n\nNothing more.\n";

}  // namespace

TEST_CASE("runs of white space are one blank, and none stands at the ends") {
    CHECK(one_line(" a \r\n\t b\v\fc ") == "a b c");
    CHECK(one_line("a\u00A0b") == "a\u00A0b");
    CHECK(one_line(" \n ").empty());
    CHECK(one_line("").empty());
}

TEST_CASE("sections are numbered and nested by their parents; the lead has no number") {
    Outline outline;
    for (const int parent : {-1, -1, 1, 2, 1, -1, 5}) {
        Section& section = outline.sections.emplace_back();
        section.parent = parent;
    }
    CHECK(section_numbers(outline) ==
          std::vector<std::string>{"", "1", "1.1", "1.1.1", "1.2", "2", "2.1"});
    CHECK(section_depths(outline) == std::vector<int>{0, 0, 1, 2, 1, 0, 1});
    outline.sections.resize(1);
    CHECK(section_numbers(outline) == std::vector<std::string>{""});
}

TEST_CASE("a section takes up its own blocks; words are counted in any range") {
    const Viewed view(kArticle);
    const auto& sections = view.outline.sections;
    REQUIRE(sections.size() >= 4);
    std::uint64_t words = 0;
    std::string texts;
    for (const Section& section : sections) {
        const Span range = section_range(view.document, section);
        words += words_in(view.document, range);
        texts += one_line(view.document.text(range)) + '|';
    }
    CHECK(texts.ends_with("|## Rescue Ten came.|### By sea Three.|## After Nothing more.|"));
    const auto all = static_cast<std::uint32_t>(view.document.text().size());
    CHECK(words == words_in(view.document, {0, all}));
    CHECK(words == 17);
    CHECK(words_in(view.document, {0, 0}) == 0);
    CHECK(words_in(view.document, {2, 6}) == 1);  // "The "
    CHECK(words_in(view.document, {3, 6}) == 0);  // "he ": where it begins counts
    CHECK(section_range(view.document, Section{}).size() == 0);
}

TEST_CASE("headings with numbers of their own are noticed") {
    const auto numbered = [](const std::string& text) {
        const Viewed view(text);
        return headings_are_numbered(view.document, view.outline);
    };
    CHECK(numbered("# 1 Rescue\n\nTen came.\n\n# 2 After\n\nNo more.\n"));
    CHECK_FALSE(numbered(kArticle));
    CHECK_FALSE(numbered("Three came.\n"));
}

TEST_CASE("metadata: authors joined, a title from its block, own labels as keys, or every field") {
    const Viewed titled("# The Ferry of Orsk\n\nIt sank in 2023.\n");
    CHECK(shown(meta_group(titled.document, {}, false)) == "title=The Ferry of Orsk");
    CHECK(shown(meta_group(titled.document, {}, true)) ==
          "title=The Ferry of Orsk; author=-; date=-; updated=-; place=-; agency=-");
    const Viewed bare("Three came.\n");
    CHECK(meta_group(bare.document, bare.outline, false).fields.empty());
    CHECK(meta_group(bare.document, bare.outline, true).fields.size() == 6);
    Outline outline;
    outline.meta = {
        {MetaKey::author, {}, "Ada Velm", ""},    {MetaKey::author, {}, "Tom Brask", ""},
        {MetaKey::date, {}, "2024-03-15", ""},    {MetaKey::date, {}, "2024-03-16", ""},
        {MetaKey::other, {}, "a", "Filed under"}, {MetaKey::other, {}, "b", "filed-under"},
        {MetaKey::other, {}, "no title", "Title"}};
    CHECK(shown(meta_group(bare.document, outline, false)) ==
          "author=Ada Velm, Tom Brask; date=2024-03-15; filed_under=a, b");
    CHECK(shown(meta_group(titled.document, outline, true))
              .starts_with("title=The Ferry of Orsk; author=Ada Velm, Tom Brask; date=2024-03-15; "
                           "updated=-; "));
}

TEST_CASE("how a text was read and what is a word are told to programs") {
    DecodeInfo info;
    info.encoding = "UTF-16LE";
    info.chosen_by = "bom";
    info.bom = true;
    info.invalid = 3;
    const Group input = input_group(info, 12);
    CHECK(shown(input) == "bytes=12; encoding=UTF-16LE; encoding_by=bom; bom=yes; invalid=3");
    CHECK(input.show == Show::machine_only);
    CHECK(shown(definition_group(
              {WordPreset::letters, Hyphens::join, Possessives::keep, Case::keep})) ==
          "tokens=letters; hyphens=join; possessives=keep; case=keep");
    CHECK(shown(definition_group(
              {WordPreset::whitespace, Hyphens::split, Possessives::strip, Case::fold})) ==
          "tokens=whitespace; hyphens=split; possessives=strip; case=fold");
}

TEST_CASE("a list of stop words is built in, a file, or none; what is missing is told") {
    std::string scratch;
    CHECK(load_stop_words("en").has("the", scratch));
    CHECK_FALSE(load_stop_words("none").has("the", scratch));
    const std::string path = write("stop", "ferry\n");
    CHECK(load_stop_words(path).has("ferry", scratch));
    std::remove(path.c_str());
    try {
        (void)load_stop_words(path);
        FAIL_CHECK("read a file that is not there");
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::resource);
        CHECK_THAT(error.what(), Catch::StartsWith("--stopwords " + path));
    }
}

TEST_CASE("opening a document warns of what decoding did") {
    Tokenizer tokenizer;
    Warnings warnings;
    const std::string path = write("open", "caf\xE9 \xFF");
    const Document document = open_document(path, {.encoding = "utf-8"}, tokenizer, warnings);
    std::remove(path.c_str());
    CHECK(document.source().name() == path);
    REQUIRE(warnings.size() == 1);
    CHECK_THAT(warnings[0], Catch::Contains(path));
    CHECK_THROWS_AS(open_document(path, {}, tokenizer, warnings), Error);
}
