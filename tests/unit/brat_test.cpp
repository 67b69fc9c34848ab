// Tests of brat's standoff format: places in code points, fragments, notes, names of files.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/brat.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {

Document document_of(const std::string& text) {
    Tokenizer tokenizer;
    return Document(Source::from_bytes("text", text), tokenizer);
}

Mentions name_at(std::uint32_t begin, std::uint32_t end) {
    Mentions found;
    found.names.push_back({EntityType::person, {begin, end}});
    return found;
}

}  // namespace

TEST_CASE("brat: places are code points of the text that is written") {
    // One character of two bytes, one of four, and a line ended by CRLF before the name.
    const std::string text = "é \U0001F600\r\nVelm\r\n";
    const BratPair pair = brat_pair(document_of(text), name_at(9, 13));
    CHECK(pair.text == "é \U0001F600\nVelm\n");
    CHECK(pair.annotations == "T1\tPERSON 4 8\tVelm\n");
}

TEST_CASE("brat: a mention that crosses line ends is in fragments") {
    const std::string text = "Ada  \r\n  de\nVelm";
    const BratPair pair = brat_pair(document_of(text), name_at(0, 16));
    CHECK(pair.text == "Ada  \n  de\nVelm");
    CHECK(pair.annotations == "T1\tPERSON 0 3;8 10;11 15\tAda de Velm\n");
    // A lone carriage return ends a line too, and stays.
    CHECK(brat_pair(document_of("Ada\rVelm"), name_at(0, 8)).annotations ==
          "T1\tPERSON 0 3;4 8\tAda Velm\n");
}

TEST_CASE("brat: names and expressions come in the order of their places, values as notes") {
    const std::string text = "$5 from Velm on 3 March 2021, or 7";
    Mentions found = name_at(8, 12);
    found.expressions.resize(3);
    Expression &money = found.expressions[0], &date = found.expressions[1],
               &bare = found.expressions[2];
    money.kind = ExpressionKind::money;
    money.span = {0, 2};
    money.value = "5";
    money.add_details().currency = "USD";
    date.kind = ExpressionKind::date;
    date.span = {16, 28};
    date.value = "2021-03-03";
    bare.kind = ExpressionKind::cardinal;
    bare.span = {33, 34};
    CHECK(brat_pair(document_of(text), found).annotations ==
          "T1\tMONEY 0 2\t$5\n#1\tAnnotatorNotes T1\t5 USD\n"
          "T2\tPERSON 8 12\tVelm\n"
          "T3\tDATE 16 28\t3 March 2021\n#2\tAnnotatorNotes T3\t2021-03-03\n"
          "T4\tCARDINAL 33 34\t7\n");
    CHECK(brat_pair(document_of(""), {}).annotations.empty());
}

TEST_CASE("brat: names of files") {
    using Names = std::vector<std::string>;
    CHECK(brat_names({}).empty());
    CHECK(brat_names({"-"}) == Names{"stdin"});
    CHECK(brat_names({"/far/away/a.txt"}) == Names{"a"});
    CHECK(brat_names({"d/a.txt", "d/e/a.txt", "d/b"}) == Names{"a", "e/a", "b"});
    CHECK(brat_names({"d/a.txt", "d/a.md", "d/b.md"}) == Names{"a.txt", "a.md", "b"});
    CHECK(brat_names({"d.x/a.txt", "d.y/a.txt"}) == Names{"d.x/a", "d.y/a"});
    CHECK(brat_names({"../x/a.txt", "b.txt"}) == Names{"_/x/a", "b"});  // stays in the folder
    CHECK(brat_names({"./d//a.txt", "d/b.txt"}) == Names{"a", "b"});
    CHECK(brat_names({".hidden", "a.b.c"}) == Names{".hidden", "a.b"});
    CHECK(brat_names({"../a", "_/a"}) == Names{"a", "a-2"});
    CHECK(brat_names({"a", "a.txt", "/"}) == Names{"a", "a.txt", "_"});
}

TEST_CASE("brat: the configuration knows every type") {
    const std::string text = brat_configuration();
    for (const char* type : {"\nPERSON\n", "\nMISC\n", "\nDATE\n", "\nCARDINAL\n"})
        CHECK(text.find(type) != std::string::npos);
}
