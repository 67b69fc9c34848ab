// Tests of counting on two sides: texts, profiles and lists, alone and mixed.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/contrast_inputs.hpp"

#include "../../src/commands/profile_file.hpp"
#include "scratch_folder.hpp"

using namespace analyze;
using namespace scratch_folder;

namespace {

std::string shown(const Contrast& contrast) {
    std::string out;
    for (const Side side : {Side::target, Side::reference})
        out += std::to_string(contrast.documents(side)) + '/' +
               std::to_string(contrast.words(side)) + ' ';
    for (const Contrast::Row& row : contrast.rows())
        out += std::string(row.word) + ':' + std::to_string(row.count[0]) + ',' +
               std::to_string(row.count[1]) + ' ';
    return out;
}

/// What analyze words --save-profile writes of a text.
void save(const std::string& path, const std::string& text, const WordDefinition& definition) {
    WordCounter counter(definition);
    counter.add(text);
    counter.end_document();
    ProfileFile file(path);
    file.write(counter.table(), definition);
    file.close();
}

}  // namespace

TEST_CASE("a text and its profile count the same, on either side and mixed with lists") {
    const Folder folder;
    const WordDefinition definition;
    const std::string text = "The ferry left. The crew's ferry!";
    put(folder / "text", text);
    put(folder / "list", "Ferry 7\nquay 2\n");
    save(folder / "profile", text, definition);
    for (const char* name : {"text", "profile"}) {
        ContrastInputs counted(definition, {}, false);
        Warnings warnings;
        counted.add({folder / name, {}, 0}, 1, warnings);
        counted.add({folder / name, {}, 1}, 1, warnings);
        counted.add({folder / "text", {}, 1}, 2, warnings);
        counted.add_list(Side::reference, folder / "list");
        CHECK(shown(counted.take()) == "1/6 2/21 crew:1,2 ferry:2,11 left:1,2 quay:0,2 the:2,4 ");
        CHECK(warnings.empty());
        CHECK(shown(counted.take()) == "0/0 0/0 ");
    }
}

TEST_CASE("n-grams of a text and of its profile count the same, and only with their like") {
    const Folder folder;
    const WordDefinition definition;
    const NgramShape pairs{2, 2, 0}, gaps{2, 2, 1};
    const std::string text = "The ferry left. The crew's ferry! The ferry came.";
    put(folder / "text", text);
    save(folder / "words", text, definition);
    NgramCounter counter(definition, pairs);
    counter.add(text, cuts_of(text, find_blocks(text), Within::sentence));
    counter.end_document();
    ProfileFile file(folder / "profile");
    file.write(counter, 1, definition, pairs);
    file.close();
    for (const char* name : {"text", "profile"}) {
        ContrastInputs counted(definition, {}, false, pairs);
        Warnings warnings;
        counted.add({folder / name, {}, 0}, 1, warnings);
        counted.add({folder / name, {}, 1}, 1, warnings);
        counted.add({folder / "text", {}, 1}, 2, warnings);
        CHECK(shown(counted.take()) ==
              "1/6 2/12 crew ferry:1,2 ferry came:1,2 ferry left:1,2 the crew:1,2 the ferry:2,4 ");
        CHECK(warnings.empty());
        CHECK(shown(counted.take()) == "0/0 0/0 ");
    }
    Warnings warnings;
    ContrastInputs words(definition, {}, false), others(definition, {}, false, gaps),
        ours(definition, {}, false, pairs);
    CHECK_THROWS_WITH(words.add({folder / "profile", {}, 1}, 1, warnings),
                      Catch::Contains("ngrams 2 instead of none, skip 0 instead of none"));
    CHECK_THROWS_WITH(others.add({folder / "profile", {}, 1}, 1, warnings),
                      Catch::Contains("word: skip 0 instead of 1; count with --skip 0"));
    CHECK_THROWS_WITH(ours.add({folder / "words", {}, 1}, 1, warnings),
                      Catch::Contains("ngrams none instead of 2"));
    CHECK(shown(ours.take()) == "0/0 0/0 ");
}

TEST_CASE("what cannot be taken is refused and leaves nothing behind") {
    const Folder folder;
    WordDefinition other;
    other.letter_case = Case::keep;
    save(folder / "profile", "The ferry", other);
    ContrastInputs counted({}, {}, false);
    Warnings warnings;
    CHECK_THROWS_WITH(counted.add({folder / "profile", {}, 0}, 1, warnings),
                      Catch::Contains("case keep instead of fold; count with --case keep"));
    put(folder / "binary", std::string("ferry ferry\0\0", 13));
    CHECK_THROWS_AS(counted.add({folder / "binary", {}, 0}, 1, warnings), Error);
    put(folder / "broken", "# analyze.profile/1\n# documents: 1\n");
    CHECK_THROWS_AS(counted.add({folder / "broken", {}, 0}, 1, warnings), Error);
    CHECK(shown(counted.take()) == "0/0 0/0 ");

    ContrastInputs forced({}, {}, true);
    forced.add({folder / "profile", {}, 0}, 1, warnings);
    CHECK(shown(forced.take()) == "1/2 0/0 ferry:1,0 the:1,0 ");
}

TEST_CASE("words that were cut out of a profile count in its size alone, and are told") {
    const Folder folder;
    save(folder / "profile", "the ferry and the crew", {});
    std::string kept;
    std::ifstream file(folder / "profile");
    for (std::string line; std::getline(file, line);)
        if (!line.starts_with("the\t")) kept += line + '\n';
    put(folder / "profile", kept);
    ContrastInputs counted({}, {}, false);
    Warnings warnings;
    counted.add({folder / "profile", {}, 1}, 1, warnings);
    CHECK(shown(counted.take()) == "0/0 1/5 and:0,1 crew:0,1 ferry:0,1 ");
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].ends_with(
        ": has 3 of the 4 words that were counted; the others count as not there"));
}
