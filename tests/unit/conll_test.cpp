// Tests of tokens with IOB2 tags: lines in and lines out, and names that end inside tokens.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/conll.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {

const EntityModel& model() {
    static const EntityModel model(load_resource("models/entities-en.bin"));
    return model;
}

std::string tagged(const std::string& text, const std::vector<Entity>& entities) {
    Tokenizer tokenizer;
    return tagged_tokens(Document(Source::from_bytes("text", text), tokenizer), entities);
}

/// The lines of tag_lines without the tags.
std::string untagged(const std::string& lines) {
    std::string out;
    bool tag = false;
    for (const char c : tag_lines(lines, model())) {
        if (c == '\n') tag = false;
        if (c == '\t') tag = true;
        if (!tag) out += c;
    }
    return out;
}

}  // namespace

TEST_CASE("each line of tokens gives one line, all other lines are repeated") {
    const std::pair<const char*, const char*> cases[] = {
        {"", ""},
        {"Velm\tB-X\tmore\nsaw it\n", "Velm\nsaw\n"},              // a tab, else a blank
        {"a\tb c\n", "a\n"},                                       // the tab, though later
        {"Velm\r\n\r\nOrsk\r\n", "Velm\n\nOrsk\n"},                // CRLF
        {"Velm", "Velm\n"},                                        // no line end at the end
        {"\n\nVelm\n\n\n\nOrsk\n\n", "\n\nVelm\n\n\n\nOrsk\n\n"},  // blank lines
        {" \nVelm\n", " \nVelm\n"},                                // … as they are
        {" Velm x\n", "Velm x\n"},                                 // begins with its separator
        {"-DOCSTART- -X- O\n\nVelm\n-DOCSTART-\n", "-DOCSTART- -X- O\n\nVelm\n-DOCSTART-\n"},
        {"Velm\n-DOCSTART-x\nOrsk", "Velm\n-DOCSTART-x\nOrsk\n"}};
    for (const auto& [lines, expected] : cases) {
        CAPTURE(lines);
        CHECK(untagged(lines) == expected);
    }
}

TEST_CASE("a document is tagged as a whole, with its sentences, and apart from the next") {
    const std::string one = "Ada\nVelm\nleft\nPort\nAverley\n.\n\nMs\nVelm\nslept\n.\n";
    const auto tags = model().tag(
        {{"Ada", "Velm", "left", "Port", "Averley", "."}, {"Ms", "Velm", "slept", "."}});
    std::string expected;
    const char* words[] = {"Ada", "Velm", "left", "Port",  "Averley", ".",
                           "",    "Ms",   "Velm", "slept", "."};
    std::size_t sentence = 0, token = 0;
    for (const std::string word : words) {
        if (word.empty()) {
            ++sentence;
            token = 0;
            expected += '\n';
        } else {
            expected += word + '\t' + tags[sentence][token++] + '\n';
        }
    }
    CHECK(expected.find("\tB-PERSON\n") != std::string::npos);
    CHECK(tag_lines(one, model()) == expected);
    // what stands before in the file changes nothing
    CHECK(tag_lines("Velm\nLtd\n-DOCSTART-\n" + one, model()).ends_with("-DOCSTART-\n" + expected));
}

TEST_CASE("names as tags of our tokens, sentences parted by blank lines") {
    CHECK(tagged("Ada Velm's boat. Orsk Orsk!", {{EntityType::person, {0, 8}, 0},
                                                 {EntityType::gpe, {17, 21}, 1},
                                                 {EntityType::gpe, {22, 26}, 1}}) ==
          "Ada\tB-PERSON\nVelm's\tI-PERSON\nboat\tO\n.\tO\n\nOrsk\tB-GPE\nOrsk\tB-GPE\n!\tO\n");
    CHECK(tagged("", {}).empty());
    // a name that begins inside a token takes it
    CHECK(tagged("pre:Velm sat", {{EntityType::person, {4, 8}, 0}}).find("Velm\tB-PERSON\n") !=
          std::string::npos);
}
