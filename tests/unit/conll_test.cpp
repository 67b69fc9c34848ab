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

struct Name {
    EntityType type;
    Span span;
    std::uint32_t sentence;
};

std::vector<Entity> entities_of(const std::vector<Name>& names) {
    std::vector<Entity> entities;
    for (const Name& name : names) entities.push_back({name.type, name.span, name.sentence});
    return entities;
}

std::string tagged(const std::string& text, const std::vector<Name>& names) {
    Tokenizer tokenizer;
    return tagged_tokens(Document(Source::from_bytes("text", text), tokenizer), entities_of(names));
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

TEST_CASE("CoNLL-U: ten columns, spaces where they are, names in MISC") {
    Tokenizer tokenizer;
    const std::string text = "Ada Velm's (old)  dog.\n\nIt slept.";
    const Document document(Source::from_bytes("my notes/a.txt", text), tokenizer);
    const std::vector<Entity> names = entities_of({{EntityType::person, {0, 8}, 0}});
    const std::string empty = "\t_\t_\t_\t_\t_\t_\t_\t";
    CHECK(tagged_tokens(document, names, TokenLines::conllu) ==
          "# newdoc id = my notes/a.txt\n# newpar\n# sent_id = my_notes_a.txt-1\n"
          "# text = Ada Velm's (old) dog.\n1\tAda" +
              empty + "NE=B-PERSON\n2\tVelm's" + empty + "NE=I-PERSON\n3\t(" + empty +
              "SpaceAfter=No\n4\told" + empty + "SpaceAfter=No\n5\t)" + empty + "_\n6\tdog" +
              empty + "SpaceAfter=No\n7\t." + empty +
              "_\n\n# newpar\n# sent_id = my_notes_a.txt-2\n# text = It slept.\n1\tIt" + empty +
              "_\n2\tslept" + empty + "SpaceAfter=No\n3\t." + empty + "_\n\n");
}

TEST_CASE("CoNLL-U of tokens made elsewhere has the same tags as their lines") {
    const std::string lines =
        "-DOCSTART-\n\nAda\nVelm\nslept\n.\n\n\nIt\nslept\n-DOCSTART-\nOrsk\n";
    const std::string out = tag_lines(lines, model(), TokenLines::conllu, "a");
    const std::string empty = "\t_\t_\t_\t_\t_\t_\t_\t";
    CHECK(out.find("# newdoc id = a\n# sent_id = a-1\n# text = Ada Velm slept .\n1\tAda" + empty +
                   "NE=B-PERSON\n2\tVelm" + empty + "NE=I-PERSON\n3\tslept" + empty + "_\n4\t." +
                   empty + "_\n\n# sent_id = a-2\n# text = It slept\n") == 0);
    CHECK(out.find("# newdoc id = a-2\n# sent_id = a-2-1\n# text = Orsk\n1\tOrsk") !=
          std::string::npos);
    CHECK(tag_lines("", model(), TokenLines::conllu, "a").empty());
}
