// Tests of the outline: sections, their parents and their block ranges.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/outline.hpp"

#include <catch2/catch.hpp>

using namespace analyze;

namespace {
const std::string kBody =
    "The bridge over the Arle was closed to lorries on Monday while engineers looked at its piers.";
}

TEST_CASE("sections nest by level and share out the blocks") {
    Tokenizer tokenizer;
    const Document document(
        Source::from_bytes("t", kBody + "\n\n1. Cause\n\n" + kBody + "\n\n1.1 Water\n\n" + kBody +
                                    "\n\n1.2 Age\n\n" + kBody + "\n\n2. Repair\n\n" + kBody + "\n"),
        tokenizer);
    const Outline outline = read_outline(document);
    REQUIRE(outline.sections.size() == 5);
    CHECK(outline.sections[0].level == 0);
    CHECK(outline.sections[0].heading.empty());
    CHECK(document.text(outline.sections[2].heading) == "1.1 Water");
    CHECK(outline.sections[1].parent == -1);
    CHECK(outline.sections[2].parent == 1);
    CHECK(outline.sections[3].parent == 1);
    CHECK(outline.sections[4].parent == -1);
    CHECK(outline.sections[4].level == 1);
    for (std::uint32_t b = 0; b < document.blocks().size(); ++b) {
        const Section& section = outline.sections[outline.section_of(b)];
        CHECK((section.first_block <= b && b < section.end_block));
    }
}

TEST_CASE("a text without headings is a lead, an empty one an empty lead") {
    Tokenizer tokenizer;
    const Document document(Source::from_bytes("t", kBody), tokenizer);
    REQUIRE(read_outline(document).sections.size() == 1);
    CHECK(read_outline(document).sections[0].end_block == 1);
    const Document empty(Source::from_bytes("t", ""), tokenizer);
    CHECK(read_outline(empty).sections[0].end_block == 0);
    CHECK(read_outline(empty).find(MetaKey::date) == nullptr);
}
