// Tests of contexts: so many columns or words, blanks, marks, order, and what they cost.
// SPDX-License-Identifier: Apache-2.0
#include "analyze/analysis/concordance.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "analyze/base/display_width.hpp"

using namespace analyze;

namespace {

/// left[node]right around the first "NODE".
std::string context(std::string_view text, ContextSize size, WordDefinition definition = {}) {
    ContextReader reader(definition, size);
    const std::size_t at = text.find("NODE");
    return reader.left(text, 0, at) + "[]" + reader.right(text, at + 4, text.size());
}

}  // namespace

TEST_CASE("a context is so many columns wide, with single blanks and none at its outer end") {
    const std::string_view text = "The old boat lies\r\n  at the NODE, near\tthe mill.\n";
    CHECK(context(text, {.left = 7, .right = 7}) == "at the [], near");
    CHECK(context(text, {.left = 8, .right = 11}) == "at the [], near the");
    CHECK(context(text, {.left = 9, .right = 12}) == "s at the [], near the m");
    CHECK(context(text, {.left = 500, .right = 500}) ==
          "The old boat lies at the [], near the mill.");
    CHECK(context("NODE", {.left = 5, .right = 5}) == "[]");
}

TEST_CASE("wide characters count two columns, and marks stay with their base") {
    CHECK(context("\u6E56\u6C34NODE\u6E56\u6C34", {.left = 3, .right = 3}) == "\u6C34[]\u6E56");
    CHECK(context("ae\u0301NODEe\u0301a", {.left = 1, .right = 1}) == "e\u0301[]e\u0301");
    // the mark of a letter that is left out does not come alone
    CHECK(context("e\u0301\u6E56NODE", {.left = 2, .right = 2}) == "\u6E56[]");
    CHECK(last_columns("e\u0301", 0).empty());
    CHECK(first_columns("\u6E56", 1).empty());
}

TEST_CASE("a context is so many words, as the definition counts them") {
    const std::string_view text = "one two-three, four NODE five (six) seven's eight";
    CHECK(context(text, {.words = 2}) == "three, four [] five (six");
    CHECK(context(text, {.words = 3}) == "two-three, four [] five (six) seven");
    CHECK(context(text, {.words = 2}, {.hyphens = Hyphens::join}) ==
          "two-three, four [] five (six");
    CHECK(context(text, {.words = 50}) == "one two-three, four [] five (six) seven's eight");
    CHECK(context("NODE's one two", {.words = 1}) == "[]'s one");
    CHECK(context(text, {.left = 5, .right = 7, .words = 2}) == "four [] five (");
}

TEST_CASE("bounds are kept") {
    ContextReader reader({}, {.left = 20, .right = 20});
    const std::string_view text = "First. The NODE is here. Last.";
    CHECK(reader.left(text, 7, 11) == "The ");
    CHECK(reader.right(text, 15, 24) == " is here.");
}

TEST_CASE("contexts of plain text are those of any text") {
    constexpr std::string_view kParts[] = {"a",   "the",   " ",      "  ",   "\n",     "\n ",
                                           ", ",  "\t",    "-",      "\x7F", "\u00E9", "e\u0301",
                                           ".\n", "lake ", "mill, ", "boat "};
    std::mt19937 random(5);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        const std::size_t kinds = round % 2 == 0 ? 3 : std::size(kParts);
        while (text.size() < random() % 120)
            text += kParts[(round % 2 == 0 ? 13 : 0) + random() % kinds];
        std::size_t at = random() % (text.size() + 1);
        while (at < text.size() && static_cast<signed char>(text[at]) < -0x40) ++at;
        const std::size_t columns = 1 + random() % 70;
        ContextReader reader({}, {.left = columns, .right = columns});
        std::string_view left = last_columns(std::string_view(text).substr(0, at), columns);
        const auto first = left.find_first_not_of(" \t\n");
        left.remove_prefix(std::min(first, left.size()));
        CHECK(reader.left(text, 0, at) == with_single_blanks(left));
        std::string_view right = first_columns(std::string_view(text).substr(at), columns);
        right = right.substr(0, right.find_last_not_of(" \t\n") + 1);
        CHECK(reader.right(text, at, text.size()) == with_single_blanks(right));
    }
}

TEST_CASE("no text makes a context slow or long") {
    ContextReader reader({}, {.left = 10, .right = 10, .words = 5});
    const std::string blanks(1 << 20, ' '), marks = [] {
        std::string out;
        for (int i = 0; i < 1 << 18; ++i) out += "\u0301";
        return out;
    }();
    for (const std::string& filler : {blanks, marks, std::string(1 << 20, 'a')}) {
        const std::string text = filler + "NODE" + filler;
        CHECK(reader.left(text, 0, filler.size()).size() <= reader.reach());
        CHECK(reader.right(text, filler.size() + 4, text.size()).size() <= reader.reach());
        CHECK(display_width(reader.left(text, 0, filler.size())) <= 10);
    }
}

TEST_CASE("keys of order go outwards by words, case folded") {
    ContextOrder order({});
    CHECK(order.left_key("The old ") == std::string("old\0the\0", 8));
    CHECK(order.right_key(", \u00C9t\u00E9 is") == std::string("\u00E9t\u00E9\0is\0", 9));
    CHECK(order.right_key("lake x") < order.right_key("lakes a"));
    CHECK(order.left_key("").empty());
    // what a node leaves of "lake's" is no word
    CHECK(order.right_key("'s end") == order.right_key(" end"));
}
