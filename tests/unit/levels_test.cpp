// Tests of the levels of headings: by marks, numbers, capitals, or all alike.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "analyze/text/drafts.hpp"

using namespace analyze;

namespace {

Draft heading(Mark mark, std::uint8_t rank, std::uint32_t cues = 0) {
    Draft draft;
    draft.block.kind = BlockKind::heading;
    draft.block.cues = cues;
    draft.mark = mark;
    draft.mark_rank = rank;
    draft.shape.letters = 12;
    return draft;
}

Draft numbered(NumberStyle style, std::uint8_t depth, char close = 0) {
    Draft draft = heading(Mark::none, 0, static_cast<std::uint32_t>(Cue::numbered));
    draft.number.style = style;
    draft.number.depth = depth;
    draft.number.close = close;
    return draft;
}

std::string levels(std::vector<Draft> drafts) {
    rank_headings(drafts);
    std::string out;
    for (const Draft& draft : drafts) out += std::to_string(draft.block.level);
    return out;
}

}  // namespace

TEST_CASE("levels: ranked marks count from the least rank in use") {
    CHECK(levels({heading(Mark::ranked, 2), heading(Mark::ranked, 3), heading(Mark::ranked, 2)}) ==
          "121");
    CHECK(levels({heading(Mark::ranked, 1), heading(Mark::ranked, 4)}) == "14");
    CHECK(levels({}).empty());
}

TEST_CASE("levels: underlines by order of first use, beside ranked marks those of Markdown") {
    CHECK(levels({heading(Mark::underline, '~'), heading(Mark::underline, '='),
                  heading(Mark::underline, '~')}) == "121");
    CHECK(levels({heading(Mark::overline, '='), heading(Mark::underline, '=')}) == "12");
    CHECK(levels({heading(Mark::underline, '-'), heading(Mark::underline, '='),
                  heading(Mark::ranked, 3)}) == "213");
}

TEST_CASE("levels: inner headings stand below those that are set off") {
    Draft outer = heading(Mark::none, 0), inner = outer;
    inner.inner = true;
    CHECK(levels({outer, inner, inner, outer, inner}) == "12212");
    CHECK(levels({inner, outer}) == "11");
}

TEST_CASE("levels: appendices do not sink what stands behind the last section") {
    const Draft one = numbered(NumberStyle::decimal, 1), plain = heading(Mark::none, 0),
                appendix = numbered(NumberStyle::appendix, 1);
    CHECK(levels({one, one, plain, plain, appendix, appendix}) == "111122");
}

TEST_CASE("levels: lines without a number below those with one") {
    const Draft one = numbered(NumberStyle::decimal, 1), two = numbered(NumberStyle::decimal, 2),
                plain = heading(Mark::none, 0),
                named = heading(Mark::none, 0, static_cast<std::uint32_t>(Cue::named));
    CHECK(levels({one, plain, one, plain}) == "1211");          // "Conclusion"
    CHECK(levels({one, two, plain, one}) == "1231");            // below the nearest
    CHECK(levels({plain, one, plain, one}) == "1111");          // numbers are not what divides
    CHECK(levels({named, one, plain, one, named}) == "11211");  // "Abstract", "References"
    CHECK(levels({one, plain, plain, one, plain, one, plain, named}) == "12212121");
}

TEST_CASE("levels: numbers by their style and depth") {
    const Draft part = numbered(NumberStyle::part, 1), one = numbered(NumberStyle::decimal, 1),
                two = numbered(NumberStyle::decimal, 2);
    CHECK(levels({part, one, two, two, one, part}) == "123321");
    CHECK(levels({one, numbered(NumberStyle::decimal, 1, ')'), one}) == "121");
}

TEST_CASE("levels: capitals stand above the rest where both are in use") {
    const auto capitals = static_cast<std::uint32_t>(Cue::all_caps);
    CHECK(levels({heading(Mark::none, 0, capitals), heading(Mark::none, 0)}) == "12");
    CHECK(levels({heading(Mark::none, 0), heading(Mark::none, 0)}) == "11");
    CHECK(levels({heading(Mark::none, 0, capitals), heading(Mark::none, 0, capitals)}) == "11");
    Draft acronym = heading(Mark::none, 0, capitals);
    acronym.shape.letters = 3;
    CHECK(levels({acronym, heading(Mark::none, 0)}) == "11");
}

TEST_CASE("levels: what is no heading keeps its own") {
    Draft item;
    item.block.kind = BlockKind::list_item;
    item.block.level = 3;
    CHECK(levels({item, heading(Mark::ranked, 2)}) == "31");
}
