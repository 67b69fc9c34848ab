// Tests of what kwic looks for: words, expressions, types; wrong patterns.
// SPDX-License-Identifier: Apache-2.0
#include "../../src/commands/node_search.hpp"

#include <catch2/catch.hpp>

#include "analyze/base/error.hpp"

using namespace analyze;

namespace {

std::string refusal(const std::string& pattern, bool regex) {
    try {
        const NodePattern wrong(pattern, regex, {});
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::usage);
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a pattern is words unless it says otherwise") {
    const NodePattern words("the lake", false, {});
    CHECK(words.kind() == NodeKind::words);
    REQUIRE(words.phrase() != nullptr);
    CHECK(words.phrase()->keys().size() == 2);
    CHECK(words.matches("the lake").empty());

    const NodePattern regex("la.e", true, {});
    CHECK(regex.kind() == NodeKind::regex);
    CHECK(regex.phrase() == nullptr);
    CHECK(regex.matches("Lake, lake, lane") == std::vector<Span>{{0, 4}, {6, 10}, {12, 16}});
    CHECK(NodePattern("type:x", true, {}).kind() == NodeKind::regex);
}

TEST_CASE("a type stands for its mentions") {
    const NodePattern years("type:date", false, {});
    CHECK(years.kind() == NodeKind::type);
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("x", "The mill burned in 1904 and again in 1911.\n"),
                            tokenizer);
    const std::vector<Span> found = years.mentions(document, read_outline(document));
    REQUIRE(found.size() == 2);
    CHECK(document.text(found[0]) == "1904");
    CHECK(document.text(found[1]) == "1911");
}

TEST_CASE("a pattern that cannot be meant is refused by name") {
    CHECK(refusal("", false) == "PATTERN: it is empty");
    CHECK(refusal("?", false).starts_with("PATTERN: there is no word in '?'"));
    CHECK(refusal("a\xFF", false) == "PATTERN: it is not UTF-8");
    CHECK(
        refusal("(", true).starts_with("PATTERN: the expression '(' is not valid at character 1"));
    CHECK(refusal("x*", true).find("matches the empty text") != std::string::npos);
    CHECK(
        refusal("type:nonsense", false).starts_with("PATTERN: unknown type 'nonsense'; there are"));
}
